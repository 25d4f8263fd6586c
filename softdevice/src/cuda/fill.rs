//! Filling memory: the `cuMemset` family.

use nvenc_sys::{CUdeviceptr, CUstream};

use super::{
    context,
    copy::{check_unread, device_view},
    ffi::{Outcome, exports},
    status::INVALID_VALUE,
    stream,
};

fn linear<T: Copy>(address: CUdeviceptr, value: T, count: usize) -> Outcome {
    rows(address, 0, value, count, 1)
}

/// Fills `height` rows of `width` elements that begin `pitch` bytes apart.
fn rows<T: Copy>(
    address: CUdeviceptr,
    pitch: usize,
    value: T,
    width: usize,
    height: usize,
) -> Outcome {
    context::current()?;
    let row = width.checked_mul(size_of::<T>()).ok_or(INVALID_VALUE)?;
    if row == 0 || height == 0 {
        return Ok(());
    }
    if !(address as usize).is_multiple_of(align_of::<T>()) || height > 1 && pitch < row {
        return Err(INVALID_VALUE);
    }
    let last = (height - 1).checked_mul(pitch).ok_or(INVALID_VALUE)?;
    let bytes = last.checked_add(row).ok_or(INVALID_VALUE)?;
    let first = device_view(address, bytes)?;
    check_unread(first, bytes);
    for y in 0..height {
        fill(first.as_ptr().wrapping_add(y * pitch), value, width);
    }
    Ok(())
}

fn fill<T: Copy>(row: *mut u8, value: T, count: usize) {
    for x in 0..count {
        let element = row.cast::<T>().wrapping_add(x);
        // SAFETY: `rows` checked that every row lies in one living allocation. Rows may
        // begin at any byte, so the write is an unaligned one.
        unsafe { element.write_unaligned(value) };
    }
}

exports! {
    fn cuMemsetD8_v2(to: CUdeviceptr, value: u8, count: usize) {
        linear(to, value, count)
    }

    fn cuMemsetD16_v2(to: CUdeviceptr, value: u16, count: usize) {
        linear(to, value, count)
    }

    fn cuMemsetD32_v2(to: CUdeviceptr, value: u32, count: usize) {
        linear(to, value, count)
    }

    fn cuMemsetD2D8_v2(to: CUdeviceptr, pitch: usize, value: u8, width: usize, height: usize) {
        rows(to, pitch, value, width, height)
    }

    fn cuMemsetD2D16_v2(to: CUdeviceptr, pitch: usize, value: u16, width: usize, height: usize) {
        rows(to, pitch, value, width, height)
    }

    fn cuMemsetD2D32_v2(to: CUdeviceptr, pitch: usize, value: u32, width: usize, height: usize) {
        rows(to, pitch, value, width, height)
    }

    fn cuMemsetD8Async(to: CUdeviceptr, value: u8, count: usize, on: CUstream) {
        stream::check(on)?;
        linear(to, value, count)
    }

    fn cuMemsetD16Async(to: CUdeviceptr, value: u16, count: usize, on: CUstream) {
        stream::check(on)?;
        linear(to, value, count)
    }

    fn cuMemsetD32Async(to: CUdeviceptr, value: u32, count: usize, on: CUstream) {
        stream::check(on)?;
        linear(to, value, count)
    }

    fn cuMemsetD2D8Async(
        to: CUdeviceptr,
        pitch: usize,
        value: u8,
        width: usize,
        height: usize,
        on: CUstream,
    ) {
        stream::check(on)?;
        rows(to, pitch, value, width, height)
    }
}
