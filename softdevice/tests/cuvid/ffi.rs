//! The functions under test, as a C program sees them.

use nvenc_sys::{
    CUVIDDECODECAPS, CUVIDDECODECREATEINFO, CUVIDGETDECODESTATUS, CUVIDPARSERPARAMS,
    CUVIDPICPARAMS, CUVIDPROCPARAMS, CUVIDRECONFIGUREDECODERINFO, CUVIDSOURCEDATAPACKET, CUcontext,
    CUresult, CUvideoctxlock, CUvideodecoder, CUvideoparser,
};
use std::ffi::{c_int, c_uint, c_ulonglong, c_void};

// The functions lie in the library, which nothing else here mentions.
use softdevice as _;

unsafe extern "C" {
    pub(crate) fn cuInit(flags: c_uint) -> CUresult;
    pub(crate) fn cuCtxCreate_v2(context: *mut CUcontext, flags: c_uint, device: c_int)
    -> CUresult;
    pub(crate) fn cuCtxGetCurrent(context: *mut CUcontext) -> CUresult;
    pub(crate) fn cuCtxSetCurrent(context: CUcontext) -> CUresult;
    pub(crate) fn cuMemcpyDtoH_v2(to: *mut c_void, from: c_ulonglong, bytes: usize) -> CUresult;

    pub(crate) fn cuvidCtxLockCreate(lock: *mut CUvideoctxlock, context: CUcontext) -> CUresult;
    pub(crate) fn cuvidCtxLockDestroy(lock: CUvideoctxlock) -> CUresult;

    pub(crate) fn cuvidCreateVideoParser(
        parser: *mut CUvideoparser,
        params: *const CUVIDPARSERPARAMS,
    ) -> CUresult;
    pub(crate) fn cuvidParseVideoData(
        parser: CUvideoparser,
        packet: *const CUVIDSOURCEDATAPACKET,
    ) -> CUresult;
    pub(crate) fn cuvidDestroyVideoParser(parser: CUvideoparser) -> CUresult;

    pub(crate) fn cuvidGetDecoderCaps(caps: *mut CUVIDDECODECAPS) -> CUresult;
    pub(crate) fn cuvidGetDecodeStatus(
        decoder: CUvideodecoder,
        picture: c_int,
        status: *mut CUVIDGETDECODESTATUS,
    ) -> CUresult;
    pub(crate) fn cuvidReconfigureDecoder(
        decoder: CUvideodecoder,
        info: *const CUVIDRECONFIGUREDECODERINFO,
    ) -> CUresult;
    pub(crate) fn cuvidCreateDecoder(
        decoder: *mut CUvideodecoder,
        info: *const CUVIDDECODECREATEINFO,
    ) -> CUresult;
    pub(crate) fn cuvidDestroyDecoder(decoder: CUvideodecoder) -> CUresult;
    pub(crate) fn cuvidDecodePicture(
        decoder: CUvideodecoder,
        picture: *const CUVIDPICPARAMS,
    ) -> CUresult;
    pub(crate) fn cuvidMapVideoFrame64(
        decoder: CUvideodecoder,
        picture: c_int,
        address: *mut c_ulonglong,
        pitch: *mut c_uint,
        how: *const CUVIDPROCPARAMS,
    ) -> CUresult;
    pub(crate) fn cuvidUnmapVideoFrame64(decoder: CUvideodecoder, address: c_ulonglong)
    -> CUresult;
}
