//! The driver's decoder: surfaces that pictures are decoded into, and maps of them.

use super::maps::{Mapped, Maps};
use super::sys::{
    CUVIDDECODECREATEINFO, CUVIDPARSERDISPINFO, CUVIDPICPARAMS, CUVIDPROCPARAMS, CuvidLibrary,
    cudaVideoCreateFlags, cudaVideoDeinterlaceMode, cudaVideoSurfaceFormat,
};
use crate::{
    Chroma, Codec,
    error::{Error, Status},
};
use nvframe::{
    PixelFormat, Size,
    cudarc::driver::{CudaContext, CudaStream, DriverError, result},
};
use std::{
    ffi::c_void,
    ptr::{self, NonNull},
    sync::Arc,
};

/// What a decoder is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Geometry {
    pub(crate) codec: Codec,
    pub(crate) chroma: Chroma,
    pub(crate) bit_depth: u8,
    /// Columns and rows as coded, padding included.
    pub(crate) coded: Size,
    /// Left, top, right, bottom of the visible part.
    pub(crate) display: [i32; 4],
    pub(crate) format: PixelFormat,
    pub(crate) decode_surfaces: u32,
    /// Output surfaces that the user may map at once.
    pub(crate) output_surfaces: u32,
}

/// Output surfaces beyond the user's: for a picture that has to be mapped early.
const SPARE_OUTPUT_SURFACES: u32 = 1;

impl Geometry {
    /// Columns and rows of the visible part.
    pub(crate) fn visible(&self) -> Size {
        let [left, top, right, bottom] = self.display;
        Size::new(right.abs_diff(left), bottom.abs_diff(top))
    }

    /// The visible part with even sides, which is what output surfaces have: the row or
    /// column beyond an odd side comes from the coded padding.
    fn target(&self) -> Size {
        even(self.visible())
    }

    fn create_info(&self) -> CUVIDDECODECREATEINFO {
        let (coded, target) = (even(self.coded), self.target());
        let mut info = CUVIDDECODECREATEINFO {
            ulWidth: coded.width.into(),
            ulHeight: coded.height.into(),
            ulNumDecodeSurfaces: self.decode_surfaces.into(),
            CodecType: self.codec.raw(),
            ChromaFormat: self.chroma.raw(),
            ulCreationFlags: cudaVideoCreateFlags::cudaVideoCreate_PreferCUVID.0.into(),
            bitDepthMinus8: u64::from(self.bit_depth.saturating_sub(8)),
            ulMaxWidth: coded.width.into(),
            ulMaxHeight: coded.height.into(),
            OutputFormat: surface_format(self.format),
            DeinterlaceMode: cudaVideoDeinterlaceMode::cudaVideoDeinterlaceMode_Weave,
            ulTargetWidth: target.width.into(),
            ulTargetHeight: target.height.into(),
            ulNumOutputSurfaces: u64::from(self.output_surfaces + SPARE_OUTPUT_SURFACES),
            ..Default::default()
        };
        let [left, top, ..] = self.display;
        let [left, top] = [left, top].map(|start| i16::try_from(start).unwrap_or(i16::MAX));
        let end = |start: i16, length: u32| {
            i16::try_from(i64::from(start) + i64::from(length)).unwrap_or(i16::MAX)
        };
        (info.display_area.left, info.display_area.top) = (left, top);
        info.display_area.right = end(left, target.width);
        info.display_area.bottom = end(top, target.height);
        info
    }
}

/// Waits for a stream, whatever error another part of the program left in its context.
fn synchronize(stream: &CudaStream) -> Result<(), DriverError> {
    // SAFETY: the stream is alive as long as the reference to its owner.
    unsafe { result::stream::synchronize(stream.cu_stream()) }
}

fn even(size: Size) -> Size {
    Size::new(
        size.width.next_multiple_of(2),
        size.height.next_multiple_of(2),
    )
}

fn surface_format(format: PixelFormat) -> cudaVideoSurfaceFormat {
    match format {
        PixelFormat::P010 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_P016,
        PixelFormat::Yuv444 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_YUV444,
        PixelFormat::Yuv444P16 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_YUV444_16Bit,
        _ => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_NV12,
    }
}

/// One decoder. Frames share it, so it is destroyed after the last of them.
#[derive(Debug)]
pub(crate) struct RawDecoder {
    handle: NonNull<c_void>,
    geometry: Geometry,
    maps: Maps,
    /// What the driver writes an output surface on.
    stream: Arc<CudaStream>,
    context: Arc<CudaContext>,
    library: Arc<CuvidLibrary>,
}

// SAFETY: the driver's decoder may be called from any thread, several at once (NVDEC
// programming guide: decode and map in separate threads); all else in it is `Send`.
unsafe impl Send for RawDecoder {}
// SAFETY: as above.
unsafe impl Sync for RawDecoder {}

impl RawDecoder {
    pub(crate) fn new(
        library: Arc<CuvidLibrary>,
        context: Arc<CudaContext>,
        geometry: Geometry,
    ) -> Result<Self, Error> {
        nvframe::bind(&context).map_err(Error::cuda("cuCtxSetCurrent"))?;
        let stream = context
            .new_stream()
            .map_err(Error::cuda("cuStreamCreate"))?;
        let mut info = geometry.create_info();
        let mut handle = ptr::null_mut();
        // SAFETY: both pointers are to locals that outlive the call; a context is current.
        let status = unsafe { (library.create_decoder)(&mut handle, &mut info) };
        Status(status).check("cuvidCreateDecoder")?;
        let handle = NonNull::new(handle).ok_or(Error::Driver {
            call: "cuvidCreateDecoder",
            status: Status(status),
        })?;
        let maps = Maps::new(geometry.output_surfaces + SPARE_OUTPUT_SURFACES);
        Ok(Self {
            handle,
            geometry,
            maps,
            stream,
            context,
            library,
        })
    }

    pub(crate) fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    pub(crate) fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }

    /// Rows of an output surface's luma plane.
    pub(crate) fn luma_rows(&self) -> usize {
        self.geometry.target().height as usize
    }

    pub(crate) fn decode(&self, picture: &mut CUVIDPICPARAMS) -> Result<(), Error> {
        self.bind()?;
        self.maps.forget(picture.CurrPicIdx);
        // SAFETY: the decoder is alive, and the parser that calls us made the parameters.
        let status = unsafe { (self.library.decode_picture)(self.handle.as_ptr(), picture) };
        Status(status).check("cuvidDecodePicture")
    }

    /// Maps a decoded picture; waits for an output surface, and for the picture to be whole.
    pub(crate) fn map(&self, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
        self.map_within(self.geometry.output_surfaces, shown)
    }

    /// Maps a picture that the user has not asked for yet: the spare surfaces count too.
    pub(crate) fn map_early(&self, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
        self.map_within(self.geometry.output_surfaces + SPARE_OUTPUT_SURFACES, shown)
    }

    fn map_within(&self, surfaces: u32, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
        self.maps
            .share_or(shown.picture_index, surfaces, || self.map_surface(shown))
    }

    fn map_surface(&self, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
        self.bind()?;
        let mut processing = CUVIDPROCPARAMS {
            progressive_frame: shown.progressive_frame,
            top_field_first: shown.top_field_first,
            second_field: shown.repeat_first_field.saturating_add(1),
            unpaired_field: (shown.repeat_first_field < 0).into(),
            output_stream: self.stream.cu_stream().cast(),
            ..Default::default()
        };
        let mut mapped = Mapped {
            address: 0,
            pitch: 0,
        };
        // SAFETY: the decoder is alive; all pointers are to locals that outlive the call.
        let status = unsafe {
            (self.library.map_video_frame)(
                self.handle.as_ptr(),
                shown.picture_index,
                &mut mapped.address,
                &mut mapped.pitch,
                &mut processing,
            )
        };
        Status(status).check("cuvidMapVideoFrame64")?;
        // The driver writes the surface on the stream and returns before it is written.
        synchronize(&self.stream)
            .map_err(Error::cuda("cuStreamSynchronize"))
            .inspect_err(|_| self.unmap_surface(mapped.address))?;
        Ok(mapped)
    }

    /// Gives a mapped surface back, when no other frame shares it.
    pub(crate) fn unmap(&self, mapped: Mapped) {
        self.maps
            .release(mapped, || self.unmap_surface(mapped.address));
    }

    fn unmap_surface(&self, address: u64) {
        if self.bind().is_ok() {
            // SAFETY: the decoder is alive; an address it did not map is refused with a
            // status. There is nothing to do about a failure: the decoder's end frees all.
            unsafe { (self.library.unmap_video_frame)(self.handle.as_ptr(), address) };
        }
    }

    fn bind(&self) -> Result<(), Error> {
        nvframe::bind(&self.context).map_err(Error::cuda("cuCtxSetCurrent"))
    }
}

impl Drop for RawDecoder {
    fn drop(&mut self) {
        if self.bind().is_ok() {
            // SAFETY: the decoder is alive and is destroyed nowhere else; every frame that
            // maps a surface of it holds an `Arc` to `self`.
            unsafe { (self.library.destroy_decoder)(self.handle.as_ptr()) };
        }
    }
}
