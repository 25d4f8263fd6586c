//! Output buffers.

use super::{
    encoder::{RawEncoder, call, call_as_is},
    sys::*,
};
use crate::Error;
use std::{
    ffi::c_void,
    ptr::NonNull,
    slice,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// Whether to wait for a picture that is not coded yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    Yes,
    No,
    /// By asking again and again, so that a driver that never answers holds nobody.
    Until(Instant),
}

/// The shortest and the longest pause before asking again.
const PAUSES: (Duration, Duration) = (Duration::from_micros(50), Duration::from_millis(2));

/// One output buffer of a session.
#[derive(Debug)]
pub(crate) struct RawBitstream {
    handle: NonNull<c_void>,
    holds: Holds,
    /// Locked, and the lock not undone: only while a [`LockedBitstream`] lives, or for good
    /// after one was forgotten. Who may use the buffer is settled elsewhere, so the flag
    /// orders nothing.
    locked: AtomicBool,
    encoder: Arc<RawEncoder>,
}

/// What a buffer was made for.
#[derive(Clone, Copy, Debug)]
enum Holds {
    Pictures,
    Vectors,
}

// SAFETY: the handle belongs to the session, which may be used from any thread.
unsafe impl Send for RawBitstream {}
// SAFETY: as above; one thread may submit while another locks.
unsafe impl Sync for RawBitstream {}

impl RawBitstream {
    pub(crate) fn new(encoder: &Arc<RawEncoder>) -> Result<Self, Error> {
        let mut parameters: NV_ENC_CREATE_BITSTREAM_BUFFER = encoder.versioned();
        call!(encoder, nvEncCreateBitstreamBuffer, &mut parameters)?;
        let handle = NonNull::new(parameters.bitstreamBuffer)
            .ok_or_else(|| Error::no_handle("nvEncCreateBitstreamBuffer"))?;
        Ok(Self::own(handle, Holds::Pictures, encoder))
    }

    /// One for the vectors of motion estimation, which are locked as pictures are.
    pub(crate) fn for_vectors(encoder: &Arc<RawEncoder>) -> Result<Self, Error> {
        let mut parameters: NV_ENC_CREATE_MV_BUFFER = encoder.versioned();
        call!(encoder, nvEncCreateMVBuffer, &mut parameters)?;
        let handle = NonNull::new(parameters.mvBuffer)
            .ok_or_else(|| Error::no_handle("nvEncCreateMVBuffer"))?;
        Ok(Self::own(handle, Holds::Vectors, encoder))
    }

    fn own(handle: NonNull<c_void>, holds: Holds, encoder: &Arc<RawEncoder>) -> Self {
        Self {
            handle,
            holds,
            locked: AtomicBool::new(false),
            encoder: Arc::clone(encoder),
        }
    }

    /// The handle, for a picture to be coded into the buffer.
    #[inline]
    pub(crate) fn for_output(&self) -> NV_ENC_OUTPUT_PTR {
        // A forgotten lock would make the driver refuse the buffer.
        self.unlock();
        self.handle.as_ptr()
    }

    /// Locks the buffer's picture; `None` when it is not coded yet and waited for no longer.
    /// What the driver says of it goes to `parameters`, in which a session keeps the rest 0.
    #[inline]
    pub(crate) fn lock<'b>(
        &'b self,
        parameters: &'b mut NV_ENC_LOCK_BITSTREAM,
        wait: Wait,
    ) -> Result<Option<LockedBitstream<'b>>, Error> {
        parameters.outputBitstream = self.handle.as_ptr();
        parameters.set_doNotWait((wait != Wait::Yes).into());
        let locked = self.try_lock(parameters, wait)? || self.lock_until(parameters, wait)?;
        Ok(locked.then(|| LockedBitstream {
            buffer: self,
            parameters,
        }))
    }

    /// Asks again and again, as long as may be waited.
    fn lock_until(
        &self,
        parameters: &mut NV_ENC_LOCK_BITSTREAM,
        wait: Wait,
    ) -> Result<bool, Error> {
        let mut pause = PAUSES.0;
        while let Wait::Until(end) = wait
            && Instant::now() < end
        {
            thread::sleep(pause);
            if self.try_lock(parameters, wait)? {
                return Ok(true);
            }
            pause = (2 * pause).min(PAUSES.1);
        }
        Ok(false)
    }

    /// False when the picture is not coded yet and was not to be waited for.
    #[inline]
    fn try_lock(&self, parameters: &mut NV_ENC_LOCK_BITSTREAM, wait: Wait) -> Result<bool, Error> {
        match call_as_is!(&self.encoder, nvEncLockBitstream, parameters) {
            Ok(()) => {
                self.locked.store(true, Ordering::Relaxed);
                Ok(true)
            }
            Err(Error::Driver { status, .. })
                if wait != Wait::Yes && status.0 == NVENCSTATUS::NV_ENC_ERR_LOCK_BUSY =>
            {
                Ok(false)
            }
            Err(error) => Err(error),
        }
    }

    #[inline]
    pub(crate) fn unlock(&self) {
        // After a failure it is tried again when the buffer is used again.
        if self.locked.load(Ordering::Relaxed) && self.try_unlock().is_ok() {
            self.locked.store(false, Ordering::Relaxed);
        }
    }

    fn try_unlock(&self) -> Result<(), Error> {
        call_as_is!(&self.encoder, nvEncUnlockBitstream, self.handle.as_ptr())
    }

    fn destroy(&self) -> Result<(), Error> {
        let (encoder, handle) = (&self.encoder, self.handle.as_ptr());
        match self.holds {
            Holds::Pictures => call!(encoder, nvEncDestroyBitstreamBuffer, handle),
            Holds::Vectors => call!(encoder, nvEncDestroyMVBuffer, handle),
        }
    }
}

impl Drop for RawBitstream {
    fn drop(&mut self) {
        self.unlock();
        // Nothing can be done about a failure: the session's end frees its buffers.
        let _ = self.destroy();
    }
}

/// A coded picture in its output buffer; dropping it unlocks the buffer.
#[derive(Debug)]
pub(crate) struct LockedBitstream<'b> {
    buffer: &'b RawBitstream,
    parameters: &'b NV_ENC_LOCK_BITSTREAM,
}

// SAFETY: the pointers in the parameters are to the driver's memory, which any thread may
// read while the buffer is locked.
unsafe impl Send for LockedBitstream<'_> {}

impl LockedBitstream<'_> {
    pub(crate) fn bytes(&self) -> &[u8] {
        let (start, len) = (
            self.parameters.bitstreamBufferPtr,
            self.parameters.bitstreamSizeInBytes,
        );
        if start.is_null() {
            return &[];
        }
        // SAFETY: while the buffer is locked the driver keeps that many coded bytes there
        // (nvEncodeAPI.h, NV_ENC_LOCK_BITSTREAM), and `self` keeps it locked.
        unsafe { slice::from_raw_parts(start.cast::<u8>(), len as usize) }
    }

    pub(crate) fn parameters(&self) -> &NV_ENC_LOCK_BITSTREAM {
        self.parameters
    }
}

impl Drop for LockedBitstream<'_> {
    #[inline]
    fn drop(&mut self) {
        self.buffer.unlock();
    }
}
