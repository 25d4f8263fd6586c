//! Pictures that the driver was given and has perhaps not decoded yet.

use std::{
    collections::VecDeque,
    num::NonZeroU32,
    thread::sleep,
    time::{Duration, Instant},
};

/// How often a decoder looks whether a picture is done.
const LOOK: Duration = Duration::from_micros(200);
/// A decoder that takes longer for one has got stuck.
const STUCK: Duration = Duration::from_millis(250);

/// Waits until a picture is decoded.
pub(crate) fn wait_while(is_decoding: impl Fn() -> bool) {
    let begun = Instant::now();
    while is_decoding() && begun.elapsed() < STUCK {
        sleep(LOOK);
    }
}

/// The last pictures that the driver was given.
#[derive(Debug)]
pub(crate) struct InFlight {
    /// Their decode surfaces, the oldest first.
    surfaces: VecDeque<i32>,
    /// No more of them may be undecoded; the driver's own limit holds without one.
    most: Option<NonZeroU32>,
}

impl InFlight {
    /// There are no more surfaces than `surfaces`, and no use in a limit of more.
    pub(crate) fn new(most: Option<NonZeroU32>, surfaces: u32) -> Self {
        let most = most.filter(|most| most.get() < surfaces);
        let capacity = most.map_or(1, |most| most.get() as usize);
        Self {
            surfaces: VecDeque::with_capacity(capacity),
            most,
        }
    }

    /// Waits until the driver may be given one more; tells so before, if it has to.
    pub(crate) fn make_room(&mut self, is_decoding: impl Fn(i32) -> bool, waits: impl FnOnce()) {
        let Some(most) = self.most else { return };
        if self.surfaces.len() < most.get() as usize {
            return;
        }
        if let Some(oldest) = self.surfaces.pop_front()
            && is_decoding(oldest)
        {
            waits();
            wait_while(|| is_decoding(oldest));
        }
    }

    /// The driver was given one. Without a limit only the newest is kept.
    pub(crate) fn add(&mut self, surface: i32) {
        if self.most.is_none() {
            self.surfaces.clear();
        }
        self.surfaces.push_back(surface);
    }

    pub(crate) fn newest(&self) -> Option<i32> {
        self.surfaces.back().copied()
    }

    /// Another decoder begins.
    pub(crate) fn forget(&mut self) {
        self.surfaces.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};

    #[test]
    fn one_more_waits_for_the_oldest() {
        let mut pictures = InFlight::new(NonZeroU32::new(2), 32);
        let (asked, told) = (RefCell::new(Vec::new()), Cell::new(0));
        for surface in 0..5 {
            let is_decoding = |oldest| {
                asked.borrow_mut().push(oldest);
                asked.borrow().len() % 3 != 0 // done when asked for the third time
            };
            pictures.make_room(is_decoding, || told.set(told.get() + 1));
            pictures.add(surface);
        }
        assert_eq!(asked.into_inner(), [0, 0, 0, 1, 1, 1, 2, 2, 2]);
        assert_eq!(told.get(), 3);
        assert_eq!(pictures.newest(), Some(4));
    }

    #[test]
    fn without_a_limit_nothing_waits_or_piles_up() {
        for most in [None, Some(NonZeroU32::MAX)] {
            let mut pictures = InFlight::new(most, 32);
            for surface in 0..1000 {
                pictures.make_room(|_| panic!("asked"), || ());
                pictures.add(surface);
            }
            assert_eq!((pictures.newest(), pictures.surfaces.len()), (Some(999), 1));
        }
    }

    #[test]
    fn a_decoder_that_got_stuck_is_not_waited_for() {
        let asked = Cell::new(0);
        wait_while(|| {
            asked.set(asked.get() + 1);
            true
        });
        assert!(asked.get() > 1);
    }
}
