//! What a decoder must know before the first picture, so that parts that differ in it are noticed.

use nvenc::Codec;

use crate::{json, nal};

/// Stands for the parameter sets of a key picture in Annex B form.
pub(super) fn digest_of_headers(codec: Codec, picture: &[u8]) -> String {
    let sets = nal::units(picture).filter(|unit| match codec {
        Codec::H264 => matches!(nal::h264_kind(unit), 7 | 8),
        _ => matches!(nal::hevc_kind(unit), 32..=34),
    });
    json::digest(&sets.collect::<Vec<_>>().concat())
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
