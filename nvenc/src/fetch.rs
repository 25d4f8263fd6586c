//! The receiving half of a session: from the driver to a packet.

use crate::{
    Error, Packet,
    flight::{Access, Flight},
    raw::{RawBitstream, Wait, sys::*},
};
use std::{
    cell::Cell,
    marker::PhantomData,
    sync::Arc,
    time::{Duration, Instant},
};

#[derive(Debug)]
pub(crate) struct Fetch<I> {
    /// What the driver says of a picture; kept, as it is large and nearly all 0.
    parameters: Box<NV_ENC_LOCK_BITSTREAM>,
    /// Frames to be dropped once nothing is locked.
    released: Vec<I>,
    outputs: Arc<[RawBitstream]>,
    /// One thread at a time receives.
    _not_sync: PhantomData<Cell<()>>,
}

// SAFETY: the pointers in the parameters are to the driver's memory, and are followed only
// while a bitstream is locked; the frames may be sent by themselves.
unsafe impl<I: Send> Send for Fetch<I> {}

impl<I: Send + 'static> Fetch<I> {
    pub(crate) fn new(flight: &Flight<I>) -> Self {
        Self {
            parameters: Box::new(flight.raw.versioned()),
            released: Vec::with_capacity(2 * flight.outputs.len()),
            outputs: Arc::clone(&flight.outputs),
            _not_sync: PhantomData,
        }
    }

    /// Locks the next output that is ready; `None` when there is none, or none yet. Nothing
    /// else is locked while the driver is waited for.
    pub(crate) fn receive(
        &mut self,
        flight: &mut impl Access<I>,
        wait: Wait,
    ) -> Result<Option<Packet<'_>>, Error> {
        let Some(own) = flight.with(Flight::next)? else {
            return Ok(None);
        };
        let output = self.output(own);
        let Some(bitstream) = self.outputs[output].lock(&mut self.parameters, wait)? else {
            return Ok(None);
        };
        let number = bitstream.parameters().outputTimeStamp;
        let released = &mut self.released;
        let (picture, decode_timestamp) = flight.with(|it| it.lock(number, released));
        released.clear();
        Ok(Some(Packet::new(bitstream, picture, decode_timestamp)))
    }

    /// As [`receive`](Self::receive) with [`Wait::Until`], and an error when time is out.
    pub(crate) fn receive_within(
        &mut self,
        flight: &mut impl Access<I>,
        timeout: Duration,
    ) -> Result<Option<Packet<'_>>, Error> {
        if flight.with(|it| it.is_waiting()) {
            flight.with(|it| it.check())?;
            return Ok(None);
        }
        // No end that a clock could reach is as good as none.
        let end = Instant::now().checked_add(timeout);
        let packet = self.receive(flight, end.map_or(Wait::Yes, Wait::Until))?;
        if packet.is_none() {
            flight.with(|it| it.give_up_waiting());
            return Err(Error::TimedOut { timeout });
        }
        Ok(packet)
    }

    /// Undoes the lock of a packet that was forgotten.
    pub(crate) fn recover(&self, number: u64) {
        self.outputs[self.output(number)].unlock();
    }

    fn output(&self, number: u64) -> usize {
        (number % self.outputs.len() as u64) as usize
    }
}
