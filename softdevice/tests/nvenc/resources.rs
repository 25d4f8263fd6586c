//! Device memory: registered, mapped, and undone in order.

use super::*;

#[test]
fn resources_are_registered_mapped_and_undone_in_order() {
    let session = Session::start(&mut h264());
    let address = device_memory(256 * 96);
    assert_eq!(
        register(&session, address, 64).0,
        S::NV_ENC_ERR_INVALID_PARAM,
        "pitch < width"
    );
    let too_long = register(&session, address, 512).0;
    assert_eq!(too_long, S::NV_ENC_ERR_RESOURCE_REGISTER_FAILED);
    assert_eq!(
        register(&session, 0x40, 256).0,
        S::NV_ENC_ERR_RESOURCE_REGISTER_FAILED
    );
    assert_eq!(
        map(&session, 0x40 as Handle).0,
        S::NV_ENC_ERR_RESOURCE_NOT_REGISTERED
    );
    let (status, resource) = register(&session, address, 256);
    assert_eq!(status, S::NV_ENC_SUCCESS);
    let output = session.output();
    let mut unmapped = picture(resource, output, NV12, SIZE);
    gives!(
        NV_ENC_ERR_RESOURCE_NOT_MAPPED,
        enc!(session, nvEncEncodePicture(&mut unmapped))
    );
    gives!(
        NV_ENC_ERR_RESOURCE_NOT_MAPPED,
        enc!(session, nvEncUnmapInputResource(resource))
    );
    let (status, mapped) = map(&session, resource);
    assert_eq!(status, S::NV_ENC_SUCCESS);
    assert_eq!(map(&session, resource).0, S::NV_ENC_ERR_MAP_FAILED);
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncUnregisterResource(resource))
    );
    let mut picture = picture(mapped, output, NV12, SIZE);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    // The input is the encoder's until its output was locked.
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncUnmapInputResource(mapped))
    );
    session.take(output);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncUnmapInputResource(mapped))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncUnregisterResource(resource))
    );
    gives!(
        NV_ENC_ERR_RESOURCE_NOT_REGISTERED,
        enc!(session, nvEncUnregisterResource(resource))
    );
}

#[test]
fn memory_freed_under_a_registration_is_found_out() {
    let session = Session::start(&mut h264());
    let address = device_memory(256 * 96);
    let (_, resource) = register(&session, address, 256);
    let (_, mapped) = map(&session, resource);
    assert_eq!(cuda("cuMemFree_v2", [address, 0, 0]), 0);
    let mut picture = picture(mapped, session.output(), NV12, SIZE);
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
}

#[test]
fn handles_of_another_session_are_refused() {
    let (one, other) = (Session::start(&mut h264()), Session::start(&mut h264()));
    let (input, output) = (one.input(NV12, SIZE.0, SIZE.1), one.output());
    let mut foreign = picture(other.input(NV12, SIZE.0, SIZE.1), output, NV12, SIZE);
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(one, nvEncEncodePicture(&mut foreign))
    );
    let mut foreign = picture(input, other.output(), NV12, SIZE);
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(one, nvEncEncodePicture(&mut foreign))
    );
    assert_eq!(
        other.lock(output, false).err(),
        Some(S::NV_ENC_ERR_INVALID_PARAM)
    );
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(other, nvEncDestroyInputBuffer(input))
    );
}
