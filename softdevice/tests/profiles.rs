//! Devices other than the default one. The device is what the environment says when the
//! process starts, so each is asked about in a process of its own.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

mod common;

use common::*;
use nvenc_sys::*;
use std::{
    ffi::CStr,
    process::{Command, Output},
};

/// Runs an ignored test of this file on another device.
fn alone(test: &str, gpu: &str, api: &str) -> Output {
    Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", test, "--nocapture"])
        .envs([("NVSOFT_GPU", gpu), ("NVSOFT_API", api)])
        .output()
        .unwrap()
}

fn passes(test: &str, gpu: &str, api: &str) {
    let output = alone(test, gpu, api);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}"
    );
}

fn name() -> String {
    let mut name = [0u8; 64];
    assert_eq!(cuda("cuInit", [0; 3]), 0);
    assert_eq!(
        cuda("cuDeviceGetName", [name.as_mut_ptr() as u64, 64, 0]),
        0
    );
    let name = CStr::from_bytes_until_nul(&name).unwrap();
    name.to_str().unwrap().to_owned()
}

#[test]
fn an_h100_has_no_encoder() {
    passes("h100", "h100", "11.1");
}

#[test]
#[ignore = "run on another device by an_h100_has_no_encoder"]
fn h100() {
    assert_eq!(name(), "NVIDIA H100 80GB HBM3");
    let (status, encoder) = open(&params(context()));
    assert_eq!(
        (status, encoder.is_null()),
        (S::NV_ENC_ERR_UNSUPPORTED_DEVICE, true)
    );
}

#[test]
fn a_geforce_has_three_sessions() {
    passes("geforce", "geforce", "11.1");
}

#[test]
#[ignore = "run on another device by a_geforce_has_three_sessions"]
fn geforce() {
    let mut sessions: Vec<Session> = (0..3).map(|_| Session::open()).collect();
    assert_eq!(open(&params(context())).0, S::NV_ENC_ERR_OUT_OF_MEMORY);
    sessions.pop();
    sessions.push(Session::open());
}

#[test]
fn a_t4_has_b_frames_in_hevc_where_the_encoder_has() {
    passes("t4", "t4", "11.1");
}

#[test]
#[ignore = "run on another device by a_t4_has_b_frames_in_hevc_where_the_encoder_has"]
fn t4() {
    assert_eq!(name(), "Tesla T4");
    let session = Session::open();
    let mut value = -1;
    let mut params = NV_ENC_CAPS_PARAM::versioned(API);
    let codec = NV_ENC_CODEC_HEVC_GUID;
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncGetEncodeCaps(codec, &mut params, &mut value))
    );
    let back_end = softdevice::codec::back_end(softdevice::codec::Codec::Hevc).unwrap();
    assert_eq!(value as u32, back_end.max_b_frames.min(5));
}

/// Decoder engines, and whether HEVC 4:4:4 can be decoded.
fn nvdec() -> (u8, bool) {
    context();
    let mut caps = CUVIDDECODECAPS {
        eCodecType: cudaVideoCodec::cudaVideoCodec_HEVC,
        eChromaFormat: cudaVideoChromaFormat::cudaVideoChromaFormat_420,
        ..CUVIDDECODECAPS::default()
    };
    let place = &raw mut caps as u64;
    assert_eq!(cuda("cuvidGetDecoderCaps", [place, 0, 0]), 0);
    assert_eq!((caps.nMaxWidth, caps.nMaxMBCount), (8192, 262_144));
    let engines = caps.nNumNVDECs;
    caps.eChromaFormat = cudaVideoChromaFormat::cudaVideoChromaFormat_444;
    assert_eq!(cuda("cuvidGetDecoderCaps", [place, 0, 0]), 0);
    (engines, caps.bIsSupported == 1)
}

#[test]
fn each_gpu_has_its_decoders() {
    passes("v100_decoder", "v100", "11.1");
    passes("l4_decoder", "l4", "11.1");
    passes("h100_decoder", "h100", "11.1");
}

#[test]
#[ignore = "run on another device by each_gpu_has_its_decoders"]
fn v100_decoder() {
    assert_eq!(nvdec(), (1, false));
}

#[test]
#[ignore = "run on another device by each_gpu_has_its_decoders"]
fn l4_decoder() {
    assert_eq!(nvdec(), (4, true));
}

#[test]
#[ignore = "run on another device by each_gpu_has_its_decoders"]
fn h100_decoder() {
    assert_eq!(nvdec(), (7, true));
}

#[test]
fn an_older_driver_speaks_8_1_only() {
    passes("older", "v100", "8.1");
}

#[test]
#[ignore = "run on another device by an_older_driver_speaks_8_1_only"]
fn older() {
    let mut newest = 0;
    // SAFETY: the place is valid.
    gives!(NV_ENC_SUCCESS, unsafe {
        (library().max_supported_version)(&mut newest)
    });
    assert_eq!(ApiVersion::newest_for(newest), Some(ApiVersion::V8_1));
    // The common list is of 11.1, and no such structure is known.
    assert_eq!(open(&params(context())).0, S::NV_ENC_ERR_INVALID_VERSION);
}

#[test]
fn a_misspelt_device_is_said() {
    let output = alone("misspelt", "v1oo", "11.1");
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(text.contains("NVSOFT_GPU=v1oo"), "{text}");
}

#[test]
#[ignore = "run on another device by a_misspelt_device_is_said"]
fn misspelt() {
    assert_eq!(name(), "Tesla V100-SXM2-16GB");
}
