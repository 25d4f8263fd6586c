use cudarc::driver::{CudaContext, DriverError, result, sys};
use std::sync::Arc;

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

/// Makes `context` current to the calling thread for undoing what was done in it: unlike
/// [`CudaContext::bind_to_thread`] it does not give up for an error that an earlier call left,
/// since what is not undone then never is. False when the context is gone.
pub fn bind_to_undo(context: &CudaContext) -> bool {
    // SAFETY: the context is alive as long as its owner, which is borrowed.
    let insist = || unsafe { result::ctx::set_current(context.cu_ctx()) };
    context.bind_to_thread().or_else(|_| insist()).is_ok()
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
    // SAFETY: it opens libcuda by the names under which NVIDIA installs it.
    if !unsafe { sys::is_culib_present() } {
        return Err(DeviceError::NoDriver);
    }
    CudaContext::new(ordinal).map_err(|source| DeviceError::Unusable { ordinal, source })
}
