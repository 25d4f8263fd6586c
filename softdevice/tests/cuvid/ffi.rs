//! The functions under test, as a C program sees them.

use nvenc_sys::{
    CUVIDDECODECREATEINFO, CUVIDPARSERPARAMS, CUVIDPICPARAMS, CUVIDPROCPARAMS,
    CUVIDSOURCEDATAPACKET, CUcontext, CUresult, CUvideodecoder, CUvideoparser,
};
use std::ffi::{c_int, c_uint, c_ulonglong, c_void};

// The functions lie in the library, which nothing else here mentions.
use softdevice as _;

unsafe extern "C" {
    pub fn cuInit(flags: c_uint) -> CUresult;
    pub fn cuCtxCreate_v2(context: *mut CUcontext, flags: c_uint, device: c_int) -> CUresult;
    pub fn cuMemcpyDtoH_v2(to: *mut c_void, from: c_ulonglong, bytes: usize) -> CUresult;

    pub fn cuvidCreateVideoParser(
        parser: *mut CUvideoparser,
        params: *const CUVIDPARSERPARAMS,
    ) -> CUresult;
    pub fn cuvidParseVideoData(
        parser: CUvideoparser,
        packet: *const CUVIDSOURCEDATAPACKET,
    ) -> CUresult;
    pub fn cuvidDestroyVideoParser(parser: CUvideoparser) -> CUresult;

    pub fn cuvidCreateDecoder(
        decoder: *mut CUvideodecoder,
        info: *const CUVIDDECODECREATEINFO,
    ) -> CUresult;
    pub fn cuvidDestroyDecoder(decoder: CUvideodecoder) -> CUresult;
    pub fn cuvidDecodePicture(decoder: CUvideodecoder, picture: *const CUVIDPICPARAMS) -> CUresult;
    pub fn cuvidMapVideoFrame64(
        decoder: CUvideodecoder,
        picture: c_int,
        address: *mut c_ulonglong,
        pitch: *mut c_uint,
        how: *const CUVIDPROCPARAMS,
    ) -> CUresult;
    pub fn cuvidUnmapVideoFrame64(decoder: CUvideodecoder, address: c_ulonglong) -> CUresult;
}
