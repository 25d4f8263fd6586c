//! The driver's decoder: surfaces that pictures are decoded into, and maps of them.

use super::sys::{
    CUVIDDECODECREATEINFO, CUVIDPARSERDISPINFO, CUVIDPICPARAMS, CUVIDPROCPARAMS, CuvidLibrary,
    cudaVideoCreateFlags, cudaVideoDeinterlaceMode, cudaVideoSurfaceFormat,
};
use crate::{
    Chroma, Codec,
    error::{Error, Status},
};
use nvframe::{
    PixelFormat, Size, bind_to_undo,
    cudarc::driver::{CudaContext, CudaStream},
};
use std::{
    ffi::c_void,
    ptr::{self, NonNull},
    sync::{Arc, Condvar, Mutex, PoisonError},
    time::Duration,
};

/// How long a map waits for a surface. A thread that holds all frames itself would wait for
/// ever; another that uses them takes less, even with an encoder in software.
const MAP_TIMEOUT: Duration = Duration::from_secs(60);

/// What a decoder is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Geometry {
    pub(crate) codec: Codec,
    pub(crate) chroma: Chroma,
    pub(crate) bit_depth: u8,
    /// Columns and rows as coded, padding included.
    pub(crate) coded: Size,
    /// Left, top, right, bottom of the visible part.
    pub(crate) display: [i32; 4],
    pub(crate) format: PixelFormat,
    pub(crate) decode_surfaces: u32,
    pub(crate) output_surfaces: u32,
}

impl Geometry {
    /// Columns and rows of the visible part.
    pub(crate) fn visible(&self) -> Size {
        let [left, top, right, bottom] = self.display;
        Size::new(right.abs_diff(left), bottom.abs_diff(top))
    }

    /// The visible part with even sides, which is what output surfaces have: the row or
    /// column beyond an odd side comes from the coded padding.
    fn target(&self) -> Size {
        even(self.visible())
    }

    fn create_info(&self) -> CUVIDDECODECREATEINFO {
        let (coded, target) = (even(self.coded), self.target());
        let mut info = CUVIDDECODECREATEINFO {
            ulWidth: coded.width.into(),
            ulHeight: coded.height.into(),
            ulNumDecodeSurfaces: self.decode_surfaces.into(),
            CodecType: self.codec.raw(),
            ChromaFormat: self.chroma.raw(),
            ulCreationFlags: cudaVideoCreateFlags::cudaVideoCreate_PreferCUVID.0.into(),
            bitDepthMinus8: u64::from(self.bit_depth.saturating_sub(8)),
            ulMaxWidth: coded.width.into(),
            ulMaxHeight: coded.height.into(),
            OutputFormat: surface_format(self.format),
            DeinterlaceMode: cudaVideoDeinterlaceMode::cudaVideoDeinterlaceMode_Weave,
            ulTargetWidth: target.width.into(),
            ulTargetHeight: target.height.into(),
            ulNumOutputSurfaces: self.output_surfaces.into(),
            ..Default::default()
        };
        let [left, top, ..] = self.display;
        let side = |start: i32, length: u32| (start as i64 + i64::from(length)) as i16;
        info.display_area.left = left as i16;
        info.display_area.top = top as i16;
        info.display_area.right = side(left, target.width);
        info.display_area.bottom = side(top, target.height);
        info
    }
}

fn even(size: Size) -> Size {
    Size::new(
        size.width.next_multiple_of(2),
        size.height.next_multiple_of(2),
    )
}

fn surface_format(format: PixelFormat) -> cudaVideoSurfaceFormat {
    match format {
        PixelFormat::P010 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_P016,
        PixelFormat::Yuv444 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_YUV444,
        PixelFormat::Yuv444P16 => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_YUV444_16Bit,
        _ => cudaVideoSurfaceFormat::cudaVideoSurfaceFormat_NV12,
    }
}

/// One decoder. Frames share it, so it is destroyed after the last of them.
#[derive(Debug)]
pub(crate) struct RawDecoder {
    handle: NonNull<c_void>,
    geometry: Geometry,
    /// Maps that are open, kept at or under the output surfaces there are.
    open_maps: Mutex<u32>,
    map_closed: Condvar,
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

/// An output surface that is mapped: where it is. [`RawDecoder::unmap`] gives it back.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mapped {
    pub(crate) address: u64,
    pub(crate) pitch: u32,
}

impl RawDecoder {
    pub(crate) fn new(
        library: Arc<CuvidLibrary>,
        context: Arc<CudaContext>,
        geometry: Geometry,
    ) -> Result<Self, Error> {
        context
            .bind_to_thread()
            .map_err(Error::cuda("cuCtxSetCurrent"))?;
        let stream = context
            .new_stream()
            .map_err(Error::cuda("cuStreamCreate"))?;
        let mut info = geometry.create_info();
        let mut handle = ptr::null_mut();
        // SAFETY: both pointers are to locals that outlive the call; a context is current.
        let status = unsafe { (library.create_decoder)(&mut handle, &mut info) };
        Status(status).check("cuvidCreateDecoder")?;
        let handle = NonNull::new(handle).ok_or(Error::Driver {
            call: "cuvidCreateDecoder",
            status: Status(status),
        })?;
        let (open_maps, map_closed) = (Mutex::new(0), Condvar::new());
        Ok(Self {
            handle,
            geometry,
            open_maps,
            map_closed,
            stream,
            context,
            library,
        })
    }

    pub(crate) fn geometry(&self) -> &Geometry {
        &self.geometry
    }

    pub(crate) fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }

    /// Rows of an output surface's luma plane.
    pub(crate) fn luma_rows(&self) -> usize {
        self.geometry.target().height as usize
    }

    pub(crate) fn decode(&self, picture: &mut CUVIDPICPARAMS) -> Result<(), Error> {
        self.bind()?;
        // SAFETY: the decoder is alive, and the parser that calls us made the parameters.
        let status = unsafe { (self.library.decode_picture)(self.handle.as_ptr(), picture) };
        Status(status).check("cuvidDecodePicture")
    }

    /// Maps a decoded picture; waits for an output surface, and for the picture to be whole.
    pub(crate) fn map(&self, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
        self.reserve_map()?;
        let mapped = self.map_reserved(shown);
        if mapped.is_err() {
            self.release_map();
        }
        mapped
    }

    fn map_reserved(&self, shown: &CUVIDPARSERDISPINFO) -> Result<Mapped, Error> {
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
        self.stream
            .synchronize()
            .map_err(Error::cuda("cuStreamSynchronize"))
            .inspect_err(|_| self.unmap_surface(mapped.address))?;
        Ok(mapped)
    }

    /// Gives a mapped surface back.
    pub(crate) fn unmap(&self, mapped: Mapped) {
        self.unmap_surface(mapped.address);
        self.release_map();
    }

    fn unmap_surface(&self, address: u64) {
        if bind_to_undo(&self.context) {
            // SAFETY: the decoder is alive; an address it did not map is refused with a
            // status. There is nothing to do about a failure: the decoder's end frees all.
            unsafe { (self.library.unmap_video_frame)(self.handle.as_ptr(), address) };
        }
    }

    fn reserve_map(&self) -> Result<(), Error> {
        let surfaces = self.geometry.output_surfaces;
        let open = self
            .open_maps
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let (mut open, waited) = self
            .map_closed
            .wait_timeout_while(open, MAP_TIMEOUT, |open| *open >= surfaces)
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return Err(Error::SurfacesInUse {
                surfaces,
                seconds: MAP_TIMEOUT.as_secs(),
            });
        }
        *open += 1;
        Ok(())
    }

    fn release_map(&self) {
        *self
            .open_maps
            .lock()
            .unwrap_or_else(PoisonError::into_inner) -= 1;
        self.map_closed.notify_one();
    }

    fn bind(&self) -> Result<(), Error> {
        self.context
            .bind_to_thread()
            .map_err(Error::cuda("cuCtxSetCurrent"))
    }
}

impl Drop for RawDecoder {
    fn drop(&mut self) {
        if bind_to_undo(&self.context) {
            // SAFETY: the decoder is alive and is destroyed nowhere else; every frame that
            // maps a surface of it holds an `Arc` to `self`.
            unsafe { (self.library.destroy_decoder)(self.handle.as_ptr()) };
        }
    }
}
