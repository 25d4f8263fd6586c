//! What a decoder was asked for, checked.

use nvenc_sys::{
    CUVIDDECODECREATEINFO, CUVIDRECONFIGUREDECODERINFO, cudaVideoCodec, cudaVideoDeinterlaceMode,
    cudaVideoSurfaceFormat,
};

use crate::{
    codec::Codec,
    cuda::{
        ffi::Outcome,
        status::{INVALID_VALUE, NOT_SUPPORTED},
    },
    cuvid::caps::{Limits, limits},
    watch,
};

/// A hardware decoder refuses more, and no stream needs them.
const MAX_SURFACES: u64 = 64;

/// A checked description of a decoder.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    pub(super) codec: Codec,
    pub(super) limits: Limits,
    /// The largest coded size that a reconfiguration may ask for.
    pub(super) max_size: (u64, u64),
    pub(super) surfaces: usize,
    pub(super) outputs: usize,
    pub(super) geometry: Geometry,
}

/// How a decoded picture becomes a mapped one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Geometry {
    pub(super) layout: Layout,
    /// The part of the coded picture that is shown.
    pub(super) crop: Rect,
    /// Size of the output.
    pub(super) target: (usize, usize),
    /// The part of the output that is painted.
    pub(super) painted: Rect,
    /// Fields are to be taken apart.
    pub(super) deinterlace: bool,
}

/// How samples lie in the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) wide: bool,
    pub(super) planar_444: bool,
}

/// Half open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rect {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// Left, top, right, bottom.
type Corners = [i16; 4];

impl Settings {
    pub(super) fn new(info: &CUVIDDECODECREATEINFO) -> Outcome<Self> {
        if info.Reserved1 != 0 || info.Reserved2 != [0; 4] {
            watch::explain("a reserved field is not 0");
            return Err(INVALID_VALUE);
        }
        let depth = u32::try_from(info.bitDepthMinus8).map_err(|_| INVALID_VALUE)?;
        let limits = limits(info.CodecType, info.ChromaFormat, depth).ok_or(NOT_SUPPORTED)?;
        let outputs = bounded(info.ulNumOutputSurfaces)?;
        let max = |max: u64, size: u64| if max == 0 { size } else { max };
        let settings = Self {
            codec: codec(info.CodecType)?,
            limits,
            max_size: (
                max(info.ulMaxWidth, info.ulWidth),
                max(info.ulMaxHeight, info.ulHeight),
            ),
            surfaces: bounded(info.ulNumDecodeSurfaces)?,
            outputs,
            geometry: geometry(info, limits)?,
        };
        settings.admit(info.ulWidth, info.ulHeight)?;
        Ok(settings)
    }

    /// The settings after a reconfiguration.
    pub(super) fn reconfigured(&self, info: &CUVIDRECONFIGUREDECODERINFO) -> Outcome<Self> {
        if info.reserved1 != [0; 12] || info.reserved2 != [0; 11] {
            watch::explain("a reserved field is not 0");
            return Err(INVALID_VALUE);
        }
        let coded = (u64::from(info.ulWidth), u64::from(info.ulHeight));
        self.admit(coded.0, coded.1)?;
        let target = (info.ulTargetWidth.into(), info.ulTargetHeight.into());
        let area = info.display_area;
        let painted = info.target_rect;
        Ok(Self {
            surfaces: bounded(info.ulNumDecodeSurfaces.into())?,
            geometry: Geometry {
                crop: shown([area.left, area.top, area.right, area.bottom], coded)?,
                target: size(target)?,
                painted: rect(
                    [painted.left, painted.top, painted.right, painted.bottom],
                    target,
                )?,
                ..self.geometry
            },
            ..self.clone()
        })
    }

    fn admit(&self, width: u64, height: u64) -> Outcome {
        let fits = width <= self.max_size.0 && height <= self.max_size.1;
        (fits && self.limits.admit(width, height))
            .then_some(())
            .ok_or(INVALID_VALUE)
    }
}

impl Geometry {
    /// Bytes from one row of the output to the next.
    pub(super) fn pitch(&self) -> usize {
        (self.target.0 * self.layout.sample_bytes()).next_multiple_of(256)
    }

    /// Bytes of an output surface.
    pub(super) fn bytes(&self) -> usize {
        let rows = self.target.1;
        let chroma_rows = match self.layout.planar_444 {
            true => 2 * rows,
            false => rows.div_ceil(2),
        };
        self.pitch() * (rows + chroma_rows)
    }
}

impl Layout {
    pub(super) fn sample_bytes(self) -> usize {
        if self.wide { 2 } else { 1 }
    }
}

fn codec(codec: cudaVideoCodec) -> Outcome<Codec> {
    match codec {
        cudaVideoCodec::cudaVideoCodec_H264 => Ok(Codec::H264),
        cudaVideoCodec::cudaVideoCodec_HEVC => Ok(Codec::Hevc),
        cudaVideoCodec::cudaVideoCodec_VP9 => Ok(Codec::Vp9),
        _ => Err(NOT_SUPPORTED),
    }
}

fn bounded(surfaces: u64) -> Outcome<usize> {
    match surfaces {
        1..=MAX_SURFACES => Ok(surfaces as usize),
        _ => Err(INVALID_VALUE),
    }
}

fn geometry(info: &CUVIDDECODECREATEINFO, limits: Limits) -> Outcome<Geometry> {
    let target = (info.ulTargetWidth, info.ulTargetHeight);
    let area = info.display_area;
    let painted = info.target_rect;
    Ok(Geometry {
        layout: layout(info.OutputFormat, limits)?,
        crop: shown(
            [area.left, area.top, area.right, area.bottom],
            (info.ulWidth, info.ulHeight),
        )?,
        target: size(target)?,
        painted: rect(
            [painted.left, painted.top, painted.right, painted.bottom],
            target,
        )?,
        deinterlace: deinterlace(info.DeinterlaceMode)?,
    })
}

fn layout(format: cudaVideoSurfaceFormat, limits: Limits) -> Outcome<Layout> {
    if format.0 >= 16 || limits.outputs & 1 << format.0 == 0 {
        return Err(NOT_SUPPORTED);
    }
    Ok(Layout {
        wide: format.0 & 1 == 1,
        planar_444: format.0 & 2 == 2,
    })
}

fn deinterlace(mode: cudaVideoDeinterlaceMode) -> Outcome<bool> {
    match mode.0 {
        0 => Ok(false),
        1 | 2 => Ok(true),
        _ => Err(INVALID_VALUE),
    }
}

fn size((width, height): (u64, u64)) -> Outcome<(usize, usize)> {
    // As wide and high as the largest picture that any format has.
    let sides = 1..=16_384;
    (sides.contains(&width) && sides.contains(&height))
        .then_some((width as usize, height as usize))
        .ok_or(INVALID_VALUE)
}

/// What is shown of a picture: as large as asked for, but begun at a column and a row that are
/// multiples of four, as the real driver has it (580.159.04).
fn shown(corners: Corners, whole: (u64, u64)) -> Outcome<Rect> {
    let asked = rect(corners, whole)?;
    Ok(Rect {
        left: asked.left & !3,
        top: asked.top & !3,
        ..asked
    })
}

/// A rectangle within `whole`; all of it for one of zeros.
fn rect(corners: Corners, whole: (u64, u64)) -> Outcome<Rect> {
    if corners == [0; 4] {
        let (width, height) = size(whole)?;
        return Ok(Rect {
            left: 0,
            top: 0,
            width,
            height,
        });
    }
    let [left, top, right, bottom] = corners.map(|corner| usize::try_from(corner).ok());
    let length = |start: Option<usize>, end: Option<usize>, limit: u64| {
        let length = end?.checked_sub(start?)?;
        (length > 0 && end? as u64 <= limit).then_some((start?, length))
    };
    let (left, width) = length(left, right, whole.0).ok_or(INVALID_VALUE)?;
    let (top, height) = length(top, bottom, whole.1).ok_or(INVALID_VALUE)?;
    Ok(Rect {
        left,
        top,
        width,
        height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_begins_at_multiples_of_four() {
        for (asked, begins) in [
            ([34, 18, 130, 102], (32, 16)),
            ([2, 0, 98, 84], (0, 0)),
            ([0, 7, 96, 91], (0, 4)),
            ([36, 20, 130, 102], (36, 20)),
        ] {
            let shown = shown(asked, (320, 192)).unwrap();
            assert_eq!((shown.left, shown.top), begins, "{asked:?}");
            let size = [asked[2] - asked[0], asked[3] - asked[1]].map(|side| side as usize);
            assert_eq!([shown.width, shown.height], size, "{asked:?}");
        }
        assert_eq!(shown([4, 0, 322, 96], (320, 192)), Err(INVALID_VALUE));
    }
}
