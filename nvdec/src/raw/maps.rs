//! The output surfaces that are mapped now.

use crate::error::Error;
use std::{
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// How long a map waits for a surface. A thread that holds all frames itself would wait for
/// ever; another that uses them takes less, even with an encoder in software.
const MAP_TIMEOUT: Duration = Duration::from_secs(60);

/// An output surface that is mapped: where it is. `RawDecoder::unmap` gives it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mapped {
    pub(crate) address: u64,
    pub(crate) pitch: u32,
}

/// The output surfaces that are mapped, kept at or under those there are.
#[derive(Debug)]
pub(super) struct Maps {
    state: Mutex<State>,
    closed: Condvar,
    timeout: Duration,
}

#[derive(Debug)]
struct State {
    open: Vec<OpenMap>,
    /// Surfaces that are about to be mapped.
    reserved: u32,
}

/// A mapped output surface and how many frames share it.
///
/// The driver refuses to map a picture twice at once (CUDA_ERROR_ALREADY_MAPPED, measured on
/// 580.159.04), which VP9 wants when it shows a picture again: both frames get one surface.
#[derive(Debug)]
struct OpenMap {
    mapped: Mapped,
    /// The decode surface it was made from; `None` once another picture was decoded there.
    picture: Option<i32>,
    frames: u32,
}

impl Maps {
    /// For at most `surfaces` maps, so that the list never grows.
    pub(super) fn new(surfaces: u32) -> Self {
        let open = Vec::with_capacity(surfaces as usize);
        Self {
            state: Mutex::new(State { open, reserved: 0 }),
            closed: Condvar::new(),
            timeout: MAP_TIMEOUT,
        }
    }

    /// Another picture is decoded into a decode surface.
    pub(super) fn forget(&self, picture: i32) {
        for open in &mut self.lock().open {
            open.picture = open.picture.filter(|kept| *kept != picture);
        }
    }

    /// The surface of a picture: one it is mapped to already, or what `map` makes of it once
    /// fewer than `surfaces` are in use.
    pub(super) fn share_or(
        &self,
        picture: i32,
        surfaces: u32,
        map: impl FnOnce() -> Result<Mapped, Error>,
    ) -> Result<Mapped, Error> {
        if let Some(mapped) = self.share(picture) {
            return Ok(mapped);
        }
        self.reserve(surfaces)?;
        let mapped = map();
        let mut state = self.lock();
        state.reserved -= 1;
        match mapped {
            Ok(mapped) => state.open.push(OpenMap {
                mapped,
                picture: Some(picture),
                frames: 1,
            }),
            Err(_) => self.closed.notify_all(),
        }
        mapped
    }

    /// One frame more of a mapped surface, once at most `surfaces` are in use.
    pub(super) fn again(&self, mapped: Mapped, surfaces: u32) -> Result<(), Error> {
        let mut state = self.wait_while(surfaces, |in_use| in_use > surfaces)?;
        let open = state.open.iter_mut().find(|open| open.mapped == mapped);
        open.ok_or(Error::Internal)?.frames += 1;
        Ok(())
    }

    fn share(&self, picture: i32) -> Option<Mapped> {
        let mut state = self.lock();
        let open = state
            .open
            .iter_mut()
            .find(|open| open.picture == Some(picture))?;
        open.frames += 1;
        Some(open.mapped)
    }

    fn reserve(&self, surfaces: u32) -> Result<(), Error> {
        let mut state = self.wait_while(surfaces, |in_use| in_use >= surfaces)?;
        state.reserved += 1;
        Ok(())
    }

    /// Waits while there are too many surfaces in use; `surfaces` is what the user is told.
    fn wait_while(
        &self,
        surfaces: u32,
        too_many: impl Fn(u32) -> bool,
    ) -> Result<MutexGuard<'_, State>, Error> {
        let busy = |state: &mut State| too_many(state.open.len() as u32 + state.reserved);
        let (state, waited) = self
            .closed
            .wait_timeout_while(self.lock(), self.timeout, busy)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return Err(Error::SurfacesInUse {
                surfaces,
                seconds: self.timeout.as_secs(),
            });
        }
        Ok(state)
    }

    /// One frame less on a surface; the last calls `unmap`, before another map can begin.
    pub(super) fn release(&self, mapped: Mapped, unmap: impl FnOnce()) {
        let mut state = self.lock();
        let Some(place) = state.open.iter().position(|open| open.mapped == mapped) else {
            return;
        };
        state.open[place].frames -= 1;
        if state.open[place].frames == 0 {
            unmap();
            state.open.swap_remove(place);
            self.closed.notify_all();
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: Mapped = Mapped {
        address: 1,
        pitch: 1,
    };
    const SECOND: Mapped = Mapped {
        address: 2,
        pitch: 1,
    };

    #[test]
    fn a_picture_that_is_mapped_is_shared_and_unmapped_once() {
        let maps = Maps::new(2);
        assert_eq!(maps.share_or(7, 2, || Ok(FIRST)), Ok(FIRST));
        assert_eq!(maps.share_or(7, 2, || panic!("mapped twice")), Ok(FIRST));
        let mut unmapped = 0;
        maps.release(FIRST, || unmapped += 1);
        assert_eq!(unmapped, 0, "one frame is left");
        maps.release(FIRST, || unmapped += 1);
        assert_eq!(unmapped, 1);
    }

    #[test]
    fn a_surface_decoded_over_is_another_picture() {
        let maps = Maps::new(2);
        maps.share_or(7, 2, || Ok(FIRST)).unwrap();
        maps.forget(7);
        assert_eq!(maps.share_or(7, 2, || Ok(SECOND)), Ok(SECOND));
    }

    #[test]
    fn a_surface_mapped_early_counts_when_it_is_taken() {
        let maps = Maps {
            timeout: Duration::ZERO,
            ..Maps::new(2)
        };
        maps.share_or(1, 1, || Ok(FIRST)).unwrap();
        maps.share_or(2, 2, || Ok(SECOND)).unwrap(); // early
        let (surfaces, seconds) = (1, 0);
        let full = Err(Error::SurfacesInUse { surfaces, seconds });
        assert_eq!(maps.again(SECOND, 1), full);
        maps.release(FIRST, || ());
        assert_eq!(maps.again(SECOND, 1), Ok(()));
        assert_eq!(maps.share_or(3, 1, || Ok(FIRST)), full.map(|()| FIRST));
    }

    #[test]
    fn a_failed_map_takes_no_surface() {
        let maps = Maps::new(1);
        let refused = maps.share_or(1, 1, || Err(Error::Internal));
        assert_eq!(refused, Err(Error::Internal));
        assert_eq!(maps.share_or(1, 1, || Ok(FIRST)), Ok(FIRST));
    }
}
