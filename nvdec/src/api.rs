use crate::{
    Caps, Chroma, Codec, DecoderBuilder, Error,
    error::Status,
    info::native_format,
    raw::sys::{CUVIDDECODECAPS, CuvidLibrary},
};
use nvframe::cudarc::driver::CudaContext;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The driver's decoder library, loaded. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Api {
    pub(crate) library: Arc<CuvidLibrary>,
    /// What was asked before: a driver takes its time to answer.
    answers: Arc<Mutex<Answers>>,
}

/// Number of the GPU, and kind of stream.
type Question = (usize, Codec, Chroma, u8);

type Answers = Vec<(Question, Option<Caps>)>;

/// Bits of a sample that codecs have.
const BIT_DEPTHS: [u8; 3] = [8, 10, 12];

impl Api {
    /// Loads `libnvcuvid`.
    ///
    /// # Errors
    /// [`Error::Load`] when the driver has no such library, saying what was tried and what
    /// to install.
    pub fn load() -> Result<Self, Error> {
        Ok(Self {
            library: Arc::new(CuvidLibrary::load()?),
            answers: Arc::default(),
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
        let question = (context.ordinal(), codec, chroma, bit_depth);
        if let Some(answer) = self.answer(&question) {
            return Ok(answer);
        }
        let answer = self.ask(context, codec, chroma, bit_depth)?;
        self.answers().push((question, answer.clone()));
        Ok(answer)
    }

    /// The codecs of which the GPU decodes some streams.
    ///
    /// # Errors
    /// As [`caps`](Self::caps).
    pub fn codecs(&self, context: &CudaContext) -> Result<Vec<Codec>, Error> {
        let mut codecs = Vec::new();
        for codec in Codec::ALL {
            if self.decodes_any(context, codec)? {
                codecs.push(codec);
            }
        }
        Ok(codecs)
    }

    /// The chroma samplings and bit depths of `codec` that the GPU decodes.
    ///
    /// # Errors
    /// As [`caps`](Self::caps).
    pub fn kinds(&self, context: &CudaContext, codec: Codec) -> Result<Vec<(Chroma, u8)>, Error> {
        let mut kinds = Vec::new();
        for (chroma, bit_depth) in every_kind() {
            if self.caps(context, codec, chroma, bit_depth)?.is_some() {
                kinds.push((chroma, bit_depth));
            }
        }
        Ok(kinds)
    }

    /// True when the GPU decodes some streams of `codec`. 4:2:0 with 8 bits, which all codecs
    /// have, is asked first.
    pub(crate) fn decodes_any(&self, context: &CudaContext, codec: Codec) -> Result<bool, Error> {
        let usual = (Chroma::Yuv420, BIT_DEPTHS[0]);
        for (chroma, bit_depth) in [usual].into_iter().chain(every_kind()) {
            if self.caps(context, codec, chroma, bit_depth)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn answer(&self, question: &Question) -> Option<Option<Caps>> {
        let answers = self.answers();
        let (_, answer) = answers.iter().find(|(asked, _)| asked == question)?;
        Some(answer.clone())
    }

    fn answers(&self) -> MutexGuard<'_, Answers> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ask(
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
        Ok(Caps::from_raw(&raw, native_format(chroma, bit_depth)))
    }

    /// Begins a decoder of `codec` on the GPU of `context`.
    pub fn decoder(&self, context: &Arc<CudaContext>, codec: Codec) -> DecoderBuilder {
        DecoderBuilder::new(self.clone(), Arc::clone(context), codec)
    }
}

fn every_kind() -> impl Iterator<Item = (Chroma, u8)> {
    let kinds = |chroma| BIT_DEPTHS.map(|bit_depth| (chroma, bit_depth));
    Chroma::ALL.into_iter().flat_map(kinds)
}
