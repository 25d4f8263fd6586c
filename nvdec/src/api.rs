use crate::{
    Caps, Chroma, Codec, DecoderBuilder, Error,
    error::Status,
    raw::sys::{CUVIDDECODECAPS, CuvidLibrary},
};
use nvframe::cudarc::driver::CudaContext;
use std::sync::Arc;

/// The driver's decoder library, loaded. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Api {
    pub(crate) library: Arc<CuvidLibrary>,
}

impl Api {
    /// Loads `libnvcuvid`.
    ///
    /// # Errors
    /// [`Error::Load`] when the driver has no such library, saying what was tried and what
    /// to install.
    pub fn load() -> Result<Self, Error> {
        Ok(Self {
            library: Arc::new(CuvidLibrary::load()?),
        })
    }

    /// What the GPU's decoder can do with `codec` at this chroma sampling and bit depth;
    /// `None` when it cannot decode it at all.
    ///
    /// Wraps `cuvidGetDecoderCaps`.
    ///
    /// # Errors
    /// [`Error::Driver`] and [`Error::Cuda`] when the driver refuses to answer.
    #[doc(alias = "cuvidGetDecoderCaps")]
    pub fn caps(
        &self,
        context: &CudaContext,
        codec: Codec,
        chroma: Chroma,
        bit_depth: u8,
    ) -> Result<Option<Caps>, Error> {
        nvframe::bind(context).map_err(Error::cuda("cuCtxSetCurrent"))?;
        let mut raw = CUVIDDECODECAPS {
            eCodecType: codec.raw(),
            eChromaFormat: chroma.raw(),
            nBitDepthMinus8: bit_depth.saturating_sub(8).into(),
            ..Default::default()
        };
        // SAFETY: `raw` outlives the call, its reserved fields are zero, a context is current.
        let status = unsafe { (self.library.get_decoder_caps)(&mut raw) };
        Status(status).check("cuvidGetDecoderCaps")?;
        Ok(Caps::from_raw(&raw))
    }

    /// Begins a decoder of `codec` on the GPU of `context`.
    pub fn decoder(&self, context: &Arc<CudaContext>, codec: Codec) -> DecoderBuilder {
        DecoderBuilder::new(self.clone(), Arc::clone(context), codec)
    }
}
