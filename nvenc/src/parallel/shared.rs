//! What the user's thread and the workers share.

use super::{
    Admission,
    frame::{Lent, SegmentFrame},
    packet::CodedSegment,
    schedule::{Impossible, Next, Schedule},
};
use crate::{Encoder, Error, Picture, Session, SessionBuilder};
use nvframe::cudarc::driver::CudaContext;
use std::{
    fmt,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// A frame and what was said of it.
pub(super) type Submitted = (SegmentFrame, Picture);
type Configure = dyn Fn(Encoder) -> SessionBuilder + Send + Sync;

/// How sessions are made.
pub(super) struct Maker {
    pub(super) admission: Admission,
    /// How long to wait for a session where there is no other.
    pub(super) patience: Duration,
    pub(super) configure: Box<Configure>,
}

impl Maker {
    /// Gives up waiting for a session when `over` says so.
    pub(super) fn session(
        &self,
        context: &Arc<CudaContext>,
        over: impl Fn() -> bool,
    ) -> Result<Session<Lent>, Error> {
        let encoder = self.admission.open_until(context, over)?;
        (self.configure)(encoder).start()
    }
}

/// The schedule, under a lock, and word of its changes.
pub(super) struct Shared {
    pub(super) maker: Maker,
    state: Mutex<State>,
    changed: Condvar,
}

pub(super) struct State {
    pub(super) schedule: Schedule<Submitted, CodedSegment>,
    /// Memory for packets that holds none now.
    pub(super) spare: Vec<CodedSegment>,
    failure: Option<Error>,
    closing: bool,
}

impl Shared {
    /// For workers on these GPUs; whether they take only `whole` segments.
    pub(super) fn new(maker: Maker, gpus: impl IntoIterator<Item = usize>, whole: bool) -> Self {
        Self {
            maker,
            state: Mutex::new(State {
                schedule: Schedule::new(gpus, whole),
                spare: Vec::new(),
                failure: None,
                closing: false,
            }),
            changed: Condvar::new(),
        }
    }

    /// The state, unless a segment has proved impossible.
    pub(super) fn state(&self) -> Result<MutexGuard<'_, State>, Error> {
        let state = self.lock();
        match &state.failure {
            Some(error) => Err(error.clone()),
            None => Ok(state),
        }
    }

    /// Waits for a change while `blocked` says so.
    pub(super) fn wait_while(
        &self,
        blocked: impl Fn(&State) -> bool,
    ) -> Result<MutexGuard<'_, State>, Error> {
        let state = self.changed.wait_while(self.lock(), |state| {
            state.failure.is_none() && blocked(state)
        });
        let state = state.unwrap_or_else(PoisonError::into_inner);
        match &state.failure {
            Some(error) => Err(error.clone()),
            None => Ok(state),
        }
    }

    pub(super) fn tell(&self) {
        self.changed.notify_all();
    }

    /// Ends the workers, whatever they are at.
    pub(super) fn close(&self) {
        self.lock().closing = true;
        self.tell();
    }

    /// The next segment for a worker, with memory for its packets; `None` at the end.
    pub(super) fn take(&self, worker: usize) -> Option<(u64, CodedSegment)> {
        let mut state = self.lock();
        loop {
            if state.closing || state.failure.is_some() {
                return None;
            }
            if let Some(number) = state.schedule.take(worker) {
                let mut coded = state.spare.pop().unwrap_or_default();
                coded.clear();
                return Some((number, coded));
            }
            state = self.wait(state);
        }
    }

    /// Waits for frame number `at` of a segment; `None` to give up.
    pub(super) fn frame(&self, number: u64, at: usize) -> Option<Next<(Lent, Picture)>> {
        let mut state = self.lock();
        loop {
            if state.closing || state.failure.is_some() {
                return None;
            }
            match state.schedule.frame(number, at) {
                Next::Frame((frame, picture)) => {
                    return Some(Next::Frame((frame.lend(), *picture)));
                }
                Next::End => return Some(Next::End),
                Next::Later => state = self.wait(state),
            }
        }
    }

    pub(super) fn finish(&self, number: u64, coded: CodedSegment) {
        let frames = self.lock().schedule.finish(number, coded);
        // They go back to their pool before word goes round that there is room.
        drop(frames);
        self.tell();
    }

    /// A worker has failed the segment that it took.
    pub(super) fn fail(&self, worker: usize, error: Error) {
        let mut state = self.lock();
        let settled = state.schedule.fail(worker);
        state.settled(settled, error);
        drop(state);
        self.tell();
    }

    /// A worker got no session for the segment that it took. It asks again when another worker
    /// has finished one; at once if it gave up `early`, and there is no other any more.
    pub(super) fn rest(&self, worker: usize, error: Error, early: bool) {
        let mut state = self.lock();
        let settled = state.schedule.rest(worker, early);
        state.settled(settled, error);
        drop(state);
        self.tell();
    }

    /// Whether nobody else is there to do a worker's work, and it is still wanted.
    pub(super) fn depends_on(&self, worker: usize) -> bool {
        let state = self.lock();
        !state.closing && state.failure.is_none() && state.schedule.depends_on(worker)
    }

    /// A worker is no more, nor is what it was at coded.
    pub(super) fn retire(&self, worker: usize, error: Error) {
        let mut state = self.lock();
        let settled = state.schedule.retire(worker);
        state.settled(settled, error);
        drop(state);
        self.tell();
    }

    fn wait<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        let state = self.changed.wait(state);
        state.unwrap_or_else(PoisonError::into_inner)
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// The last error is the one to tell.
    fn settled(&mut self, settled: Result<(), Impossible>, error: Error) {
        if settled == Err(Impossible) {
            self.failure.get_or_insert(error);
        }
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Shared").finish_non_exhaustive()
    }
}
