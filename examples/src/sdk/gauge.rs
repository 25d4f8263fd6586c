//! How many frames each thread has done, told to whoever measures.

use std::num::NonZeroUsize;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use super::cpu;

/// Frames that every thread must have done before a steady state is believed in.
const WARM_UP: u64 = 16;
/// How often the measuring thread looks.
const LOOK: Duration = Duration::from_millis(1);

/// The counters of all threads, and the word to stop.
#[derive(Debug)]
pub(super) struct Gauge {
    counters: Box<[Counter]>,
    stopped: AtomicBool,
}

/// One thread's frames. On cache lines of its own, so that counting costs the others nothing.
#[derive(Debug, Default)]
#[repr(align(128))]
pub(super) struct Counter {
    frames: AtomicU64,
    first: OnceLock<Instant>,
}

/// Where a stretch of time began.
#[derive(Debug)]
pub(super) struct Start {
    time: Instant,
    cpu: Duration,
    frames: Vec<u64>,
}

/// What was done in a stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Measured {
    pub(super) time: Duration,
    pub(super) ended: SystemTime,
    /// What all threads of the process spent on processors.
    pub(super) cpu: Duration,
    /// Of each thread.
    pub(super) frames: Vec<u64>,
}

impl Gauge {
    pub(super) fn new(threads: NonZeroUsize) -> Self {
        Self {
            counters: (0..threads.get()).map(|_| Counter::default()).collect(),
            stopped: AtomicBool::new(false),
        }
    }

    pub(super) fn counters(&self) -> &[Counter] {
        &self.counters
    }

    /// Tells all threads to stop.
    pub(super) fn stop(&self) {
        self.stopped.store(true, Relaxed);
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.load(Relaxed)
    }

    /// When the first frame of all was done.
    pub(super) fn first_frame(&self) -> Option<Instant> {
        let first = |counter: &Counter| counter.first.get().copied();
        self.counters.iter().filter_map(first).min()
    }

    /// A stretch of time begins.
    pub(super) fn start(&self) -> Start {
        Start {
            time: Instant::now(),
            cpu: cpu::time(),
            frames: self.frames(),
        }
    }

    /// What was done since then.
    pub(super) fn since(&self, start: &Start) -> Measured {
        let (time, frames) = (start.time.elapsed(), self.frames());
        let frames = frames.iter().zip(&start.frames);
        Measured {
            time,
            ended: SystemTime::now(),
            cpu: cpu::time().saturating_sub(start.cpu),
            frames: frames.map(|(after, before)| after - before).collect(),
        }
    }

    /// The frames of all threads, until now.
    fn frames(&self) -> Vec<u64> {
        self.counters.iter().map(Counter::frames).collect()
    }

    /// Measures for `time`, once all threads are under way. Returns early when stopped.
    pub(super) fn measure_steady(&self, time: Duration) -> Measured {
        while !self.is_warm() && !self.is_stopped() {
            sleep(LOOK);
        }
        let start = self.start();
        while start.time.elapsed() < time && !self.is_stopped() {
            sleep(LOOK.min(time.saturating_sub(start.time.elapsed())));
        }
        self.since(&start)
    }

    fn is_warm(&self) -> bool {
        self.counters
            .iter()
            .all(|counter| counter.frames() >= WARM_UP)
    }
}

impl Counter {
    /// One more frame is done. Only the counter's own thread calls it.
    pub(super) fn count(&self) {
        let before = self.frames();
        if before == 0 {
            self.first.get_or_init(Instant::now);
        }
        self.frames.store(before + 1, Relaxed);
    }

    pub(super) fn frames(&self) -> u64 {
        self.frames.load(Relaxed)
    }
}

impl Measured {
    pub(super) fn total(&self) -> u64 {
        self.frames.iter().sum()
    }

    pub(super) fn fps(&self) -> f64 {
        rate(self.total(), self.time)
    }

    /// When it ended, in seconds since 1970: what other programs saw meanwhile can be told from what
    /// they saw while this one began and ended.
    pub(super) fn ended_at(&self) -> f64 {
        let since = self.ended.duration_since(SystemTime::UNIX_EPOCH);
        since.unwrap_or_default().as_secs_f64()
    }

    /// Processor time of a frame, in milliseconds.
    pub(super) fn cpu_ms(&self) -> f64 {
        self.cpu.as_secs_f64() * 1e3 / self.total().max(1) as f64
    }

    pub(super) fn thread_fps(&self) -> Vec<f64> {
        self.frames
            .iter()
            .map(|frames| rate(*frames, self.time))
            .collect()
    }
}

fn rate(frames: u64, time: Duration) -> f64 {
    frames as f64 / time.as_secs_f64().max(f64::MIN_POSITIVE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn the_warm_up_is_not_counted() {
        let gauge = Gauge::new(NonZeroUsize::MIN);
        let counter = &gauge.counters()[0];
        (0..WARM_UP).for_each(|_| counter.count());
        let measured = gauge.measure_steady(Duration::from_millis(2));
        assert_eq!(measured.total(), 0);
        assert!(measured.time >= Duration::from_millis(2));
        assert!(gauge.first_frame().is_some());
    }

    #[test]
    fn a_stop_ends_the_wait_for_threads_that_never_start() {
        let gauge = Gauge::new(NonZeroUsize::MIN);
        thread::scope(|scope| {
            scope.spawn(|| gauge.stop());
            let measured = gauge.measure_steady(Duration::from_secs(3600));
            assert_eq!(measured.frames, [0]);
        });
    }
}
