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
mod tests {
    use super::*;

    const MS: Duration = Duration::from_millis(1);
    const LARGE_PICTURE: u32 = 4;

    /// A picture that comes from a thread of its decoder's own.
    fn arrive(gate: &mut Gate, number: usize, times_as_long: u32, now: Instant) {
        thread::scope(|scope| {
            scope.spawn(|| gate.arrive(number, times_as_long, now));
        });
    }

    /// A gate at which so many decoders have handed in small pictures, 10 ms apart.
    fn gate(decoders: usize) -> (Gate, Instant) {
        let mut gate = Gate::default();
        for _ in 0..decoders {
            gate.join();
        }
        let mut now = Instant::now();
        for _ in 0..50 {
            now += 10 * MS;
            (0..decoders).for_each(|number| arrive(&mut gate, number, 1, now));
        }
        (gate, now)
    }

    fn large(gate: &mut Gate, number: usize, now: Instant) {
        arrive(gate, number, LARGE_PICTURE, now);
        gate.ready(number, now);
    }

    #[test]
    fn small_pictures_and_a_decoder_alone_never_wait() {
        let (mut gate, now) = gate(3);
        assert_eq!(gate.patience(0, now), None);
        large(&mut gate, 0, now + 100 * MS); // the others are not at work any more
        assert_eq!(gate.patience(0, now + 100 * MS), Some(Duration::ZERO));
    }

    #[test]
    fn a_large_picture_waits_for_the_others_large_ones() {
        let (mut gate, now) = gate(3);
        large(&mut gate, 0, now + 10 * MS);
        large(&mut gate, 1, now + 10 * MS);
        assert!(gate.patience(0, now + 11 * MS).unwrap() > MS);
        arrive(&mut gate, 2, LARGE_PICTURE, now + 12 * MS);
        assert!(gate.patience(0, now + 12 * MS).unwrap() > MS); // the third is not ready
        gate.ready(2, now + 12 * MS);
        assert_eq!(gate.patience(2, now + 12 * MS), Some(Duration::ZERO));
        gate.open(now + 12 * MS);
        assert_eq!(gate.patience(0, now + 12 * MS), None);
    }

    #[test]
    fn it_waits_no_longer_than_it_pays() {
        let (mut gate, mut now) = gate(3);
        now += 10 * MS;
        large(&mut gate, 0, now);
        // Two others are at work, which lose some 30 ms each if it goes.
        for _ in 0..5 {
            now += 10 * MS;
            (1..3).for_each(|number| arrive(&mut gate, number, 1, now));
            assert!(gate.patience(0, now).unwrap() > Duration::ZERO);
        }
        now += 20 * MS;
        assert_eq!(gate.patience(0, now), Some(Duration::ZERO));
    }

    #[test]
    fn it_waits_longer_for_those_that_will_stay_with_it() {
        let (mut gate, mut now) = gate(2);
        for distance in [6, 8, 8] {
            for number in [0, 1] {
                large(&mut gate, number, now);
            }
            gate.open(now);
            for _ in 1..distance {
                now += 10 * MS;
                (0..2).for_each(|number| arrive(&mut gate, number, 1, now));
            }
        }
        now += 10 * MS;
        large(&mut gate, 0, now);
        let stay_together = gate.decoders[0].as_ref().unwrap();
        assert_eq!(stay_together.distance, Some(8));
        let decoders: Vec<_> = gate.all().collect();
        assert_eq!(decoders[0].goes_with(decoders[1]), STAY_TOGETHER);
    }

    #[test]
    fn decoders_of_one_thread_do_not_wait_for_each_other() {
        let (mut gate, mut now) = (Gate::default(), Instant::now());
        gate.join();
        gate.join();
        for _ in 0..20 {
            now += 10 * MS;
            for number in [0, 1] {
                gate.arrive(number, LARGE_PICTURE, now);
                gate.ready(number, now);
                assert_eq!(gate.patience(number, now), Some(Duration::ZERO));
                gate.open(now);
            }
        }
    }

    #[test]
    fn a_decoder_that_has_just_begun_does_not_wait() {
        let (mut gate, now) = gate(2);
        let late = gate.join();
        let now = now + 3600 * 1000 * MS; // it was made, and got its stream an hour later
        (0..2).for_each(|number| arrive(&mut gate, number, 1, now));
        large(&mut gate, late, now);
        assert_eq!(gate.patience(late, now), Some(Duration::ZERO));
    }

    #[test]
    fn no_picture_waits_longer_than_is_said() {
        let (mut gate, mut now) = gate(2);
        gate.arrive(0, u32::MAX, now);
        gate.ready(0, now);
        let begun = now;
        while gate.patience(0, now) != Some(Duration::ZERO) {
            now += 10 * MS;
            arrive(&mut gate, 1, 1, now);
            assert!(now <= begun + LONGEST_WAIT);
        }
    }

    #[test]
    fn a_picture_is_large_by_its_bytes_for_its_pixels() {
        let pixels = 7680 * 4320;
        assert_eq!(times_as_long(400_000, pixels), 1);
        assert_eq!(times_as_long(2_809_906, pixels), 3);
        assert_eq!(times_as_long(1, 0), 47);
    }
}
