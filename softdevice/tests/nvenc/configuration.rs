//! Configurations that are refused, and with which code.

use super::*;

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
