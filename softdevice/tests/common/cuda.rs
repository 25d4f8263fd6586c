//! What an NVENC client wants of libcuda.

use super::Handle;
use libloading::os::unix::Library;
use std::{ptr::null_mut, sync::OnceLock};

/// Calls a function of libcuda whose arguments are all `u64` or pointers.
pub fn cuda(name: &str, arguments: [u64; 3]) -> u32 {
    type Function = unsafe extern "C" fn(u64, u64, u64) -> u32;
    static CUDA: OnceLock<Library> = OnceLock::new();
    let library = CUDA.get_or_init(|| {
        softdevice::activate().unwrap();
        // SAFETY: the software device has no initialisers.
        unsafe { Library::new("libcuda.so.1") }.unwrap()
    });
    // SAFETY: on x86-64 a function ignores the arguments it has not, and takes an `int` from
    // the lower half of a register.
    let function = unsafe { library.get::<Function>(name) }.unwrap();
    let [a, b, c] = arguments;
    // SAFETY: each caller passes what the function of this name takes.
    unsafe { function(a, b, c) }
}

/// A CUDA context of the calling thread's.
pub fn context() -> Handle {
    let mut context: Handle = null_mut();
    assert_eq!(cuda("cuInit", [0; 3]), 0);
    let place = &raw mut context as u64;
    assert_eq!(cuda("cuCtxCreate_v2", [place, 0, 0]), 0);
    context
}

/// Device memory of the current context.
pub fn device_memory(bytes: usize) -> u64 {
    let mut address = 0u64;
    let place = &raw mut address as u64;
    assert_eq!(cuda("cuMemAlloc_v2", [place, bytes as u64, 0]), 0);
    address
}

pub fn copy_to_device(address: u64, bytes: &[u8]) {
    let from = bytes.as_ptr() as u64;
    assert_eq!(
        cuda("cuMemcpyHtoD_v2", [address, from, bytes.len() as u64]),
        0
    );
}
