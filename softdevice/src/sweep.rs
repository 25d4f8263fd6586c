//! Trying a piece of work with each of its driver calls failing in turn.

use std::{
    any::Any,
    collections::BTreeSet,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::{RecvTimeoutError, channel},
    thread,
    time::Duration,
};

use crate::report::{faults, forgive, report};

/// How long the work may take, with a fault or without, before it is said to hang.
const PATIENCE: Duration = Duration::from_secs(30);

/// The same fault again and again is found once for each function and status.
type Seen = BTreeSet<(String, String, &'static str)>;

/// Does `work` once to learn its driver calls, then again for each call and each of the
/// `statuses` of its function, with that call giving that status. Each time the work has to
/// end without a panic, leave nothing in the [ledger](report()), make no mistake, and fail
/// with a text that names the call, if it fails.
///
/// Gives what was found wrong: for each function, status and kind of wrong the first case.
/// The device must be active, and nothing else may use it meanwhile. After a hang the work
/// that hangs is left alone and nothing more is tried.
pub fn sweep(
    work: fn() -> Result<(), String>,
    statuses: fn(&str) -> &'static [u32],
) -> Vec<String> {
    let faults = |function: &str| statuses(function).iter().map(u32::to_string).collect();
    try_all(work, faults)
}

/// Does `work` once to learn its driver calls, then again for each, with that call finishing
/// some milliseconds late. Each time the work has to go well, and leave nothing.
///
/// Gives what was found wrong, as [`sweep`] does.
pub fn sweep_late(work: fn() -> Result<(), String>, milliseconds: u32) -> Vec<String> {
    try_all(work, |_| vec![format!("late{milliseconds}")])
}

fn try_all(work: fn() -> Result<(), String>, faults: impl Fn(&str) -> Vec<String>) -> Vec<String> {
    forgive();
    let mut found = Vec::new();
    let mut seen = Seen::new();
    let counts = match calls_of(work) {
        Ok(counts) => counts,
        Err(wrong) => return vec![format!("without a fault: {wrong}")],
    };
    for (function, count) in counts {
        for fault in faults(&function) {
            for number in 1..=count {
                let wrong = attempt(work, &function, number, &fault);
                let hangs = wrong.iter().any(|(kind, _)| *kind == HANGS);
                for (kind, text) in wrong {
                    if seen.insert((function.clone(), fault.clone(), kind)) {
                        found.push(format!("{function}:{number}={fault}: {kind}: {text}"));
                    }
                }
                if hangs {
                    return found;
                }
            }
        }
    }
    found
}

/// The calls that one function of cudarc makes to open a GPU: an error of it names none.
pub const OPENING_CALLS: &str =
    "cuInit cuDeviceGet cuDevicePrimaryCtxRetain cuCtxGetCurrent cuCtxSetCurrent";

/// The calls behind one function of cudarc to make a context current, or to wait for it.
pub const BINDING_CALLS: &str = "cuCtxGetCurrent cuCtxSetCurrent cuCtxSynchronize";

const HANGS: &str = "hangs";

fn calls_of(work: fn() -> Result<(), String>) -> Result<Vec<(String, u64)>, String> {
    faults::set("");
    let ended = watched(work);
    let counts = faults::counts();
    faults::clear();
    match ended {
        Ended::Done(Ok(())) if report().is_empty() => Ok(counts),
        Ended::Done(Ok(())) => Err(report().to_string()),
        Ended::Done(Err(error)) => Err(error),
        Ended::Panicked(text) => Err(text),
        Ended::Hangs => Err(HANGS.into()),
    }
}

/// What is wrong with the work when a call fails, by kind.
fn attempt(
    work: fn() -> Result<(), String>,
    function: &str,
    number: u64,
    fault: &str,
) -> Vec<(&'static str, String)> {
    // What an earlier attempt left was said then.
    let before = report().living;
    faults::set(&format!("{function}:{number}={fault}"));
    let ended = watched(work);
    faults::clear();
    let mut wrong = Vec::new();
    match ended {
        Ended::Done(Err(error)) if fault.starts_with("late") => {
            wrong.push(("fails though the call does not", error));
        }
        Ended::Done(Err(error)) if !names(&error, function) => {
            wrong.push(("the error does not name the call", error));
        }
        Ended::Done(_) => {}
        Ended::Panicked(text) => wrong.push(("panics", text)),
        Ended::Hangs => return vec![(HANGS, String::new())],
    }
    let report = report();
    let mut left = report.living;
    left.retain(|object| !before.contains(object));
    if !left.is_empty() {
        wrong.push(("leaves", left.join("; ")));
    }
    if !report.violations.is_empty() {
        wrong.push(("mistakes", report.violations.join("; ")));
    }
    forgive();
    wrong
}

/// Whether a text names a function, by its name in the headers: without `_v2`.
fn names(text: &str, function: &str) -> bool {
    text.contains(function.trim_end_matches("_v2"))
}

enum Ended {
    Done(Result<(), String>),
    Panicked(String),
    Hangs,
}

/// Does the work on a thread that is not waited for for ever.
fn watched(work: fn() -> Result<(), String>) -> Ended {
    let (sender, receiver) = channel();
    let worker = thread::spawn(move || {
        let done = catch_unwind(AssertUnwindSafe(work));
        // Nobody listens any more when it took too long.
        let _ = sender.send(done);
    });
    match receiver.recv_timeout(PATIENCE) {
        Ok(done) => {
            // The thread has nothing left to do, but what it keeps must be gone, too.
            let _ = worker.join();
            done.map_or_else(|panic| Ended::Panicked(message(&*panic)), Ended::Done)
        }
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Ended::Hangs,
    }
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref().copied());
    text.unwrap_or("no message").to_owned()
}
