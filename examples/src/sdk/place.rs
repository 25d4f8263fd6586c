use std::num::NonZeroUsize;

use nvdec::cudarc::driver::CudaContext;

use crate::device::{Choice, Device};
use crate::error::Result;

/// Which device does the work.
#[derive(clap::Args, Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Place {
    /// Number of the GPU, from 0; 0 unless given
    #[arg(long, value_name = "NUMBER")]
    pub gpu: Option<usize>,
    /// A GPU or the software device
    #[arg(long, env = "S3_BATCH_DEVICE", value_enum, default_value_t)]
    pub device: Choice,
}

impl Place {
    /// Opens a device that decodes, whether or not it encodes. Comes before all else: it may
    /// start the program again.
    ///
    /// # Errors
    /// [`Error::Device`](crate::error::Error::Device)
    pub fn open_decoder(&self) -> Result<Device> {
        Ok(match self.device {
            Choice::Auto => Device::any(self.number())?,
            choice => Device::choose(choice, self.number())?,
        })
    }

    /// Opens a device that encodes. Comes before all else: it may start the program again.
    ///
    /// # Errors
    /// [`Error::Device`](crate::error::Error::Device)
    pub fn open_encoder(&self) -> Result<Device> {
        let mut device = Device::choose(self.device, self.number())?;
        device.may_spread = self.gpu.is_none();
        Ok(device)
    }

    fn number(&self) -> usize {
        self.gpu.unwrap_or(0)
    }
}

/// A CUDA context for each thread, as the samples have it; with `-single` one for all.
pub(super) fn contexts(
    device: &Device,
    threads: NonZeroUsize,
    single: bool,
) -> Result<Vec<Device>> {
    match single {
        true => Ok(vec![device.clone()]),
        false => (0..threads.get()).map(|_| Ok(device.apart()?)).collect(),
    }
}

/// Every GPU; where there is none, the software device.
pub(super) fn all_devices() -> Result<Vec<Device>> {
    let first = Device::any(0)?;
    let count = CudaContext::device_count().unwrap_or(1);
    let others = (1..usize::try_from(count).unwrap_or(1)).map(|gpu| Ok(Device::any(gpu)?));
    std::iter::once(Ok(first)).chain(others).collect()
}
