//! Pictures that are not coded, on their way to the encoder.

use std::io;
use std::thread::Scope;
use std::time::{Duration, Instant};

use super::{Source, no_pictures};
use crate::demux::RawPicture;
use crate::error::{Error, Result};
use crate::filler::Filler;

/// Frames that are filled, or about to be, while the one before them is submitted.
const AHEAD: u64 = 2;

/// Reads raw pictures on a thread of its own, straight into the pinned memory that an
/// encoder's frames are filled through.
#[derive(Debug)]
pub(super) struct RawReader<F> {
    thread: Filler<F, Option<Filled<F>>>,
    /// Frames that the thread was given, and that it gave back.
    given: u64,
    taken: u64,
}

/// A frame with a picture in it.
#[derive(Debug)]
pub(super) struct Filled<F> {
    pub(super) frame: F,
    pub(super) pts: i64,
    /// How long it took to read.
    pub(super) time: Duration,
}

impl<F: Send> RawReader<F> {
    /// `upload` reads a picture into a frame.
    pub(super) fn start<'s>(
        scope: &'s Scope<'s, '_>,
        mut source: Source,
        upload: impl Fn(&mut F, &mut RawPicture<'_>) -> io::Result<()> + Send + 's,
    ) -> Self
    where
        F: 's,
    {
        let (mut left, mut is_first) = (source.limit(), true);
        let fill = move |mut frame| {
            let started = Instant::now();
            let picture = match left {
                0 => None,
                _ => source.raw_picture()?,
            };
            let Some(mut picture) = picture else {
                return match is_first {
                    true => Err(no_pictures(source.name())),
                    false => Ok(None),
                };
            };
            (left, is_first) = (left - 1, false);
            upload(&mut frame, &mut picture).map_err(Error::upload)?;
            Ok(Some(Filled {
                frame,
                pts: picture.pts,
                time: started.elapsed(),
            }))
        };
        Self {
            thread: Filler::start(scope, AHEAD as usize, fill),
            given: 0,
            taken: 0,
        }
    }

    /// The next frame with a picture in it; `None` after the last. `empty` gives frames to fill;
    /// when it has none it will do to have one under way.
    pub(super) fn next(
        &mut self,
        mut empty: impl FnMut() -> std::result::Result<F, nvenc::Error>,
    ) -> Result<Option<Filled<F>>> {
        while self.given < self.taken + AHEAD {
            match empty() {
                Ok(frame) => self.thread.give(frame),
                Err(nvenc::Error::Full { .. }) if self.given > self.taken => break,
                Err(error) => return Err(error.into()),
            }
            self.given += 1;
        }
        self.taken += 1;
        self.thread.take()
    }
}
