//! Page-locked host memory. There is no paging to lock against here, but whose it is, and
//! that it ends once, is kept as strictly.

use nvenc_sys::CUdeviceptr;
use std::{
    alloc::{Layout, alloc_zeroed, dealloc},
    collections::BTreeMap,
    ffi::{c_uint, c_void},
    ptr::NonNull,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{
    context,
    ffi::{Out, Outcome, exports},
    status::{INVALID_VALUE, OUT_OF_MEMORY},
    stream,
};
use crate::{
    ledger::{self, Kind},
    watch,
};

/// `cuMemHostRegister` of what is registered already, and unregistering what is not.
const ALREADY_REGISTERED: nvenc_sys::CUresult = nvenc_sys::CUresult(712);
const NOT_REGISTERED: nvenc_sys::CUresult = nvenc_sys::CUresult(713);

const PAGE: usize = 4096;

#[derive(Clone, Copy)]
struct Pinned {
    bytes: usize,
    /// Allocated here, or the client's own memory that was registered.
    ours: bool,
}

static LEDGER: Mutex<BTreeMap<u64, Pinned>> = Mutex::new(BTreeMap::new());

/// The host's view of `bytes` at `address`, if they lie within one page-locked range.
pub(super) fn host_view(address: CUdeviceptr, bytes: usize) -> Option<NonNull<u8>> {
    let ledger = ledger();
    let (start, range) = ledger.range(..=address).next_back()?;
    let end = address.checked_add(bytes as u64)?;
    (end <= start + range.bytes as u64).then(|| NonNull::new(address as *mut u8))?
}

/// First address and size of the page-locked range that holds `address`.
pub(super) fn range_of(address: CUdeviceptr) -> Option<(CUdeviceptr, usize)> {
    let ledger = ledger();
    let (start, range) = ledger.range(..=address).next_back()?;
    (address < start + range.bytes as u64).then_some((*start, range.bytes))
}

fn allocate(place: Out<*mut c_void>, bytes: usize) -> Outcome {
    let context = context::current()?;
    place.check()?;
    let layout = layout(bytes).ok_or(INVALID_VALUE)?;
    // SAFETY: `layout` gave a layout of at least one byte.
    let memory = NonNull::new(unsafe { alloc_zeroed(layout) }).ok_or(OUT_OF_MEMORY)?;
    ledger().insert(memory.as_ptr() as u64, Pinned { bytes, ours: true });
    ledger::begin(Kind::PinnedMemory, memory.as_ptr().addr(), context);
    place.put(memory.as_ptr().cast())
}

fn free(memory: *mut c_void) -> Outcome {
    context::current()?;
    let bytes = take(memory, true).ok_or(INVALID_VALUE)?;
    let layout = layout(bytes).ok_or(INVALID_VALUE)?;
    // SAFETY: the ledger held the address as allocated here with this layout, and no longer
    // does, so this is the one release of a living allocation.
    unsafe { dealloc(memory.cast(), layout) };
    Ok(())
}

fn register(memory: *mut c_void, bytes: usize) -> Outcome {
    let context = context::current()?;
    watch::about(memory.addr());
    if memory.is_null() || bytes == 0 {
        return Err(INVALID_VALUE);
    }
    if range_of(memory as u64).is_some() {
        return Err(ALREADY_REGISTERED);
    }
    ledger().insert(memory as u64, Pinned { bytes, ours: false });
    ledger::begin(Kind::PinnedMemory, memory.addr(), context);
    Ok(())
}

fn take(memory: *mut c_void, ours: bool) -> Option<usize> {
    watch::about(memory.addr());
    stream::make_all();
    let mut ledger = ledger();
    let found = ledger.get(&(memory as u64)).copied()?;
    if found.ours != ours {
        return None;
    }
    ledger::end(Kind::PinnedMemory, memory.addr());
    ledger.remove(&(memory as u64)).map(|range| range.bytes)
}

fn layout(bytes: usize) -> Option<Layout> {
    if bytes == 0 {
        return None;
    }
    Layout::from_size_align(bytes, PAGE).ok()
}

fn ledger() -> MutexGuard<'static, BTreeMap<u64, Pinned>> {
    LEDGER.lock().unwrap_or_else(PoisonError::into_inner)
}

exports! {
    fn cuMemHostAlloc(memory: Out<*mut c_void>, bytes: usize, flags: c_uint) {
        if flags > 7 {
            return Err(INVALID_VALUE);
        }
        allocate(memory, bytes)
    }

    fn cuMemAllocHost_v2(memory: Out<*mut c_void>, bytes: usize) {
        allocate(memory, bytes)
    }

    fn cuMemFreeHost(memory: *mut c_void) {
        free(memory)
    }

    fn cuMemHostRegister_v2(memory: *mut c_void, bytes: usize, _flags: c_uint) {
        register(memory, bytes)
    }

    fn cuMemHostUnregister(memory: *mut c_void) {
        context::current()?;
        take(memory, false).map(drop).ok_or(NOT_REGISTERED)
    }

    fn cuMemHostGetDevicePointer_v2(
        address: Out<CUdeviceptr>,
        memory: *mut c_void,
        _flags: c_uint,
    ) {
        context::current()?;
        range_of(memory as u64).ok_or(INVALID_VALUE)?;
        address.put(memory as u64)
    }

    fn cuMemHostGetFlags(flags: Out<c_uint>, memory: *mut c_void) {
        context::current()?;
        range_of(memory as u64).ok_or(INVALID_VALUE)?;
        flags.put(0)
    }
}
