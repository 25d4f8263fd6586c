use cudarc::driver::{CudaContext, DriverError, result, sys};
use std::{ptr, sync::Arc};

const BLOCKING_SYNC: u32 = sys::CUctx_flags::CU_CTX_SCHED_BLOCKING_SYNC as u32;

/// Why there is no CUDA device to work on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DeviceError {
    /// No libcuda.
    #[error(
        "cannot load libcuda.so.1: install NVIDIA's driver; in a container start it with GPU \
         access (docker run --gpus all, or a GPU in the job definition)"
    )]
    NoDriver,
    /// The driver is there but gives no such device.
    #[error("cannot use GPU {ordinal}: {source}")]
    Unusable {
        /// The number asked for, from 0.
        ordinal: usize,
        /// What the driver said.
        source: DriverError,
    },
}

/// The primary CUDA context of GPU number `ordinal`, counted from 0.
///
/// Encoders and decoders of one GPU should share it: each further context costs hundreds
/// of megabytes of device memory, and contexts take turns on the hardware.
///
/// # Errors
/// * [`DeviceError::NoDriver`] on a machine without libcuda (where cudarc itself panics).
/// * [`DeviceError::Unusable`] when the driver has no such GPU or cannot use it.
#[doc(alias = "cuDevicePrimaryCtxRetain")]
pub fn open_device(ordinal: usize) -> Result<Arc<CudaContext>, DeviceError> {
    open(ordinal, CudaContext::new)
}

/// Another CUDA context on GPU number `ordinal`, shared with nobody; its threads sleep while they
/// wait for the GPU. For measuring what separate contexts cost: see [`open_device`].
///
/// # Errors
/// As [`open_device`]; a driver older than 470 (CUDA 11.4) cannot use the GPU so.
#[doc(alias = "cuCtxCreate")]
pub fn new_context(ordinal: usize) -> Result<Arc<CudaContext>, DeviceError> {
    open(ordinal, |ordinal| {
        // SAFETY: it was found a moment ago.
        let library = unsafe { sys::culib() };
        // SAFETY: whether the name is there is all that is asked.
        let known = unsafe { library.get::<*const ()>(b"cuCtxCreate_v3\0") };
        match known {
            Ok(_) => CudaContext::new_non_primary(ordinal, BLOCKING_SYNC),
            Err(_) => Err(DriverError(sys::CUresult::CUDA_ERROR_NOT_SUPPORTED)),
        }
    })
}

fn open(
    ordinal: usize,
    make: impl FnOnce(usize) -> Result<Arc<CudaContext>, DriverError>,
) -> Result<Arc<CudaContext>, DeviceError> {
    // SAFETY: it opens libcuda by the names under which NVIDIA installs it.
    if !unsafe { sys::is_culib_present() } {
        return Err(DeviceError::NoDriver);
    }
    // cudarc narrows the number to 32 bits.
    let source = DriverError(sys::CUresult::CUDA_ERROR_INVALID_DEVICE);
    if i32::try_from(ordinal).is_err() {
        return Err(DeviceError::Unusable { ordinal, source });
    }
    make(ordinal).map_err(|source| DeviceError::Unusable { ordinal, source })
}

/// Makes `context` the calling thread's current one.
///
/// Unlike [`CudaContext::bind_to_thread`] it neither reports nor takes away an error that
/// some other part of the program left in the context, so destructors can rely on it.
///
/// # Errors
/// The driver's, for a context that is gone.
#[doc(alias = "cuCtxSetCurrent")]
pub fn bind(context: &CudaContext) -> Result<(), DriverError> {
    // Not knowing which one is current is no reason to give up.
    if result::ctx::get_current() == Ok(Some(context.cu_ctx())) {
        return Ok(());
    }
    // SAFETY: the context is alive as long as the reference to its owner.
    unsafe { result::ctx::set_current(context.cu_ctx()) }
}

/// Waits for the current context's default stream, where calls that name no stream put their work:
/// some return before it is done, such as copies within device memory.
///
/// # Errors
/// The driver's, also of work that failed.
#[doc(alias = "cuStreamSynchronize")]
pub fn wait_for_default_stream() -> Result<(), DriverError> {
    // SAFETY: null is that stream.
    unsafe { result::stream::synchronize(ptr::null_mut()) }
}
