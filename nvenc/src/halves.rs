use crate::{
    Error, Extras, Failed, HostFrame, Packet, Picture, Reconfigure,
    feed::Feed,
    fetch::Fetch,
    flight::{Access, Flight},
    packet::Lender,
    raw::Wait,
};
use nvframe::{DeviceFrame, PixelFormat, Size};
use std::{
    fmt,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
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

/// Where the halves meet. The one dropped last closes the session.
struct Hub<I: DeviceFrame> {
    state: Mutex<State<I>>,
    /// Told whenever there is a packet more to be had, or room for a frame more, or a half
    /// less.
    changed: Condvar,
}

struct State<I: DeviceFrame> {
    flight: Flight<I>,
    submitter_gone: bool,
    receiver_gone: bool,
}

pub(crate) fn split<I: DeviceFrame>(
    mut flight: Flight<I>,
    feed: Feed,
    fetch: Fetch<I>,
) -> (Submitter<I>, Receiver<I>) {
    flight.share();
    let hub = Arc::new(Hub {
        state: Mutex::new(State {
            flight,
            submitter_gone: false,
            receiver_gone: false,
        }),
        changed: Condvar::new(),
    });
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
        self.hub.changed.notify_all();
        submitted
    }

    /// Begins a change of the running session.
    pub fn reconfigure(&mut self) -> Reconfigure<'_> {
        Reconfigure::new(&mut self.feed)
    }

    /// The stream's parameter sets; see [`Session::headers`](crate::Session::headers).
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
        self.hub.changed.notify_all();
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
        self.hub.changed.notify_all();
    }
}

impl<I: DeviceFrame> Hub<I> {
    fn state(&self) -> MutexGuard<'_, State<I>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_for_room(&self) -> Result<(), Error> {
        let mut state = self.state();
        loop {
            if state.receiver_gone {
                return Err(Error::ReceiverDropped);
            }
            if !state.flight.is_full() {
                return Ok(());
            }
            if state.flight.is_stuck() {
                let in_flight = state.flight.in_flight();
                return Err(Error::NothingReady { in_flight });
            }
            let woken = self.changed.wait(state);
            state = woken.unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Waits until a packet can be waited for or none will come; false when time is out.
    fn wait_for_packet(&self, end: Option<Instant>) -> Result<bool, Error> {
        let mut state = self.state();
        loop {
            state.flight.check()?;
            if !state.flight.is_waiting() || state.is_over() {
                return Ok(true);
            }
            let Some(end) = end else {
                let woken = self.changed.wait(state);
                state = woken.unwrap_or_else(PoisonError::into_inner);
                continue;
            };
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(false);
            }
            let woken = self.changed.wait_timeout(state, left);
            state = woken.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl<I: DeviceFrame> State<I> {
    fn is_given_up(&self) -> bool {
        self.receiver_gone && self.flight.is_late()
    }

    fn is_over(&self) -> bool {
        self.submitter_gone || self.flight.has_ended()
    }
}

impl<I: DeviceFrame> Access<I> for &Hub<I> {
    fn with<T>(&mut self, work: impl FnOnce(&mut Flight<I>) -> T) -> T {
        work(&mut self.state().flight)
    }
}

impl<I: DeviceFrame> Lender for Hub<I> {
    fn give_back(&self) {
        self.state().flight.give_back();
        self.changed.notify_all();
    }
}

impl<I: DeviceFrame> fmt::Debug for Hub<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_flight = self.state().flight.in_flight();
        write!(f, "Hub({in_flight} in flight)")
    }
}
