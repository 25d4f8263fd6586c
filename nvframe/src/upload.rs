use crate::{
    PinnedBuffer, Plane, Planes, Surface, bind,
    stream::{CallError, Event, Stream},
};
use cudarc::driver::{CudaContext, DriverError, result, sys};
use std::{ptr, sync::Arc};

/// Chunks of a picture: enough of them that little of it waits for the first and the last.
const PARTS: usize = 8;

/// Less costs more calls than it saves.
const LEAST_CHUNK: usize = 256 << 10;

/// Two of these for each of many threads stay in the processor's caches. Larger ones are written
/// to memory before the GPU gets them, and read from there: that halves the rate.
const MOST_CHUNK: usize = 4 << 20;

/// Copies packed pictures to the GPU through two chunks of pinned memory: while one is on its
/// way the other is filled.
///
/// The chunks are small, so that what is written to them is still in the processor's caches when
/// the GPU fetches it. One uploader keeps one thread busy; several, each with a thread of its own,
/// fill the bus.
#[derive(Debug)]
pub struct Uploader {
    /// The one that was filled last comes first.
    chunks: [Chunk; 2],
    stream: Stream,
    context: Arc<CudaContext>,
    /// Why nobody can tell whether the GPU still reads the chunks.
    lost: Option<CallError>,
}

#[derive(Debug)]
struct Chunk {
    memory: PinnedBuffer,
    copied: Event,
    /// The GPU may still read it.
    is_busy: bool,
}

impl Uploader {
    /// An uploader for pictures of such planes; how far apart their rows are does not matter.
    ///
    /// # Errors
    /// [`CallError`] when there is no pinned memory, or a stream or event cannot be made.
    #[doc(alias = "cuMemHostAlloc")]
    #[doc(alias = "cuStreamCreate")]
    pub fn new(context: &Arc<CudaContext>, planes: &Planes) -> Result<Self, CallError> {
        let len = chunk_len(planes);
        let stream = Stream::new(context)?;
        Ok(Self {
            chunks: [Chunk::new(context, len)?, Chunk::new(context, len)?],
            stream,
            context: Arc::clone(context),
            lost: None,
        })
    }

    /// Copies a picture to the planes of `to`, and waits until all of it is there. `fill` is given
    /// room for its bytes piece by piece, in order: each is some whole rows of one plane, without
    /// a gap between them, and holds bytes of earlier pictures before it is filled. What is between
    /// the rows on the device stays as it was.
    ///
    /// # Errors
    /// * Those of `fill`.
    /// * [`CallError`], made an error of that type: `CUDA_ERROR_INVALID_VALUE` of
    ///   `cuMemcpy2DAsync`, which is not called, for rows longer than those that the uploader is made
    ///   for; and the driver's. One that could not wait for its copies gives that error ever after.
    ///
    /// The planes may then hold a part of the picture. No copy is under way any more.
    ///
    /// # Safety
    /// The planes of `to` lie in device memory of the uploader's context that stays allocated, and
    /// that nobody else relies on, until this returns or unwinds. Whatever was put on any stream to
    /// be done with that memory is done: the copies are in no order with it.
    #[doc(alias = "cuMemcpyHtoDAsync")]
    #[doc(alias = "cuMemcpy2DAsync")]
    pub unsafe fn upload<E: From<CallError>>(
        &mut self,
        to: &Surface,
        mut fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        if let Some(lost) = self.lost {
            return Err(lost.into());
        }
        let picture = UnderWay(self);
        for plane in to.planes().iter() {
            for part in picture.0.parts(*plane)? {
                fill(picture.0.room(&part)?)?;
                // SAFETY: the part is one of a plane of the surface, of which the caller says
                // what this asks for; `picture` waits for it whatever happens.
                unsafe { picture.0.send(to.address, &part) }?;
            }
        }
        Ok(picture.finish()?)
    }

    /// A plane in pieces that fit into a chunk.
    fn parts(&self, plane: Plane) -> Result<impl Iterator<Item = Plane> + use<>, CallError> {
        let most = self.chunks[0].memory.as_slice().len() / plane.row_bytes.max(1);
        if most == 0 {
            let invalid = DriverError(sys::CUresult::CUDA_ERROR_INVALID_VALUE);
            return Err(CallError::of("cuMemcpy2DAsync")(invalid));
        }
        let rows = (0..plane.rows).step_by(most);
        Ok(rows.map(move |first| Plane {
            offset: plane.offset + first * plane.pitch,
            rows: most.min(plane.rows - first),
            ..plane
        }))
    }

    /// Where the packed rows of the next part go: the chunk that was filled longest ago, once the
    /// GPU has what was in it.
    fn room(&mut self, part: &Plane) -> Result<&mut [u8], CallError> {
        self.chunks.swap(0, 1);
        let [next, _] = &mut self.chunks;
        next.wait()?;
        Ok(&mut next.memory.as_mut_slice()[..part.packed_len()])
    }

    /// Begins to copy the part of a picture that was filled in last.
    ///
    /// # Safety
    /// The part lies in device memory of the context, which nobody else relies on and which stays
    /// until the chunk is idle.
    unsafe fn send(&mut self, picture: u64, part: &Plane) -> Result<(), CallError> {
        // What filled the chunk is the caller's, and may have bound another.
        bind(&self.context).map_err(CallError::of("cuCtxSetCurrent"))?;
        let [chunk, _] = &mut self.chunks;
        chunk.is_busy = true;
        let packed = &chunk.memory.as_slice()[..part.packed_len()];
        // SAFETY: as the caller says of the part; nobody writes to the chunk while it is busy.
        unsafe { copy(packed, picture, part, &self.stream) }?;
        chunk.copied.record(&self.stream)
    }

    /// Waits for what is under way, so far as it is.
    fn settle(&mut self) {
        if self.chunks.iter().all(|chunk| !chunk.is_busy) {
            return;
        }
        match self.stream.wait() {
            Ok(()) => self
                .chunks
                .iter_mut()
                .for_each(|chunk| chunk.is_busy = false),
            Err(error) => self.lost = Some(error),
        }
    }
}

impl Drop for Uploader {
    fn drop(&mut self) {
        self.settle();
    }
}

/// A picture on its way: nothing of it is any more when this is gone.
struct UnderWay<'u>(&'u mut Uploader);

impl UnderWay<'_> {
    fn finish(self) -> Result<(), CallError> {
        let [last, before] = &mut self.0.chunks;
        before.wait()?;
        last.wait()
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.settle();
    }
}

impl Chunk {
    fn new(context: &Arc<CudaContext>, len: usize) -> Result<Self, CallError> {
        let copied = Event::new(context)?;
        let memory = PinnedBuffer::new(context, len).map_err(CallError::of("cuMemHostAlloc"))?;
        Ok(Self {
            memory,
            copied,
            is_busy: false,
        })
    }

    fn wait(&mut self) -> Result<(), CallError> {
        if self.is_busy {
            self.copied.wait()?;
            self.is_busy = false;
        }
        Ok(())
    }
}

/// Bytes of a chunk: at least a row.
fn chunk_len(planes: &Planes) -> usize {
    let part = planes.packed_len() / PARTS;
    let row = planes.iter().map(|plane| plane.row_bytes).max();
    part.clamp(LEAST_CHUNK, MOST_CHUNK).max(row.unwrap_or(0))
}

/// Begins to copy packed rows to a part of the picture at the address `picture`.
///
/// # Safety
/// The part lies in device memory of the current context and of the stream's, which nobody else
/// relies on; the memory stays, and nobody writes to `packed`, until the copy is done.
unsafe fn copy(packed: &[u8], picture: u64, part: &Plane, on: &Stream) -> Result<(), CallError> {
    let to = picture + part.offset as u64;
    if part.pitch == part.row_bytes {
        // SAFETY: the rows follow each other there, too, so the part is as long; the rest as the
        // caller says.
        return unsafe { result::memcpy_htod_async(to, packed, on.raw()) }
            .map_err(CallError::of("cuMemcpyHtoDAsync"));
    }
    let rectangle = rectangle(packed, to, part);
    // SAFETY: `rectangle` describes all rows of both sides; the rest as the caller says.
    unsafe { sys::cuMemcpy2DAsync_v2(&rectangle, on.raw()) }
        .result()
        .map_err(CallError::of("cuMemcpy2DAsync"))
}

fn rectangle(packed: &[u8], to: u64, part: &Plane) -> sys::CUDA_MEMCPY2D {
    sys::CUDA_MEMCPY2D {
        srcXInBytes: 0,
        srcY: 0,
        srcMemoryType: sys::CUmemorytype::CU_MEMORYTYPE_HOST,
        srcHost: packed.as_ptr().cast(),
        srcDevice: 0,
        srcArray: ptr::null_mut(),
        srcPitch: part.row_bytes,
        dstXInBytes: 0,
        dstY: 0,
        dstMemoryType: sys::CUmemorytype::CU_MEMORYTYPE_DEVICE,
        dstHost: ptr::null_mut(),
        dstDevice: to,
        dstArray: ptr::null_mut(),
        dstPitch: part.pitch,
        WidthInBytes: part.row_bytes,
        Height: part.rows,
    }
}
