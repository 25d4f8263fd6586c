//! `NVSOFT_TRACE=file`: a line of JSON for each call.
//!
//! A line is written when its call returns, so calls from within a callback stand before the
//! call that made it; `us` is when a call began, in microseconds since the first one.

use std::{
    cell::RefCell,
    fmt::Write as _,
    fs::{File, OpenOptions},
    io::Write as _,
    sync::{Mutex, OnceLock, PoisonError},
    time::Instant,
};

use super::arguments::{self, Arguments};

struct Trace {
    file: Mutex<File>,
    began: Instant,
}

static TRACE: OnceLock<Option<Trace>> = OnceLock::new();

thread_local! {
    static NOTES: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Opens the file that the variable names; false without one.
pub(super) fn open() -> bool {
    TRACE.get_or_init(try_open).is_some()
}

fn try_open() -> Option<Trace> {
    let path = std::env::var_os("NVSOFT_TRACE")?;
    let opened = OpenOptions::new().create(true).append(true).open(&path);
    match opened {
        Ok(file) => Some(Trace {
            file: Mutex::new(file),
            began: Instant::now(),
        }),
        Err(error) => {
            eprintln!("softdevice: NVSOFT_TRACE={}: {error}", path.display());
            None
        }
    }
}

/// Adds to the line of the calling thread's call.
pub(super) fn note(name: &str, value: u64) {
    NOTES.with_borrow_mut(|notes| {
        if let Some(notes) = notes {
            let _ = write!(notes, ",\"{name}\":");
            arguments::address(notes, value as usize);
        }
    });
}

/// A call begins; what it interrupts is given back to [`leave`].
pub(super) fn enter() -> Option<String> {
    NOTES.replace(Some(String::new()))
}

/// A call ends.
pub(super) fn leave(
    outer: Option<String>,
    name: &str,
    started: Instant,
    arguments: &Arguments,
    status: u32,
    injected: bool,
) {
    let notes = NOTES.replace(outer).unwrap_or_default();
    let Some(Some(trace)) = TRACE.get() else {
        return;
    };
    let us = started.saturating_duration_since(trace.began).as_micros();
    let took = started.elapsed().as_micros();
    let mut line = format!(
        "{{\"us\":{us},\"took\":{took},\"thread\":{},",
        thread_number()
    );
    let _ = write!(
        line,
        "\"call\":\"{name}\",\"args\":{{{}}}{notes}",
        arguments.0
    );
    let injected = if injected { ",\"injected\":true" } else { "" };
    let _ = writeln!(line, ",\"status\":{status}{injected}}}");
    let mut file = trace.file.lock().unwrap_or_else(PoisonError::into_inner);
    // A full disk must not fail the client.
    let _ = file.write_all(line.as_bytes());
}

/// Threads are numbered in the order of their first calls.
fn thread_number() -> u32 {
    use std::sync::atomic::{AtomicU32, Ordering};
    static NEXT: AtomicU32 = AtomicU32::new(1);
    thread_local! {
        static NUMBER: u32 = NEXT.fetch_add(1, Ordering::Relaxed);
    }
    NUMBER.try_with(|number| *number).unwrap_or(0)
}
