//! How long frames take from their submission to their packet.

use std::fmt;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// The most frames whose times have room from the beginning: a million.
const ROOM: usize = 1 << 20;

/// The times of one thread's frames. Nothing is allocated while they are taken, up to [`ROOM`].
#[derive(Clone, Debug)]
pub(super) struct Latencies {
    submitted: Vec<Instant>,
    times: Vec<Duration>,
    whole: Duration,
}

impl Latencies {
    pub(super) fn new(frames: usize) -> Self {
        Self {
            submitted: Vec::with_capacity(frames.min(ROOM)),
            times: Vec::with_capacity(frames.min(ROOM)),
            whole: Duration::ZERO,
        }
    }

    /// The next frame is about to be submitted.
    pub(super) fn submit(&mut self) {
        self.submitted.push(Instant::now());
    }

    /// The packet of frame `number` is there.
    pub(super) fn receive(&mut self, number: i64) {
        let submitted = usize::try_from(number)
            .ok()
            .and_then(|number| self.submitted.get(number));
        self.times.extend(submitted.map(Instant::elapsed));
    }

    /// The last packet is there.
    pub(super) fn end(&mut self) {
        self.whole = self
            .submitted
            .first()
            .map_or(Duration::ZERO, Instant::elapsed);
        self.times.sort_unstable();
    }

    /// The times of all threads together.
    pub(super) fn merge(all: &[Self]) -> Self {
        let mut times: Vec<Duration> = all.iter().flat_map(|one| one.times.clone()).collect();
        times.sort_unstable();
        Self {
            submitted: Vec::new(),
            times,
            whole: all.iter().map(|one| one.whole).max().unwrap_or_default(),
        }
    }

    /// Packets in a second.
    pub(super) fn fps(&self) -> f64 {
        self.times.len() as f64 / self.whole.as_secs_f64().max(f64::MIN_POSITIVE)
    }

    pub(super) fn json(&self) -> Value {
        let [p50, p95, p99, max] = self.milliseconds();
        json!({ "p50": p50, "p95": p95, "p99": p99, "max": max })
    }

    fn milliseconds(&self) -> [f64; 4] {
        [50, 95, 99, 100].map(|percent| self.percentile(percent).as_secs_f64() * 1e3)
    }

    /// The shortest time that `percent` of the frames keep.
    fn percentile(&self, percent: usize) -> Duration {
        let rank = (self.times.len() * percent).div_ceil(100).saturating_sub(1);
        self.times.get(rank).copied().unwrap_or_default()
    }
}

impl fmt::Display for Latencies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [p50, p95, p99, max] = self.milliseconds();
        write!(f, "p50={p50:.3} p95={p95:.3} p99={p99:.3} max={max:.3} ms")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(times: impl Iterator<Item = u64>) -> Latencies {
        Latencies {
            submitted: Vec::new(),
            times: times.map(Duration::from_millis).collect(),
            whole: Duration::from_secs(2),
        }
    }

    #[test]
    fn percentiles_are_times_that_were_measured() {
        assert_eq!(of(1..=100).milliseconds(), [50.0, 95.0, 99.0, 100.0]);
        assert_eq!(of(7..=7).milliseconds(), [7.0; 4]);
        assert_eq!(of(0..0).milliseconds(), [0.0; 4]);
        assert_eq!(of(1..=100).fps(), 50.0);
    }

    #[test]
    fn threads_are_put_together() {
        let all = Latencies::merge(&[of(1..=50), of(51..=100)]);
        assert_eq!(all.milliseconds(), [50.0, 95.0, 99.0, 100.0]);
    }

    #[test]
    fn a_number_that_never_went_in_is_passed_over() {
        let mut latencies = Latencies::new(1);
        latencies.submit();
        latencies.receive(5);
        latencies.receive(-1);
        latencies.receive(0);
        latencies.end();
        assert_eq!(latencies.times.len(), 1);
    }
}
