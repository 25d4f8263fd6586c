//! `NVSOFT_STRICT`: mistakes said as they happen, or fatal.

use std::{ffi::c_int, sync::Once, sync::OnceLock};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    /// Kept for the report only.
    Quiet,
    /// Written to the standard error stream.
    Report,
    /// Written, and the process aborted.
    Abort,
}

fn mode() -> Mode {
    static MODE: OnceLock<Mode> = OnceLock::new();
    *MODE.get_or_init(|| match std::env::var("NVSOFT_STRICT").as_deref() {
        Err(_) => Mode::Quiet,
        Ok("report") => Mode::Report,
        Ok("abort") => Mode::Abort,
        Ok(word) => {
            eprintln!("softdevice: NVSOFT_STRICT={word} is not known; using `report`");
            Mode::Report
        }
    })
}

/// Says a mistake as the mode wants it.
pub(super) fn tell(text: &str) {
    if mode() != Mode::Quiet {
        eprintln!("softdevice: violation: {text}");
    }
    if mode() == Mode::Abort {
        std::process::abort();
    }
}

/// Has what is left at the end of the process said, once there is something that can be.
pub(super) fn watch_exit() {
    static ONCE: Once = Once::new();
    if mode() != Mode::Quiet {
        ONCE.call_once(|| {
            // SAFETY: `at_exit` stays loaded, as the driver is never unloaded.
            let _ = unsafe { atexit(at_exit) };
        });
    }
}

unsafe extern "C" {
    fn atexit(function: extern "C" fn()) -> c_int;
}

extern "C" fn at_exit() {
    let report = super::report();
    let left = report
        .lines()
        .filter_map(|line| line.strip_prefix("living "));
    left.for_each(|object| eprintln!("softdevice: left at exit: {object}"));
}
