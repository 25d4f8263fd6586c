//! Pictures that VP9 shows a second time, put in their place among the others.

use crate::{
    shown::Shown,
    vp9::{Frame, SLOTS},
};
use std::collections::VecDeque;

/// Pictures that wait at most: the parser is never so many behind.
const MOST_WAITING: usize = 32;

/// Which surface each reference slot holds, and what is to be shown of them.
///
/// The parser tells of pictures to show some frames late. So an order to show an existing one
/// waits until the parser has told of every picture that comes before it.
#[derive(Debug, Default)]
pub(crate) struct RepeatedShows {
    slots: [Option<i32>; SLOTS],
    /// The frame that the parser is getting.
    frame: Option<Frame>,
    /// Shown frames that were decoded, and those of them that the parser told of.
    decoded: u64,
    told: u64,
    /// The last picture that was handed in is one of those decoded.
    counted: bool,
    /// Pictures to show once the parser told of so many.
    waiting: VecDeque<(u64, Shown)>,
}

impl RepeatedShows {
    /// The parser gets this frame next.
    pub(crate) fn begin(&mut self, frame: Option<Frame>) {
        self.frame = frame;
    }

    /// The frame is decoded into `surface`.
    pub(crate) fn decoded_into(&mut self, surface: i32) {
        self.counted = false;
        if let Some(Frame::Coded { shown, refreshes }) = self.frame.take() {
            self.decoded += u64::from(shown);
            self.counted = shown;
            for (number, slot) in self.slots.iter_mut().enumerate() {
                if refreshes >> number & 1 != 0 {
                    *slot = Some(surface);
                }
            }
        }
    }

    /// That frame was refused after all: the parser does not tell of it.
    pub(crate) fn refused(&mut self) {
        self.decoded -= u64::from(std::mem::take(&mut self.counted));
    }

    /// The surface in a slot.
    pub(crate) fn surface(&self, slot: usize) -> Option<i32> {
        self.slots.get(slot).copied().flatten()
    }

    /// An existing picture is to be shown now: after all that were decoded before.
    pub(crate) fn show(&mut self, picture: Shown) {
        if self.waiting.len() >= MOST_WAITING {
            self.told = self.decoded; // a damaged stream: what waits is due
        }
        self.waiting.push_back((self.decoded, picture));
    }

    /// The parser told of one more picture to show.
    pub(crate) fn told(&mut self) {
        self.told += 1;
    }

    /// The next picture whose turn has come.
    pub(crate) fn due(&mut self) -> Option<Shown> {
        let (after, _) = self.waiting.front()?;
        if *after > self.told {
            return None;
        }
        self.waiting.pop_front().map(|(_, shown)| shown)
    }

    /// Every picture that waits.
    pub(crate) fn waiting(&mut self) -> impl Iterator<Item = &mut Shown> {
        self.waiting.iter_mut().map(|(_, shown)| shown)
    }

    /// The stream is over: nothing more is told of, so that what waits is due.
    pub(crate) fn end(&mut self) {
        self.told = self.decoded;
    }

    /// Another decoder begins: the surfaces in the slots are not its own.
    pub(crate) fn forget_surfaces(&mut self) {
        self.slots = [None; SLOTS];
    }
}
