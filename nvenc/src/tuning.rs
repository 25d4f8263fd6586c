use crate::raw::sys::NV_ENC_TUNING_INFO;

/// What one of the presets P1 to P7 is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[doc(alias = "NV_ENC_TUNING_INFO")]
#[non_exhaustive]
pub enum Tuning {
    /// Films and recordings: time does not matter.
    #[default]
    #[doc(alias = "NV_ENC_TUNING_INFO_HIGH_QUALITY")]
    HighQuality,
    /// Conferences and games: no reordering, no lookahead.
    #[doc(alias = "NV_ENC_TUNING_INFO_LOW_LATENCY")]
    LowLatency,
    /// As low latency, and stricter.
    #[doc(alias = "NV_ENC_TUNING_INFO_ULTRA_LOW_LATENCY")]
    UltraLowLatency,
    /// Every sample is kept.
    #[doc(alias = "NV_ENC_TUNING_INFO_LOSSLESS")]
    Lossless,
}

impl Tuning {
    /// Every tuning of interface 11.1.
    pub const ALL: [Self; 4] = [
        Self::HighQuality,
        Self::LowLatency,
        Self::UltraLowLatency,
        Self::Lossless,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::HighQuality => "hq",
            Self::LowLatency => "ll",
            Self::UltraLowLatency => "ull",
            Self::Lossless => "lossless",
        }
    }

    pub(crate) fn raw(self) -> NV_ENC_TUNING_INFO {
        match self {
            Self::HighQuality => NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_HIGH_QUALITY,
            Self::LowLatency => NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_LOW_LATENCY,
            Self::UltraLowLatency => NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_ULTRA_LOW_LATENCY,
            Self::Lossless => NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_LOSSLESS,
        }
    }
}
