//! Raw pictures in device memory, encoded where they lie.

use std::io::Read as _;
use std::num::NonZeroUsize;
use std::sync::Arc;

use nvenc::cudarc::driver::{CudaContext, DriverError};
use nvenc::{DeviceBuffer, DeviceFrame, Owner, Surface, Uploader};

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
    /// Reads picture `number` of a file.
    fn load(
        context: &Arc<CudaContext>,
        video: &RawVideo,
        number: u64,
        uploader: &mut Uploader,
    ) -> Result<Self> {
        let layout = video.layout();
        let bytes = surface(0, layout).byte_len();
        let buffer = DeviceBuffer::new(context, bytes).map_err(cuda("cuMemAlloc"))?;
        let surface = surface(buffer.address(), layout);
        let mut picture = video.picture(number);
        let read = |rows: &mut [u8]| {
            let read = picture.read_exact(rows);
            read.map_err(Error::system("reading the input"))
        };
        // SAFETY: the surface lies in the buffer, which nobody else knows yet.
        unsafe { uploader.upload(&surface, read) }?;
        Ok(Self {
            surface,
            owner: Arc::new(buffer),
            context: Arc::clone(context),
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
        let planes = surface(0, video.layout()).planes();
        let mut uploader = Uploader::new(&device.context, &planes)?;
        let numbers = (0..video.frames()).take(limit);
        let pictures = numbers
            .map(|number| DevicePicture::load(&device.context, video, number, &mut uploader));
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
