//! What the process has cost the machine's processors.

use std::mem::MaybeUninit;
use std::time::Duration;

/// The time that all threads of the process have spent on processors so far, in the program
/// and in the system; zero where the system does not tell.
pub(super) fn time() -> Duration {
    let mut usage = MaybeUninit::<libc::rusage>::uninit();
    // SAFETY: there is room for the one `rusage` that the call writes.
    let status = unsafe { libc::getrusage(libc::RUSAGE_SELF, usage.as_mut_ptr()) };
    if status != 0 {
        return Duration::ZERO;
    }
    // SAFETY: the call succeeded, so it has filled all of it in.
    let usage = unsafe { usage.assume_init() };
    duration(usage.ru_utime) + duration(usage.ru_stime)
}

fn duration(time: libc::timeval) -> Duration {
    let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
    let microseconds = u64::try_from(time.tv_usec).unwrap_or(0);
    Duration::from_secs(seconds) + Duration::from_micros(microseconds)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    #[test]
    fn work_takes_time() {
        let (before, started) = (time(), Instant::now());
        while time() == before {
            assert!(started.elapsed() < Duration::from_secs(60), "{before:?}");
        }
    }
}
