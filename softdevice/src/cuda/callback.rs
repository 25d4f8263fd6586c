//! Functions that clients put on a stream, called in order on a thread of their own: the
//! client may hold a lock that its function takes, so the calling thread must not do it.

use nvenc_sys::{CUresult, CUstream};
use std::{
    ffi::c_void,
    sync::{
        Condvar, Mutex, MutexGuard, OnceLock, PoisonError,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

/// A call to make.
pub(super) struct Call {
    function: Function,
    data: usize,
}

enum Function {
    Host(unsafe extern "C" fn(*mut c_void)),
    Stream(unsafe extern "C" fn(CUstream, CUresult, *mut c_void), usize),
}

impl Call {
    pub(super) fn host(function: unsafe extern "C" fn(*mut c_void), data: *mut c_void) -> Self {
        Self {
            function: Function::Host(function),
            data: data.expose_provenance(),
        }
    }

    pub(super) fn stream(
        stream: CUstream,
        function: unsafe extern "C" fn(CUstream, CUresult, *mut c_void),
        data: *mut c_void,
    ) -> Self {
        Self {
            function: Function::Stream(function, stream as usize),
            data: data.expose_provenance(),
        }
    }

    fn make(self) {
        let data = std::ptr::with_exposed_provenance_mut(self.data);
        match self.function {
            // SAFETY: the client gave this function to be called with this pointer.
            Function::Host(function) => unsafe { function(data) },
            Function::Stream(function, stream) => {
                // SAFETY: as above; the stream is the one the client named.
                unsafe { function(stream as CUstream, CUresult::CUDA_SUCCESS, data) };
            }
        }
    }
}

/// Calls queued and not yet returned.
static PENDING: Mutex<usize> = Mutex::new(0);
static DONE: Condvar = Condvar::new();

/// Queues a call.
pub(super) fn queue(call: Call) {
    static QUEUE: OnceLock<Mutex<Sender<Call>>> = OnceLock::new();
    *pending() += 1;
    let queue = QUEUE.get_or_init(start).lock();
    let sent = queue.unwrap_or_else(PoisonError::into_inner).send(call);
    if sent.is_err() {
        *pending() -= 1;
    }
}

/// Whether every call has returned.
pub(super) fn idle() -> bool {
    *pending() == 0
}

/// Waits until every call has returned.
pub(super) fn wait() {
    let waited = DONE.wait_while(pending(), |pending| *pending > 0);
    drop(waited.unwrap_or_else(PoisonError::into_inner));
}

fn start() -> Mutex<Sender<Call>> {
    let (sender, receiver) = channel();
    thread::spawn(move || make_all(receiver));
    Mutex::new(sender)
}

fn make_all(calls: Receiver<Call>) {
    for call in calls {
        call.make();
        *pending() -= 1;
        DONE.notify_all();
    }
}

fn pending() -> MutexGuard<'static, usize> {
    PENDING.lock().unwrap_or_else(PoisonError::into_inner)
}
