//! Copies from pinned memory on a stream of its own are made when they are waited for, not before.

use cudarc::driver::{
    CudaContext,
    result::{self, stream::StreamKind},
    sys,
};
use std::{
    ptr, slice,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

const BYTES: usize = 64;

/// To wait for the context, or to free memory, makes the copies of every stream: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// Pinned memory and device memory, all zero, and a stream.
struct Setup {
    context: Arc<CudaContext>,
    stream: sys::CUstream,
    pinned: *mut u8,
    device: u64,
    _alone: MutexGuard<'static, ()>,
}

impl Setup {
    fn new(kind: StreamKind) -> Self {
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        softdevice::activate().unwrap();
        let context = CudaContext::new(0).unwrap();
        // SAFETY: a context is current.
        let pinned = unsafe { result::malloc_host(BYTES, 0) }.unwrap().cast();
        // SAFETY: as above.
        let device = unsafe { result::malloc_sync(BYTES) }.unwrap();
        // SAFETY: the device memory was just allocated.
        unsafe { result::memset_d8_sync(device, 0, BYTES) }.unwrap();
        let stream = result::stream::create(kind).unwrap();
        Self {
            context,
            stream,
            pinned,
            device,
            _alone: alone,
        }
    }

    /// Writes `value` to the memory and begins to copy it to one half of the device's.
    fn copy(&self, value: u8, half: usize) {
        let at = half * BYTES / 2;
        // SAFETY: half of what was allocated, and nobody else has it.
        let bytes = unsafe { slice::from_raw_parts_mut(self.pinned.wrapping_add(at), BYTES / 2) };
        bytes.fill(value);
        let to = self.device + at as u64;
        // SAFETY: both sides are as long, and stay until the setup is dropped.
        unsafe { result::memcpy_htod_async(to, bytes, self.stream) }.unwrap();
    }

    fn event(&self) -> sys::CUevent {
        let event = result::event::create(sys::CUevent_flags::CU_EVENT_DISABLE_TIMING).unwrap();
        // SAFETY: both are alive.
        unsafe { result::event::record(event, self.stream) }.unwrap();
        event
    }

    /// The first byte of each half.
    fn halves(&self) -> [u8; 2] {
        let mut bytes = [0; BYTES];
        // SAFETY: as many bytes were allocated.
        unsafe { result::memcpy_dtoh_sync(&mut bytes, self.device) }.unwrap();
        [bytes[0], bytes[BYTES / 2]]
    }
}

impl Drop for Setup {
    fn drop(&mut self) {
        if !self.stream.is_null() {
            // SAFETY: it is destroyed nowhere else unless it is null.
            unsafe { result::stream::destroy(self.stream) }.unwrap();
        }
        // SAFETY: it was allocated in `new`.
        unsafe { result::free_host(self.pinned.cast()) }.unwrap();
        // SAFETY: as above.
        unsafe { result::free_sync(self.device) }.unwrap();
    }
}

#[test]
fn what_is_written_too_early_is_what_arrives() {
    let setup = Setup::new(StreamKind::NonBlocking);
    setup.copy(1, 0);
    assert_eq!(setup.halves(), [0, 0], "not waited for");
    setup.copy(2, 0);
    // SAFETY: the stream is alive.
    unsafe { result::stream::synchronize(setup.stream) }.unwrap();
    assert_eq!(setup.halves(), [2, 0]);
}

#[test]
fn an_event_is_waited_for_as_far_as_it_stands() {
    let setup = Setup::new(StreamKind::NonBlocking);
    setup.copy(1, 0);
    let first = setup.event();
    setup.copy(2, 1);
    let second = setup.event();
    for (event, halves) in [(first, [1, 0]), (second, [1, 2])] {
        // SAFETY: the event is alive.
        unsafe { result::event::synchronize(event) }.unwrap();
        assert_eq!(setup.halves(), halves);
        // SAFETY: it is not used any more.
        unsafe { result::event::destroy(event) }.unwrap();
    }
}

/// What makes a copy be made, by a name.
type Wait = (&'static str, fn(&mut Setup));

const WAITS: [Wait; 6] = [
    ("the context", |it| it.context.synchronize().unwrap()),
    ("another stream", |it| {
        let event = it.event();
        let flags = sys::CUevent_wait_flags::CU_EVENT_WAIT_DEFAULT;
        // SAFETY: null is the default stream, and the event is alive.
        unsafe { result::stream::wait_event(ptr::null_mut(), event, flags) }.unwrap();
        // SAFETY: it is not used any more.
        unsafe { result::event::destroy(event) }.unwrap();
    }),
    ("a copy after it", |it| {
        let mut byte = [0_u8];
        // SAFETY: there is a byte at both sides.
        unsafe { result::memcpy_dtoh_async(&mut byte, it.device, it.stream) }.unwrap();
        assert_eq!(byte, [1]);
    }),
    ("memory set after it", |it| {
        // SAFETY: the device memory has more bytes.
        unsafe { result::memset_d8_async(it.device + 8, 0, 8, it.stream) }.unwrap();
    }),
    ("the end of the stream", |it| {
        // SAFETY: the stream is not used any more: `drop` finds none.
        unsafe { result::stream::destroy(it.stream) }.unwrap();
        it.stream = ptr::null_mut();
    }),
    ("memory that is freed", |it| {
        // SAFETY: it was allocated so, and `drop` frees other memory.
        unsafe { result::free_host(it.pinned.cast()) }.unwrap();
        // SAFETY: a context is current.
        it.pinned = unsafe { result::malloc_host(BYTES, 0) }.unwrap().cast();
    }),
];

#[test]
fn whatever_waits_makes_it() {
    for (what, wait) in WAITS {
        let mut setup = Setup::new(StreamKind::NonBlocking);
        setup.copy(1, 0);
        assert_eq!(setup.halves(), [0, 0], "{what}");
        wait(&mut setup);
        assert_eq!(setup.halves(), [1, 0], "{what}");
    }
}

/// Clients rely on the order with the default stream, and on pageable memory being theirs again.
#[test]
fn others_are_made_at_once() {
    let setup = Setup::new(StreamKind::Default);
    setup.copy(1, 0);
    assert_eq!(setup.halves(), [1, 0]);
    drop(setup);
    let setup = Setup::new(StreamKind::NonBlocking);
    // SAFETY: the device has as many bytes.
    unsafe { result::memcpy_htod_async(setup.device, &[3_u8; BYTES], setup.stream) }.unwrap();
    assert_eq!(setup.halves(), [3, 3]);
}
