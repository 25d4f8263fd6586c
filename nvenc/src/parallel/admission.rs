use crate::{Api, Encoder, Error, raw::no_session};
use nvframe::cudarc::driver::CudaContext;
use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

/// How often the first in the queue asks. Sessions are also closed by other processes, of which
/// nobody tells.
const ASK_AGAIN: Duration = Duration::from_millis(20);

/// A queue for encode sessions: who finds none free waits for its turn instead of failing.
///
/// GeForce drivers limit how many sessions a system has, and any GPU's memory is full some
/// day. All that share a value (it is cheap to clone) and want the same GPU are served in the
/// order in which they asked: only the first in a GPU's queue asks the driver, and who gives up
/// before its turn came does not ask at all. So nobody who came later is served before, and who
/// waits for one GPU is in nobody's way at another.
///
/// ```
/// use nvenc::{Api, open_device, parallel::Admission};
/// use std::time::Duration;
///
/// # softdevice::activate().unwrap();
/// let gpu = open_device(0)?;
/// let admission = Admission::new(&Api::load()?);
/// let encoder = admission.open(&gpu, Duration::from_secs(60))?;
/// # Ok::<(), nvenc::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Admission {
    api: Api,
    queues: Arc<Queues>,
}

/// A queue for each GPU, by its number.
#[derive(Debug, Default)]
struct Queues(Mutex<HashMap<usize, Arc<Queue>>>);

#[derive(Debug, Default)]
struct Queue {
    turns: Mutex<Turns>,
    /// Told when somebody leaves the queue, or the first was refused.
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Turns {
    /// The next number to give.
    next: u64,
    /// Those who wait, in order.
    waiting: VecDeque<u64>,
    /// The first of them was refused, so those behind it wait for a session, too.
    refused: bool,
}

impl Admission {
    /// A queue in which nobody waits yet.
    pub fn new(api: &Api) -> Self {
        Self {
            api: api.clone(),
            queues: Arc::default(),
        }
    }

    /// Opens the encoder of the GPU of `context`, as [`Api::open`] does; while the driver gives
    /// no session, waits in the queue, for `patience` at most. Without patience it is for those
    /// who can do without: they get a session if there is one and nobody waits for it.
    ///
    /// # Errors
    /// * [`Error::NoSession`] when there was still none at the end.
    /// * Those of [`Api::open`], at once.
    pub fn open(&self, context: &Arc<CudaContext>, patience: Duration) -> Result<Encoder, Error> {
        let end = Instant::now().checked_add(patience);
        self.open_until(context, || is_over(end))
    }

    /// As [`open`](Self::open); gives up when `over` says so.
    pub(super) fn open_until(
        &self,
        context: &Arc<CudaContext>,
        over: impl Fn() -> bool,
    ) -> Result<Encoder, Error> {
        let queue = self.queues.of(context.ordinal());
        let served = queue.serve(over, || self.api.open(context));
        served.unwrap_or_else(|| Err(no_session(context)))
    }

    /// Waits in the queues of all these GPUs, and opens the encoder of the first that gives a
    /// session; says which. `None` when `over` says so before that.
    pub(super) fn open_any(
        &self,
        contexts: &[&Arc<CudaContext>],
        over: impl Fn() -> bool,
    ) -> Result<Option<(usize, Encoder)>, Error> {
        let queues = contexts.iter().map(|it| self.queues.of(it.ordinal()));
        let queues: Vec<_> = queues.collect();
        let turns: Vec<_> = queues.iter().map(|queue| queue.enter()).collect();
        loop {
            for (place, (turn, context)) in turns.iter().zip(contexts).enumerate() {
                match turn.ask(|| self.api.open(context)) {
                    None | Some(Err(Error::NoSession { .. })) => {}
                    Some(Err(error)) => return Err(error),
                    Some(Ok(encoder)) => return Ok(Some((place, encoder))),
                }
            }
            if over() {
                return Ok(None);
            }
            thread::sleep(ASK_AGAIN);
        }
    }

    /// How many are in the queues of all GPUs, those included that are being served.
    pub fn waiting(&self) -> usize {
        let queues = self.queues.lock();
        let waiting = queues.values().map(|queue| queue.turns().waiting.len());
        waiting.sum()
    }
}

impl Queues {
    fn of(&self, gpu: usize) -> Arc<Queue> {
        Arc::clone(self.lock().entry(gpu).or_default())
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<usize, Arc<Queue>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Queue {
    /// Asks, when it is its turn, until it is given something or `over` says so. `None` if that
    /// is before its turn.
    fn serve<T>(
        &self,
        over: impl Fn() -> bool,
        mut ask: impl FnMut() -> Result<T, Error>,
    ) -> Option<Result<T, Error>> {
        let turn = self.enter();
        if !turn.comes(&over) {
            return None;
        }
        loop {
            match ask() {
                Err(Error::NoSession { .. }) if !over() => turn.pause(),
                given => return Some(given),
            }
        }
    }

    fn enter(&self) -> Turn<'_> {
        let mut turns = self.turns();
        let number = turns.next;
        turns.next += 1;
        turns.waiting.push_back(number);
        Turn {
            queue: self,
            number,
        }
    }

    fn turns(&self) -> MutexGuard<'_, Turns> {
        self.turns.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place in the queue, left when dropped.
struct Turn<'q> {
    queue: &'q Queue,
    number: u64,
}

impl Turn<'_> {
    /// Waits until it is the first; false when it was over before. What the first is told is
    /// waited for: it may be served at once, and so may those behind it.
    fn comes(&self, over: &impl Fn() -> bool) -> bool {
        let mut turns = self.queue.turns();
        while turns.waiting.front() != Some(&self.number) {
            if turns.refused && over() {
                return false;
            }
            let waited = self.queue.changed.wait_timeout(turns, ASK_AGAIN);
            turns = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    /// Asks once, if it is the first.
    fn ask<T>(&self, ask: impl FnOnce() -> Result<T, Error>) -> Option<Result<T, Error>> {
        if self.queue.turns().waiting.front() != Some(&self.number) {
            return None;
        }
        let given = ask();
        if matches!(given, Err(Error::NoSession { .. })) {
            self.refused();
        }
        Some(given)
    }

    /// The first was refused: it asks again a little later.
    fn pause(&self) {
        self.refused();
        thread::sleep(ASK_AGAIN);
    }

    fn refused(&self) {
        self.queue.turns().refused = true;
        self.queue.changed.notify_all();
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut turns = self.queue.turns();
        if turns.waiting.front() == Some(&self.number) {
            turns.refused = false;
        }
        turns.waiting.retain(|number| *number != self.number);
        self.queue.changed.notify_all();
    }
}

fn is_over(end: Option<Instant>) -> bool {
    end.is_some_and(|end| Instant::now() >= end)
}

#[cfg(test)]
mod tests;
