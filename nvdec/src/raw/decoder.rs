//! The driver's decoder: surfaces that pictures are decoded into, and maps of them.

use super::geometry::{Geometry, SPARE_OUTPUT_SURFACES};
use super::maps::{Mapped, Maps};
use super::sys::{
    CUVIDGETDECODESTATUS, CUVIDPARSERDISPINFO, CUVIDPICPARAMS, CUVIDPROCPARAMS, CUresult,
    CuvidLibrary, cuvidDecodeStatus,
};
use crate::{
    DecodeStatus,
    error::{Error, Status},
};
use nvframe::{
    Size,
    cudarc::driver::{CudaContext, CudaStream, DriverError, result},
};
use std::{
    ffi::c_void,
    ptr::{self, NonNull},
    sync::Arc,
};

/// CUDA_ERROR_NOT_SUPPORTED, which the video headers do not name.
const NOT_SUPPORTED: CUresult = CUresult(801);

/// Waits for a stream, whatever error another part of the program left in its context.
fn synchronize(stream: &CudaStream) -> Result<(), DriverError> {
    // SAFETY: the stream is alive as long as the reference to its owner.
    unsafe { result::stream::synchronize(stream.cu_stream()) }
}

/// `None` for what the header has no name for.
fn decode_status(status: cuvidDecodeStatus) -> Option<DecodeStatus> {
    match status {
        cuvidDecodeStatus::cuvidDecodeStatus_InProgress => Some(DecodeStatus::InProgress),
        cuvidDecodeStatus::cuvidDecodeStatus_Success => Some(DecodeStatus::Good),
        cuvidDecodeStatus::cuvidDecodeStatus_Error => Some(DecodeStatus::Damaged),
        cuvidDecodeStatus::cuvidDecodeStatus_Error_Concealed => Some(DecodeStatus::Concealed),
        _ => None,
    }
}

/// One decoder. Frames share it, so it is destroyed after the last of them.
#[derive(Debug)]
pub(crate) struct RawDecoder {
    handle: NonNull<c_void>,
    geometry: Geometry,
    /// The largest coded size that it can be reconfigured to.
    max: Size,
    maps: Maps,
    /// What the driver writes an output surface on.
    stream: Arc<CudaStream>,
    context: Arc<CudaContext>,
    library: Arc<CuvidLibrary>,
}

// SAFETY: the driver's decoder may be called from any thread, several at once (NVDEC
// programming guide: decode and map in separate threads); all else in it is `Send`.
unsafe impl Send for RawDecoder {}
// SAFETY: as above.
unsafe impl Sync for RawDecoder {}

impl RawDecoder {
    /// Makes one that can be reconfigured up to coded pictures of `max`.
    pub(crate) fn new(
        library: Arc<CuvidLibrary>,
        context: Arc<CudaContext>,
        geometry: Geometry,
        max: Size,
    ) -> Result<Self, Error> {
        nvframe::bind(&context).map_err(Error::cuda("cuCtxSetCurrent"))?;
        let stream = context
            .new_stream()
            .map_err(Error::cuda("cuStreamCreate"))?;
        let mut info = geometry.create_info(max);
        let mut handle = ptr::null_mut();
        // SAFETY: both pointers are to locals that outlive the call; a context is current.
        let status = unsafe { (library.create_decoder)(&mut handle, &mut info) };
        let handle = Status(status).made("cuvidCreateDecoder", handle)?;
        let maps = Maps::new(geometry.output_surfaces + SPARE_OUTPUT_SURFACES);
        Ok(Self {
            handle,
            geometry,
            max,
            maps,
            stream,
            context,
            library,
        })
    }

    /// Makes it ready for other pictures: much quicker than a new one. `None` when only a new
    /// one will do.
    ///
    /// Nothing of it may be in use, which its being no longer shared is the proof of.
    pub(crate) fn reconfigured(mut self, geometry: Geometry) -> Option<Self> {
        let reconfigure = self.library.reconfigure_decoder?;
        if !self.geometry.can_become(&geometry) || !geometry.coded.fits(self.max) {
            return None;
        }
        self.bind().ok()?;
        let mut info = geometry.reconfigure_info();
        // SAFETY: the decoder is alive, a context is current, `info` outlives the call.
        let status = unsafe { reconfigure(self.handle.as_ptr(), &mut info) };
        Status(status).check("cuvidReconfigureDecoder").ok()?;
        self.geometry = geometry;
        Some(self)
    }

    pub(crate) fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    pub(crate) fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }

    pub(crate) fn device_bytes(&self) -> u64 {
        self.geometry.bytes(self.max)
    }

    pub(crate) fn decode(&self, picture: &mut CUVIDPICPARAMS) -> Result<(), Error> {
        self.bind()?;
        self.maps.forget(picture.CurrPicIdx);
        // SAFETY: the decoder is alive, and the parser that calls us made the parameters.
        let status = unsafe { (self.library.decode_picture)(self.handle.as_ptr(), picture) };
        Status(status).check("cuvidDecodePicture")
    }

    /// Maps a decoded picture; waits for an output surface, and for the picture to be whole.
    pub(crate) fn map(&self, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
        self.map_within(self.geometry.output_surfaces, shown)
    }

    /// Maps a picture that the user has not asked for yet: the spare surfaces count too.
    pub(crate) fn map_early(&self, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
        self.map_within(self.geometry.output_surfaces + SPARE_OUTPUT_SURFACES, shown)
    }

    /// One frame more of a surface that was mapped early; waits until it is within what the
    /// user may have.
    pub(crate) fn map_again(&self, mapped: Mapped) -> Result<Mapped, Error> {
        self.maps.again(mapped, self.geometry.output_surfaces)?;
        Ok(mapped)
    }

    /// How decoding into a surface went; `None` when the driver does not tell of this codec.
    pub(crate) fn status(&self, surface: i32) -> Result<Option<DecodeStatus>, Error> {
        let ask = self
            .library
            .get_decode_status
            .ok_or(Error::MissingFunction {
                call: "cuvidGetDecodeStatus",
                since: "396.24",
            })?;
        self.bind()?;
        let mut answer = CUVIDGETDECODESTATUS::default();
        // SAFETY: the decoder is alive, a context is current, `answer` outlives the call; a
        // surface that there is not is refused with a status.
        let status = unsafe { ask(self.handle.as_ptr(), surface, &mut answer) };
        if status == NOT_SUPPORTED {
            return Ok(None);
        }
        Status(status).check("cuvidGetDecodeStatus")?;
        Ok(decode_status(answer.decodeStatus))
    }

    /// True if the driver says so; some do not tell.
    pub(crate) fn is_decoding(&self, surface: i32) -> bool {
        matches!(self.status(surface), Ok(Some(DecodeStatus::InProgress)))
    }

    fn map_within(&self, surfaces: u32, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
        self.maps
            .share_or(shown.picture_index, surfaces, || self.map_surface(shown))
    }

    fn map_surface(&self, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
        self.bind()?;
        let mut processing = CUVIDPROCPARAMS {
            progressive_frame: shown.progressive_frame,
            top_field_first: shown.top_field_first,
            second_field: shown.repeat_first_field.saturating_add(1),
            unpaired_field: (shown.repeat_first_field < 0).into(),
            output_stream: self.stream.cu_stream().cast(),
            ..Default::default()
        };
        let mut mapped = Mapped {
            address: 0,
            pitch: 0,
        };
        // SAFETY: the decoder is alive; all pointers are to locals that outlive the call.
        let status = unsafe {
            (self.library.map_video_frame)(
                self.handle.as_ptr(),
                shown.picture_index,
                &mut mapped.address,
                &mut mapped.pitch,
                &mut processing,
            )
        };
        Status(status).check("cuvidMapVideoFrame64")?;
        // The driver writes the surface on the stream and returns before it is written.
        synchronize(&self.stream)
            .map_err(Error::cuda("cuStreamSynchronize"))
            .inspect_err(|_| self.unmap_surface(mapped.address))?;
        Ok(mapped)
    }

    /// Gives a mapped surface back, when no other frame shares it.
    pub(crate) fn unmap(&self, mapped: Mapped) {
        self.maps
            .release(mapped, || self.unmap_surface(mapped.address));
    }

    fn unmap_surface(&self, address: u64) {
        if self.bind().is_ok() {
            // SAFETY: the decoder is alive; an address it did not map is refused with a
            // status. There is nothing to do about a failure: the decoder's end frees all.
            unsafe { (self.library.unmap_video_frame)(self.handle.as_ptr(), address) };
        }
    }

    fn bind(&self) -> Result<(), Error> {
        nvframe::bind(&self.context).map_err(Error::cuda("cuCtxSetCurrent"))
    }
}

impl Drop for RawDecoder {
    fn drop(&mut self) {
        if self.bind().is_ok() {
            // SAFETY: the decoder is alive and is destroyed nowhere else; every frame that
            // maps a surface of it holds an `Arc` to `self`.
            unsafe { (self.library.destroy_decoder)(self.handle.as_ptr()) };
        }
    }
}
