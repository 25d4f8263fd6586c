use crate::{PixelFormat, Plane, Planes, Size};
use cudarc::driver::CudaContext;
use std::{any::Any, sync::Arc};

/// Where a picture lies in device memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Surface {
    /// Device address of the first luma sample.
    #[doc(alias = "CUdeviceptr")]
    pub address: u64,
    /// Bytes from one row of luma to the next.
    pub pitch: usize,
    /// Rows that the luma plane has room for; the next plane starts after them.
    pub luma_rows: usize,
    /// Columns and rows of the picture.
    pub size: Size,
    /// What the samples mean.
    pub format: PixelFormat,
}

impl Surface {
    /// A picture of `size` at `address`, its planes without a gap between them.
    pub fn new(address: u64, pitch: usize, size: Size, format: PixelFormat) -> Self {
        Self {
            address,
            pitch,
            luma_rows: size.height as usize,
            size,
            format,
        }
    }

    /// The same with room for `rows` rows in the luma plane.
    pub fn luma_rows(self, rows: usize) -> Self {
        Self {
            luma_rows: rows,
            ..self
        }
    }

    /// Where each plane lies.
    pub fn planes(&self) -> Planes {
        self.format.planes(self.size, self.pitch, self.luma_rows)
    }

    /// Bytes from the first row of luma to the end of the last of chroma, each as long as the
    /// pitch.
    pub fn byte_len(&self) -> usize {
        self.format.byte_len(self.pitch, self.luma_rows)
    }

    /// Bytes from the first sample of luma to the last of chroma: no more are read of it.
    pub fn extent(&self) -> usize {
        let end = |plane: &Plane| {
            plane.offset + plane.rows.saturating_sub(1) * plane.pitch + plane.row_bytes
        };
        self.planes().iter().map(end).max().unwrap_or(0)
    }
}

/// What keeps the memory under a [`Surface`] allocated.
///
/// An encoder that has registered a surface holds on to its owner, and knows by the owner
/// that an address means the same memory as last time.
pub type Owner = Arc<dyn Any + Send + Sync>;

/// A picture in device memory that an encoder can take over.
///
/// # Safety
/// * While `self` lives, the [`surface`](Self::surface) is always the same, its
///   [`extent`](Surface::extent) bytes are allocated device memory of the
///   [`context`](Self::context), and nobody writes to them.
/// * While the [`owner`](Self::owner) lives, those bytes stay allocated.
pub unsafe trait DeviceFrame: Send + 'static {
    /// Where the picture lies.
    fn surface(&self) -> Surface;

    /// Who owns the memory.
    fn owner(&self) -> &Owner;

    /// The context that the memory was allocated in.
    fn context(&self) -> &Arc<CudaContext>;
}

/// A frame that several encoders read at the same time.
// SAFETY: all that is said of the frame holds as long as it lives, and a frame that is shared is
// written to by nobody.
unsafe impl<F: DeviceFrame + Sync> DeviceFrame for Arc<F> {
    fn surface(&self) -> Surface {
        F::surface(self)
    }

    fn owner(&self) -> &Owner {
        F::owner(self)
    }

    fn context(&self) -> &Arc<CudaContext> {
        F::context(self)
    }
}
