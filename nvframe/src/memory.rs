//! Owners of device memory and of pinned host memory.

use crate::{CallError, bind, wait_for_default_stream};
use cudarc::driver::{CudaContext, DriverError, result};
use std::{fmt, ptr::NonNull, slice, sync::Arc};

/// Device memory that NVENC can register, freed on drop.
///
/// It comes from `cuMemAlloc`: memory of the stream-ordered allocator, which cudarc's own
/// slices use where they can, is refused by `nvEncRegisterResource`.
pub struct DeviceBuffer {
    address: u64,
    len: usize,
    context: Arc<CudaContext>,
}

impl DeviceBuffer {
    /// Allocates `len` bytes, at least one.
    ///
    /// # Errors
    /// The driver's, `CUDA_ERROR_OUT_OF_MEMORY` above all.
    #[doc(alias = "cuMemAlloc")]
    pub fn new(context: &Arc<CudaContext>, len: usize) -> Result<Self, DriverError> {
        bind(context)?;
        // SAFETY: a context is current; the result is freed once, in `drop`.
        let address = unsafe { result::malloc_sync(len.max(1)) }?;
        Ok(Self {
            address,
            len,
            context: Arc::clone(context),
        })
    }

    /// Device address of the first byte.
    pub fn address(&self) -> u64 {
        self.address
    }

    /// Bytes.
    pub fn len(&self) -> usize {
        self.len
    }

    /// True without bytes.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The context it was allocated in.
    pub fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }

    /// Copies all of `source` to the start of the buffer, and waits until it is there.
    ///
    /// # Errors
    /// `CUDA_ERROR_INVALID_VALUE` when `source` is longer than the buffer, and the driver's.
    #[doc(alias = "cuMemcpyHtoD")]
    pub fn write(&mut self, source: &[u8]) -> Result<(), DriverError> {
        if source.len() > self.len {
            return Err(invalid_value());
        }
        bind(&self.context)?;
        // SAFETY: `source.len()` bytes from `address` are this buffer's, just compared.
        unsafe { result::memcpy_htod_sync(self.address, source) }?;
        // From memory that is not pinned the call returns when it has read the bytes.
        wait_for_default_stream()
    }

    /// Sets all bytes to zero, and waits until they are.
    ///
    /// # Errors
    /// The driver's.
    #[doc(alias = "cuMemsetD8")]
    pub fn clear(&mut self) -> Result<(), CallError> {
        bind(&self.context).map_err(CallError::of("cuCtxSetCurrent"))?;
        // SAFETY: `len` bytes from `address` are this buffer's.
        unsafe { result::memset_d8_sync(self.address, 0, self.len) }
            .map_err(CallError::of("cuMemsetD8"))?;
        // In spite of its name it only begins.
        wait_for_default_stream().map_err(CallError::of("cuStreamSynchronize"))
    }

    /// Copies the start of the buffer to all of `target`.
    ///
    /// # Errors
    /// `CUDA_ERROR_INVALID_VALUE` when `target` is longer than the buffer, and the driver's.
    #[doc(alias = "cuMemcpyDtoH")]
    pub fn read(&self, target: &mut [u8]) -> Result<(), DriverError> {
        if target.len() > self.len {
            return Err(invalid_value());
        }
        bind(&self.context)?;
        // SAFETY: `target.len()` bytes from `address` are this buffer's, just compared.
        unsafe { result::memcpy_dtoh_sync(target, self.address) }
    }
}

impl Drop for DeviceBuffer {
    fn drop(&mut self) {
        // Binding fails only for a context that is gone, and its memory with it.
        if bind(&self.context).is_ok() {
            // SAFETY: `address` came from `malloc_sync` and is freed nowhere else.
            let _ = unsafe { result::free_sync(self.address) };
        }
    }
}

impl fmt::Debug for DeviceBuffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DeviceBuffer({} bytes at {:#x})", self.len, self.address)
    }
}

/// Host memory that the GPU copies from and to at full speed, freed on drop.
pub struct PinnedBuffer {
    memory: NonNull<u8>,
    len: usize,
    context: Arc<CudaContext>,
}

// SAFETY: the memory is ordinary host memory, reached through `&self` and `&mut self` only.
unsafe impl Send for PinnedBuffer {}
// SAFETY: as above.
unsafe impl Sync for PinnedBuffer {}

impl PinnedBuffer {
    /// Allocates `len` bytes, at least one, all zero.
    ///
    /// # Errors
    /// The driver's, `CUDA_ERROR_OUT_OF_MEMORY` above all.
    #[doc(alias = "cuMemHostAlloc")]
    pub fn new(context: &Arc<CudaContext>, len: usize) -> Result<Self, DriverError> {
        bind(context)?;
        // SAFETY: a context is current; the result is freed once, in `drop`.
        let memory = unsafe { result::malloc_host(len.max(1), 0) }?;
        let memory = NonNull::new(memory.cast::<u8>()).ok_or_else(invalid_value)?;
        // SAFETY: the driver gave at least `len` bytes, and nobody else knows them yet.
        unsafe { memory.write_bytes(0, len) };
        Ok(Self {
            memory,
            len,
            context: Arc::clone(context),
        })
    }

    /// The context it was allocated in.
    pub fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }

    /// The bytes.
    pub fn as_slice(&self) -> &[u8] {
        // SAFETY: `len` bytes from `memory` are initialised and live as long as `self`.
        unsafe { slice::from_raw_parts(self.memory.as_ptr(), self.len) }
    }

    /// The bytes, to be changed.
    pub fn as_mut_slice(&mut self) -> &mut [u8] {
        // SAFETY: `len` bytes from `memory` are initialised and live as long as `self`,
        // which is borrowed mutably as long as the slice.
        unsafe { slice::from_raw_parts_mut(self.memory.as_ptr(), self.len) }
    }
}

impl Drop for PinnedBuffer {
    fn drop(&mut self) {
        if bind(&self.context).is_ok() {
            // SAFETY: `memory` came from `malloc_host` and is freed nowhere else.
            let _ = unsafe { result::free_host(self.memory.as_ptr().cast()) };
        }
    }
}

impl fmt::Debug for PinnedBuffer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PinnedBuffer({} bytes)", self.len)
    }
}

fn invalid_value() -> DriverError {
    DriverError(cudarc::driver::sys::CUresult::CUDA_ERROR_INVALID_VALUE)
}
