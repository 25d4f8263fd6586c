use crate::{Api, Encoder, Error};
use nvframe::cudarc::driver::CudaContext;
use std::{
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// How often the first in the queue asks. Sessions are also closed by other processes, of which
/// nobody tells.
const ASK_AGAIN: Duration = Duration::from_millis(20);

/// A queue for encode sessions: who finds none free waits for its turn instead of failing.
///
/// GeForce drivers limit how many sessions a system has, and any GPU's memory is full some
/// day. All that share a value (it is cheap to clone) are served in the order in which they
/// asked; only the first in the queue asks the driver, so nobody who came later is served
/// before.
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
    queue: Arc<Queue>,
}

#[derive(Debug, Default)]
struct Queue {
    turns: Mutex<Turns>,
    /// Told when somebody leaves the queue.
    changed: Condvar,
}

#[derive(Debug, Default)]
struct Turns {
    /// The next number to give.
    next: u64,
    /// Those who wait, in order.
    waiting: Vec<u64>,
}

impl Admission {
    /// A queue in which nobody waits yet.
    pub fn new(api: &Api) -> Self {
        Self {
            api: api.clone(),
            queue: Arc::default(),
        }
    }

    /// Opens the encoder of the GPU of `context`, as [`Api::open`] does; while the driver gives
    /// no session, waits in the queue, for `patience` at most.
    ///
    /// # Errors
    /// * [`Error::NoSession`] when there was still none at the end.
    /// * Those of [`Api::open`], at once.
    pub fn open(&self, context: &Arc<CudaContext>, patience: Duration) -> Result<Encoder, Error> {
        let end = Instant::now().checked_add(patience);
        let turn = self.queue.enter();
        turn.wait(end);
        loop {
            match self.api.open(context) {
                Err(Error::NoSession { .. }) if !turn.is_over(end) => turn.pause(),
                opened => return opened,
            }
        }
    }

    /// How many are in the queue, those included that are being served.
    pub fn waiting(&self) -> usize {
        self.queue.turns().waiting.len()
    }
}

impl Queue {
    fn enter(&self) -> Turn<'_> {
        let mut turns = self.turns();
        let number = turns.next;
        turns.next += 1;
        turns.waiting.push(number);
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
    /// Waits until it is the first, or until `end`.
    fn wait(&self, end: Option<Instant>) {
        let mut turns = self.queue.turns();
        while turns.waiting.first() != Some(&self.number) && !self.is_over(end) {
            let left = end.map_or(ASK_AGAIN, |end| {
                end.saturating_duration_since(Instant::now())
            });
            let waited = self.queue.changed.wait_timeout(turns, left);
            turns = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn is_over(&self, end: Option<Instant>) -> bool {
        end.is_some_and(|end| Instant::now() >= end)
    }

    fn pause(&self) {
        std::thread::sleep(ASK_AGAIN);
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        let mut turns = self.queue.turns();
        turns.waiting.retain(|number| *number != self.number);
        self.queue.changed.notify_all();
    }
}
