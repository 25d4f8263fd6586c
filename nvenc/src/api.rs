use crate::{
    Encoder, Error,
    raw::{Instance, RawEncoder, sys::ApiVersion},
};
use nvframe::cudarc::driver::CudaContext;
use std::sync::Arc;

/// The driver's encoder library, loaded. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Api {
    instance: Arc<Instance>,
}

impl Api {
    /// Loads `libnvidia-encode` and speaks the newest interface version that both the
    /// driver and this crate know, or the one that this process speaks already.
    ///
    /// # Errors
    /// * [`Error::Load`] when the driver has no such library, saying what was tried and what
    ///   to install.
    /// * [`Error::DriverTooOld`] when it does not speak 8.1.
    #[doc(alias = "NvEncodeAPICreateInstance")]
    #[doc(alias = "NvEncodeAPIGetMaxSupportedVersion")]
    pub fn load() -> Result<Self, Error> {
        Ok(Self {
            instance: Instance::load(None)?,
        })
    }

    /// Loads `libnvidia-encode` and speaks interface version `version`.
    ///
    /// # Errors
    /// As [`load`](Self::load), and [`Error::VersionInUse`] while another version is in use:
    /// the driver knows only one for each process, until all that was loaded with it is dropped.
    #[doc(alias = "NvEncodeAPICreateInstance")]
    pub fn load_version(version: ApiVersion) -> Result<Self, Error> {
        Ok(Self {
            instance: Instance::load(Some(version))?,
        })
    }

    /// The interface version spoken.
    pub fn version(&self) -> ApiVersion {
        self.instance.version
    }

    /// Opens the encoder of the GPU of `context`.
    ///
    /// Wraps `nvEncOpenEncodeSessionEx`.
    ///
    /// # Errors
    /// * [`Error::NoEncoder`] when the GPU has no NVENC.
    /// * [`Error::NoSession`] when the GPU's memory or its session limit is used up.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses otherwise.
    #[doc(alias = "nvEncOpenEncodeSessionEx")]
    pub fn open(&self, context: &Arc<CudaContext>) -> Result<Encoder, Error> {
        let raw = RawEncoder::open(Arc::clone(&self.instance), Arc::clone(context))?;
        Ok(Encoder::new(raw))
    }
}
