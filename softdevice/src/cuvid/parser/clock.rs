//! Display times. They are not tied to pictures: whichever picture is next in display order
//! gets the smallest time that is pending.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Units of a second when the client names none.
const DEFAULT_RATE: u32 = 10_000_000;

/// Frames a second when the stream names none.
const DEFAULT_FRAME_RATE: (u32, u32) = (30, 1);

/// More pictures are never pending; a damaged stream drops the latest times.
const MAX_PENDING: usize = 1024;

/// The times of the pictures that were decoded and not displayed.
#[derive(Debug)]
pub(super) struct Clock {
    rate: u32,
    period: i64,
    pending: BinaryHeap<Reverse<i64>>,
    last: Option<i64>,
}

impl Clock {
    /// A clock of `rate` units a second; 0 for 10 MHz.
    pub(super) fn new(rate: u32) -> Self {
        let rate = if rate == 0 { DEFAULT_RATE } else { rate };
        Self {
            rate,
            period: period(rate, DEFAULT_FRAME_RATE),
            pending: BinaryHeap::new(),
            last: None,
        }
    }

    pub(super) fn set_frame_rate(&mut self, numerator: u32, denominator: u32) {
        let known = numerator > 0 && denominator > 0;
        let frame_rate = if known {
            (numerator, denominator)
        } else {
            DEFAULT_FRAME_RATE
        };
        self.period = period(self.rate, frame_rate);
    }

    pub(super) fn add(&mut self, timestamp: i64) {
        if self.pending.len() < MAX_PENDING {
            self.pending.push(Reverse(timestamp));
        }
    }

    /// The time of the next picture in display order: when none is pending, one frame after
    /// the last.
    pub(super) fn next(&mut self) -> i64 {
        let pending = self.pending.pop().map(|Reverse(timestamp)| timestamp);
        let synthetic = self.last.map_or(0, |last| last.saturating_add(self.period));
        let next = pending.unwrap_or(synthetic);
        self.last = Some(next);
        next
    }

    /// Starts again, as at the end of a stream.
    pub(super) fn reset(&mut self) {
        self.pending.clear();
        self.last = None;
    }
}

fn period(rate: u32, (numerator, denominator): (u32, u32)) -> i64 {
    let period = u64::from(rate) * u64::from(denominator) / u64::from(numerator);
    i64::try_from(period).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_pending_time_is_next() {
        let mut clock = Clock::new(0);
        let mut shown = Vec::new();
        for (time, shows) in [(1000, 1), (5000, 0), (3000, 0), (2000, 2), (9000, 1)] {
            clock.add(time);
            shown.extend((0..shows).map(|_| clock.next()));
        }
        assert_eq!(shown, [1000, 2000, 3000, 5000]);
    }

    #[test]
    fn without_times_frames_are_a_period_apart() {
        let mut clock = Clock::new(0);
        clock.set_frame_rate(30, 1);
        assert_eq!([0; 3].map(|_| clock.next()), [0, 333_333, 666_666]);
        let mut clock = Clock::new(1000);
        clock.add(500);
        assert_eq!([0; 3].map(|_| clock.next()), [500, 533, 566]);
    }

    #[test]
    fn extreme_times_do_not_overflow() {
        let mut clock = Clock::new(u32::MAX);
        clock.set_frame_rate(1, u32::MAX);
        clock.add(i64::MAX);
        assert_eq!([clock.next(), clock.next()], [i64::MAX, i64::MAX]);
    }
}
