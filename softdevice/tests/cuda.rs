//! The driver interface's contract, called as a C program calls it.

use libloading::os::unix::Library;
use nvenc_sys::{CUDA_MEMCPY2D, CUmemorytype};
use std::{
    ffi::{CStr, c_char, c_int, c_void},
    mem::transmute_copy,
    ptr::null_mut,
    sync::OnceLock,
};

const INVALID_VALUE: u32 = 1;
const OUT_OF_MEMORY: u32 = 2;
const NOT_INITIALIZED: u32 = 3;
const INVALID_DEVICE: u32 = 101;
const INVALID_CONTEXT: u32 = 201;
const INVALID_HANDLE: u32 = 400;
const CONTEXT_IS_DESTROYED: u32 = 709;
const NOT_SUPPORTED: u32 = 801;

/// Calls a function of libcuda by its name.
macro_rules! cu {
    ($name:ident($($value:expr => $kind:ty),*)) => {{
        type Function = unsafe extern "C" fn($($kind),*) -> u32;
        let function: Function = symbol(stringify!($name));
        // SAFETY: the types are those of the driver's header.
        unsafe { function($($value),*) }
    }};
}

fn symbol<F: Copy>(name: &str) -> F {
    static CUDA: OnceLock<Library> = OnceLock::new();
    let library = CUDA.get_or_init(|| {
        softdevice::activate().unwrap();
        // SAFETY: the software device has no initialisers.
        unsafe { Library::new("libcuda.so.1") }.unwrap()
    });
    // SAFETY: every caller names the type that the driver's header gives.
    let function = unsafe { library.get::<*mut c_void>(name) }.unwrap();
    // SAFETY: a function pointer is as large as any other.
    unsafe { transmute_copy::<*mut c_void, F>(&*function) }
}

type Handle = *mut c_void;

/// A context of the test's own, current to its thread.
struct Context(Handle);

impl Context {
    fn new() -> Self {
        assert_eq!(cu!(cuInit(0 => u32)), 0);
        let mut context = null_mut();
        assert_eq!(
            cu!(cuCtxCreate_v2(&mut context => *mut Handle, 0 => u32, 0 => c_int)),
            0
        );
        Self(context)
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        cu!(cuCtxDestroy_v2(self.0 => Handle));
    }
}

fn allocate(bytes: usize) -> u64 {
    let mut address = 0;
    assert_eq!(
        cu!(cuMemAlloc_v2(&mut address => *mut u64, bytes => usize)),
        0
    );
    address
}

fn current() -> Handle {
    let mut context = null_mut();
    assert_eq!(cu!(cuCtxGetCurrent(&mut context => *mut Handle)), 0);
    context
}

#[test]
fn work_before_init_is_refused() {
    // Other tests of this process may have initialised the driver already, so this one
    // asks in a process of its own.
    let program = std::env::current_exe().unwrap();
    let child = std::process::Command::new(program)
        .args(["--ignored", "--exact", "alone_before_init"])
        .status();
    assert!(child.unwrap().success());
}

#[test]
#[ignore = "run by work_before_init_is_refused in a process of its own"]
fn alone_before_init() {
    let mut number = 0;
    assert_eq!(
        cu!(cuDeviceGetCount(&mut number => *mut c_int)),
        NOT_INITIALIZED
    );
    let mut context = null_mut();
    let created = cu!(cuCtxCreate_v2(&mut context => *mut Handle, 0 => u32, 0 => c_int));
    assert_eq!(created, NOT_INITIALIZED);
    assert_eq!(cu!(cuDriverGetVersion(&mut number => *mut c_int)), 0);
    assert_eq!(cu!(cuInit(1 => u32)), INVALID_VALUE);
    assert_eq!(cu!(cuInit(0 => u32)), 0);
    assert_eq!(cu!(cuDeviceGetCount(&mut number => *mut c_int)), 0);
}

#[test]
fn there_is_one_device() {
    cu!(cuInit(0 => u32));
    let mut device = 7;
    assert_eq!(cu!(cuDeviceGet(&mut device => *mut c_int, 0 => c_int)), 0);
    assert_eq!(device, 0);
    assert_eq!(
        cu!(cuDeviceGet(&mut device => *mut c_int, 1 => c_int)),
        INVALID_DEVICE
    );
    assert_eq!(
        cu!(cuDeviceGet(null_mut() => *mut c_int, 0 => c_int)),
        INVALID_VALUE
    );
    let mut name = [1 as c_char; 8];
    assert_eq!(
        cu!(cuDeviceGetName(name.as_mut_ptr() => *mut c_char, 8 => c_int, 0 => c_int)),
        0
    );
    assert_eq!(name.map(|it| it as u8), *b"Tesla V\0");
}

#[test]
fn work_without_a_context_is_refused() {
    cu!(cuInit(0 => u32));
    let mut address = 0;
    let without = cu!(cuMemAlloc_v2(&mut address => *mut u64, 16 => usize));
    assert_eq!(without, INVALID_CONTEXT);
    assert_eq!(cu!(cuCtxSynchronize()), INVALID_CONTEXT);
    let popped = cu!(cuCtxPopCurrent_v2(null_mut() => *mut Handle));
    assert_eq!(popped, INVALID_CONTEXT);
}

#[test]
fn contexts_form_a_stack_for_each_thread() {
    let first = Context::new();
    let second = Context::new();
    assert_eq!(current(), second.0);
    let mut popped = null_mut();
    assert_eq!(cu!(cuCtxPopCurrent_v2(&mut popped => *mut Handle)), 0);
    assert_eq!((popped, current()), (second.0, first.0));
    assert_eq!(cu!(cuCtxPushCurrent_v2(second.0 => Handle)), 0);
    assert_eq!(current(), second.0);
    std::thread::spawn(|| assert!(current().is_null()))
        .join()
        .unwrap();
    assert_eq!(cu!(cuCtxSetCurrent(null_mut() => Handle)), 0);
    assert_eq!(current(), first.0);
}

#[test]
fn a_destroyed_context_is_refused() {
    let context = Context::new();
    assert_eq!(cu!(cuCtxPushCurrent_v2(context.0 => Handle)), 0);
    let address = allocate(64);
    assert_eq!(cu!(cuCtxDestroy_v2(context.0 => Handle)), 0);
    // It was pushed twice; what is left of it on the stack is dead.
    assert_eq!(cu!(cuMemFree_v2(address => u64)), CONTEXT_IS_DESTROYED);
    assert_eq!(cu!(cuCtxDestroy_v2(context.0 => Handle)), INVALID_CONTEXT);
    assert_eq!(
        cu!(cuCtxPushCurrent_v2(context.0 => Handle)),
        INVALID_CONTEXT
    );
    assert_eq!(cu!(cuCtxSetCurrent(context.0 => Handle)), INVALID_CONTEXT);
    // Its memory went with it.
    let _other = Context::new();
    assert_eq!(cu!(cuMemFree_v2(address => u64)), INVALID_VALUE);
}

#[test]
fn memory_ends_once_and_has_an_end() {
    let _context = Context::new();
    let address = allocate(100);
    let bytes = [7u8; 101];
    let host = bytes.as_ptr().cast();
    let copy = |to, size| cu!(cuMemcpyHtoD_v2(to => u64, host => *const c_void, size => usize));
    assert_eq!(copy(address, 100), 0);
    assert_eq!(copy(address, 101), INVALID_VALUE);
    assert_eq!(copy(address + 1, 100), INVALID_VALUE);
    assert_eq!(copy(address + 100, 0), 0);
    assert_eq!(copy(u64::MAX, 2), INVALID_VALUE);
    assert_eq!(cu!(cuMemFree_v2(address + 1 => u64)), INVALID_VALUE);
    assert_eq!(cu!(cuMemFree_v2(address => u64)), 0);
    assert_eq!(cu!(cuMemFree_v2(address => u64)), INVALID_VALUE);
    assert_eq!(copy(address, 1), INVALID_VALUE);
}

#[test]
fn sizes_that_cannot_be_are_refused() {
    let _context = Context::new();
    let mut address = 0;
    let mut size = |bytes| cu!(cuMemAlloc_v2(&mut address => *mut u64, bytes => usize));
    assert_eq!(size(0), INVALID_VALUE);
    assert_eq!(size(1 << 40), OUT_OF_MEMORY);
    assert_eq!(size(usize::MAX), OUT_OF_MEMORY);
    let mut pitch = 0;
    let pitched = cu!(cuMemAllocPitch_v2(
        &mut address => *mut u64, &mut pitch => *mut usize, 640 => usize, 8 => usize, 3 => u32
    ));
    assert_eq!(pitched, INVALID_VALUE);
}

#[test]
fn rectangles_are_checked_from_first_byte_to_last() {
    let _context = Context::new();
    let (mut address, mut pitch) = (0, 0);
    let pitched = cu!(cuMemAllocPitch_v2(
        &mut address => *mut u64, &mut pitch => *mut usize, 100 => usize, 3 => usize, 4 => u32
    ));
    assert_eq!((pitched, pitch), (0, 512));
    let sent: Vec<u8> = (0..30).collect();
    let mut up = CUDA_MEMCPY2D {
        srcMemoryType: CUmemorytype::CU_MEMORYTYPE_HOST,
        srcHost: sent.as_ptr().cast(),
        srcPitch: 10,
        dstMemoryType: CUmemorytype::CU_MEMORYTYPE_DEVICE,
        dstDevice: address,
        dstPitch: pitch,
        dstXInBytes: 90,
        WidthInBytes: 10,
        Height: 3,
        ..Default::default()
    };
    let copy = |what: &CUDA_MEMCPY2D| cu!(cuMemcpy2D_v2(what => *const CUDA_MEMCPY2D));
    assert_eq!(copy(&up), 0);
    let mut got = [0u8; 10];
    let last = address + 2 * pitch as u64 + 90;
    let down = cu!(cuMemcpyDtoH_v2(
        got.as_mut_ptr().cast() => *mut c_void, last => u64, 10 => usize
    ));
    assert_eq!((down, &got[..]), (0, &sent[20..]));
    up.Height = 4;
    assert_eq!(copy(&up), INVALID_VALUE);
    up.WidthInBytes = 0;
    assert_eq!(copy(&up), 0);
    (up.WidthInBytes, up.Height, up.dstPitch) = (10, 2, 99);
    assert_eq!(copy(&up), INVALID_VALUE);
    up.dstMemoryType = CUmemorytype::CU_MEMORYTYPE_ARRAY;
    up.dstPitch = pitch;
    assert_eq!(copy(&up), NOT_SUPPORTED);
}

#[test]
fn unified_copies_find_out_which_side_is_which() {
    let _context = Context::new();
    let address = allocate(16);
    let sent = [3u8; 16];
    let mut got = [0u8; 16];
    let copy = |to, from| cu!(cuMemcpy(to => u64, from => u64, 16 => usize));
    assert_eq!(copy(address, sent.as_ptr() as u64), 0);
    assert_eq!(copy(got.as_mut_ptr() as u64, address), 0);
    assert_eq!(got, sent);
    assert_eq!(copy(address + 8, address), INVALID_VALUE);
}

#[test]
fn streams_and_events_end_once() {
    let _context = Context::new();
    let (mut stream, mut event) = (null_mut(), null_mut());
    assert_eq!(cu!(cuStreamCreate(&mut stream => *mut Handle, 1 => u32)), 0);
    assert_eq!(cu!(cuEventCreate(&mut event => *mut Handle, 2 => u32)), 0);
    assert_eq!(cu!(cuEventRecord(event => Handle, stream => Handle)), 0);
    assert_eq!(
        cu!(cuEventRecord(stream => Handle, event => Handle)),
        INVALID_HANDLE
    );
    let mut time = 0.0;
    let elapsed = cu!(cuEventElapsedTime(&mut time => *mut f32, event => Handle, event => Handle));
    assert_eq!(elapsed, INVALID_HANDLE, "an event without a clock");
    assert_eq!(cu!(cuStreamDestroy_v2(stream => Handle)), 0);
    assert_eq!(cu!(cuStreamSynchronize(stream => Handle)), INVALID_HANDLE);
    assert_eq!(cu!(cuStreamDestroy_v2(stream => Handle)), INVALID_HANDLE);
    assert_eq!(cu!(cuStreamSynchronize(null_mut() => Handle)), 0);
    assert_eq!(cu!(cuEventDestroy_v2(event => Handle)), 0);
    assert_eq!(cu!(cuEventDestroy_v2(event => Handle)), INVALID_HANDLE);
}

#[test]
fn callbacks_come_before_a_synchronised_stream() {
    unsafe extern "C" fn add(_: Handle, status: u32, data: *mut c_void) {
        assert_eq!(status, 0);
        // SAFETY: the test below passes a counter that outlives the call.
        let counter = unsafe { &*data.cast::<std::sync::atomic::AtomicU32>() };
        counter.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
    }
    let _context = Context::new();
    let counter = std::sync::atomic::AtomicU32::new(0);
    type Callback = unsafe extern "C" fn(Handle, u32, *mut c_void);
    for _ in 0..100 {
        let data = (&raw const counter).cast_mut().cast();
        let added = cu!(cuStreamAddCallback(
            null_mut() => Handle, add => Callback, data => *mut c_void, 0 => u32
        ));
        assert_eq!(added, 0);
    }
    assert_eq!(cu!(cuStreamSynchronize(null_mut() => Handle)), 0);
    assert_eq!(counter.into_inner(), 100);
}

#[test]
fn errors_have_names() {
    let mut text: *const c_char = null_mut();
    assert_eq!(
        cu!(cuGetErrorName(201 => u32, &mut text => *mut *const c_char)),
        0
    );
    // SAFETY: success gives a string that lives as long as the library.
    let name = unsafe { CStr::from_ptr(text) };
    assert_eq!(name, c"CUDA_ERROR_INVALID_CONTEXT");
    let unknown = cu!(cuGetErrorString(12345 => u32, &mut text => *mut *const c_char));
    assert_eq!((unknown, text.is_null()), (INVALID_VALUE, true));
}

#[test]
fn what_needs_kernels_or_a_display_says_so() {
    let _context = Context::new();
    let mut module = null_mut();
    let loaded = cu!(cuModuleLoadData(&mut module => *mut Handle, null_mut() => Handle));
    assert_eq!(loaded, NOT_SUPPORTED);
}

#[test]
fn the_primary_context_is_shared() {
    cu!(cuInit(0 => u32));
    let (mut first, mut second) = (null_mut(), null_mut());
    assert_eq!(
        cu!(cuDevicePrimaryCtxRetain(&mut first => *mut Handle, 0 => c_int)),
        0
    );
    assert_eq!(
        cu!(cuDevicePrimaryCtxRetain(&mut second => *mut Handle, 0 => c_int)),
        0
    );
    assert_eq!(first, second);
    assert_eq!(cu!(cuCtxSetCurrent(first => Handle)), 0);
    assert_eq!(cu!(cuDevicePrimaryCtxRelease_v2(0 => c_int)), 0);
    allocate(16);
    assert_eq!(cu!(cuCtxDestroy_v2(first => Handle)), INVALID_CONTEXT);
    assert_eq!(cu!(cuDevicePrimaryCtxRelease_v2(0 => c_int)), 0);
    assert_eq!(cu!(cuCtxSynchronize()), CONTEXT_IS_DESTROYED);
    assert_eq!(
        cu!(cuDevicePrimaryCtxRelease_v2(0 => c_int)),
        INVALID_CONTEXT
    );
}
