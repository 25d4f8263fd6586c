//! What stands around every driver call: the trace, the faults, and who called.
//!
//! When neither trace nor faults are on, a call costs one relaxed load and a thread-local
//! note of its name, which the [ledger](crate::ledger) writes beside what the call makes.

mod arguments;
mod counts;
pub(crate) mod plan;
mod trace;

use nvenc_sys::{CUresult, NVENCSTATUS};
use std::{
    cell::{Cell, RefCell},
    sync::atomic::{AtomicU8, Ordering},
    time::Instant,
};

pub(crate) use arguments::{Argument, Arguments};
use plan::Fault;

use crate::ledger;

/// What is on; [`UNREAD`] before the variables were read.
static ON: AtomicU8 = AtomicU8::new(UNREAD);
const UNREAD: u8 = 0x80;
const TRACE: u8 = 1;
const FAULTS: u8 = 2;

thread_local! {
    static CURRENT: Cell<&'static str> = const { Cell::new("nobody") };
    static ABOUT: Cell<usize> = const { Cell::new(0) };
    static WHY: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The driver function that the calling thread is in.
pub(crate) fn current() -> &'static str {
    CURRENT.get()
}

/// Notes the object that the call is about, to be named if the call is refused.
pub(crate) fn about(handle: usize) {
    ABOUT.set(handle);
}

/// Notes why the call is refused.
pub(crate) fn explain(why: &str) {
    WHY.with_borrow_mut(|kept| why.clone_into(kept));
}

/// Adds to the call's line in the trace what its arguments do not show.
pub(crate) fn note(name: &'static str, value: u64) {
    if ON.load(Ordering::Relaxed) & TRACE != 0 {
        trace::note(name, value);
    }
}

/// A driver's result.
pub(crate) trait Status: Copy {
    fn code(self) -> u32;
    fn from_code(code: u32) -> Self;
    /// Whether it tells of a mistake of the client's.
    fn is_misuse(self) -> bool;
}

impl Status for CUresult {
    fn code(self) -> u32 {
        self.0
    }

    fn from_code(code: u32) -> Self {
        Self(code)
    }

    fn is_misuse(self) -> bool {
        // Value, not initialised, device, context, (un)map, handle, destroyed, not permitted,
        // registered twice or not at all.
        matches!(
            self.0,
            1 | 3 | 101 | 201 | 205 | 206 | 400 | 709 | 712 | 713 | 800
        )
    }
}

impl Status for NVENCSTATUS {
    fn code(self) -> u32 {
        self.0
    }

    fn from_code(code: u32) -> Self {
        Self(code)
    }

    fn is_misuse(self) -> bool {
        // From a null handle to an invalid call; not initialised; version; resources.
        matches!(self.0, 3 | 4 | 6 | 8 | 9 | 11 | 15 | 16 | 23 | 24 | 25)
    }
}

/// A call that begins. Its arguments are asked for only if somebody looks.
pub(crate) fn begin(name: &'static str, arguments: impl FnOnce(&mut Arguments)) -> Call {
    let on = match ON.load(Ordering::Relaxed) {
        UNREAD => read_variables(),
        on => on,
    };
    Call {
        name,
        watched: (on != 0).then(|| Box::new(Watched::new(name, on, arguments))),
    }
}

/// Switches the counting of calls and their faults.
fn switch(flag: u8, on: bool) {
    if ON.load(Ordering::Relaxed) == UNREAD {
        read_variables();
    }
    match on {
        true => ON.fetch_or(flag, Ordering::Relaxed),
        false => ON.fetch_and(!flag, Ordering::Relaxed),
    };
}

fn read_variables() -> u8 {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let trace = if trace::open() { TRACE } else { 0 };
        let faults = if plan::from_environment() { FAULTS } else { 0 };
        ON.store(trace | faults, Ordering::Relaxed);
    });
    ON.load(Ordering::Relaxed)
}

/// A driver call.
pub(crate) struct Call {
    name: &'static str,
    watched: Option<Box<Watched>>,
}

struct Watched {
    started: Instant,
    traced: bool,
    arguments: Arguments,
    fault: Option<Fault>,
}

impl Call {
    /// Runs the call's body, or what a fault puts in its place.
    pub(crate) fn run<S: Status>(self, body: impl FnOnce() -> S) -> S {
        let outer = CURRENT.replace(self.name);
        ABOUT.set(0);
        let status = match self.watched {
            None => checked(self.name, body),
            Some(watched) => watched.run(self.name, body),
        };
        CURRENT.set(outer);
        status
    }
}

impl Watched {
    fn new(name: &'static str, on: u8, arguments: impl FnOnce(&mut Arguments)) -> Self {
        let mut shown = Arguments::default();
        let traced = on & TRACE != 0;
        if traced {
            arguments(&mut shown);
        }
        Self {
            started: Instant::now(),
            traced,
            arguments: shown,
            fault: (on & FAULTS != 0).then(|| plan::next(name)).flatten(),
        }
    }

    fn run<S: Status>(self, name: &'static str, body: impl FnOnce() -> S) -> S {
        let outer = if self.traced { trace::enter() } else { None };
        let status = match self.fault {
            None => checked(name, body),
            Some(Fault::Late(time)) => {
                std::thread::sleep(time);
                checked(name, body)
            }
            Some(Fault::Held) => {
                plan::wait_until_let_go(name);
                checked(name, body)
            }
            // What is undone stays undone: who is told that it was not can do no more.
            Some(Fault::Status(code)) if undoes(name) => {
                checked(name, body);
                plan::excuse(name, ABOUT.get());
                S::from_code(code)
            }
            Some(Fault::Status(code)) => S::from_code(code),
        };
        if self.traced {
            let injected = matches!(self.fault, Some(Fault::Status(_)));
            trace::leave(
                outer,
                name,
                self.started,
                &self.arguments,
                status.code(),
                injected,
            );
        }
        status
    }
}

/// Runs a body; a mistake that it found goes into the report.
fn checked<S: Status>(name: &'static str, body: impl FnOnce() -> S) -> S {
    let status = body();
    if status.is_misuse() && !asks(name) && !plan::is_excused(name, ABOUT.get()) {
        let why = WHY.take();
        let why = if why.is_empty() {
            why
        } else {
            format!(": {why}")
        };
        ledger::refused(name, status.code(), &why, ABOUT.get());
    } else if status.code() != 0 {
        WHY.take();
    }
    status
}

/// Functions that only ask, and may ask for what is not there.
fn asks(name: &str) -> bool {
    name.contains("Get") || name.contains("Query")
}

/// Functions that undo what another did.
fn undoes(name: &str) -> bool {
    const WORDS: [&str; 7] = [
        "Destroy",
        "Unlock",
        "Unmap",
        "Unregister",
        "Free",
        "Release",
        "PopCurrent",
    ];
    WORDS.iter().any(|word| name.contains(word))
}
