use crate::{Area, Chroma, Codec, Error, raw::sys::CUVIDEOFORMAT};
use nvframe::{Colour, ContentLight, MasteringDisplay, PixelFormat, Rational, Size};

/// What a stream says of itself, known once its first sequence header was pushed.
///
/// The encoder of the crate `nvenc` takes the same types, so that it can write again what was
/// read here.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "CUVIDEOFORMAT")]
#[non_exhaustive]
pub struct StreamInfo {
    /// Coding standard.
    pub codec: Codec,
    /// Columns and rows as coded, padding included.
    pub coded_size: Size,
    /// The visible part of the coded picture.
    pub display_area: Area,
    /// Frames a second; 0/0 or 0/1 when the stream does not say.
    pub frame_rate: Rational,
    /// Width to height of a sample; 1/1 when the stream does not say.
    pub sample_aspect: Rational,
    /// Bits of a luma sample.
    pub bit_depth: u8,
    /// Chroma sampling.
    pub chroma: Chroma,
    /// What the samples mean; 2 in each of its numbers when the stream does not say.
    #[doc(alias = "video_signal_description")]
    pub colour: Colour,
    /// The screen it was graded on, as the last such SEI message of H.264 or HEVC says.
    #[doc(alias = "HDR10")]
    pub mastering_display: Option<MasteringDisplay>,
    /// How bright it is, as the last such SEI message of H.264 or HEVC says.
    #[doc(alias = "HDR10")]
    #[doc(alias = "MaxCLL")]
    pub content_light: Option<ContentLight>,
    /// What frames of it look like in device memory, unless
    /// [another format](crate::DecoderBuilder::output_format) was asked for.
    pub format: PixelFormat,
    /// False when pictures may be interlaced.
    pub progressive: bool,
}

impl StreamInfo {
    pub(crate) fn new(codec: Codec, format: &CUVIDEOFORMAT) -> Result<Self, Error> {
        let bit_depth = 8u8.saturating_add(format.bit_depth_luma_minus8);
        let chroma = Chroma::from_raw(format.chroma_format).ok_or(Error::UnknownChroma {
            codec,
            number: format.chroma_format.0,
        })?;
        let area = &format.display_area;
        let [left, top, right, bottom] =
            [area.left, area.top, area.right, area.bottom].map(|side| side.max(0) as u32);
        let display_area = Area::new(left, top, right, bottom);
        Ok(Self {
            codec,
            coded_size: Size::new(format.coded_width, format.coded_height),
            display_area,
            frame_rate: (format.frame_rate.numerator, format.frame_rate.denominator).into(),
            sample_aspect: sample_aspect(format, display_area.size()),
            bit_depth,
            chroma,
            colour: colour(format),
            mastering_display: None,
            content_light: None,
            format: native_format(chroma, bit_depth),
            progressive: format.progressive_sequence != 0,
        })
    }

    /// Columns and rows of the visible part: the size of its frames, unless they are cropped
    /// or resized.
    pub fn size(&self) -> Size {
        self.display_area.size()
    }
}

/// The format that holds all of a stream's samples.
pub(crate) fn native_format(chroma: Chroma, bit_depth: u8) -> PixelFormat {
    match (chroma, bit_depth > 8) {
        (Chroma::Yuv444, false) => PixelFormat::Yuv444,
        (Chroma::Yuv444, true) => PixelFormat::Yuv444P16,
        (Chroma::Yuv422, false) => PixelFormat::Nv16,
        (Chroma::Yuv422, true) => PixelFormat::P216,
        (_, false) => PixelFormat::Nv12,
        (_, true) => PixelFormat::P010,
    }
}

fn colour(format: &CUVIDEOFORMAT) -> Colour {
    let signal = &format.video_signal_description;
    Colour {
        primaries: signal.color_primaries,
        transfer: signal.transfer_characteristics,
        matrix: signal.matrix_coefficients,
        full_range: signal.video_full_range_flag() != 0,
    }
}

/// The driver tells the aspect of the whole picture.
fn sample_aspect(format: &CUVIDEOFORMAT, size: Size) -> Rational {
    let aspect = &format.display_aspect_ratio;
    let positive = |side| u64::try_from(side).ok().filter(|side| *side > 0);
    let (Some(x), Some(y)) = (positive(aspect.x), positive(aspect.y)) else {
        return Rational::new(1, 1);
    };
    let (width, height) = (x * u64::from(size.height), y * u64::from(size.width));
    let divisor = greatest_common_divisor(width, height).max(1);
    let side = |side: u64| u32::try_from(side / divisor);
    match (side(width), side(height)) {
        (Ok(width), Ok(height)) => Rational::new(width, height),
        _ => Rational::new(1, 1),
    }
}

fn greatest_common_divisor(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aspect(x: i32, y: i32, size: (u32, u32)) -> Rational {
        let mut format = CUVIDEOFORMAT::default();
        (format.display_aspect_ratio.x, format.display_aspect_ratio.y) = (x, y);
        sample_aspect(&format, size.into())
    }

    #[test]
    fn the_aspect_of_samples_comes_from_that_of_the_picture() {
        assert_eq!(aspect(16, 9, (320, 180)), Rational::new(1, 1));
        assert_eq!(aspect(4, 3, (720, 576)), Rational::new(16, 15));
        assert_eq!(aspect(0, 3, (720, 576)), Rational::new(1, 1));
        assert_eq!(aspect(-4, 3, (720, 576)), Rational::new(1, 1));
        assert_eq!(aspect(i32::MAX, 1, (1, 8192)), Rational::new(1, 1));
    }
}
