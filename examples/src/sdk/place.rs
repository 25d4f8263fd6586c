use std::num::NonZeroUsize;

use nvdec::cudarc::driver::CudaContext;

use crate::device::{Choice, Device};
use crate::error::Result;
use crate::stdout::tell;

/// Which device does the work.
#[derive(clap::Args, Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Place {
    /// Number of the GPU, from 0. Without it 0, and others where a program has work for them
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
        let mut device = match self.device {
            Choice::Auto => Device::any(self.number())?,
            choice => Device::choose(choice, self.number())?,
        };
        device.may_spread = self.gpu.is_none();
        Ok(device)
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

/// Where the threads of a program work, in turn.
#[derive(Debug)]
pub(super) struct Spread {
    /// The first, and where no GPU was asked for the others that will do.
    pub(super) gpus: Vec<Device>,
    /// A CUDA context for each thread, as the samples have it; with `-single` one of each GPU.
    pub(super) contexts: Vec<Device>,
}

impl Spread {
    /// Says which GPUs they are.
    pub(super) fn new(
        first: Device,
        threads: NonZeroUsize,
        single: bool,
        will_do: impl Fn(&Device) -> bool,
    ) -> Result<Self> {
        let others = first.others(threads.get() - 1, will_do);
        let gpus: Vec<_> = std::iter::once(first).chain(others).collect();
        for gpu in &gpus {
            tell!("GPU in use: {gpu}");
        }
        let contexts = match single {
            true => gpus.clone(),
            false => {
                let in_turn = gpus.iter().cycle().take(threads.get());
                let contexts = in_turn.map(|gpu| Ok(gpu.apart()?));
                contexts.collect::<Result<_>>()?
            }
        };
        Ok(Self { gpus, contexts })
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.gpus.iter().map(Device::to_string).collect()
    }
}

/// Every GPU; where there is none, the software device.
pub(super) fn all_devices() -> Result<Vec<Device>> {
    let first = Device::any(0)?;
    let count = CudaContext::device_count().unwrap_or(1);
    let others = (1..usize::try_from(count).unwrap_or(1)).map(|gpu| Ok(Device::any(gpu)?));
    std::iter::once(Ok(first)).chain(others).collect()
}
