//! The codes of wrong calls to the parser.

use nvenc_sys::{CUVIDPARSERPARAMS, CUVIDSOURCEDATAPACKET, CUresult, cudaVideoCodec};
use std::ptr::{null, null_mut};

use crate::ffi::{cuvidCreateVideoParser, cuvidDestroyVideoParser, cuvidParseVideoData};

fn create(change: impl FnOnce(&mut CUVIDPARSERPARAMS)) -> CUresult {
    let mut params = CUVIDPARSERPARAMS {
        CodecType: cudaVideoCodec::cudaVideoCodec_H264,
        ..CUVIDPARSERPARAMS::default()
    };
    change(&mut params);
    let mut parser = null_mut();
    // SAFETY: both point at living values.
    let result = unsafe { cuvidCreateVideoParser(&mut parser, &params) };
    if result == CUresult::CUDA_SUCCESS {
        // SAFETY: the parser was made just now.
        let destroyed = unsafe { cuvidDestroyVideoParser(parser) };
        // SAFETY: a handle that was destroyed is refused, not followed.
        let again = unsafe { cuvidDestroyVideoParser(parser) };
        assert_eq!((destroyed, again), (CUresult(0), CUresult(400)));
    }
    result
}

#[test]
fn null_is_an_invalid_value() {
    let mut parser = null_mut();
    // SAFETY: null is refused.
    let result = unsafe { cuvidCreateVideoParser(&mut parser, null()) };
    assert_eq!(result, CUresult(1));
    let params = CUVIDPARSERPARAMS::default();
    // SAFETY: null is refused.
    let result = unsafe { cuvidCreateVideoParser(null_mut(), &params) };
    assert_eq!(result, CUresult(1));
}

#[test]
fn codecs_that_are_none_are_an_invalid_source() {
    for codec in [99, 6] {
        let result = create(|params| params.CodecType = cudaVideoCodec(codec));
        assert_eq!(result, CUresult(300));
    }
}

#[test]
fn odd_parameters_are_accepted() {
    for surfaces in [0, 33, 200, u32::MAX] {
        let result = create(|params| {
            params.ulMaxNumDecodeSurfaces = surfaces;
            params.ulMaxDisplayDelay = surfaces;
            params.uReserved1[0] = 1;
        });
        assert_eq!(result, CUresult(0));
    }
}

#[test]
fn no_parser_is_an_invalid_handle() {
    let packet = CUVIDSOURCEDATAPACKET::default();
    // SAFETY: null is refused.
    let result = unsafe { cuvidParseVideoData(null_mut(), &packet) };
    assert_eq!(result, CUresult(400));
    // SAFETY: null is refused.
    let result = unsafe { cuvidDestroyVideoParser(null_mut()) };
    assert_eq!(result, CUresult(400));
}
