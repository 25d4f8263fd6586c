//! Results of the driver interface: the ones the device gives, and their texts.

use nvenc_sys::CUresult;
use std::{
    ffi::{CStr, c_char},
    ptr,
};

use super::ffi::{Out, Outcome, exports};

pub(crate) const INVALID_VALUE: CUresult = CUresult(1);
pub(crate) const OUT_OF_MEMORY: CUresult = CUresult(2);
pub(crate) const NOT_INITIALIZED: CUresult = CUresult(3);
pub(crate) const INVALID_DEVICE: CUresult = CUresult(101);
pub(crate) const INVALID_CONTEXT: CUresult = CUresult(201);
pub(crate) const INVALID_HANDLE: CUresult = CUresult(400);
pub(crate) const CONTEXT_IS_DESTROYED: CUresult = CUresult(709);
pub(crate) const NOT_SUPPORTED: CUresult = CUresult(801);
pub(crate) const UNKNOWN: CUresult = CUresult(999);

exports! {
    fn cuGetErrorName(error: CUresult, text: Out<*const c_char>) {
        give(text, find(error).map(|(_, name, _)| name))
    }

    fn cuGetErrorString(error: CUresult, text: Out<*const c_char>) {
        give(text, find(error).map(|(_, _, meaning)| meaning))
    }
}

fn give(text: Out<*const c_char>, found: Option<&CStr>) -> Outcome {
    text.put(found.map_or(ptr::null(), CStr::as_ptr))?;
    found.map(drop).ok_or(INVALID_VALUE)
}

fn find(error: CUresult) -> Option<(u32, &'static CStr, &'static CStr)> {
    TEXTS.into_iter().find(|(code, ..)| *code == error.0)
}

const TEXTS: [(u32, &CStr, &CStr); 23] = [
    (0, c"CUDA_SUCCESS", c"no error"),
    (1, c"CUDA_ERROR_INVALID_VALUE", c"invalid argument"),
    (2, c"CUDA_ERROR_OUT_OF_MEMORY", c"out of memory"),
    (3, c"CUDA_ERROR_NOT_INITIALIZED", c"initialization error"),
    (4, c"CUDA_ERROR_DEINITIALIZED", c"driver shutting down"),
    (
        100,
        c"CUDA_ERROR_NO_DEVICE",
        c"no CUDA-capable device is detected",
    ),
    (101, c"CUDA_ERROR_INVALID_DEVICE", c"invalid device ordinal"),
    (
        200,
        c"CUDA_ERROR_INVALID_IMAGE",
        c"device kernel image is invalid",
    ),
    (
        201,
        c"CUDA_ERROR_INVALID_CONTEXT",
        c"invalid device context",
    ),
    (
        205,
        c"CUDA_ERROR_MAP_FAILED",
        c"mapping of buffer object failed",
    ),
    (
        206,
        c"CUDA_ERROR_UNMAP_FAILED",
        c"unmapping of buffer object failed",
    ),
    (
        209,
        c"CUDA_ERROR_NO_BINARY_FOR_GPU",
        c"no kernel image is available for execution on the device",
    ),
    (
        300,
        c"CUDA_ERROR_INVALID_SOURCE",
        c"device kernel image is invalid",
    ),
    (
        304,
        c"CUDA_ERROR_OPERATING_SYSTEM",
        c"OS call failed or operation not supported on this OS",
    ),
    (
        400,
        c"CUDA_ERROR_INVALID_HANDLE",
        c"invalid resource handle",
    ),
    (600, c"CUDA_ERROR_NOT_READY", c"device not ready"),
    (
        700,
        c"CUDA_ERROR_ILLEGAL_ADDRESS",
        c"an illegal memory access was encountered",
    ),
    (
        702,
        c"CUDA_ERROR_LAUNCH_TIMEOUT",
        c"the launch timed out and was terminated",
    ),
    (
        708,
        c"CUDA_ERROR_PRIMARY_CONTEXT_ACTIVE",
        c"primary context is already active",
    ),
    (
        709,
        c"CUDA_ERROR_CONTEXT_IS_DESTROYED",
        c"context is destroyed",
    ),
    (800, c"CUDA_ERROR_NOT_PERMITTED", c"operation not permitted"),
    (801, c"CUDA_ERROR_NOT_SUPPORTED", c"operation not supported"),
    (999, c"CUDA_ERROR_UNKNOWN", c"unknown error"),
];
