//! Pictures that the driver was given and has perhaps not decoded yet.

use crate::setup::MOST_DECODE_SURFACES;
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
}

impl InFlight {
    pub(crate) fn new() -> Self {
        Self {
            surfaces: VecDeque::with_capacity(MOST_DECODE_SURFACES as usize),
        }
    }

    /// Waits until the driver may be given one more; tells so before, if it has to. With `most`
    /// no more than that may be undecoded; the driver's own limit holds without.
    pub(crate) fn make_room(
        &mut self,
        most: Option<NonZeroU32>,
        is_decoding: impl Fn(i32) -> bool,
        waits: impl Fn(),
    ) {
        // There is no use in a limit of more than there are surfaces.
        let Some(most) = most.filter(|most| most.get() < MOST_DECODE_SURFACES) else {
            return self.forget_all_but_newest();
        };
        while self.surfaces.len() >= most.get() as usize
            && let Some(oldest) = self.surfaces.pop_front()
        {
            if is_decoding(oldest) {
                waits();
                wait_while(|| is_decoding(oldest));
            }
        }
    }

    fn forget_all_but_newest(&mut self) {
        let older = self.surfaces.len().saturating_sub(1);
        self.surfaces.drain(..older);
    }

    /// The driver was given one.
    pub(crate) fn add(&mut self, surface: i32) {
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
        let mut pictures = InFlight::new();
        let (asked, told) = (RefCell::new(Vec::new()), Cell::new(0));
        for surface in 0..5 {
            let is_decoding = |oldest| {
                asked.borrow_mut().push(oldest);
                asked.borrow().len() % 3 != 0 // done when asked for the third time
            };
            let most = NonZeroU32::new(2);
            pictures.make_room(most, is_decoding, || told.set(told.get() + 1));
            pictures.add(surface);
        }
        assert_eq!(asked.into_inner(), [0, 0, 0, 1, 1, 1, 2, 2, 2]);
        assert_eq!(told.get(), 3);
        assert_eq!(pictures.newest(), Some(4));
    }

    #[test]
    fn without_a_limit_nothing_waits_or_piles_up() {
        for most in [None, Some(NonZeroU32::MAX)] {
            let mut pictures = InFlight::new();
            for surface in 0..1000 {
                pictures.make_room(most, |_| panic!("asked"), || ());
                pictures.add(surface);
            }
            assert_eq!(pictures.newest(), Some(999));
            assert!(pictures.surfaces.len() <= 2);
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
