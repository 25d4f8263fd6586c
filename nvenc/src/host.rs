use crate::{Error, uploads::Uploads};
use nvframe::{
    DeviceBuffer, DeviceFrame, Owner, PixelFormat, Planes, Size, Surface,
    cudarc::driver::CudaContext,
};
use std::{
    fmt, io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// NVENC reads rows that begin at multiples of this fastest.
const PITCH_ALIGNMENT: usize = 256;

/// A picture in device memory that is filled from host memory. Dropped, it goes back to its session
/// to be used again.
///
/// Pictures are copied through small pieces of pinned memory: two for each thread that fills frames
/// at the same time, of at most 4 MiB, or a row where that is longer. The session keeps them.
pub struct HostFrame {
    /// `None` only while dropped.
    buffer: Option<Buffer>,
    surface: Surface,
    shared: Arc<Shared>,
}

/// Bytes from one row of a frame to the next, where the crate allocates it.
pub(crate) fn pitch(format: PixelFormat, size: Size) -> usize {
    format.min_pitch(size).next_multiple_of(PITCH_ALIGNMENT)
}

/// Bytes of such a frame.
pub(crate) fn bytes(format: PixelFormat, size: Size) -> usize {
    format.byte_len(pitch(format, size), size.height as usize)
}

/// A frame's memory.
pub(crate) struct Buffer {
    pub(crate) memory: Arc<DeviceBuffer>,
    /// `memory` once more, as an encoder wants it.
    pub(crate) owner: Owner,
}

/// What the frames of a session have in common.
struct Shared {
    uploads: Uploads,
    /// Memory that no frame uses now.
    free: Mutex<Vec<Buffer>>,
}

impl Shared {
    fn free(&self) -> MutexGuard<'_, Vec<Buffer>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl HostFrame {
    /// Copies a picture in: plane by plane, rows packed without padding.
    ///
    /// `planes` are as many and as long as [`planes`](Self::planes) says (rows times row
    /// bytes): for NV12 one of width x height bytes and one of half that.
    ///
    /// Work that you put on a stream to be done with the frame's memory must be done before: the
    /// copies are in no order with any stream.
    ///
    /// # Errors
    /// * [`Error::PlaneLength`] when a plane is missing, too short or too long: then nothing is
    ///   copied.
    /// * [`Error::Cuda`] when there is no pinned memory, or the copy fails. The frame then holds
    ///   parts of the new picture and of what was there before.
    #[doc(alias = "cuMemcpyHtoDAsync")]
    #[doc(alias = "cuMemcpy2DAsync")]
    pub fn upload(&mut self, planes: &[&[u8]]) -> Result<(), Error> {
        // SAFETY: the surface lies in this frame's own buffer, which no encoder reads, as a frame
        // that was submitted is not there to be filled. One lent to motion estimation that failed
        // may be read yet; what comes of that is thrown away.
        unsafe { self.shared.uploads.give(&self.surface, planes) }
    }

    /// Reads a picture in, packed as for [`upload`](Self::upload), one plane after the other:
    /// straight into pinned memory, where `upload` would copy once more. `source` is asked for
    /// some rows at a time, and reads them while those before are on their way to the GPU.
    ///
    /// A frame can be sent to another thread for that. It takes several to keep the bus to the
    /// GPU busy from files in the page cache, as one copies slower than the bus does.
    ///
    /// # Errors
    /// * The reader's, `UnexpectedEof` when it ends before the picture does.
    /// * One that holds an [`Error::Cuda`] when there is no pinned memory, or the copy to the GPU
    ///   fails.
    ///
    /// The frame then holds parts of the new picture and of what was there before. It can be filled
    /// again.
    #[doc(alias = "cuMemcpyHtoDAsync")]
    #[doc(alias = "cuMemcpy2DAsync")]
    pub fn upload_from(&mut self, source: &mut impl io::Read) -> io::Result<()> {
        // SAFETY: as in `upload`.
        unsafe { self.shared.uploads.read(&self.surface, source) }
    }

    fn buffer(&self) -> &Buffer {
        match &self.buffer {
            Some(buffer) => buffer,
            None => unreachable!("only a dropped frame has no buffer"),
        }
    }

    /// The layout of its planes.
    pub fn planes(&self) -> Planes {
        self.surface.planes()
    }
}

impl Buffer {
    pub(crate) fn new(context: &Arc<CudaContext>, len: usize) -> Result<Self, Error> {
        let mut memory = DeviceBuffer::new(context, len).map_err(Error::cuda("cuMemAlloc"))?;
        // Device memory comes with what was in it.
        memory.clear()?;
        let memory = Arc::new(memory);
        let owner: Owner = Arc::clone(&memory) as Owner;
        Ok(Self { memory, owner })
    }
}

impl Drop for HostFrame {
    fn drop(&mut self) {
        let buffer = self.buffer.take();
        self.shared.free().extend(buffer);
    }
}

// SAFETY: the surface is fixed when the frame is made and lies in `memory`, which is the
// owner; its bytes are written in uploads only, with `&mut self`.
unsafe impl DeviceFrame for HostFrame {
    fn surface(&self) -> Surface {
        self.surface
    }

    fn owner(&self) -> &Owner {
        &self.buffer().owner
    }

    fn context(&self) -> &Arc<CudaContext> {
        self.buffer().memory.context()
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
    shared: Arc<Shared>,
}

impl HostPool {
    pub(crate) fn new(context: Arc<CudaContext>, size: Size, format: PixelFormat) -> Self {
        let shared = Shared {
            uploads: Uploads::new(&context, size, format),
            free: Mutex::default(),
        };
        Self {
            context,
            size,
            format,
            shared: Arc::new(shared),
        }
    }

    pub(crate) fn take(&self) -> Result<HostFrame, Error> {
        let pitch = pitch(self.format, self.size);
        let free = self.shared.free().pop();
        let buffer = match free {
            Some(buffer) => buffer,
            None => Buffer::new(&self.context, bytes(self.format, self.size))?,
        };
        let surface = Surface::new(buffer.memory.address(), pitch, self.size, self.format);
        Ok(HostFrame {
            buffer: Some(buffer),
            surface,
            shared: Arc::clone(&self.shared),
        })
    }
}

impl fmt::Debug for HostPool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HostPool({} {})", self.size, self.format)
    }
}
