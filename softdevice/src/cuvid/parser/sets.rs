//! Parameter sets as they came, for the decoder behind the parser.

use std::collections::BTreeMap;

use crate::nal;

/// No parameter set is larger; anything that is, is none.
pub(super) const MAX_SET: usize = 1 << 16;

/// A NAL unit type, in whose order sets depend on each other, and an identifier.
pub(super) type Key = (u8, u32);

/// The latest of each parameter set.
#[derive(Debug, Default)]
pub(super) struct RawSets(BTreeMap<Key, Raw>);

#[derive(Debug)]
struct Raw {
    nal: Vec<u8>,
    /// The decoder has it, and read it by the sets it depends on.
    passed: bool,
}

impl RawSets {
    /// Keeps a set. One that is new makes new all that may depend on it.
    pub(super) fn keep(&mut self, key: Key, nal: &[u8]) {
        if self.0.get(&key).is_some_and(|raw| raw.nal == nal) {
            return;
        }
        let nal = nal.to_vec();
        self.0.insert(key, Raw { nal, passed: false });
        let dependent = |(kind, _): &Key| *kind > key.0;
        for (_, raw) in self.0.iter_mut().filter(|(key, _)| dependent(key)) {
            raw.passed = false;
        }
    }

    /// A decoder may begin here, and has no set.
    pub(super) fn restart(&mut self) {
        self.0.values_mut().for_each(|raw| raw.passed = false);
    }

    /// Adds those of `keys` to an access unit that the decoder does not have. Only sets that
    /// its slices refer to are passed: decoders take some settings from the last set that they
    /// read, whether a picture refers to it or not.
    pub(super) fn pass(&mut self, keys: &[Key], unit: &mut Vec<u8>) {
        for key in keys {
            if let Some(raw) = self.0.get_mut(key).filter(|raw| !raw.passed) {
                raw.passed = true;
                nal::append(unit, &raw.nal);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passed(sets: &mut RawSets, keys: &[Key]) -> Vec<u8> {
        let mut unit = Vec::new();
        sets.pass(keys, &mut unit);
        unit
    }

    #[test]
    fn a_set_is_passed_once_and_where_a_decoder_may_begin() {
        let mut sets = RawSets::default();
        let keys = [(7, 0), (8, 0)];
        sets.keep((8, 0), &[0x68, 1]);
        sets.keep((7, 0), &[0x67, 1]);
        let both = [0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 1];
        assert_eq!(passed(&mut sets, &keys), both);
        sets.keep((8, 0), &[0x68, 1]);
        assert!(passed(&mut sets, &keys).is_empty());
        sets.keep((8, 0), &[0x68, 2]);
        assert_eq!(passed(&mut sets, &keys), [0, 0, 0, 1, 0x68, 2]);
        sets.restart();
        assert_eq!(passed(&mut sets, &keys).len(), 12);
    }

    #[test]
    fn a_set_that_nothing_refers_to_is_not_passed() {
        let mut sets = RawSets::default();
        sets.keep((7, 0), &[0x67, 1]);
        sets.keep((7, 5), &[0x67, 2]);
        assert_eq!(passed(&mut sets, &[(7, 0)]), [0, 0, 0, 1, 0x67, 1]);
        assert_eq!(passed(&mut sets, &[(7, 5)]), [0, 0, 0, 1, 0x67, 2]);
    }

    #[test]
    fn a_set_is_passed_again_behind_a_new_one_that_it_depends_on() {
        let mut sets = RawSets::default();
        let keys = [(7, 0), (8, 0)];
        sets.keep((7, 0), &[0x67, 1]);
        sets.keep((8, 0), &[0x68, 1]);
        passed(&mut sets, &keys);
        sets.keep((7, 0), &[0x67, 2]);
        let both = [0, 0, 0, 1, 0x67, 2, 0, 0, 0, 1, 0x68, 1];
        assert_eq!(passed(&mut sets, &keys), both);
    }
}
