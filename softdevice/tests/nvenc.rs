//! NVENC's contract: what is refused, and with which code.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

mod common;

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
fn a_session_lists_what_it_knows() {
    let session = Session::open();
    let (mut count, mut given) = (0, 0);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncGetEncodeGUIDCount(&mut count))
    );
    let mut guids = vec![GUID::default(); 9];
    let all = enc!(
        session,
        nvEncGetEncodeGUIDs(guids.as_mut_ptr(), 9, &mut given)
    );
    assert_eq!((all, count, given), (S::NV_ENC_SUCCESS, 2, 2));
    assert_eq!(guids[..2], [NV_ENC_CODEC_H264_GUID, NV_ENC_CODEC_HEVC_GUID]);
    for codec in [NV_ENC_CODEC_H264_GUID, NV_ENC_CODEC_HEVC_GUID] {
        let presets = enc!(session, nvEncGetEncodePresetCount(codec, &mut count));
        assert_eq!((presets, count), (S::NV_ENC_SUCCESS, 16));
        let formats = enc!(session, nvEncGetInputFormatCount(codec, &mut count));
        assert_eq!(formats, S::NV_ENC_SUCCESS);
        let mut formats = vec![NV_ENC_BUFFER_FORMAT(0); count as usize];
        let place = formats.as_mut_ptr();
        gives!(
            NV_ENC_SUCCESS,
            enc!(
                session,
                nvEncGetInputFormats(codec, place, count, &mut given)
            )
        );
        assert!(formats.contains(&NV12) && given == count);
    }
    let unknown = enc!(
        session,
        nvEncGetEncodePresetCount(NV_ENC_PRESET_P1_GUID, &mut count)
    );
    assert_eq!(unknown, S::NV_ENC_ERR_INVALID_PARAM);
}

#[test]
fn capabilities_are_a_v100s() {
    let session = Session::open();
    let value = |codec, number| {
        let (status, value) = caps(&session, codec, number);
        assert_eq!(status, S::NV_ENC_SUCCESS, "{number}");
        value
    };
    let row = |codec| [1, 33, 36, 16, 17, 39, 34, 35].map(|number| value(codec, number));
    assert_eq!(row(NV_ENC_CODEC_H264_GUID), [59, 1, 1, 4096, 4096, 0, 1, 0]);
    assert_eq!(row(NV_ENC_CODEC_HEVC_GUID), [59, 1, 1, 8192, 8192, 1, 1, 1]);
    assert_eq!(value(NV_ENC_CODEC_HEVC_GUID, 0), 0, "B-frames in HEVC");
    assert_eq!(value(NV_ENC_CODEC_HEVC_GUID, 42), 100);
    assert_eq!(
        caps(&session, NV_ENC_CODEC_HEVC_GUID, 51).0,
        S::NV_ENC_ERR_INVALID_PARAM
    );
}

#[test]
fn presets_give_configurations_that_initialise() {
    let session = Session::open();
    for (preset, tuning) in [
        (NV_ENC_PRESET_HQ_GUID, 0),
        (NV_ENC_PRESET_LOW_LATENCY_HP_GUID, 0),
        (NV_ENC_PRESET_P1_GUID, 1),
        (NV_ENC_PRESET_P7_GUID, 3),
    ] {
        for codec in [NV_ENC_CODEC_H264_GUID, NV_ENC_CODEC_HEVC_GUID] {
            let mut config = NV_ENC_PRESET_CONFIG::versioned(API);
            config.presetCfg.version = API.struct_word(NV_ENC_CONFIG_VER);
            let tuning = NV_ENC_TUNING_INFO(tuning);
            let place = &raw mut config;
            let got = match tuning.0 {
                0 => enc!(session, nvEncGetEncodePresetConfig(codec, preset, place)),
                _ => enc!(
                    session,
                    nvEncGetEncodePresetConfigEx(codec, preset, tuning, place)
                ),
            };
            assert_eq!(got, S::NV_ENC_SUCCESS);
            let mut setup = Setup::new(codec, SIZE.0, SIZE.1);
            setup.config = config.presetCfg;
            (setup.params.presetGUID, setup.params.tuningInfo) = (preset, tuning);
            assert_eq!(initialise(&mut setup), S::NV_ENC_SUCCESS);
        }
    }
    let mut config = NV_ENC_PRESET_CONFIG::versioned(API);
    let (codec, preset) = (NV_ENC_CODEC_HEVC_GUID, NV_ENC_PRESET_HQ_GUID);
    let inner = enc!(
        session,
        nvEncGetEncodePresetConfig(codec, preset, &mut config)
    );
    assert_eq!(
        inner,
        S::NV_ENC_ERR_INVALID_VERSION,
        "presetCfg.version was not set"
    );
}

#[test]
fn no_configuration_is_the_presets_own() {
    let session = Session::open();
    let mut setup = hevc();
    setup.params.presetGUID = NV_ENC_PRESET_DEFAULT_GUID;
    setup.params.tuningInfo = NV_ENC_TUNING_INFO(0);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncInitializeEncoder(&mut setup.params))
    );
}

#[test]
fn impossible_values_are_refused() {
    type Change = fn(&mut Setup);
    let changes: [Change; 10] = [
        |it| it.params.encodeGUID = NV_ENC_PRESET_P1_GUID,
        |it| it.params.presetGUID = NV_ENC_CODEC_HEVC_GUID,
        |it| it.params.encodeWidth = 16,
        |it| it.params.encodeWidth = 8194,
        |it| it.params.maxEncodeHeight = 32,
        |it| it.params.frameRateDen = 0,
        |it| it.config.frameIntervalP = -1,
        |it| it.config.rcParams.constQP.qpIntra = 52,
        |it| it.config.rcParams.rateControlMode = NV_ENC_PARAMS_RC_MODE(7),
        // The second generation of presets does not go with the first's rate control.
        |it| it.config.rcParams.rateControlMode = NV_ENC_PARAMS_RC_MODE(0x20),
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let mut setup = hevc();
        change(&mut setup);
        assert_eq!(
            initialise(&mut setup),
            S::NV_ENC_ERR_INVALID_PARAM,
            "{number}"
        );
    }
}

#[test]
fn what_the_device_has_not_is_refused_with_its_name() {
    type Change = fn(&mut Setup);
    let changes: [(Change, &str); 7] = [
        (
            |it| it.params.enablePTD = 0,
            "picture types decided by the client",
        ),
        (|it| it.params.enableEncodeAsync = 1, "asynchronous mode"),
        (
            |it| (it.config.frameIntervalP, it.config.gopLength) = (2, 250),
            "B-frames",
        ),
        (
            |it| it.config.rcParams.set_enableTemporalAQ(1),
            "temporal AQ",
        ),
        (
            |it| {
                it.hevc().set_enableIntraRefresh(1);
                (it.hevc().intraRefreshPeriod, it.hevc().intraRefreshCnt) = (30, 5);
            },
            "intra refresh",
        ),
        (|it| it.hevc().set_enableLTR(1), "long-term references"),
        (
            |it| (it.hevc().sliceMode, it.hevc().sliceModeData) = (1, 1000),
            "slices of HEVC by their size",
        ),
    ];
    for (change, name) in changes {
        let (session, mut setup) = (Session::open(), hevc());
        change(&mut setup);
        assert_eq!(
            session.initialise(&mut setup),
            S::NV_ENC_ERR_UNSUPPORTED_PARAM,
            "{name}"
        );
        let said = session.error();
        assert!(
            said.starts_with("nvEncInitializeEncoder: ") && said.contains(name),
            "{said}"
        );
    }
}

#[test]
fn parameter_sets_are_there_before_the_first_picture() {
    for (mut setup, first) in [(hevc(), 0x40), (h264(), 0x67)] {
        let session = Session::start(&mut setup);
        let (mut bytes, mut size) = ([0u8; 1024], 0);
        let mut payload = NV_ENC_SEQUENCE_PARAM_PAYLOAD {
            spsppsBuffer: bytes.as_mut_ptr().cast(),
            inBufferSize: 1024,
            outSPSPPSPayloadSize: &mut size,
            ..NV_ENC_SEQUENCE_PARAM_PAYLOAD::versioned(API)
        };
        gives!(
            NV_ENC_SUCCESS,
            enc!(session, nvEncGetSequenceParams(&mut payload))
        );
        assert!(size > 20);
        assert_eq!(bytes[..5], [0, 0, 0, 1, first]);
        payload.inBufferSize = 10;
        gives!(
            NV_ENC_ERR_NOT_ENOUGH_BUFFER,
            enc!(session, nvEncGetSequenceParams(&mut payload))
        );
        payload.spsppsBuffer = null_mut();
        gives!(
            NV_ENC_ERR_INVALID_PTR,
            enc!(session, nvEncGetSequenceParams(&mut payload))
        );
    }
}

#[test]
fn buffers_are_locked_and_unlocked_in_turn() {
    let session = Session::start(&mut h264());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    let mut lock = NV_ENC_LOCK_INPUT_BUFFER {
        inputBuffer: input,
        ..NV_ENC_LOCK_INPUT_BUFFER::versioned(API)
    };
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncUnlockInputBuffer(input))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncLockInputBuffer(&mut lock))
    );
    assert!(lock.pitch > SIZE.0, "a pitch that is not the width");
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncLockInputBuffer(&mut lock))
    );
    let mut picture = picture(input, output, NV12, SIZE);
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncDestroyInputBuffer(input))
    );
    gives!(NV_ENC_SUCCESS, enc!(session, nvEncUnlockInputBuffer(input)));
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    session.lock(output, false).unwrap();
    assert_eq!(
        session.lock(output, false).err(),
        Some(S::NV_ENC_ERR_INVALID_CALL)
    );
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncDestroyBitstreamBuffer(output))
    );
    assert_eq!(session.unlock(output), S::NV_ENC_SUCCESS);
    assert_eq!(session.unlock(output), S::NV_ENC_ERR_INVALID_CALL);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncDestroyBitstreamBuffer(output))
    );
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncDestroyBitstreamBuffer(output))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncDestroyInputBuffer(input))
    );
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncDestroyInputBuffer(input))
    );
}

#[test]
fn a_buffer_with_nothing_pending_cannot_be_locked() {
    let session = Session::start(&mut h264());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    assert_eq!(
        session.lock(output, false).err(),
        Some(S::NV_ENC_ERR_INVALID_PARAM)
    );
    assert_eq!(
        session.lock(output, true).err(),
        Some(S::NV_ENC_ERR_INVALID_PARAM)
    );
    let mut picture = picture(input, output, NV12, SIZE);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    session.take(output);
    assert_eq!(
        session.lock(output, false).err(),
        Some(S::NV_ENC_ERR_INVALID_PARAM)
    );
    assert_eq!(
        session.lock(null_mut(), false).err(),
        Some(S::NV_ENC_ERR_INVALID_PTR)
    );
}

#[test]
fn a_lock_that_does_not_wait_says_busy_until_it_is_ready() {
    let session = Session::start(&mut hevc());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    let mut picture = picture(input, output, NV12, SIZE);
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncEncodePicture(&mut picture))
    );
    let packet = loop {
        match session.lock(output, true) {
            Ok(packet) => break packet,
            Err(status) => assert_eq!(status, S::NV_ENC_ERR_LOCK_BUSY),
        }
        std::thread::yield_now();
    };
    assert_eq!(packet.kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_IDR);
}

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

#[test]
fn pictures_must_be_what_the_session_is_for() {
    type Change = fn(&mut NV_ENC_PIC_PARAMS);
    let changes: [(Change, S); 9] = [
        (|it| it.inputBuffer = null_mut(), S::NV_ENC_ERR_INVALID_PTR),
        (
            |it| it.outputBitstream = null_mut(),
            S::NV_ENC_ERR_INVALID_PTR,
        ),
        (
            |it| it.bufferFmt = NV_ENC_BUFFER_FORMAT(0x100),
            S::NV_ENC_ERR_INVALID_PARAM,
        ),
        (|it| it.inputWidth = 64, S::NV_ENC_ERR_INVALID_PARAM),
        (|it| it.inputPitch = 100, S::NV_ENC_ERR_INVALID_PARAM),
        (
            |it| it.pictureStruct = NV_ENC_PIC_STRUCT(2),
            S::NV_ENC_ERR_INVALID_PARAM,
        ),
        (|it| it.encodePicFlags = 0x40, S::NV_ENC_ERR_INVALID_PARAM),
        (
            |it| it.qpDeltaMap = std::ptr::dangling_mut(),
            S::NV_ENC_ERR_INVALID_PARAM,
        ),
        (|it| it.version = 0, S::NV_ENC_ERR_INVALID_VERSION),
    ];
    let session = Session::start(&mut h264());
    let (input, output) = (session.input(NV12, SIZE.0, SIZE.1), session.output());
    for (number, (change, status)) in changes.into_iter().enumerate() {
        let mut picture = picture(input, output, NV12, SIZE);
        change(&mut picture);
        assert_eq!(
            enc!(session, nvEncEncodePicture(&mut picture)),
            status,
            "{number}"
        );
    }
    let mut last = picture(input, output, NV12, SIZE);
    gives!(NV_ENC_SUCCESS, enc!(session, nvEncEncodePicture(&mut last)));
    session.take(output);
}

#[test]
fn what_is_not_there_says_so() {
    let session = Session::start(&mut hevc());
    let mut event = NV_ENC_EVENT_PARAMS::versioned(API);
    gives!(
        NV_ENC_ERR_UNIMPLEMENTED,
        enc!(session, nvEncRegisterAsyncEvent(&mut event))
    );
    let mut stat = NV_ENC_STAT::versioned(API);
    gives!(
        NV_ENC_ERR_UNSUPPORTED_PARAM,
        enc!(session, nvEncGetEncodeStats(&mut stat))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncSetIOCudaStreams(null_mut(), null_mut()))
    );
}

#[test]
fn vectors_are_of_sessions_for_motion_only() {
    let session = Session::start(&mut hevc());
    let mut vectors = NV_ENC_CREATE_MV_BUFFER::versioned(API);
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncCreateMVBuffer(&mut vectors))
    );
    let mut setup = hevc();
    setup.params.set_enableMEOnlyMode(1);
    let session = Session::start(&mut setup);
    let mut bitstream = NV_ENC_CREATE_BITSTREAM_BUFFER::versioned(API);
    gives!(
        NV_ENC_ERR_INVALID_CALL,
        enc!(session, nvEncCreateBitstreamBuffer(&mut bitstream))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncCreateMVBuffer(&mut vectors))
    );
    let input = session.input(NV12, SIZE.0, SIZE.1);
    let run = |input, reference, buffer| {
        let mut params = NV_ENC_MEONLY_PARAMS {
            inputWidth: SIZE.0,
            inputHeight: SIZE.1,
            inputBuffer: input,
            referenceFrame: reference,
            mvBuffer: buffer,
            bufferFmt: NV12,
            ..Versioned::versioned(API)
        };
        enc!(session, nvEncRunMotionEstimationOnly(&mut params))
    };
    gives!(
        NV_ENC_ERR_INVALID_PTR,
        run(input, null_mut(), vectors.mvBuffer)
    );
    gives!(NV_ENC_ERR_INVALID_PARAM, run(input, input, input));
    gives!(NV_ENC_SUCCESS, run(input, input, vectors.mvBuffer));
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        run(input, input, vectors.mvBuffer)
    );
    let taken = session.take(vectors.mvBuffer).data;
    // Nothing moved, so there is a unit for each whole tree.
    assert_eq!(taken.len() % 20, 0);
    assert!(
        taken
            .chunks(20)
            .all(|unit| unit[..16] == [0; 16] && unit[16] == 1)
    );
    gives!(
        NV_ENC_ERR_INVALID_PARAM,
        enc!(session, nvEncDestroyBitstreamBuffer(vectors.mvBuffer))
    );
    gives!(
        NV_ENC_SUCCESS,
        enc!(session, nvEncDestroyMVBuffer(vectors.mvBuffer))
    );
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
