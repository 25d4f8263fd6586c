//! What all encoders share: when an IDR is due, and which NAL units a client sees.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::nal;
use crate::codec::{Ask, CodecError, Encode, EncodedFrame, EncoderConfig, Force, FrameType};
use crate::picture::Picture;

/// A library behind [`Session`]. It codes an IDR exactly where it is told to, and puts the
/// parameter sets before each.
pub(super) trait Coder: Send {
    fn code(
        &mut self,
        picture: &Picture,
        index: u64,
        ask: &Ask,
    ) -> Result<Vec<EncodedFrame>, CodecError>;

    /// Gives what is held; the next picture starts anew, and is told to be an IDR.
    fn drain(&mut self) -> Result<Vec<EncodedFrame>, CodecError>;

    /// At least the parameter sets.
    fn headers(&mut self) -> Result<Vec<u8>, CodecError>;
}

pub(super) struct Session {
    config: EncoderConfig,
    coder: Box<dyn Coder>,
    /// Pictures since the last IDR, that one included; none before the first.
    since_idr: Option<u32>,
    headers_sent: bool,
    broken: bool,
}

impl Session {
    pub(super) fn new(config: &EncoderConfig, coder: Box<dyn Coder>) -> Self {
        Self {
            config: config.clone(),
            coder,
            since_idr: None,
            headers_sent: false,
            broken: false,
        }
    }

    fn idr_is_due(&self) -> bool {
        match (self.since_idr, self.config.idr_period) {
            (None, _) => true,
            (Some(coded), Some(period)) => coded >= period,
            (Some(_), None) => false,
        }
    }

    /// Third-party code may panic; what it holds then is unknown, so it is not used again.
    fn guarded<T>(
        &mut self,
        work: impl FnOnce(&mut dyn Coder) -> Result<T, CodecError>,
    ) -> Result<T, CodecError> {
        if self.broken {
            return Err(CodecError("the encoder has failed before".into()));
        }
        let coder = &mut *self.coder;
        catch_unwind(AssertUnwindSafe(|| work(coder))).unwrap_or_else(|_| {
            self.broken = true;
            Err(CodecError("the encoder gave up".into()))
        })
    }

    /// Adds and takes away NAL units as configured.
    fn dress(&mut self, mut frame: EncodedFrame) -> EncodedFrame {
        let idr = frame.frame_type == FrameType::Idr;
        let headers = idr && (self.config.repeat_headers || !self.headers_sent);
        self.headers_sent |= headers;
        let mut data = Vec::with_capacity(frame.data.len() + 8);
        if self.config.aud {
            data.extend(nal::delimiter(self.config.codec, frame.frame_type));
        }
        let wanted = nal::Wanted {
            headers,
            timing: self.config.controls.timing_messages,
        };
        nal::copy_picture(self.config.codec, &frame.data, wanted, &mut data);
        frame.data = data;
        frame
    }
}

impl Encode for Session {
    fn encode(
        &mut self,
        picture: &Picture,
        index: u64,
        ask: &Ask,
    ) -> Result<Vec<EncodedFrame>, CodecError> {
        check(picture, &self.config)?;
        let mut ask = ask.clone();
        if self.idr_is_due() {
            ask.force = Force::Idr;
        }
        let frames = self.guarded(|coder| coder.code(picture, index, &ask))?;
        self.since_idr = Some(if ask.force == Force::Idr {
            1
        } else {
            self.since_idr.unwrap_or(0) + 1
        });
        Ok(frames.into_iter().map(|frame| self.dress(frame)).collect())
    }

    fn flush(&mut self) -> Result<Vec<EncodedFrame>, CodecError> {
        let frames = self.guarded(|coder| coder.drain())?;
        let frames = frames.into_iter().map(|frame| self.dress(frame)).collect();
        self.since_idr = None;
        self.headers_sent = false;
        Ok(frames)
    }

    fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        let headers = self.guarded(|coder| coder.headers())?;
        Ok(nal::parameter_sets(self.config.codec, &headers))
    }
}

fn check(picture: &Picture, config: &EncoderConfig) -> Result<(), CodecError> {
    let given = picture.format();
    if given != config.format() {
        return Err(CodecError(format!(
            "the encoder was not made for {given:?}"
        )));
    }
    if !picture.is_whole() {
        return Err(CodecError("a plane has not the size of the picture".into()));
    }
    Ok(())
}
