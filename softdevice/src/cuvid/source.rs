//! Video sources: a demultiplexer that NVIDIA advises against. The names exist because
//! loaders look them up.

use nvenc_sys::{CUVIDEOFORMAT, CUVIDSOURCEPARAMS, CUvideosource, cudaVideoState};
use std::ffi::{c_char, c_int, c_uint, c_void};

use super::ffi::In;
use crate::cuda::{
    ffi::{Out, exports},
    status::NOT_SUPPORTED,
};

exports! {
    fn cuvidCreateVideoSource(
        _source: Out<CUvideosource>,
        _file: In<c_char>,
        _params: In<CUVIDSOURCEPARAMS>,
    ) {
        Err(NOT_SUPPORTED)
    }

    // The name is of wide characters, which Linux has 32 bits for.
    fn cuvidCreateVideoSourceW(
        _source: Out<CUvideosource>,
        _file: In<u32>,
        _params: In<CUVIDSOURCEPARAMS>,
    ) {
        Err(NOT_SUPPORTED)
    }

    fn cuvidDestroyVideoSource(_source: CUvideosource) {
        Err(NOT_SUPPORTED)
    }

    fn cuvidSetVideoSourceState(_source: CUvideosource, _state: c_int) {
        Err(NOT_SUPPORTED)
    }

    fn cuvidGetSourceVideoFormat(
        _source: CUvideosource,
        _format: Out<CUVIDEOFORMAT>,
        _flags: c_uint,
    ) {
        Err(NOT_SUPPORTED)
    }

    fn cuvidGetSourceAudioFormat(
        _source: CUvideosource,
        _format: Out<c_void>,
        _flags: c_uint,
    ) {
        Err(NOT_SUPPORTED)
    }
}

#[unsafe(no_mangle)]
extern "C" fn cuvidGetVideoSourceState(_source: CUvideosource) -> cudaVideoState {
    cudaVideoState::cudaVideoState_Error
}
