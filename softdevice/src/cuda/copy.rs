//! Copies. The device side of each is checked against the ledger before a byte moves.

use nvenc_sys::{CUDA_MEMCPY2D, CUdeviceptr, CUmemorytype, CUstream};
use std::{
    ffi::c_void,
    ptr::{self, NonNull},
};

use super::{
    context,
    ffi::{Outcome, exports},
    memory, pinned,
    status::{INVALID_VALUE, NOT_SUPPORTED},
    stream,
};
use crate::ledger;

/// Kinds of memory that a 2D copy knows: unified means that the address tells.
const UNIFIED: CUmemorytype = CUmemorytype(4);

/// The host's view of `bytes` of memory that the current context's device can reach.
pub(super) fn device_view(address: CUdeviceptr, bytes: usize) -> Outcome<NonNull<u8>> {
    memory::host_view(address, bytes, context::current_device()?)
        .or_else(|| pinned::host_view(address, bytes))
        .ok_or(INVALID_VALUE)
}

fn host(address: *const c_void) -> Outcome<NonNull<u8>> {
    NonNull::new(address.cast_mut().cast()).ok_or(INVALID_VALUE)
}

/// With unified addresses one that is in no ledger is the host's own.
fn either(address: CUdeviceptr, bytes: usize) -> Outcome<NonNull<u8>> {
    match memory::device_of(address) {
        // Of whichever device: with unified addresses the plain copy works between two.
        Some(device) => memory::host_view(address, bytes, device).ok_or(INVALID_VALUE),
        None => host(ptr::with_exposed_provenance(address as usize)),
    }
}

/// A copy whose two sides were checked to be there: rows of `width` bytes.
struct Rows {
    to: NonNull<u8>,
    from: NonNull<u8>,
    to_pitch: usize,
    from_pitch: usize,
    width: usize,
    height: usize,
}

// SAFETY: the memory is the device's, or lent to it by the client until the copy is done.
unsafe impl Send for Rows {}

impl Rows {
    fn copy(self) {
        for row in 0..self.height {
            let from = self.from.as_ptr().wrapping_add(row * self.from_pitch);
            let to = self.to.as_ptr().wrapping_add(row * self.to_pitch);
            // SAFETY: device sides were checked from first to last byte, and memory is freed only
            // when no copy is left to be made; host sides are valid by the interface's contract.
            // The two may overlap, which `copy` allows.
            unsafe { ptr::copy(from, to, self.width) };
        }
    }

    /// On a stream: one from pinned memory to the device's is made when it is waited for.
    fn copy_on(self, on: CUstream) -> Outcome {
        let from = self.from.as_ptr().addr() as u64;
        let span = (self.height - 1) * self.from_pitch + self.width;
        let is_upload = memory::device_of(self.to.as_ptr().addr() as u64).is_some();
        if is_upload && pinned::host_view(from, span).is_some() {
            return stream::copy_late(on, move || self.copy());
        }
        stream::check(on)?;
        self.copy();
        Ok(())
    }
}

/// Copies what there is to copy, on a stream that is looked at first.
fn put(on: CUstream, rows: impl FnOnce() -> Outcome<Option<Rows>>) -> Outcome {
    stream::mark(on)?;
    match rows()? {
        Some(rows) => rows.copy_on(on),
        None => stream::check(on),
    }
}

fn linear(to: Outcome<NonNull<u8>>, from: Outcome<NonNull<u8>>, bytes: usize) -> Outcome {
    if let Some(rows) = linear_rows(to, from, bytes)? {
        rows.copy();
    }
    Ok(())
}

fn linear_on(
    on: CUstream,
    to: Outcome<NonNull<u8>>,
    from: Outcome<NonNull<u8>>,
    bytes: usize,
) -> Outcome {
    put(on, || linear_rows(to, from, bytes))
}

/// `None` without a byte to copy.
fn linear_rows(
    to: Outcome<NonNull<u8>>,
    from: Outcome<NonNull<u8>>,
    bytes: usize,
) -> Outcome<Option<Rows>> {
    context::current()?;
    if bytes == 0 {
        return Ok(None);
    }
    let (to, from) = (to?, from?);
    check_unread(to, bytes);
    Ok(Some(Rows {
        to,
        from,
        to_pitch: bytes,
        from_pitch: bytes,
        width: bytes,
        height: 1,
    }))
}

/// Notes that memory is written which an encoder may read: device memory lies at its address.
pub(super) fn check_unread(first: NonNull<u8>, bytes: usize) {
    let start = first.as_ptr().addr() as u64;
    ledger::check_unread(start..start + bytes as u64);
}

/// One side of a 2D copy.
struct Side {
    kind: CUmemorytype,
    host: *const c_void,
    device: CUdeviceptr,
    x: usize,
    y: usize,
    pitch: usize,
}

impl Side {
    /// Address of the rectangle's first byte, once all of it was checked.
    fn first_byte(&self, width: usize, height: usize) -> Outcome<NonNull<u8>> {
        let row = self.x.checked_add(width).ok_or(INVALID_VALUE)?;
        if (height > 1 || self.pitch != 0) && self.pitch < row {
            return Err(INVALID_VALUE);
        }
        let skipped = self.y.checked_mul(self.pitch).ok_or(INVALID_VALUE)?;
        let skipped = skipped.checked_add(self.x).ok_or(INVALID_VALUE)?;
        let rows = (height - 1).checked_mul(self.pitch).ok_or(INVALID_VALUE)?;
        let span = rows.checked_add(width).ok_or(INVALID_VALUE)?;
        self.view(skipped, span)
    }

    fn view(&self, skipped: usize, span: usize) -> Outcome<NonNull<u8>> {
        let at = |address: u64| address.checked_add(skipped as u64).ok_or(INVALID_VALUE);
        match self.kind {
            CUmemorytype::CU_MEMORYTYPE_HOST => {
                host(self.host)?;
                host(self.host.wrapping_byte_add(skipped))
            }
            CUmemorytype::CU_MEMORYTYPE_DEVICE => device_view(at(self.device)?, span),
            UNIFIED => either(at(self.device)?, span),
            CUmemorytype::CU_MEMORYTYPE_ARRAY => Err(NOT_SUPPORTED),
            _ => Err(INVALID_VALUE),
        }
    }
}

fn sides(copy: &CUDA_MEMCPY2D) -> (Side, Side) {
    let from = Side {
        kind: copy.srcMemoryType,
        host: copy.srcHost,
        device: copy.srcDevice,
        x: copy.srcXInBytes,
        y: copy.srcY,
        pitch: copy.srcPitch,
    };
    let to = Side {
        kind: copy.dstMemoryType,
        host: copy.dstHost,
        device: copy.dstDevice,
        x: copy.dstXInBytes,
        y: copy.dstY,
        pitch: copy.dstPitch,
    };
    (from, to)
}

/// `None` without a byte to copy.
fn rectangle(copy: *const CUDA_MEMCPY2D) -> Outcome<Option<Rows>> {
    context::current()?;
    // SAFETY: by the interface's contract null or a valid description.
    let copy = unsafe { copy.as_ref() }.ok_or(INVALID_VALUE)?;
    let (width, height) = (copy.WidthInBytes, copy.Height);
    // Clients do ask for empty ones, whatever else they fill in.
    if width == 0 || height == 0 {
        return Ok(None);
    }
    let (from, to) = sides(copy);
    let source = from.first_byte(width, height)?;
    let target = to.first_byte(width, height)?;
    check_unread(target, (height - 1) * to.pitch + width);
    Ok(Some(Rows {
        to: target,
        from: source,
        to_pitch: to.pitch,
        from_pitch: from.pitch,
        width,
        height,
    }))
}

fn copy_rectangle(copy: *const CUDA_MEMCPY2D) -> Outcome {
    if let Some(rows) = rectangle(copy)? {
        rows.copy();
    }
    Ok(())
}

exports! {
    fn cuMemcpyHtoD_v2(to: CUdeviceptr, from: *const c_void, bytes: usize) {
        linear(device_view(to, bytes), host(from), bytes)
    }

    fn cuMemcpyDtoH_v2(to: *mut c_void, from: CUdeviceptr, bytes: usize) {
        linear(host(to), device_view(from, bytes), bytes)
    }

    fn cuMemcpyDtoD_v2(to: CUdeviceptr, from: CUdeviceptr, bytes: usize) {
        linear(device_view(to, bytes), device_view(from, bytes), bytes)
    }

    fn cuMemcpy(to: CUdeviceptr, from: CUdeviceptr, bytes: usize) {
        linear(either(to, bytes), either(from, bytes), bytes)
    }

    fn cuMemcpy2D_v2(copy: *const CUDA_MEMCPY2D) {
        copy_rectangle(copy)
    }

    fn cuMemcpy2DUnaligned_v2(copy: *const CUDA_MEMCPY2D) {
        copy_rectangle(copy)
    }

    fn cuMemcpyHtoDAsync_v2(to: CUdeviceptr, from: *const c_void, bytes: usize, on: CUstream) {
        linear_on(on, device_view(to, bytes), host(from), bytes)
    }

    fn cuMemcpyDtoHAsync_v2(to: *mut c_void, from: CUdeviceptr, bytes: usize, on: CUstream) {
        linear_on(on, host(to), device_view(from, bytes), bytes)
    }

    fn cuMemcpyDtoDAsync_v2(to: CUdeviceptr, from: CUdeviceptr, bytes: usize, on: CUstream) {
        linear_on(on, device_view(to, bytes), device_view(from, bytes), bytes)
    }

    fn cuMemcpyAsync(to: CUdeviceptr, from: CUdeviceptr, bytes: usize, on: CUstream) {
        linear_on(on, either(to, bytes), either(from, bytes), bytes)
    }

    fn cuMemcpy2DAsync_v2(copy: *const CUDA_MEMCPY2D, on: CUstream) {
        put(on, || rectangle(copy))
    }
}
