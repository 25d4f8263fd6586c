use crate::{
    Error, PictureInfo,
    raw::{Mapped, RawDecoder},
};
use nvframe::{
    DeviceFrame, Owner, PixelFormat, Plane, Size, Surface,
    cudarc::driver::{
        CudaContext,
        sys::{CUDA_MEMCPY2D, CUmemorytype, cuMemcpy2D_v2},
    },
};
use std::{ptr, sync::Arc};

/// A decoded picture in device memory, owned: dropping it gives its surface back to the
/// decoder.
///
/// It can be submitted to an encoder of the crate `nvenc` as it is, without a copy.
#[doc(alias = "cuvidMapVideoFrame")]
#[doc(alias = "cuvidUnmapVideoFrame")]
#[derive(Debug)]
pub struct Frame {
    decoder: Arc<RawDecoder>,
    owner: Owner,
    mapped: Mapped,
    info: PictureInfo,
}

impl Frame {
    pub(crate) fn new(decoder: Arc<RawDecoder>, mapped: Mapped, info: PictureInfo) -> Self {
        let owner: Owner = Arc::clone(&decoder) as Owner;
        Self {
            decoder,
            owner,
            mapped,
            info,
        }
    }

    /// The timestamp that was pushed with the beginning of this picture.
    pub fn timestamp(&self) -> i64 {
        self.info.timestamp
    }

    /// What the stream says of the picture.
    pub fn info(&self) -> &PictureInfo {
        &self.info
    }

    /// Columns and rows: those of the stream, or what was asked for with
    /// [`crop`](crate::DecoderBuilder::crop) and [`resize`](crate::DecoderBuilder::resize).
    pub fn size(&self) -> Size {
        self.decoder.geometry().size
    }

    pub(crate) fn mapped(&self) -> Mapped {
        self.mapped
    }

    /// How its samples lie in memory.
    pub fn format(&self) -> PixelFormat {
        self.decoder.geometry().format
    }

    /// Where it lies in device memory.
    pub fn surface(&self) -> Surface {
        self.decoder.geometry().surface(self.mapped)
    }

    /// Copies the picture to host memory: plane by plane, rows packed without padding.
    ///
    /// `planes` are as many and as long as [`Surface::planes`] says (rows times row bytes):
    /// for NV12 one of width x height bytes and one of half that.
    ///
    /// # Errors
    /// * [`Error::PlaneLength`] when a plane is missing, too short or too long.
    /// * [`Error::Cuda`] when the copy fails.
    #[doc(alias = "cuMemcpy2D")]
    pub fn download(&self, planes: &mut [&mut [u8]]) -> Result<(), Error> {
        let surface = self.surface();
        let context = self.decoder.context();
        nvframe::bind(context).map_err(Error::cuda("cuCtxSetCurrent"))?;
        let layout = surface.planes();
        // Before anything is written.
        check_lengths(&layout, planes)?;
        layout
            .iter()
            .zip(planes)
            .try_for_each(|(plane, target)| copy_plane(surface.address, plane, target))
    }

    /// The picture in host memory, its planes one after the other, rows packed.
    /// [`download`](Self::download) into memory that is used again is quicker.
    ///
    /// # Errors
    /// [`Error::Cuda`] when the copy fails.
    pub fn to_vec(&self) -> Result<Vec<u8>, Error> {
        let planes = self.surface().planes();
        let mut bytes = vec![0; planes.packed_len()];
        let mut parts = Vec::with_capacity(planes.len());
        let mut rest = bytes.as_mut_slice();
        for plane in planes.iter() {
            let (part, after) = rest.split_at_mut(plane.packed_len());
            parts.push(part);
            rest = after;
        }
        self.download(&mut parts)?;
        Ok(bytes)
    }
}

/// Refuses planes that are not just as many and as long as those of `layout`.
fn check_lengths(layout: &[Plane], planes: &[&mut [u8]]) -> Result<(), Error> {
    for plane in 0..layout.len().max(planes.len()) {
        let needed = layout.get(plane).map_or(0, Plane::packed_len);
        let given = planes.get(plane).map(|plane| plane.len());
        if given != Some(needed) || plane >= layout.len() {
            let given = given.unwrap_or_default();
            return Err(Error::PlaneLength {
                plane,
                needed,
                given,
            });
        }
    }
    Ok(())
}

/// Copies one plane from device memory; `target` holds its rows packed.
fn copy_plane(address: u64, plane: &Plane, target: &mut [u8]) -> Result<(), Error> {
    let copy = CUDA_MEMCPY2D {
        srcXInBytes: 0,
        srcY: 0,
        srcMemoryType: CUmemorytype::CU_MEMORYTYPE_DEVICE,
        srcHost: ptr::null(),
        srcDevice: address + plane.offset as u64,
        srcArray: ptr::null_mut(),
        srcPitch: plane.pitch,
        dstXInBytes: 0,
        dstY: 0,
        dstMemoryType: CUmemorytype::CU_MEMORYTYPE_HOST,
        dstHost: target.as_mut_ptr().cast(),
        dstDevice: 0,
        dstArray: ptr::null_mut(),
        dstPitch: plane.row_bytes,
        WidthInBytes: plane.row_bytes,
        Height: plane.rows,
    };
    // SAFETY: the source is a plane of a mapped surface, the destination has at least
    // `row_bytes * rows` bytes (compared by the caller), and a context is current.
    unsafe { cuMemcpy2D_v2(&copy) }
        .result()
        .map_err(Error::cuda("cuMemcpy2D"))
}

impl Drop for Frame {
    fn drop(&mut self) {
        self.decoder.unmap(self.mapped);
    }
}

// SAFETY: the surface is fixed when the frame is made, and lies within the output surface that
// `Geometry` asked the driver for; the driver leaves a mapped surface
// alone until it is unmapped, in `drop`; and it keeps its output surfaces allocated until the
// decoder, which is the owner, is destroyed.
unsafe impl DeviceFrame for Frame {
    fn surface(&self) -> Surface {
        self.surface()
    }

    fn owner(&self) -> &Owner {
        &self.owner
    }

    fn context(&self) -> &Arc<CudaContext> {
        self.decoder.context()
    }
}
