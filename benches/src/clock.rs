//! Processor time, which other programs on the machine hardly change.

use std::{mem::MaybeUninit, time::Duration};

/// The time that all threads of the process have spent on processors so far.
///
/// # Panics
/// When the system does not tell.
pub fn process_time() -> Duration {
    time(libc::CLOCK_PROCESS_CPUTIME_ID)
}

/// The same of the calling thread.
///
/// # Panics
/// When the system does not tell.
pub fn thread_time() -> Duration {
    time(libc::CLOCK_THREAD_CPUTIME_ID)
}

fn time(clock: libc::clockid_t) -> Duration {
    let mut time = MaybeUninit::<libc::timespec>::uninit();
    // SAFETY: there is room for the one `timespec` that the call writes.
    let status = unsafe { libc::clock_gettime(clock, time.as_mut_ptr()) };
    assert_eq!(status, 0, "no such clock");
    // SAFETY: the call succeeded, so it has filled all of it in.
    let time = unsafe { time.assume_init() };
    let (seconds, nanos) = (u64::try_from(time.tv_sec), u32::try_from(time.tv_nsec));
    Duration::new(seconds.unwrap_or(0), nanos.unwrap_or(0))
}
