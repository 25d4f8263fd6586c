//! What a session answers: codecs, presets, capabilities.

use super::*;

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
