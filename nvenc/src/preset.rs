use crate::{Error, Tuning, raw::sys::*};
use std::{fmt, str::FromStr};

/// How much of its time the encoder spends on quality, and what for: the nine presets of
/// interface 8.1, or one of P1 to P7 with a [`Tuning`], which interface 11.1 brought.
///
/// The nine are understood by every session, so that one program runs on every driver. A
/// session that speaks 11.1 gives the driver the nearest pair, as from driver 590 on there
/// are no others:
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
///
/// A preset sets how well the encoder searches. B-frames, lookahead and adaptive quantisation, which
/// the driver's slower presets would switch on as well, are off unless they are asked for
/// ([`b_frames`](crate::SessionBuilder::b_frames), [`lookahead`](crate::SessionBuilder::lookahead),
/// [`spatial_aq`](crate::SessionBuilder::spatial_aq)), since each has its price in latency or memory.
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
    /// Fastest, of interface 11.1.
    #[doc(alias = "NV_ENC_PRESET_P1_GUID")]
    P1(Tuning),
    /// Faster, of interface 11.1.
    #[doc(alias = "NV_ENC_PRESET_P2_GUID")]
    P2(Tuning),
    /// Fast, of interface 11.1.
    #[doc(alias = "NV_ENC_PRESET_P3_GUID")]
    P3(Tuning),
    /// Between speed and quality, of interface 11.1.
    #[doc(alias = "NV_ENC_PRESET_P4_GUID")]
    P4(Tuning),
    /// Good quality, of interface 11.1.
    #[doc(alias = "NV_ENC_PRESET_P5_GUID")]
    P5(Tuning),
    /// Better quality, of interface 11.1.
    #[doc(alias = "NV_ENC_PRESET_P6_GUID")]
    P6(Tuning),
    /// Best quality, of interface 11.1.
    #[doc(alias = "NV_ENC_PRESET_P7_GUID")]
    P7(Tuning),
}

impl Preset {
    /// The nine presets of interface 8.1.
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

    /// P1 to P7 with one tuning.
    pub const fn tuned(tuning: Tuning) -> [Self; 7] {
        [
            Self::P1(tuning),
            Self::P2(tuning),
            Self::P3(tuning),
            Self::P4(tuning),
            Self::P5(tuning),
            Self::P6(tuning),
            Self::P7(tuning),
        ]
    }

    /// True for the presets that keep every sample.
    pub fn is_lossless(self) -> bool {
        matches!(self, Self::Lossless | Self::LosslessHighPerformance)
            || self.tuning() == Some(Tuning::Lossless)
    }

    /// The tuning of P1 to P7.
    pub fn tuning(self) -> Option<Tuning> {
        match self {
            Self::P1(tuning)
            | Self::P2(tuning)
            | Self::P3(tuning)
            | Self::P4(tuning)
            | Self::P5(tuning)
            | Self::P6(tuning)
            | Self::P7(tuning) => Some(tuning),
            _ => None,
        }
    }

    /// The name that NVIDIA's sample programs use: `hq`, `ll_hp`, `p4`.
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
            Self::P1(_) => "p1",
            Self::P2(_) => "p2",
            Self::P3(_) => "p3",
            Self::P4(_) => "p4",
            Self::P5(_) => "p5",
            Self::P6(_) => "p6",
            Self::P7(_) => "p7",
        }
    }

    /// Refuses what the session's dialect has no word for.
    pub(crate) fn check_dialect(self, version: ApiVersion) -> Result<(), Error> {
        match self.tuning() {
            Some(_) if version < ApiVersion::V11_1 => Err(Error::unsupported(
                "interface",
                format!("preset {self} of 11.1"),
                format!("{version}: choose one of the nine presets of 8.1"),
            )),
            _ => Ok(()),
        }
    }

    /// The driver's preset, with a tuning in the dialect that has them.
    pub(crate) fn raw(self, version: ApiVersion) -> (GUID, Option<NV_ENC_TUNING_INFO>) {
        let (preset, tuning) = self.second_generation();
        match self.first_generation() {
            Some(preset) if version < ApiVersion::V11_1 => (preset, None),
            _ => (preset, Some(tuning.raw())),
        }
    }

    fn first_generation(self) -> Option<GUID> {
        Some(match self {
            Self::Default => NV_ENC_PRESET_DEFAULT_GUID,
            Self::HighPerformance => NV_ENC_PRESET_HP_GUID,
            Self::HighQuality => NV_ENC_PRESET_HQ_GUID,
            Self::BluRay => NV_ENC_PRESET_BD_GUID,
            Self::LowLatency => NV_ENC_PRESET_LOW_LATENCY_DEFAULT_GUID,
            Self::LowLatencyHighQuality => NV_ENC_PRESET_LOW_LATENCY_HQ_GUID,
            Self::LowLatencyHighPerformance => NV_ENC_PRESET_LOW_LATENCY_HP_GUID,
            Self::Lossless => NV_ENC_PRESET_LOSSLESS_DEFAULT_GUID,
            Self::LosslessHighPerformance => NV_ENC_PRESET_LOSSLESS_HP_GUID,
            _ => return None,
        })
    }

    fn second_generation(self) -> (GUID, Tuning) {
        match self {
            Self::HighPerformance => (NV_ENC_PRESET_P1_GUID, Tuning::HighQuality),
            Self::Default => (NV_ENC_PRESET_P4_GUID, Tuning::HighQuality),
            Self::BluRay => (NV_ENC_PRESET_P5_GUID, Tuning::HighQuality),
            Self::HighQuality => (NV_ENC_PRESET_P7_GUID, Tuning::HighQuality),
            Self::LowLatencyHighPerformance => (NV_ENC_PRESET_P1_GUID, Tuning::LowLatency),
            Self::LowLatency => (NV_ENC_PRESET_P4_GUID, Tuning::LowLatency),
            Self::LowLatencyHighQuality => (NV_ENC_PRESET_P7_GUID, Tuning::LowLatency),
            Self::LosslessHighPerformance => (NV_ENC_PRESET_P1_GUID, Tuning::Lossless),
            Self::Lossless => (NV_ENC_PRESET_P4_GUID, Tuning::Lossless),
            Self::P1(tuning) => (NV_ENC_PRESET_P1_GUID, tuning),
            Self::P2(tuning) => (NV_ENC_PRESET_P2_GUID, tuning),
            Self::P3(tuning) => (NV_ENC_PRESET_P3_GUID, tuning),
            Self::P4(tuning) => (NV_ENC_PRESET_P4_GUID, tuning),
            Self::P5(tuning) => (NV_ENC_PRESET_P5_GUID, tuning),
            Self::P6(tuning) => (NV_ENC_PRESET_P6_GUID, tuning),
            Self::P7(tuning) => (NV_ENC_PRESET_P7_GUID, tuning),
        }
    }
}

/// The [name](Preset::name), and for P1 to P7 the tuning: `hq`, `p4-ll`.
impl fmt::Display for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tuning() {
            None => f.pad(self.name()),
            Some(tuning) => f.pad(&format!("{}-{}", self.name(), tuning.name())),
        }
    }
}

/// No preset has this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "no preset is called {0}: default, hp, hq, bd, ll, ll_hq, ll_hp, lossless, lossless_hp are, and \
     p1 to p7, alone or with a tuning as in p4-hq, p4-ll, p4-ull, p4-lossless"
)]
pub struct UnknownPreset(String);

/// As [`Display`](fmt::Display) writes it; `p4` is `p4-hq`.
impl FromStr for Preset {
    type Err = UnknownPreset;

    fn from_str(name: &str) -> Result<Self, UnknownPreset> {
        let wanted = name.to_ascii_lowercase();
        let (level, tuning) = wanted.split_once('-').unwrap_or((&wanted, "hq"));
        let tuned = Tuning::ALL
            .into_iter()
            .filter(|it| it.name() == tuning)
            .flat_map(Self::tuned)
            .find(|preset| preset.name() == level);
        let untuned = Self::ALL.into_iter().find(|preset| preset.name() == wanted);
        untuned
            .or(tuned)
            .ok_or_else(|| UnknownPreset(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        let tuned = Tuning::ALL.into_iter().flat_map(Preset::tuned);
        for preset in Preset::ALL.into_iter().chain(tuned) {
            assert_eq!(preset.to_string().parse(), Ok(preset));
        }
        assert_eq!("P4".parse(), Ok(Preset::P4(Tuning::HighQuality)));
        for wrong in ["p8", "p4-", "hq-ll", "p4-ll-hq"] {
            assert!(wrong.parse::<Preset>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_nine_go_to_either_dialect_and_the_seven_to_one() {
        for preset in Preset::ALL {
            assert_eq!(preset.raw(ApiVersion::V8_1).1, None);
            assert!(preset.raw(ApiVersion::V11_1).1.is_some());
            assert_eq!(preset.check_dialect(ApiVersion::V8_1), Ok(()));
        }
        let refused = Preset::P4(Tuning::LowLatency).check_dialect(ApiVersion::V8_1);
        assert_eq!(
            refused.unwrap_err().to_string(),
            "interface: asked for preset p4-ll of 11.1, this GPU has 8.1: choose one of the nine \
             presets of 8.1"
        );
    }
}
