//! Owners of x265's objects.

use std::ffi::{CStr, CString, c_int};
use std::ptr::{NonNull, null, null_mut};

use super::api::{Api, Handle, Param, PictureHead};
use crate::codec::CodecError;
use crate::codec::encode::installed::{self, join, one_at_a_time};
use crate::picture::{Chroma, Format, Picture};

/// An `x265_param`.
pub(super) struct Parameters {
    api: &'static Api,
    raw: NonNull<Param>,
}

impl Parameters {
    pub(super) fn new(
        api: &'static Api,
        preset: &CStr,
        tune: Option<&CStr>,
    ) -> Result<Self, CodecError> {
        // SAFETY: takes nothing; gives null or an object that is ours until `param_free`.
        let raw = NonNull::new(unsafe { (api.param_alloc)() });
        let parameters = Self {
            api,
            raw: raw.ok_or_else(|| failed("no memory"))?,
        };
        let tune = tune.map_or(null(), CStr::as_ptr);
        // SAFETY: the object lives, the preset is a string, the tune one or null, as allowed.
        let status =
            unsafe { (api.param_default_preset)(parameters.raw.as_ptr(), preset.as_ptr(), tune) };
        match status {
            0 => Ok(parameters),
            _ => Err(failed("unknown preset")),
        }
    }

    /// Gives 0 for success.
    pub(super) fn parse(&mut self, name: &CStr, value: &CStr) -> c_int {
        // SAFETY: the object lives, and both are strings, which the library copies.
        unsafe { (self.api.param_parse)(self.raw.as_ptr(), name.as_ptr(), value.as_ptr()) }
    }

    fn set_format(&mut self, format: Format) -> Result<(), CodecError> {
        let refused = || failed("pictures of an unknown format");
        let size = format!("{}x{}", format.width, format.height);
        let size = CString::new(size).map_err(|_| refused())?;
        let color_space = match format.chroma {
            Chroma::Monochrome => c"i400",
            Chroma::Yuv420 => c"i420",
            Chroma::Yuv422 => c"i422",
            Chroma::Yuv444 => c"i444",
        };
        let known = self.api.bit_depth == c_int::from(format.bit_depth)
            && self.parse(c"input-res", &size) == 0
            && self.parse(c"input-csp", color_space) == 0;
        known.then_some(()).ok_or_else(refused)
    }
}

impl Drop for Parameters {
    fn drop(&mut self) {
        // SAFETY: made by `param_alloc`, freed only here; an encoder keeps a copy of its own.
        unsafe { (self.api.param_free)(self.raw.as_ptr()) }
    }
}

/// An `x265_picture`.
struct RawPicture {
    api: &'static Api,
    raw: NonNull<PictureHead>,
}

impl RawPicture {
    fn new(parameters: &Parameters) -> Result<Self, CodecError> {
        let api = parameters.api;
        // SAFETY: takes nothing; gives null or an object that is ours until `picture_free`.
        let raw = NonNull::new(unsafe { (api.picture_alloc)() });
        let raw = raw.ok_or_else(|| failed("no memory"))?;
        // SAFETY: both objects live; this writes every field of the picture.
        unsafe { (api.picture_init)(parameters.raw.as_ptr(), raw.as_ptr()) };
        Ok(Self { api, raw })
    }

    fn head(&self) -> &PictureHead {
        // SAFETY: the picture lives, `picture_init` has written it, and the size that `Api::get`
        // checked says that it starts with the fields of `PictureHead`.
        unsafe { self.raw.as_ref() }
    }

    fn head_mut(&mut self) -> &mut PictureHead {
        // SAFETY: as for `head`; `&mut self` makes it the only reference.
        unsafe { self.raw.as_mut() }
    }
}

impl Drop for RawPicture {
    fn drop(&mut self) {
        // SAFETY: made by `picture_alloc`, freed only here.
        unsafe { (self.api.picture_free)(self.raw.as_ptr()) }
    }
}

/// What one call gave.
pub(super) struct Coded {
    pub(super) data: Vec<u8>,
    pub(super) pts: i64,
    pub(super) slice_type: c_int,
    pub(super) qp: f64,
}

/// An `x265_encoder`, with the pictures it is fed and answers through.
pub(super) struct Encoder {
    api: &'static Api,
    raw: NonNull<Handle>,
    input: RawPicture,
    output: RawPicture,
    format: Format,
}

// SAFETY: x265 keeps no thread-local state: its encoder may be called from any thread, by one
// at a time, which `&mut self` ensures.
unsafe impl Send for Encoder {}

impl Encoder {
    /// An encoder for pictures of `format`, for the rest as `parameters` say.
    pub(super) fn open(mut parameters: Parameters, format: Format) -> Result<Self, CodecError> {
        let api = parameters.api;
        parameters.set_format(format)?;
        let input = RawPicture::new(&parameters)?;
        let output = RawPicture::new(&parameters)?;
        let _alone = one_at_a_time();
        // SAFETY: the parameters live, and the encoder copies them; null says failure.
        let raw = NonNull::new(unsafe { (api.encoder_open)(parameters.raw.as_ptr()) });
        let raw = raw.ok_or_else(|| failed("the configuration is refused"))?;
        Ok(Self {
            api,
            raw,
            input,
            output,
            format,
        })
    }

    /// Codes a picture; gives what has become ready.
    pub(super) fn encode(
        &mut self,
        picture: &Picture,
        pts: i64,
        slice_type: c_int,
        qp: Option<u8>,
        offsets: &[i8],
    ) -> Result<Option<Coded>, CodecError> {
        installed::check(self.format, picture, offsets)?;
        let offsets = installed::offsets(offsets);
        let head = self.input.head_mut();
        head.pts = pts;
        head.slice_type = slice_type;
        // One more than the quantiser; 0 leaves it to rate control.
        head.force_qp = qp.map_or(0, |qp| c_int::from(qp) + 1);
        head.planes = picture.planes.each_ref().map(|plane| plane.as_ptr());
        head.stride = self.format.planes().map(|(row, _)| row as c_int);
        head.quant_offsets = if offsets.is_empty() {
            null()
        } else {
            offsets.as_ptr()
        };
        let coded = self.call(self.input.raw.as_ptr());
        // The library has copied them.
        self.input.head_mut().quant_offsets = null();
        coded
    }

    /// Gives the next of what is held; after this, no more pictures.
    pub(super) fn drain(&mut self) -> Result<Option<Coded>, CodecError> {
        self.call(null_mut())
    }

    fn call(&mut self, input: *mut PictureHead) -> Result<Option<Coded>, CodecError> {
        let (mut nals, mut count) = (null(), 0);
        let (raw, output) = (self.raw.as_ptr(), self.output.raw.as_ptr());
        // SAFETY: encoder and output picture live. The input is null, or our picture, whose
        // planes `encode` has just found to hold the format that `open` gave to the library,
        // and whose offsets are as many as its blocks; it copies both before it returns.
        let status =
            unsafe { (self.api.encoder_encode)(raw, &mut nals, &mut count, input, output) };
        match status {
            0 => Ok(None),
            1.. => {
                // SAFETY: the call has just given both; the next one is after this.
                let data = unsafe { join(nals, count.into()) };
                Ok(Some(self.coded(data)))
            }
            _ => Err(failed("the picture was not encoded")),
        }
    }

    fn coded(&self, data: Vec<u8>) -> Coded {
        let head = self.output.head();
        Coded {
            data,
            pts: head.pts,
            slice_type: head.slice_type,
            qp: head.qp,
        }
    }

    pub(super) fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        let (mut nals, mut count) = (null(), 0);
        let raw = self.raw.as_ptr();
        // SAFETY: the encoder lives; it writes both results before it gives success.
        let status = unsafe { (self.api.encoder_headers)(raw, &mut nals, &mut count) };
        match status {
            // SAFETY: the call has just given both; the next one is after this.
            0.. => Ok(unsafe { join(nals, count.into()) }),
            _ => Err(failed("no headers")),
        }
    }
}

impl Drop for Encoder {
    fn drop(&mut self) {
        // SAFETY: made by `encoder_open`, closed only here; this joins the library's threads.
        unsafe { (self.api.encoder_close)(self.raw.as_ptr()) }
    }
}

fn failed(what: &str) -> CodecError {
    CodecError(format!("x265: {what}"))
}
