//! How pictures get from host memory to a session's frames.

use crate::Error;
use nvframe::{
    CallError, PixelFormat, Plane, Planes, Size, Surface, Uploader, cudarc::driver::CudaContext,
};
use std::{
    convert::Infallible,
    io::{self, Read},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

/// What pictures of one size are uploaded through: as many uploaders as were ever at work at the
/// same time.
pub(crate) struct Uploads {
    context: Arc<CudaContext>,
    planes: Planes,
    free: Mutex<Vec<Uploader>>,
}

impl Uploads {
    pub(crate) fn new(context: &Arc<CudaContext>, size: Size, format: PixelFormat) -> Self {
        let height = size.height as usize;
        Self {
            context: Arc::clone(context),
            planes: format.planes(size, format.min_pitch(size), height),
            free: Mutex::default(),
        }
    }

    /// Copies packed planes to those of `to`; nothing if one of them is not as long.
    ///
    /// # Safety
    /// As [`Uploader::upload`] says of `to`.
    pub(crate) unsafe fn give(&self, to: &Surface, planes: &[&[u8]]) -> Result<(), Error> {
        check_lengths(&to.planes(), planes)?;
        let mut planes = planes.iter();
        let mut rest: &[u8] = &[];
        let fill = |room: &mut [u8]| -> Result<(), Infallible> {
            if rest.is_empty() {
                rest = planes.next().copied().unwrap_or_default();
            }
            let (rows, after) = rest.split_at(room.len());
            room.copy_from_slice(rows);
            rest = after;
            Ok(())
        };
        // SAFETY: as the caller says.
        unsafe { self.upload(to, fill) }.map_err(|fault| match fault {
            Fault::Driver(error) => error.into(),
            Fault::Fill(never) => match never {},
        })
    }

    /// Reads a packed picture to the planes of `to`.
    ///
    /// # Safety
    /// As [`Uploader::upload`] says of `to`.
    pub(crate) unsafe fn read(&self, to: &Surface, source: &mut impl Read) -> io::Result<()> {
        // SAFETY: as the caller says.
        let read = unsafe { self.upload(to, |room| source.read_exact(room)) };
        read.map_err(|fault| match fault {
            Fault::Driver(error) => io::Error::other(Error::from(error)),
            Fault::Fill(error) => error,
        })
    }

    /// By an uploader that is kept unless the driver fails it.
    ///
    /// # Safety
    /// As [`Uploader::upload`] says of `to`.
    unsafe fn upload<E>(
        &self,
        to: &Surface,
        mut fill: impl FnMut(&mut [u8]) -> Result<(), E>,
    ) -> Result<(), Fault<E>> {
        let kept = self.free().pop();
        let mut uploader = match kept {
            Some(uploader) => uploader,
            None => Uploader::new(&self.context, &self.planes)?,
        };
        // SAFETY: as the caller says.
        let done = unsafe { uploader.upload(to, |room| fill(room).map_err(Fault::Fill)) };
        if !matches!(done, Err(Fault::Driver(_))) {
            self.free().push(uploader);
        }
        done
    }

    fn free(&self) -> MutexGuard<'_, Vec<Uploader>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whose failure ended an upload.
enum Fault<E> {
    Driver(CallError),
    Fill(E),
}

impl<E> From<CallError> for Fault<E> {
    fn from(error: CallError) -> Self {
        Self::Driver(error)
    }
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
