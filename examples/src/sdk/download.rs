//! Frames in pinned host memory, which is used again for each.

use std::mem;
use std::sync::Arc;

use nvdec::Frame;
use nvdec::cudarc::driver::{CudaContext, DriverError};
use nvframe::PinnedBuffer;

use crate::device::Device;
use crate::error::{Error, Result};

/// A place in pinned host memory for one frame at a time.
pub(super) struct Download {
    context: Arc<CudaContext>,
    /// As long as the last frame.
    buffer: Option<(PinnedBuffer, usize)>,
}

impl Download {
    pub(super) fn new(device: &Device) -> Self {
        Self {
            context: Arc::clone(&device.context),
            buffer: None,
        }
    }

    /// Copies a frame, and gives its planes, one after the other, rows packed.
    pub(super) fn frame(&mut self, frame: &Frame) -> Result<&[u8]> {
        let planes = frame.surface().planes();
        let lengths = planes.iter().map(|plane| plane.row_bytes * plane.rows);
        let buffer = self.buffer(lengths.clone().sum())?;
        let mut rest = buffer.as_mut_slice();
        let mut parts: [&mut [u8]; 3] = Default::default();
        for (part, length) in parts.iter_mut().zip(lengths) {
            (*part, rest) = mem::take(&mut rest).split_at_mut(length);
        }
        let (parts, _) = parts.split_at_mut(planes.len().min(3));
        frame.download(parts)?;
        Ok(buffer.as_slice())
    }

    fn buffer(&mut self, length: usize) -> Result<&mut PinnedBuffer> {
        let kept = self.buffer.take().filter(|(_, kept)| *kept == length);
        let buffer = match kept {
            Some((buffer, _)) => buffer,
            None => PinnedBuffer::new(&self.context, length).map_err(no_memory)?,
        };
        Ok(&mut self.buffer.insert((buffer, length)).0)
    }
}

fn no_memory(source: DriverError) -> Error {
    let call = "cuMemHostAlloc";
    Error::Decode(nvdec::Error::Cuda { call, source })
}
