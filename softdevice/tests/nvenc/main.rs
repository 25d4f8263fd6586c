//! NVENC's contract: what is refused, and with which code.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

#[path = "../common/mod.rs"]
mod common;

mod buffers;
mod configuration;
mod opening;
mod pictures;
mod questions;
mod resources;

use common::*;
use nvenc_sys::*;
use std::ptr::null_mut;

const NV12: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12;
const SIZE: (u32, u32) = (128, 64);

fn h264() -> Setup {
    Setup::new(NV_ENC_CODEC_H264_GUID, SIZE.0, SIZE.1)
}

fn hevc() -> Setup {
    Setup::new(NV_ENC_CODEC_HEVC_GUID, SIZE.0, SIZE.1)
}

/// Initialises a session of its own.
fn initialise(setup: &mut Setup) -> S {
    Session::open().initialise(setup)
}

fn caps(session: &Session, codec: GUID, number: u32) -> (S, i32) {
    let mut value = -1;
    let mut params = NV_ENC_CAPS_PARAM {
        capsToQuery: NV_ENC_CAPS(number),
        ..NV_ENC_CAPS_PARAM::versioned(API)
    };
    let status = enc!(*session, nvEncGetEncodeCaps(codec, &mut params, &mut value));
    (status, value)
}

/// Device memory for one NV12 picture, registered.
fn register(session: &Session, address: u64, pitch: u32) -> (S, Handle) {
    let mut register = NV_ENC_REGISTER_RESOURCE {
        resourceType: NV_ENC_INPUT_RESOURCE_TYPE::NV_ENC_INPUT_RESOURCE_TYPE_CUDADEVICEPTR,
        resourceToRegister: address as Handle,
        width: SIZE.0,
        height: SIZE.1,
        pitch,
        bufferFormat: NV12,
        ..NV_ENC_REGISTER_RESOURCE::versioned(API)
    };
    let status = enc!(*session, nvEncRegisterResource(&mut register));
    (status, register.registeredResource)
}

fn map(session: &Session, registered: Handle) -> (S, Handle) {
    let mut map = NV_ENC_MAP_INPUT_RESOURCE {
        registeredResource: registered,
        ..NV_ENC_MAP_INPUT_RESOURCE::versioned(API)
    };
    let status = enc!(*session, nvEncMapInputResource(&mut map));
    (status, map.mappedResource)
}
