use crate::Error;
use nvframe::{
    DeviceBuffer, DeviceFrame, Owner, PinnedBuffer, PixelFormat, Plane, Planes, Size, Surface,
    cudarc::driver::{CudaContext, result},
};
use std::{
    fmt, io,
    sync::{Arc, Mutex, PoisonError},
};

/// NVENC reads rows that begin at multiples of this fastest.
pub(crate) const PITCH_ALIGNMENT: usize = 256;

/// A picture that is filled from host memory: a surface in device memory with a pinned
/// buffer to copy from. Dropped, it goes back to its session to be used again.
pub struct HostFrame {
    /// `None` only while dropped.
    buffers: Option<Buffers>,
    surface: Surface,
    pool: Arc<Pool>,
}

/// Bytes from one row of a host frame to the next.
fn pitch(format: PixelFormat, size: Size) -> usize {
    format.min_pitch(size).next_multiple_of(PITCH_ALIGNMENT)
}

/// Bytes of a host frame on the device, and in pinned memory.
pub(crate) fn bytes(format: PixelFormat, size: Size) -> usize {
    format.byte_len(pitch(format, size), size.height as usize)
}

/// What a host frame is made of.
struct Buffers {
    pinned: PinnedBuffer,
    device: Arc<DeviceBuffer>,
    /// `device` once more, as an encoder wants it.
    owner: Owner,
}

/// Buffers that no frame uses now.
type Pool = Mutex<Vec<Buffers>>;

impl HostFrame {
    /// Copies a picture in: plane by plane, rows packed without padding.
    ///
    /// `planes` are as many and as long as [`planes`](Self::planes) says (rows times row
    /// bytes): for NV12 one of width x height bytes and one of half that.
    ///
    /// # Errors
    /// * [`Error::PlaneLength`] when a plane is missing, too short or too long.
    /// * [`Error::Cuda`] when the copy fails.
    #[doc(alias = "cuMemcpyHtoD")]
    pub fn upload(&mut self, planes: &[&[u8]]) -> Result<(), Error> {
        let layout = self.surface.planes();
        let Some(buffers) = &mut self.buffers else {
            return Ok(());
        };
        fill(buffers.pinned.as_mut_slice(), &layout, planes)?;
        buffers.copy_to_device()
    }

    /// Reads a picture in, packed as for [`upload`](Self::upload), one plane after the other:
    /// straight into the pinned buffer, where `upload` would copy once more.
    ///
    /// A frame can be sent to another thread for that. It takes several to keep the bus to the
    /// GPU busy from files in the page cache, as one copies slower than the bus does.
    ///
    /// # Errors
    /// * The reader's, `UnexpectedEof` when it ends before the picture does. The picture that
    ///   was in the frame before is still there.
    /// * One that holds an [`Error::Cuda`] when the copy to the GPU fails.
    #[doc(alias = "cuMemcpyHtoD")]
    pub fn upload_from(&mut self, source: &mut impl io::Read) -> io::Result<()> {
        let layout = self.surface.planes();
        let Some(buffers) = &mut self.buffers else {
            return Ok(());
        };
        layout.read_packed(buffers.pinned.as_mut_slice(), source)?;
        buffers.copy_to_device().map_err(io::Error::other)
    }

    fn buffers(&self) -> &Buffers {
        match &self.buffers {
            Some(buffers) => buffers,
            None => unreachable!("only a dropped frame has no buffers"),
        }
    }

    /// The layout of its planes.
    pub fn planes(&self) -> Planes {
        self.surface.planes()
    }
}

/// Puts packed planes where `layout` has them in `target`; nothing if one of them does not fit.
pub(crate) fn fill(target: &mut [u8], layout: &[Plane], planes: &[&[u8]]) -> Result<(), Error> {
    check_lengths(layout, planes)?;
    for (plane, packed) in layout.iter().zip(planes) {
        let rows = target[plane.offset..].chunks_mut(plane.pitch);
        for (row, packed) in rows.zip(packed.chunks(plane.row_bytes)) {
            row[..plane.row_bytes].copy_from_slice(packed);
        }
    }
    Ok(())
}

/// Refuses planes that are not just as many and as long as those of `layout`.
fn check_lengths(layout: &[Plane], planes: &[&[u8]]) -> Result<(), Error> {
    for plane in 0..layout.len().max(planes.len()) {
        let needed = layout.get(plane).map_or(0, Plane::packed_len);
        let given = planes.get(plane).map_or(0, |packed| packed.len());
        if given != needed || plane >= layout.len() {
            return Err(Error::PlaneLength {
                plane,
                needed,
                given,
            });
        }
    }
    Ok(())
}

impl Buffers {
    fn new(context: &Arc<CudaContext>, len: usize) -> Result<Self, Error> {
        let device = DeviceBuffer::new(context, len).map_err(Error::cuda("cuMemAlloc"))?;
        let device = Arc::new(device);
        let owner: Owner = Arc::clone(&device) as Owner;
        let pinned = PinnedBuffer::new(context, len).map_err(Error::cuda("cuMemHostAlloc"))?;
        let mut buffers = Self {
            pinned,
            device,
            owner,
        };
        // Device memory comes with what was in it.
        buffers.copy_to_device()?;
        Ok(buffers)
    }

    fn copy_to_device(&mut self) -> Result<(), Error> {
        let context = self.device.context();
        nvframe::bind(context).map_err(Error::cuda("cuCtxSetCurrent"))?;
        // SAFETY: both buffers have the same length; the device one is this frame's alone,
        // and no encoder reads it, as a frame that was submitted is not there to be filled.
        // One lent to motion estimation that failed may be read yet; what comes of that is
        // thrown away.
        unsafe { result::memcpy_htod_sync(self.device.address(), self.pinned.as_slice()) }
            .map_err(Error::cuda("cuMemcpyHtoD"))
    }
}

impl Drop for HostFrame {
    fn drop(&mut self) {
        let mut free = self.pool.lock().unwrap_or_else(PoisonError::into_inner);
        free.extend(self.buffers.take());
    }
}

// SAFETY: the surface is fixed when the frame is made and lies in `device`, which is the
// owner; its bytes are written in `upload` only, with `&mut self`.
unsafe impl DeviceFrame for HostFrame {
    fn surface(&self) -> Surface {
        self.surface
    }

    fn owner(&self) -> &Owner {
        &self.buffers().owner
    }

    fn context(&self) -> &Arc<CudaContext> {
        self.buffers().device.context()
    }
}

impl fmt::Debug for HostFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HostFrame")
            .field("surface", &self.surface)
            .finish_non_exhaustive()
    }
}

/// Where a session's host frames come from.
pub(crate) struct HostPool {
    context: Arc<CudaContext>,
    size: Size,
    format: PixelFormat,
    free: Arc<Pool>,
}

impl HostPool {
    pub(crate) fn new(context: Arc<CudaContext>, size: Size, format: PixelFormat) -> Self {
        Self {
            context,
            size,
            format,
            free: Arc::default(),
        }
    }

    pub(crate) fn take(&self) -> Result<HostFrame, Error> {
        let pitch = pitch(self.format, self.size);
        let free = self
            .free
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        let buffers = match free {
            Some(buffers) => buffers,
            None => Buffers::new(&self.context, bytes(self.format, self.size))?,
        };
        let surface = Surface::new(buffers.device.address(), pitch, self.size, self.format);
        Ok(HostFrame {
            buffers: Some(buffers),
            surface,
            pool: Arc::clone(&self.free),
        })
    }
}

impl fmt::Debug for HostPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HostPool({} {})", self.size, self.format)
    }
}
