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
    /// `released`.
    pub(crate) fn release(
        &mut self,
        locked: u64,
        registrations: &mut Registrations,
        released: &mut Vec<I>,
    ) -> Result<(), Error> {
        let mut unmapped = Ok(());
        let mut let_go = |held: &mut Held<I>| {
            if let Err(error) = held.let_go(registrations, released) {
                unmapped = Err(error);
            }
        };
        // Without reordering there is one, in front.
        while let Some(front) = self.held.front_mut()
            && front.coded
            && self.first < locked
        {
            let_go(front);
            self.held.pop_front();
            self.first += 1;
        }
        let own_locked = usize::try_from(locked.saturating_sub(self.first)).unwrap_or(usize::MAX);
        let rest = self.held.iter_mut().take(own_locked);
        rest.filter(|held| held.coded).for_each(let_go);
        unmapped
    }

    /// Lets go of every frame, when the session ends.
    pub(crate) fn clear(&mut self, registrations: &mut Registrations) {
        let mut released = Vec::new();
        for held in &mut self.held {
            // The session ends: there is nobody to tell, and its resources go with it.
            let _ = held.let_go(registrations, &mut released);
        }
    }
}

impl<I> Held<I> {
    /// Unmaps the frame and passes it on, to be dropped.
    fn let_go(
        &mut self,
        registrations: &mut Registrations,
        released: &mut Vec<I>,
    ) -> Result<(), Error> {
        let Some(frame) = self.frame.take() else {
            return Ok(());
        };
        released.push(frame);
        registrations.unmap(self.in_use)
    }
}
