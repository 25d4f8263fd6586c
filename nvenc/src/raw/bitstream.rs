//! Output buffers.

use super::{
    encoder::{RawEncoder, call},
    sys::*,
};
use crate::error::Error;
use std::{ffi::c_void, ptr::NonNull, slice, sync::Arc};

/// Whether to wait for a picture that is not coded yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    Yes,
    No,
}

/// One output buffer of a session.
#[derive(Debug)]
pub(crate) struct RawBitstream {
    handle: NonNull<c_void>,
    /// Locked, and the lock not undone: only while a [`LockedBitstream`] lives, or for good
    /// after one was forgotten.
    locked: bool,
    encoder: Arc<RawEncoder>,
}

// SAFETY: the handle belongs to the session, which may be used from any thread.
unsafe impl Send for RawBitstream {}

impl RawBitstream {
    pub(crate) fn new(encoder: &Arc<RawEncoder>) -> Result<Self, Error> {
        let mut parameters: NV_ENC_CREATE_BITSTREAM_BUFFER = encoder.versioned();
        call!(encoder, nvEncCreateBitstreamBuffer, &mut parameters)?;
        let handle = NonNull::new(parameters.bitstreamBuffer)
            .ok_or_else(|| Error::no_handle("nvEncCreateBitstreamBuffer"))?;
        Ok(Self {
            handle,
            locked: false,
            encoder: Arc::clone(encoder),
        })
    }

    /// The handle, for a picture to be coded into the buffer.
    pub(crate) fn for_output(&mut self) -> NV_ENC_OUTPUT_PTR {
        // A forgotten lock would make the driver refuse the buffer.
        self.unlock();
        self.handle.as_ptr()
    }

    /// Locks the buffer's picture; `None` when it is not coded yet and not waited for.
    pub(crate) fn lock(&mut self, wait: Wait) -> Result<Option<LockedBitstream<'_>>, Error> {
        let mut parameters: NV_ENC_LOCK_BITSTREAM = self.encoder.versioned();
        parameters.outputBitstream = self.handle.as_ptr();
        parameters.set_doNotWait((wait == Wait::No).into());
        match call!(&self.encoder, nvEncLockBitstream, &mut parameters) {
            Ok(()) => {
                self.locked = true;
                Ok(Some(LockedBitstream {
                    buffer: self,
                    parameters,
                }))
            }
            Err(Error::Driver { status, .. })
                if wait == Wait::No && status.0 == NVENCSTATUS::NV_ENC_ERR_LOCK_BUSY =>
            {
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    fn unlock(&mut self) {
        // After a failure it is tried again when the buffer is used again.
        self.locked = self.locked && self.try_unlock().is_err();
    }

    fn try_unlock(&self) -> Result<(), Error> {
        call!(&self.encoder, nvEncUnlockBitstream, self.handle.as_ptr())
    }

    fn destroy(&self) -> Result<(), Error> {
        call!(
            &self.encoder,
            nvEncDestroyBitstreamBuffer,
            self.handle.as_ptr()
        )
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
    buffer: &'b mut RawBitstream,
    parameters: NV_ENC_LOCK_BITSTREAM,
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
        &self.parameters
    }
}

impl Drop for LockedBitstream<'_> {
    fn drop(&mut self) {
        self.buffer.unlock();
    }
}
