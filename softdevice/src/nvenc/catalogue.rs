//! GUIDs that the interface has names for, and which belong together.

use nvenc_sys::*;

use super::status::{Answer, bad_param};
use crate::codec::{Codec, Effort};

/// Codecs the device encodes.
pub(super) const CODECS: [GUID; 2] = [NV_ENC_CODEC_H264_GUID, NV_ENC_CODEC_HEVC_GUID];

/// The codec of a GUID.
pub(super) fn codec(guid: GUID) -> Answer<Codec> {
    match guid {
        NV_ENC_CODEC_H264_GUID => Ok(Codec::H264),
        NV_ENC_CODEC_HEVC_GUID => Ok(Codec::Hevc),
        _ => Err(bad_param("no codec has this GUID")),
    }
}

/// Profiles that the device lists.
pub(super) fn profiles(codec: Codec) -> &'static [GUID] {
    match codec {
        Codec::H264 => &[
            NV_ENC_CODEC_PROFILE_AUTOSELECT_GUID,
            NV_ENC_H264_PROFILE_BASELINE_GUID,
            NV_ENC_H264_PROFILE_MAIN_GUID,
            NV_ENC_H264_PROFILE_HIGH_GUID,
            NV_ENC_H264_PROFILE_HIGH_444_GUID,
        ],
        _ => &[
            NV_ENC_CODEC_PROFILE_AUTOSELECT_GUID,
            NV_ENC_HEVC_PROFILE_MAIN_GUID,
            NV_ENC_HEVC_PROFILE_MAIN10_GUID,
            NV_ENC_HEVC_PROFILE_FREXT_GUID,
        ],
    }
}

/// A way of spending time and bits that has a GUID.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Preset {
    pub(super) guid: GUID,
    pub(super) effort: Effort,
    pub(super) kind: Kind,
}

/// What a preset is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Quality,
    LowLatency,
    Lossless,
    /// P1 to P7: the tuning says.
    Tuned,
}

const fn preset(guid: GUID, effort: Effort, kind: Kind) -> Preset {
    Preset { guid, effort, kind }
}

/// The presets of the first generation.
const LEGACY: [Preset; 9] = [
    preset(NV_ENC_PRESET_DEFAULT_GUID, Effort::Normal, Kind::Quality),
    preset(NV_ENC_PRESET_HP_GUID, Effort::Fast, Kind::Quality),
    preset(NV_ENC_PRESET_HQ_GUID, Effort::Best, Kind::Quality),
    preset(NV_ENC_PRESET_BD_GUID, Effort::Normal, Kind::Quality),
    preset(
        NV_ENC_PRESET_LOW_LATENCY_DEFAULT_GUID,
        Effort::Normal,
        Kind::LowLatency,
    ),
    preset(
        NV_ENC_PRESET_LOW_LATENCY_HQ_GUID,
        Effort::Best,
        Kind::LowLatency,
    ),
    preset(
        NV_ENC_PRESET_LOW_LATENCY_HP_GUID,
        Effort::Fast,
        Kind::LowLatency,
    ),
    preset(
        NV_ENC_PRESET_LOSSLESS_DEFAULT_GUID,
        Effort::Normal,
        Kind::Lossless,
    ),
    preset(NV_ENC_PRESET_LOSSLESS_HP_GUID, Effort::Fast, Kind::Lossless),
];

/// The presets since interface 10.0.
const TUNED: [Preset; 7] = [
    preset(NV_ENC_PRESET_P1_GUID, Effort::Fast, Kind::Tuned),
    preset(NV_ENC_PRESET_P2_GUID, Effort::Fast, Kind::Tuned),
    preset(NV_ENC_PRESET_P3_GUID, Effort::Normal, Kind::Tuned),
    preset(NV_ENC_PRESET_P4_GUID, Effort::Normal, Kind::Tuned),
    preset(NV_ENC_PRESET_P5_GUID, Effort::Normal, Kind::Tuned),
    preset(NV_ENC_PRESET_P6_GUID, Effort::Best, Kind::Tuned),
    preset(NV_ENC_PRESET_P7_GUID, Effort::Best, Kind::Tuned),
];

/// Every preset that an interface has.
pub(super) fn presets(api: ApiVersion) -> impl Iterator<Item = Preset> {
    let tuned = TUNED.into_iter().filter(move |_| api > ApiVersion::V8_1);
    LEGACY.into_iter().chain(tuned)
}

/// The preset of a GUID.
pub(super) fn find_preset(api: ApiVersion, guid: GUID) -> Answer<Preset> {
    presets(api)
        .find(|preset| preset.guid == guid)
        .ok_or_else(|| bad_param("no preset of this interface has this GUID"))
}

/// Input formats that the device takes for a codec.
pub(super) fn formats(codec: Codec) -> &'static [NV_ENC_BUFFER_FORMAT] {
    const EVERY: [NV_ENC_BUFFER_FORMAT; 11] = [
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YV12,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_IYUV,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV444,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ARGB,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ABGR,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_AYUV,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV420_10BIT,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV444_10BIT,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ARGB10,
        NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ABGR10,
    ];
    match codec {
        // The hardware codes H.264 at 8 bits only.
        Codec::H264 => &EVERY[..7],
        _ => &EVERY,
    }
}
