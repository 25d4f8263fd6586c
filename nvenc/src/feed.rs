//! The submitting half of a session: from a frame to the driver.

use crate::{
    Caps, Error, Extras, Failed, Picture,
    config::Setup,
    flight::{Access, end_stream},
    host::HostPool,
    raw::{Progress, RawBitstream, RawEncoder, sys::*},
    registrations::InUse,
    sei::Payloads,
};
use nvframe::{DeviceFrame, PixelFormat, Size, Surface};
use std::{cell::Cell, marker::PhantomData, sync::Arc};

#[derive(Debug)]
pub(crate) struct Feed {
    setup: Setup,
    /// Asked for when it is first wanted: what a session changes, it changes often.
    caps: Option<Caps>,
    host: HostPool,
    outputs: Arc<[RawBitstream]>,
    raw: Arc<RawEncoder>,
    /// One thread at a time submits.
    _not_sync: PhantomData<Cell<()>>,
}

impl Feed {
    pub(crate) fn new(setup: Setup, outputs: Arc<[RawBitstream]>, raw: Arc<RawEncoder>) -> Self {
        let host = HostPool::new(Arc::clone(raw.context()), setup.size, setup.format);
        Self {
            setup,
            caps: None,
            host,
            outputs,
            raw,
            _not_sync: PhantomData,
        }
    }

    pub(crate) fn setup(&self) -> &Setup {
        &self.setup
    }

    pub(crate) fn host(&self) -> &HostPool {
        &self.host
    }

    pub(crate) fn version(&self) -> ApiVersion {
        self.raw.version()
    }

    /// What the GPU can do with the session's codec.
    pub(crate) fn caps(&mut self) -> Result<Caps, Error> {
        if let Some(caps) = &self.caps {
            return Ok(caps.clone());
        }
        let caps = Caps::ask(&self.raw, self.setup.codec)?;
        Ok(self.caps.insert(caps).clone())
    }

    pub(crate) fn headers(&self) -> Result<Vec<u8>, Error> {
        self.raw.sequence_parameters()
    }

    /// Nothing is locked while the driver takes the frame, which the other half may be
    /// waiting to be told of.
    pub(crate) fn submit<I: DeviceFrame>(
        &mut self,
        flight: &mut impl Access<I>,
        frame: I,
        picture: Picture,
        extras: Extras<'_>,
    ) -> Result<(), Failed<I>> {
        match self.try_submit(flight, &frame, picture, extras) {
            Ok((in_use, got)) => {
                flight.with(|it| it.submit(frame, in_use, picture, got));
                Ok(())
            }
            Err(error) => {
                let value = frame;
                Err(Failed { error, value })
            }
        }
    }

    fn try_submit<I: DeviceFrame>(
        &mut self,
        flight: &mut impl Access<I>,
        frame: &I,
        picture: Picture,
        extras: Extras<'_>,
    ) -> Result<(InUse, Progress), Error> {
        let surface = frame.surface();
        self.check(frame, &surface, picture, extras)?;
        let mut messages = Payloads::none();
        messages.add(&self.setup.messages, extras.messages)?;
        let (number, in_use) = flight.with(|it| it.begin(&surface, frame.owner()))?;
        let output = (number % self.outputs.len() as u64) as usize;
        // Field by field: the whole is 3 KB, to be cleared once and not copied.
        let mut parameters: NV_ENC_PIC_PARAMS = self.raw.versioned();
        parameters.inputWidth = self.setup.size.width;
        parameters.inputHeight = self.setup.size.height;
        parameters.inputPitch = surface.pitch as u32;
        parameters.encodePicFlags = picture.flags;
        parameters.frameIdx = number as u32;
        parameters.inputTimeStamp = number;
        parameters.inputDuration = picture.duration;
        parameters.inputBuffer = in_use.mapped.input;
        parameters.outputBitstream = self.outputs[output].for_output();
        parameters.bufferFmt = in_use.mapped.format;
        parameters.pictureStruct = self.setup.tools.picture_structure();
        extras.write(&mut parameters);
        picture.write(self.setup.codec, &mut parameters);
        messages.write(self.setup.codec, &mut parameters);
        match self.raw.encode(&mut parameters) {
            Ok(got) => Ok((in_use, got)),
            Err(error) => {
                flight.with(|it| it.refuse(in_use));
                Err(error)
            }
        }
    }

    /// Refuses what the session was not made for.
    #[inline]
    fn check<I: DeviceFrame>(
        &self,
        frame: &I,
        surface: &Surface,
        picture: Picture,
        extras: Extras<'_>,
    ) -> Result<(), Error> {
        self.raw.check_context(frame.context())?;
        self.setup.check_surface(surface)?;
        extras.check(&self.setup)?;
        picture.check(&self.setup)
    }

    /// Tells the driver of a change, and keeps it once the driver agreed.
    pub(crate) fn change(
        &mut self,
        setup: Setup,
        force_idr: bool,
        reset: bool,
    ) -> Result<(), Error> {
        let mut config = setup.config(&self.raw)?;
        let parameters = setup.parameters(&self.raw);
        // A picture of another size refers to none before it.
        let force_idr = force_idr || setup.size != self.setup.size;
        self.raw
            .reconfigure(&parameters, &mut config, force_idr, reset)?;
        if setup.size != self.setup.size {
            let context = Arc::clone(self.raw.context());
            self.host = HostPool::new(context, setup.size, setup.format);
        }
        self.setup = setup;
        Ok(())
    }

    /// Tells the driver that no more frames come: then all outputs can be locked.
    pub(crate) fn end_stream<I: DeviceFrame>(
        &mut self,
        flight: &mut impl Access<I>,
    ) -> Result<(), Error> {
        if !flight.with(|it| it.has_ended()) {
            end_stream(&self.raw)?;
            flight.with(|it| it.end());
        }
        Ok(())
    }
}

impl Setup {
    /// Refuses a frame that is not what the session was made for.
    #[inline]
    pub(crate) fn check_surface(&self, surface: &Surface) -> Result<(), Error> {
        check_surface(surface, self.size, self.format)
    }
}

/// Refuses a surface that is not that of a frame of this size and format.
#[inline]
pub(crate) fn check_surface(
    surface: &Surface,
    size: Size,
    format: PixelFormat,
) -> Result<(), Error> {
    if surface.size != size || surface.format != format {
        return Err(Error::FrameMismatch {
            size: surface.size,
            format: surface.format,
            session_size: size,
            session_format: format,
        });
    }
    let (luma_rows, pitch) = (surface.luma_rows, surface.pitch);
    let too_narrow = pitch < format.min_pitch(size);
    if luma_rows != size.height as usize || too_narrow {
        return Err(Error::FrameLayout {
            luma_rows,
            pitch,
            size,
        });
    }
    Ok(())
}
