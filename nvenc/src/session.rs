use crate::{
    Error, Extras, Failed, HostFrame, Packet, Picture, Receiver, Reconfigure, Submitter,
    config::Setup,
    feed::Feed,
    fetch::Fetch,
    flight::Flight,
    halves,
    raw::{RawEncoder, Wait},
};
use nvframe::{DeviceFrame, PixelFormat, Size};
use std::{sync::Arc, time::Duration};

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
    flight: Flight<I>,
    feed: Feed,
    fetch: Fetch<I>,
}

impl<I: DeviceFrame> Session<I> {
    pub(crate) fn new(raw: RawEncoder, setup: Setup, depth: u32) -> Result<Self, Error> {
        let flight = Flight::new(raw, &setup, depth)?;
        let (outputs, raw) = (Arc::clone(&flight.outputs), Arc::clone(&flight.raw));
        Ok(Self {
            feed: Feed::new(setup, outputs, raw),
            fetch: Fetch::new(&flight),
            flight,
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
    /// * [`Error::FrameMismatch`], [`Error::FrameLayout`], [`Error::FrameBeyondMemory`],
    ///   [`Error::OtherContext`] when it is not what the session was made for.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncEncodePicture")]
    #[doc(alias = "nvEncRegisterResource")]
    #[doc(alias = "nvEncMapInputResource")]
    pub fn submit(&mut self, frame: I, picture: Picture) -> Result<(), Failed<I>> {
        self.submit_with(frame, picture, Extras::default())
    }

    /// As [`submit`](Self::submit), with messages (SEI) that go into the stream before the
    /// picture, or a map of quantisers. They are read before the call returns.
    ///
    /// # Errors
    /// As [`submit`](Self::submit), and [`Error::InvalidValue`] for an empty message, more
    /// than 16, or a map that is not the session's.
    #[doc(alias = "seiPayloadArray")]
    #[doc(alias = "qpDeltaMap")]
    pub fn submit_with<'a>(
        &mut self,
        frame: I,
        picture: Picture,
        extras: impl Into<Extras<'a>>,
    ) -> Result<(), Failed<I>> {
        let extras = extras.into();
        self.feed.submit(&mut self.flight, frame, picture, extras)
    }

    /// Begins a change of the running session: bit rate, buffer, frame rate or size.
    #[doc(alias = "nvEncReconfigureEncoder")]
    pub fn reconfigure(&mut self) -> Reconfigure<'_> {
        Reconfigure::new(&mut self.feed)
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
        match self.must_receive()? {
            true => self.fetch.receive(&mut self.flight, Wait::Yes),
            false => Ok(None),
        }
    }

    fn must_receive(&self) -> Result<bool, Error> {
        match self.flight.is_stuck() {
            true => {
                let in_flight = self.in_flight();
                Err(Error::NothingReady { in_flight })
            }
            false => Ok(self.flight.is_full()),
        }
    }

    /// As [`receive`](Self::receive), but gives up after `timeout`: a watchdog for a driver
    /// or a GPU that hangs.
    ///
    /// The driver is asked again and again, at most every 2 ms, instead of being waited for.
    /// After it fired the session can be used on, and a late packet received; or it can be
    /// dropped, which then does not wait either: a thread of its own closes the session once
    /// the GPU has answered.
    ///
    /// # Errors
    /// As [`receive`](Self::receive), and [`Error::TimedOut`].
    #[doc(alias = "doNotWait")]
    pub fn receive_timeout(&mut self, timeout: Duration) -> Result<Option<Packet<'_>>, Error> {
        match self.must_receive()? {
            true => self.fetch.receive_within(&mut self.flight, timeout),
            false => Ok(None),
        }
    }

    /// The next packet if it is coded already; never waits.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncLockBitstream")]
    #[doc(alias = "doNotWait")]
    pub fn try_receive(&mut self) -> Result<Option<Packet<'_>>, Error> {
        self.fetch.receive(&mut self.flight, Wait::No)
    }

    /// The next packet that the driver has promised, room or not; waits for it to be coded.
    pub(crate) fn receive_ready(&mut self) -> Result<Option<Packet<'_>>, Error> {
        self.fetch.receive(&mut self.flight, Wait::Yes)
    }

    /// Frames submitted whose packets were not received yet.
    pub fn in_flight(&self) -> usize {
        self.flight.in_flight()
    }

    /// Columns and rows of the frames it takes.
    pub fn size(&self) -> Size {
        self.feed.setup().size
    }

    /// Format of the frames it takes.
    pub fn format(&self) -> PixelFormat {
        self.feed.setup().format
    }

    /// The stream's parameter sets (VPS, SPS, PPS), for containers that keep them apart.
    /// [`Headers`](crate::Headers) says where they stand in the stream besides.
    ///
    /// Wraps `nvEncGetSequenceParams`.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncGetSequenceParams")]
    pub fn headers(&self) -> Result<Vec<u8>, Error> {
        self.feed.headers()
    }

    /// Divides the session into a half that submits and one that receives, for two threads.
    ///
    /// It pays where one thread could not keep the engine busy: when what is done with a
    /// packet (writing, sending) or between frames (decoding, drawing) takes about as long as
    /// coding a picture. Where both are quick, one thread with
    /// [`in_flight`](crate::SessionBuilder::in_flight) frames ahead is as fast and simpler.
    ///
    /// ```text
    /// thread 1: submit, submit, submit, .. finish        waits only for room
    /// thread 2: receive, receive, receive, .. None       waits only for packets
    /// ```
    ///
    /// Neither half holds a lock while the driver codes or is waited for. The halves can be
    /// dropped in any order; the last one closes the session. Failures of the driver are told
    /// without its own text, which it keeps for one thread only.
    ///
    /// ```
    /// # use nvenc::{Api, Codec, HostFrame, Picture, Session, open_device};
    /// # softdevice::activate().unwrap();
    /// # let encoder = Api::load()?.open(&open_device(0)?)?;
    /// # let session: Session<HostFrame> = encoder.session(Codec::Hevc, (320, 192)).start()?;
    /// let (mut submitter, mut receiver) = session.split();
    /// let stream = std::thread::spawn(move || {
    ///     let mut stream = Vec::new();
    ///     while let Some(packet) = receiver.receive()? {
    ///         stream.extend_from_slice(&packet);
    ///     }
    ///     Ok::<_, nvenc::Error>(stream)
    /// });
    /// for number in 0..10 {
    ///     let frame = submitter.host_frame()?;
    ///     submitter.submit(frame, Picture::at(number))?;
    /// }
    /// submitter.finish()?;
    /// assert!(!stream.join().unwrap()?.is_empty());
    /// # Ok::<(), nvenc::Error>(())
    /// ```
    pub fn split(self) -> (Submitter<I>, Receiver<I>) {
        halves::split(self.flight, self.feed, self.fetch)
    }

    /// Ends the stream: no more frames go in, and every packet can be received.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses; the session comes back.
    #[doc(alias = "NV_ENC_PIC_FLAG_EOS")]
    #[allow(clippy::result_large_err)] // the session is what would be lost
    pub fn finish(mut self) -> Result<Drain<I>, Failed<Self>> {
        match self.feed.end_stream(&mut self.flight) {
            Ok(()) => Ok(Drain {
                flight: self.flight,
                fetch: self.fetch,
            }),
            Err(error) => Err(Failed { error, value: self }),
        }
    }
}

impl Session<HostFrame> {
    /// A frame to fill from host memory: one that came back from the encoder, or a new one.
    /// Device memory is allocated for a new one, which [`plan`](crate::SessionBuilder::plan) counts.
    ///
    /// # Errors
    /// [`Error::Cuda`] when there is no memory for one.
    pub fn host_frame(&mut self) -> Result<HostFrame, Error> {
        self.feed.host().take()
    }
}

/// A session whose stream has ended: it gives the packets that are left.
#[derive(Debug)]
pub struct Drain<I: DeviceFrame> {
    flight: Flight<I>,
    fetch: Fetch<I>,
}

impl<I: DeviceFrame> Drain<I> {
    /// The next packet; waits for it to be coded. `None` after the last.
    ///
    /// Wraps `nvEncLockBitstream`.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncLockBitstream")]
    pub fn receive(&mut self) -> Result<Option<Packet<'_>>, Error> {
        self.fetch.receive(&mut self.flight, Wait::Yes)
    }

    /// As [`receive`](Self::receive), but gives up after `timeout`; see
    /// [`Session::receive_timeout`].
    ///
    /// # Errors
    /// As [`receive`](Self::receive), and [`Error::TimedOut`].
    #[doc(alias = "doNotWait")]
    pub fn receive_timeout(&mut self, timeout: Duration) -> Result<Option<Packet<'_>>, Error> {
        self.fetch.receive_within(&mut self.flight, timeout)
    }
}
