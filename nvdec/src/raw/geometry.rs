//! What a decoder is made for, in the driver's words.

use super::maps::Mapped;
use super::sys::{
    CUVIDDECODECREATEINFO, CUVIDRECONFIGUREDECODERINFO, cudaVideoCreateFlags,
    cudaVideoDeinterlaceMode, cudaVideoSurfaceFormat,
};
use crate::{Area, Chroma, Codec, Deinterlace, info::native_format};
use nvframe::{PixelFormat, Size, Surface};

/// What a decoder is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Geometry {
    pub(crate) codec: Codec,
    pub(crate) chroma: Chroma,
    pub(crate) bit_depth: u8,
    /// Columns and rows as coded, padding included.
    pub(crate) coded: Size,
    /// The part of the coded picture that is shown.
    pub(crate) shown: Area,
    /// Columns and rows of frames.
    pub(crate) size: Size,
    /// The part of a frame that the picture goes to, where it is not all.
    pub(crate) place: Option<Area>,
    pub(crate) format: PixelFormat,
    pub(crate) deinterlace: Deinterlace,
    pub(crate) decode_surfaces: u32,
    /// Output surfaces that the user may map at once.
    pub(crate) output_surfaces: u32,
}

/// Output surfaces beyond the user's: for a picture that has to be mapped early.
pub(super) const SPARE_OUTPUT_SURFACES: u32 = 1;

/// The first column and row of what the driver shows are multiples of this. It rounds others
/// down, and right and bottom with them (measured on 580.159.04).
pub(crate) const ORIGIN_STEP: u32 = 4;

impl Geometry {
    /// Where a frame lies in a mapped output surface.
    pub(crate) fn surface(&self, mapped: Mapped) -> Surface {
        let ((columns, rows), pitch) = (self.inset(), mapped.pitch as usize);
        let before = rows as usize * pitch + self.format.min_pitch(Size::new(columns, 0));
        // Of 4:2:0 half as many rows come before the chroma.
        let fewer = if self.format.is_420() {
            rows.div_ceil(2)
        } else {
            0
        };
        let luma_rows = self.target().height - fewer;
        let address = mapped.address + before as u64;
        Surface::new(address, pitch, self.size, self.format).luma_rows(luma_rows as usize)
    }

    /// Columns and rows of an output surface that come before the frame, because the driver
    /// begins at multiples of [`ORIGIN_STEP`] only. None do where pictures are scaled.
    fn inset(&self) -> (u32, u32) {
        if self.is_scaled() {
            return (0, 0);
        }
        let [columns, rows] = [self.shown.left, self.shown.top].map(|side| side % ORIGIN_STEP);
        // Chroma samples that lie in pairs begin with the first of one.
        let in_pairs = self.format.is_420() || self.format.is_422();
        (if in_pairs { columns & !1 } else { columns }, rows)
    }

    fn is_scaled(&self) -> bool {
        self.place.is_some() || self.shown.size() != self.size
    }

    /// The size of output surfaces, whose sides are even.
    fn target(&self) -> Size {
        let (columns, rows) = self.inset();
        even(Size::new(
            self.size.width + columns,
            self.size.height + rows,
        ))
    }

    /// Left, top, right, bottom of what is shown. The row or column beyond an odd side comes
    /// from the coded padding.
    fn display(&self) -> [i16; 4] {
        let (columns, rows) = self.inset();
        let size = match self.is_scaled() {
            true => self.shown.size(),
            false => self.target(),
        };
        corners(self.shown.left - columns, self.shown.top - rows, size)
    }

    /// Left, top, right, bottom of where the picture goes; zeros for everywhere.
    fn target_rect(&self) -> [i16; 4] {
        self.place
            .map(|place| corners(place.left, place.top, place.size()))
            .unwrap_or_default()
    }

    /// Bytes of all surfaces, of which decode surfaces are made for coded pictures of `max`.
    pub(super) fn bytes(&self, max: Size) -> u64 {
        let native = native_format(self.chroma, self.bit_depth);
        let surface = |format: PixelFormat, size: Size| {
            let pitch = format.min_pitch(even(size));
            format.byte_len(pitch, even(size).height as usize) as u64
        };
        let outputs = u64::from(self.output_surfaces + SPARE_OUTPUT_SURFACES);
        u64::from(self.decode_surfaces) * surface(native, max)
            + outputs * surface(self.format, self.target())
    }

    pub(super) fn create_info(&self, max: Size) -> CUVIDDECODECREATEINFO {
        let (coded, target, max) = (even(self.coded), self.target(), even(max));
        let mut info = CUVIDDECODECREATEINFO {
            ulWidth: coded.width.into(),
            ulHeight: coded.height.into(),
            ulNumDecodeSurfaces: self.decode_surfaces.into(),
            CodecType: self.codec.raw(),
            ChromaFormat: self.chroma.raw(),
            ulCreationFlags: cudaVideoCreateFlags::cudaVideoCreate_PreferCUVID.0.into(),
            bitDepthMinus8: u64::from(self.bit_depth.saturating_sub(8)),
            ulMaxWidth: max.width.into(),
            ulMaxHeight: max.height.into(),
            OutputFormat: surface_format(self.format),
            DeinterlaceMode: deinterlace_mode(self.deinterlace),
            ulTargetWidth: target.width.into(),
            ulTargetHeight: target.height.into(),
            ulNumOutputSurfaces: u64::from(self.output_surfaces + SPARE_OUTPUT_SURFACES),
            ..Default::default()
        };
        let area = &mut info.display_area;
        [area.left, area.top, area.right, area.bottom] = self.display();
        let rect = &mut info.target_rect;
        [rect.left, rect.top, rect.right, rect.bottom] = self.target_rect();
        info
    }

    pub(super) fn reconfigure_info(&self) -> CUVIDRECONFIGUREDECODERINFO {
        let (coded, target) = (even(self.coded), self.target());
        let mut info = CUVIDRECONFIGUREDECODERINFO {
            ulWidth: coded.width,
            ulHeight: coded.height,
            ulTargetWidth: target.width,
            ulTargetHeight: target.height,
            ulNumDecodeSurfaces: self.decode_surfaces,
            ..Default::default()
        };
        let area = &mut info.display_area;
        [area.left, area.top, area.right, area.bottom] = self.display();
        let rect = &mut info.target_rect;
        [rect.left, rect.top, rect.right, rect.bottom] = self.target_rect();
        info
    }

    /// True when a decoder of this geometry can take the other: cuvidReconfigureDecoder changes
    /// sizes, areas and the number of decode surfaces, and nothing else.
    pub(super) fn can_become(&self, other: &Self) -> bool {
        let same_but_for_sizes = Self {
            coded: other.coded,
            shown: other.shown,
            size: other.size,
            place: other.place,
            decode_surfaces: other.decode_surfaces,
            ..*self
        };
        same_but_for_sizes == *other
    }
}

/// As the header's rectangles have them, which have 16 bits a side.
fn corners(left: u32, top: u32, size: Size) -> [i16; 4] {
    let ends = [
        left.saturating_add(size.width),
        top.saturating_add(size.height),
    ];
    [left, top, ends[0], ends[1]].map(|side| i16::try_from(side).unwrap_or(i16::MAX))
}

fn even(size: Size) -> Size {
    Size::new(
        size.width.next_multiple_of(2),
        size.height.next_multiple_of(2),
    )
}

/// From the interface 13.0 on; the headers that the bindings come from do not name them.
const NV16: cudaVideoSurfaceFormat = cudaVideoSurfaceFormat(4);
const P216: cudaVideoSurfaceFormat = cudaVideoSurfaceFormat(5);

fn surface_format(format: PixelFormat) -> cudaVideoSurfaceFormat {
    match format {
        PixelFormat::P010 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_P016,
        PixelFormat::Yuv444 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_YUV444,
        PixelFormat::Yuv444P16 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_YUV444_16Bit,
        PixelFormat::Nv16 => NV16,
        PixelFormat::P216 => P216,
        _ => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_NV12,
    }
}

fn deinterlace_mode(mode: Deinterlace) -> cudaVideoDeinterlaceMode {
    match mode {
        Deinterlace::Weave => cudaVideoDeinterlaceMode::cudaVideoDeinterlaceMode_Weave,
        Deinterlace::Bob => cudaVideoDeinterlaceMode::cudaVideoDeinterlaceMode_Bob,
        Deinterlace::Adaptive => cudaVideoDeinterlaceMode::cudaVideoDeinterlaceMode_Adaptive,
    }
}

#[cfg(test)]
mod tests;
