//! Where the pictures of decoders that run together wait for each other.

use std::{
    mem,
    thread::{self, ThreadId},
    time::{Duration, Instant},
};

/// Pixels that an engine decodes in the time it takes for one byte of the stream, so that
/// smaller pictures than that take no longer for having more bytes (8K HEVC on an H100:
/// 9.6 ms for 33 million pixels, 38 ms for 2.8 million bytes).
const PIXELS_A_BYTE: u64 = 47;
/// A picture that takes this many times as long as others is a large one.
const LARGE: u64 = 2;
/// A decoder that handed in nothing for so many of its own intervals is not at work.
const AT_WORK: u32 = 8;
/// Times that a large picture is expected to go together with that of another decoder, once the
/// two have met, if their streams have one at the same distance.
const STAY_TOGETHER: u32 = 8;
/// No picture waits for longer, whatever it would gain.
pub(crate) const LONGEST_WAIT: Duration = Duration::from_secs(1);
/// What part of its time a decoder waits with small pictures, at most: one in so many.
const STEP_SHARE: u32 = 4;
/// A decoder that fell behind by more steps than this is in step again with its next picture.
const STEPS_TO_MAKE_UP: u64 = 2;

/// How many times as long as a small picture one takes; 1 for a small one.
pub(crate) fn times_as_long(bytes: u64, pixels: u64) -> u32 {
    let times = bytes * PIXELS_A_BYTE / pixels.max(1);
    if times < LARGE {
        return 1;
    }
    u32::try_from(times).unwrap_or(u32::MAX)
}

/// Where pictures wait until it pays to hand them in.
///
/// They go in step: none goes before the other decoders at work have handed in theirs of the step
/// before. Large ones wait for those of the others, and are one step.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    decoders: Vec<Option<Decoder>>,
}

#[derive(Debug, Default)]
struct Decoder {
    /// When it handed in its last picture; `None` before its first.
    last: Option<Instant>,
    /// The thread that its last picture came from.
    thread: Option<ThreadId>,
    /// From handing in one picture to having the next, smoothed.
    interval: Duration,
    /// Pictures handed in; of one that joins late or falls behind, as many as of the others.
    steps: u64,
    /// How long small pictures may wait yet.
    allowance: Duration,
    /// Pictures since the last large one, itself counted.
    pictures: u32,
    seen_large: bool,
    /// From one large picture to the next, when there were two.
    distance: Option<u32>,
    /// Its picture at the gate.
    waits: Option<Waits>,
}

#[derive(Clone, Copy, Debug)]
enum Waits {
    /// A small picture.
    Step { since: Instant },
    /// A large picture, while its decoder has not done those before it.
    Coming { excess: Duration },
    /// A large picture that could go. `excess` is by how much it takes longer than a small one.
    Large { since: Instant, excess: Duration },
}

impl Decoder {
    /// True when its next picture may come while `thread` waits: not from that thread itself.
    fn is_at_work(&self, thread: Option<ThreadId>, now: Instant) -> bool {
        match (self.waits, self.last) {
            _ if self.thread == thread => false,
            (Some(Waits::Large { .. }), _) => false,
            (Some(Waits::Coming { .. } | Waits::Step { .. }), _) => true,
            (None, Some(last)) => now.duration_since(last) < self.interval * AT_WORK,
            (None, None) => false,
        }
    }

    /// Since when its large picture could go.
    fn waits_since(&self) -> Option<Instant> {
        match self.waits {
            Some(Waits::Large { since, .. }) => Some(since),
            _ => None,
        }
    }

    /// How often it will go together with another, if it does so now.
    fn goes_with(&self, other: &Self) -> u32 {
        match (self.distance, other.distance) {
            (Some(own), Some(others)) if own == others => STAY_TOGETHER,
            // One that has just begun may turn out to have the same.
            (Some(own), None) if other.pictures <= own => STAY_TOGETHER,
            _ => 1,
        }
    }

    /// Its next picture has come.
    fn keep_interval(&mut self, now: Instant) {
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
    fn meets_large(&mut self, times_as_long: u32) {
        let pictures = mem::take(&mut self.pictures);
        // Those before the first one tell nothing.
        self.distance = self.seen_large.then_some(pictures);
        self.seen_large = true;
        let excess = self.interval.saturating_mul(times_as_long - 1);
        self.waits = Some(Waits::Coming { excess });
    }

    /// It has a small picture, when the decoder that is furthest has handed in `front`.
    fn meets_small(&mut self, front: u64, now: Instant) {
        if self.steps + STEPS_TO_MAKE_UP < front {
            self.steps = front;
        }
        self.waits = Some(Waits::Step { since: now });
    }

    /// Its picture goes.
    fn goes(&mut self, front: u64, now: Instant) {
        match self.waits.take() {
            Some(Waits::Step { since }) => {
                let waited = now.duration_since(since);
                self.allowance = self.allowance.saturating_sub(waited);
            }
            _ => self.steps = front,
        }
        self.last = Some(now);
        self.pictures += 1;
    }
}

impl Gate {
    /// Gives the number of a new decoder.
    pub(crate) fn join(&mut self) -> usize {
        let free = self.decoders.iter().position(Option::is_none);
        let number = free.unwrap_or_else(|| {
            self.decoders.push(None);
            self.decoders.len() - 1
        });
        self.decoders[number] = Some(Decoder::default());
        number
    }

    pub(crate) fn leave(&mut self, number: usize) {
        self.decoders[number] = None;
    }

    /// A decoder has a picture.
    pub(crate) fn arrive(&mut self, number: usize, times_as_long: u32, now: Instant) {
        let front = self.front();
        let Some(decoder) = &mut self.decoders[number] else {
            return;
        };
        decoder.thread = Some(thread::current().id());
        decoder.keep_interval(now);
        match times_as_long {
            1 => decoder.meets_small(front, now),
            _ => decoder.meets_large(times_as_long),
        }
    }

    /// A decoder has done all pictures before its large one.
    pub(crate) fn ready(&mut self, number: usize, now: Instant) {
        if let Some(decoder) = &mut self.decoders[number]
            && let Some(Waits::Coming { excess }) = decoder.waits
        {
            decoder.waits = Some(Waits::Large { since: now, excess });
        }
    }

    /// How long to wait before looking again; zero when the picture should go, `None` when it
    /// has gone with others.
    pub(crate) fn patience(&self, number: usize, now: Instant) -> Option<Duration> {
        let decoder = self.decoders[number].as_ref()?;
        let patience = match decoder.waits? {
            Waits::Step { since } if self.is_ahead(decoder, now) => {
                let waited = now.duration_since(since);
                decoder.allowance.saturating_sub(waited)
            }
            Waits::Step { .. } | Waits::Coming { .. } => Duration::ZERO,
            Waits::Large { since, excess } => {
                let longest = LONGEST_WAIT.saturating_sub(now.duration_since(since));
                self.patience_of_large(decoder, excess, now).min(longest)
            }
        };
        // Who is at work changes.
        Some(patience.min(decoder.interval))
    }

    /// True when another decoder has yet to hand in its small picture of the step before.
    fn is_ahead(&self, decoder: &Decoder, now: Instant) -> bool {
        let is_coming = |other: &Decoder| matches!(other.waits, Some(Waits::Coming { .. }));
        let mut at_work = self.at_work(decoder, now);
        at_work.any(|other| other.steps < decoder.steps && !is_coming(other))
    }

    /// Each waiting decoder loses the time that it waits. If they went, each one at work would
    /// lose the excess, and so would each of the waiting whenever one of those has its own large
    /// picture: now, and as often as they would have gone together. The gate opens when the one
    /// has become as much as the other.
    fn patience_of_large(&self, decoder: &Decoder, excess: Duration, now: Instant) -> Duration {
        let at_work = self.at_work(decoder, now);
        let times: u32 = at_work.map(|other| decoder.goes_with(other)).sum();
        let waiting = || self.all().filter_map(Decoder::waits_since);
        let lost: Duration = waiting().map(|since| now.duration_since(since)).sum();
        let count = u32::try_from(waiting().count()).unwrap_or(u32::MAX).max(1);
        let gain = excess
            .saturating_mul(times)
            .saturating_mul(count.saturating_add(1));
        gain.saturating_sub(lost) / count
    }

    fn at_work<'g>(
        &'g self,
        decoder: &'g Decoder,
        now: Instant,
    ) -> impl Iterator<Item = &'g Decoder> {
        self.all()
            .filter(move |other| other.is_at_work(decoder.thread, now))
    }

    fn all(&self) -> impl Iterator<Item = &Decoder> {
        self.decoders.iter().flatten()
    }

    /// A decoder has handed its picture in.
    pub(crate) fn handed_in(&mut self, number: usize) {
        if let Some(decoder) = &mut self.decoders[number] {
            decoder.steps += 1;
        }
    }

    /// How many pictures the decoder that is furthest has handed in.
    fn front(&self) -> u64 {
        self.all().map(|decoder| decoder.steps).max().unwrap_or(0)
    }

    /// A decoder's picture goes, and with a large one go all that wait.
    pub(crate) fn open(&mut self, number: usize, now: Instant) {
        let front = self.front();
        let Some(decoder) = &mut self.decoders[number] else {
            return;
        };
        if decoder.waits_since().is_none() {
            return decoder.goes(front, now);
        }
        let waiting = self.decoders.iter_mut().flatten();
        for decoder in waiting.filter(|decoder| decoder.waits_since().is_some()) {
            decoder.goes(front, now);
        }
    }
}

#[cfg(test)]
mod model;
#[cfg(test)]
mod tests;
