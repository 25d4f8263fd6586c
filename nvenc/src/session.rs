use crate::{
    ApiVersion, Caps, Error, Failed, HostFrame, Packet, Picture, Reconfigure, Sei,
    config::Setup,
    core::Core,
    host::HostPool,
    raw::{RawEncoder, Wait},
};
use nvframe::{DeviceFrame, PixelFormat, Size};

/// A running encode session that takes frames of type `I`.
///
/// Frames go in by [`submit`](Self::submit), packets come out by
/// [`receive`](Self::receive), and [`finish`](Self::finish) ends the stream:
///
/// ```text
/// submit ──► in flight (the session owns the frame) ──► receive ──► Packet
///    ▲                                                     │
///    └────────────── refused: the frame comes back ◄───────┘ full: receive first
/// ```
///
/// Dropping a session waits for what is in flight and throws it away.
#[derive(Debug)]
pub struct Session<I: DeviceFrame> {
    core: Core<I>,
    host: HostPool,
}

impl<I: DeviceFrame> Session<I> {
    pub(crate) fn new(raw: RawEncoder, setup: Setup, depth: u32) -> Result<Self, Error> {
        let (size, format) = (setup.size, setup.format);
        let context = raw.context().clone();
        let core = Core::new(raw, setup, depth)?;
        Ok(Self {
            core,
            host: HostPool::new(context, size, format),
        })
    }

    /// Gives a frame to the encoder, which keeps it until it is coded.
    ///
    /// It does not wait for the encoder. The frame is read where it lies: nothing is copied.
    ///
    /// Wraps `nvEncRegisterResource` (once for each surface), `nvEncMapInputResource` and
    /// `nvEncEncodePicture`.
    ///
    /// # Errors
    /// The frame comes back with each of them.
    /// * [`Error::Full`] when a packet must be received first.
    /// * [`Error::FrameMismatch`], [`Error::FrameLayout`], [`Error::OtherContext`] when it is
    ///   not what the session was made for.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncEncodePicture")]
    #[doc(alias = "nvEncRegisterResource")]
    #[doc(alias = "nvEncMapInputResource")]
    pub fn submit(&mut self, frame: I, picture: Picture) -> Result<(), Failed<I>> {
        self.core.submit(frame, picture, &[])
    }

    /// As [`submit`](Self::submit), with messages (SEI) that go into the stream before the
    /// picture. They are read before the call returns.
    ///
    /// # Errors
    /// As [`submit`](Self::submit), and [`Error::InvalidValue`] for an empty message or more
    /// than 16.
    #[doc(alias = "seiPayloadArray")]
    pub fn submit_with(
        &mut self,
        frame: I,
        picture: Picture,
        messages: &[Sei<'_>],
    ) -> Result<(), Failed<I>> {
        self.core.submit(frame, picture, messages)
    }

    /// Begins a change of the running session.
    pub fn reconfigure(&mut self) -> Reconfigure<'_, I> {
        Reconfigure::new(self)
    }

    pub(crate) fn setup(&self) -> &Setup {
        self.core.setup()
    }

    pub(crate) fn version(&self) -> ApiVersion {
        self.core.raw().version()
    }

    pub(crate) fn caps(&self) -> Result<Caps, Error> {
        Caps::ask(self.core.raw(), self.core.setup().codec)
    }

    pub(crate) fn change(
        &mut self,
        setup: Setup,
        force_idr: bool,
        reset: bool,
    ) -> Result<(), Error> {
        let (old, size, format) = (self.size(), setup.size, setup.format);
        self.core.change(setup, force_idr, reset)?;
        if old != size {
            let context = self.core.raw().context().clone();
            self.host = HostPool::new(context, size, format);
        }
        Ok(())
    }

    /// The next packet, when one must be taken before another frame can be submitted; waits
    /// for it to be coded. `None` while there is room.
    ///
    /// Called in a loop after each submit, it keeps as many frames in flight as the session
    /// has room for. With B-frames packets come in coding order.
    ///
    /// Wraps `nvEncLockBitstream`.
    ///
    /// # Errors
    /// * [`Error::NothingReady`] when the encoder wants more frames than can be in flight.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncLockBitstream")]
    pub fn receive(&mut self) -> Result<Option<Packet<'_>>, Error> {
        self.core.receive_if_full()
    }

    /// The next packet if it is coded already; never waits.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncLockBitstream")]
    pub fn try_receive(&mut self) -> Result<Option<Packet<'_>>, Error> {
        self.core.receive(Wait::No)
    }

    /// The next packet that the driver has promised, room or not; waits for it to be coded.
    pub(crate) fn receive_ready(&mut self) -> Result<Option<Packet<'_>>, Error> {
        self.core.receive(Wait::Yes)
    }

    /// Frames submitted whose packets were not received yet.
    pub fn in_flight(&self) -> usize {
        self.core.in_flight()
    }

    /// Columns and rows of the frames it takes.
    pub fn size(&self) -> Size {
        self.core.size()
    }

    /// Format of the frames it takes.
    pub fn format(&self) -> PixelFormat {
        self.core.format()
    }

    /// The stream's parameter sets (VPS, SPS, PPS), for containers that keep them apart.
    /// They also stand before each IDR picture.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncGetSequenceParams")]
    pub fn headers(&self) -> Result<Vec<u8>, Error> {
        self.core.headers()
    }

    /// Ends the stream: no more frames go in, and every packet can be received.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses; the session comes back.
    #[doc(alias = "NV_ENC_PIC_FLAG_EOS")]
    #[allow(clippy::result_large_err)] // the session is what would be lost
    pub fn finish(mut self) -> Result<Drain<I>, Failed<Self>> {
        match self.core.end_stream() {
            Ok(()) => Ok(Drain { core: self.core }),
            Err(error) => Err(Failed { error, value: self }),
        }
    }
}

impl Session<HostFrame> {
    /// A frame to fill from host memory: one that came back from the encoder, or a new one.
    ///
    /// # Errors
    /// [`Error::Cuda`] when there is no memory for one.
    pub fn host_frame(&mut self) -> Result<HostFrame, Error> {
        self.host.take()
    }
}

/// A session whose stream has ended: it gives the packets that are left.
#[derive(Debug)]
pub struct Drain<I: DeviceFrame> {
    core: Core<I>,
}

impl<I: DeviceFrame> Drain<I> {
    /// The next packet; waits for it to be coded. `None` after the last.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    pub fn receive(&mut self) -> Result<Option<Packet<'_>>, Error> {
        self.core.receive(Wait::Yes)
    }
}
