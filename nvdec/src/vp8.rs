//! What VP8's key frames say of their size.
//!
//! The driver's parser rounds it down to whole macroblocks: of 177x145 it tells 176x144 (measured
//! on driver 580.159.04). So the size is read here, and put right wherever the parser tells it.
//!
//! Section numbers are those of RFC 6386.

use crate::raw::sys::{CUVIDEOFORMAT, CUVIDPICPARAMS};
use nvframe::Size;

/// Columns and rows of a macroblock.
const MACROBLOCK: u32 = 16;

/// The size that the last key frame told, and what the parser told of it.
#[derive(Debug, Default)]
pub(crate) struct KeyFrame {
    size: Option<Size>,
    format: Option<CUVIDEOFORMAT>,
}

impl KeyFrame {
    /// Reads a frame that the parser gets next.
    pub(crate) fn read(&mut self, frame: &[u8]) {
        self.size = size(frame).or(self.size);
    }

    /// What the parser tells of a sequence, with the key frame's size.
    pub(crate) fn begin(&mut self, format: &CUVIDEOFORMAT) -> CUVIDEOFORMAT {
        self.format = Some(*format);
        self.mended(*format)
    }

    /// What the parser would have told if a size of as many whole macroblocks were another one
    /// to it; `None` when pictures are of `size`, as the last it told.
    pub(crate) fn missed(&self, size: Size) -> Option<CUVIDEOFORMAT> {
        let format = self.format.filter(|_| self.size.is_some())?;
        (displayed(&self.mended(format)) != size).then_some(format)
    }

    /// Puts the size of a picture right.
    pub(crate) fn mend(&self, picture: &mut CUVIDPICPARAMS) {
        let (Some(size), Some(format)) = (self.size, &self.format) else {
            return;
        };
        if size.fits(displayed(format)) {
            return;
        }
        let coded = coded(size);
        picture.PicWidthInMbs = (coded.width / MACROBLOCK) as i32;
        picture.FrameHeightInMbs = (coded.height / MACROBLOCK) as i32;
        picture.CodecSpecific.vp8.width = size.width as i32;
        picture.CodecSpecific.vp8.height = size.height as i32;
    }

    fn mended(&self, mut format: CUVIDEOFORMAT) -> CUVIDEOFORMAT {
        let Some(size) = self.size.filter(|size| !size.fits(displayed(&format))) else {
            return format;
        };
        let coded = coded(size);
        format.coded_width = format.coded_width.max(coded.width);
        format.coded_height = format.coded_height.max(coded.height);
        let (width, height) = (size.width as i32, size.height as i32);
        let area = &mut format.display_area;
        [area.left, area.top, area.right, area.bottom] = [0, 0, width, height];
        // The parser's is that of the size it tells; VP8's samples are square.
        (format.display_aspect_ratio.x, format.display_aspect_ratio.y) = (width, height);
        format
    }
}

/// The size in the header of a key frame (9.1); `None` for every other frame.
fn size(frame: &[u8]) -> Option<Size> {
    let [tag, _, _, 0x9d, 0x01, 0x2a, a, b, c, d, ..] = *frame else {
        return None;
    };
    // The two bits above say how to scale the picture for show, which decoders leave alone.
    let side = |bytes| u32::from(u16::from_le_bytes(bytes) & 0x3fff);
    let size = Size::new(side([a, b]), side([c, d]));
    let is_key = tag & 1 == 0;
    (is_key && size.width > 0 && size.height > 0).then_some(size)
}

fn coded(size: Size) -> Size {
    Size::new(
        size.width.next_multiple_of(MACROBLOCK),
        size.height.next_multiple_of(MACROBLOCK),
    )
}

fn displayed(format: &CUVIDEOFORMAT) -> Size {
    let area = &format.display_area;
    let side = |from: i32, to: i32| to.max(0).abs_diff(from.max(0));
    Size::new(side(area.left, area.right), side(area.top, area.bottom))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Area, Codec, StreamInfo};
    use nvframe::Rational;

    /// The beginning of tests/clips/vp8-odd.ivf's first frame, but for the size.
    fn key_frame(width: u16, height: u16) -> Vec<u8> {
        let [[a, b], [c, d]] = [width, height].map(u16::to_le_bytes);
        vec![0x10, 0x42, 0, 0x9d, 0x01, 0x2a, a, b, c, d, 0x39]
    }

    /// What the driver's parser makes of a size.
    fn told(size: Size) -> CUVIDEOFORMAT {
        let [width, height] = [size.width, size.height].map(|side| side / 16 * 16);
        let mut format = CUVIDEOFORMAT {
            coded_width: width,
            coded_height: height,
            chroma_format: crate::Chroma::Yuv420.raw(),
            ..Default::default()
        };
        (format.display_area.right, format.display_area.bottom) = (width as i32, height as i32);
        (format.display_aspect_ratio.x, format.display_aspect_ratio.y) = (11, 9);
        format
    }

    #[test]
    fn key_frames_tell_their_size() {
        assert_eq!(size(&key_frame(177, 145)), Some(Size::new(177, 145)));
        let scaled = key_frame(177 | 0x4000, 145 | 0xc000);
        assert_eq!(size(&scaled), Some(Size::new(177, 145)));
        let clip = include_bytes!("../tests/clips/vp8-odd.ivf");
        assert_eq!(size(&clip[32 + 12..]), Some(Size::new(177, 145)));
    }

    #[test]
    fn what_is_no_key_frame_tells_none() {
        let frame = key_frame(177, 145);
        for length in 0..10 {
            assert_eq!(size(&frame[..length]), None, "{length} bytes");
        }
        for at in [0, 3, 4, 5] {
            let mut other = frame.clone();
            other[at] ^= 1;
            assert_eq!(size(&other), None, "byte {at}");
        }
        assert_eq!(size(&key_frame(0, 145)), None);
        assert_eq!(size(&key_frame(177, 0x4000)), None);
    }

    #[test]
    fn a_sequence_has_the_size_of_its_key_frame() {
        let mut key = KeyFrame::default();
        key.read(&key_frame(177, 145));
        key.read(&[1, 2, 3]); // another frame changes nothing
        let format = key.begin(&told(Size::new(177, 145)));
        let info = StreamInfo::new(Codec::Vp8, &format).unwrap();
        assert_eq!(info.coded_size, Size::new(192, 160));
        assert_eq!(info.display_area, Area::new(0, 0, 177, 145));
        assert_eq!(info.sample_aspect, Rational::new(1, 1));

        let mut picture = CUVIDPICPARAMS::default();
        key.mend(&mut picture);
        let blocks = (picture.PicWidthInMbs, picture.FrameHeightInMbs);
        assert_eq!(blocks, (12, 10));
        // SAFETY: all of the union is plain numbers, and was zeroed.
        let vp8 = unsafe { picture.CodecSpecific.vp8 };
        assert_eq!((vp8.width, vp8.height), (177, 145));
    }

    #[test]
    fn a_sequence_that_is_told_right_stays_as_it_is() {
        let exact = told(Size::new(192, 160));
        for frame in [&key_frame(192, 160)[..], &[]] {
            let mut key = KeyFrame::default();
            key.read(frame);
            let format = key.begin(&exact);
            assert_eq!(displayed(&format), Size::new(192, 160));
            assert_eq!(format.display_aspect_ratio.x, 11);
            assert!(key.missed(Size::new(192, 160)).is_none());
            let mut picture = CUVIDPICPARAMS::default();
            key.mend(&mut picture);
            assert_eq!(picture.PicWidthInMbs, 0);
        }
    }

    #[test]
    fn a_change_of_size_that_the_parser_does_not_see_is_seen() {
        let (odd, even) = (Size::new(177, 145), Size::new(176, 144));
        let mut key = KeyFrame::default();
        assert!(key.missed(odd).is_none(), "nothing was told");
        key.read(&key_frame(177, 145));
        key.begin(&told(odd));
        assert!(key.missed(odd).is_none());
        key.read(&key_frame(176, 144));
        let format = key.missed(odd).unwrap();
        assert_eq!(displayed(&key.begin(&format)), even);
        assert!(key.missed(even).is_none());
    }
}
