//! How often each function was called.

use std::{collections::BTreeMap, fmt};

#[derive(Default)]
pub(super) struct Counts(BTreeMap<&'static str, u64>);

impl Counts {
    /// Counts a call; gives its number, from 1.
    pub(super) fn add(&mut self, function: &'static str) -> u64 {
        let count = self.0.entry(function).or_default();
        *count += 1;
        *count
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut counts = self.0.iter();
        counts.try_for_each(|(function, count)| writeln!(f, "{function} {count}"))
    }
}
