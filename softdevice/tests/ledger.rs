//! Mistakes of clients, each with its error code and its line in the report. The report is
//! of the whole process, so each test runs in one of its own.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

mod common;

use common::*;
use nvenc_sys::*;
use std::ffi::c_void;

const NV12: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12;
const SIZE: (u32, u32) = (192, 128);

/// Declares a test that runs its body in a process of its own.
macro_rules! alone {
    ($($(#[$doc:meta])* $name:ident $inner:ident $body:block)*) => {
        $(#[test]
        fn $name() {
            passes_alone(stringify!($inner), &[]);
        }

        $(#[$doc])*
        #[test]
        #[ignore = "run in a process of its own"]
        fn $inner() $body)*
    };
}

fn session() -> Session {
    Session::start(&mut Setup::new(NV_ENC_CODEC_H264_GUID, SIZE.0, SIZE.1))
}

fn submit(session: &Session, input: Handle, output: Handle) -> S {
    enc!(
        *session,
        nvEncEncodePicture(&mut picture(input, output, NV12, SIZE))
    )
}

fn params_of(session: &Session) -> NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS {
    params(session.context)
}

/// The one mistake so far, which names all of `parts`.
fn violation(parts: &[&str]) {
    let report = softdevice::report();
    assert_eq!(report.violations.len(), 1, "{report}");
    for part in parts {
        assert!(report.violations[0].contains(part), "{part}: {report}");
    }
    softdevice::forgive();
}

fn lock(session: &Session, input: Handle) -> S {
    let mut lock = NV_ENC_LOCK_INPUT_BUFFER {
        inputBuffer: input,
        ..NV_ENC_LOCK_INPUT_BUFFER::versioned(API)
    };
    enc!(*session, nvEncLockInputBuffer(&mut lock))
}

fn register(session: &Session, address: u64) -> (S, Handle) {
    let mut params = NV_ENC_REGISTER_RESOURCE {
        resourceType: NV_ENC_INPUT_RESOURCE_TYPE::NV_ENC_INPUT_RESOURCE_TYPE_CUDADEVICEPTR,
        width: SIZE.0,
        height: SIZE.1,
        pitch: SIZE.0,
        resourceToRegister: address as *mut c_void,
        bufferFormat: NV12,
        ..NV_ENC_REGISTER_RESOURCE::versioned(API)
    };
    let status = enc!(*session, nvEncRegisterResource(&mut params));
    (status, params.registeredResource)
}

fn map(session: &Session, resource: Handle) -> (S, Handle) {
    let mut params = NV_ENC_MAP_INPUT_RESOURCE {
        registeredResource: resource,
        ..NV_ENC_MAP_INPUT_RESOURCE::versioned(API)
    };
    let status = enc!(*session, nvEncMapInputResource(&mut params));
    (status, params.mappedResource)
}

fn frame_memory() -> u64 {
    device_memory((SIZE.0 * SIZE.1 * 2) as usize)
}

alone! {
    a_clean_client_leaves_nothing clean {
        let session = session();
        let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
        assert_eq!(softdevice::report().living.len(), 4, "{}", softdevice::report());
        gives!(NV_ENC_SUCCESS, submit(&session, input, output));
        session.end();
        session.take(output);
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncDestroyInputBuffer(input)));
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncDestroyBitstreamBuffer(output)));
        drop(session);
        assert!(softdevice::report().is_empty(), "{}", softdevice::report());
    }

    what_is_left_at_the_end_of_a_session_is_told left {
        let session = session();
        let output = session.output();
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncDestroyEncoder()));
        violation(&[
            "nvEncDestroyEncoder ended session",
            "of nvEncOpenEncodeSessionEx",
            &format!("bitstream buffer {:#x} of nvEncCreateBitstreamBuffer", output as usize),
        ]);
        gives!(NV_ENC_ERR_INVALID_ENCODERDEVICE, enc!(session, nvEncDestroyEncoder()));
        violation(&["no living session", "it was session", "until nvEncDestroyEncoder"]);
    }

    an_end_of_stream_comes_before_the_end_of_a_session unended {
        let session = session();
        let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
        gives!(NV_ENC_SUCCESS, submit(&session, input, output));
        session.take(output);
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncDestroyInputBuffer(input)));
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncDestroyBitstreamBuffer(output)));
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncDestroyEncoder()));
        violation(&["before an end of stream"]);
    }

    a_locked_input_is_not_passed_on locked_input {
        let session = session();
        let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
        gives!(NV_ENC_SUCCESS, lock(&session, input));
        gives!(NV_ENC_ERR_INVALID_PARAM, submit(&session, input, output));
        violation(&["nvEncEncodePicture gave 8", "locked", "of nvEncLockInputBuffer"]);
        gives!(NV_ENC_ERR_INVALID_CALL, lock(&session, input));
        violation(&["nvEncLockInputBuffer gave 9"]);
    }

    a_locked_output_is_not_passed_on locked_output {
        let session = session();
        let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
        gives!(NV_ENC_SUCCESS, submit(&session, input, output));
        assert!(session.lock(output, false).is_ok());
        gives!(NV_ENC_ERR_INVALID_PARAM, submit(&session, input, output));
        violation(&["nvEncEncodePicture gave 8", "of nvEncLockBitstream"]);
    }

    a_handle_is_of_one_session_only cross {
        let (one, other) = (session(), session());
        let (input, output) = (one.input(NV12, SIZE.0, SIZE.1), other.output());
        gives!(NV_ENC_ERR_INVALID_PARAM, submit(&other, input, output));
        let owner = format!("in {:#x}", one.encoder as usize);
        violation(&["nvEncEncodePicture", "of nvEncCreateInputBuffer", &owner]);
        gives!(NV_ENC_ERR_INVALID_PARAM, enc!(one, nvEncDestroyBitstreamBuffer(output)));
        violation(&["nvEncDestroyBitstreamBuffer", "of nvEncCreateBitstreamBuffer"]);
    }

    an_ended_handle_is_told_from_one_that_never_was stale {
        let session = session();
        let input = session.input(NV12, SIZE.0, SIZE.1);
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncDestroyInputBuffer(input)));
        gives!(NV_ENC_ERR_INVALID_PARAM, lock(&session, input));
        violation(&["it was input buffer", "until nvEncDestroyInputBuffer"]);
        gives!(NV_ENC_ERR_INVALID_PARAM, lock(&session, 0x1234 as Handle));
        violation(&["0x1234 was never made"]);
    }

    memory_is_not_freed_while_it_is_registered freed {
        let session = session();
        let address = frame_memory();
        let (status, resource) = register(&session, address);
        gives!(NV_ENC_SUCCESS, status);
        assert_eq!(cuda("cuMemFree_v2", [address, 0, 0]), 0);
        violation(&["cuMemFree_v2 ended memory", "before resource", "of nvEncRegisterResource"]);
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncUnregisterResource(resource)));
    }

    memory_is_not_written_while_it_is_mapped written {
        let session = session();
        let address = frame_memory();
        let (_, resource) = register(&session, address);
        assert_eq!(cuda("cuMemsetD8_v2", [address, 7, 64]), 0);
        let (status, input) = map(&session, resource);
        gives!(NV_ENC_SUCCESS, status);
        assert_eq!(cuda("cuMemsetD8_v2", [address + 100, 7, 1]), 0);
        violation(&["cuMemsetD8_v2 wrote to memory", "before the end of mapped resource"]);
        copy_to_device(address, &[1; 16]);
        violation(&["cuMemcpyHtoD_v2 wrote to memory", "of nvEncMapInputResource"]);
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncUnmapInputResource(input)));
        copy_to_device(address, &[1; 16]);
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncUnregisterResource(resource)));
        assert!(softdevice::report().violations.is_empty());
    }

    a_resource_is_mapped_once_and_unmapped_before_it_goes mapped {
        let session = session();
        let (_, resource) = register(&session, frame_memory());
        gives!(NV_ENC_ERR_RESOURCE_NOT_MAPPED, submit(&session, resource, session.output()));
        violation(&["nvEncEncodePicture gave 25", "of nvEncRegisterResource"]);
        let (status, input) = map(&session, resource);
        gives!(NV_ENC_SUCCESS, status);
        gives!(NV_ENC_ERR_MAP_FAILED, map(&session, resource).0);
        violation(&["nvEncMapInputResource gave 16"]);
        gives!(NV_ENC_ERR_INVALID_CALL, enc!(session, nvEncUnregisterResource(resource)));
        violation(&["nvEncUnregisterResource gave 9"]);
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncUnmapInputResource(input)));
        gives!(NV_ENC_ERR_RESOURCE_NOT_MAPPED, enc!(session, nvEncUnmapInputResource(input)));
        violation(&["it was mapped resource", "until nvEncUnmapInputResource"]);
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncUnregisterResource(resource)));
        gives!(NV_ENC_ERR_RESOURCE_NOT_REGISTERED, map(&session, resource).0);
        violation(&["until nvEncUnregisterResource"]);
    }

    a_context_outlives_its_sessions context_first {
        let session = session();
        assert_eq!(cuda("cuCtxDestroy_v2", [session.context as u64, 0, 0]), 0);
        violation(&["cuCtxDestroy_v2 ended context", "before session"]);
        let mut params = NV_ENC_CREATE_BITSTREAM_BUFFER::versioned(API);
        let status = enc!(session, nvEncCreateBitstreamBuffer(&mut params));
        gives!(NV_ENC_ERR_INVALID_DEVICE, status);
        violation(&["the session's context was destroyed before it"]);
        gives!(NV_ENC_SUCCESS, enc!(session, nvEncDestroyEncoder()));
        assert!(softdevice::report().living.is_empty(), "{}", softdevice::report());
    }

    calls_before_the_start_are_in_the_wrong_order order {
        let session = Session::open();
        let mut params = NV_ENC_CREATE_BITSTREAM_BUFFER::versioned(API);
        let status = enc!(session, nvEncCreateBitstreamBuffer(&mut params));
        gives!(NV_ENC_ERR_ENCODER_NOT_INITIALIZED, status);
        violation(&["nvEncCreateBitstreamBuffer gave 11"]);
        params.version = 0;
        let status = enc!(session, nvEncCreateBitstreamBuffer(&mut params));
        gives!(NV_ENC_ERR_INVALID_VERSION, status);
        violation(&["nvEncCreateBitstreamBuffer gave 15"]);
    }

    reserved_fields_are_0 reserved {
        let session = session();
        let mut params = NV_ENC_CREATE_BITSTREAM_BUFFER::versioned(API);
        params.reserved1[7] = 1;
        let status = enc!(session, nvEncCreateBitstreamBuffer(&mut params));
        gives!(NV_ENC_ERR_INVALID_PARAM, status);
        violation(&["NV_ENC_CREATE_BITSTREAM_BUFFER.reserved1 is reserved"]);
        let mut setup = Setup::new(NV_ENC_CODEC_H264_GUID, SIZE.0, SIZE.1);
        setup.config.reserved[200] = 1;
        let other = Session::open();
        gives!(NV_ENC_ERR_INVALID_PARAM, other.initialise(&mut setup));
        violation(&["NV_ENC_CONFIG.reserved is reserved"]);
        let mut picture = picture(session.input(NV12, SIZE.0, SIZE.1), session.output(), NV12, SIZE);
        picture.reserved3[0] = 1;
        gives!(NV_ENC_ERR_INVALID_PARAM, enc!(session, nvEncEncodePicture(&mut picture)));
        violation(&["NV_ENC_PIC_PARAMS.reserved3 is reserved"]);
        let mut open_params = params_of(&session);
        open_params.reserved1[0] = 1;
        assert_eq!(open(&open_params).0, S::NV_ENC_ERR_INVALID_PARAM);
        violation(&["NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS.reserved1"]);
    }

    memory_left_in_a_context_is_told memory_left {
        let context = context();
        let address = device_memory(4096);
        assert_eq!(cuda("cuCtxDestroy_v2", [context as u64, 0, 0]), 0);
        violation(&["before device memory", "of cuMemAlloc_v2"]);
        assert_eq!(cuda("cuMemFree_v2", [address, 0, 0]), 201, "no context is current");
        violation(&["cuMemFree_v2 gave 201"]);
    }
}

#[test]
fn a_mistake_can_be_fatal() {
    let output = alone("fatal", &[("NVSOFT_STRICT", "abort")]);
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success());
    assert!(
        text.contains("softdevice: violation: nvEncUnlockBitstream gave 9"),
        "{text}"
    );
}

#[test]
#[ignore = "run by a_mistake_can_be_fatal"]
fn fatal() {
    let session = session();
    session.unlock(session.output());
}

#[test]
fn what_is_left_at_exit_is_told() {
    let output = alone("leaves", &[("NVSOFT_STRICT", "report")]);
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success());
    assert!(text.contains("left at exit: device memory"), "{text}");
}

#[test]
#[ignore = "run by what_is_left_at_exit_is_told"]
fn leaves() {
    context();
    device_memory(512);
}
