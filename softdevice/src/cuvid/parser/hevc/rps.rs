//! Short-term reference picture sets (7.4.8).

use crate::cuvid::parser::bits::BitReader;

/// Pictures in a set.
const MAX_PICTURES: usize = 16;

/// A short-term reference picture set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ShortTerm {
    /// Before the current picture in display order, the nearest first.
    pub(super) before: Vec<Entry>,
    /// After it.
    pub(super) after: Vec<Entry>,
}

/// A picture of a set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its picture order count less the current one.
    pub(super) delta: i32,
    /// The current picture may refer to it, not only later ones.
    pub(super) used: bool,
}

impl ShortTerm {
    pub(super) fn len(&self) -> usize {
        self.before.len() + self.after.len()
    }

    /// Reads the set that follows `known`; `in_slice` if it stands in a slice header.
    pub(super) fn read(bits: &mut BitReader<'_>, known: &[Self], in_slice: bool) -> Option<Self> {
        if !known.is_empty() && bits.flag()? {
            let back = if in_slice { bits.ue()? as usize + 1 } else { 1 };
            let reference = known.get(known.len().checked_sub(back)?)?;
            return Self::read_relative(bits, reference);
        }
        let counts = [bits.ue_max(16)?, bits.ue_max(16)?];
        let set = Self {
            before: read_entries(bits, counts[0], -1)?,
            after: read_entries(bits, counts[1], 1)?,
        };
        (set.len() <= MAX_PICTURES).then_some(set)
    }

    fn read_relative(bits: &mut BitReader<'_>, reference: &Self) -> Option<Self> {
        let negative = bits.flag()?;
        let magnitude = bits.ue_max(1 << 15)? as i32 + 1;
        let shift = if negative { -magnitude } else { magnitude };
        let mut moved = Vec::new();
        for delta in reference.deltas().chain([0]) {
            let used = bits.flag()?;
            if used || bits.flag()? {
                moved.push(Entry {
                    delta: delta + shift,
                    used,
                });
            }
        }
        Some(Self::sorted(moved)).filter(|set| set.len() <= MAX_PICTURES)
    }

    /// In the order in which flags for them are coded.
    fn deltas(&self) -> impl Iterator<Item = i32> {
        let entries = self.before.iter().chain(&self.after);
        entries.map(|entry| entry.delta)
    }

    /// The standard's derivation (7-61, 7-62) comes to sorting by distance.
    fn sorted(entries: Vec<Entry>) -> Self {
        let (mut before, mut after): (Vec<_>, Vec<_>) = entries
            .into_iter()
            .filter(|entry| entry.delta != 0)
            .partition(|entry| entry.delta < 0);
        before.sort_by_key(|entry: &Entry| -entry.delta);
        after.sort_by_key(|entry: &Entry| entry.delta);
        Self { before, after }
    }
}

fn read_entries(bits: &mut BitReader<'_>, count: u32, sign: i32) -> Option<Vec<Entry>> {
    let mut delta = 0;
    let mut entries = Vec::new();
    for _ in 0..count {
        delta += sign * (bits.ue_max(1 << 15)? as i32 + 1);
        let used = bits.flag()?;
        entries.push(Entry { delta, used });
    }
    Some(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(delta: i32, used: bool) -> Entry {
        Entry { delta, used }
    }

    #[test]
    fn a_set_is_read_as_coded() {
        // Not relative has no flag for the first; 2 before, 1 after: 011 010;
        // -1 used: 1 1; -3 unused: 010 0; +2 used: 010 1.
        let mut bits = BitReader::new(&[0b0110_1011, 0b0100_0101, 0]);
        let set = ShortTerm::read(&mut bits, &[], false).unwrap();
        assert_eq!(set.before, [entry(-1, true), entry(-3, false)]);
        assert_eq!(set.after, [entry(2, true)]);
    }

    #[test]
    fn a_relative_set_moves_another() {
        let known = ShortTerm {
            before: vec![entry(-2, true)],
            after: vec![entry(2, true)],
        };
        // Relative: 1; by -2 (1, 010): -2-2 used 1, +2-2 is the picture itself 1, 0-2 used 1.
        let mut bits = BitReader::new(&[0b1101_0111, 0]);
        let set = ShortTerm::read(&mut bits, &[known], false).unwrap();
        assert_eq!(set.before, [entry(-2, true), entry(-4, true)]);
        assert!(set.after.is_empty());
    }

    #[test]
    fn too_many_pictures_are_none() {
        // 16 before and 16 after.
        let mut data = vec![0b0000_1000, 0b1000_0100, 0b0111_1111];
        data.resize(40, 0xff);
        assert_eq!(
            ShortTerm::read(&mut BitReader::new(&data), &[], false),
            None
        );
    }
}
