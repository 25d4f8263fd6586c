//! Device memory as clients allocate it, each piece owned by the context it was made in.

use nvenc_sys::CUdeviceptr;
use std::{
    collections::BTreeMap,
    ffi::c_uint,
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{
    context, device,
    ffi::{Out, Outcome, exports},
    memory,
    status::{INVALID_VALUE, OUT_OF_MEMORY},
    stream,
};
use crate::{
    ledger::{self, Kind},
    watch,
};

/// Rows of a pitched allocation begin at multiples of this, as on a V100.
const PITCH_ALIGNMENT: usize = 512;

/// The context of each living allocation that a client made.
static OWNERS: Mutex<BTreeMap<CUdeviceptr, usize>> = Mutex::new(BTreeMap::new());

/// Frees what was allocated in a context that is no more.
pub(super) fn free_all_of(context: usize) {
    owners().retain(|&address, owner| *owner != context || !memory::free(address));
}

fn allocate(bytes: usize) -> Outcome<CUdeviceptr> {
    let owner = context::current()?;
    if bytes == 0 {
        return Err(INVALID_VALUE);
    }
    let device = context::device_of(owner);
    if bytes > device::free_memory(device) {
        return Err(OUT_OF_MEMORY);
    }
    let address = memory::allocate(bytes, device).ok_or(OUT_OF_MEMORY)?;
    owners().insert(address, owner);
    let end = address + bytes as u64;
    ledger::begin_at(Kind::DeviceMemory, address as usize, owner, address..end);
    Ok(address)
}

fn free(address: CUdeviceptr) -> Outcome {
    context::current()?;
    watch::about(address as usize);
    stream::make_all();
    owners().remove(&address).ok_or(INVALID_VALUE)?;
    let bytes = memory::range_of(address).map_or(0, |(_, bytes)| bytes as u64);
    ledger::check_unused(Kind::Resource, address..address + bytes);
    ledger::end(Kind::DeviceMemory, address as usize);
    memory::free(address).then_some(()).ok_or(INVALID_VALUE)
}

fn pitch(width: usize, element: c_uint) -> Outcome<usize> {
    if width == 0 || !matches!(element, 4 | 8 | 16) {
        return Err(INVALID_VALUE);
    }
    width
        .checked_next_multiple_of(PITCH_ALIGNMENT)
        .ok_or(INVALID_VALUE)
}

fn owners() -> MutexGuard<'static, BTreeMap<CUdeviceptr, usize>> {
    OWNERS.lock().unwrap_or_else(PoisonError::into_inner)
}

exports! {
    fn cuMemAlloc_v2(address: Out<CUdeviceptr>, bytes: usize) {
        address.check()?;
        address.put(allocate(bytes)?)
    }

    fn cuMemAllocManaged(address: Out<CUdeviceptr>, bytes: usize, flags: c_uint) {
        address.check()?;
        if !matches!(flags, 1 | 2) {
            return Err(INVALID_VALUE);
        }
        address.put(allocate(bytes)?)
    }

    fn cuMemAllocPitch_v2(
        address: Out<CUdeviceptr>,
        row: Out<usize>,
        width: usize,
        height: usize,
        element: c_uint,
    ) {
        address.check()?;
        let pitch = pitch(width, element)?;
        row.put(pitch)?;
        address.put(allocate(pitch.checked_mul(height).ok_or(INVALID_VALUE)?)?)
    }

    fn cuMemFree_v2(address: CUdeviceptr) {
        free(address)
    }

    fn cuMemGetAddressRange_v2(
        base: Out<CUdeviceptr>,
        size: Out<usize>,
        address: CUdeviceptr,
    ) {
        context::current()?;
        let (start, bytes) = memory::range_of(address).ok_or(INVALID_VALUE)?;
        base.write(start);
        size.write(bytes);
        Ok(())
    }
}
