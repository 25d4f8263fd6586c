//! Decoding timestamps, which the driver does not give.

use std::collections::VecDeque;

/// The presentation timestamps of the frames submitted, from which packets get their
/// decoding timestamps: in the same order, so many frames earlier as reordering takes.
#[derive(Debug)]
pub(crate) struct DecodeTimes {
    reorder: usize,
    given: usize,
    waiting: VecDeque<i64>,
}

impl DecodeTimes {
    pub(crate) fn new(reorder: usize, depth: usize) -> Self {
        // Never more than are in flight and behind: it does not grow.
        Self {
            reorder,
            given: 0,
            waiting: VecDeque::with_capacity(depth + reorder + 1),
        }
    }

    #[inline]
    pub(crate) fn submitted(&mut self, timestamp: i64) {
        self.waiting.push_back(timestamp);
    }

    /// The decoding timestamp of the next packet; `duration` is a frame's, for a stream
    /// shorter than its reordering.
    #[inline]
    pub(crate) fn next(&mut self, duration: u64) -> i64 {
        match self.given >= self.reorder {
            true => self.waiting.pop_front().unwrap_or_default(),
            false => self.before_the_first(duration),
        }
    }

    fn before_the_first(&mut self, duration: u64) -> i64 {
        let ahead = self.reorder - self.given;
        self.given += 1;
        let first = self.waiting.front().copied().unwrap_or_default();
        let one = i64::try_from(duration).unwrap_or(i64::MAX).max(1);
        let distance = match self.waiting.get(ahead) {
            Some(later) => later.saturating_sub(first),
            None => one.saturating_mul(ahead as i64),
        };
        first.saturating_sub(distance)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_reordering_they_are_those_of_the_frames() {
        let mut times = DecodeTimes::new(0, 4);
        [10, 20].into_iter().for_each(|it| times.submitted(it));
        assert_eq!([times.next(0), times.next(0)], [10, 20]);
    }

    #[test]
    fn with_reordering_they_run_ahead() {
        let mut times = DecodeTimes::new(2, 8);
        (0..5).for_each(|it| times.submitted(10 * it));
        let given: Vec<i64> = (0..5).map(|_| times.next(0)).collect();
        assert_eq!(given, [-20, -10, 0, 10, 20]);
    }

    #[test]
    fn a_single_frame_uses_its_duration() {
        let mut times = DecodeTimes::new(1, 4);
        times.submitted(5);
        assert_eq!(times.next(3), 2);
    }
}
