//! Ending in good order when a signal asks for it, as AWS Batch does before it takes a machine.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use tokio::runtime::Builder;
use tokio::signal::unix::{SignalKind, signal};

use crate::error::{Error, Result};

static ASKED: AtomicBool = AtomicBool::new(false);

/// From now on SIGTERM and SIGINT make [`check`] fail; the second one ends the program at once.
///
/// # Errors
/// [`Error::System`] when signals cannot be had.
pub fn watch() -> Result<()> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Error::system("watching signals"))?;
    let (mut terminate, mut interrupt) = runtime
        .block_on(async {
            let terminate = signal(SignalKind::terminate())?;
            Ok((terminate, signal(SignalKind::interrupt())?))
        })
        .map_err(Error::system("watching signals"))?;
    thread::spawn(move || {
        runtime.block_on(async {
            loop {
                tokio::select! {
                    _ = terminate.recv() => {}
                    _ = interrupt.recv() => {}
                }
                if ASKED.swap(true, Ordering::Relaxed) {
                    std::process::exit(Error::Stopped.exit() as i32);
                }
            }
        });
    });
    Ok(())
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
