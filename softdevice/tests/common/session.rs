//! A session, its buffers, and the packets that come out of it.

use super::{API, Handle, S, Setup, context, cuda, open, params, the_list};
use crate::{enc, gives};
use nvenc_sys::*;
use std::ffi::CStr;

/// An open session; destroyed when dropped.
pub struct Session {
    pub encoder: Handle,
    pub context: Handle,
}

impl Session {
    pub fn open() -> Self {
        let context = context();
        let (status, encoder) = open(&params(context));
        assert_eq!(status, S::NV_ENC_SUCCESS);
        Self { encoder, context }
    }

    /// Opened and initialised.
    pub fn start(setup: &mut Setup) -> Self {
        let session = Self::open();
        assert_eq!(
            session.initialise(setup),
            S::NV_ENC_SUCCESS,
            "{}",
            session.error()
        );
        session
    }

    pub fn list(&self) -> &'static NV_ENCODE_API_FUNCTION_LIST {
        the_list()
    }

    pub fn initialise(&self, setup: &mut Setup) -> S {
        setup.params.encodeConfig = &raw mut setup.config;
        enc!(*self, nvEncInitializeEncoder(&mut setup.params))
    }

    /// What the driver says of the last failure.
    pub fn error(&self) -> String {
        let text = enc!(*self, nvEncGetLastErrorString());
        // SAFETY: the function gives a string that lives as long as the session.
        let text = unsafe { CStr::from_ptr(text) };
        text.to_str().unwrap().to_owned()
    }

    pub fn input(&self, format: NV_ENC_BUFFER_FORMAT, width: u32, height: u32) -> Handle {
        let mut create = NV_ENC_CREATE_INPUT_BUFFER {
            width,
            height,
            bufferFmt: format,
            ..NV_ENC_CREATE_INPUT_BUFFER::versioned(API)
        };
        let status = enc!(*self, nvEncCreateInputBuffer(&mut create));
        assert_eq!(status, S::NV_ENC_SUCCESS, "{}", self.error());
        create.inputBuffer
    }

    pub fn output(&self) -> Handle {
        let mut create = NV_ENC_CREATE_BITSTREAM_BUFFER::versioned(API);
        let status = enc!(*self, nvEncCreateBitstreamBuffer(&mut create));
        assert_eq!(status, S::NV_ENC_SUCCESS);
        create.bitstreamBuffer
    }

    /// Writes rows of `width` bytes, one after the other, into an input buffer.
    pub fn fill(&self, input: Handle, width: usize, bytes: &[u8]) {
        let mut lock = NV_ENC_LOCK_INPUT_BUFFER {
            inputBuffer: input,
            ..NV_ENC_LOCK_INPUT_BUFFER::versioned(API)
        };
        gives!(NV_ENC_SUCCESS, enc!(*self, nvEncLockInputBuffer(&mut lock)));
        for (y, row) in bytes.chunks(width).enumerate() {
            let place = lock
                .bufferDataPtr
                .wrapping_byte_add(y * lock.pitch as usize);
            // SAFETY: the tests' pictures are as large as the buffers they made for them.
            unsafe { place.cast::<u8>().copy_from(row.as_ptr(), row.len()) };
        }
        gives!(NV_ENC_SUCCESS, enc!(*self, nvEncUnlockInputBuffer(input)));
    }

    pub fn end(&self) -> S {
        let mut picture = NV_ENC_PIC_PARAMS {
            encodePicFlags: 8,
            ..NV_ENC_PIC_PARAMS::versioned(API)
        };
        enc!(*self, nvEncEncodePicture(&mut picture))
    }

    pub fn lock(&self, output: Handle, do_not_wait: bool) -> Result<Packet, S> {
        let mut lock = NV_ENC_LOCK_BITSTREAM {
            outputBitstream: output,
            ..NV_ENC_LOCK_BITSTREAM::versioned(API)
        };
        lock.set_doNotWait(do_not_wait.into());
        match enc!(*self, nvEncLockBitstream(&mut lock)) {
            S::NV_ENC_SUCCESS => {}
            status => return Err(status),
        }
        let size = lock.bitstreamSizeInBytes as usize;
        // SAFETY: a locked buffer holds as many bytes as it says, until it is unlocked.
        let bytes = unsafe { std::slice::from_raw_parts(lock.bitstreamBufferPtr.cast(), size) };
        let data: &[u8] = bytes;
        Ok(Packet {
            data: data.to_vec(),
            kind: lock.pictureType,
            timestamp: lock.outputTimeStamp,
            duration: lock.outputDuration,
            qp: lock.frameAvgQP,
            slices: lock.numSlices,
        })
    }

    pub fn unlock(&self, output: Handle) -> S {
        enc!(*self, nvEncUnlockBitstream(output))
    }

    /// A coded picture, its buffer free again.
    pub fn take(&self, output: Handle) -> Packet {
        let packet = self.lock(output, false);
        let packet = packet.unwrap_or_else(|status| panic!("{status:?}: {}", self.error()));
        assert_eq!(self.unlock(output), S::NV_ENC_SUCCESS);
        packet
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        enc!(*self, nvEncDestroyEncoder());
        cuda("cuCtxDestroy_v2", [self.context as u64, 0, 0]);
    }
}

/// What came out of a lock.
pub struct Packet {
    pub data: Vec<u8>,
    pub kind: NV_ENC_PIC_TYPE,
    pub timestamp: u64,
    pub duration: u64,
    pub qp: u32,
    pub slices: u32,
}
