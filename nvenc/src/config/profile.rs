//! What a decoder must be able to do: profile, level and tier.

use crate::{Codec, Error, SessionBuilder, raw::sys::*};
use nvframe::{Rational, Size};
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
    /// Every profile, of both codecs.
    pub const ALL: [Self; 6] = [
        Self::Baseline,
        Self::Main,
        Self::High,
        Self::High444,
        Self::Main10,
        Self::RangeExtensions,
    ];

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

    /// Refuses a level that the codec has not, and pictures that are too much for it.
    pub(crate) fn check(self, codec: Codec, size: Size, frame_rate: Rational) -> Result<(), Error> {
        let known = limits(codec).iter();
        let mut known = known.filter(|it| (it.0, it.1) == (self.major, self.minor));
        let Some((_, _, most, most_a_second)) = known.next() else {
            return Err(Error::invalid("level", self, "the codec has none such"));
        };
        let (block, size) = (block(codec), size_in_blocks(codec, size));
        let (across, down, area) = (size.0 * block, size.1 * block, size.0 * size.1);
        let longest = u128::from(8 * most * block * block);
        let a_second = u128::from(area) * u128::from(frame_rate.num);
        let too_long = u128::from(across.max(down)).pow(2) > longest;
        let too_many = a_second > u128::from(*most_a_second) * u128::from(frame_rate.den);
        match area > *most || too_long || too_many {
            true => Err(Error::invalid(
                "level",
                self,
                "the pictures are too large for it, or too many a second",
            )),
            false => Ok(()),
        }
    }
}

/// A level, the blocks that a picture may have at most, and as many in a second.
type Limits = (u8, u8, u64, u64);

/// Sides of the blocks that the standards count in: HEVC counts samples, of coding blocks
/// of 8x8 at least.
fn block(codec: Codec) -> u64 {
    match codec {
        Codec::H264 => 16,
        Codec::Hevc => 8,
    }
}

fn size_in_blocks(codec: Codec, size: Size) -> (u64, u64) {
    let blocks = |side: u32| u64::from(side).div_ceil(block(codec));
    (blocks(size.width), blocks(size.height))
}

fn limits(codec: Codec) -> &'static [Limits] {
    match codec {
        Codec::H264 => &H264,
        Codec::Hevc => &HEVC,
    }
}

/// Table A-1 of H.264, in macroblocks.
const H264: [Limits; 19] = [
    (1, 0, 99, 1_485),
    (1, 1, 396, 3_000),
    (1, 2, 396, 6_000),
    (1, 3, 396, 11_880),
    (2, 0, 396, 11_880),
    (2, 1, 792, 19_800),
    (2, 2, 1_620, 20_250),
    (3, 0, 1_620, 40_500),
    (3, 1, 3_600, 108_000),
    (3, 2, 5_120, 216_000),
    (4, 0, 8_192, 245_760),
    (4, 1, 8_192, 245_760),
    (4, 2, 8_704, 522_240),
    (5, 0, 22_080, 589_824),
    (5, 1, 36_864, 983_040),
    (5, 2, 36_864, 2_073_600),
    (6, 0, 139_264, 4_177_920),
    (6, 1, 139_264, 8_355_840),
    (6, 2, 139_264, 16_711_680),
];

/// Tables A.8 and A.9 of HEVC, in blocks of 64 samples.
const HEVC: [Limits; 13] = [
    (1, 0, 36_864 / 64, 552_960 / 64),
    (2, 0, 122_880 / 64, 3_686_400 / 64),
    (2, 1, 245_760 / 64, 7_372_800 / 64),
    (3, 0, 552_960 / 64, 16_588_800 / 64),
    (3, 1, 983_040 / 64, 33_177_600 / 64),
    (4, 0, 2_228_224 / 64, 66_846_720 / 64),
    (4, 1, 2_228_224 / 64, 133_693_440 / 64),
    (5, 0, 8_912_896 / 64, 267_386_880 / 64),
    (5, 1, 8_912_896 / 64, 534_773_760 / 64),
    (5, 2, 8_912_896 / 64, 1_069_547_520 / 64),
    (6, 0, 35_651_584 / 64, 1_069_547_520 / 64),
    (6, 1, 35_651_584 / 64, 2_139_095_040 / 64),
    (6, 2, 35_651_584 / 64, 4_278_190_080 / 64),
];

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

impl SessionBuilder {
    /// The profile, where it is not to follow from the format: High or High 4:4:4 for H.264,
    /// Main, Main 10 or the range extensions for HEVC.
    ///
    /// # Device support
    /// [`Encoder::profiles`](crate::Encoder::profiles) lists them by codec.
    #[doc(alias = "profileGUID")]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.setup.syntax.profile = Some(profile);
        self
    }

    /// The level that the stream claims, which must be enough for the pictures and the [frame
    /// rate](Self::frame_rate). Without it the driver finds the lowest that will do.
    ///
    /// # Device support
    /// The capability `highest level`. The software device with x264 and x265, HEVC only with a
    /// bit rate.
    pub fn level(mut self, level: Level) -> Self {
        self.setup.syntax.level = Some(level);
        self
    }

    /// HEVC's high tier: higher bit rates at the same [level](Self::level), which must be given
    /// and be 4.0 or more.
    ///
    /// # Device support
    /// Every GPU; the software device with x265.
    #[doc(alias = "NV_ENC_TIER_HEVC_HIGH")]
    pub fn high_tier(mut self) -> Self {
        self.setup.syntax.high_tier = true;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_enough_for_the_pictures() {
        let check = |codec, (major, minor), size: (u32, u32), rate| {
            let level = Level::new(major, minor);
            level
                .check(codec, size.into(), Rational::new(rate, 1))
                .is_ok()
        };
        // 1080p is coded with 1088 rows.
        assert!(check(Codec::H264, (4, 0), (1920, 1080), 30));
        assert!(!check(Codec::H264, (4, 0), (1920, 1080), 31));
        assert!(!check(Codec::H264, (3, 2), (1920, 1080), 1));
        assert!(check(Codec::H264, (5, 1), (4096, 2304), 26));
        assert!(!check(Codec::H264, (5, 3), (64, 64), 1), "no such level");
        assert!(check(Codec::Hevc, (6, 1), (7680, 4320), 60));
        assert!(!check(Codec::Hevc, (6, 0), (7680, 4320), 60));
        assert!(!check(Codec::Hevc, (5, 2), (7680, 4320), 1));
        // Few samples, and too many of them in a row.
        assert!(check(Codec::Hevc, (1, 0), (536, 64), 1));
        assert!(!check(Codec::Hevc, (1, 0), (544, 64), 1));
    }
}
