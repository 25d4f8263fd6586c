//! What the benchmarks share: a device whose codec does nothing, and the rival.

pub mod load;
pub mod raw_session;

use nvenc::{
    DeviceBuffer, DeviceFrame, Owner, PixelFormat, Size, Surface, cudarc::driver::CudaContext,
};
use std::{sync::Arc, time::Duration};

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

/// A picture in device memory that can be submitted again and again.
#[derive(Clone, Debug)]
pub struct Picture {
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
        Self {
            owner: Arc::new(buffer),
            context: Arc::clone(context),
            surface,
        }
    }
}

// SAFETY: the surface lies in the buffer that is the owner, and nobody writes there.
unsafe impl DeviceFrame for Picture {
    fn surface(&self) -> Surface {
        self.surface
    }

    fn owner(&self) -> &Owner {
        &self.owner
    }

    fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }
}

/// The time that all threads of the process have spent on processors so far; zero where the
/// system does not tell.
pub fn cpu_time() -> Duration {
    // Fields 14 and 15 of proc_pid_stat(5), in ticks of a hundredth of a second; the second
    // field, a name in brackets, may hold spaces.
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest);
    let ticks = fields.split_whitespace().skip(11).take(2);
    let ticks: u64 = ticks.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Duration::from_millis(10 * ticks)
}
