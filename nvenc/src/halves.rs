use crate::{
    Error, Extras, Failed, HostFrame, Packet, Picture, Reconfigure, feed::Feed, fetch::Fetch,
    flight::Flight, hub::Hub, packet::Lender as _, raw::Wait,
};
use nvframe::{DeviceFrame, PixelFormat, Size};
use std::{
    sync::Arc,
    time::{Duration, Instant},
};

/// The submitting half of a session that was [split](crate::Session::split).
///
/// Dropping it ends the stream, as [`finish`](Self::finish) does, but without a word about
/// what goes wrong: that is then told to the [`Receiver`].
#[derive(Debug)]
pub struct Submitter<I: DeviceFrame> {
    feed: Feed,
    hub: Arc<Hub<I>>,
}

/// The receiving half of a session that was [split](crate::Session::split).
///
/// Dropping it throws away the packets that are left; the [`Submitter`] is told so when it
/// submits the next frame.
#[derive(Debug)]
pub struct Receiver<I: DeviceFrame> {
    fetch: Fetch<I>,
    hub: Arc<Hub<I>>,
}

pub(crate) fn split<I: DeviceFrame>(
    mut flight: Flight<I>,
    feed: Feed,
    fetch: Fetch<I>,
) -> (Submitter<I>, Receiver<I>) {
    flight.share();
    let hub = Arc::new(Hub::new(flight));
    let other = Arc::clone(&hub);
    (Submitter { feed, hub: other }, Receiver { fetch, hub })
}

impl<I: DeviceFrame> Submitter<I> {
    /// As [`Session::submit`](crate::Session::submit), but waits while there is no room until
    /// the other half has received a packet.
    ///
    /// # Errors
    /// The frame comes back with each of them.
    /// * [`Error::ReceiverDropped`] when nobody receives any more.
    /// * [`Error::NothingReady`] when the encoder wants more frames than can be in flight.
    /// * The others of [`Session::submit`](crate::Session::submit), but never
    ///   [`Error::Full`].
    #[doc(alias = "nvEncEncodePicture")]
    pub fn submit(&mut self, frame: I, picture: Picture) -> Result<(), Failed<I>> {
        self.submit_with(frame, picture, Extras::default())
    }

    /// As [`submit`](Self::submit), with messages (SEI) that go into the stream before the
    /// picture, or a map of quantisers.
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
        match self.hub.wait_for_room() {
            Ok(()) => self.try_submit(frame, picture, extras),
            Err(error) => {
                let value = frame;
                Err(Failed { error, value })
            }
        }
    }

    /// As [`submit_with`](Self::submit_with), but never waits.
    ///
    /// # Errors
    /// As [`Session::submit`](crate::Session::submit); [`Error::Full`] while there is no room,
    /// [`Error::ReceiverDropped`] when nobody will receive.
    #[doc(alias = "nvEncEncodePicture")]
    pub fn try_submit<'a>(
        &mut self,
        frame: I,
        picture: Picture,
        extras: impl Into<Extras<'a>>,
    ) -> Result<(), Failed<I>> {
        if self.hub.state().receiver_gone {
            let (error, value) = (Error::ReceiverDropped, frame);
            return Err(Failed { error, value });
        }
        let submitted = self
            .feed
            .submit(&mut &*self.hub, frame, picture, extras.into());
        self.hub.tell();
        submitted
    }

    /// Begins a change of the running session; see
    /// [`Session::reconfigure`](crate::Session::reconfigure).
    #[doc(alias = "nvEncReconfigureEncoder")]
    pub fn reconfigure(&mut self) -> Reconfigure<'_> {
        Reconfigure::new(&mut self.feed)
    }

    /// The stream's parameter sets (VPS, SPS, PPS); see
    /// [`Session::headers`](crate::Session::headers).
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncGetSequenceParams")]
    pub fn headers(&self) -> Result<Vec<u8>, Error> {
        self.feed.headers()
    }

    /// Columns and rows of the frames it takes.
    pub fn size(&self) -> Size {
        self.feed.setup().size
    }

    /// Format of the frames it takes.
    pub fn format(&self) -> PixelFormat {
        self.feed.setup().format
    }

    /// Ends the stream: the other half receives every packet that is left, and then `None`.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses; the half comes back.
    #[doc(alias = "NV_ENC_PIC_FLAG_EOS")]
    #[allow(clippy::result_large_err)] // the half is what would be lost
    pub fn finish(mut self) -> Result<(), Failed<Self>> {
        match self.feed.end_stream(&mut &*self.hub) {
            Ok(()) => Ok(()),
            Err(error) => Err(Failed { error, value: self }),
        }
    }
}

impl Submitter<HostFrame> {
    /// A frame to fill from host memory: one that came back from the encoder, or a new one.
    ///
    /// # Errors
    /// [`Error::Cuda`] when there is no memory for one.
    pub fn host_frame(&mut self) -> Result<HostFrame, Error> {
        self.feed.host().take()
    }
}

impl<I: DeviceFrame> Drop for Submitter<I> {
    fn drop(&mut self) {
        // Nobody is left, and the driver has not answered: the stream is ended where the
        // session is closed, which then holds nobody up.
        if self.hub.state().is_given_up() {
            return;
        }
        let ended = self.feed.end_stream(&mut &*self.hub);
        let mut state = self.hub.state();
        if let Err(error) = ended {
            state.flight.fail(error);
        }
        state.submitter_gone = true;
        self.hub.tell();
    }
}

impl<I: DeviceFrame> Receiver<I> {
    /// The next packet; waits for it to be submitted and coded. `None` after the last of a
    /// stream that was ended.
    ///
    /// Wraps `nvEncLockBitstream`.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncLockBitstream")]
    pub fn receive(&mut self) -> Result<Option<Packet<'_>>, Error> {
        self.recover();
        self.hub.wait_for_packet(None)?;
        let packet = self.fetch.receive(&mut &*self.hub, Wait::Yes)?;
        Ok(packet.map(|packet| packet.lent_by(&*self.hub)))
    }

    /// As [`receive`](Self::receive), but gives up after `timeout`; see
    /// [`Session::receive_timeout`](crate::Session::receive_timeout).
    ///
    /// # Errors
    /// As [`receive`](Self::receive), and [`Error::TimedOut`].
    #[doc(alias = "doNotWait")]
    pub fn receive_timeout(&mut self, timeout: Duration) -> Result<Option<Packet<'_>>, Error> {
        self.recover();
        let end = Instant::now().checked_add(timeout);
        if !self.hub.wait_for_packet(end)? {
            return Err(Error::TimedOut { timeout });
        }
        let left = end.map_or(timeout, |end| end.saturating_duration_since(Instant::now()));
        let packet = self.fetch.receive_within(&mut &*self.hub, left)?;
        Ok(packet.map(|packet| packet.lent_by(&*self.hub)))
    }

    /// The next packet if it is coded already; never waits.
    ///
    /// # Errors
    /// [`Error::Driver`], [`Error::Cuda`] when the driver refuses.
    #[doc(alias = "nvEncLockBitstream")]
    #[doc(alias = "doNotWait")]
    pub fn try_receive(&mut self) -> Result<Option<Packet<'_>>, Error> {
        self.recover();
        let packet = self.fetch.receive(&mut &*self.hub, Wait::No)?;
        Ok(packet.map(|packet| packet.lent_by(&*self.hub)))
    }

    /// Frames submitted whose packets were not received yet.
    pub fn in_flight(&self) -> usize {
        self.hub.state().flight.in_flight()
    }

    /// Takes back a packet that was forgotten: no other can be lent now.
    fn recover(&self) {
        let lent = self.hub.state().flight.lent();
        if let Some(number) = lent {
            self.fetch.recover(number);
            self.hub.give_back();
        }
    }
}

impl<I: DeviceFrame> Drop for Receiver<I> {
    fn drop(&mut self) {
        self.recover();
        self.hub.state().receiver_gone = true;
        self.hub.tell();
    }
}
