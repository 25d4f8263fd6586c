use crate::{
    Codec, DecodeStatus, Decoder, Error, Frame, PictureInfo, Sei, StreamInfo,
    cut::nal_len,
    decoder::is_cut,
    raw::sys::CUvideopacketflags,
    shown::Shown,
    vp9::{self, Superframe},
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
    /// * [`Error::UnsupportedStream`], [`Error::UnsupportedSize`], [`Error::UnsupportedOutput`]
    ///   when the GPU does not decode this kind of stream, or not to the format asked for.
    /// * [`Error::OverLimit`], [`Error::AreaOutside`] when its pictures are too large or too
    ///   small for what was asked for.
    /// * [`Error::NoPicture`] at the end of a stream that had none.
    /// * [`Error::SurfacesInUse`] when frames are held for too long.
    /// * Any of them that was met while earlier `Pictures` were dropped.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[allow(clippy::should_implement_trait)] // it lends, which `Iterator` cannot
    pub fn next(&mut self) -> Result<Option<Picture<'_>>, Error> {
        self.decoder.take_failure()?;
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

impl Pictures<'_> {
    /// What the stream says of itself, as far as it was read: as [`Decoder::info`].
    pub fn stream(&self) -> Option<&StreamInfo> {
        self.decoder.info()
    }
}

impl Drop for Pictures<'_> {
    fn drop(&mut self) {
        loop {
            match self.input.feed(self.decoder) {
                Ok(true) => self.decoder.skip_shown(),
                Ok(false) => break,
                Err(error) => self.decoder.keep_failure(error),
            }
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
        self.info().timestamp
    }

    /// What the stream says of the picture.
    pub fn info(&self) -> &PictureInfo {
        self.shown.info()
    }

    /// The SEI messages that came with the picture, where they are
    /// [kept](crate::DecoderBuilder::sei); those of its parameters too, such as HDR10's.
    pub fn sei(&self) -> &[Sei] {
        self.shown.sei()
    }

    /// How decoding it went; `None` when the driver does not tell of this codec (it tells of
    /// H.264 and HEVC). Once the picture was mapped, it is decoded.
    ///
    /// Wraps `cuvidGetDecodeStatus`.
    ///
    /// # Errors
    /// * [`Error::MissingFunction`] when the driver is older than 396.24.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "cuvidGetDecodeStatus")]
    pub fn status(&self) -> Result<Option<DecodeStatus>, Error> {
        self.shown.status()
    }

    /// The picture as a frame in device memory.
    ///
    /// Waits until the picture is decoded, and while as many frames exist as the decoder
    /// has [output surfaces](crate::DecoderBuilder::output_surfaces): frames must be dropped
    /// by another thread, or before. After an error the picture is still there, to be mapped
    /// again; frames of one picture share their memory.
    ///
    /// Wraps `cuvidMapVideoFrame64`.
    ///
    /// # Errors
    /// * [`Error::SurfacesInUse`] when none was dropped for a minute.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "cuvidMapVideoFrame")]
    pub fn map(&self) -> Result<Frame, Error> {
        self.shown.map()
    }
}

/// What is left of a push.
#[derive(Debug)]
pub(crate) struct Input<'d> {
    data: &'d [u8],
    timestamp: i64,
    ends_stream: bool,
    /// The frames of a VP9 packet.
    frames: Superframe,
}

impl<'d> Input<'d> {
    pub(crate) fn new(data: &'d [u8], timestamp: i64) -> Self {
        Self {
            data,
            timestamp,
            ends_stream: false,
            frames: Superframe::read(data),
        }
    }

    pub(crate) fn last(data: &'d [u8], timestamp: i64) -> Self {
        Self {
            ends_stream: true,
            ..Self::new(data, timestamp)
        }
    }

    /// Parses the next piece; false when there was none. After an error the next call goes on
    /// with the piece after it.
    fn feed(&mut self, decoder: &mut Decoder) -> Result<bool, Error> {
        let codec = decoder.codec();
        let Some(piece) = self.next_piece(codec) else {
            let ends = std::mem::take(&mut self.ends_stream);
            return if ends {
                decoder.parse_end().map(|()| true)
            } else {
                Ok(false)
            };
        };
        if codec == Codec::Vp8 {
            decoder.begin_vp8_frame(piece);
        }
        if codec == Codec::Vp9 {
            let frame = vp9::Frame::read(piece);
            if let Some(vp9::Frame::ShowExisting { slot }) = frame {
                decoder.show_existing(slot, self.timestamp);
                return Ok(true);
            }
            decoder.begin_frame(frame);
        }
        let is_last = self.data.is_empty();
        let ends_picture = !is_cut(codec) || (is_last && decoder.is_low_latency());
        decoder.parse(piece, packet_flags(ends_picture), self.timestamp)?;
        Ok(true)
    }

    fn next_piece(&mut self, codec: Codec) -> Option<&'d [u8]> {
        let len = match codec {
            _ if self.data.is_empty() => None,
            _ if is_cut(codec) => Some(nal_len(self.data)),
            Codec::Vp9 => self.frames.next_len(self.data.len()),
            _ => Some(self.data.len()),
        };
        // What follows the last frame of a packet is its index.
        let (piece, rest) = self.data.split_at(len?);
        self.data = rest;
        Some(piece)
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
