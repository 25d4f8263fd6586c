//! What MP4 says of AC-3 and E-AC-3, which Matroska does not say: it is read from their first
//! frame, by ETSI TS 102 366, 4.3 and E.1.2, and put as its annex F wants it.

/// The body of `dac3`.
pub(super) fn dac3(frame: &[u8]) -> Option<Vec<u8>> {
    let mut bits = Bits::of_frame(frame)?;
    bits.take(16); // a checksum
    let (rate, size) = (bits.take(2), bits.take(6));
    let (version, mode) = (bits.take(5), bits.take(3));
    let (channels, lfe) = layout(&mut bits);
    if bits.is_past_end() {
        return None;
    }
    let fields = [(rate, 2), (version, 5), (mode, 3), (channels, 3), (lfe, 1)];
    Some(joined(&[&fields[..], &[(size >> 1, 5), (0, 5)]].concat()))
}

/// Channels, and whether there is one for low frequencies; levels lie between.
fn layout(bits: &mut Bits<'_>) -> (u32, u32) {
    let channels = bits.take(3);
    if channels & 1 != 0 && channels != 1 {
        bits.take(2);
    }
    if channels & 4 != 0 {
        bits.take(2);
    }
    if channels == 2 {
        bits.take(2);
    }
    (channels, bits.take(1))
}

/// The body of `dec3`, for programs of one independent substream and those that depend on it.
pub(super) fn dec3(packet: &[u8]) -> Option<Vec<u8>> {
    let first = Frame::read(packet)?;
    let (mut dependent, mut places) = (0, 0);
    let mut rest = packet.get(first.size..).unwrap_or_default();
    while let Some(frame) = Frame::read(rest).filter(|frame| frame.is_dependent) {
        (dependent, places) = (dependent + 1, places | frame.places);
        rest = rest.get(frame.size..).unwrap_or_default();
    }
    let bytes = (packet.len() - rest.len()) as u64;
    let seconds = 256.0 * f64::from(first.blocks) / f64::from(first.rate);
    let kilobits = (bytes as f64 * 8.0 / 1000.0 / seconds) as u32;
    let fields = [
        (kilobits.min(0x1fff), 13),
        (0, 3), // one independent substream
        (first.rate_code, 2),
        (first.version, 5),
        (0, 1 + 1 + 3), // a complete main service
        (first.channels, 3),
        (first.lfe, 1),
        (0, 3),
        (dependent.min(15), 4),
    ];
    let end = match dependent {
        0 => (0, 1),
        _ => (places, 9),
    };
    Some(joined(&[&fields[..], &[end]].concat()))
}

struct Frame {
    is_dependent: bool,
    size: usize,
    rate_code: u32,
    rate: u32,
    blocks: u32,
    channels: u32,
    lfe: u32,
    version: u32,
    /// The channels that it adds, as `chan_loc` of `dec3` has them.
    places: u32,
}

impl Frame {
    fn read(packet: &[u8]) -> Option<Self> {
        const RATES: [u32; 3] = [48_000, 44_100, 32_000];
        let mut bits = Bits::of_frame(packet)?;
        let kind = bits.take(2);
        bits.take(3); // the substream's number
        let size = 2 * (bits.take(11) as usize + 1);
        let rate_code = bits.take(2);
        let blocks_code = bits.take(2);
        let (rate, blocks) = match rate_code {
            3 => (*RATES.get(blocks_code as usize)? / 2, 6),
            _ => (
                RATES[rate_code as usize],
                [1, 2, 3, 6][blocks_code as usize],
            ),
        };
        let (channels, lfe, version) = (bits.take(3), bits.take(1), bits.take(5));
        for _ in 0..if channels == 0 { 2 } else { 1 } {
            bits.take(5); // loudness of dialogue
            if bits.take(1) == 1 {
                bits.take(8);
            }
        }
        let has_places = kind == 1 && bits.take(1) == 1;
        let places = if has_places { places(bits.take(16)) } else { 0 };
        (!bits.is_past_end()).then_some(Self {
            is_dependent: kind == 1,
            size,
            rate_code,
            rate,
            blocks,
            channels,
            lfe,
            version,
            places,
        })
    }
}

/// Table E.1.4 counts from the highest bit, `chan_loc` of F.6 from the lowest, and has but those
/// that are not among the usual.
fn places(map: u32) -> u32 {
    let usual = (5..13).filter(|place| map >> (15 - place) & 1 == 1);
    let low_frequencies = (map >> 1 & 1) << 8;
    usual.fold(low_frequencies, |all, place| all | 1 << (place - 5))
}

/// Bits from the highest of the first byte on; zeros after the end.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    /// Those that follow a frame's first word.
    fn of_frame(frame: &'a [u8]) -> Option<Self> {
        let bytes = frame.strip_prefix(&[0x0b, 0x77])?;
        Some(Self { bytes, at: 0 })
    }

    fn take(&mut self, count: usize) -> u32 {
        let bits = self.at..self.at + count;
        self.at = bits.end;
        bits.fold(0, |value, at| {
            let byte = self.bytes.get(at / 8).copied().unwrap_or_default();
            value << 1 | u32::from(byte >> (7 - at % 8) & 1)
        })
    }

    fn is_past_end(&self) -> bool {
        self.at > self.bytes.len() * 8
    }
}

/// Fields of so many bits, one after the other.
fn joined(fields: &[(u32, usize)]) -> Vec<u8> {
    let mut bits = fields
        .iter()
        .flat_map(|(value, count)| (0..*count).rev().map(move |at| (value >> at & 1) as u8));
    let mut bytes = Vec::new();
    while let Some(first) = bits.next() {
        let byte = (1..8).fold(first, |byte, _| byte << 1 | bits.next().unwrap_or(0));
        bytes.push(byte);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Of five channels and one for low frequencies, 48 kHz, 448 kbit/s.
    #[test]
    fn ac3() {
        let frame = [0x0b, 0x77, 0, 0, 0x1e, 0x40, 0xe1];
        // 00 01000 000 111 1 01111 00000
        assert_eq!(dac3(&frame).unwrap(), [0x10, 0x3d, 0xe0]);
        assert_eq!(dac3(&frame[..6]), None);
        assert_eq!(dac3(b"no"), None);
    }

    #[test]
    fn eac3_with_a_substream_that_depends() {
        // Each 4 bytes behind what is read; 7.1: the second adds the pair Lrs, Rrs.
        let main = joined(&[
            (0x0b77, 16),
            (0, 2),
            (0, 3),
            (5, 11),
            (0, 2),
            (3, 2),
            (7, 3),
            (1, 1),
            (16, 5),
            (31, 5),
            (0, 1),
        ]);
        let main = [main, vec![0; 12]].concat()[..12].to_vec();
        let more = joined(&[
            (0x0b77, 16),
            (1, 2),
            (0, 3),
            (5, 11),
            (0, 2),
            (3, 2),
            (6, 3),
            (0, 1),
            (16, 5),
            (31, 5),
            (0, 1),
            (1, 1),
            (0x0200, 16),
        ]);
        let more = [more, vec![0; 12]].concat()[..12].to_vec();
        let alone = joined(&[
            (3, 13),
            (0, 3),
            (0, 2),
            (16, 5),
            (0, 5),
            (7, 3),
            (1, 1),
            (0, 8),
        ]);
        assert_eq!(dec3(&main).unwrap(), alone);
        let both = [
            (6, 13),
            (0, 3),
            (0, 2),
            (16, 5),
            (0, 5),
            (7, 3),
            (1, 1),
            (0, 3),
            (1, 4),
            (2, 9),
        ];
        assert_eq!(dec3(&[main, more].concat()).unwrap(), joined(&both));
        assert_eq!(dec3(&[0x0b, 0x77, 0]), None);
    }
}
