//! Frames that are filled on other threads while those before them are encoded.

use std::sync::mpsc::{self, Receiver, SyncSender};
use std::thread::Scope;

use crate::error::{Error, Result};

/// A thread that is given frames, and gives back what it made of them, one for one and in order.
///
/// It ends when this is dropped, or after an error.
#[derive(Debug)]
pub(crate) struct Filler<F, T> {
    empty: SyncSender<F>,
    full: Receiver<Result<T>>,
}

impl<F: Send, T: Send> Filler<F, T> {
    /// Starts the thread, which is given `depth` frames at most before one is asked for.
    pub(crate) fn start<'s>(
        scope: &'s Scope<'s, '_>,
        depth: usize,
        fill: impl FnMut(F) -> Result<T> + Send + 's,
    ) -> Self
    where
        F: 's,
        T: 's,
    {
        // There is room for all that it has, so that neither side waits to hand something over.
        let (empty, to_fill) = mpsc::sync_channel(depth);
        let (filled, full) = mpsc::sync_channel(depth);
        scope.spawn(move || work(&to_fill, &filled, fill));
        Self { empty, full }
    }

    /// Gives it a frame to fill.
    pub(crate) fn give(&self, empty: F) {
        // A thread that is gone is noticed when its frame is awaited.
        let _ = self.empty.send(empty);
    }

    /// Waits for what it made of the first frame that was not taken back.
    ///
    /// # Errors
    /// That of filling the frame.
    pub(crate) fn take(&self) -> Result<T> {
        self.full.recv().map_err(|_| ended())?
    }
}

fn work<F, T>(
    empty: &Receiver<F>,
    full: &SyncSender<Result<T>>,
    mut fill: impl FnMut(F) -> Result<T>,
) {
    for frame in empty {
        let filled = fill(frame);
        let failed = filled.is_err();
        if full.send(filled).is_err() || failed {
            return;
        }
    }
}

fn ended() -> Error {
    Error::BadInput("a thread that read the input ended early".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn what_is_given_comes_back_in_order() {
        thread::scope(|scope| {
            let filler = Filler::start(scope, 2, |number: u32| Ok(10 * number));
            filler.give(1);
            for number in 1..100 {
                filler.give(number + 1);
                assert_eq!(filler.take().unwrap(), 10 * number);
            }
        });
    }

    #[test]
    fn an_error_is_the_last_that_comes() {
        thread::scope(|scope| {
            let fill = |number| match number {
                2 => Err(Error::Stopped),
                _ => Ok(number),
            };
            let filler = Filler::start(scope, 3, fill);
            (1..=3).for_each(|number| filler.give(number));
            assert_eq!(filler.take().unwrap(), 1);
            assert!(matches!(filler.take(), Err(Error::Stopped)));
            assert!(matches!(filler.take(), Err(Error::BadInput(_))));
        });
    }
}
