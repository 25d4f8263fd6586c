//! Handles that look like pointers and are never followed.

use std::{
    collections::BTreeMap,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

/// No two handles of a process are the same, whatever they stand for, so that one passed in
/// the wrong place or after its end is found out.
static NEXT: AtomicUsize = AtomicUsize::new(0x5d00_0000_0100);

/// A handle that was never given out before.
pub(crate) fn fresh() -> usize {
    NEXT.fetch_add(0x100, Ordering::Relaxed)
}

/// What the living handles of one kind stand for.
pub(crate) struct Table<T>(Mutex<BTreeMap<usize, T>>);

impl<T> Table<T> {
    pub(crate) const fn new() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }

    /// Keeps `value` under a new handle.
    pub(crate) fn insert(&self, value: T) -> usize {
        let handle = fresh();
        self.lock().insert(handle, value);
        handle
    }

    /// Keeps what `make` makes of its new handle, unless there are `most` values already.
    pub(crate) fn insert_below(&self, most: usize, make: impl FnOnce(usize) -> T) -> Option<usize> {
        let mut table = self.lock();
        if table.len() >= most {
            return None;
        }
        let handle = fresh();
        table.insert(handle, make(handle));
        Some(handle)
    }

    /// Gives a value back, ending its handle.
    pub(crate) fn remove(&self, handle: usize) -> Option<T> {
        self.lock().remove(&handle)
    }

    /// Whether the handle lives.
    pub(crate) fn holds(&self, handle: usize) -> bool {
        self.lock().contains_key(&handle)
    }

    /// Works with the value of a living handle.
    pub(crate) fn with<R>(&self, handle: usize, work: impl FnOnce(&mut T) -> R) -> Option<R> {
        self.lock().get_mut(&handle).map(work)
    }

    /// Looks at all values.
    pub(crate) fn each(&self, look: impl FnMut(&T)) {
        self.lock().values().for_each(look);
    }

    /// Ends the handles whose values fail `keep`.
    pub(crate) fn retain(&self, mut keep: impl FnMut(&T) -> bool) {
        self.lock().retain(|_, value| keep(value));
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<usize, T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
