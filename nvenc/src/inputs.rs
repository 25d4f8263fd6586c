//! Frames that the encoder may still read.

use crate::{
    Error, Picture,
    registrations::{InUse, Registrations},
};
use std::collections::VecDeque;

/// Frames in flight, by the number of their submission.
#[derive(Debug)]
pub(crate) struct Inputs<I> {
    /// Number of the first of `held`.
    first: u64,
    held: VecDeque<Held<I>>,
}

/// A frame in flight.
#[derive(Debug)]
pub(crate) struct Held<I> {
    frame: Option<I>,
    in_use: InUse,
    picture: Picture,
    /// Its coded picture was locked.
    coded: bool,
}

impl<I> Held<I> {
    pub(crate) fn new(frame: I, in_use: InUse, picture: Picture) -> Self {
        Self {
            frame: Some(frame),
            in_use,
            picture,
            coded: false,
        }
    }
}

impl<I> Inputs<I> {
    pub(crate) fn new(depth: usize) -> Self {
        // A frame waits for the output submitted with it and for its own picture: at most
        // twice the depth, so that it never grows.
        Self {
            first: 0,
            held: VecDeque::with_capacity(2 * depth),
        }
    }

    pub(crate) fn push(&mut self, held: Held<I>) {
        self.held.push_back(held);
    }

    /// Notes that the picture of submission `number` was locked; gives what was said of it.
    pub(crate) fn coded(&mut self, number: u64) -> Option<Picture> {
        let place = usize::try_from(number.checked_sub(self.first)?).ok()?;
        let held = self.held.get_mut(place)?;
        held.coded = true;
        Some(held.picture)
    }

    /// Lets go of the frames that are coded and whose own output, one of the first
    /// `locked`, was locked: until then the driver may not be asked to unmap them. They go to
    /// `released`, and what goes wrong first to `failure`.
    #[inline]
    pub(crate) fn release(
        &mut self,
        locked: u64,
        registrations: &mut Registrations,
        released: &mut Vec<I>,
        failure: &mut Option<Error>,
    ) {
        // Without reordering there is one, in front.
        while self.first < locked && self.held.front().is_some_and(|front| front.coded) {
            if let Some(Held { frame, in_use, .. }) = self.held.pop_front() {
                let_go(frame, in_use, registrations, released, failure);
            }
            self.first += 1;
        }
        if self.first < locked {
            let own_locked = usize::try_from(locked - self.first).unwrap_or(usize::MAX);
            let rest = self.held.iter_mut().take(own_locked);
            for Held { frame, in_use, .. } in rest.filter(|held| held.coded) {
                let_go(frame.take(), *in_use, registrations, released, failure);
            }
        }
    }

    /// Lets go of every frame, when the session ends.
    pub(crate) fn clear(&mut self, registrations: &mut Registrations) {
        // There is nobody to tell of a failure, and the session's resources go with it.
        let (mut released, mut failure) = (Vec::new(), None);
        for Held { frame, in_use, .. } in self.held.drain(..) {
            let_go(frame, in_use, registrations, &mut released, &mut failure);
        }
    }
}

/// Unmaps a frame, unless that was done before, and passes it on to be dropped.
#[inline]
fn let_go<I>(
    frame: Option<I>,
    in_use: InUse,
    registrations: &mut Registrations,
    released: &mut Vec<I>,
    failure: &mut Option<Error>,
) {
    let Some(frame) = frame else { return };
    released.push(frame);
    if let Err(error) = registrations.unmap(in_use) {
        failure.get_or_insert(error);
    }
}
