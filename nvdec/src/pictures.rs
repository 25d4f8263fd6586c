use crate::{
    Decoder, Error, Frame, cut::nal_len, decoder::is_cut, raw::sys::CUvideopacketflags,
    stream::Shown,
};
use std::fmt;

/// The pictures that a push makes due, in display order.
///
/// Not an [`Iterator`], because each picture must be mapped or passed over before the next
/// is asked for: the decoder goes on in between, and may reuse its surface.
#[must_use = "pictures that are not taken are skipped"]
pub struct Pictures<'d> {
    decoder: &'d mut Decoder,
    input: Input<'d>,
}

impl<'d> Pictures<'d> {
    pub(crate) fn new(decoder: &'d mut Decoder, input: Input<'d>) -> Self {
        Self { decoder, input }
    }

    /// The next picture; `None` when the pushed bytes are used up.
    ///
    /// # Errors
    /// * [`Error::UnsupportedStream`], [`Error::UnsupportedSize`] when the GPU does not
    ///   decode this kind of stream.
    /// * [`Error::NoPicture`] at the end of a stream that had none.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[allow(clippy::should_implement_trait)] // it lends, which `Iterator` cannot
    pub fn next(&mut self) -> Result<Option<Picture<'_>>, Error> {
        loop {
            if let Some(shown) = self.decoder.take_shown() {
                return Ok(Some(Picture {
                    shown,
                    _decoder: self.decoder,
                }));
            }
            if !self.input.feed(self.decoder)? {
                return Ok(None);
            }
        }
    }
}

impl Drop for Pictures<'_> {
    fn drop(&mut self) {
        // An error here would come again at the next push, or was seen by the user.
        while let Ok(true) = self.input.feed(self.decoder) {
            self.decoder.skip_shown();
        }
        self.decoder.skip_shown();
    }
}

impl fmt::Debug for Pictures<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pictures")
            .field("input", &self.input)
            .finish_non_exhaustive()
    }
}

/// A decoded picture that is due to be shown.
#[derive(Debug)]
pub struct Picture<'p> {
    shown: Shown,
    /// Keeps the decoder from going on.
    _decoder: &'p mut Decoder,
}

impl Picture<'_> {
    /// The timestamp that was pushed with the beginning of this picture.
    pub fn timestamp(&self) -> i64 {
        match &self.shown {
            Shown::Decoded(decoded) => decoded.timestamp(),
            Shown::Mapped(frame) => frame.timestamp(),
        }
    }

    /// The picture as a frame in device memory.
    ///
    /// Waits until the picture is decoded, and while as many frames exist as the decoder
    /// has [output surfaces](crate::DecoderBuilder::output_surfaces): frames must be dropped
    /// by another thread, or before.
    ///
    /// Wraps `cuvidMapVideoFrame64`.
    ///
    /// # Errors
    /// * [`Error::SurfacesInUse`] when none was dropped for a minute.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "cuvidMapVideoFrame")]
    pub fn map(self) -> Result<Frame, Error> {
        match self.shown {
            Shown::Decoded(decoded) => decoded.map(),
            Shown::Mapped(frame) => Ok(frame),
        }
    }
}

/// What is left of a push.
#[derive(Debug)]
pub(crate) struct Input<'d> {
    data: &'d [u8],
    timestamp: i64,
    ends_stream: bool,
}

impl<'d> Input<'d> {
    pub(crate) fn new(data: &'d [u8], timestamp: i64) -> Self {
        Self {
            data,
            timestamp,
            ends_stream: false,
        }
    }

    pub(crate) fn last(data: &'d [u8], timestamp: i64) -> Self {
        Self {
            data,
            timestamp,
            ends_stream: true,
        }
    }

    /// Parses the next piece; false when there was none.
    fn feed(&mut self, decoder: &mut Decoder) -> Result<bool, Error> {
        if self.data.is_empty() {
            let ends = std::mem::take(&mut self.ends_stream);
            return if ends {
                decoder.parse_end().map(|()| true)
            } else {
                Ok(false)
            };
        }
        let cut = is_cut(decoder.codec());
        let len = if cut {
            nal_len(self.data)
        } else {
            self.data.len()
        };
        let (piece, rest) = self.data.split_at(len);
        self.data = rest;
        let ends_picture = rest.is_empty() && (decoder.is_low_latency() || !cut);
        decoder.parse(piece, packet_flags(ends_picture), self.timestamp)?;
        Ok(true)
    }
}

fn packet_flags(ends_picture: bool) -> CUvideopacketflags {
    let timestamp = CUvideopacketflags::CUVID_PKT_TIMESTAMP.0;
    let end = CUvideopacketflags::CUVID_PKT_ENDOFPICTURE.0;
    CUvideopacketflags(if ends_picture {
        timestamp | end
    } else {
        timestamp
    })
}
