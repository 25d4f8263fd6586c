//! What a decoder must be able to do: profile, level and tier.

use crate::{Codec, SessionBuilder, raw::sys::*};
use std::fmt;

/// The tools that a decoder must know, in the standards' words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Profile {
    /// H.264 without B-frames and CABAC.
    #[doc(alias = "NV_ENC_H264_PROFILE_BASELINE_GUID")]
    Baseline,
    /// H.264 without the 8x8 transform; HEVC of 8 bits.
    #[doc(alias = "NV_ENC_H264_PROFILE_MAIN_GUID")]
    #[doc(alias = "NV_ENC_HEVC_PROFILE_MAIN_GUID")]
    Main,
    /// H.264 with all tools for 4:2:0.
    #[doc(alias = "NV_ENC_H264_PROFILE_HIGH_GUID")]
    High,
    /// H.264 with 4:4:4 and lossless coding.
    #[doc(alias = "NV_ENC_H264_PROFILE_HIGH_444_GUID")]
    High444,
    /// HEVC of 10 bits.
    #[doc(alias = "NV_ENC_HEVC_PROFILE_MAIN10_GUID")]
    Main10,
    /// HEVC with 4:4:4: the range extensions.
    #[doc(alias = "NV_ENC_HEVC_PROFILE_FREXT_GUID")]
    RangeExtensions,
}

impl Profile {
    /// The least that has the tools for such pictures.
    pub(crate) fn of(codec: Codec, full_chroma: bool, bit_depth: u8, lossless: bool) -> Self {
        match (codec, full_chroma, bit_depth) {
            (Codec::H264, false, _) if !lossless => Self::High,
            (Codec::H264, ..) => Self::High444,
            (Codec::Hevc, false, 8) => Self::Main,
            (Codec::Hevc, false, _) => Self::Main10,
            (Codec::Hevc, true, _) => Self::RangeExtensions,
        }
    }

    pub(crate) fn guid(self, codec: Codec) -> GUID {
        match (self, codec) {
            (Self::Baseline, _) => NV_ENC_H264_PROFILE_BASELINE_GUID,
            (Self::Main, Codec::H264) => NV_ENC_H264_PROFILE_MAIN_GUID,
            (Self::Main, Codec::Hevc) => NV_ENC_HEVC_PROFILE_MAIN_GUID,
            (Self::High, _) => NV_ENC_H264_PROFILE_HIGH_GUID,
            (Self::High444, _) => NV_ENC_H264_PROFILE_HIGH_444_GUID,
            (Self::Main10, _) => NV_ENC_HEVC_PROFILE_MAIN10_GUID,
            (Self::RangeExtensions, _) => NV_ENC_HEVC_PROFILE_FREXT_GUID,
        }
    }
}

impl fmt::Display for Profile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Baseline => "Baseline",
            Self::Main => "Main",
            Self::High => "High",
            Self::High444 => "High 4:4:4",
            Self::Main10 => "Main 10",
            Self::RangeExtensions => "range extensions",
        })
    }
}

/// A level of the standard: how much a decoder must be able to take, such as 5.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[doc(alias = "NV_ENC_LEVEL")]
pub struct Level {
    major: u8,
    minor: u8,
}

impl Level {
    /// Level `major.minor`.
    pub const fn new(major: u8, minor: u8) -> Self {
        Self { major, minor }
    }

    /// H.264 counts tenths, HEVC thirtieths.
    pub(crate) fn raw(self, codec: Codec) -> u32 {
        let tenths = 10 * u32::from(self.major) + u32::from(self.minor);
        match codec {
            Codec::H264 => tenths,
            Codec::Hevc => 3 * tenths,
        }
    }

    pub(crate) fn exists(self, codec: Codec) -> bool {
        let minors = match (codec, self.major) {
            (Codec::H264, 1) => 3,
            (Codec::H264, 2..=6) | (Codec::Hevc, 5 | 6) => 2,
            (Codec::Hevc, 2..=4) => 1,
            (Codec::Hevc, 1) => 0,
            _ => return false,
        };
        self.minor <= minors
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl SessionBuilder {
    /// The profile, where it is not to follow from the format: High or High 4:4:4 for H.264,
    /// Main, Main 10 or the range extensions for HEVC.
    #[doc(alias = "profileGUID")]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.setup.syntax.profile = Some(profile);
        self
    }

    /// The level that the stream claims. Without it the driver finds the lowest that will do.
    ///
    /// # Device support
    /// The capability `highest level`. The software device gives HEVC one only with a bit rate.
    pub fn level(mut self, level: Level) -> Self {
        self.setup.syntax.level = Some(level);
        self
    }

    /// HEVC's high tier: higher bit rates at the same level, which must be 4.0 or more.
    #[doc(alias = "NV_ENC_TIER_HEVC_HIGH")]
    pub fn high_tier(mut self) -> Self {
        self.setup.syntax.high_tier = true;
        self
    }
}
