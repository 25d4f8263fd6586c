//! What a decoder must know before the first picture, so that parts that differ in it are noticed.

use nvenc::Codec;
use shiguredo_mp4::bitstream::{h264, h265};

use crate::json;

/// Stands for the parameter sets of a key picture in Annex B form.
pub(super) fn digest_of_headers(codec: Codec, picture: &[u8]) -> String {
    let units = match codec {
        Codec::H264 => h264_sets(picture),
        _ => hevc_sets(picture),
    };
    json::digest(&units.concat())
}

fn h264_sets(picture: &[u8]) -> Vec<&[u8]> {
    let units = h264::parse_annexb_nal_units(picture).unwrap_or_default();
    let units = units.into_iter().map(|unit| unit.data);
    units
        .filter(|unit| is_one(unit, 0, 0x1f, &[7, 8]))
        .collect()
}

fn hevc_sets(picture: &[u8]) -> Vec<&[u8]> {
    let units = h265::parse_annexb_nal_units(picture).unwrap_or_default();
    let units = units.into_iter().map(|unit| unit.data);
    units
        .filter(|unit| is_one(unit, 1, 0x3f, &[32, 33, 34]))
        .collect()
}

fn is_one(unit: &[u8], shift: u8, mask: u8, kinds: &[u8]) -> bool {
    unit.first()
        .is_some_and(|first| kinds.contains(&(first >> shift & mask)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_parameter_sets_count() {
        let sets = [0, 0, 0, 1, 0x40, 1, 7, 0, 0, 0, 1, 0x42, 1, 8];
        let with_picture = [&sets[..], &[0, 0, 0, 1, 0x26, 1, 9]].concat();
        let alone = digest_of_headers(Codec::Hevc, &sets);
        assert_eq!(digest_of_headers(Codec::Hevc, &with_picture), alone);
        let others = [0, 0, 0, 1, 0x40, 1, 7, 0, 0, 0, 1, 0x42, 1, 9];
        assert_ne!(digest_of_headers(Codec::Hevc, &others), alone);
        assert_ne!(digest_of_headers(Codec::H264, &sets), alone);
    }
}
