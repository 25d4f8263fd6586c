//! x265's C interface: facts of the public API of build 199 (x265.h of x265 3.5) on 64-bit Unix.
//! [`Api::get`] takes no other build.

use std::ffi::{CStr, c_char, c_int, c_void};

use libloading::os::unix::{Library, Symbol};

use crate::codec::encode::installed::Payload;

const MAJOR_VERSION: c_int = 1;
const BUILD: c_int = 199;
const PICTURE_BYTES: c_int = 16816;

/// `X265_TYPE_*`.
pub(super) const TYPE_AUTO: c_int = 0;
pub(super) const TYPE_IDR: c_int = 1;
pub(super) const TYPE_I: c_int = 2;
pub(super) const TYPE_P: c_int = 3;

/// `x265_param`, never looked into.
#[repr(C)]
pub(super) struct Param {
    opaque: [u8; 0],
}

/// `x265_encoder`, never looked into.
#[repr(C)]
pub(super) struct Handle {
    opaque: [u8; 0],
}

/// `x265_nal`.
#[repr(C)]
pub(super) struct Nal {
    kind: u32,
    bytes: u32,
    payload: *const u8,
}

/// `x265_picture` up to the last field used here; the library allocates the whole.
#[repr(C)]
pub(super) struct PictureHead {
    pub(super) pts: i64,
    dts: i64,
    user_data: *mut c_void,
    pub(super) planes: [*const u8; 3],
    pub(super) stride: [c_int; 3],
    bit_depth: c_int,
    pub(super) slice_type: c_int,
    poc: c_int,
    color_space: c_int,
    pub(super) force_qp: c_int,
    /// `userSEI`, `analysisData` and the like.
    between: [u8; 15768 - 80],
    pub(super) quant_offsets: *const f32,
    /// `frameData.qp`
    pub(super) qp: f64,
}

const _: () = assert!(std::mem::offset_of!(PictureHead, between) == 80);
const _: () = assert!(std::mem::offset_of!(PictureHead, qp) == 15776);

/// The start of `x265_api`, which only ever grows at its end.
#[repr(C)]
pub(super) struct Api {
    major_version: c_int,
    build: c_int,
    sizeof_param: c_int,
    sizeof_picture: c_int,
    sizeof_others: [c_int; 3],
    pub(super) bit_depth: c_int,
    version: *const c_char,
    build_info: *const c_char,
    pub(super) param_alloc: unsafe extern "C" fn() -> *mut Param,
    pub(super) param_free: unsafe extern "C" fn(*mut Param),
    param_default: unsafe extern "C" fn(*mut Param),
    pub(super) param_parse: unsafe extern "C" fn(*mut Param, *const c_char, *const c_char) -> c_int,
    param_apply_profile: unsafe extern "C" fn(*mut Param, *const c_char) -> c_int,
    pub(super) param_default_preset:
        unsafe extern "C" fn(*mut Param, *const c_char, *const c_char) -> c_int,
    pub(super) picture_alloc: unsafe extern "C" fn() -> *mut PictureHead,
    pub(super) picture_free: unsafe extern "C" fn(*mut PictureHead),
    pub(super) picture_init: unsafe extern "C" fn(*mut Param, *mut PictureHead),
    pub(super) encoder_open: unsafe extern "C" fn(*mut Param) -> *mut Handle,
    encoder_parameters: unsafe extern "C" fn(*mut Handle, *mut Param),
    encoder_reconfig: unsafe extern "C" fn(*mut Handle, *mut Param) -> c_int,
    encoder_reconfig_zone: unsafe extern "C" fn(*mut Handle, *mut c_void) -> c_int,
    pub(super) encoder_headers:
        unsafe extern "C" fn(*mut Handle, *mut *const Nal, *mut u32) -> c_int,
    pub(super) encoder_encode: unsafe extern "C" fn(
        *mut Handle,
        *mut *const Nal,
        *mut u32,
        *mut PictureHead,
        *mut PictureHead,
    ) -> c_int,
    encoder_get_stats: unsafe extern "C" fn(*mut Handle, *mut c_void, u32),
    encoder_log: unsafe extern "C" fn(*mut Handle, c_int, *mut *mut c_char),
    pub(super) encoder_close: unsafe extern "C" fn(*mut Handle),
}

const _: () = assert!(std::mem::offset_of!(Api, version) == 32);

// SAFETY: the table is constant data of the library, written before we get to see it.
unsafe impl Sync for Api {}

impl Api {
    /// The library's table for pictures of `bit_depth`, if it is of the build that the
    /// declarations above describe.
    pub(super) fn get(library: &'static Library, bit_depth: c_int) -> Option<&'static Self> {
        type Get = unsafe extern "C" fn(c_int) -> *const Api;
        // SAFETY: x265.h declares `const x265_api* x265_api_get_199(int)`.
        let get: Symbol<Get> = unsafe { library.get(b"x265_api_get_199\0") }.ok()?;
        // SAFETY: the function takes every number, and gives null for what it cannot do.
        let api = unsafe { get(bit_depth) };
        // SAFETY: not null, it points to a constant table in a library that stays loaded; all
        // fields of `Self` are in every version of it since major version 1.
        let api = unsafe { api.as_ref() }?;
        let known = api.major_version == MAJOR_VERSION
            && api.build == BUILD
            && api.sizeof_picture == PICTURE_BYTES
            && api.bit_depth == bit_depth;
        known.then_some(api)
    }

    pub(super) fn version(&self) -> &'static str {
        // SAFETY: a constant string of a library that stays loaded, never null.
        let version = unsafe { CStr::from_ptr(self.version) };
        version.to_str().unwrap_or("of unknown version")
    }
}

impl Payload for Nal {
    fn payload(&self) -> &[u8] {
        // SAFETY: x265.h: `payload` holds `sizeBytes` bytes, as long as the `x265_nal` itself.
        unsafe { std::slice::from_raw_parts(self.payload, self.bytes as usize) }
    }
}
