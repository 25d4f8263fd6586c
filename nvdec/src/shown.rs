//! Pictures that wait to be taken.

use crate::{
    DecodeStatus, Error, Frame, PictureInfo, Sei,
    raw::{RawDecoder, sys::CUVIDPARSERDISPINFO},
};
use std::sync::Arc;

/// A picture to show: in its decode surface still, or in an output surface already.
#[derive(Debug)]
pub(crate) struct Shown {
    decoder: Arc<RawDecoder>,
    display: CUVIDPARSERDISPINFO,
    info: PictureInfo,
    sei: Vec<Sei>,
    early: Option<Early>,
}

/// What was saved of a picture before its decode surface was used again.
#[derive(Debug)]
struct Early {
    frame: Frame,
    status: Result<Option<DecodeStatus>, Error>,
}

impl Shown {
    pub(crate) fn new(
        decoder: &Arc<RawDecoder>,
        display: CUVIDPARSERDISPINFO,
        info: PictureInfo,
        sei: Vec<Sei>,
    ) -> Self {
        Self {
            decoder: Arc::clone(decoder),
            display,
            info,
            sei,
            early: None,
        }
    }

    pub(crate) fn info(&self) -> &PictureInfo {
        &self.info
    }

    pub(crate) fn sei(&self) -> &[Sei] {
        &self.sei
    }

    /// A frame of it for the user, one more each time.
    pub(crate) fn map(&self) -> Result<Frame, Error> {
        let mapped = match &self.early {
            Some(early) => self.decoder.map_again(early.frame.mapped())?,
            None => self.decoder.map(&self.display)?,
        };
        Ok(Frame::new(Arc::clone(&self.decoder), mapped, self.info))
    }

    pub(crate) fn status(&self) -> Result<Option<DecodeStatus>, Error> {
        match &self.early {
            Some(early) => early.status.clone(),
            None => self.decoder.status(self.display.picture_index),
        }
    }

    /// Maps it before its turn, into an output surface that the user does not count on, if it
    /// is still in that decode surface.
    pub(crate) fn leave(&mut self, decoder: &Arc<RawDecoder>, surface: i32) -> Result<(), Error> {
        let is_there = Arc::ptr_eq(decoder, &self.decoder) && self.display.picture_index == surface;
        if is_there && self.early.is_none() {
            let mapped = self.decoder.map_early(&self.display)?;
            let frame = Frame::new(Arc::clone(&self.decoder), mapped, self.info);
            let status = self.decoder.status(surface);
            self.early = Some(Early { frame, status });
        }
        Ok(())
    }
}
