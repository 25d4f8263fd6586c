//! Raw pictures in device memory, and copies of them that an encoder takes over.

use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};

use nvenc::cudarc::driver::{CudaContext, DriverError, result};
use nvenc::{DeviceBuffer, DeviceFrame, Owner, Surface};

use super::raw_video::{Layout, RawVideo};
use crate::device::Device;
use crate::error::{Error, Result};

/// NVENC reads rows that begin at multiples of this fastest.
const PITCH_ALIGNMENT: usize = 256;

/// The pictures of a file in device memory.
#[derive(Debug)]
pub(super) struct DeviceVideo {
    pictures: Vec<DeviceBuffer>,
    layout: Layout,
}

/// How the rows of a picture lie in a buffer.
fn surface(address: u64, layout: Layout) -> Surface {
    let pitch = layout.format.min_pitch(layout.size);
    let pitch = pitch.next_multiple_of(PITCH_ALIGNMENT);
    Surface::new(address, pitch, layout.size, layout.format)
}

impl DeviceVideo {
    /// Reads the file's pictures, `limit` at most.
    pub(super) fn load(device: &Device, mut video: RawVideo, limit: NonZeroUsize) -> Result<Self> {
        let layout = video.layout();
        let mut staging = vec![0; surface(0, layout).byte_len()];
        let (mut picture, mut pictures) = (Vec::new(), Vec::new());
        while pictures.len() < limit.get() && video.next(&mut picture)? {
            spread(&picture, layout, &mut staging);
            pictures.push(upload(&device.context, &staging)?);
        }
        Ok(Self { pictures, layout })
    }

    /// Picture number `number` of a stream that goes through the file forwards and backwards
    /// in turn, as AppEncPerf does: the last picture comes twice, and so does the first.
    fn picture(&self, number: u64) -> Option<&DeviceBuffer> {
        self.pictures
            .get(there_and_back(number, self.pictures.len()))
    }
}

fn there_and_back(number: u64, count: usize) -> usize {
    let count = count.max(1);
    let place = (number % count as u64) as usize;
    match number / count as u64 % 2 {
        0 => place,
        _ => count - 1 - place,
    }
}

/// Puts packed rows where the encoder wants them.
fn spread(picture: &[u8], layout: Layout, target: &mut [u8]) {
    let planes = surface(0, layout).planes();
    for (plane, source) in planes.iter().zip(layout.planes(picture)) {
        let rows = target[plane.offset..].chunks_mut(plane.pitch);
        for (row, packed) in rows.zip(source.chunks(plane.row_bytes)) {
            row[..packed.len()].copy_from_slice(packed);
        }
    }
}

fn upload(context: &Arc<CudaContext>, bytes: &[u8]) -> Result<DeviceBuffer> {
    let mut buffer = DeviceBuffer::new(context, bytes.len()).map_err(cuda("cuMemAlloc"))?;
    buffer.write(bytes).map_err(cuda("cuMemcpyHtoD"))?;
    Ok(buffer)
}

fn cuda(call: &'static str) -> impl FnOnce(DriverError) -> Error {
    move |source| Error::Encode(nvenc::Error::Cuda { call, source })
}

/// Copies for one session. Each comes back when the encoder is done with it.
///
/// A picture is copied before it is encoded, as AppEncPerf does it: a surface can be mapped
/// once at a time, and here the same picture may be in flight twice in each of many sessions.
#[derive(Debug)]
pub(super) struct Copies<'v> {
    video: &'v DeviceVideo,
    context: Arc<CudaContext>,
    free: Arc<Pool>,
}

/// Buffers that no frame uses now.
type Pool = Mutex<Vec<Buffer>>;

#[derive(Debug)]
struct Buffer {
    memory: Arc<DeviceBuffer>,
    /// `memory` once more, as an encoder wants it.
    owner: Owner,
}

impl<'v> Copies<'v> {
    pub(super) fn new(device: &Device, video: &'v DeviceVideo) -> Self {
        Self {
            video,
            context: Arc::clone(&device.context),
            free: Arc::default(),
        }
    }

    /// Picture number `number` of the stream, in memory of its own.
    pub(super) fn picture(&self, number: u64) -> Result<Copy> {
        let buffer = self.buffer()?;
        if let Some(picture) = self.video.picture(number) {
            nvframe::bind(&self.context).map_err(cuda("cuCtxSetCurrent"))?;
            let (target, source, bytes) =
                (buffer.memory.address(), picture.address(), picture.len());
            // SAFETY: both have `bytes` bytes, by `surface` of one layout. `buffer` is not in
            // the pool, and so is that of no frame.
            unsafe { result::memcpy_dtod_sync(target, source, bytes) }
                .map_err(cuda("cuMemcpyDtoD"))?;
        }
        Ok(Copy {
            surface: surface(buffer.memory.address(), self.video.layout),
            owner: Arc::clone(&buffer.owner),
            context: Arc::clone(&self.context),
            buffer: Some(buffer),
            pool: Arc::clone(&self.free),
        })
    }

    fn buffer(&self) -> Result<Buffer> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(buffer) = free.pop() {
            return Ok(buffer);
        }
        let bytes = surface(0, self.video.layout).byte_len();
        let memory = DeviceBuffer::new(&self.context, bytes).map_err(cuda("cuMemAlloc"))?;
        let memory = Arc::new(memory);
        let owner: Owner = Arc::clone(&memory) as Owner;
        Ok(Buffer { memory, owner })
    }
}

/// A copy of a picture, for an encoder.
#[derive(Debug)]
pub(super) struct Copy {
    surface: Surface,
    owner: Owner,
    context: Arc<CudaContext>,
    /// `None` only while dropped.
    buffer: Option<Buffer>,
    pool: Arc<Pool>,
}

impl Drop for Copy {
    fn drop(&mut self) {
        let mut free = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        free.extend(self.buffer.take());
    }
}

// SAFETY: the surface is fixed when the frame is made and lies in the memory of `owner`, which
// `Copies::buffer` made so long; that is written to only while it belongs to no frame.
unsafe impl DeviceFrame for Copy {
    fn surface(&self) -> Surface {
        self.surface
    }

    fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }

    fn owner(&self) -> &Owner {
        &self.owner
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nvenc::{PixelFormat, Size};

    #[test]
    fn the_ends_come_twice() {
        let order: Vec<usize> = (0..8).map(|number| there_and_back(number, 3)).collect();
        assert_eq!(order, [0, 1, 2, 2, 1, 0, 0, 1]);
        assert_eq!(there_and_back(5, 1), 0);
    }

    #[test]
    fn rows_are_spread() {
        let (size, format) = (Size::new(4, 2), PixelFormat::Iyuv);
        let mut target = vec![0; surface(0, Layout { size, format }).byte_len()];
        spread(
            &[1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 4],
            Layout { size, format },
            &mut target,
        );
        let rows = [0, 256, 512, 640].map(|at| target[at..at + 5].to_vec());
        assert_eq!(rows[0], [1, 1, 1, 1, 0]);
        assert_eq!(rows[1], [2, 2, 2, 2, 0]);
        assert_eq!(rows[2], [3, 3, 0, 0, 0]);
        assert_eq!(rows[3], [4, 4, 0, 0, 0]);
    }
}
