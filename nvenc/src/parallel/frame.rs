use super::pool::Pool;
use crate::{Error, feed::check_surface, host::Buffer};
use nvframe::{
    DeviceFrame, Owner, Planes, Surface,
    cudarc::driver::{CudaContext, sys},
};
use std::{fmt, io, sync::Arc};

/// A picture in device memory that belongs to a [`SegmentEncoder`](super::SegmentEncoder):
/// filled from host memory, from a reader or from another frame, then submitted. Dropped, it goes
/// back to be used again.
pub struct SegmentFrame {
    /// `None` only while dropped. Nobody else's, until the frame is lent.
    buffer: Option<Arc<Buffer>>,
    pub(super) surface: Surface,
    pool: Arc<Pool>,
    /// Held until the frame is submitted: the encoder counts what is in the user's hands.
    in_hand: Option<Arc<()>>,
}

impl SegmentFrame {
    pub(super) fn new(
        buffer: Arc<Buffer>,
        surface: Surface,
        pool: Arc<Pool>,
        in_hand: Option<Arc<()>>,
    ) -> Self {
        Self {
            buffer: Some(buffer),
            surface,
            pool,
            in_hand,
        }
    }

    /// Copies a picture in from host memory: plane by plane, rows packed without padding, as
    /// [`HostFrame::upload`](crate::HostFrame::upload) takes it.
    ///
    /// # Errors
    /// As [`HostFrame::upload`](crate::HostFrame::upload).
    #[doc(alias = "cuMemcpyHtoDAsync")]
    #[doc(alias = "cuMemcpy2DAsync")]
    pub fn upload(&mut self, planes: &[&[u8]]) -> Result<(), Error> {
        // SAFETY: the surface lies in the buffer, which is this frame's alone.
        unsafe { self.pool.uploads.give(&self.surface, planes) }
    }

    /// Reads a picture in, packed as for [`upload`](Self::upload), one plane after the other, as
    /// [`HostFrame::upload_from`](crate::HostFrame::upload_from) does.
    ///
    /// Frames can be sent to other threads for that, and several filled at the same time.
    ///
    /// # Errors
    /// As [`HostFrame::upload_from`](crate::HostFrame::upload_from).
    #[doc(alias = "cuMemcpyHtoDAsync")]
    #[doc(alias = "cuMemcpy2DAsync")]
    pub fn upload_from(&mut self, source: &mut impl io::Read) -> io::Result<()> {
        // SAFETY: the surface lies in the buffer, which is this frame's alone.
        unsafe { self.pool.uploads.read(&self.surface, source) }
    }

    /// Copies a picture in from device memory, of this or another GPU, and waits until it is
    /// there. `frame` can be dropped then, as those of a decoder must be soon.
    ///
    /// # Errors
    /// * [`Error::FrameMismatch`], [`Error::FrameLayout`] when it is not what the encoder was
    ///   made for.
    /// * [`Error::Cuda`] when the copy fails.
    #[doc(alias = "cuMemcpy")]
    pub fn copy<F: DeviceFrame>(&mut self, frame: &F) -> Result<(), Error> {
        let source = frame.surface();
        check_surface(&source, self.pool.size, self.pool.format)?;
        if !same(frame.context(), &self.pool.context) {
            // The copy is in no order with what was begun on another GPU.
            nvframe::bind(frame.context()).map_err(Error::cuda("cuCtxSetCurrent"))?;
            wait_for_copies()?;
        }
        self.pool.bind()?;
        let larger = self.larger_for(source.byte_len())?;
        let address = larger.as_ref().unwrap_or(self.buffer()).memory.address();
        // SAFETY: the source has that many bytes and does not change while `frame` lives; the
        // target has more, just made sure of, and is this frame's alone. With unified
        // addresses the driver knows the GPU of each.
        unsafe { sys::cuMemcpy(address, source.address, source.extent()) }
            .result()
            .map_err(Error::cuda("cuMemcpy"))?;
        wait_for_copies()?;
        if larger.is_some() {
            self.buffer = larger; // with the surface, which must lie in it
        }
        self.surface = Surface::new(address, source.pitch, source.size, source.format)
            .luma_rows(source.luma_rows);
        Ok(())
    }

    /// The layout of its planes.
    pub fn planes(&self) -> Planes {
        self.surface.planes()
    }

    /// The frame leaves the user's hands.
    pub(super) fn submitted(&mut self) {
        self.in_hand = None;
    }

    pub(super) fn is_in(&self, pool: &Arc<Pool>) -> bool {
        Arc::ptr_eq(&self.pool, pool)
    }

    /// Another buffer, if the frame's has less than so many bytes: a source's rows may be further
    /// apart.
    fn larger_for(&self, bytes: usize) -> Result<Option<Arc<Buffer>>, Error> {
        let is_short = self.buffer().memory.len() < bytes;
        let larger = is_short.then(|| Buffer::new(&self.pool.context, bytes));
        Ok(larger.transpose()?.map(Arc::new))
    }

    /// The frame for a session, as it is: nobody has it to write to until the session let go.
    pub(super) fn lend(&self) -> Lent {
        Lent {
            surface: self.surface,
            buffer: Arc::clone(self.buffer()),
            context: Arc::clone(&self.pool.context),
        }
    }

    fn buffer(&self) -> &Arc<Buffer> {
        match &self.buffer {
            Some(buffer) => buffer,
            None => unreachable!("only a dropped frame has no buffer"),
        }
    }
}

impl Drop for SegmentFrame {
    fn drop(&mut self) {
        if let Some(buffer) = self.buffer.take() {
            self.pool.give_back(buffer);
        }
    }
}

impl fmt::Debug for SegmentFrame {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SegmentFrame")
            .field("surface", &self.surface)
            .finish_non_exhaustive()
    }
}

/// A frame that a session works on, while the encoder keeps it for another try.
pub(super) struct Lent {
    surface: Surface,
    buffer: Arc<Buffer>,
    context: Arc<CudaContext>,
}

// SAFETY: the surface lies in the buffer's memory, which is the owner. Only a frame that has
// the buffer for itself is written to, and none gets it while this shares it.
unsafe impl DeviceFrame for Lent {
    fn surface(&self) -> Surface {
        self.surface
    }

    fn owner(&self) -> &Owner {
        &self.buffer.owner
    }

    fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }
}

pub(super) fn same(one: &CudaContext, other: &CudaContext) -> bool {
    one.cu_ctx() == other.cu_ctx()
}

/// A copy within device memory returns before it is done.
fn wait_for_copies() -> Result<(), Error> {
    nvframe::wait_for_default_stream().map_err(Error::cuda("cuStreamSynchronize"))
}
