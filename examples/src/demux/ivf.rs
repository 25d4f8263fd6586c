//! IVF: a header, and frames behind their sizes and times.

use std::io::{Read, Seek};

use nvdec::{Rational, Size};

use super::source::Source;
use super::{Appearance, Codec, Fault, Faulty, Packet, VideoInfo};
use crate::nal;

#[derive(Debug)]
pub(super) struct Ivf<R> {
    source: Source<R>,
    info: VideoInfo,
    frame: Vec<u8>,
}

/// Programs that cannot go back leave the number of frames at zero.
const UNKNOWN: u32 = 0;

impl<R: Read + Seek> Ivf<R> {
    pub(super) fn open(mut source: Source<R>) -> Result<Self, Fault> {
        let header = source.array::<32>("the header")?;
        let info = info(&header)?;
        source.seek(u16_at(&header, 6).into())?;
        Ok(Self {
            source,
            info,
            frame: Vec::new(),
        })
    }
}

impl<R: Read + Seek + Send> Faulty for Ivf<R> {
    fn info(&self) -> &VideoInfo {
        &self.info
    }

    fn next(&mut self) -> Result<Option<Packet<'_>>, Fault> {
        if self.source.rest() == 0 {
            return Ok(None);
        }
        let header = self.source.array::<12>("a frame's header")?;
        let [a, b, c, d, time @ ..] = header;
        let size = u32::from_le_bytes([a, b, c, d]);
        self.source.read(size.into(), &mut self.frame, "a frame")?;
        let keyframe = is_keyframe(self.info.codec, &self.frame);
        let pts = i64::from_le_bytes(time);
        Ok(Some(Packet::new(&self.frame, pts, keyframe)))
    }
}

fn info(header: &[u8; 32]) -> Result<VideoInfo, Fault> {
    let codec = codec(&header[8..12])?;
    let (rate, scale) = (u32_at(header, 16), u32_at(header, 20));
    if rate == 0 || scale == 0 {
        return Err(Fault::Damaged("its times have no unit".to_owned()));
    }
    let frames = u32_at(header, 24);
    let frame_rate = Rational::new(rate, scale);
    Ok(VideoInfo {
        codec,
        size: Size::new(u16_at(header, 12).into(), u16_at(header, 14).into()),
        // Some programs count milliseconds there.
        frame_rate: Some(frame_rate).filter(|rate| rate.as_f64() < 500.0),
        time_base: Rational::new(scale, rate),
        timed: true,
        bit_depth: None,
        frames: Some(frames.into()).filter(|_| frames != UNKNOWN),
        appearance: Appearance::default(),
    })
}

fn codec(name: &[u8]) -> Result<Codec, Fault> {
    match name {
        b"VP80" => Ok(Codec::Vp8),
        b"VP90" => Ok(Codec::Vp9),
        b"AV01" => Ok(Codec::Av1),
        b"H264" => Ok(Codec::H264),
        b"HEVC" | b"H265" => Ok(Codec::Hevc),
        other => Err(Fault::unknown_type(other)),
    }
}

/// VP8 and VP9 have it in their first bits, H.264 and HEVC in the kinds of their NAL units.
fn is_keyframe(codec: Codec, frame: &[u8]) -> bool {
    let first = frame.first().copied().unwrap_or_default();
    match codec {
        Codec::Vp8 => first & 1 == 0 && !frame.is_empty(),
        Codec::Vp9 => first & 0b1100_1100 == 0b1000_0000,
        Codec::H264 => nal::units(frame).any(|unit| nal::h264_kind(unit) == 5),
        Codec::Hevc => nal::units(frame).any(|unit| matches!(nal::hevc_kind(unit), 16..=21)),
        Codec::Av1 | Codec::I420 => false,
    }
}

fn u16_at(header: &[u8; 32], at: usize) -> u16 {
    u16::from_le_bytes([header[at], header[at + 1]])
}

fn u32_at(header: &[u8; 32], at: usize) -> u32 {
    u32::from_le_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn file(codec: &[u8; 4], frames: &[(u32, u64, &[u8])]) -> Vec<u8> {
        let mut file = b"DKIF\0\0\x20\0".to_vec();
        file.extend(codec);
        file.extend([0x40, 1, 0xc0, 0]);
        [30_000_u32, 1001, 0, 0]
            .iter()
            .for_each(|number| file.extend(number.to_le_bytes()));
        for (size, pts, data) in frames {
            file.extend(size.to_le_bytes());
            file.extend(pts.to_le_bytes());
            file.extend(*data);
        }
        file
    }

    fn open(file: Vec<u8>) -> Result<Ivf<Cursor<Vec<u8>>>, String> {
        let size = file.len() as u64;
        Ivf::open(Source::new(Cursor::new(file), size)).map_err(|fault| fault.to_string())
    }

    #[test]
    fn frames_with_their_times() {
        let mut ivf = open(file(b"VP90", &[(2, 0, &[0x82, 9]), (1, 7, &[0x86])])).unwrap();
        assert_eq!(ivf.info().size, Size::new(320, 192));
        assert_eq!(ivf.info().time_base, Rational::new(1001, 30_000));
        let first = ivf.next().unwrap().unwrap();
        assert_eq!(
            (first.data, first.pts, first.keyframe),
            (&[0x82, 9][..], 0, true)
        );
        let second = ivf.next().unwrap().unwrap();
        assert_eq!(
            (second.data, second.pts, second.keyframe),
            (&[0x86][..], 7, false)
        );
        assert!(ivf.next().unwrap().is_none());
    }

    #[test]
    fn key_pictures_of_vp8_say_so() {
        let mut ivf = open(file(b"VP80", &[(1, 0, &[0x10]), (1, 7, &[0x11])])).unwrap();
        assert_eq!(ivf.info().codec, Codec::Vp8);
        assert!(ivf.next().unwrap().unwrap().keyframe);
        assert!(!ivf.next().unwrap().unwrap().keyframe);
    }

    #[test]
    fn what_is_wrong_is_said() {
        assert!(open(file(b"MPG2", &[])).unwrap_err().contains("MPG2"));
        assert!(open(b"DKIF".to_vec()).unwrap_err().contains("truncated"));
        let mut cut = open(file(b"VP90", &[(9, 0, &[1])])).unwrap();
        assert!(matches!(cut.next(), Err(Fault::Truncated(_))));
    }
}
