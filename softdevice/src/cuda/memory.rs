//! Device memory: host memory with a ledger, so that every access is checked.

use nvenc_sys::CUdevice;
use std::{
    alloc::{Layout, alloc_zeroed, dealloc},
    collections::BTreeMap,
    ptr::NonNull,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// A real device gives addresses that are multiples of this.
const ALIGNMENT: usize = 512;

/// How much of new memory holds what nobody wrote there, as all of it may on a device. The rest is
/// zero: so pages that are never used cost nothing.
const DIRTY: usize = 4096;

#[derive(Clone, Copy)]
struct Allocation {
    bytes: usize,
    device: CUdevice,
}

/// Each living allocation by its address.
static LEDGER: Mutex<BTreeMap<u64, Allocation>> = Mutex::new(BTreeMap::new());

/// Allocates `bytes` of a device's memory; `None` for no bytes or none left.
pub(crate) fn allocate(bytes: usize, device: CUdevice) -> Option<u64> {
    let layout = layout(bytes)?;
    // SAFETY: `layout` gave a layout of at least one byte.
    let memory = NonNull::new(unsafe { alloc_zeroed(layout) })?;
    // SAFETY: at most as many bytes as were just allocated.
    unsafe { memory.write_bytes(0xcd, bytes.min(DIRTY)) };
    let address = memory.as_ptr() as u64;
    ledger().insert(address, Allocation { bytes, device });
    Some(address)
}

/// Frees an allocation by the address that [`allocate`] gave; false for any other.
pub(crate) fn free(address: u64) -> bool {
    let Some(layout) = ledger().remove(&address).and_then(|it| layout(it.bytes)) else {
        return false;
    };
    // SAFETY: the ledger held `address` with the size it was allocated with, and no longer
    // does, so this is the one release of a living allocation.
    unsafe { dealloc(address as *mut u8, layout) };
    true
}

/// The host's view of `bytes` at `address`, if they lie within one living allocation of a
/// device's: what one GPU allocated is not another's to use.
///
/// The memory stays valid until it is freed, which is the client's to keep apart from its
/// use, as on a real device.
pub(crate) fn host_view(address: u64, bytes: usize, device: CUdevice) -> Option<NonNull<u8>> {
    let ledger = ledger();
    let (start, found) = ledger.range(..=address).next_back()?;
    let end = address.checked_add(bytes as u64)?;
    let inside = end <= start + found.bytes as u64 && found.device == device;
    inside.then(|| NonNull::new(address as *mut u8))?
}

/// First address and size of the allocation that holds `address`.
pub(crate) fn range_of(address: u64) -> Option<(u64, usize)> {
    let ledger = ledger();
    let (start, found) = ledger.range(..=address).next_back()?;
    (address < start + found.bytes as u64).then_some((*start, found.bytes))
}

/// The device that holds `address`.
pub(crate) fn device_of(address: u64) -> Option<CUdevice> {
    let (start, _) = range_of(address)?;
    ledger().get(&start).map(|found| found.device)
}

/// Bytes of a device that are allocated now.
pub(crate) fn in_use(device: CUdevice) -> usize {
    let ledger = ledger();
    let own = ledger.values().filter(|it| it.device == device);
    own.map(|it| it.bytes).sum()
}

fn layout(bytes: usize) -> Option<Layout> {
    if bytes == 0 {
        return None;
    }
    Layout::from_size_align(bytes, ALIGNMENT).ok()
}

fn ledger() -> MutexGuard<'static, BTreeMap<u64, Allocation>> {
    LEDGER.lock().unwrap_or_else(PoisonError::into_inner)
}
