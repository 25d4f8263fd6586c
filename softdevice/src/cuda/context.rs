//! Contexts: created ones, and which of all is current to the calling thread.

use nvenc_sys::{CUcontext, CUdevice};
use std::{
    cell::RefCell,
    ffi::{c_int, c_uint, c_void},
    ptr,
};

use super::{
    allocation, callback, device,
    event::EVENTS,
    ffi::{Out, Outcome, exports},
    handles::Table,
    primary,
    status::{CONTEXT_IS_DESTROYED, INVALID_CONTEXT, INVALID_VALUE, NOT_SUPPORTED},
    stream::{self, STREAMS},
};
use crate::{
    ledger::{self, Kind},
    watch,
};

/// A context that `cuCtxCreate` made.
struct Created {
    flags: c_uint,
    device: CUdevice,
}

static CREATED: Table<Created> = Table::new();

thread_local! {
    /// The contexts of this thread, the current one last; 0 for none.
    static STACK: RefCell<Vec<usize>> = const { RefCell::new(Vec::new()) };
}

/// Whether a living context is current to the calling thread.
pub(crate) fn is_current() -> bool {
    current().is_ok()
}

/// Whether `context` is a living context of this device.
pub(crate) fn is_live(context: CUcontext) -> bool {
    lives(context as usize)
}

/// The handle of the living context that is current to the calling thread.
pub(crate) fn current() -> Outcome<usize> {
    device::initialised()?;
    match top() {
        0 => Err(INVALID_CONTEXT),
        handle if lives(handle) => Ok(handle),
        _ => Err(CONTEXT_IS_DESTROYED),
    }
}

/// The device of the context that is current to the calling thread.
pub(crate) fn current_device() -> Outcome<CUdevice> {
    current().map(device_of)
}

/// The device of a context.
pub(crate) fn device_of(handle: usize) -> CUdevice {
    let created = CREATED.with(handle, |context| context.device);
    created.or_else(|| primary::device_of(handle)).unwrap_or(0)
}

fn top() -> usize {
    STACK.with_borrow(|stack| stack.last().copied().unwrap_or(0))
}

fn lives(handle: usize) -> bool {
    primary::is_active(handle) || CREATED.holds(handle)
}

fn push(handle: usize) {
    STACK.with_borrow_mut(|stack| stack.push(handle));
}

fn pop() -> Option<usize> {
    STACK.with_borrow_mut(Vec::pop)
}

/// Ends a context that is no more, and what lived in it.
pub(super) fn bury(kind: Kind, handle: usize) {
    stream::make_all();
    ledger::end_all_of(kind, handle);
    ledger::end(kind, handle);
    STREAMS.retain(|stream| stream.context != handle);
    EVENTS.retain(|event| event.context != handle);
    allocation::free_all_of(handle);
}

fn create(context: Out<CUcontext>, flags: c_uint, device: CUdevice) -> Outcome {
    device::check(device)?;
    context.check()?;
    let handle = CREATED.insert(Created { flags, device });
    ledger::begin(Kind::Context, handle, 0);
    push(handle);
    context.put(handle as CUcontext)
}

fn destroy(context: CUcontext) -> Outcome {
    device::initialised()?;
    watch::about(context as usize);
    CREATED.remove(context as usize).ok_or(INVALID_CONTEXT)?;
    if top() == context as usize {
        pop();
    }
    bury(Kind::Context, context as usize);
    Ok(())
}

fn push_current(context: CUcontext) -> Outcome {
    device::initialised()?;
    watch::about(context as usize);
    if !is_live(context) {
        return Err(INVALID_CONTEXT);
    }
    push(context as usize);
    Ok(())
}

fn pop_current(context: Out<CUcontext>) -> Outcome {
    device::initialised()?;
    let handle = pop().ok_or(INVALID_CONTEXT)?;
    // A client may pass null when it does not care.
    context.write(handle as CUcontext);
    Ok(())
}

fn set_current(context: CUcontext) -> Outcome {
    device::initialised()?;
    watch::about(context as usize);
    if !context.is_null() && !is_live(context) {
        return Err(INVALID_CONTEXT);
    }
    pop();
    if !context.is_null() {
        push(context as usize);
    }
    Ok(())
}

fn flags() -> Outcome<c_uint> {
    let handle = current()?;
    let created = CREATED.with(handle, |context| context.flags);
    Ok(created.unwrap_or_else(|| primary::flags(device_of(handle))))
}

fn set_flags(flags: c_uint) -> Outcome {
    let handle = current()?;
    match CREATED.with(handle, |context| context.flags = flags) {
        Some(()) => Ok(()),
        None => primary::set_flags(device_of(handle), flags),
    }
}

exports! {
    fn cuCtxCreate(context: Out<CUcontext>, flags: c_uint, device: CUdevice) {
        create(context, flags, device)
    }

    fn cuCtxCreate_v2(context: Out<CUcontext>, flags: c_uint, device: CUdevice) {
        create(context, flags, device)
    }

    /// Affinity is of MPS clients, which this is not.
    fn cuCtxCreate_v3(
        context: Out<CUcontext>,
        affinity: *const c_void,
        affinities: c_int,
        flags: c_uint,
        device: CUdevice,
    ) {
        match affinities == 0 || affinity.is_null() {
            true => create(context, flags, device),
            false => Err(NOT_SUPPORTED),
        }
    }

    fn cuCtxDestroy(context: CUcontext) {
        destroy(context)
    }

    fn cuCtxDestroy_v2(context: CUcontext) {
        destroy(context)
    }

    fn cuCtxPushCurrent(context: CUcontext) {
        push_current(context)
    }

    fn cuCtxPushCurrent_v2(context: CUcontext) {
        push_current(context)
    }

    fn cuCtxPopCurrent(context: Out<CUcontext>) {
        pop_current(context)
    }

    fn cuCtxPopCurrent_v2(context: Out<CUcontext>) {
        pop_current(context)
    }

    fn cuCtxSetCurrent(context: CUcontext) {
        set_current(context)
    }

    fn cuCtxGetCurrent(context: Out<CUcontext>) {
        device::initialised()?;
        context.put(ptr::with_exposed_provenance_mut(top()))
    }

    fn cuCtxGetDevice(device: Out<CUdevice>) {
        device.put(current_device()?)
    }

    fn cuCtxGetFlags(place: Out<c_uint>) {
        place.put(flags()?)
    }

    fn cuCtxSetFlags(flags: c_uint) {
        set_flags(flags)
    }

    fn cuCtxSynchronize() {
        current()?;
        stream::make_all();
        callback::wait();
        Ok(())
    }

    fn cuCtxGetApiVersion(context: CUcontext, version: Out<c_uint>) {
        if !context.is_null() && !is_live(context) {
            return Err(INVALID_CONTEXT);
        }
        // What cuCtxCreate_v2 and later contexts answer.
        version.put(3020)
    }

    fn cuCtxSetLimit(limit: c_uint, _value: usize) {
        current()?;
        known_limit(limit)
    }

    fn cuCtxGetLimit(value: Out<usize>, limit: c_uint) {
        current()?;
        known_limit(limit)?;
        value.put(LIMITS[limit as usize])
    }

    fn cuCtxGetCacheConfig(config: Out<c_uint>) {
        current()?;
        config.put(0)
    }

    fn cuCtxSetCacheConfig(_config: c_uint) {
        current().map(drop)
    }

    fn cuCtxGetStreamPriorityRange(least: Out<c_int>, greatest: Out<c_int>) {
        current()?;
        least.write(0);
        greatest.write(-5);
        Ok(())
    }
}

/// Stack, printf buffer, heap, and two that only kernels know: a V100's defaults.
const LIMITS: [usize; 5] = [1024, 1 << 20, 8 << 20, 2, 2048];

fn known_limit(limit: c_uint) -> Outcome {
    ((limit as usize) < LIMITS.len())
        .then_some(())
        .ok_or(INVALID_VALUE)
}
