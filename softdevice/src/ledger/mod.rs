//! Every object that a client made and has not ended, and every mistake that it made.

mod object;
mod strict;

use std::{
    collections::{BTreeMap, VecDeque},
    fmt::Write as _,
    sync::{Mutex, MutexGuard, PoisonError},
};

pub(crate) use object::Kind;
use object::Object;

use crate::watch;

/// Ended objects that are remembered, to say of a stale handle what it was.
const REMEMBERED: usize = 1024;

/// Mistakes that are kept.
const KEPT: usize = 1000;

#[derive(Default)]
struct Ledger {
    /// By handle or address: a lock, a map and a registration are objects of their own.
    living: BTreeMap<(Kind, usize), Object>,
    ended: VecDeque<(usize, String)>,
    violations: Vec<String>,
}

static LEDGER: Mutex<Ledger> = Mutex::new(Ledger {
    living: BTreeMap::new(),
    ended: VecDeque::new(),
    violations: Vec::new(),
});

/// An object begins, made by the current call. `owner` is the handle of what it belongs to,
/// 0 for nothing.
pub(crate) fn begin(kind: Kind, handle: usize, owner: usize) {
    begin_at(kind, handle, owner, 0..0);
}

/// As [`begin`], for what stands for device memory at `addresses`.
pub(crate) fn begin_at(kind: Kind, handle: usize, owner: usize, addresses: std::ops::Range<u64>) {
    strict::watch_exit();
    let object = Object::new(owner, addresses);
    ledger().living.insert((kind, handle), object);
}

/// An object ends, undone by the current call.
pub(crate) fn end(kind: Kind, handle: usize) {
    ledger().end(kind, handle);
}

/// What belonged to an object that the current call ended: each is a mistake.
pub(crate) fn end_all_of(kind: Kind, owner: usize) {
    let mut violations = Vec::new();
    let mut ledger = ledger();
    let whole = ledger.describe(kind, owner);
    for (left, handle) in ledger.owned_by(owner) {
        let part = ledger.describe(left, handle);
        violations.push(format!("{} ended {whole} before {part}", watch::current()));
        if !left.outlives_owner() {
            ledger.end(left, handle);
        }
    }
    drop(ledger);
    violations.into_iter().for_each(violation);
}

/// The device memory at `addresses` is about to go: a mistake when something of `kind` still
/// stands for it.
pub(crate) fn check_unused(kind: Kind, addresses: std::ops::Range<u64>) {
    let user = {
        let ledger = ledger();
        ledger.using(kind, &addresses)
    };
    if let Some(user) = user {
        let call = watch::current();
        violation(format!(
            "{call} ended memory at {:#x} before {user}",
            addresses.start
        ));
    }
}

/// The device memory at `addresses` is about to be written: a mistake while an encoder may
/// read it.
pub(crate) fn check_unread(addresses: std::ops::Range<u64>) {
    let reader = {
        let ledger = ledger();
        ledger.using(Kind::MappedResource, &addresses)
    };
    if let Some(reader) = reader {
        let call = watch::current();
        violation(format!(
            "{call} wrote to memory at {:#x} before the end of {reader}",
            addresses.start
        ));
    }
}

/// A call was refused as a mistake of the client's; `handle` is what it was about, or 0.
pub(crate) fn refused(call: &str, status: u32, why: &str, handle: usize) {
    let mut text = format!("{call} gave {status}{why}");
    if handle != 0 {
        let _ = write!(text, "; {}", ledger().story(handle));
    }
    violation(text);
}

/// Notes a mistake; in strict mode the last thing that the process does.
pub(crate) fn violation(text: String) {
    strict::tell(&text);
    let mut ledger = ledger();
    if ledger.violations.len() < KEPT {
        ledger.violations.push(text);
    }
}

/// Living objects, a line each after `living `; then mistakes, a line each after
/// `violation `.
pub(crate) fn report() -> String {
    let ledger = ledger();
    let mut text = String::new();
    for (kind, handle) in ledger.living.keys() {
        let _ = writeln!(text, "living {}", ledger.describe(*kind, *handle));
    }
    for violation in &ledger.violations {
        let _ = writeln!(text, "violation {violation}");
    }
    text
}

/// Forgets the mistakes so far.
pub(crate) fn forgive() {
    ledger().violations.clear();
}

fn ledger() -> MutexGuard<'static, Ledger> {
    LEDGER.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Ledger {
    fn end(&mut self, kind: Kind, handle: usize) {
        let text = self.describe(kind, handle);
        if self.living.remove(&(kind, handle)).is_none() {
            return;
        }
        self.ended.truncate(REMEMBERED - 1);
        let story = format!("it was {text} until {}", watch::current());
        self.ended.push_front((handle, story));
    }

    fn owned_by(&self, owner: usize) -> Vec<(Kind, usize)> {
        let owned = |(_, object): &(&(Kind, usize), &Object)| object.owner == owner;
        let left = self.living.iter().filter(owned);
        left.map(|(key, _)| *key).collect()
    }

    fn using(&self, kind: Kind, addresses: &std::ops::Range<u64>) -> Option<String> {
        let mut all = self.living.range((kind, 0)..=(kind, usize::MAX));
        let found = all.find(|(_, object)| object.overlaps(addresses));
        found.map(|((kind, handle), _)| self.describe(*kind, *handle))
    }

    fn describe(&self, kind: Kind, handle: usize) -> String {
        match self.living.get(&(kind, handle)) {
            Some(object) if object.owner != 0 => {
                let Object { made_by, owner, .. } = object;
                format!("{kind} {handle:#x} of {made_by} in {owner:#x}")
            }
            Some(object) => format!("{kind} {handle:#x} of {}", object.made_by),
            None => format!("{kind} {handle:#x}"),
        }
    }

    /// What a handle stands for, or stood for.
    fn story(&self, handle: usize) -> String {
        let mut living = self.living.keys().filter(|(_, its)| *its == handle);
        if let Some((kind, _)) = living.next_back() {
            return format!("it is {}", self.describe(*kind, handle));
        }
        let ended = self.ended.iter().find(|(its, _)| *its == handle);
        ended.map_or_else(
            || format!("{handle:#x} was never made"),
            |(_, story)| story.clone(),
        )
    }
}
