//! What is in flight: the part of a session that submitting and receiving share.

use crate::{
    Error, Picture,
    config::Setup,
    decode_times::DecodeTimes,
    inputs::{Held, Inputs},
    raw::{Progress, RawBitstream, RawEncoder, Wait, sys::*},
    registrations::{InUse, Registrations},
};
use nvframe::{Owner, Surface};
use std::{
    mem::{self, ManuallyDrop},
    sync::Arc,
    thread,
};

/// Frames in flight and the buffers they are coded into.
///
/// Output buffers are used in turn, one for each submission. Once the driver says that all
/// is ready they are locked in the same order, but for those whose pictures it only looks at; with B-frames the picture in one need not be
/// the one submitted with it, so each frame is found again by the number that went in as
/// its timestamp.
#[derive(Debug)]
pub(crate) struct Flight<I: Send + 'static> {
    decode_times: DecodeTimes,
    /// Frames submitted.
    submitted: u64,
    /// Outputs locked; the next is at this number, modulo their count.
    locked: u64,
    /// Outputs that may be locked: `locked` up to here.
    ready: u64,
    /// So many of the last ones may not, whatever the driver says, until the stream ends.
    lookahead: u64,
    /// Packets are read while other frames are submitted, so that their outputs are in use
    /// until they are given back.
    shared: bool,
    /// Such a packet, by the number of its output.
    lent: Option<u64>,
    ended: bool,
    /// A packet was waited for in vain.
    late: bool,
    inputs: Inputs<I>,
    registrations: Registrations,
    /// What went wrong while a packet was being given, to be told at the next call.
    failure: Option<Error>,
    pub(crate) outputs: Arc<[RawBitstream]>,
    pub(crate) raw: Arc<RawEncoder>,
}

/// How a half of a session reaches what both share: at once, or under a lock.
pub(crate) trait Access<I: Send + 'static> {
    fn with<T>(&mut self, work: impl FnOnce(&mut Flight<I>) -> T) -> T;
}

impl<I: Send + 'static> Access<I> for Flight<I> {
    #[inline(always)] // or the frame is copied once more
    fn with<T>(&mut self, work: impl FnOnce(&mut Self) -> T) -> T {
        work(self)
    }
}

impl<I: Send + 'static> Flight<I> {
    pub(crate) fn new(raw: RawEncoder, setup: &Setup, depth: u32) -> Result<Self, Error> {
        let raw = Arc::new(raw);
        let outputs = (0..depth)
            .map(|_| RawBitstream::new(&raw))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            decode_times: DecodeTimes::new(setup.reorder(), depth as usize),
            submitted: 0,
            locked: 0,
            ready: 0,
            lookahead: setup.quality.lookahead().into(),
            shared: false,
            lent: None,
            ended: false,
            late: false,
            inputs: Inputs::new(depth as usize),
            registrations: Registrations::new(Arc::clone(&raw)),
            failure: None,
            outputs,
            raw,
        })
    }

    pub(crate) fn in_flight(&self) -> usize {
        (self.submitted - self.locked) as usize
    }

    pub(crate) fn is_full(&self) -> bool {
        self.in_flight() + usize::from(self.lent.is_some()) == self.outputs.len()
    }

    /// True when every picture that was asked for was given, though more may come.
    pub(crate) fn is_waiting(&self) -> bool {
        self.locked == self.ready
    }

    /// True when all that is in flight waits for more frames than there is room for.
    pub(crate) fn is_stuck(&self) -> bool {
        self.in_flight() == self.outputs.len() && self.is_waiting()
    }

    /// Tells what went wrong before, once.
    #[inline]
    pub(crate) fn check(&mut self) -> Result<(), Error> {
        match self.failure.is_none() {
            true => Ok(()),
            // Taken only when there is one: it is large, and this is asked for each frame.
            false => self.failure.take().map_or(Ok(()), Err),
        }
    }

    pub(crate) fn fail(&mut self, error: Error) {
        self.failure.get_or_insert(error);
    }

    /// Maps a surface for the next frame; gives the number of the frame too.
    #[inline]
    pub(crate) fn begin(
        &mut self,
        surface: &Surface,
        owner: &Owner,
    ) -> Result<(u64, InUse), Error> {
        if self.is_full() {
            let in_flight = self.in_flight();
            return Err(Error::Full { in_flight });
        }
        self.check()?;
        Ok((self.submitted, self.registrations.map(surface, owner)?))
    }

    /// The frame that was begun is refused.
    pub(crate) fn refuse(&mut self, in_use: InUse) {
        // The first error is the one to tell.
        let _ = self.registrations.unmap(in_use);
    }

    /// The frame that was begun is in flight.
    #[inline]
    pub(crate) fn submit(&mut self, frame: I, in_use: InUse, picture: Picture, got: Progress) {
        self.decode_times.submitted(picture.timestamp);
        self.inputs.push(Held::new(frame, in_use, picture));
        self.submitted += 1;
        if got == Progress::Ready {
            let ready = self.submitted.saturating_sub(self.lookahead);
            self.ready = self.ready.max(ready);
        }
    }

    /// No more frames come: all outputs can be locked.
    pub(crate) fn end(&mut self) {
        self.ended = true;
        self.ready = self.submitted;
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.ended
    }

    /// The number of the next output to be locked, if one can be.
    pub(crate) fn next(&mut self) -> Result<Option<u64>, Error> {
        self.check()?;
        Ok((!self.is_waiting()).then_some(self.locked))
    }

    /// The next output was locked and holds picture `number`: gives what was said of that
    /// and when it is to be decoded. Frames that nobody reads any more go to `released`.
    #[inline]
    pub(crate) fn lock(&mut self, number: u64, released: &mut Vec<I>) -> (Picture, i64) {
        // A driver that does not give the number back is taken not to reorder.
        let own = self.locked;
        let picture = self.inputs.coded(number).or_else(|| self.inputs.coded(own));
        let picture = picture.unwrap_or_default();
        (self.locked, self.late) = (own + 1, false);
        self.lent = self.shared.then_some(own);
        self.inputs.release(
            self.locked,
            &mut self.registrations,
            released,
            &mut self.failure,
        );
        (picture, self.decode_times.next(picture.duration))
    }

    /// A packet was waited for in vain: nothing waits for the encoder any more.
    pub(crate) fn give_up_waiting(&mut self) {
        self.late = true;
    }

    pub(crate) fn is_late(&self) -> bool {
        self.late
    }

    /// Two threads use it from now on.
    pub(crate) fn share(&mut self) {
        self.raw.share();
        self.shared = true;
    }

    /// The number of the packet that was lent and has not come back.
    pub(crate) fn lent(&self) -> Option<u64> {
        self.lent
    }

    pub(crate) fn give_back(&mut self) {
        self.lent = None;
    }

    /// Waits until the hardware reads no input any more.
    fn drain(&mut self) -> Result<(), Error> {
        let before = self.check();
        if !self.ended {
            end_stream(&self.raw)?;
            self.end();
        }
        let mut parameters = self.raw.versioned();
        while self.locked < self.ready {
            let place = self.locked % self.outputs.len() as u64;
            let output = &self.outputs[place as usize];
            output.unlock();
            output.lock(&mut parameters, Wait::Yes)?;
            self.locked += 1;
        }
        before
    }

    fn close(&mut self) {
        let drained = self.drain();
        let mut inputs = mem::replace(&mut self.inputs, Inputs::new(0));
        match drained {
            Ok(()) => inputs.clear(&mut self.registrations),
            // It may still read them: destroying the encoder, which comes next, ends that.
            Err(_) => self.raw.keep((inputs, self.registrations.owners())),
        }
    }

    /// The same in a thread of its own, which a driver that never answers keeps for good.
    fn close_elsewhere(&mut self) {
        let rest = Self {
            decode_times: DecodeTimes::new(0, 0),
            inputs: mem::replace(&mut self.inputs, Inputs::new(0)),
            registrations: mem::replace(
                &mut self.registrations,
                Registrations::new(Arc::clone(&self.raw)),
            ),
            failure: self.failure.take(),
            outputs: Arc::clone(&self.outputs),
            raw: Arc::clone(&self.raw),
            late: false,
            ..*self
        };
        // Without a thread nothing is freed: that it cannot be waited for comes first.
        let rest = ManuallyDrop::new(rest);
        let _ = thread::Builder::new()
            .name("nvenc close".into())
            .spawn(move || drop(ManuallyDrop::into_inner(rest)));
    }
}

/// Tells the driver that no more frames come.
pub(crate) fn end_stream(raw: &RawEncoder) -> Result<(), Error> {
    let mut parameters = NV_ENC_PIC_PARAMS {
        encodePicFlags: NV_ENC_PIC_FLAGS::NV_ENC_PIC_FLAG_EOS.0,
        ..raw.versioned()
    };
    raw.encode(&mut parameters).map(drop)
}

impl<I: Send + 'static> Drop for Flight<I> {
    fn drop(&mut self) {
        match self.late {
            false => self.close(),
            true => self.close_elsewhere(),
        }
    }
}
