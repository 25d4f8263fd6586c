//! A coded video in memory, cut into what a decoder is given at once.

use std::fs;
use std::io::Cursor;
use std::ops::Range;
use std::path::Path;

use nvdec::{Codec, Rational};

use crate::demux::{self, Demux};
use crate::error::{Error, Result};

/// What [`Clip::container`] says of a stream without one. Its packets are NAL units and the like.
pub const BYTE_STREAM: &str = "byte stream";

/// A coded video in memory.
#[derive(Debug)]
pub struct Clip {
    codec: Codec,
    bytes: Vec<u8>,
    packets: Vec<(Range<usize>, i64)>,
    container: &'static str,
    frame_rate: Option<Rational>,
}

impl Clip {
    /// Reads a file: H.264, HEVC, MPEG-1, MPEG-2, MPEG-4 or VC-1 of the Advanced profile as a byte
    /// stream, IVF, or what [`demux::open`] reads.
    ///
    /// # Errors
    /// [`Error::System`], [`Error::BadInput`], [`Error::Demux`]: it cannot be read, or is no
    /// such file
    pub fn read(path: &Path) -> Result<Self> {
        let name = path.display().to_string();
        let bytes = fs::read(path).map_err(|source| {
            Error::BadInput(format!("Unable to open input file: {name}: {source}"))
        })?;
        if let Some(codec) = byte_stream(&bytes) {
            return Ok(Self::of_units(codec, bytes));
        }
        match ivf_codec(&bytes) {
            Some(codec) => Self::of_ivf(codec?, bytes, &name),
            None => Self::of_container(bytes, &name),
        }
    }

    /// How it is coded.
    pub fn codec(&self) -> Codec {
        self.codec
    }

    /// What the packets were in.
    pub fn container(&self) -> &'static str {
        self.container
    }

    /// Frames a second, where its container tells.
    pub(super) fn frame_rate(&self) -> Option<Rational> {
        self.frame_rate
    }

    /// What to push, with its timestamp.
    pub fn packets(&self) -> impl Iterator<Item = (&[u8], i64)> {
        self.packets
            .iter()
            .map(|(range, timestamp)| (&self.bytes[range.clone()], *timestamp))
    }

    fn of_units(codec: Codec, bytes: Vec<u8>) -> Self {
        let mut starts = start_codes(&bytes);
        if codec == Codec::Vc1 {
            keep_pictures(&mut starts, &bytes);
        }
        starts.push(bytes.len());
        let packets = starts.windows(2).map(|pair| (pair[0]..pair[1], 0));
        Self {
            codec,
            packets: packets.collect(),
            bytes,
            container: BYTE_STREAM,
            frame_rate: None,
        }
    }

    fn of_ivf(codec: Codec, bytes: Vec<u8>, name: &str) -> Result<Self> {
        let packets = ivf_packets(&bytes)
            .ok_or_else(|| Error::BadInput(format!("{name}: the IVF file is not whole")))?;
        Ok(Self {
            codec,
            bytes,
            packets,
            container: "IVF",
            frame_rate: None,
        })
    }

    fn of_container(file: Vec<u8>, name: &str) -> Result<Self> {
        let size = file.len() as u64;
        let mut demux = demux::open(Cursor::new(file), size, name, None)?;
        let codec = decoded_codec(demux.as_ref())?;
        let (mut bytes, mut packets) = (Vec::new(), Vec::new());
        while let Some(packet) = demux.next()? {
            let start = bytes.len();
            bytes.extend_from_slice(packet.data);
            packets.push((start..bytes.len(), packet.pts));
        }
        Ok(Self {
            codec,
            bytes,
            packets,
            container: "container",
            frame_rate: demux.info().frame_rate,
        })
    }
}

fn decoded_codec(demux: &dyn Demux) -> Result<Codec> {
    let raw = || Error::BadInput("raw video needs no decoder".to_owned());
    demux.info().codec.decoded().ok_or_else(raw)
}

/// The codec of a byte stream, told by its first unit: parameter sets, an access unit delimiter
/// or SEI of an Annex B stream; the header of a sequence or of an object. No container begins so.
fn byte_stream(bytes: &[u8]) -> Option<Codec> {
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    match bytes.get(zeros..)? {
        // 7.3.1.2 of H.265: types 32 to 35 and 39, layer 0, temporal id 0.
        [1, header, 1, ..] if zeros >= 2 && matches!(header >> 1, 32..=35 | 39) => {
            Some(Codec::Hevc)
        }
        // 7.3.1 of H.264: a sequence parameter set that is referred to; delimiter; SEI.
        [1, 0x27 | 0x47 | 0x67 | 0x09 | 0x06, ..] if zeros >= 2 => Some(Codec::H264),
        // 6.2.2 of MPEG-1 and MPEG-2 video: sequence_header_code.
        [1, 0xb3, after @ ..] if zeros >= 2 => Some(mpeg_video(after)),
        // Annex E and 6.1 of SMPTE 421M: a sequence header, of the Advanced profile.
        [1, VC1_SEQUENCE, 0xc0..=0xff, ..] if zeros >= 2 => Some(Codec::Vc1),
        // 6.2.2 of MPEG-4 visual: visual_object_sequence_start_code, video_object_start_code.
        [1, 0xb0 | 0x00..=0x1f, ..] if zeros >= 2 => Some(Codec::Mpeg4),
        _ => None,
    }
}

/// MPEG-2 has an extension after its sequence header, MPEG-1 has none.
fn mpeg_video(after_sequence_code: &[u8]) -> Codec {
    let mut codes = after_sequence_code.windows(4);
    match codes.find(|code| code.starts_with(&[0, 0, 1])) {
        Some([.., 0xb5]) => Codec::Mpeg2,
        _ => Codec::Mpeg1,
    }
}

/// Where NAL units begin, with the zero before a start code of three bytes.
fn start_codes(bytes: &[u8]) -> Vec<usize> {
    let mut starts = vec![0];
    let mut from = 3;
    // A one is rarer than a zero, and vectorised to look for.
    while let Some(at) = bytes
        .get(from..)
        .and_then(|rest| rest.iter().position(|byte| *byte == 1))
    {
        let one = from + at;
        if bytes[one - 2..one] == [0, 0] && one > 3 {
            starts.push(one - 2 - usize::from(bytes[one - 3] == 0));
        }
        from = one + 1;
    }
    starts
}

/// Start codes of Annex E of SMPTE 421M.
const VC1_FRAME: u8 = 0x0d;
const VC1_ENTRY_POINT: u8 = 0x0e;
const VC1_SEQUENCE: u8 = 0x0f;

/// Of the units of VC-1, keeps the first of each picture: its frame, or headers before that.
fn keep_pictures(starts: &mut Vec<usize>, bytes: &[u8]) {
    let mut has_frame = false;
    starts.retain(|start| {
        let kind = bytes[*start..].iter().skip_while(|byte| **byte == 0).nth(1);
        let is_frame = kind == Some(&VC1_FRAME);
        let is_header = matches!(kind, Some(&(VC1_ENTRY_POINT | VC1_SEQUENCE)));
        let begins = *start == 0 || has_frame && (is_frame || is_header);
        has_frame = is_frame || has_frame && !begins;
        begins
    });
}

/// `None` for a file that is no IVF.
fn ivf_codec(bytes: &[u8]) -> Option<Result<Codec>> {
    let four = bytes.strip_prefix(b"DKIF")?.get(4..8).unwrap_or_default();
    Some(match four {
        b"VP90" => Ok(Codec::Vp9),
        b"VP80" => Ok(Codec::Vp8),
        b"AV01" => Ok(Codec::Av1),
        other => {
            let other = other.escape_ascii();
            Err(Error::BadInput(format!(
                "IVF with {other} cannot be decoded"
            )))
        }
    })
}

/// `None` when it ends in the middle of a packet or has none.
fn ivf_packets(bytes: &[u8]) -> Option<Vec<(Range<usize>, i64)>> {
    let mut packets = Vec::new();
    let mut at = usize::from(u16::from_le_bytes(*bytes.get(6..8)?.as_array()?));
    while at < bytes.len() {
        let header = bytes.get(at..at + 12)?;
        let length = u32::from_le_bytes(*header[..4].as_array()?) as usize;
        let timestamp = i64::from_le_bytes(*header[4..].as_array()?);
        at += 12;
        bytes.get(at..at + length)?;
        packets.push((at..at + length, timestamp));
        at += length;
    }
    (!packets.is_empty()).then_some(packets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_streams_tell_their_codec() {
        assert_eq!(byte_stream(&[0, 0, 0, 1, 0x40, 1, 12]), Some(Codec::Hevc));
        assert_eq!(byte_stream(&[0, 0, 1, 0x46, 1, 12]), Some(Codec::Hevc));
        assert_eq!(byte_stream(&[0, 0, 0, 1, 0x67, 66]), Some(Codec::H264));
        assert_eq!(byte_stream(&[0, 0, 1, 9, 0xf0]), Some(Codec::H264));
        assert_eq!(
            byte_stream(b"\0\0\0\x01ftypisom"),
            None,
            "MP4 with a 64-bit size"
        );
        assert_eq!(byte_stream(&[0, 1, 0x67, 66]), None);
        let mpeg = |next| byte_stream(&[0, 0, 1, 0xb3, 9, 9, 0, 0, 1, next]);
        assert_eq!(mpeg(0xb5), Some(Codec::Mpeg2));
        assert_eq!(mpeg(0xb8), Some(Codec::Mpeg1));
        assert_eq!(byte_stream(&[0, 0, 1, 0xb0, 1]), Some(Codec::Mpeg4));
        assert_eq!(
            byte_stream(&[0, 0, 1, 0, 0, 0, 1, 0x20]),
            Some(Codec::Mpeg4)
        );
        assert_eq!(byte_stream(&[0, 0, 1, 0x0f, 0xca, 0]), Some(Codec::Vc1));
        assert_eq!(
            byte_stream(&[0, 0, 1, 0x0f, 0, 0, 1, 0x20]),
            Some(Codec::Mpeg4)
        );
        assert_eq!(byte_stream(&[]), None);
    }

    #[test]
    fn pictures_of_vc1_come_with_their_headers() {
        // A sequence header, an entry point, two frames of which the first has a field and a slice,
        // an entry point, a frame, the end of the sequence.
        let kinds = [0x0f, 0x0e, 0x0d, 0x0c, 0x0b, 0x0d, 0x0e, 0x0d, 0x0a];
        let bytes: Vec<u8> = kinds.iter().flat_map(|kind| [0, 0, 1, *kind, 9]).collect();
        let clip = Clip::of_units(Codec::Vc1, bytes);
        let packets = clip.packets().map(|(packet, _)| packet);
        let kinds_of = |packet: &[u8]| packet.chunks(5).map(|unit| unit[3]).collect::<Vec<_>>();
        let expected = [
            &[0x0f, 0x0e, 0x0d, 0x0c, 0x0b][..],
            &[0x0d],
            &[0x0e, 0x0d, 0x0a],
        ];
        assert_eq!(packets.map(kinds_of).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn units_are_all_of_the_stream() {
        let bytes = [0, 0, 0, 1, 9, 0, 0, 1, 8, 7, 0, 0, 0, 1, 6, 1];
        assert_eq!(start_codes(&bytes), [0, 5, 10]);
        assert_eq!(start_codes(&[0, 0, 1]), [0]);
        assert_eq!(start_codes(&[0, 0, 1, 0, 0, 1]), [0, 3]);
    }

    #[test]
    fn broken_ivf_is_refused() {
        let mut file = b"DKIF\0\0\x20\0VP90".to_vec();
        file.resize(32, 0);
        assert_eq!(ivf_packets(&file), None, "no packet");
        file.extend([2, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0xaa]);
        assert_eq!(ivf_packets(&file), None, "a byte is missing");
        file.push(0xbb);
        assert_eq!(ivf_packets(&file), Some(vec![(44..46, 7)]));
        assert!(matches!(ivf_codec(b"DKIF"), Some(Err(_))));
    }
}
