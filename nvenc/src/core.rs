//! What a running session and a draining one share: frames in flight and their outputs.

use crate::{
    Error, Failed, Packet, Picture,
    inputs::{Held, Inputs},
    raw::{Progress, RawBitstream, RawEncoder, Wait, sys::*},
    registrations::{InUse, Registrations},
};
use nvframe::{DeviceFrame, Owner, PixelFormat, Size, Surface, cudarc::driver::CudaContext};
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
    /// Goes after the encoder is destroyed: what it may still read, when it could not be
    /// waited for.
    remains: (Inputs<I>, Vec<Owner>),
    /// What went wrong while a packet was being given, to be told at the next call.
    failure: Option<Error>,
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
            remains: (Inputs::new(0), Vec::new()),
            failure: None,
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
        self.failure.take().map_or(Ok(()), Err)?;
        self.check_context(frame.context())?;
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

    fn check_context(&self, context: &CudaContext) -> Result<(), Error> {
        let ours = self.raw.context();
        if context.cu_ctx() == ours.cu_ctx() {
            return Ok(());
        }
        Err(Error::OtherContext {
            frame: context.ordinal(),
            session: ours.ordinal(),
        })
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
        self.failure.take().map_or(Ok(()), Err)?;
        if self.locked == self.ready {
            return Ok(None);
        }
        let own = self.locked;
        let output = self.output(own);
        let Some(bitstream) = self.outputs[output].lock(wait)? else {
            return Ok(None);
        };
        self.locked += 1;
        let number = bitstream.parameters().outputTimeStamp;
        // A driver that does not give the number back is taken not to reorder.
        let timestamp = self.inputs.coded(number).or_else(|| self.inputs.coded(own));
        let released = self.inputs.release(self.locked, &mut self.registrations);
        self.failure = released.err();
        Ok(Some(Packet::new(bitstream, timestamp.unwrap_or_default())))
    }

    /// The next packet when there is no room for another frame.
    pub(crate) fn receive_if_full(&mut self) -> Result<Option<Packet<'_>>, Error> {
        let in_flight = self.in_flight();
        match self.is_full() {
            false => Ok(None),
            true if self.locked == self.ready => Err(Error::NothingReady { in_flight }),
            true => self.receive(Wait::Yes),
        }
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
        let mut drained = self.end_stream();
        while self.locked < self.ready {
            drained = drained.and(self.receive(Wait::Yes).map(drop));
            if drained.is_err() {
                break;
            }
        }
        drained
    }
}

impl<I: DeviceFrame> Drop for Core<I> {
    fn drop(&mut self) {
        if self.drain().is_ok() && self.failure.is_none() {
            self.inputs.clear(&mut self.registrations);
        } else {
            // It may still read them: destroying the encoder, which comes next, ends that.
            let inputs = std::mem::replace(&mut self.inputs, Inputs::new(0));
            self.remains = (inputs, self.registrations.owners());
        }
    }
}
