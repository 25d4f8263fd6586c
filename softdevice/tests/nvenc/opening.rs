//! Opening a session, and what a handle must be.

use super::*;

#[test]
fn a_session_wants_a_living_cuda_context() {
    let context = context();
    assert_eq!(
        open(&params(null_mut())),
        (S::NV_ENC_ERR_INVALID_PTR, null_mut())
    );
    assert_eq!(
        open(&params(0x1234 as Handle)).0,
        S::NV_ENC_ERR_INVALID_DEVICE
    );
    let mut other = params(context);
    other.deviceType = NV_ENC_DEVICE_TYPE(9);
    assert_eq!(open(&other), (S::NV_ENC_ERR_INVALID_PTR, null_mut()));
    other.deviceType = NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_DIRECTX;
    assert_eq!(open(&other).0, S::NV_ENC_ERR_UNSUPPORTED_DEVICE);
    other.deviceType = NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_OPENGL;
    other.device = null_mut();
    assert_eq!(open(&other).0, S::NV_ENC_ERR_UNSUPPORTED_DEVICE);
    assert_eq!(cuda("cuCtxDestroy_v2", [context as u64, 0, 0]), 0);
    assert_eq!(open(&params(context)).0, S::NV_ENC_ERR_INVALID_DEVICE);
}

#[test]
fn a_wrong_version_leaves_the_handle_alone() {
    let mut wrong = params(context());
    wrong.version ^= 1 << 16;
    assert_eq!(
        open(&wrong),
        (S::NV_ENC_ERR_INVALID_VERSION, 0xdead as Handle)
    );
    let mut wrong = params(wrong.device);
    wrong.apiVersion = 13;
    assert_eq!(open(&wrong).0, S::NV_ENC_ERR_INVALID_VERSION);
}

#[test]
fn what_is_no_session_is_refused_everywhere() {
    let closed = Session::open().encoder;
    for encoder in [null_mut(), 0x10 as Handle, closed] {
        let none = std::mem::ManuallyDrop::new(Session {
            encoder,
            context: null_mut(),
        });
        let mut count = 0;
        gives!(
            NV_ENC_ERR_INVALID_ENCODERDEVICE,
            enc!(*none, nvEncGetEncodeGUIDCount(&mut count))
        );
        assert_eq!(caps(&none, NV_ENC_CODEC_HEVC_GUID, 0).0.0, 3);
        assert_eq!(none.initialise(&mut hevc()).0, 3);
        assert_eq!(none.end().0, 3);
        assert_eq!(none.lock(null_mut(), false).err().unwrap().0, 3);
        gives!(
            NV_ENC_ERR_INVALID_ENCODERDEVICE,
            enc!(*none, nvEncDestroyEncoder())
        );
        assert_eq!(none.error(), "");
    }
}

#[test]
fn the_old_open_is_there_and_refuses() {
    let mut encoder = null_mut();
    let open = the_list().nvEncOpenEncodeSession.unwrap();
    // SAFETY: it looks at none of its arguments.
    gives!(NV_ENC_ERR_INVALID_CALL, unsafe {
        open(null_mut(), 1, &mut encoder)
    });
}

#[test]
fn null_pointers_and_wrong_words_are_told_apart() {
    let session = Session::open();
    gives!(
        NV_ENC_ERR_INVALID_PTR,
        enc!(session, nvEncInitializeEncoder(null_mut()))
    );
    gives!(
        NV_ENC_ERR_INVALID_PTR,
        enc!(session, nvEncGetEncodeGUIDCount(null_mut()))
    );
    gives!(
        NV_ENC_ERR_INVALID_PTR,
        enc!(session, nvEncLockBitstream(null_mut()))
    );
    let mut setup = hevc();
    setup.params.version &= !(1 << 31);
    assert_eq!(
        session.initialise(&mut setup),
        S::NV_ENC_ERR_INVALID_VERSION
    );
    let mut setup = hevc();
    setup.config.version = 0;
    assert_eq!(
        session.initialise(&mut setup),
        S::NV_ENC_ERR_INVALID_VERSION
    );
    let mut setup = hevc();
    setup.config.rcParams.version = 0; // clients leave it so
    assert_eq!(session.initialise(&mut setup), S::NV_ENC_SUCCESS);
}

#[test]
fn nothing_works_before_initialisation() {
    let session = Session::open();
    let mut input = NV_ENC_CREATE_INPUT_BUFFER::versioned(API);
    gives!(
        NV_ENC_ERR_ENCODER_NOT_INITIALIZED,
        enc!(session, nvEncCreateInputBuffer(&mut input))
    );
    let mut output = NV_ENC_CREATE_BITSTREAM_BUFFER::versioned(API);
    let created = enc!(session, nvEncCreateBitstreamBuffer(&mut output));
    assert_eq!(created, S::NV_ENC_ERR_ENCODER_NOT_INITIALIZED);
    assert_eq!(session.end(), S::NV_ENC_ERR_ENCODER_NOT_INITIALIZED);
    assert_eq!(
        session.lock(1 as Handle, false).err(),
        Some(S::NV_ENC_ERR_ENCODER_NOT_INITIALIZED)
    );
    let (status, _) = register(&session, device_memory(1 << 16), 128);
    assert_eq!(status, S::NV_ENC_ERR_ENCODER_NOT_INITIALIZED);
    assert_eq!(session.initialise(&mut hevc()), S::NV_ENC_SUCCESS);
    assert_eq!(session.initialise(&mut hevc()), S::NV_ENC_ERR_INVALID_CALL);
}

#[test]
fn a_session_may_end_with_everything_open() {
    let session = Session::start(&mut hevc());
    let (_, resource) = register(&session, device_memory(256 * 96), 256);
    let (_, mapped) = map(&session, resource);
    for _ in 0..4 {
        let mut picture = picture(mapped, session.output(), NV12, SIZE);
        gives!(
            NV_ENC_SUCCESS,
            enc!(session, nvEncEncodePicture(&mut picture))
        );
    }
}
