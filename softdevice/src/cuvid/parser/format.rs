//! What a stream is like, as the sequence callback says it.

use nvenc_sys::{CUVIDEOFORMAT, cudaVideoChromaFormat, cudaVideoCodec};

/// A stream's format. Two that are equal need no new sequence callback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Format {
    pub(super) codec: cudaVideoCodec,
    /// Frames a second; zeros if unknown.
    pub(super) frame_rate: (u32, u32),
    pub(super) progressive: bool,
    pub(super) depth_minus8: (u8, u8),
    pub(super) surfaces: u8,
    /// Coded width and height.
    pub(super) coded: (u32, u32),
    pub(super) display: Area,
    /// 0 to 3: monochrome, 4:2:0, 4:2:2, 4:4:4.
    pub(super) chroma: u32,
    /// Width and height of a sample; zeros if unknown.
    pub(super) sample_aspect: (u32, u32),
    pub(super) signal: Signal,
}

/// The part of the coded picture that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: u32,
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
}

/// How samples become light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Signal {
    pub(super) video_format: u8,
    pub(super) full_range: bool,
    pub(super) primaries: u8,
    pub(super) transfer: u8,
    pub(super) matrix: u8,
}

impl Default for Signal {
    /// Unspecified, all of it.
    fn default() -> Self {
        Self {
            video_format: 5,
            full_range: false,
            primaries: 2,
            transfer: 2,
            matrix: 2,
        }
    }
}

impl Area {
    /// What is left of `coded` without `crop` (left, right, top, bottom); `None` if nothing is.
    pub(super) fn cropped(coded: (u32, u32), crop: [u32; 4]) -> Option<Self> {
        let area = Self {
            left: crop[0],
            right: coded.0.checked_sub(crop[1])?,
            top: crop[2],
            bottom: coded.1.checked_sub(crop[3])?,
        };
        (area.left < area.right && area.top < area.bottom).then_some(area)
    }

    /// Where a picture cropped to this area lies in the coded one.
    pub(super) fn origin(&self) -> (usize, usize) {
        (self.left as usize, self.top as usize)
    }
}

impl Format {
    /// As the header has it.
    pub(super) fn describe(&self) -> CUVIDEOFORMAT {
        let mut format = CUVIDEOFORMAT {
            codec: self.codec,
            progressive_sequence: self.progressive.into(),
            bit_depth_luma_minus8: self.depth_minus8.0,
            bit_depth_chroma_minus8: self.depth_minus8.1,
            min_num_decode_surfaces: self.surfaces,
            coded_width: self.coded.0,
            coded_height: self.coded.1,
            chroma_format: cudaVideoChromaFormat(self.chroma),
            ..CUVIDEOFORMAT::default()
        };
        (format.frame_rate.numerator, format.frame_rate.denominator) = reduced(self.frame_rate);
        self.describe_display(&mut format);
        self.describe_signal(&mut format);
        format
    }

    fn describe_display(&self, format: &mut CUVIDEOFORMAT) {
        let area = self.display;
        format.display_area.left = area.left as i32;
        format.display_area.top = area.top as i32;
        format.display_area.right = area.right as i32;
        format.display_area.bottom = area.bottom as i32;
        let (x, y) = self.aspect();
        format.display_aspect_ratio.x = x as i32;
        format.display_aspect_ratio.y = y as i32;
    }

    fn describe_signal(&self, format: &mut CUVIDEOFORMAT) {
        let signal = &mut format.video_signal_description;
        signal.set_video_format(self.signal.video_format);
        signal.set_video_full_range_flag(self.signal.full_range.into());
        signal.color_primaries = self.signal.primaries;
        signal.transfer_characteristics = self.signal.transfer;
        signal.matrix_coefficients = self.signal.matrix;
    }

    /// The display aspect ratio; square samples if the stream says nothing.
    fn aspect(&self) -> (u32, u32) {
        let (width, height) = match self.sample_aspect {
            (0, _) | (_, 0) => (1, 1),
            ratio => ratio,
        };
        let area = self.display;
        // Sizes and ratios have at most 16 bits each.
        reduced((
            (area.right - area.left).saturating_mul(width),
            (area.bottom - area.top).saturating_mul(height),
        ))
    }
}

/// The same ratio in the smallest numbers.
fn reduced((numerator, denominator): (u32, u32)) -> (u32, u32) {
    let (mut a, mut b) = (numerator, denominator);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let divisor = a.max(1);
    (numerator / divisor, denominator / divisor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_reduced() {
        assert_eq!(reduced((60_000, 2002)), (30_000, 1001));
        assert_eq!(reduced((320, 180)), (16, 9));
        assert_eq!(reduced((0, 0)), (0, 0));
    }

    #[test]
    fn a_crop_that_leaves_nothing_is_none() {
        let area = Area::cropped((320, 192), [0, 0, 0, 12]).unwrap();
        assert_eq!((area.right, area.bottom), (320, 180));
        assert_eq!(Area::cropped((16, 16), [8, 8, 0, 0]), None);
        assert_eq!(Area::cropped((16, 16), [0, 17, 0, 0]), None);
    }
}
