//! Where frames of several sessions come from and go back to.

use super::SegmentFrame;
use crate::{Error, host::PITCH_ALIGNMENT};
use nvframe::{
    DeviceBuffer, Owner, PinnedBuffer, PixelFormat, Size, Surface, cudarc::driver::CudaContext,
};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where the frames of one GPU come from and go back to.
pub(super) struct Pool {
    pub(super) context: Arc<CudaContext>,
    pub(super) size: Size,
    pub(super) format: PixelFormat,
    /// Frames without which it does not go on.
    least: usize,
    state: Mutex<State>,
}

/// What of a pool changes.
pub(super) struct State {
    free: Vec<Arc<Buffer>>,
    made: usize,
    /// Frames that there may be.
    most: usize,
    /// What uploads go through, one for each that there was at the same time.
    staging: Vec<PinnedBuffer>,
}

/// Pinned memory that an upload goes through. It goes back to its pool.
pub(super) struct Staging<'p> {
    /// `None` only while dropped.
    buffer: Option<PinnedBuffer>,
    pool: &'p Pool,
}

/// A frame's memory.
pub(super) struct Buffer {
    pub(super) memory: Arc<DeviceBuffer>,
    /// `memory` once more, as an encoder wants it.
    pub(super) owner: Owner,
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
            staging: Vec::new(),
        };
        Arc::new(Self {
            context: Arc::clone(context),
            size,
            format,
            least,
            state: Mutex::new(state),
        })
    }

    /// Bytes of a frame, unless one is copied in whose rows are further apart.
    pub(super) fn frame_bytes(&self) -> usize {
        frame_bytes(self.format, self.size)
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
                Ok(Some(buffer))
            }
            Err(error) if error.is_shortage() && state.made >= self.least => {
                state.most = state.made;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn pitch(&self) -> usize {
        pitch(self.format, self.size)
    }

    pub(super) fn bind(&self) -> Result<(), Error> {
        nvframe::bind(&self.context).map_err(Error::cuda("cuCtxSetCurrent"))
    }

    pub(super) fn give_back(&self, buffer: Arc<Buffer>) {
        self.state().free.push(buffer);
    }

    /// Pinned memory of at least so many bytes. Nobody waits for another's.
    pub(super) fn staging(&self, bytes: usize) -> Result<Staging<'_>, Error> {
        let kept = self.state().staging.pop();
        let buffer = match kept.filter(|buffer| buffer.as_slice().len() >= bytes) {
            Some(buffer) => buffer,
            None => {
                PinnedBuffer::new(&self.context, bytes).map_err(Error::cuda("cuMemHostAlloc"))?
            }
        };
        Ok(Staging {
            buffer: Some(buffer),
            pool: self,
        })
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Staging<'_> {
    pub(super) fn as_slice(&self) -> &[u8] {
        self.buffer.as_ref().map_or(&[], PinnedBuffer::as_slice)
    }

    pub(super) fn as_mut_slice(&mut self) -> &mut [u8] {
        let buffer = self.buffer.as_mut();
        buffer.map_or(&mut [], PinnedBuffer::as_mut_slice)
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        self.pool.state().staging.extend(self.buffer.take());
    }
}

impl Buffer {
    pub(super) fn new(context: &Arc<CudaContext>, bytes: usize) -> Result<Arc<Self>, Error> {
        let memory = DeviceBuffer::new(context, bytes).map_err(Error::cuda("cuMemAlloc"))?;
        let memory = Arc::new(memory);
        let owner: Owner = Arc::clone(&memory) as Owner;
        Ok(Arc::new(Self { memory, owner }))
    }
}

fn pitch(format: PixelFormat, size: Size) -> usize {
    format.min_pitch(size).next_multiple_of(PITCH_ALIGNMENT)
}

pub(super) fn frame_bytes(format: PixelFormat, size: Size) -> usize {
    format.byte_len(pitch(format, size), size.height as usize)
}

/// No session has it any more.
fn is_free(buffer: &Arc<Buffer>) -> bool {
    Arc::strong_count(buffer) == 1
}
