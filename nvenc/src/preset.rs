use crate::raw::sys::*;
use std::{fmt, str::FromStr};

/// How much of its time the encoder spends on quality, and what for: the nine presets of
/// interface 8.1.
///
/// Drivers of the interface 11.1 have presets P1 to P7 and a tuning instead, and from
/// driver 590 on nothing else. A session that speaks 11.1 uses the nearest pair:
///
/// | preset | 11.1 preset | 11.1 tuning |
/// |---|---|---|
/// | `HighPerformance` | P1 | high quality |
/// | `Default` | P4 | high quality |
/// | `BluRay` | P5 | high quality |
/// | `HighQuality` | P7 | high quality |
/// | `LowLatencyHighPerformance` | P1 | low latency |
/// | `LowLatency` | P4 | low latency |
/// | `LowLatencyHighQuality` | P7 | low latency |
/// | `LosslessHighPerformance` | P1 | lossless |
/// | `Lossless` | P4 | lossless |
///
/// (the pairs that FFmpeg uses for its own old names).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Preset {
    /// Between speed and quality.
    #[default]
    #[doc(alias = "NV_ENC_PRESET_DEFAULT_GUID")]
    Default,
    /// Fastest.
    #[doc(alias = "NV_ENC_PRESET_HP_GUID")]
    HighPerformance,
    /// Best quality.
    #[doc(alias = "NV_ENC_PRESET_HQ_GUID")]
    HighQuality,
    /// Within the limits of Blu-ray discs.
    #[doc(alias = "NV_ENC_PRESET_BD_GUID")]
    BluRay,
    /// No reordering, no lookahead.
    #[doc(alias = "NV_ENC_PRESET_LOW_LATENCY_DEFAULT_GUID")]
    LowLatency,
    /// Low latency with the best quality.
    #[doc(alias = "NV_ENC_PRESET_LOW_LATENCY_HQ_GUID")]
    LowLatencyHighQuality,
    /// Low latency at the highest speed.
    #[doc(alias = "NV_ENC_PRESET_LOW_LATENCY_HP_GUID")]
    LowLatencyHighPerformance,
    /// Every sample is kept.
    #[doc(alias = "NV_ENC_PRESET_LOSSLESS_DEFAULT_GUID")]
    Lossless,
    /// Every sample is kept, at the highest speed.
    #[doc(alias = "NV_ENC_PRESET_LOSSLESS_HP_GUID")]
    LosslessHighPerformance,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 9] = [
        Self::Default,
        Self::HighPerformance,
        Self::HighQuality,
        Self::BluRay,
        Self::LowLatency,
        Self::LowLatencyHighQuality,
        Self::LowLatencyHighPerformance,
        Self::Lossless,
        Self::LosslessHighPerformance,
    ];

    /// True for the presets that keep every sample.
    pub fn is_lossless(self) -> bool {
        matches!(self, Self::Lossless | Self::LosslessHighPerformance)
    }

    /// The name that NVIDIA's sample programs use: `hq`, `ll_hp`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Default => "default",
            Self::HighPerformance => "hp",
            Self::HighQuality => "hq",
            Self::BluRay => "bd",
            Self::LowLatency => "ll",
            Self::LowLatencyHighQuality => "ll_hq",
            Self::LowLatencyHighPerformance => "ll_hp",
            Self::Lossless => "lossless",
            Self::LosslessHighPerformance => "lossless_hp",
        }
    }

    /// The driver's preset, with a tuning in the dialect that has them.
    pub(crate) fn raw(self, version: ApiVersion) -> (GUID, Option<NV_ENC_TUNING_INFO>) {
        if version < ApiVersion::V11_1 {
            return (self.first_generation(), None);
        }
        let (preset, tuning) = self.second_generation();
        (preset, Some(tuning))
    }

    fn first_generation(self) -> GUID {
        match self {
            Self::Default => NV_ENC_PRESET_DEFAULT_GUID,
            Self::HighPerformance => NV_ENC_PRESET_HP_GUID,
            Self::HighQuality => NV_ENC_PRESET_HQ_GUID,
            Self::BluRay => NV_ENC_PRESET_BD_GUID,
            Self::LowLatency => NV_ENC_PRESET_LOW_LATENCY_DEFAULT_GUID,
            Self::LowLatencyHighQuality => NV_ENC_PRESET_LOW_LATENCY_HQ_GUID,
            Self::LowLatencyHighPerformance => NV_ENC_PRESET_LOW_LATENCY_HP_GUID,
            Self::Lossless => NV_ENC_PRESET_LOSSLESS_DEFAULT_GUID,
            Self::LosslessHighPerformance => NV_ENC_PRESET_LOSSLESS_HP_GUID,
        }
    }

    fn second_generation(self) -> (GUID, NV_ENC_TUNING_INFO) {
        let quality = NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_HIGH_QUALITY;
        let latency = NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_LOW_LATENCY;
        let lossless = NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_LOSSLESS;
        match self {
            Self::HighPerformance => (NV_ENC_PRESET_P1_GUID, quality),
            Self::Default => (NV_ENC_PRESET_P4_GUID, quality),
            Self::BluRay => (NV_ENC_PRESET_P5_GUID, quality),
            Self::HighQuality => (NV_ENC_PRESET_P7_GUID, quality),
            Self::LowLatencyHighPerformance => (NV_ENC_PRESET_P1_GUID, latency),
            Self::LowLatency => (NV_ENC_PRESET_P4_GUID, latency),
            Self::LowLatencyHighQuality => (NV_ENC_PRESET_P7_GUID, latency),
            Self::LosslessHighPerformance => (NV_ENC_PRESET_P1_GUID, lossless),
            Self::Lossless => (NV_ENC_PRESET_P4_GUID, lossless),
        }
    }
}

impl fmt::Display for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// No preset has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no preset is called {0}: default, hp, hq, bd, ll, ll_hq, ll_hp, lossless, lossless_hp are"
)]
pub struct UnknownPreset(String);

impl FromStr for Preset {
    type Err = UnknownPreset;

    fn from_str(name: &str) -> Result<Self, UnknownPreset> {
        Self::ALL
            .into_iter()
            .find(|preset| preset.name().eq_ignore_ascii_case(name))
            .ok_or_else(|| UnknownPreset(name.to_owned()))
    }
}
