//! `NVSOFT_FRAME_US` and `NVSOFT_ENGINES`: encoder engines of a fixed time for each frame,
//! shared by all sessions, for tests of how a client scales.
//!
//! A session uses one engine at a time, as on the hardware. Time is kept as it should be, not
//! as the system's clock wakes threads up, so a frame that was ready in time loses none.

use std::{
    sync::{LazyLock, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::profile::{self, Profile};

/// The encoder engines of the device.
#[derive(Debug)]
pub(crate) struct Engines {
    frame: Duration,
    /// When each has done what it was given.
    free: Mutex<Vec<Instant>>,
}

impl Engines {
    fn new(count: usize, frame: Duration) -> Self {
        Self {
            frame,
            free: Mutex::new(vec![Instant::now(); count]),
        }
    }

    /// Gives the engine that is free first a frame that can begin at `ready`; when it is done.
    fn take(&self, ready: Instant) -> Instant {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(first) = free.iter_mut().min() else {
            return ready;
        };
        *first = ready.max(*first) + self.frame;
        *first
    }
}

/// The engines, if frames take a fixed time.
pub(crate) fn get() -> Option<&'static Engines> {
    static ENGINES: LazyLock<Option<Engines>> = LazyLock::new(|| {
        let frame = profile::number("NVSOFT_FRAME_US").filter(|us| *us > 0)?;
        let own = Profile::get().encoder.map_or(1, |encoder| encoder.engines);
        let count = profile::number("NVSOFT_ENGINES").unwrap_or(own.into());
        Some(Engines::new(
            count.clamp(1, 64) as usize,
            Duration::from_micros(frame),
        ))
    });
    ENGINES.as_ref()
}

/// A session's place at the engines.
#[derive(Debug)]
pub(crate) struct Turn {
    engines: Option<&'static Engines>,
    done: Instant,
}

impl Turn {
    pub(crate) fn new() -> Self {
        Self {
            engines: get(),
            done: Instant::now(),
        }
    }

    /// Waits as long as an engine takes for the session's next frame, given at `given`.
    pub(crate) fn wait(&mut self, given: Instant) {
        if let Some(engines) = self.engines {
            self.done = engines.take(given.max(self.done));
            thread::sleep(self.done.saturating_duration_since(Instant::now()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_go_to_the_engine_that_is_free_first() {
        let frame = Duration::from_millis(10);
        let engines = Engines::new(2, frame);
        let start = Instant::now();
        let done = [(); 5].map(|()| engines.take(start) - start);
        assert_eq!(done, [1, 1, 2, 2, 3].map(|frames| frames * frame));
        assert_eq!(engines.take(start + 10 * frame) - start, 11 * frame);
    }
}
