//! Ending in good order when a signal asks for it, as AWS Batch does before it takes a machine.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::future::poll_fn;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::task::{Context, Poll};
use std::thread::{self, sleep};
use std::time::Duration;
use std::{fmt, io, ptr};

use tokio::runtime::{Builder, Runtime};
use tokio::signal::unix::{Signal, SignalKind, signal};

use crate::error::{Error, Result};
use crate::exit::Exit;
use crate::log;

static ASKED: AtomicBool = AtomicBool::new(false);

/// How long the job may take to notice, and to tidy up by itself. Whoever sent the signal waits
/// for some seconds; an encoder may need longer than that for the frames that it has begun.
const GRACE: Duration = Duration::from_secs(2);

/// Has SIGTERM, SIGINT and SIGHUP wait for [`watch`]. Until then they would end the program as if
/// it had failed for good, and opening a GPU takes its time. A program that starts itself again
/// keeps it.
pub fn hold() {
    mask(libc::SIG_BLOCK);
}

fn mask(how: libc::c_int) {
    let mut signals = MaybeUninit::uninit();
    // SAFETY: `sigemptyset` writes a whole set, to memory that has room for it.
    unsafe { libc::sigemptyset(signals.as_mut_ptr()) };
    for signal in watched() {
        // SAFETY: the set was made above, and there are such signals.
        unsafe { libc::sigaddset(signals.as_mut_ptr(), signal) };
    }
    // SAFETY: the set was made above, and null says that the one before is not wanted.
    unsafe { libc::pthread_sigmask(how, signals.as_ptr(), ptr::null_mut()) };
}

/// What asks the program to end. A program that `nohup` started goes on without its terminal.
fn watched() -> impl Iterator<Item = libc::c_int> {
    let hangup = (!is_ignored(libc::SIGHUP)).then_some(libc::SIGHUP);
    [libc::SIGTERM, libc::SIGINT].into_iter().chain(hangup)
}

fn is_ignored(signal: libc::c_int) -> bool {
    let mut action = MaybeUninit::<libc::sigaction>::uninit();
    // SAFETY: null changes nothing, and there is room for what is in force.
    let told = unsafe { libc::sigaction(signal, ptr::null(), action.as_mut_ptr()) };
    if told != 0 {
        return false;
    }
    // SAFETY: zero says that all of it was written.
    unsafe { action.assume_init() }.sa_sigaction == libc::SIG_IGN
}

/// From now on SIGTERM, SIGINT and SIGHUP make [`check`] fail.
///
/// A job that has not come to its end two seconds after the signal, or at a second one, is not
/// waited for: uploads are aborted, temporary files removed, and the program ends. A third signal
/// ends it as it is.
///
/// # Errors
/// [`Error::System`] when signals cannot be had.
pub fn watch() -> Result<()> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Error::system("watching signals"))?;
    let signals = runtime
        .block_on(async {
            let kinds = watched().map(SignalKind::from_raw);
            kinds.map(signal).collect::<io::Result<Vec<Signal>>>()
        })
        .map_err(Error::system("watching signals"))?;
    thread::spawn(move || wait(&runtime, signals));
    mask(libc::SIG_UNBLOCK);
    Ok(())
}

/// [`watch`], unless that was done before.
///
/// # Errors
/// Those of [`watch`], once.
pub(crate) fn watch_once() -> Result<()> {
    static WATCHED: Once = Once::new();
    let mut watched = Ok(());
    WATCHED.call_once(|| watched = watch());
    watched
}

fn wait(runtime: &Runtime, mut signals: Vec<Signal>) {
    let mut next = || runtime.block_on(poll_fn(|context| any(&mut signals, context)));
    next();
    ASKED.store(true, Ordering::Relaxed);
    thread::spawn(|| {
        sleep(GRACE);
        end();
    });
    next();
    thread::spawn(|| end());
    next();
    exit()
}

/// Once, however many ask for it, and while nothing is begun that would have to be undone.
fn end() -> ! {
    let _held = ACTIONS.do_all();
    log::error(&Error::Stopped.to_string());
    exit()
}

fn any(signals: &mut [Signal], context: &mut Context<'_>) -> Poll<()> {
    let mut signals = signals.iter_mut();
    match signals.any(|signal| signal.poll_recv(context).is_ready()) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    }
}

/// Without the exit handlers: those of a driver would wait for, or fall over, its own threads.
fn exit() -> ! {
    // SAFETY: `_exit` takes any number, returns to nobody and runs none of this program's code.
    unsafe { libc::_exit(Exit::TryAgain as i32) }
}

/// Fails when a signal has asked the program to end.
///
/// # Errors
/// [`Error::Stopped`]
pub fn check() -> Result<()> {
    match ASKED.load(Ordering::Relaxed) {
        true => Err(Error::Stopped),
        false => Ok(()),
    }
}

/// What is to be done.
pub(crate) type Action = Box<dyn FnOnce() + Send>;

/// What is to be done if the program must end at once.
struct Actions {
    all: Mutex<BTreeMap<u64, Action>>,
    next: AtomicU64,
}

static ACTIONS: Actions = Actions::new();

impl Actions {
    const fn new() -> Self {
        Self {
            all: Mutex::new(BTreeMap::new()),
            next: AtomicU64::new(0),
        }
    }

    /// Adds what undoes that which `make` makes, with no end of the program in between.
    fn add<T, E>(
        &'static self,
        make: impl FnOnce() -> std::result::Result<(T, Action), E>,
    ) -> std::result::Result<(T, Undo), E> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let mut all = self.lock();
        let (made, action) = make()?;
        all.insert(number, action);
        let among = self;
        Ok((made, Undo { number, among }))
    }

    /// Nothing can be added, or taken away, until what comes back is dropped.
    fn do_all(&self) -> MutexGuard<'_, BTreeMap<u64, Action>> {
        let mut all = self.lock();
        while let Some((_, action)) = all.pop_first() {
            action();
        }
        all
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<u64, Action>> {
        self.all.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// While this lives, a program that must end at once does the action first.
pub(crate) struct Undo {
    number: u64,
    among: &'static Actions,
}

/// Has `action` done if the program must end before the [`Undo`] is dropped.
pub(crate) fn undo(action: impl FnOnce() + Send + 'static) -> Undo {
    let made = ACTIONS.add(|| Ok::<_, Infallible>(((), Box::new(action) as Action)));
    match made {
        Ok(((), undo)) => undo,
        Err(never) => match never {},
    }
}

/// Makes something, and has it undone as [`undo`] does, even if the program must end meanwhile.
pub(crate) fn make_undoable<T, E>(
    make: impl FnOnce() -> std::result::Result<(T, Action), E>,
) -> std::result::Result<(T, Undo), E> {
    ACTIONS.add(make)
}

impl Drop for Undo {
    fn drop(&mut self) {
        self.among.lock().remove(&self.number);
    }
}

impl fmt::Debug for Undo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Undo({})", self.number)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn only_what_is_alive_is_undone() {
        static OWN: Actions = Actions::new();
        let (done, undone) = channel();
        let other = done.clone();
        let add = |action: Action| OWN.add(|| Ok::<_, Infallible>(((), action))).unwrap().1;
        drop(add(Box::new(move || done.send("dropped").unwrap())));
        let alive = add(Box::new(move || other.send("alive").unwrap()));
        drop(OWN.do_all());
        drop(alive);
        assert_eq!(undone.iter().collect::<Vec<_>>(), ["alive"]);
    }
}
