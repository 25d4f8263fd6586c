//! Decoding into a short queue of frames in device memory, for an encoder on another thread.

use std::sync::mpsc::SyncSender;

use nvdec::{Decoder, Frame, Pictures};

use super::clip::Clip;
use crate::error::Result;

/// Decoded frames that wait for their encoder.
pub(super) const QUEUE: u32 = 4;
/// Output surfaces of a decoder beyond the encoder's frames in flight: those in the queue, one
/// in the decoder's hands and one in the encoder's.
pub(super) const SURFACES: u32 = QUEUE + 2;

/// Where a decoder's frames go.
pub(super) struct Feed<'a> {
    frames: &'a SyncSender<Frame>,
    given: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    More,
    /// Whoever took the frames has given up.
    Enough,
}

impl<'a> Feed<'a> {
    pub(super) fn new(frames: &'a SyncSender<Frame>) -> Self {
        Self { frames, given: 0 }
    }

    /// Frames given so far.
    pub(super) fn given(&self) -> u64 {
        self.given
    }

    /// Decodes all of a video.
    pub(super) fn stream(&mut self, decoder: &mut Decoder, clip: &Clip) -> Result<()> {
        for (packet, timestamp) in clip.packets() {
            if self.take(decoder.push(packet, timestamp))? == Flow::Enough {
                return Ok(());
            }
        }
        self.take(decoder.finish()).map(drop)
    }

    /// Maps pictures and sends them.
    pub(super) fn take(&mut self, mut pictures: Pictures<'_>) -> Result<Flow> {
        while let Some(picture) = pictures.next()? {
            if self.frames.send(picture.map()?).is_err() {
                return Ok(Flow::Enough);
            }
            self.given += 1;
        }
        Ok(Flow::More)
    }
}
