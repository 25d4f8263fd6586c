use crate::{Chroma, Codec};
use nvframe::{PixelFormat, Rational, Size};

/// What a stream says of itself, known once its first sequence header was pushed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "CUVIDEOFORMAT")]
#[non_exhaustive]
pub struct StreamInfo {
    /// Coding standard.
    pub codec: Codec,
    /// Columns and rows as coded, padding included.
    pub coded_size: Size,
    /// Frames a second; 0/0 or 0/1 when the stream does not say.
    pub frame_rate: Rational,
    /// Bits of a luma sample.
    pub bit_depth: u8,
    /// Chroma sampling.
    pub chroma: Chroma,
    /// What frames of it look like in device memory.
    pub format: PixelFormat,
    /// False when pictures may be interlaced.
    pub progressive: bool,
    pub(crate) display_area: [i32; 4],
}

impl StreamInfo {
    /// Columns and rows of the visible part: the size of its frames.
    pub fn size(&self) -> Size {
        let [left, top, right, bottom] = self.display_area;
        Size::new(right.abs_diff(left), bottom.abs_diff(top))
    }
}
