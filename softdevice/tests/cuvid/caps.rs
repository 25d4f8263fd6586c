//! What the device says that it decodes.

use nvenc_sys::{CUVIDDECODECAPS, CUresult, cudaVideoChromaFormat, cudaVideoCodec};
use std::{ptr::null_mut, thread};

use crate::{ffi::*, player::enter_context};

#[test]
fn capabilities_are_a_v100s() {
    enter_context();
    let ask = |codec, depth_minus8| {
        let mut caps = CUVIDDECODECAPS {
            eCodecType: codec,
            eChromaFormat: cudaVideoChromaFormat::cudaVideoChromaFormat_420,
            nBitDepthMinus8: depth_minus8,
            nMaxWidth: 7,
            ..CUVIDDECODECAPS::default()
        };
        // SAFETY: `caps` lives during the call.
        let result = unsafe { cuvidGetDecoderCaps(&mut caps) };
        assert_eq!(result, CUresult::CUDA_SUCCESS);
        (
            caps.bIsSupported,
            caps.nMaxWidth,
            caps.nMinHeight,
            caps.nMaxMBCount,
        )
    };
    assert_eq!(
        ask(cudaVideoCodec::cudaVideoCodec_H264, 0),
        (1, 4096, 16, 65_536)
    );
    assert_eq!(
        ask(cudaVideoCodec::cudaVideoCodec_HEVC, 2),
        (1, 8192, 144, 262_144)
    );
    assert_eq!(ask(cudaVideoCodec::cudaVideoCodec_H264, 2), (0, 0, 0, 0));
    assert_eq!(ask(cudaVideoCodec::cudaVideoCodec_AV1, 0), (0, 0, 0, 0));
}

#[test]
fn capabilities_need_a_context() {
    let asked = thread::spawn(|| {
        let mut caps = CUVIDDECODECAPS::default();
        // SAFETY: `caps` lives during the call.
        unsafe { cuvidGetDecoderCaps(&mut caps) }
    });
    assert_eq!(asked.join().unwrap(), CUresult(201));
    // SAFETY: null is refused.
    let result = unsafe { cuvidGetDecoderCaps(null_mut()) };
    assert_eq!(result, CUresult(1));
}
