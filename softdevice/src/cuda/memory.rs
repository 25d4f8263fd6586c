//! Device memory: host memory with a ledger, so that every access is checked.

use std::{
    alloc::{Layout, alloc_zeroed, dealloc},
    collections::BTreeMap,
    ptr::NonNull,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// A real device gives addresses that are multiples of this.
const ALIGNMENT: usize = 512;

/// Size of each living allocation by its address.
static LEDGER: Mutex<BTreeMap<u64, usize>> = Mutex::new(BTreeMap::new());

/// Allocates `bytes` of device memory, zeroed; `None` for no bytes or none left.
pub(crate) fn allocate(bytes: usize) -> Option<u64> {
    let layout = layout(bytes)?;
    // SAFETY: `layout` gave a layout of at least one byte.
    let memory = NonNull::new(unsafe { alloc_zeroed(layout) })?;
    let address = memory.as_ptr() as u64;
    ledger().insert(address, bytes);
    Some(address)
}

/// Frees an allocation by the address that [`allocate`] gave; false for any other.
pub(crate) fn free(address: u64) -> bool {
    let Some(layout) = ledger().remove(&address).and_then(layout) else {
        return false;
    };
    // SAFETY: the ledger held `address` with the size it was allocated with, and no longer
    // does, so this is the one release of a living allocation.
    unsafe { dealloc(address as *mut u8, layout) };
    true
}

/// The host's view of `bytes` at `address`, if they lie within one living allocation.
///
/// The memory stays valid until it is freed, which is the client's to keep apart from its
/// use, as on a real device.
pub(crate) fn host_view(address: u64, bytes: usize) -> Option<NonNull<u8>> {
    let ledger = ledger();
    let (start, size) = ledger.range(..=address).next_back()?;
    let end = address.checked_add(bytes as u64)?;
    (end <= start + *size as u64).then(|| NonNull::new(address as *mut u8))?
}

/// First address and size of the allocation that holds `address`.
pub(crate) fn range_of(address: u64) -> Option<(u64, usize)> {
    let ledger = ledger();
    let (start, size) = ledger.range(..=address).next_back()?;
    (address < start + *size as u64).then_some((*start, *size))
}

/// Bytes allocated now.
pub(crate) fn in_use() -> usize {
    ledger().values().sum()
}

fn layout(bytes: usize) -> Option<Layout> {
    if bytes == 0 {
        return None;
    }
    Layout::from_size_align(bytes, ALIGNMENT).ok()
}

fn ledger() -> MutexGuard<'static, BTreeMap<u64, usize>> {
    LEDGER.lock().unwrap_or_else(PoisonError::into_inner)
}
