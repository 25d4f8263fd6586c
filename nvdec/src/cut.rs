//! Cutting a byte stream where the driver's parser should see it in pieces.
//!
//! The parser decodes a picture when the next one begins. Handed one NAL unit at a time it
//! decodes at most one picture a call, which keeps the surfaces of the pictures that were
//! shown before from being decoded over, and tells to which push a picture belongs.

use crate::Codec;

/// The length of the first piece of `data`: up to the next start code after the one it
/// begins with, if it begins with one. Zero bytes before a start code belong to it.
pub(crate) fn nal_len(data: &[u8]) -> usize {
    let mut from = 0;
    while let Some(at) = start_code(&data[from..]).map(|at| from + at) {
        let begin = data[..at]
            .iter()
            .rposition(|byte| *byte != 0)
            .map_or(0, |last| last + 1);
        if begin > 0 {
            return begin;
        }
        from = at + 3;
    }
    data.len()
}

/// Where `00 00 01` stands first.
fn start_code(data: &[u8]) -> Option<usize> {
    let mut from = 0;
    // A one byte is rarer than a zero byte, and vectorised to look for.
    while let Some(one) = data.get(from..)?.iter().position(|byte| *byte == 1) {
        let at = from + one;
        if at >= 2 && data[at - 2..at] == [0, 0] {
            return Some(at - 2);
        }
        from = at + 1;
    }
    None
}

/// What follows the start code of a piece.
pub(crate) fn unit(piece: &[u8]) -> Option<&[u8]> {
    start_code(piece).and_then(|at| piece.get(at + 3..))
}

/// True when a piece, with its start code, begins a picture: its header, or the NAL unit of its
/// first slice.
pub(crate) fn begins_picture(codec: Codec, piece: &[u8]) -> bool {
    let Some(unit) = unit(piece) else {
        return false;
    };
    match (codec, unit) {
        // 7.3.1.1 and 7.3.3 of H.264: nal_unit_type 1, 2 or 5; first_mb_in_slice is ue(v) 0.
        (Codec::H264, [header, slice, ..]) => {
            matches!(header & 0x1f, 1 | 2 | 5) && slice & 0x80 != 0
        }
        // 7.3.1.2 and 7.3.6.1 of H.265: VCL types; first_slice_segment_in_pic_flag.
        (Codec::Hevc, [header, _, slice, ..]) => (header >> 1) & 0x3f < 32 && slice & 0x80 != 0,
        // 6.2.1 of MPEG-1 and MPEG-2 video: picture_start_code.
        (Codec::Mpeg1 | Codec::Mpeg2, [0, ..]) => true,
        // 6.2.1 of MPEG-4 visual: vop_start_code.
        (Codec::Mpeg4, [0xb6, ..]) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(mut data: &[u8]) -> Vec<&[u8]> {
        let mut pieces = Vec::new();
        while !data.is_empty() {
            let (piece, rest) = data.split_at(nal_len(data));
            pieces.push(piece);
            data = rest;
        }
        pieces
    }

    #[test]
    fn pieces_begin_with_their_start_code() {
        let data = [0, 0, 0, 1, 9, 0, 0, 1, 8, 7, 0, 0, 0, 0, 1, 6];
        let expected: [&[u8]; 3] = [&[0, 0, 0, 1, 9], &[0, 0, 1, 8, 7], &[0, 0, 0, 0, 1, 6]];
        assert_eq!(pieces(&data), expected);
    }

    #[test]
    fn bytes_before_the_first_start_code_are_a_piece() {
        let expected: [&[u8]; 2] = [&[5, 1], &[0, 0, 1, 9]];
        assert_eq!(pieces(&[5, 1, 0, 0, 1, 9]), expected);
    }

    #[test]
    fn data_without_start_codes_is_one_piece() {
        for data in [
            &[0, 0, 0][..],
            &[0, 0],
            &[1],
            &[1, 2, 3],
            &[0, 0, 1],
            &[0, 0, 1, 0, 0, 1],
        ] {
            assert_eq!(pieces(data).concat(), data);
            assert!(pieces(data).iter().all(|piece| !piece.is_empty()));
        }
    }

    #[test]
    fn first_slices_begin_pictures() {
        assert!(begins_picture(Codec::H264, &[0, 0, 1, 0x65, 0x88]));
        assert!(!begins_picture(Codec::H264, &[0, 0, 1, 0x65, 0x40]));
        assert!(!begins_picture(Codec::H264, &[0, 0, 0, 1, 0x67, 0x88]));
        assert!(begins_picture(Codec::Hevc, &[0, 0, 1, 0x26, 1, 0xaf]));
        assert!(!begins_picture(Codec::Hevc, &[0, 0, 1, 0x26, 1, 0x2f]));
        assert!(!begins_picture(Codec::Hevc, &[0, 0, 1, 0x40, 1, 0xff]));
        assert!(!begins_picture(Codec::Hevc, &[0, 0, 1]));
        assert!(begins_picture(Codec::Mpeg2, &[0, 0, 1, 0, 5]));
        assert!(!begins_picture(Codec::Mpeg2, &[0, 0, 1, 1, 5]), "a slice");
        assert!(begins_picture(Codec::Mpeg4, &[0, 0, 1, 0xb6, 5]));
        assert!(!begins_picture(Codec::Mpeg4, &[0, 0, 1, 0xb0, 5]));
    }
}
