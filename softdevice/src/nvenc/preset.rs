//! Configurations that the presets stand for.

use nvenc_sys::*;

use super::{
    catalogue::{self, Kind, Preset},
    status::{Answer, bad_param},
};
use crate::{codec::Codec, profile::Profile};

/// Group of pictures where a preset does not ask for an endless one.
const GOP: u32 = 250;

/// The configuration of a preset; its version word is 11.1's.
pub(super) fn config(
    encode: GUID,
    preset: GUID,
    tuning: NV_ENC_TUNING_INFO,
) -> Answer<NV_ENC_CONFIG> {
    let codec = catalogue::codec(encode)?;
    let preset = catalogue::find_preset(Profile::get().api, preset)?;
    let kind = kind(preset, tuning)?;
    let mut config = NV_ENC_CONFIG {
        profileGUID: NV_ENC_CODEC_PROFILE_AUTOSELECT_GUID,
        frameFieldMode: NV_ENC_PARAMS_FRAME_FIELD_MODE::NV_ENC_PARAMS_FRAME_FIELD_MODE_FRAME,
        frameIntervalP: 1,
        gopLength: match kind {
            Kind::LowLatency => NVENC_INFINITE_GOPLENGTH,
            _ => GOP,
        },
        rcParams: rate(kind),
        ..NV_ENC_CONFIG::versioned(ApiVersion::V11_1)
    };
    fill_codec(&mut config, codec, kind == Kind::Lossless);
    Ok(config)
}

/// What a preset is for; P1 to P7 ask the tuning.
pub(super) fn kind(preset: Preset, tuning: NV_ENC_TUNING_INFO) -> Answer<Kind> {
    if preset.kind != Kind::Tuned {
        return Ok(preset.kind);
    }
    match tuning {
        NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_HIGH_QUALITY => Ok(Kind::Quality),
        NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_LOW_LATENCY
        | NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_ULTRA_LOW_LATENCY => Ok(Kind::LowLatency),
        NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_LOSSLESS => Ok(Kind::Lossless),
        _ => Err(bad_param("P1 to P7 want a tuning")),
    }
}

fn rate(kind: Kind) -> NV_ENC_RC_PARAMS {
    let same = |qp| NV_ENC_QP {
        qpInterP: qp,
        qpInterB: qp,
        qpIntra: qp,
    };
    let mut rate = NV_ENC_RC_PARAMS::versioned(ApiVersion::V11_1);
    (rate.rateControlMode, rate.constQP) = match kind {
        Kind::LowLatency => (NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CBR, same(28)),
        Kind::Lossless => (NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CONSTQP, same(0)),
        _ => (NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_VBR, same(28)),
    };
    rate
}

fn fill_codec(config: &mut NV_ENC_CONFIG, codec: Codec, lossless: bool) {
    let idr_period = config.gopLength;
    match codec {
        Codec::H264 => {
            let mut own = NV_ENC_CONFIG_H264 {
                idrPeriod: idr_period,
                chromaFormatIDC: 1,
                sliceMode: 3,
                sliceModeData: 1,
                ..NV_ENC_CONFIG_H264::default()
            };
            own.set_qpPrimeYZeroTransformBypassFlag(lossless.into());
            config.encodeCodecConfig.h264Config = own;
        }
        _ => {
            let mut own = NV_ENC_CONFIG_HEVC {
                idrPeriod: idr_period,
                sliceMode: 3,
                sliceModeData: 1,
                ..NV_ENC_CONFIG_HEVC::default()
            };
            own.set_chromaFormatIDC(1);
            config.encodeCodecConfig.hevcConfig = own;
        }
    }
}
