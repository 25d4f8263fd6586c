//! The client's callbacks.

use nvenc_sys::{
    CUVIDEOFORMAT, CUVIDPARSERDISPINFO, CUVIDPARSERPARAMS, CUVIDPICPARAMS, PFNVIDDECODECALLBACK,
    PFNVIDDISPLAYCALLBACK, PFNVIDSEQUENCECALLBACK,
};
use std::{
    ffi::{c_int, c_void},
    ptr,
};

/// What a callback that the client left out would have answered.
const CONTENT: c_int = 1;

/// Whom the parser tells.
#[derive(Debug)]
pub(super) struct Client {
    user_data: *mut c_void,
    sequence: PFNVIDSEQUENCECALLBACK,
    decode: PFNVIDDECODECALLBACK,
    display: PFNVIDDISPLAYCALLBACK,
}

// SAFETY: `user_data` is only handed back to the client's own callbacks, from within
// cuvidParseVideoData and so on a thread that the client chose.
unsafe impl Send for Client {}

impl Client {
    pub(super) fn new(params: &CUVIDPARSERPARAMS) -> Self {
        Self {
            user_data: params.pUserData,
            sequence: params.pfnSequenceCallback,
            decode: params.pfnDecodePicture,
            display: params.pfnDisplayPicture,
        }
    }

    pub(super) fn sequence(&self, format: &mut CUVIDEOFORMAT) -> c_int {
        let Some(callback) = self.sequence else {
            return CONTENT;
        };
        // SAFETY: the client gave this function for this call, with its own user data
        // (nvcuvid.h, CUVIDPARSERPARAMS); `format` is valid while it runs.
        unsafe { callback(self.user_data, format) }
    }

    pub(super) fn decode(&self, picture: &mut CUVIDPICPARAMS) -> c_int {
        let Some(callback) = self.decode else {
            return CONTENT;
        };
        // SAFETY: as for `sequence`; what the fields of `picture` point at is the caller's,
        // and lives until this returns.
        unsafe { callback(self.user_data, picture) }
    }

    pub(super) fn display(&self, picture: Option<&mut CUVIDPARSERDISPINFO>) -> c_int {
        let Some(callback) = self.display else {
            return CONTENT;
        };
        let picture = picture.map_or(ptr::null_mut(), ptr::from_mut);
        // SAFETY: as for `sequence`; null is what the header has for the end of the stream
        // (nvcuvid.h, CUVID_PKT_NOTIFY_EOS).
        unsafe { callback(self.user_data, picture) }
    }
}
