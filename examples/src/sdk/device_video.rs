//! Raw pictures in device memory, encoded where they lie.

use std::num::NonZeroUsize;
use std::sync::Arc;

use nvenc::cudarc::driver::{CudaContext, DriverError};
use nvenc::{DeviceBuffer, DeviceFrame, Owner, Surface};
use nvframe::PinnedBuffer;

use super::raw_video::{Layout, RawVideo};
use crate::device::Device;
use crate::error::{Error, Result};

/// NVENC reads rows that begin at multiples of this fastest.
const PITCH_ALIGNMENT: usize = 256;

/// The pictures of a file in device memory.
#[derive(Debug)]
pub(super) struct DeviceVideo {
    pictures: Vec<DevicePicture>,
}

/// A picture, for as many encoders at the same time as like.
#[derive(Clone, Debug)]
pub(super) struct DevicePicture {
    surface: Surface,
    owner: Owner,
    context: Arc<CudaContext>,
}

// SAFETY: the surface lies in the buffer that is the owner, which was filled before and is
// never written to again.
unsafe impl DeviceFrame for DevicePicture {
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

/// How the rows of a picture lie in a buffer.
fn surface(address: u64, layout: Layout) -> Surface {
    let pitch = layout.format.min_pitch(layout.size);
    let pitch = pitch.next_multiple_of(PITCH_ALIGNMENT);
    Surface::new(address, pitch, layout.size, layout.format)
}

impl DevicePicture {
    /// Reads picture `number` of a file, by way of pinned memory.
    fn load(video: &RawVideo, number: u64, staging: &mut PinnedBuffer) -> Result<Self> {
        let layout = video.layout();
        let planes = surface(0, layout).planes();
        planes
            .read_packed(staging.as_mut_slice(), &mut video.picture(number))
            .map_err(Error::system("reading the input"))?;
        let context = Arc::clone(staging.context());
        let buffer = upload(&context, staging.as_slice())?;
        Ok(Self {
            surface: surface(buffer.address(), layout),
            owner: Arc::new(buffer),
            context,
        })
    }
}

impl DeviceVideo {
    /// Reads the file's pictures: `limit` at most, and no more than half of the free device
    /// memory holds as often as it is to be loaded.
    pub(super) fn load(
        device: &Device,
        video: &RawVideo,
        limit: NonZeroUsize,
        times: usize,
    ) -> Result<Self> {
        let bytes = surface(0, video.layout()).byte_len();
        let (free, _total) = device
            .context
            .mem_get_info()
            .map_err(cuda("cuMemGetInfo"))?;
        let limit = limit.get().min(fit(free, times, bytes));
        let staging = PinnedBuffer::new(&device.context, bytes);
        let mut staging = staging.map_err(cuda("cuMemHostAlloc"))?;
        let numbers = (0..video.frames()).take(limit);
        let pictures = numbers.map(|number| DevicePicture::load(video, number, &mut staging));
        let pictures = pictures.collect::<Result<_>>()?;
        Ok(Self { pictures })
    }

    /// How many pictures there are.
    pub(super) fn len(&self) -> usize {
        self.pictures.len()
    }

    /// Picture number `number` of a stream that goes through the file forwards and backwards
    /// in turn, as AppEncPerf does: the last picture comes twice, and so does the first.
    pub(super) fn picture(&self, number: u64) -> Option<DevicePicture> {
        let place = there_and_back(number, self.pictures.len());
        self.pictures.get(place).cloned()
    }
}

/// Pictures of so many bytes that half of the free memory holds, `times` over; at least one.
fn fit(free: usize, times: usize, bytes: usize) -> usize {
    (free / 2 / times.max(1) / bytes.max(1)).max(1)
}

fn there_and_back(number: u64, count: usize) -> usize {
    let count = count.max(1);
    let place = (number % count as u64) as usize;
    match number / count as u64 % 2 {
        0 => place,
        _ => count - 1 - place,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_come_twice() {
        let order: Vec<usize> = (0..8).map(|number| there_and_back(number, 3)).collect();
        assert_eq!(order, [0, 1, 2, 2, 1, 0, 0, 1]);
        assert_eq!(there_and_back(5, 1), 0);
    }

    #[test]
    fn long_files_are_cut_to_the_memory() {
        let (free, picture) = (16 << 30, 7680 * 4320 * 3 / 2);
        assert_eq!(fit(free, 1, picture), 172);
        assert_eq!(fit(free, 4, picture), 43);
        assert_eq!(fit(0, 4, picture), 1);
    }
}
