//! What the benchmarks share: a device whose codec does nothing, and the rival.

pub mod clock;
pub mod load;
pub mod raw_session;

use nvenc::{
    DeviceBuffer, DeviceFrame, Owner, PixelFormat, Size, Surface, cudarc::driver::CudaContext,
};
use std::sync::Arc;

/// The size of the pictures: that of the blog's clip.
pub const SIZE: Size = Size::new(7680, 4320);
/// Bytes from one row to the next.
pub const PITCH: usize = 7680;

/// The software device with a codec that answers at once and touches no pixels, so that what
/// is measured is the host's work. To be called first of all.
///
/// # Panics
/// When the software device cannot be loaded.
pub fn null_device() -> Arc<CudaContext> {
    // SAFETY: benchmarks call this before they start any thread.
    unsafe { std::env::set_var("NVSOFT_CODEC", "null") };
    softdevice::activate().unwrap_or_else(|error| panic!("{error}"));
    nvenc::open_device(0).unwrap_or_else(|error| panic!("{error}"))
}

/// A picture in device memory that can be submitted again and again. Of a clone each session counts
/// what only it has: a count that sessions shared would cost the safe way what the C functions do
/// not pay, and what frames that are made once do not cost either.
#[derive(Clone, Debug)]
pub struct Picture(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    owner: Owner,
    context: Arc<CudaContext>,
    surface: Surface,
}

impl Picture {
    /// Allocates one.
    ///
    /// # Panics
    /// Without memory for it.
    pub fn new(context: &Arc<CudaContext>) -> Self {
        let bytes = PixelFormat::Nv12.byte_len(PITCH, SIZE.height as usize);
        let buffer = DeviceBuffer::new(context, bytes).unwrap_or_else(|error| panic!("{error}"));
        let surface = Surface::new(buffer.address(), PITCH, SIZE, PixelFormat::Nv12);
        Self(Arc::new(Shared {
            owner: Arc::new(buffer),
            context: Arc::clone(context),
            surface,
        }))
    }
}

// SAFETY: the surface lies in the buffer that is the owner, and nobody writes there.
unsafe impl DeviceFrame for Picture {
    fn surface(&self) -> Surface {
        self.0.surface
    }

    fn owner(&self) -> &Owner {
        &self.0.owner
    }

    fn context(&self) -> &Arc<CudaContext> {
        &self.0.context
    }
}
