//! H.264 and HEVC samples, in which each NAL unit follows its length, as Annex B byte streams,
//! in which each follows a start code.

use shiguredo_mp4::Decode;
use shiguredo_mp4::boxes::{AvccBox, HvccBox};

use super::Fault;

const START_CODE: [u8; 4] = [0, 0, 0, 1];

/// How a track's samples are laid out, and what goes before its key pictures.
#[derive(Debug)]
pub(super) struct AnnexB {
    length_bytes: usize,
    parameter_sets: Vec<u8>,
    pub(super) bit_depth: u8,
}

impl AnnexB {
    /// From the body of an `avcC` box, which is also Matroska's codec private data.
    pub(super) fn from_avcc(body: &[u8]) -> Result<Self, Fault> {
        decode(*b"avcC", body).map(|avcc| Self::h264(&avcc))
    }

    /// From the body of an `hvcC` box, which is also Matroska's codec private data.
    pub(super) fn from_hvcc(body: &[u8]) -> Result<Self, Fault> {
        decode(*b"hvcC", body).map(|hvcc| Self::hevc(&hvcc))
    }

    pub(super) fn h264(avcc: &AvccBox) -> Self {
        Self {
            length_bytes: usize::from(avcc.length_size_minus_one.get()) + 1,
            parameter_sets: joined(avcc.sps_list.iter().chain(&avcc.pps_list)),
            bit_depth: 8 + avcc.bit_depth_luma_minus8.map_or(0, |bits| bits.get()),
        }
    }

    pub(super) fn hevc(hvcc: &HvccBox) -> Self {
        Self {
            length_bytes: usize::from(hvcc.length_size_minus_one.get()) + 1,
            parameter_sets: joined(hvcc.nalu_arrays.iter().flat_map(|array| &array.nalus)),
            bit_depth: 8 + hvcc.bit_depth_luma_minus8.get(),
        }
    }

    /// Replaces what is in `into`, whose memory is used again.
    pub(super) fn convert(
        &self,
        mut sample: &[u8],
        keyframe: bool,
        into: &mut Vec<u8>,
    ) -> Result<(), Fault> {
        into.clear();
        if keyframe {
            into.extend_from_slice(&self.parameter_sets);
        }
        while !sample.is_empty() {
            let (unit, rest) = split_unit(sample, self.length_bytes).ok_or_else(|| {
                Fault::Damaged("a NAL unit is longer than the sample it is in".to_owned())
            })?;
            push(into, unit);
            sample = rest;
        }
        Ok(())
    }
}

fn split_unit(sample: &[u8], length_bytes: usize) -> Option<(&[u8], &[u8])> {
    let (length, rest) = sample.split_at_checked(length_bytes)?;
    let length = length
        .iter()
        .fold(0, |length, byte| length << 8 | usize::from(*byte));
    rest.split_at_checked(length)
}

fn joined<'a>(units: impl Iterator<Item = &'a Vec<u8>>) -> Vec<u8> {
    let mut all = Vec::new();
    units.for_each(|unit| push(&mut all, unit));
    all
}

fn push(into: &mut Vec<u8>, unit: &[u8]) {
    into.extend_from_slice(&START_CODE);
    into.extend_from_slice(unit);
}

/// The box crate wants the box's header, too.
fn decode<T: Decode>(kind: [u8; 4], body: &[u8]) -> Result<T, Fault> {
    let size = u32::try_from(body.len() + 8).unwrap_or(u32::MAX);
    let mut whole = size.to_be_bytes().to_vec();
    whole.extend_from_slice(&kind);
    whole.extend_from_slice(body);
    match T::decode(&whole) {
        Ok((decoded, _)) => Ok(decoded),
        Err(error) => Err(Fault::Damaged(format!(
            "its {} makes no sense: {error}",
            kind.escape_ascii()
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn annex_b(length_bytes: usize) -> AnnexB {
        AnnexB {
            length_bytes,
            parameter_sets: vec![0, 0, 0, 1, 0x67],
            bit_depth: 8,
        }
    }

    #[test]
    fn key_pictures_get_parameter_sets() {
        let mut out = vec![9; 9];
        let sample = [0, 2, 0x65, 1, 0, 1, 7];
        annex_b(2).convert(&sample, true, &mut out).unwrap();
        assert_eq!(out, [0, 0, 0, 1, 0x67, 0, 0, 0, 1, 0x65, 1, 0, 0, 0, 1, 7]);
        annex_b(4)
            .convert(&[0, 0, 0, 1, 0x41], false, &mut out)
            .unwrap();
        assert_eq!(out, [0, 0, 0, 1, 0x41]);
    }

    #[test]
    fn units_must_fit_their_sample() {
        for sample in [&[0, 0, 0, 9, 1][..], &[0, 0][..], &[0xff; 4][..]] {
            assert!(annex_b(4).convert(sample, false, &mut Vec::new()).is_err());
        }
    }

    #[test]
    fn nonsense_in_the_headers_is_an_error() {
        assert!(AnnexB::from_avcc(&[]).is_err());
        assert!(AnnexB::from_hvcc(&[1, 2, 3]).is_err());
    }
}
