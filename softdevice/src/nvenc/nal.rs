//! NAL units of a coded picture, as far as a client asks about them.

use crate::codec::Codec;

/// One NAL unit with its start code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit<'a> {
    pub(super) offset: usize,
    pub(super) bytes: &'a [u8],
    header: u8,
}

impl Unit<'_> {
    /// A VPS, SPS or PPS.
    pub(super) fn is_parameter_set(&self, codec: Codec) -> bool {
        match codec {
            Codec::H264 => matches!(self.header & 0x1f, 7 | 8),
            _ => matches!(self.header >> 1 & 0x3f, 32..=34),
        }
    }

    /// Part of a picture.
    pub(super) fn is_slice(&self, codec: Codec) -> bool {
        match codec {
            Codec::H264 => matches!(self.header & 0x1f, 1..=5),
            _ => self.header >> 1 & 0x3f < 32,
        }
    }

    fn is_delimiter(&self, codec: Codec) -> bool {
        match codec {
            Codec::H264 => self.header & 0x1f == 9,
            _ => self.header >> 1 & 0x3f == 35,
        }
    }
}

/// The NAL units of an Annex B stream.
pub(super) fn units(stream: &[u8]) -> Vec<Unit<'_>> {
    let starts = starts(stream);
    let ends = starts.iter().skip(1).map(|(start, _)| *start);
    starts
        .iter()
        .zip(ends.chain([stream.len()]))
        .map(|(&(offset, header), end)| Unit {
            offset,
            bytes: &stream[offset..end],
            header: stream[header],
        })
        .collect()
}

/// Where each start code and each header begin.
fn starts(stream: &[u8]) -> Vec<(usize, usize)> {
    let codes = stream.windows(4).enumerate();
    codes
        .filter(|(_, window)| window[..3] == [0, 0, 1])
        .map(|(at, _)| {
            let long = at > 0 && stream[at - 1] == 0;
            (at - usize::from(long), at + 3)
        })
        .collect()
}

/// The picture without its parameter sets.
pub(super) fn without_headers(codec: Codec, stream: &[u8]) -> Vec<u8> {
    let kept = units(stream).into_iter();
    kept.filter(|unit| !unit.is_parameter_set(codec))
        .flat_map(|unit| unit.bytes.iter().copied())
        .collect()
}

/// The picture with `headers` before it, behind its delimiter, unless it has them already.
pub(super) fn with_headers(codec: Codec, stream: Vec<u8>, headers: &[u8]) -> Vec<u8> {
    let units = units(&stream);
    if units.iter().any(|unit| unit.is_parameter_set(codec)) {
        return stream;
    }
    let delimiter = units.first().filter(|unit| unit.is_delimiter(codec));
    let at = delimiter.map_or(0, |unit| unit.bytes.len());
    [&stream[..at], headers, &stream[at..]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETS: [u8; 10] = [0, 0, 0, 1, 0x67, 7, 0, 0, 1, 0x68];
    const SLICE: [u8; 6] = [0, 0, 0, 1, 0x65, 9];

    #[test]
    fn units_begin_at_their_start_codes() {
        let stream = [&SETS[..], &SLICE].concat();
        let lengths = units(&stream)
            .iter()
            .map(|unit| unit.bytes.len())
            .collect::<Vec<_>>();
        assert_eq!(lengths, [6, 4, 6]);
        assert_eq!(without_headers(Codec::H264, &stream), SLICE);
    }

    #[test]
    fn headers_come_once_and_behind_the_delimiter() {
        let delimiter = [0, 0, 0, 1, 9, 0x10];
        let stream = [&delimiter[..], &SLICE].concat();
        let dressed = with_headers(Codec::H264, stream, &SETS);
        assert_eq!(dressed, [&delimiter[..], &SETS, &SLICE].concat());
        assert_eq!(with_headers(Codec::H264, dressed.clone(), &SETS), dressed);
    }
}
