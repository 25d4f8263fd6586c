//! The thread that decodes, and the queue before it.

use std::{
    collections::VecDeque,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
};

use super::convert::Surface;
use crate::{
    codec::{CodecError, Decode, null},
    cuda::{ffi::Outcome, status::INVALID_VALUE},
    picture::Picture,
};

/// Pictures that wait for the engine; the next `cuvidDecodePicture` blocks.
const QUEUE_DEPTH: usize = 4;

/// One call of `cuvidDecodePicture`.
#[derive(Debug)]
pub(super) struct Job {
    /// The surface that the picture goes to.
    pub(super) index: usize,
    pub(super) data: Vec<u8>,
    pub(super) origin: (usize, usize),
    pub(super) field: Field,
}

/// What of a frame a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// All of it.
    None,
    /// Its first field: decoded together with the second.
    First,
    Second,
}

/// How decoding into a surface went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Status {
    /// Nothing was ever decoded into it.
    Empty,
    InProgress,
    Done,
    Failed,
}

/// A running engine. Dropping it waits for the picture in work and forgets the queue.
pub(super) struct Worker {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
    /// What every surface holds with the null codec, which needs no thread.
    nothing: Option<Surface>,
}

struct Shared {
    state: Mutex<State>,
    /// Any change of the state.
    changed: Condvar,
}

#[derive(Default)]
struct State {
    queue: VecDeque<Job>,
    slots: Vec<Slot>,
    closing: bool,
}

#[derive(Clone, Default)]
struct Slot {
    /// Jobs for this surface that are queued or in work.
    pending: usize,
    /// Threads that wait for it, so that a first field does not wait for a second.
    awaited: usize,
    failed: bool,
    surface: Option<Surface>,
}

impl Worker {
    pub(super) fn start(decoder: Box<dyn Decode>, surfaces: usize) -> Self {
        let state = State {
            slots: vec![Slot::default(); surfaces],
            ..State::default()
        };
        let shared = Arc::new(Shared {
            state: Mutex::new(state),
            changed: Condvar::new(),
        });
        if null::is_chosen() {
            return Self {
                shared,
                thread: None,
                nothing: Some(Surface::grey()),
            };
        }
        let engine = Arc::clone(&shared);
        Self {
            shared,
            thread: Some(thread::spawn(move || engine.run(decoder))),
            nothing: None,
        }
    }

    /// Queues a picture, waiting for a place.
    pub(super) fn submit(&self, job: Job) -> Outcome {
        let shared = &*self.shared;
        let full = |state: &mut State| state.queue.len() >= QUEUE_DEPTH;
        let mut state = shared.wait_while(shared.lock(), full);
        let slot = state.slots.get_mut(job.index).ok_or(INVALID_VALUE)?;
        if let Some(nothing) = &self.nothing {
            slot.surface = Some(nothing.clone().again());
            return Ok(());
        }
        slot.pending += 1;
        state.queue.push_back(job);
        shared.changed.notify_all();
        Ok(())
    }

    /// Waits for a surface to be decoded and gives what is in it.
    pub(super) fn surface(&self, index: usize) -> Outcome<Surface> {
        let shared = &*self.shared;
        let mut state = shared.lock();
        state.slots.get_mut(index).ok_or(INVALID_VALUE)?.awaited += 1;
        shared.changed.notify_all();
        let mut state = shared.wait_while(state, |state| state.slots[index].pending > 0);
        let slot = &mut state.slots[index];
        slot.awaited -= 1;
        slot.surface.clone().ok_or(INVALID_VALUE)
    }

    pub(super) fn status(&self, index: usize) -> Outcome<Status> {
        let state = self.shared.lock();
        let slot = state.slots.get(index).ok_or(INVALID_VALUE)?;
        Ok(match slot {
            Slot { pending: 1.., .. } => Status::InProgress,
            Slot { failed: true, .. } => Status::Failed,
            Slot { surface: None, .. } => Status::Empty,
            Slot { .. } => Status::Done,
        })
    }

    /// Changes the number of surfaces once all that is queued was decoded.
    pub(super) fn resize(&self, surfaces: usize) {
        let shared = &*self.shared;
        let busy = |state: &mut State| state.slots.iter().any(|slot| slot.pending > 0);
        let mut state = shared.lock();
        state.slots.iter_mut().for_each(|slot| slot.awaited += 1);
        shared.changed.notify_all();
        let mut state = shared.wait_while(state, busy);
        state.slots.iter_mut().for_each(|slot| slot.awaited -= 1);
        state.slots.resize(surfaces, Slot::default());
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.shared.lock().closing = true;
        self.shared.changed.notify_all();
        if let Some(thread) = self.thread.take() {
            // A decoder's panic was caught where it happened; there is nobody to tell.
            let _ = thread.join();
        }
    }
}

impl Shared {
    fn run(&self, mut decoder: Box<dyn Decode>) {
        while let Some(job) = self.next() {
            let decoded = decoder.decode(&job.data);
            self.finish(&job, decoded);
        }
    }

    /// Waits for work; `None` at the end.
    fn next(&self) -> Option<Job> {
        let idle = |state: &mut State| !state.closing && !state.ready();
        let mut state = self.wait_while(self.lock(), idle);
        if state.closing {
            return None;
        }
        let job = state.take();
        self.changed.notify_all();
        job
    }

    fn finish(&self, job: &Job, decoded: Result<Picture, CodecError>) {
        let mut state = self.lock();
        if let Some(slot) = state.slots.get_mut(job.index) {
            slot.pending = slot.pending.saturating_sub(1);
            slot.failed = decoded.is_err();
            slot.put(decoded, job.origin);
        }
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait_while<'a>(
        &self,
        state: MutexGuard<'a, State>,
        condition: impl FnMut(&mut State) -> bool,
    ) -> MutexGuard<'a, State> {
        self.changed
            .wait_while(state, condition)
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Whether there is a picture that can be decoded now.
    fn ready(&self) -> bool {
        match self.queue.front() {
            None => false,
            Some(job) if job.field != Field::First => true,
            Some(job) => self.queue.len() > 1 || self.slots[job.index].awaited > 0,
        }
    }

    /// The next picture, both fields of it if they are there.
    fn take(&mut self) -> Option<Job> {
        let mut job = self.queue.pop_front()?;
        let pair = |next: &Job| next.field == Field::Second && next.index == job.index;
        if job.field == Field::First && self.queue.front().is_some_and(pair) {
            job.data.append(&mut self.queue.pop_front()?.data);
            let slot = &mut self.slots[job.index];
            slot.pending = slot.pending.saturating_sub(1);
        }
        Some(job)
    }
}

impl Slot {
    /// A picture that cannot be decoded leaves what was there before, or grey.
    fn put(&mut self, decoded: Result<Picture, CodecError>, origin: (usize, usize)) {
        match decoded {
            Ok(picture) => {
                let picture = Arc::new(picture);
                self.surface = Some(Surface { picture, origin });
            }
            Err(_) => {
                let before = self.surface.take();
                self.surface = Some(before.map_or_else(Surface::grey, Surface::again));
            }
        }
    }
}

#[cfg(test)]
mod tests;
