//! Context locks: a recursive mutex that goes with a context.

use nvenc_sys::{CUcontext, CUvideoctxlock};
use std::{
    ffi::c_uint,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, ThreadId},
};

use super::ffi::NOT_PERMITTED;
use crate::{
    cuda::{
        ffi::{Out, Outcome, exports},
        handles::Table,
        status::INVALID_HANDLE,
    },
    ledger::{self, Kind},
    watch,
};

static LOCKS: Table<Arc<ContextLock>> = Table::new();

/// The device needs no context for its own work, so the lock holds threads apart and leaves
/// their current contexts alone.
#[derive(Default)]
struct ContextLock {
    /// Who holds it, and how many times.
    holder: Mutex<Option<(ThreadId, u32)>>,
    released: Condvar,
}

impl ContextLock {
    fn lock(&self) {
        let me = thread::current().id();
        let taken = |holder: &mut Option<(ThreadId, u32)>| holder.is_some_and(|(id, _)| id != me);
        let mut holder = self
            .released
            .wait_while(self.holder(), taken)
            .unwrap_or_else(PoisonError::into_inner);
        let times = holder.map_or(0, |(_, times)| times);
        *holder = Some((me, times + 1));
    }

    fn unlock(&self) -> Outcome {
        let mut holder = self.holder();
        let me = thread::current().id();
        let times = holder.filter(|(id, _)| *id == me).map(|(_, times)| times);
        let times = times.ok_or(NOT_PERMITTED)?;
        *holder = (times > 1).then_some((me, times - 1));
        self.released.notify_one();
        Ok(())
    }

    fn holder(&self) -> MutexGuard<'_, Option<(ThreadId, u32)>> {
        self.holder.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn find(lock: CUvideoctxlock) -> Outcome<Arc<ContextLock>> {
    watch::about(lock as usize);
    LOCKS
        .with(lock as usize, |lock| Arc::clone(lock))
        .ok_or(INVALID_HANDLE)
}

exports! {
    fn cuvidCtxLockCreate(lock: Out<CUvideoctxlock>, context: CUcontext) {
        lock.check()?;
        let handle = LOCKS.insert(Arc::default());
        ledger::begin(Kind::ContextLock, handle, context as usize);
        lock.put(handle as CUvideoctxlock)
    }

    fn cuvidCtxLockDestroy(lock: CUvideoctxlock) {
        watch::about(lock as usize);
        LOCKS.remove(lock as usize).ok_or(INVALID_HANDLE)?;
        ledger::end(Kind::ContextLock, lock as usize);
        Ok(())
    }

    fn cuvidCtxLock(lock: CUvideoctxlock, _reserved: c_uint) {
        find(lock)?.lock();
        Ok(())
    }

    fn cuvidCtxUnlock(lock: CUvideoctxlock, _reserved: c_uint) {
        find(lock)?.unlock()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_may_lock_again_and_others_wait() {
        let lock = Arc::new(ContextLock::default());
        lock.lock();
        lock.lock();
        let other = Arc::clone(&lock);
        let waiting = thread::spawn(move || {
            other.lock();
            other.unlock()
        });
        assert_eq!(lock.unlock(), Ok(()));
        assert!(!waiting.is_finished());
        assert_eq!(lock.unlock(), Ok(()));
        assert_eq!(waiting.join().unwrap(), Ok(()));
        assert_eq!(lock.unlock(), Err(NOT_PERMITTED));
    }
}
