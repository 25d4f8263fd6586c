//! Where the halves of a session meet.

use crate::{
    Error,
    flight::{Access, Flight},
    packet::Lender,
};
use nvframe::DeviceFrame;
use std::{
    fmt,
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

/// What both halves hold. The one dropped last closes the session.
pub(crate) struct Hub<I: DeviceFrame> {
    state: Mutex<State<I>>,
    /// Told whenever there is a packet more to be had, or room for a frame more, or a half
    /// less.
    changed: Condvar,
}

pub(crate) struct State<I: DeviceFrame> {
    pub(crate) flight: Flight<I>,
    pub(crate) submitter_gone: bool,
    pub(crate) receiver_gone: bool,
}

impl<I: DeviceFrame> Hub<I> {
    pub(crate) fn new(flight: Flight<I>) -> Self {
        Self {
            state: Mutex::new(State {
                flight,
                submitter_gone: false,
                receiver_gone: false,
            }),
            changed: Condvar::new(),
        }
    }

    /// Wakes the half that waits.
    pub(crate) fn tell(&self) {
        self.changed.notify_all();
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State<I>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn wait_for_room(&self) -> Result<(), Error> {
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
    pub(crate) fn wait_for_packet(&self, end: Option<Instant>) -> Result<bool, Error> {
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
    pub(crate) fn is_given_up(&self) -> bool {
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
        self.tell();
    }
}

impl<I: DeviceFrame> fmt::Debug for Hub<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let in_flight = self.state().flight.in_flight();
        write!(f, "Hub({in_flight} in flight)")
    }
}
