//! What a running session and a draining one share: frames in flight and their outputs.

use crate::{
    Error, Failed, Packet, Picture,
    inputs::{Held, Inputs},
    raw::{Progress, RawBitstream, RawEncoder, Wait, sys::*},
    registrations::{InUse, Registrations},
};
use nvframe::{DeviceFrame, PixelFormat, Size, Surface};
use std::sync::Arc;

/// Frames in flight and the buffers they are coded into.
///
/// Output buffers are used in turn, one for each submission. Once the driver says that all
/// is ready they are locked in the same order; with B-frames the picture in one need not be
/// the one submitted with it, so each frame is found again by the number that went in as
/// its timestamp.
#[derive(Debug)]
pub(crate) struct Core<I: DeviceFrame> {
    size: Size,
    format: PixelFormat,
    /// Frames submitted.
    submitted: u64,
    /// Outputs locked; the next is at this number, modulo their count.
    locked: u64,
    /// Outputs that may be locked: `locked` up to here.
    ready: u64,
    ended: bool,
    /// Goes before the registrations, through which it is unmapped.
    inputs: Inputs<I>,
    registrations: Registrations,
    outputs: Vec<RawBitstream>,
    raw: Arc<RawEncoder>,
}

impl<I: DeviceFrame> Core<I> {
    pub(crate) fn new(
        raw: RawEncoder,
        size: Size,
        format: PixelFormat,
        depth: u32,
    ) -> Result<Self, Error> {
        let raw = Arc::new(raw);
        let outputs = (0..depth)
            .map(|_| RawBitstream::new(&raw))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            size,
            format,
            submitted: 0,
            locked: 0,
            ready: 0,
            ended: false,
            inputs: Inputs::new(depth as usize),
            registrations: Registrations::new(Arc::clone(&raw)),
            outputs,
            raw,
        })
    }

    pub(crate) fn size(&self) -> Size {
        self.size
    }

    pub(crate) fn format(&self) -> PixelFormat {
        self.format
    }

    pub(crate) fn in_flight(&self) -> usize {
        (self.submitted - self.locked) as usize
    }

    pub(crate) fn is_full(&self) -> bool {
        self.in_flight() == self.outputs.len()
    }

    pub(crate) fn headers(&self) -> Result<Vec<u8>, Error> {
        self.raw.sequence_parameters()
    }

    pub(crate) fn submit(&mut self, frame: I, picture: Picture) -> Result<(), Failed<I>> {
        match self.try_submit(&frame, picture) {
            Ok(in_use) => {
                self.inputs
                    .push(Held::new(frame, in_use, picture.timestamp));
                Ok(())
            }
            Err(error) => Err(Failed {
                error,
                value: frame,
            }),
        }
    }

    fn try_submit(&mut self, frame: &I, picture: Picture) -> Result<InUse, Error> {
        if self.is_full() {
            return Err(Error::Full {
                in_flight: self.in_flight(),
            });
        }
        let surface = frame.surface();
        self.check(&surface)?;
        let in_use = self.registrations.map(surface, frame.owner())?;
        let output = self.output(self.submitted);
        let mut parameters = NV_ENC_PIC_PARAMS {
            inputWidth: self.size.width,
            inputHeight: self.size.height,
            inputPitch: surface.pitch as u32,
            encodePicFlags: picture.flags,
            frameIdx: self.submitted as u32,
            inputTimeStamp: self.submitted,
            inputBuffer: in_use.mapped.input,
            outputBitstream: self.outputs[output].for_output(),
            bufferFmt: in_use.mapped.format,
            pictureStruct: NV_ENC_PIC_STRUCT::NV_ENC_PIC_STRUCT_FRAME,
            ..self.raw.versioned()
        };
        match self.raw.encode(&mut parameters) {
            Ok(progress) => {
                self.submitted += 1;
                self.advance(progress);
                Ok(in_use)
            }
            Err(error) => {
                // The first error is the one to tell.
                let _ = self.registrations.unmap(in_use);
                Err(error)
            }
        }
    }

    fn advance(&mut self, progress: Progress) {
        if progress == Progress::Ready {
            self.ready = self.submitted;
        }
    }

    fn check(&self, surface: &Surface) -> Result<(), Error> {
        if surface.size != self.size || surface.format != self.format {
            return Err(Error::FrameMismatch {
                size: surface.size,
                format: surface.format,
                session_size: self.size,
                session_format: self.format,
            });
        }
        let (luma_rows, pitch) = (surface.luma_rows, surface.pitch);
        let too_narrow = pitch < self.format.min_pitch(self.size);
        if luma_rows != self.size.height as usize || too_narrow {
            return Err(Error::FrameLayout {
                luma_rows,
                pitch,
                size: self.size,
            });
        }
        Ok(())
    }

    /// Locks the next output that is ready; `None` when there is none, or none yet.
    pub(crate) fn receive(&mut self, wait: Wait) -> Result<Option<Packet<'_>>, Error> {
        if self.locked == self.ready {
            return Ok(None);
        }
        let output = self.output(self.locked);
        let Some(bitstream) = self.outputs[output].lock(wait)? else {
            return Ok(None);
        };
        self.locked += 1;
        let number = bitstream.parameters().outputTimeStamp;
        let timestamp = self.inputs.coded(number).unwrap_or_default();
        self.inputs.release(self.locked, &mut self.registrations)?;
        Ok(Some(Packet::new(bitstream, timestamp)))
    }

    /// Tells the driver that no more frames come: then all outputs can be locked.
    pub(crate) fn end_stream(&mut self) -> Result<(), Error> {
        if !self.ended {
            let mut parameters = NV_ENC_PIC_PARAMS {
                encodePicFlags: NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_EOS.0,
                ..self.raw.versioned()
            };
            self.raw.encode(&mut parameters)?;
            self.ended = true;
            self.ready = self.submitted;
        }
        Ok(())
    }

    fn output(&self, number: u64) -> usize {
        (number % self.outputs.len() as u64) as usize
    }

    /// Waits until the hardware reads no input any more.
    fn drain(&mut self) -> Result<(), Error> {
        self.end_stream()?;
        while self.receive(Wait::Yes)?.is_some() {}
        Ok(())
    }
}

impl<I: DeviceFrame> Drop for Core<I> {
    fn drop(&mut self) {
        // After an error of the driver the frames go all the same, and the session with them.
        let _ = self.drain();
        self.inputs.clear(&mut self.registrations);
    }
}
