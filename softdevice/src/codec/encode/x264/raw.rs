//! Owners of x264's objects.

use std::ffi::{CStr, c_int};
use std::mem::MaybeUninit;
use std::ptr::{NonNull, null, null_mut};

use super::api::{Api, Handle, Param, RawPicture, csp};
use crate::codec::CodecError;
use crate::codec::encode::installed::{self, join, one_at_a_time};
use crate::picture::{Chroma, Format, Picture};

/// An `x264_param_t`.
pub(super) struct Parameters {
    api: &'static Api,
    raw: Box<Param>,
}

impl Parameters {
    pub(super) fn new(api: &'static Api, preset: &CStr, tune: &CStr) -> Result<Self, CodecError> {
        let mut raw = Box::new(MaybeUninit::<Param>::zeroed());
        // SAFETY: there is room for the whole structure, which this fills; both are strings.
        let status =
            unsafe { (api.default_preset)(raw.as_mut_ptr(), preset.as_ptr(), tune.as_ptr()) };
        // SAFETY: all its fields are integers, and were zero before the library filled them.
        let raw = unsafe { raw.assume_init() };
        match status {
            0 => Ok(Self { api, raw }),
            _ => Err(failed("unknown preset")),
        }
    }

    /// Gives 0 for success.
    pub(super) fn parse(&mut self, name: &CStr, value: &CStr) -> c_int {
        // SAFETY: the structure is filled, and both are strings, which the library copies.
        unsafe { (self.api.parse)(&mut *self.raw, name.as_ptr(), value.as_ptr()) }
    }

    fn set_format(&mut self, format: Format) {
        self.raw.width = format.width as c_int;
        self.raw.height = format.height as c_int;
        self.raw.csp = csp(format);
        self.raw.bit_depth = format.bit_depth.into();
    }
}

impl Drop for Parameters {
    fn drop(&mut self) {
        // SAFETY: the structure is filled; this frees what `parse` allocated, once.
        unsafe { (self.api.cleanup)(&mut *self.raw) }
    }
}

/// What one call gave.
pub(super) struct Coded {
    pub(super) data: Vec<u8>,
    pub(super) pts: i64,
    pub(super) picture_type: c_int,
    pub(super) qp: c_int,
}

/// An `x264_t`.
pub(super) struct Encoder {
    api: &'static Api,
    raw: NonNull<Handle>,
    format: Format,
}

// SAFETY: x264 keeps no thread-local state: its encoder may be called from any thread, by one
// at a time, which `&mut self` ensures.
unsafe impl Send for Encoder {}

impl Encoder {
    /// An encoder for pictures of `format`, for the rest as `parameters` say.
    pub(super) fn open(mut parameters: Parameters, format: Format) -> Result<Self, CodecError> {
        let api = parameters.api;
        parameters.set_format(format);
        let _alone = one_at_a_time();
        // SAFETY: the structure is filled, and the encoder copies it; null says failure.
        let raw = NonNull::new(unsafe { (api.open)(&mut *parameters.raw) });
        let raw = raw.ok_or_else(|| failed("the configuration is refused"))?;
        Ok(Self { api, raw, format })
    }

    /// Codes a picture; gives what has become ready.
    pub(super) fn encode(
        &mut self,
        picture: &Picture,
        pts: i64,
        picture_type: c_int,
        qp: Option<u8>,
        offsets: &[i8],
    ) -> Result<Option<Coded>, CodecError> {
        installed::check(self.format, picture, offsets)?;
        // They live until the call is over, which is as long as the library reads them.
        let offsets = installed::offsets(offsets);
        let [y, u, v] = picture.planes.each_ref().map(|plane| plane.as_ptr());
        let mut input = self.blank_picture();
        input.picture_type = picture_type;
        // One more than the quantiser; 0 leaves it to rate control.
        input.qp_plus_1 = qp.map_or(0, |qp| c_int::from(qp) + 1);
        input.pts = pts;
        input.csp = csp(self.format);
        input.planes = if picture.chroma == Chroma::Monochrome {
            1
        } else {
            3
        };
        input.plane = [y, u, v, null()];
        let [y, u, v] = self.format.planes().map(|(row, _)| row as c_int);
        input.stride = [y, u, v, 0];
        if !offsets.is_empty() {
            input.quant_offsets = offsets.as_ptr();
        }
        self.call(&mut input)
    }

    pub(super) fn holds_pictures(&mut self) -> bool {
        // SAFETY: the encoder lives.
        unsafe { (self.api.delayed)(self.raw.as_ptr()) > 0 }
    }

    /// Gives the next of what is held; after this, no more pictures.
    pub(super) fn drain(&mut self) -> Result<Option<Coded>, CodecError> {
        self.call(null_mut())
    }

    fn call(&mut self, input: *mut RawPicture) -> Result<Option<Coded>, CodecError> {
        let (mut nals, mut count) = (null(), 0);
        let mut output = self.blank_picture();
        let raw = self.raw.as_ptr();
        // SAFETY: the encoder lives. The input is null, or a picture whose planes `encode` has
        // just found to hold the format that `open` gave to the library, and whose offsets are
        // as many as its blocks; it copies both before it returns.
        let bytes = unsafe { (self.api.encode)(raw, &mut nals, &mut count, input, &mut output) };
        match bytes {
            0 => Ok(None),
            1.. => Ok(Some(Coded {
                // SAFETY: the call has just given both; the next one is after this.
                data: unsafe { join(nals, count.into()) },
                pts: output.pts,
                picture_type: output.picture_type,
                qp: output.qp_plus_1 - 1,
            })),
            _ => Err(failed("the picture was not encoded")),
        }
    }

    pub(super) fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        let (mut nals, mut count) = (null(), 0);
        let raw = self.raw.as_ptr();
        // SAFETY: the encoder lives; it writes both results before it gives success.
        let bytes = unsafe { (self.api.headers)(raw, &mut nals, &mut count) };
        match bytes {
            // SAFETY: the call has just given both; the next one is after this.
            0.. => Ok(unsafe { join(nals, count.into()) }),
            _ => Err(failed("no headers")),
        }
    }

    fn blank_picture(&self) -> RawPicture {
        let mut picture = MaybeUninit::<RawPicture>::zeroed();
        // SAFETY: there is room for the whole structure.
        unsafe { (self.api.picture_init)(picture.as_mut_ptr()) };
        // SAFETY: integers and pointers, all zero before the library wrote to some of them.
        unsafe { picture.assume_init() }
    }
}

impl Drop for Encoder {
    fn drop(&mut self) {
        // SAFETY: made by `x264_encoder_open`, closed only here; this joins its threads.
        unsafe { (self.api.close)(self.raw.as_ptr()) }
    }
}

fn failed(what: &str) -> CodecError {
    CodecError(format!("x264: {what}"))
}
