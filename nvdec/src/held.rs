//! Pictures that wait to be shown.

use crate::shown::Shown;
use std::collections::VecDeque;

/// Pictures in display order, held back until others were handed in after them.
///
/// The parser shows some pictures in bursts, as at an IDR picture. Here they leave one for
/// each that is decoded, so that the engine is fed steadily: in a steady stream half of the
/// most are held back, and there is room for a burst.
#[derive(Debug)]
pub(crate) struct Held {
    pictures: VecDeque<Waiting>,
    /// Pictures held back at most.
    most: usize,
    /// Pictures decoded.
    decoded: u64,
    /// Pictures that may leave for those that were decoded.
    credit: usize,
    /// All that are here are due.
    released: bool,
}

#[derive(Debug)]
struct Waiting {
    shown: Shown,
    /// When it came, counted in pictures decoded.
    since: u64,
}

impl Held {
    /// `capacity` is more than ever wait at once, so that it never grows.
    pub(crate) fn new(most: usize, capacity: usize) -> Self {
        Self {
            pictures: VecDeque::with_capacity(capacity),
            most,
            decoded: 0,
            credit: 0,
            released: false,
        }
    }

    /// A picture was handed in for decoding.
    pub(crate) fn decoded(&mut self) {
        self.decoded += 1;
        self.credit = (self.credit + 1).min(self.most);
    }

    pub(crate) fn push(&mut self, shown: Shown) {
        let since = self.decoded;
        self.pictures.push_back(Waiting { shown, since });
    }

    /// The next picture, if it is due.
    pub(crate) fn take(&mut self) -> Option<Shown> {
        if !self.is_due(self.pictures.front()?) {
            return None;
        }
        self.credit = self.credit.saturating_sub(1);
        let taken = self.pictures.pop_front();
        self.released &= !self.pictures.is_empty();
        taken.map(|waiting| waiting.shown)
    }

    fn is_due(&self, first: &Waiting) -> bool {
        let decoded_since = self.decoded - first.since;
        let has_its_turn = self.credit > 0 && decoded_since >= self.most.div_ceil(2) as u64;
        self.released || self.pictures.len() > self.most || has_its_turn
    }

    /// What is here is due.
    pub(crate) fn release(&mut self) {
        self.released = !self.pictures.is_empty();
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Shown> {
        self.pictures.iter_mut().map(|waiting| &mut waiting.shown)
    }
}
