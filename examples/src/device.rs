//! Which device a program works on: a GPU, or the software device.

use crate::log;
use nvdec::cudarc::driver::CudaContext;
use nvenc::{
    DeviceError, Encoder, open_device,
    parallel::{Admission, SegmentBuilder, SegmentEncoder},
};
use std::{
    env, fmt,
    num::NonZeroUsize,
    sync::{Arc, OnceLock},
    time::Duration,
};

/// How long work waits for an encode session.
pub const PATIENCE: Duration = Duration::from_secs(3600);

/// Set in a process that was started again on the software device, so that it is not again.
const STARTED_AGAIN: &str = "S3_BATCH_ON_SOFTWARE_DEVICE";

/// Where a program may work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
#[non_exhaustive]
pub enum Choice {
    /// A GPU that encodes, else the software device.
    #[default]
    Auto,
    /// A GPU.
    Gpu,
    /// The software device.
    Software,
}

/// A device that was opened.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Device {
    /// Its CUDA context.
    pub context: Arc<CudaContext>,
    /// What the device calls itself.
    pub name: String,
    /// False for a GPU.
    pub is_software: bool,
    /// Whether the work may be done on the machine's other GPUs, too.
    pub may_spread: bool,
    ordinal: usize,
}

/// Why there is no device to work on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ChooseError {
    /// There is no GPU, or it cannot be used.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// The software device cannot take the driver's place.
    #[error("there is no GPU that encodes, and no software device: {0}")]
    Software(#[from] softdevice::ActivateError),
    /// The program could not be started again on the software device.
    #[error("cannot start again on the software device: {0}")]
    StartAgain(#[source] std::io::Error),
}

impl Device {
    /// Opens GPU number `ordinal`, or the software device in its place.
    ///
    /// To be called before anything else touches CUDA. On a machine whose GPU has no encoder
    /// it starts the program again on the software device, and does not return.
    ///
    /// # Errors
    /// [`ChooseError`], by its causes.
    pub fn choose(choice: Choice, ordinal: usize) -> Result<Self, ChooseError> {
        if choice == Choice::Software {
            return Self::software(ordinal);
        }
        match Self::open(ordinal) {
            Err(DeviceError::NoDriver) if choice == Choice::Auto => Self::software(ordinal),
            Ok(device) if choice == Choice::Auto && !device.encodes() => Err(start_again(device)),
            opened => Ok(opened?),
        }
    }

    /// Opens GPU number `ordinal`, whether or not it encodes; the software device where there
    /// is no driver.
    ///
    /// # Errors
    /// [`ChooseError`], by its causes.
    pub fn any(ordinal: usize) -> Result<Self, ChooseError> {
        match Self::open(ordinal) {
            Err(DeviceError::NoDriver) => Self::software(ordinal),
            opened => Ok(opened?),
        }
    }

    /// Opens the software device, starting the program again if a driver is loaded already.
    ///
    /// # Errors
    /// [`ChooseError`], by its causes.
    pub fn software(ordinal: usize) -> Result<Self, ChooseError> {
        match softdevice::activate() {
            Ok(()) => Ok(Self::open(ordinal)?),
            Err(softdevice::ActivateError::DriverLoaded) if !was_started_again() => Err(reexec()),
            Err(error) => Err(error.into()),
        }
    }

    fn open(ordinal: usize) -> Result<Self, DeviceError> {
        let context = open_device(ordinal)?;
        let name = context.name().unwrap_or_else(|_| format!("GPU {ordinal}"));
        Ok(Self {
            context,
            name,
            is_software: softdevice::is_active(),
            may_spread: false,
            ordinal,
        })
    }

    /// The same device in a CUDA context of its own.
    ///
    /// # Errors
    /// Those of [`nvenc::new_context`].
    pub fn apart(&self) -> Result<Self, ChooseError> {
        Ok(Self {
            context: nvenc::new_context(self.ordinal)?,
            ..self.clone()
        })
    }

    /// One whose sessions are all in use does.
    pub(crate) fn encodes(&self) -> bool {
        matches!(self.encoder(), Ok(_) | Err(nvenc::Error::NoSession { .. }))
    }

    /// Opens its encoder.
    ///
    /// # Errors
    /// Those of [`nvenc::Api::load`] and [`nvenc::Api::open`].
    pub fn encoder(&self) -> Result<Encoder, nvenc::Error> {
        nvenc::Api::load()?.open(&self.context)
    }

    /// Opens its encoder; while the driver gives no session, waits in [line](admission) for one,
    /// for [`PATIENCE`] at most.
    ///
    /// # Errors
    /// Those of [`Admission::open`].
    pub fn wait_for_encoder(&self) -> Result<Encoder, nvenc::Error> {
        let admission = admission()?;
        match admission.open(&self.context, Duration::ZERO) {
            Err(error @ nvenc::Error::NoSession { .. }) => log::say(&format!("waiting: {error}")),
            opened => return opened,
        }
        admission.open(&self.context, PATIENCE)
    }

    /// What encodes one video by several sessions, if there are to be several: as many as were
    /// `asked` for, else one for each NVENC engine (on the software device one, unless it was told
    /// a number of engines). They are on this device, and on others where the work
    /// [may be spread](Self::may_spread).
    ///
    /// # Errors
    /// Those of [`nvenc::Api::load`] and [`Encoder::engines`].
    pub fn segments(
        &self,
        encoder: &Encoder,
        asked: Option<NonZeroUsize>,
    ) -> Result<Option<SegmentBuilder>, nvenc::Error> {
        let asked = asked.map(NonZeroUsize::get);
        let has_engines = !self.is_software || softdevice::has_told_engines();
        if asked == Some(1) || asked.is_none() && !has_engines {
            return Ok(None);
        }
        let most = asked.map_or(usize::MAX, |sessions| sessions - 1);
        let others = self.others(most, Self::encodes);
        if asked.is_none() && others.is_empty() && encoder.engines()? == 1 {
            return Ok(None);
        }
        let builder = SegmentEncoder::builder(&nvenc::Api::load()?, &self.context);
        let contexts = others.iter().map(|device| &device.context);
        let builder = contexts.fold(builder, SegmentBuilder::gpu);
        let builder = builder.admission(&admission()?, PATIENCE);
        Ok(Some(match asked {
            Some(sessions) => builder.sessions(sessions),
            None => builder,
        }))
    }

    /// Up to `most` other GPUs that will do, if the work may be spread.
    pub(crate) fn others(&self, most: usize, will_do: impl Fn(&Self) -> bool) -> Vec<Self> {
        let count = CudaContext::device_count().unwrap_or(1);
        let count = usize::try_from(count).unwrap_or(1);
        let others = (0..count).filter(|gpu| self.may_spread && *gpu != self.ordinal);
        let others = others.filter_map(|gpu| Self::open(gpu).ok());
        others.filter(will_do).take(most).collect()
    }
}

/// The line in which all of this process that encodes waits for sessions.
///
/// # Errors
/// Those of [`nvenc::Api::load`].
pub fn admission() -> Result<Admission, nvenc::Error> {
    static LINE: OnceLock<Admission> = OnceLock::new();
    if let Some(line) = LINE.get() {
        return Ok(line.clone());
    }
    let line = Admission::new(&nvenc::Api::load()?);
    Ok(LINE.get_or_init(|| line).clone())
}

fn start_again(device: Device) -> ChooseError {
    drop(device);
    match was_started_again() {
        true => ChooseError::StartAgain(std::io::Error::other("it came to the same GPU again")),
        false => reexec(),
    }
}

fn was_started_again() -> bool {
    env::var_os(STARTED_AGAIN).is_some()
}

fn reexec() -> ChooseError {
    // SAFETY: programs choose their device first of all, before they start any thread.
    unsafe { env::set_var(STARTED_AGAIN, "1") };
    ChooseError::StartAgain(softdevice::reexec())
}

impl fmt::Display for Device {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_software {
            true => write!(f, "software device in the shape of a {}", self.name),
            false => f.write_str(&self.name),
        }
    }
}
