//! Raw pictures in device memory, encoded where they lie.

use std::num::NonZeroUsize;
use std::sync::Arc;

use nvenc::cudarc::driver::{CudaContext, DriverError};
use nvenc::{DeviceBuffer, DeviceFrame, Owner, Surface};

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

impl DeviceVideo {
    /// Reads the file's pictures: `limit` at most, and no more than half of the free device
    /// memory holds as often as it is to be loaded.
    pub(super) fn load(
        device: &Device,
        mut video: RawVideo,
        limit: NonZeroUsize,
        times: usize,
    ) -> Result<Self> {
        let layout = video.layout();
        let (free, _total) = device
            .context
            .mem_get_info()
            .map_err(cuda("cuMemGetInfo"))?;
        let fit = fit(free, times, surface(0, layout).byte_len());
        let limit = limit.get().min(fit);
        let mut staging = vec![0; surface(0, layout).byte_len()];
        let (mut picture, mut pictures) = (Vec::new(), Vec::new());
        while pictures.len() < limit && video.next(&mut picture)? {
            spread(&picture, layout, &mut staging);
            let buffer = upload(&device.context, &staging)?;
            pictures.push(DevicePicture {
                surface: surface(buffer.address(), layout),
                owner: Arc::new(buffer),
                context: Arc::clone(&device.context),
            });
        }
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
    fn long_files_are_cut_to_the_memory() {
        let (free, picture) = (16 << 30, 7680 * 4320 * 3 / 2);
        assert_eq!(fit(free, 1, picture), 172);
        assert_eq!(fit(free, 4, picture), 43);
        assert_eq!(fit(0, 4, picture), 1);
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
