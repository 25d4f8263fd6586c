//! NAL units in an Annex B byte stream: finding them, choosing among them.

use std::ops::Range;

use crate::{
    codec::{Codec, FrameType},
    nal::{START_CODE, append},
};

/// What the device does with a NAL unit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    ParameterSet,
    /// A message about the buffer and when pictures leave it.
    Timing,
    /// The encoder's own delimiters and other messages; ours are written by [`delimiter`].
    Extra,
    Slice,
}

/// What goes into the stream beside a picture's slices.
#[derive(Clone, Copy)]
pub(super) struct Wanted {
    pub(super) headers: bool,
    pub(super) timing: bool,
}

fn kind(codec: Codec, unit: &[u8]) -> Kind {
    let header = unit[0];
    // Buffering period, picture timing, active parameter sets.
    let timing = |at: usize| matches!(unit.get(at), Some(0 | 1 | 129));
    match codec {
        Codec::H264 => match header & 0x1f {
            1..=5 => Kind::Slice,
            6 if timing(1) => Kind::Timing,
            7 | 8 => Kind::ParameterSet,
            _ => Kind::Extra,
        },
        _ => match header >> 1 & 0x3f {
            0..=31 => Kind::Slice,
            32..=34 => Kind::ParameterSet,
            39 if timing(2) => Kind::Timing,
            _ => Kind::Extra,
        },
    }
}

/// An access unit delimiter that tells the picture's type.
pub(super) fn delimiter(codec: Codec, frame_type: FrameType) -> Vec<u8> {
    let header: &[u8] = match codec {
        Codec::H264 => &[0x09],
        _ => &[0x46, 0x01],
    };
    // Three bits of type, then the stop bit.
    let picture_type = match frame_type {
        FrameType::Idr | FrameType::I => 0x10,
        FrameType::P => 0x30,
        FrameType::B => 0x50,
    };
    [&START_CODE[..], header, &[picture_type]].concat()
}

/// The parameter sets in `data`.
pub(super) fn parameter_sets(codec: Codec, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let sets = units(data)
        .filter(|unit: &Range<usize>| kind(codec, &data[unit.clone()]) == Kind::ParameterSet);
    for unit in sets {
        append(&mut out, &data[unit]);
    }
    out
}

/// Appends the slices in `data`, and what else is `wanted`.
pub(super) fn copy_picture(codec: Codec, data: &[u8], wanted: Wanted, out: &mut Vec<u8>) {
    for unit in units(data) {
        let unit = &data[unit];
        let goes = match kind(codec, unit) {
            Kind::Slice => true,
            Kind::ParameterSet => wanted.headers,
            Kind::Timing => wanted.timing,
            Kind::Extra => false,
        };
        if goes {
            append(out, unit);
        }
    }
}

/// The NAL units in `data`, without start codes and trailing zeros.
pub(super) fn units(data: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut next = start_code(data, 0).map(|(_, end)| end);
    std::iter::from_fn(move || {
        let start = next?;
        let following = start_code(data, start);
        next = following.map(|(_, end)| end);
        let end = following.map_or(data.len(), |(begin, _)| begin);
        let used = data[start..end].iter().rposition(|byte| *byte != 0);
        Some(start..used.map_or(start, |last| start + last + 1))
    })
    .filter(|unit| !unit.is_empty())
}

/// Begin and end of the first start code at or after `from`.
fn start_code(data: &[u8], from: usize) -> Option<(usize, usize)> {
    let at = from + data[from..].windows(3).position(|w| w == [0, 0, 1])?;
    Some((at, at + 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// SPS, PPS, message, IDR slice, with both lengths of start codes and a trailing zero.
    const STREAM: [u8; 26] = [
        0, 0, 0, 1, 0x67, 1, 2, 0, 0, 1, 0x68, 3, 0, 0, 0, 1, 0x06, 5, 0, 0, 1, 0x65, 0, 4, 5, 0,
    ];

    #[test]
    fn parameter_sets_are_found() {
        let expected = [0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x68, 3];
        assert_eq!(parameter_sets(Codec::H264, &STREAM), expected);
    }

    #[test]
    fn messages_go_and_headers_stay_only_where_wanted() {
        let mut out = Vec::new();
        let wanted = Wanted {
            headers: false,
            timing: true,
        };
        copy_picture(Codec::H264, &STREAM, wanted, &mut out);
        assert_eq!(out, [0, 0, 0, 1, 0x65, 0, 4, 5]);
    }

    #[test]
    fn a_stream_of_zeros_has_no_units() {
        assert_eq!(units(&[0; 9]).count(), 0);
        assert_eq!(units(&[0, 0, 1, 0, 0, 1]).count(), 0);
    }
}
