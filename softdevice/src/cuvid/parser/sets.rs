//! Parameter sets as they came, for the decoder behind the parser.

use std::collections::BTreeMap;

/// No parameter set is larger; anything that is, is none.
pub(super) const MAX_SET: usize = 1 << 16;

/// The latest of each parameter set.
#[derive(Debug, Default)]
pub(super) struct RawSets(BTreeMap<(u8, u32), Raw>);

#[derive(Debug)]
struct Raw {
    nal: Vec<u8>,
    /// It went into an access unit.
    passed: bool,
}

impl RawSets {
    /// Keeps a set. Kinds are NAL unit types, in whose order sets depend on each other.
    pub(super) fn keep(&mut self, kind: u8, id: u32, nal: &[u8]) {
        let nal = nal.to_vec();
        let passed = self
            .0
            .get(&(kind, id))
            .is_some_and(|raw| raw.passed && raw.nal == nal);
        self.0.insert((kind, id), Raw { nal, passed });
    }

    /// The sets that the next access unit has to bring, as a byte stream: the new ones, or
    /// `all` where a decoder may begin.
    pub(super) fn pass(&mut self, all: bool) -> Vec<u8> {
        let mut stream = Vec::new();
        for raw in self.0.values_mut().filter(|raw| all || !raw.passed) {
            raw.passed = true;
            add_nal(&mut stream, &raw.nal);
        }
        stream
    }
}

/// Adds a NAL unit behind a 4-byte start code.
pub(super) fn add_nal(stream: &mut Vec<u8>, nal: &[u8]) {
    stream.extend_from_slice(&[0, 0, 0, 1]);
    stream.extend_from_slice(nal);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_passed_once_and_where_a_decoder_may_begin() {
        let mut sets = RawSets::default();
        sets.keep(8, 0, &[0x68, 1]);
        sets.keep(7, 0, &[0x67, 1]);
        assert_eq!(sets.pass(false), [0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 1]);
        sets.keep(8, 0, &[0x68, 1]);
        assert!(sets.pass(false).is_empty());
        sets.keep(8, 0, &[0x68, 2]);
        assert_eq!(sets.pass(false), [0, 0, 0, 1, 0x68, 2]);
        assert_eq!(sets.pass(true).len(), 12);
    }
}
