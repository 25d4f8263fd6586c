//! Where frames of several sessions come from and go back to.

use super::SegmentFrame;
use crate::{
    Error,
    host::{self, Buffer},
    uploads::Uploads,
};
use nvframe::{PixelFormat, Size, Surface, cudarc::driver::CudaContext};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where the frames of one GPU come from and go back to.
pub(super) struct Pool {
    pub(super) context: Arc<CudaContext>,
    pub(super) size: Size,
    pub(super) format: PixelFormat,
    /// Frames without which it does not go on.
    least: usize,
    pub(super) uploads: Uploads,
    state: Mutex<State>,
}

/// What of a pool changes.
pub(super) struct State {
    free: Vec<Arc<Buffer>>,
    made: usize,
    /// Frames that there may be.
    most: usize,
}

impl Pool {
    pub(super) fn new(
        context: &Arc<CudaContext>,
        size: Size,
        format: PixelFormat,
        least: usize,
        most: usize,
    ) -> Arc<Self> {
        let state = State {
            free: Vec::new(),
            made: 0,
            most,
        };
        Arc::new(Self {
            context: Arc::clone(context),
            size,
            format,
            least,
            uploads: Uploads::new(context, size, format),
            state: Mutex::new(state),
        })
    }

    /// Bytes of a frame, unless one is copied in whose rows are further apart.
    pub(super) fn frame_bytes(&self) -> usize {
        host::bytes(self.format, self.size)
    }

    /// Bytes of all the frames that there may be.
    pub(super) fn most_bytes(&self) -> usize {
        self.state().most.saturating_mul(self.frame_bytes())
    }

    pub(super) fn has_room(&self) -> bool {
        let state = self.state();
        state.made < state.most || state.free.iter().any(is_free)
    }

    /// A frame to fill; `None` when there is none left. Where the GPU's memory is full it makes
    /// do with the frames that it has, if they are enough.
    pub(super) fn take(
        self: &Arc<Self>,
        in_hand: Option<Arc<()>>,
    ) -> Result<Option<SegmentFrame>, Error> {
        let mut state = self.state();
        let buffer = match state.free.iter().position(is_free) {
            Some(place) => state.free.swap_remove(place),
            None => match self.make(&mut state)? {
                Some(buffer) => buffer,
                None => return Ok(None),
            },
        };
        drop(state);
        let surface = Surface::new(
            buffer.memory.address(),
            self.pitch(),
            self.size,
            self.format,
        );
        Ok(Some(SegmentFrame::new(
            buffer,
            surface,
            Arc::clone(self),
            in_hand,
        )))
    }

    fn make(&self, state: &mut State) -> Result<Option<Arc<Buffer>>, Error> {
        if state.made >= state.most {
            return Ok(None);
        }
        match Buffer::new(&self.context, self.frame_bytes()) {
            Ok(buffer) => {
                state.made += 1;
                Ok(Some(Arc::new(buffer)))
            }
            Err(error) if error.is_shortage() && state.made >= self.least => {
                state.most = state.made;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn pitch(&self) -> usize {
        host::pitch(self.format, self.size)
    }

    pub(super) fn bind(&self) -> Result<(), Error> {
        nvframe::bind(&self.context).map_err(Error::cuda("cuCtxSetCurrent"))
    }

    pub(super) fn give_back(&self, buffer: Arc<Buffer>) {
        self.state().free.push(buffer);
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// No session has it any more.
fn is_free(buffer: &Arc<Buffer>) -> bool {
    Arc::strong_count(buffer) == 1
}
