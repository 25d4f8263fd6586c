//! Coded pictures as containers hold them: NAL units behind their lengths, and the parameter sets
//! apart.

use nvenc::Codec;
use shiguredo_mp4::Encode as _;
use shiguredo_mp4::bitstream::{h264, h265};
use shiguredo_mp4::boxes::SampleEntry;

use crate::error::{Error, Result};
use crate::nal;

/// What the file says of how its pictures are coded.
pub(super) fn entry(codec: Codec, picture: &[u8]) -> Result<SampleEntry> {
    let length_size = h265::LengthSize::FourBytes;
    match codec {
        Codec::H264 => {
            let config = h264::H264SampleEntryConfig { length_size };
            let built = h264::build_avc1_box_from_annexb(picture, &config);
            built.map(SampleEntry::Avc1).map_err(not_coded)
        }
        _ => {
            let config = h265::H265SampleEntryConfig {
                length_size,
                avg_frame_rate: h265::H265SampleEntryConfig::AVG_FRAME_RATE_UNSPECIFIED,
                constant_frame_rate: h265::H265ConstantFrameRate::Unknown,
            };
            let built = h265::build_hvc1_box_from_annexb(picture, &config);
            built.map(SampleEntry::Hvc1).map_err(not_coded)
        }
    }
}

/// NAL units behind their lengths, without the parameter sets, which the index has.
pub(super) fn length_prefixed(codec: Codec, picture: &[u8], into: &mut Vec<u8>) -> Result<()> {
    into.clear();
    let kept = nal::units(picture).filter(|unit| !is_apart(codec, unit));
    kept.for_each(|unit| push(into, unit));
    match into.is_empty() {
        true => Err(Error::WrongResult(
            "what is to be written is no picture".to_owned(),
        )),
        false => Ok(()),
    }
}

/// Parameter sets and delimiters.
fn is_apart(codec: Codec, unit: &[u8]) -> bool {
    match codec {
        Codec::H264 => matches!(nal::h264_kind(unit), 7..=9),
        _ => matches!(nal::hevc_kind(unit), 32..=35),
    }
}

fn push(into: &mut Vec<u8>, unit: &[u8]) {
    into.extend_from_slice(&(unit.len() as u32).to_be_bytes()); // a picture is far below 4 GiB
    into.extend_from_slice(unit);
}

fn not_coded(error: shiguredo_mp4::Error) -> Error {
    Error::WrongResult(format!("what the encoder made is no picture: {error}"))
}

/// The columns and rows of an entry, and its parameter sets as `avcC` or `hvcC`, which Matroska
/// has without the box around them.
pub(super) fn configuration(entry: &SampleEntry) -> Result<((u16, u16), Vec<u8>)> {
    const BOX_HEADER: usize = 8;
    let (visual, encoded) = match entry {
        SampleEntry::Avc1(entry) => (&entry.visual, entry.avcc_box.encode_to_vec()),
        SampleEntry::Hvc1(entry) => (&entry.visual, entry.hvcc_box.encode_to_vec()),
        other => return Err(Error::WrongResult(format!("no video: {other:?}"))),
    };
    let encoded = encoded.map_err(not_coded)?;
    let body = encoded.get(BOX_HEADER..).unwrap_or_default().to_vec();
    Ok(((visual.width, visual.height), body))
}
