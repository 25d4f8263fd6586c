//! Several GPUs in one machine: what is one's is not another's.
//!
//! How many there are is said when the process starts, so each test runs in one of its own.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

mod common;

use common::*;
use nvenc_sys::*;
use std::{collections::BTreeSet, ptr::null_mut};

const INVALID_VALUE: u32 = 1;
const INVALID_DEVICE: u32 = 101;

fn two(test: &str) {
    passes_alone(test, &[("NVSOFT_DEVICES", "2"), ("NVSOFT_CODEC", "null")]);
}

/// A context on a device, current to the calling thread.
fn context_on(device: u64) -> Handle {
    assert_eq!(cuda("cuInit", [0; 3]), 0);
    let mut context: Handle = null_mut();
    let place = &raw mut context as u64;
    assert_eq!(cuda("cuCtxCreate_v2", [place, 0, device]), 0);
    context
}

/// What a function of a device puts in the first `N` bytes of a place.
fn asked<const N: usize>(name: &str, device: u64) -> [u8; N] {
    let mut answer = [0; N];
    let place = answer.as_mut_ptr() as u64;
    let arguments = match name {
        "cuDeviceGetPCIBusId" => [place, N as u64, device],
        _ => [place, device, 0],
    };
    assert_eq!(cuda(name, arguments), 0);
    answer
}

fn free_memory() -> u64 {
    let (mut free, mut total) = (0_u64, 0_u64);
    let places = [&raw mut free as u64, &raw mut total as u64, 0];
    assert_eq!(cuda("cuMemGetInfo_v2", places), 0);
    free
}

#[test]
fn devices_have_numbers_and_names_of_their_own() {
    two("names");
}

#[test]
#[ignore = "run on two devices by devices_have_numbers_and_names_of_their_own"]
fn names() {
    assert_eq!(cuda("cuInit", [0; 3]), 0);
    let mut count = 0;
    assert_eq!(cuda("cuDeviceGetCount", [&raw mut count as u64, 0, 0]), 0);
    assert_eq!(count, 2_i32);
    let uuids: BTreeSet<_> = (0..2)
        .map(|it| asked::<16>("cuDeviceGetUuid", it))
        .collect();
    let buses: BTreeSet<_> = (0..2)
        .map(|it| asked::<16>("cuDeviceGetPCIBusId", it))
        .collect();
    assert_eq!((uuids.len(), buses.len()), (2, 2));
    let mut device = -1;
    assert_eq!(cuda("cuDeviceGet", [&raw mut device as u64, 1, 0]), 0);
    assert_eq!(device, 1_i32);
    assert_eq!(
        cuda("cuDeviceGet", [&raw mut device as u64, 2, 0]),
        INVALID_DEVICE
    );
}

#[test]
fn each_device_has_its_context() {
    two("contexts");
}

#[test]
#[ignore = "run on two devices by each_device_has_its_context"]
fn contexts() {
    assert_eq!(cuda("cuInit", [0; 3]), 0);
    let primary = |device| usize::from_ne_bytes(asked_primary(device));
    let (one, other) = (primary(0), primary(1));
    assert_ne!(one, other);
    assert_eq!(primary(1), other);
    for (context, device) in [(one, 0), (other, 1)] {
        assert_eq!(cuda("cuCtxSetCurrent", [context as u64, 0, 0]), 0);
        let mut current = -1;
        assert_eq!(cuda("cuCtxGetDevice", [&raw mut current as u64, 0, 0]), 0);
        assert_eq!(current, device);
    }
    for device in [1, 1, 0] {
        assert_eq!(cuda("cuDevicePrimaryCtxRelease_v2", [device, 0, 0]), 0);
    }
    assert!(softdevice::report().is_empty(), "{}", softdevice::report());
}

fn asked_primary(device: u64) -> [u8; 8] {
    asked("cuDevicePrimaryCtxRetain", device)
}

#[test]
fn memory_is_one_devices() {
    two("memory");
}

#[test]
#[ignore = "run on two devices by memory_is_one_devices"]
fn memory() {
    let _one = context_on(0);
    let before = free_memory();
    let address = device_memory(1 << 20);
    assert_eq!(before - free_memory(), 1 << 20);
    let other = context_on(1);
    assert_eq!(before, free_memory(), "the other's is untouched");
    let fill = || cuda("cuMemsetD8_v2", [address, 0, 1]);
    assert_eq!(fill(), INVALID_VALUE);
    let mut owner = -1;
    assert_eq!(
        cuda("cuPointerGetAttribute", [&raw mut owner as u64, 9, address]),
        0
    );
    assert_eq!(owner, 0_i32);
    assert_eq!(cuda("cuCtxDestroy_v2", [other as u64, 0, 0]), 0);
    assert_eq!(fill(), 0);
}

#[test]
fn a_session_takes_its_devices_memory() {
    two("session");
}

#[test]
#[ignore = "run on two devices by a_session_takes_its_devices_memory"]
fn session() {
    let one = context_on(0);
    let address = device_memory(256 * 96);
    let other = context_on(1);
    let own = device_memory(256 * 96);
    let (status, encoder) = open(&params(other));
    assert_eq!(status, S::NV_ENC_SUCCESS);
    let session = Session {
        encoder,
        context: other,
    };
    let mut setup = Setup::new(NV_ENC_CODEC_HEVC_GUID, 192, 64);
    assert_eq!(session.initialise(&mut setup), S::NV_ENC_SUCCESS);
    let register = |address: u64| {
        let mut register = NV_ENC_REGISTER_RESOURCE {
            resourceType: NV_ENC_INPUT_RESOURCE_TYPE::NV_ENC_INPUT_RESOURCE_TYPE_CUDADEVICEPTR,
            resourceToRegister: address as Handle,
            width: 192,
            height: 64,
            pitch: 256,
            bufferFormat: NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12,
            ..NV_ENC_REGISTER_RESOURCE::versioned(API)
        };
        enc!(session, nvEncRegisterResource(&mut register))
    };
    assert_eq!(register(address), S::NV_ENC_ERR_RESOURCE_REGISTER_FAILED);
    assert!(session.error().contains("the session's GPU"));
    assert_eq!(register(own), S::NV_ENC_SUCCESS);
    assert_eq!(cuda("cuCtxDestroy_v2", [one as u64, 0, 0]), 0);
}
