//! Reading bits of damaged or hostile data: whatever is not there is `None`.

use crate::nal::unescaped;

/// Reads bits, the most significant first.
#[derive(Clone, Debug)]
pub(super) struct BitReader<'a> {
    data: &'a [u8],
    /// In bits.
    position: usize,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(data: &'a [u8]) -> Self {
        Self { data, position: 0 }
    }

    /// Bits read so far.
    pub(super) fn position(&self) -> usize {
        self.position
    }

    pub(super) fn flag(&mut self) -> Option<bool> {
        let byte = self.data.get(self.position / 8)?;
        let bit = byte >> (7 - self.position % 8) & 1;
        self.position += 1;
        Some(bit == 1)
    }

    /// Up to 32 bits.
    pub(super) fn bits(&mut self, count: u32) -> Option<u32> {
        debug_assert!(count <= 32, "a caller's mistake");
        let mut value = 0_u64;
        for _ in 0..count {
            value = value << 1 | u64::from(self.flag()?);
        }
        Some(value as u32)
    }

    /// Up to 8 bits.
    pub(super) fn byte(&mut self, count: u32) -> Option<u8> {
        self.bits(count.min(8)).map(|value| value as u8)
    }

    pub(super) fn skip(&mut self, count: usize) -> Option<()> {
        let position = self.position.checked_add(count)?;
        (position <= self.data.len() * 8).then(|| self.position = position)
    }

    /// ue(v): an unsigned Exp-Golomb code.
    pub(super) fn ue(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while !self.flag()? {
            zeros += 1;
            if zeros > 31 {
                return None;
            }
        }
        Some((1_u32 << zeros) - 1 + self.bits(zeros)?)
    }

    /// ue(v) of at most `max`.
    pub(super) fn ue_max(&mut self, max: u32) -> Option<u32> {
        self.ue().filter(|value| *value <= max)
    }

    /// ue(v) that fits a byte.
    pub(super) fn ue_byte(&mut self) -> Option<u8> {
        self.ue().and_then(|value| value.try_into().ok())
    }

    /// se(v): a signed Exp-Golomb code.
    pub(super) fn se(&mut self) -> Option<i32> {
        let code = self.ue()?;
        let magnitude = code.div_ceil(2) as i32;
        Some(if code % 2 == 1 { magnitude } else { -magnitude })
    }

    /// se(v) that fits a byte.
    pub(super) fn se_byte(&mut self) -> Option<i8> {
        self.se().and_then(|value| value.try_into().ok())
    }

    /// Whether something stands before the stop bit and the zeros after it.
    pub(super) fn more_rbsp_data(&self) -> bool {
        let Some(last) = self.data.iter().rposition(|byte| *byte != 0) else {
            return false;
        };
        let stop = last * 8 + 7 - self.data[last].trailing_zeros() as usize;
        self.position < stop
    }
}

/// Takes the emulation prevention bytes out of the first `limit` bytes of a NAL unit.
pub(super) fn unescape(nal: &[u8], limit: usize) -> Vec<u8> {
    unescaped(&nal[..nal.len().min(limit)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_standard() {
        // 1, 010, 011, 00100, 00101
        let mut bits = BitReader::new(&[0b1010_0110, 0b0100_0010, 0b1000_0000]);
        assert_eq!([0; 5].map(|_| bits.ue()), [0, 1, 2, 3, 4].map(Some));
        let mut bits = BitReader::new(&[0b1010_0110, 0b0100_0010, 0b1000_0000]);
        assert_eq!([0; 5].map(|_| bits.se()), [0, 1, -1, 2, -2].map(Some));
    }

    #[test]
    fn the_end_is_none() {
        let mut bits = BitReader::new(&[0xff]);
        assert_eq!(bits.bits(8), Some(255));
        assert_eq!(bits.flag(), None);
        assert_eq!(BitReader::new(&[0; 16]).ue(), None);
        assert_eq!(BitReader::new(&[0; 4]).skip(33), None);
    }

    #[test]
    fn the_largest_code_fits() {
        let data = [0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff];
        assert_eq!(BitReader::new(&data).ue(), Some(u32::MAX - 1));
    }

    #[test]
    fn the_stop_bit_is_no_data() {
        let mut bits = BitReader::new(&[0b1010_0000, 0]);
        assert!(bits.more_rbsp_data());
        bits.skip(2);
        assert!(!bits.more_rbsp_data());
        assert!(!BitReader::new(&[0, 0]).more_rbsp_data());
    }

    #[test]
    fn emulation_prevention_goes() {
        let nal = [1, 0, 0, 3, 1, 0, 0, 3, 0, 0, 3];
        assert_eq!(unescape(&nal, 99), [1, 0, 0, 1, 0, 0, 0, 0]);
        assert_eq!(unescape(&nal, 4), [1, 0, 0]);
    }
}
