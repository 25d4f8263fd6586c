//! x264's C interface: facts of the public API of build 164 (x264.h) on 64-bit Unix. The
//! library's `x264_encoder_open_164` exists in no other build.

use std::ffi::{c_char, c_int};

use libloading::os::unix::{Library, Symbol};

use crate::codec::encode::installed::Payload;
use crate::picture::{Chroma, Format};

pub(super) const BUILD: u32 = 164;

/// `X264_TYPE_*`.
pub(super) const TYPE_AUTO: c_int = 0;
pub(super) const TYPE_IDR: c_int = 1;
pub(super) const TYPE_I: c_int = 2;
pub(super) const TYPE_P: c_int = 3;

/// `X264_CSP_*`.
const CSP_I400: c_int = 1;
const CSP_I420: c_int = 2;
const CSP_I422: c_int = 6;
const CSP_I444: c_int = 12;
const CSP_HIGH_DEPTH: c_int = 0x2000;

/// `x264_param_t`: the fields that have no name in `x264_param_parse`, and room for the rest.
#[repr(C)]
pub(super) struct Param {
    before: [c_int; 7],
    pub(super) width: c_int,
    pub(super) height: c_int,
    pub(super) csp: c_int,
    pub(super) bit_depth: c_int,
    level_idc: c_int,
    after: [u64; 122],
}

const _: () = assert!(size_of::<Param>() == 1024);
const _: () = assert!(std::mem::offset_of!(Param, width) == 28);

/// `x264_picture_t`.
#[repr(C)]
pub(super) struct RawPicture {
    pub(super) picture_type: c_int,
    pub(super) qp_plus_1: c_int,
    pic_struct: c_int,
    keyframe: c_int,
    pub(super) pts: i64,
    dts: i64,
    param: *mut Param,
    pub(super) csp: c_int,
    pub(super) planes: c_int,
    pub(super) stride: [c_int; 4],
    pub(super) plane: [*const u8; 4],
    pub(super) quant_offsets: *const f32,
    after: [u64; 17],
}

const _: () = assert!(size_of::<RawPicture>() == 240);
const _: () = assert!(std::mem::offset_of!(RawPicture, plane) == 64);
const _: () = assert!(std::mem::offset_of!(RawPicture, quant_offsets) == 96);

/// `x264_nal_t`.
#[repr(C)]
pub(super) struct Nal {
    before: [c_int; 5],
    bytes: c_int,
    payload: *const u8,
    padding: c_int,
}

const _: () = assert!(size_of::<Nal>() == 40);

/// `x264_t`, never looked into.
#[repr(C)]
pub(super) struct Handle {
    opaque: [u8; 0],
}

type Encode = unsafe extern "C" fn(
    *mut Handle,
    *mut *const Nal,
    *mut c_int,
    *mut RawPicture,
    *mut RawPicture,
) -> c_int;

/// The functions used here.
pub(super) struct Api {
    pub(super) default_preset:
        unsafe extern "C" fn(*mut Param, *const c_char, *const c_char) -> c_int,
    pub(super) parse: unsafe extern "C" fn(*mut Param, *const c_char, *const c_char) -> c_int,
    pub(super) cleanup: unsafe extern "C" fn(*mut Param),
    pub(super) picture_init: unsafe extern "C" fn(*mut RawPicture),
    pub(super) open: unsafe extern "C" fn(*mut Param) -> *mut Handle,
    pub(super) close: unsafe extern "C" fn(*mut Handle),
    pub(super) headers: unsafe extern "C" fn(*mut Handle, *mut *const Nal, *mut c_int) -> c_int,
    pub(super) encode: Encode,
    pub(super) delayed: unsafe extern "C" fn(*mut Handle) -> c_int,
}

impl Api {
    pub(super) fn get(library: &'static Library) -> Option<Self> {
        Some(Self {
            // SAFETY: of the type that x264.h declares for `x264_param_default_preset`.
            default_preset: unsafe { symbol(library, b"x264_param_default_preset\0") }?,
            // SAFETY: of the type that x264.h declares for `x264_param_parse`.
            parse: unsafe { symbol(library, b"x264_param_parse\0") }?,
            // SAFETY: of the type that x264.h declares for `x264_param_cleanup`.
            cleanup: unsafe { symbol(library, b"x264_param_cleanup\0") }?,
            // SAFETY: of the type that x264.h declares for `x264_picture_init`.
            picture_init: unsafe { symbol(library, b"x264_picture_init\0") }?,
            // SAFETY: of the type that x264.h declares for `x264_encoder_open`.
            open: unsafe { symbol(library, b"x264_encoder_open_164\0") }?,
            // SAFETY: of the type that x264.h declares for `x264_encoder_close`.
            close: unsafe { symbol(library, b"x264_encoder_close\0") }?,
            // SAFETY: of the type that x264.h declares for `x264_encoder_headers`.
            headers: unsafe { symbol(library, b"x264_encoder_headers\0") }?,
            // SAFETY: of the type that x264.h declares for `x264_encoder_encode`.
            encode: unsafe { symbol(library, b"x264_encoder_encode\0") }?,
            // SAFETY: of the type that x264.h declares for `x264_encoder_delayed_frames`.
            delayed: unsafe { symbol(library, b"x264_encoder_delayed_frames\0") }?,
        })
    }
}

/// # Safety
/// - `T` is a pointer to a function of the type that the symbol has.
unsafe fn symbol<T: Copy>(library: &'static Library, name: &[u8]) -> Option<T> {
    // SAFETY: the caller vouches for the type; the library stays loaded.
    let symbol: Symbol<T> = unsafe { library.get(name) }.ok()?;
    Some(*symbol)
}

/// `X264_CSP_*` of a format.
pub(super) fn csp(format: Format) -> c_int {
    let csp = match format.chroma {
        Chroma::Monochrome => CSP_I400,
        Chroma::Yuv420 => CSP_I420,
        Chroma::Yuv422 => CSP_I422,
        Chroma::Yuv444 => CSP_I444,
    };
    if format.bit_depth > 8 {
        csp | CSP_HIGH_DEPTH
    } else {
        csp
    }
}

impl Payload for Nal {
    fn payload(&self) -> &[u8] {
        // SAFETY: x264.h: `p_payload` holds `i_payload` bytes, as long as the `x264_nal_t`.
        unsafe { std::slice::from_raw_parts(self.payload, self.bytes as usize) }
    }
}
