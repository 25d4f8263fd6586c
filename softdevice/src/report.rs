//! Asking the active device, from the same process, what it has seen.
//!
//! The device is the loaded shared object, not the copy of this crate that a Rust program
//! links, so these functions look up its exported functions.

use libloading::os::unix::Library;
use std::{
    ffi::{CString, c_char, c_int},
    fmt,
};

use crate::{activate, ledger, watch::plan};

/// What the device knows of its client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Report {
    /// What was made and not ended yet, each with the call that made it.
    pub living: Vec<String>,
    /// Mistakes so far, each with the calls it involves.
    pub violations: Vec<String>,
}

impl Report {
    /// Whether nothing lives and nothing was done wrong.
    pub fn is_empty(&self) -> bool {
        self.living.is_empty() && self.violations.is_empty()
    }

    fn read(text: &str) -> Self {
        let all = |prefix| {
            let lines = text
                .lines()
                .filter_map(move |line| line.strip_prefix(prefix));
            lines.map(str::to_owned).collect()
        };
        Self {
            living: all("living "),
            violations: all("violation "),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut living = self.living.iter();
        living.try_for_each(|line| writeln!(f, "living: {line}"))?;
        let mut violations = self.violations.iter();
        violations.try_for_each(|line| writeln!(f, "violation: {line}"))
    }
}

/// What the active device knows of its client; empty when none is active.
pub fn report() -> Report {
    Report::read(&text(c"nvsoft_report"))
}

/// Has the active device forget the mistakes so far.
pub fn forgive() {
    if let Some(library) = activate::active() {
        // SAFETY: nvsoft_forgive has this signature.
        let forgive = unsafe { library.get::<extern "C" fn()>("nvsoft_forgive") };
        forgive.into_iter().for_each(|forgive| forgive());
    }
}

/// Faults of the active device, set from within the process.
pub mod faults {
    use super::{CString, activate, c_char, c_int, text};

    /// Takes a plan as `NVSOFT_FAULTS` has it and counts calls from 1 again. An empty plan
    /// only counts. False when no device is active or the plan is not understood.
    pub fn set(plan: &str) -> bool {
        CString::new(plan).is_ok_and(|plan| give(plan.as_ptr()))
    }

    /// Ends the plan and the counting. Calls that the plan held go on.
    pub fn clear() {
        give(std::ptr::null());
    }

    /// How often each function was called since [`set`].
    pub fn counts() -> Vec<(String, u64)> {
        let text = text(c"nvsoft_counts");
        let pairs = text.lines().filter_map(|line| line.split_once(' '));
        let pairs = pairs.map(|(name, count)| (name.to_owned(), count.parse().unwrap_or(0)));
        pairs.collect()
    }

    fn give(plan: *const c_char) -> bool {
        type Set = unsafe extern "C" fn(*const c_char) -> c_int;
        let Some(library) = activate::active() else {
            return false;
        };
        // SAFETY: nvsoft_set_faults has this signature.
        let Ok(set) = (unsafe { library.get::<Set>("nvsoft_set_faults") }) else {
            return false;
        };
        // SAFETY: null or a C string, by this function's two callers.
        unsafe { set(plan) == 0 }
    }
}

/// The answer of an exported function that writes a text.
fn text(name: &std::ffi::CStr) -> String {
    let Some(library) = activate::active() else {
        return String::new();
    };
    read(&library, name).unwrap_or_default()
}

fn read(library: &Library, name: &std::ffi::CStr) -> Option<String> {
    type Text = unsafe extern "C" fn(*mut c_char, usize) -> usize;
    // SAFETY: the functions of this kind have this signature.
    let write = unsafe { library.get::<Text>(name.to_bytes()) }.ok()?;
    // The text may grow between asking for its length and reading it.
    let mut bytes = vec![0_u8; 1 << 20];
    // SAFETY: as many bytes may be written there.
    let length = unsafe { write(bytes.as_mut_ptr().cast(), bytes.len()) };
    bytes.truncate(length);
    String::from_utf8(bytes).ok()
}

/// Writes what lives and what was done wrong, as much as there is room for; gives the bytes
/// written.
///
/// # Safety
/// * `room` bytes may be written at `place`.
#[unsafe(no_mangle)]
unsafe extern "C" fn nvsoft_report(place: *mut c_char, room: usize) -> usize {
    // SAFETY: the caller's promise.
    unsafe { put(place, room, &ledger::report()) }
}

/// Writes a line with name and count for each function called since faults were set; gives
/// the bytes written.
///
/// # Safety
/// * `room` bytes may be written at `place`.
#[unsafe(no_mangle)]
unsafe extern "C" fn nvsoft_counts(place: *mut c_char, room: usize) -> usize {
    // SAFETY: the caller's promise.
    unsafe { put(place, room, &plan::counts()) }
}

#[unsafe(no_mangle)]
extern "C" fn nvsoft_forgive() {
    ledger::forgive();
}

/// # Safety
/// * `room` bytes may be written at `place`.
unsafe fn put(place: *mut c_char, room: usize, text: &str) -> usize {
    let length = text.floor_char_boundary(room.min(text.len()));
    // SAFETY: the caller's promise, and `length` is at most `room`.
    unsafe { text.as_ptr().copy_to_nonoverlapping(place.cast(), length) };
    length
}
