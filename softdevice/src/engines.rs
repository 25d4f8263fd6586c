//! `NVSOFT_FRAME_US` and `NVSOFT_ENGINES`: encoder engines of a fixed time for each frame,
//! shared by all sessions, for tests of how a client scales.
//!
//! A session uses one engine at a time, as on the hardware. Time is kept as it should be, not
//! as the system's clock wakes threads up, so a frame that was ready in time loses none.

use nvenc_sys::CUdevice;
use std::{
    sync::{LazyLock, Mutex, PoisonError},
    thread,
    time::{Duration, Instant},
};

use crate::profile;

/// The encoder engines of one GPU.
#[derive(Debug)]
struct Engines {
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

    /// Gives an engine a frame that can begin at `ready`; when it is done.
    ///
    /// The engine is the one that idles least before the frame, or waits least for it. A
    /// session that asks late, for the system woke it up late, so finds the engine still
    /// there that was free when it should have asked.
    fn take(&self, ready: Instant) -> Instant {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(engine) = free.iter_mut().min_by_key(|free| {
            let waits = free.saturating_duration_since(ready);
            (waits, ready.saturating_duration_since(**free))
        }) else {
            return ready;
        };
        *engine = ready.max(*engine) + self.frame;
        *engine
    }
}

/// Whether frames take a fixed time.
pub(crate) fn are_timed() -> bool {
    of(0).is_some()
}

/// A GPU's engines, if frames take a fixed time.
fn of(device: CUdevice) -> Option<&'static Engines> {
    static ENGINES: LazyLock<Vec<Engines>> = LazyLock::new(|| {
        let Some(us) = profile::number("NVSOFT_FRAME_US").filter(|us| *us > 0) else {
            return Vec::new();
        };
        let count = profile::engines().max(1) as usize;
        let all = (0..profile::devices()).map(|_| Engines::new(count, Duration::from_micros(us)));
        all.collect()
    });
    ENGINES.get(device as usize)
}

/// A session's place at its GPU's engines.
#[derive(Debug)]
pub(crate) struct Turn {
    engines: Option<&'static Engines>,
    done: Instant,
}

impl Turn {
    pub(crate) fn new(device: CUdevice) -> Self {
        Self {
            engines: of(device),
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

    const FRAME: Duration = Duration::from_millis(10);

    #[test]
    fn frames_go_to_the_engine_that_is_free_first() {
        let engines = Engines::new(2, FRAME);
        let start = Instant::now();
        let done = [(); 5].map(|()| engines.take(start) - start);
        assert_eq!(done, [1, 1, 2, 2, 3].map(|frames| frames * FRAME));
        assert_eq!(engines.take(start + 10 * FRAME) - start, 11 * FRAME);
    }

    #[test]
    fn a_session_that_asks_late_loses_nothing() {
        let engines = Engines::new(2, FRAME);
        let start = Instant::now();
        let (one, other) = (
            engines.take(start),
            engines.take(start + Duration::from_millis(3)),
        );
        // The other asks first for its next frame, though the one's was ready before.
        assert_eq!(engines.take(other), other + FRAME);
        assert_eq!(engines.take(one), one + FRAME);
    }

    /// Frames that `sessions` get done in 100 frame times, each asking for its next one up to
    /// a frame time late.
    fn frames(sessions: usize, engines: usize) -> usize {
        let engines = Engines::new(engines, FRAME);
        let start = Instant::now();
        let mut done = vec![start; sessions];
        let mut late = (0..=255)
            .map(|number: u32| FRAME * (number * 167 % 256) / 256)
            .cycle();
        let mut frames = 0;
        loop {
            let next = done
                .iter_mut()
                .min_by_key(|done| **done + late.next().unwrap());
            let next = next.unwrap();
            *next = engines.take(*next);
            if *next > start + 100 * FRAME {
                return frames;
            }
            frames += 1;
        }
    }

    #[test]
    fn sessions_get_what_the_engines_do() {
        for (sessions, engines, expected) in [(1, 3, 100), (3, 3, 300), (4, 2, 200), (7, 3, 300)] {
            let frames = frames(sessions, engines);
            // The last frames of the others may be under way.
            let close = expected - 2 * sessions..=expected;
            assert!(close.contains(&frames), "{sessions} on {engines}: {frames}");
        }
    }
}
