use super::{
    SegmentBuilder, SegmentFrame, SegmentPacket, Underflows,
    assembly::{Assembly, Until},
};
use crate::{Api, Error, Failed, Picture};
use nvframe::{PixelFormat, Size, cudarc::driver::CudaContext};
use std::sync::Arc;

/// Several sessions that encode one sequence: see the [module](super).
///
/// It is used as a [`Session`](crate::Session) is: [`frame`](Self::frame), fill,
/// [`submit`](Self::submit), [`receive`](Self::receive) until there is no more, and
/// [`finish`](Self::finish) at the end. Dropping it throws away what is not coded.
#[derive(Debug)]
pub struct SegmentEncoder {
    assembly: Assembly,
}

impl SegmentEncoder {
    pub(super) fn new(assembly: Assembly) -> Self {
        Self { assembly }
    }

    /// Begins an encoder on the GPU of `context`, and on [others](SegmentBuilder::gpu) too.
    pub fn builder(api: &Api, context: &Arc<CudaContext>) -> SegmentBuilder {
        SegmentBuilder::new(api, context)
    }

    /// A frame to fill and submit. Frames that are filled at the same time must be submitted
    /// in the order in which they are to be shown.
    ///
    /// It waits for memory only where a GPU lost its sessions after [`receive`](Self::receive)
    /// said that there is room, and until a segment is coded.
    ///
    /// # Errors
    /// * [`Error::Full`] when [`receive`](Self::receive) must be called first, or frames that
    ///   were taken are held instead of submitted.
    /// * [`Error::Cuda`] when there is no memory for one.
    /// * The error of a segment that no session could encode.
    pub fn frame(&mut self) -> Result<SegmentFrame, Error> {
        self.assembly.frame()
    }

    /// Adds a frame to the sequence. It does not wait.
    ///
    /// # Errors
    /// The frame comes back with each of them.
    /// * [`Error::FrameMismatch`], [`Error::FrameLayout`] for a frame of another encoder.
    /// * [`Error::InvalidValue`] for a long-term reference that sessions were not made for.
    /// * The error of a segment that no session could encode.
    #[allow(clippy::result_large_err)] // the frame is what would be lost
    pub fn submit(
        &mut self,
        frame: SegmentFrame,
        picture: Picture,
    ) -> Result<(), Failed<SegmentFrame>> {
        self.assembly.submit(frame, picture)
    }

    /// The next packet that is there. While there is no room for another
    /// [`frame`](Self::frame) it waits for a packet, or for room; `None` once there is room.
    ///
    /// Packets come by whole segments.
    ///
    /// # Errors
    /// The error of a segment that no session could encode.
    pub fn receive(&mut self) -> Result<Option<SegmentPacket<'_>>, Error> {
        self.assembly.receive(Until::Room)
    }

    /// Ends the sequence: no more frames go in, and every packet can be received.
    pub fn finish(mut self) -> SegmentDrain {
        self.assembly.end();
        SegmentDrain {
            assembly: self.assembly,
        }
    }

    /// The stream's parameter sets (VPS, SPS, PPS), for containers that keep them apart. Unless
    /// the configuration has them [apart](crate::Headers::Apart) they stand before each IDR
    /// picture, too.
    #[doc(alias = "nvEncGetSequenceParams")]
    pub fn headers(&self) -> &[u8] {
        self.assembly.headers()
    }

    /// How many sessions there are: fewer than asked for where the GPU gives no more.
    pub fn sessions(&self) -> usize {
        self.assembly.sessions()
    }

    /// Frames in a segment; the last may have fewer.
    pub fn segment(&self) -> usize {
        self.assembly.segment()
    }

    /// Bytes of device memory that frames take at most, on all GPUs together. The sessions'
    /// own memory comes on top.
    pub fn device_bytes(&self) -> usize {
        self.assembly.device_bytes()
    }

    /// Columns and rows of the frames it takes.
    pub fn size(&self) -> Size {
        self.assembly.size()
    }

    /// Format of the frames it takes.
    pub fn format(&self) -> PixelFormat {
        self.assembly.format()
    }

    /// As [`SegmentDrain::underflows`], of the packets given so far.
    pub fn underflows(&self) -> Option<Underflows> {
        self.assembly.underflows()
    }
}

/// An encoder whose sequence has ended: it gives the packets that are left.
#[derive(Debug)]
pub struct SegmentDrain {
    assembly: Assembly,
}

impl SegmentDrain {
    /// The next packet; waits for it to be coded. `None` after the last.
    ///
    /// # Errors
    /// The error of a segment that no session could encode.
    pub fn receive(&mut self) -> Result<Option<SegmentPacket<'_>>, Error> {
        self.assembly.receive(Until::End)
    }

    /// Pictures that a decoder with a buffer of the size that the sessions were told would not
    /// have in time, among the packets given so far. `None` for constant quality, which
    /// promises no bit rate.
    pub fn underflows(&self) -> Option<Underflows> {
        self.assembly.underflows()
    }
}
