//! Scaling lists, in the diagonal order that they are coded in.

use crate::cuvid::parser::bits::BitReader;

/// By size (4x4 to 32x32) and matrix: intra Y, Cb, Cr, inter Y, Cb, Cr.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scaling {
    lists: [[[u8; 64]; 6]; 4],
    /// The first value of 16x16 and 32x32.
    dc: [[u8; 6]; 2],
}

impl Scaling {
    /// What stands for lists that are not coded (tables 7-5 and 7-6).
    pub(super) fn defaults() -> Self {
        let matrices = std::array::from_fn(|matrix| if matrix < 3 { INTRA } else { INTER });
        Self {
            lists: [[[16; 64]; 6], matrices, matrices, matrices],
            dc: [[16; 6]; 2],
        }
    }

    pub(super) fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        let mut scaling = Self::defaults();
        for size in 0..4 {
            let step = if size == 3 { 3 } else { 1 };
            for matrix in (0..6).step_by(step) {
                match bits.flag()? {
                    false => scaling.copy(bits, size, matrix, step)?,
                    true => scaling.read_list(bits, size, matrix)?,
                }
            }
        }
        Some(scaling)
    }

    fn copy(
        &mut self,
        bits: &mut BitReader<'_>,
        size: usize,
        matrix: usize,
        step: usize,
    ) -> Option<()> {
        let delta = bits.ue_max(5)? as usize * step;
        let reference = matrix.checked_sub(delta)?;
        let source = if delta == 0 {
            &Self::defaults()
        } else {
            &*self
        };
        let list = source.lists[size][reference];
        let dc = size.checked_sub(2).map(|size| source.dc[size][reference]);
        self.put(size, matrix, list, dc);
        Some(())
    }

    fn read_list(&mut self, bits: &mut BitReader<'_>, size: usize, matrix: usize) -> Option<()> {
        let mut next = 8;
        let mut dc = None;
        if size > 1 {
            next = (bits.se()? + 8).rem_euclid(256);
            dc = Some(next as u8);
        }
        let mut list = [16; 64];
        let count = if size == 0 { 16 } else { 64 };
        for value in &mut list[..count] {
            next = (next + bits.se()?).rem_euclid(256);
            *value = next as u8;
        }
        self.put(size, matrix, list, dc);
        Some(())
    }

    fn put(&mut self, size: usize, matrix: usize, list: [u8; 64], dc: Option<u8>) {
        self.lists[size][matrix] = list;
        if let Some(dc) = dc {
            self.dc[size - 2][matrix] = dc;
        }
    }

    pub(super) fn lists_4x4(&self) -> [[u8; 16]; 6] {
        self.lists[0].map(|list| std::array::from_fn(|i| list[i]))
    }

    pub(super) fn lists_8x8(&self) -> [[u8; 64]; 6] {
        self.lists[1]
    }

    pub(super) fn lists_16x16(&self) -> [[u8; 64]; 6] {
        self.lists[2]
    }

    /// Luma only.
    pub(super) fn lists_32x32(&self) -> [[u8; 64]; 2] {
        [self.lists[3][0], self.lists[3][3]]
    }

    pub(super) fn dc_16x16(&self) -> [u8; 6] {
        self.dc[0]
    }

    pub(super) fn dc_32x32(&self) -> [u8; 2] {
        [self.dc[1][0], self.dc[1][3]]
    }
}

const INTRA: [u8; 64] = [
    16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 16, 17, 16, 17, 18, 17, 18, 18, 17, 18, 21, 19, 20,
    21, 20, 19, 21, 24, 22, 22, 24, 24, 22, 22, 24, 25, 25, 27, 30, 27, 25, 25, 29, 31, 35, 35, 31,
    29, 36, 41, 44, 41, 36, 47, 54, 54, 47, 65, 70, 65, 88, 88, 115,
];

const INTER: [u8; 64] = [
    16, 16, 16, 16, 16, 16, 16, 16, 16, 16, 17, 17, 17, 17, 17, 18, 18, 18, 18, 18, 18, 20, 20, 20,
    20, 20, 20, 20, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 28, 28, 28, 28, 28,
    28, 33, 33, 33, 33, 33, 41, 41, 41, 41, 54, 54, 54, 71, 71, 91,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_of_nothing_are_the_defaults() {
        // 20 lists of "0" and delta 0 ("1").
        let data = [0b0101_0101; 5];
        assert_eq!(
            Scaling::read(&mut BitReader::new(&data)),
            Some(Scaling::defaults())
        );
        assert_eq!(Scaling::read(&mut BitReader::new(&data[..4])), None);
    }
}
