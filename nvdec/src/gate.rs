//! Where large pictures wait for each other.

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

/// How many times as long as a small picture one takes; 1 for a small one.
pub(crate) fn times_as_long(bytes: u64, pixels: u64) -> u32 {
    let times = bytes * PIXELS_A_BYTE / pixels.max(1);
    if times < LARGE {
        return 1;
    }
    u32::try_from(times).unwrap_or(u32::MAX)
}

/// Where large pictures wait for each other.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    decoders: Vec<Option<Decoder>>,
}

#[derive(Debug)]
struct Decoder {
    /// When it handed in its last picture; `None` before its first.
    last: Option<Instant>,
    /// The thread that its last picture came from.
    thread: Option<ThreadId>,
    /// From one picture to the next, smoothed.
    interval: Duration,
    /// Pictures since the last large one, itself counted.
    pictures: u32,
    seen_large: bool,
    /// From one large picture to the next, when there were two.
    distance: Option<u32>,
    /// Its large picture at the gate.
    waits: Option<Waits>,
}

#[derive(Debug)]
struct Waits {
    /// When its decoder had done the pictures before it; `None` while it has not.
    since: Option<Instant>,
    /// By how much it takes longer than a small picture.
    excess: Duration,
}

impl Decoder {
    /// True when its next picture may come while `thread` waits: not from that thread itself.
    fn is_at_work(&self, thread: Option<ThreadId>, now: Instant) -> bool {
        match (&self.waits, self.last) {
            _ if self.thread == thread => false,
            (Some(waits), _) => waits.since.is_none(),
            (None, Some(last)) => now.duration_since(last) < self.interval * AT_WORK,
            (None, None) => false,
        }
    }

    fn waits_since(&self) -> Option<Instant> {
        self.waits.as_ref()?.since
    }

    /// How often it will go together with another, if it does so now.
    fn goes_with(&self, other: &Self) -> u32 {
        match (self.distance, other.distance) {
            (Some(own), Some(others)) if own == others => STAY_TOGETHER,
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
    }

    /// It has a large picture.
    fn meets_large(&mut self) {
        let pictures = mem::take(&mut self.pictures);
        // Those before the first one tell nothing.
        self.distance = self.seen_large.then_some(pictures);
        self.seen_large = true;
    }

    /// It handed in a picture.
    fn hand_in(&mut self, now: Instant) {
        self.waits = None;
        self.last = Some(now);
        self.pictures += 1;
    }
}

impl Gate {
    /// Gives the number of a new decoder.
    pub(crate) fn join(&mut self) -> usize {
        let decoder = Decoder {
            last: None,
            thread: None,
            interval: Duration::ZERO,
            pictures: 0,
            seen_large: false,
            distance: None,
            waits: None,
        };
        let free = self.decoders.iter().position(Option::is_none);
        let number = free.unwrap_or_else(|| {
            self.decoders.push(None);
            self.decoders.len() - 1
        });
        self.decoders[number] = Some(decoder);
        number
    }

    pub(crate) fn leave(&mut self, number: usize) {
        self.decoders[number] = None;
    }

    /// A decoder has a picture, which it hands in at once if that is a small one.
    pub(crate) fn arrive(&mut self, number: usize, times_as_long: u32, now: Instant) {
        let Some(decoder) = &mut self.decoders[number] else {
            return;
        };
        decoder.thread = Some(thread::current().id());
        decoder.keep_interval(now);
        if times_as_long == 1 {
            return decoder.hand_in(now);
        }
        decoder.meets_large();
        let excess = decoder.interval.saturating_mul(times_as_long - 1);
        let since = None;
        decoder.waits = Some(Waits { since, excess });
    }

    /// A decoder has done all pictures before its large one.
    pub(crate) fn ready(&mut self, number: usize, now: Instant) {
        if let Some(decoder) = &mut self.decoders[number]
            && let Some(waits) = &mut decoder.waits
        {
            waits.since = Some(now);
        }
    }

    /// How long to wait before looking again; zero when the gate should open, `None` when the
    /// decoder does not wait any more.
    ///
    /// Each waiting decoder loses the time that it waits. If it went, each one at work would
    /// lose the excess, now and whenever the two would have gone together. The gate opens when
    /// the one has become as much as the other.
    pub(crate) fn patience(&self, number: usize, now: Instant) -> Option<Duration> {
        let decoder = self.decoders[number].as_ref()?;
        let waits = decoder.waits.as_ref()?;
        let excess = waits.excess;
        let waited = now.duration_since(waits.since.unwrap_or(now));
        let at_work = self
            .all()
            .filter(|other| other.is_at_work(decoder.thread, now));
        let times: u32 = at_work.map(|other| decoder.goes_with(other)).sum();
        let waiting = || self.all().filter_map(Decoder::waits_since);
        let lost: Duration = waiting().map(|since| now.duration_since(since)).sum();
        let gain = excess.saturating_mul(times);
        let count = u32::try_from(waiting().count()).unwrap_or(u32::MAX);
        let patience = gain.saturating_sub(lost) / count.max(1);
        // Who is at work changes.
        Some(
            patience
                .min(decoder.interval)
                .min(LONGEST_WAIT.saturating_sub(waited)),
        )
    }

    fn all(&self) -> impl Iterator<Item = &Decoder> {
        self.decoders.iter().flatten()
    }

    /// All that wait hand in their pictures.
    pub(crate) fn open(&mut self, now: Instant) {
        let waiting = self.decoders.iter_mut().flatten();
        for decoder in waiting.filter(|decoder| decoder.waits_since().is_some()) {
            decoder.hand_in(now);
        }
    }
}

#[cfg(test)]
mod tests;
