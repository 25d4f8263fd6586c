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

/// Turns pictures into samples: NAL units behind their lengths, without the parameter sets that
/// the file has elsewhere.
#[derive(Debug)]
pub(super) struct Sampler {
    codec: Codec,
    /// The parameter sets that the file has elsewhere.
    known: Vec<Vec<u8>>,
    /// A picture came with others. From then on they stay with the pictures, as those of the file
    /// may no longer be the ones to decode with.
    changed: bool,
    sample: Vec<u8>,
}

impl Sampler {
    pub(super) fn new(codec: Codec) -> Self {
        Self {
            codec,
            known: Vec::new(),
            changed: false,
            sample: Vec::new(),
        }
    }

    /// The parameter sets of this picture have their place in the file.
    pub(super) fn know(&mut self, picture: &[u8]) {
        let sets = nal::units(picture).filter(|unit| self.kind(unit) == Kind::ParameterSet);
        self.known = sets.map(<[u8]>::to_vec).collect();
        self.changed = false;
    }

    pub(super) fn sample(&mut self, picture: &[u8]) -> Result<&[u8]> {
        let mut sample = std::mem::take(&mut self.sample);
        sample.clear();
        for unit in nal::units(picture) {
            if self.stays(unit) {
                push(&mut sample, unit);
            }
        }
        self.sample = sample;
        match self.sample.is_empty() {
            true => Err(Error::WrongResult(
                "what is to be written is no picture".to_owned(),
            )),
            false => Ok(&self.sample),
        }
    }

    fn stays(&mut self, unit: &[u8]) -> bool {
        match self.kind(unit) {
            Kind::Delimiter => false,
            Kind::ParameterSet => {
                self.changed |= !self.known.iter().any(|known| known == unit);
                self.changed
            }
            Kind::Other => true,
        }
    }

    fn kind(&self, unit: &[u8]) -> Kind {
        let kinds = match self.codec {
            Codec::H264 => (nal::h264_kind(unit), 7..=8, 9),
            _ => (nal::hevc_kind(unit), 32..=34, 35),
        };
        match kinds {
            (kind, _, delimiter) if kind == delimiter => Kind::Delimiter,
            (kind, sets, _) if sets.contains(&kind) => Kind::ParameterSet,
            _ => Kind::Other,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Delimiter,
    ParameterSet,
    Other,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn annex_b(units: &[&[u8]]) -> Vec<u8> {
        units
            .iter()
            .flat_map(|unit| [&[0, 0, 0, 1], *unit].concat())
            .collect()
    }

    fn prefixed(units: &[&[u8]]) -> Vec<u8> {
        let mut sample = Vec::new();
        units.iter().for_each(|unit| push(&mut sample, unit));
        sample
    }

    #[test]
    fn parameter_sets_stay_away_until_others_come() {
        let (delimiter, set, other): (&[u8], &[u8], &[u8]) = (&[9, 16], &[0x67, 1], &[0x67, 2]);
        let slice: &[u8] = &[0x65, 7];
        let mut sampler = Sampler::new(Codec::H264);
        sampler.know(&annex_b(&[set, slice]));
        let first = annex_b(&[delimiter, set, slice]);
        assert_eq!(sampler.sample(&first).unwrap(), prefixed(&[slice]));
        let changed = annex_b(&[set, other, slice]);
        let expected = prefixed(&[other, slice]);
        assert_eq!(sampler.sample(&changed).unwrap(), expected);
        let back = annex_b(&[set, slice]);
        assert_eq!(sampler.sample(&back).unwrap(), prefixed(&[set, slice]));
        sampler.know(&back);
        assert_eq!(sampler.sample(&back).unwrap(), prefixed(&[slice]));
        assert!(sampler.sample(&annex_b(&[delimiter])).is_err());
    }
}
