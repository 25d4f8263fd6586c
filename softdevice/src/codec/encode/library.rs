//! x264 and x265 as a [`Coder`].

use super::installed;
use super::session::Coder;
use crate::codec::{Ask, CodecError, EncodedFrame, EncoderConfig};
use crate::picture::Picture;

/// An open encoder of a library. It is used up when it is drained.
pub(super) trait Library: Send + Sized {
    fn open(config: &EncoderConfig) -> Result<Self, CodecError>;

    /// The parameter sets.
    fn headers(&mut self) -> Result<Vec<u8>, CodecError>;

    /// Codes a picture, with this quantiser if there is one; gives what has become ready.
    fn encode(
        &mut self,
        picture: &Picture,
        index: u64,
        ask: &Ask,
        qp: Option<u8>,
    ) -> Result<Option<EncodedFrame>, CodecError>;

    /// The next of what is held.
    fn drain(&mut self) -> Result<Option<EncodedFrame>, CodecError>;
}

pub(super) struct LibraryCoder<L> {
    config: EncoderConfig,
    /// None after it was drained: the libraries take no more pictures then.
    encoder: Option<L>,
    /// Asked for at once: later, the libraries mix them with a picture's.
    headers: Vec<u8>,
    /// Quantiser of the picture to come, where rate control is not to choose it.
    initial_qp: Option<u8>,
}

impl<L: Library> LibraryCoder<L> {
    pub(super) fn new(config: &EncoderConfig) -> Result<Self, CodecError> {
        let mut encoder = L::open(config)?;
        Ok(Self {
            config: config.clone(),
            headers: encoder.headers()?,
            initial_qp: installed::initial_qp(config),
            encoder: Some(encoder),
        })
    }

    fn encoder(&mut self) -> Result<&mut L, CodecError> {
        let encoder = match self.encoder.take() {
            Some(encoder) => encoder,
            None => L::open(&self.config)?,
        };
        Ok(self.encoder.insert(encoder))
    }
}

impl<L: Library> Coder for LibraryCoder<L> {
    fn code(
        &mut self,
        picture: &Picture,
        index: u64,
        ask: &Ask,
    ) -> Result<Vec<EncodedFrame>, CodecError> {
        let qp = self.initial_qp.take();
        let frame = self.encoder()?.encode(picture, index, ask, qp)?;
        Ok(frame.into_iter().collect())
    }

    fn drain(&mut self) -> Result<Vec<EncodedFrame>, CodecError> {
        let Some(mut encoder) = self.encoder.take() else {
            return Ok(Vec::new());
        };
        std::iter::from_fn(|| encoder.drain().transpose()).collect()
    }

    fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        Ok(self.headers.clone())
    }
}
