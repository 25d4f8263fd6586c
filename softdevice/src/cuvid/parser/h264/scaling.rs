//! Scaling lists, in raster order.

use crate::cuvid::parser::bits::BitReader;

/// 4x4: intra Y, Cb, Cr, inter Y, Cb, Cr. 8x8: intra Y, inter Y, then Cb and Cr alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Scaling {
    pub(super) small: [[u8; 16]; 6],
    pub(super) large: [[u8; 64]; 6],
}

impl Scaling {
    pub(super) const FLAT: Self = Self {
        small: [[16; 16]; 6],
        large: [[16; 64]; 6],
    };

    fn defaults() -> Self {
        let small = [small(&INTRA_4X4), small(&INTER_4X4)];
        let large = [large(&INTRA_8X8), large(&INTER_8X8)];
        Self {
            small: std::array::from_fn(|i| small[i / 3]),
            large: std::array::from_fn(|i| large[i % 2]),
        }
    }

    /// Reads the lists of a parameter set with `larges` 8x8 ones. The first of each kind
    /// falls back to `fallback` (a PPS to its SPS), or to the defaults; the others to the one
    /// of their kind before.
    pub(super) fn read(
        bits: &mut BitReader<'_>,
        larges: usize,
        fallback: Option<&Self>,
    ) -> Option<Self> {
        let defaults = Self::defaults();
        let mut lists = fallback.cloned().unwrap_or_else(|| defaults.clone());
        for i in 0..6 {
            lists.small[i] = match List::read(bits)? {
                List::Default => defaults.small[i],
                List::Coded(list) => small(&list),
                List::Absent if i % 3 == 0 => lists.small[i],
                List::Absent => lists.small[i - 1],
            };
        }
        lists.read_large(bits, larges, &defaults)?;
        Some(lists)
    }

    fn read_large(
        &mut self,
        bits: &mut BitReader<'_>,
        count: usize,
        defaults: &Self,
    ) -> Option<()> {
        for i in 0..6 {
            let list = if i < count {
                List::read(bits)?
            } else {
                List::Absent
            };
            self.large[i] = match list {
                List::Default => defaults.large[i],
                List::Coded(list) => large(&list),
                List::Absent if i < 2 => self.large[i],
                List::Absent => self.large[i - 2],
            };
        }
        Some(())
    }
}

/// One list in coded order.
enum List<const N: usize> {
    Absent,
    Default,
    Coded([u8; N]),
}

impl<const N: usize> List<N> {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        if !bits.flag()? {
            return Some(Self::Absent);
        }
        let mut list = [0; N];
        let (mut last, mut next) = (8, 8);
        for (i, value) in list.iter_mut().enumerate() {
            if next != 0 {
                next = (last + bits.se()?).rem_euclid(256);
                if i == 0 && next == 0 {
                    return Some(Self::Default);
                }
            }
            last = if next == 0 { last } else { next };
            *value = last as u8;
        }
        Some(Self::Coded(list))
    }
}

fn small(coded: &[u8; 16]) -> [u8; 16] {
    raster(coded, 4)
}

fn large(coded: &[u8; 64]) -> [u8; 64] {
    raster(coded, 8)
}

/// Undoes the zigzag scan of a `side` x `side` block.
fn raster<const N: usize>(coded: &[u8; N], side: usize) -> [u8; N] {
    let mut list = [0; N];
    for (value, (x, y)) in coded.iter().zip(zigzag(side)) {
        list[y * side + x] = *value;
    }
    list
}

/// Columns and rows along the diagonals, up and down in turn.
fn zigzag(side: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..2 * side - 1).flat_map(move |diagonal| {
        (0..=diagonal)
            .map(move |i| {
                if diagonal % 2 == 0 {
                    (i, diagonal - i)
                } else {
                    (diagonal - i, i)
                }
            })
            .filter(move |(x, y)| *x < side && *y < side)
    })
}

const INTRA_4X4: [u8; 16] = [
    6, 13, 13, 20, 20, 20, 28, 28, 28, 28, 32, 32, 32, 37, 37, 42,
];

const INTER_4X4: [u8; 16] = [
    10, 14, 14, 20, 20, 20, 24, 24, 24, 24, 27, 27, 27, 30, 30, 34,
];

const INTRA_8X8: [u8; 64] = [
    6, 10, 10, 13, 11, 13, 16, 16, 16, 16, 18, 18, 18, 18, 18, 23, 23, 23, 23, 23, 23, 25, 25, 25,
    25, 25, 25, 25, 27, 27, 27, 27, 27, 27, 27, 27, 29, 29, 29, 29, 29, 29, 29, 31, 31, 31, 31, 31,
    31, 33, 33, 33, 33, 33, 36, 36, 36, 36, 38, 38, 38, 40, 40, 42,
];

const INTER_8X8: [u8; 64] = [
    9, 13, 13, 15, 13, 15, 17, 17, 17, 17, 19, 19, 19, 19, 19, 21, 21, 21, 21, 21, 21, 22, 22, 22,
    22, 22, 22, 22, 24, 24, 24, 24, 24, 24, 24, 24, 25, 25, 25, 25, 25, 25, 25, 27, 27, 27, 27, 27,
    27, 28, 28, 28, 28, 28, 30, 30, 30, 30, 32, 32, 32, 33, 33, 35,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scan_is_the_standards() {
        let scan: Vec<_> = zigzag(4).map(|(x, y)| y * 4 + x).collect();
        assert_eq!(scan, [0, 1, 4, 8, 5, 2, 3, 6, 9, 12, 13, 10, 7, 11, 14, 15]);
        assert_eq!(zigzag(8).count(), 64);
    }

    #[test]
    fn absent_lists_fall_back() {
        let lists = Scaling::read(&mut BitReader::new(&[0; 2]), 2, None).unwrap();
        assert_eq!(lists, Scaling::defaults());
        let flat = Scaling::read(&mut BitReader::new(&[0; 2]), 2, Some(&Scaling::FLAT)).unwrap();
        assert_eq!(flat, Scaling::FLAT);
    }
}
