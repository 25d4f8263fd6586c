//! Copies that are made when somebody waits for them: on a GPU one from pinned memory may happen at
//! any time until then, so a client that does not wait, or writes to the memory before, is found
//! out by what was copied.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

type Copy = Box<dyn FnOnce() + Send>;

/// The copies of a stream that are not made yet.
#[derive(Clone, Default)]
pub(super) struct Late(Arc<Mutex<Copies>>);

#[derive(Default)]
struct Copies {
    waiting: VecDeque<Copy>,
    /// Copies before those.
    made: u64,
}

/// A place in a stream, after some of its copies.
#[derive(Clone)]
pub(super) struct Mark {
    late: Late,
    copies: u64,
}

impl Late {
    pub(super) fn put(&self, copy: impl FnOnce() + Send + 'static) {
        self.lock().waiting.push_back(Box::new(copy));
    }

    /// The place after all that was put there.
    pub(super) fn mark(&self) -> Mark {
        let copies = self.lock();
        Mark {
            late: self.clone(),
            copies: copies.made + copies.waiting.len() as u64,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Copies> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Mark {
    /// Makes the copies before it.
    pub(super) fn reach(&self) {
        let mut copies = self.late.lock();
        while copies.made < self.copies {
            let Some(copy) = copies.waiting.pop_front() else {
                return;
            };
            copy();
            copies.made += 1;
        }
    }
}
