//! What a gate knows of a decoder.

use super::LONGEST_WAIT;
use std::{
    mem,
    thread::ThreadId,
    time::{Duration, Instant},
};

/// A decoder that handed in nothing for so many of its own intervals is not at work.
const AT_WORK: u32 = 8;
/// Times that a large picture is expected to go together with that of another decoder, once the
/// two have met, if their streams have one at the same distance.
pub(super) const STAY_TOGETHER: u32 = 8;
/// What part of its time a decoder waits with small pictures, at most: one in so many.
pub(super) const STEP_SHARE: u32 = 4;
/// A decoder that fell behind by more steps than this is in step again with its next picture.
const STEPS_TO_MAKE_UP: u64 = 2;

/// A decoder, as those see it who wait for it.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    /// When it handed in its last picture; `None` before its first.
    pub(super) last: Option<Instant>,
    /// The thread that its last picture came from.
    pub(super) thread: Option<ThreadId>,
    /// From handing in one picture to having the next, smoothed.
    pub(super) interval: Duration,
    /// Pictures handed in; of one that joins late or falls behind, as many as of the others.
    pub(super) steps: u64,
    /// How long small pictures may wait yet.
    pub(super) allowance: Duration,
    /// Pictures since the first of the last row of large ones, itself counted.
    pub(super) pictures: u32,
    pub(super) seen_large: bool,
    /// Its last picture was a large one.
    pub(super) in_row: bool,
    /// From the first of a row to the first of the next, when there were two rows.
    pub(super) distance: Option<u32>,
    /// Its picture at the gate.
    pub(super) waits: Option<Waits>,
    /// It has no picture at the gate because the engines have not decoded those it handed in.
    pub(super) waits_for_engine: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum Waits {
    /// A small picture. Until `charged` it waited for a decoder without an engine.
    Step { since: Instant, charged: Instant },
    /// A large picture, while its decoder has not done those before it.
    Coming { excess: Duration },
    /// A large picture that could go. `excess` is by how much it takes longer than a small one.
    Large { since: Instant, excess: Duration },
}

impl Decoder {
    /// True when its next picture may come while `thread` waits: not from that thread itself.
    pub(super) fn is_at_work(&self, thread: Option<ThreadId>, now: Instant) -> bool {
        match (self.waits, self.last) {
            _ if self.thread == thread => false,
            (Some(Waits::Large { .. }), _) => false,
            (Some(Waits::Coming { .. } | Waits::Step { .. }), _) => true,
            (None, Some(_)) if self.waits_for_engine => true,
            (None, Some(last)) => now.duration_since(last) < self.interval * AT_WORK,
            (None, None) => false,
        }
    }

    /// Since when its large picture could go.
    pub(super) fn waits_since(&self) -> Option<Instant> {
        match self.waits {
            Some(Waits::Large { since, .. }) => Some(since),
            _ => None,
        }
    }

    /// How often it will go together with another, if it does so now.
    pub(super) fn goes_with(&self, other: &Self) -> u32 {
        match (self.distance, other.distance) {
            (Some(own), Some(others)) if own == others => STAY_TOGETHER,
            // One that has just begun may turn out to have the same.
            (Some(own), None) if other.pictures <= own => STAY_TOGETHER,
            _ => 1,
        }
    }

    /// Its next picture has come.
    pub(super) fn keep_interval(&mut self, now: Instant) {
        let Some(last) = self.last else {
            return; // how long it took to begin tells nothing
        };
        let interval = now.duration_since(last);
        self.interval = match self.interval {
            Duration::ZERO => interval.min(LONGEST_WAIT),
            // A pause is none of the stream's intervals.
            smoothed => (smoothed * 7 + interval.min(smoothed * 8)) / 8,
        };
        let allowance = self.allowance + self.interval.min(interval) / STEP_SHARE;
        self.allowance = allowance.min(self.interval * AT_WORK);
    }

    /// It has a large picture.
    pub(super) fn meets_large(&mut self, times_as_long: u32) {
        let pictures = mem::take(&mut self.pictures);
        // Those before the first one tell nothing.
        self.distance = self.seen_large.then_some(pictures);
        self.seen_large = true;
        let excess = self.interval.saturating_mul(times_as_long - 1);
        self.waits = Some(Waits::Coming { excess });
    }

    /// It has a small picture, when the decoder that is furthest has handed in `front`.
    pub(super) fn meets_small(&mut self, front: u64, now: Instant) {
        if self.steps + STEPS_TO_MAKE_UP < front {
            self.steps = front;
        }
        let (since, charged) = (now, now);
        self.waits = Some(Waits::Step { since, charged });
    }

    /// Its picture goes.
    pub(super) fn goes(&mut self, front: u64, now: Instant) {
        match self.waits.take() {
            Some(Waits::Step { charged, .. }) => {
                let waited = now.duration_since(charged);
                self.allowance = self.allowance.saturating_sub(waited);
            }
            _ => self.steps = front,
        }
        self.last = Some(now);
        self.pictures += 1;
    }
}
