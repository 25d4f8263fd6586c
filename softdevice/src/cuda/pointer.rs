//! What an address is: `cuPointerGetAttribute`.

use nvenc_sys::{CUdeviceptr, CUmemorytype};
use std::ffi::{c_int, c_uint, c_void};

use super::{
    context,
    ffi::{Out, Outcome, exports},
    memory, pinned,
    status::{INVALID_VALUE, NOT_SUPPORTED},
};

struct Range {
    kind: CUmemorytype,
    start: CUdeviceptr,
    bytes: usize,
}

fn range_of(address: CUdeviceptr) -> Outcome<Range> {
    let device = memory::range_of(address).map(|it| (CUmemorytype::CU_MEMORYTYPE_DEVICE, it));
    let host = || pinned::range_of(address).map(|it| (CUmemorytype::CU_MEMORYTYPE_HOST, it));
    let (kind, (start, bytes)) = device.or_else(host).ok_or(INVALID_VALUE)?;
    Ok(Range { kind, start, bytes })
}

exports! {
    fn cuPointerGetAttribute(data: Out<c_void>, attribute: c_uint, address: CUdeviceptr) {
        let context = context::current()?;
        data.check()?;
        let range = range_of(address)?;
        match attribute {
            1 => put(data, context),
            2 => put(data, range.kind),
            3 | 4 => put(data, address),
            9 => put::<c_int>(data, memory::device_of(address).unwrap_or(context::device_of(context))),
            11 => put(data, range.start),
            12 => put(data, range.bytes),
            _ => Err(NOT_SUPPORTED),
        }
    }
}

fn put<T>(data: Out<c_void>, value: T) -> Outcome {
    // SAFETY: the caller checked for null, and by the interface's contract the address has
    // room for the type that the attribute asked for is documented to have.
    unsafe { data.address().cast::<T>().write_unaligned(value) };
    Ok(())
}
