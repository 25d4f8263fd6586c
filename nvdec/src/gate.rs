//! Where the pictures of decoders that run together wait for each other.

mod decoder;
#[cfg(test)]
mod model;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod throughput;

use decoder::{Decoder, Waits};
use std::{
    mem, thread,
    time::{Duration, Instant},
};

/// Pixels that an engine decodes in the time it takes for one byte of the stream, so that
/// smaller pictures than that take no longer for having more bytes (8K HEVC on an H100:
/// 9.6 ms for 33 million pixels, 38 ms for 2.8 million bytes).
const PIXELS_A_BYTE: u64 = 47;
/// A picture that takes this many times as long as others is a large one.
const LARGE: u64 = 2;
/// Decoders for each engine from which on nobody waits. Fourteen of 8K HEVC on an H100's seven engines
/// gave 537 to 554 frames a second so, and 462 to 597 in step, half of the runs below 500.
const CROWDED: usize = 2;
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

/// Where pictures wait until it pays to hand them in.
///
/// They go in step: none goes before the other decoders at work have handed in theirs of the step
/// before. A large one waits for those of the others, and goes with them; those that follow it in a
/// row go in step.
#[derive(Debug, Default)]
pub(crate) struct Gate {
    decoders: Vec<Option<Decoder>>,
    /// What the GPU decodes them with, if the driver says.
    engines: Option<usize>,
}

/// Whom a small picture waits for.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Behind {
    Nobody,
    /// A decoder that has time to make it up.
    Slow,
    /// One that waits for an engine, while others keep the engines busy.
    Starved,
}

impl Gate {
    /// Without decoders.
    pub(crate) fn new(engines: Option<usize>) -> Self {
        Self {
            engines,
            ..Self::default()
        }
    }

    /// True where there are decoders enough to keep the engines busy without order.
    pub(crate) fn is_crowded(&self) -> bool {
        let engines = self.engines.unwrap_or(usize::MAX);
        self.all().count() >= engines.saturating_mul(CROWDED)
    }

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

    /// A decoder has its next picture only when the engines have decoded one of its others.
    pub(crate) fn wait_for_engine(&mut self, number: usize) {
        if let Some(decoder) = &mut self.decoders[number] {
            decoder.thread = Some(thread::current().id());
            decoder.waits_for_engine = true;
        }
    }

    /// A decoder has a picture. True for one to be told of when it is [`ready`](Self::ready): a
    /// large one that follows a small one. Of several large ones in a row the others go in step.
    pub(crate) fn arrive(&mut self, number: usize, times_as_long: u32, now: Instant) -> bool {
        let front = self.front();
        let Some(decoder) = &mut self.decoders[number] else {
            return false;
        };
        decoder.thread = Some(thread::current().id());
        decoder.waits_for_engine = false;
        decoder.keep_interval(now);
        let is_large = times_as_long > 1;
        let follows = mem::replace(&mut decoder.in_row, is_large);
        let leads = is_large && !follows;
        match leads {
            true => decoder.meets_large(times_as_long),
            false => decoder.meets_small(front, now),
        }
        leads
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
    pub(crate) fn patience(&mut self, number: usize, now: Instant) -> Option<Duration> {
        let decoder = self.decoders[number].as_ref()?;
        let interval = decoder.interval;
        let patience = match decoder.waits? {
            _ if self.is_crowded() => Duration::ZERO,
            Waits::Step { .. } => self.patience_in_step(number, now)?,
            Waits::Coming { .. } => Duration::ZERO,
            Waits::Large { since, excess } => {
                let longest = LONGEST_WAIT.saturating_sub(now.duration_since(since));
                self.patience_of_large(decoder, excess, now).min(longest)
            }
        };
        // Who is at work changes.
        Some(patience.min(interval))
    }

    fn patience_in_step(&mut self, number: usize, now: Instant) -> Option<Duration> {
        let behind = self.behind(self.decoders[number].as_ref()?, now);
        let decoder = self.decoders[number].as_mut()?;
        let Some(Waits::Step { since, charged }) = &mut decoder.waits else {
            return None;
        };
        Some(match behind {
            Behind::Nobody => Duration::ZERO,
            Behind::Slow => {
                let waited = now.duration_since(*charged);
                decoder.allowance.saturating_sub(waited)
            }
            Behind::Starved => {
                // That costs nothing: its own engine is what the other one gets.
                *charged = now;
                LONGEST_WAIT.saturating_sub(now.duration_since(*since))
            }
        })
    }

    /// Who has yet to hand in a small picture of the step before.
    ///
    /// An engine that has more than one decoder to serve may stay with one of them for as long as
    /// that has pictures. So where there are more decoders than engines, some would get far ahead.
    /// A decoder of large pictures only is not starved: it is slow.
    fn behind(&self, decoder: &Decoder, now: Instant) -> Behind {
        let share_engines = self
            .engines
            .is_some_and(|engines| self.at_work(decoder, now).count() >= engines);
        let is_coming = |other: &Decoder| matches!(other.waits, Some(Waits::Coming { .. }));
        let at_work = self.at_work(decoder, now);
        let behind = at_work.filter(|other| other.steps < decoder.steps && !is_coming(other));
        let is_starved = |other: &Decoder| other.waits_for_engine && !other.in_row;
        let how = behind.map(|other| match share_engines && is_starved(other) {
            true => Behind::Starved,
            false => Behind::Slow,
        });
        how.max().unwrap_or(Behind::Nobody)
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
