//! What a decoder must be able to do, and what stands in the stream beside the pictures.

use crate::{Caps, Codec, Error, PixelFormat, Preset, SessionBuilder, raw::sys::*};
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
    /// The profile that a stream has where none was asked for.
    pub(crate) fn of(codec: Codec, format: PixelFormat, preset: Preset) -> Self {
        match (codec, format.is_420(), format.bit_depth()) {
            (Codec::H264, true, _) if !preset.is_lossless() => Self::High,
            (Codec::H264, ..) => Self::High444,
            (Codec::Hevc, true, 8) => Self::Main,
            (Codec::Hevc, true, _) => Self::Main10,
            (Codec::Hevc, false, _) => Self::RangeExtensions,
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
    fn raw(self, codec: Codec) -> u32 {
        let tenths = 10 * u32::from(self.major) + u32::from(self.minor);
        match codec {
            Codec::H264 => tenths,
            Codec::Hevc => 3 * tenths,
        }
    }

    fn exists(self, codec: Codec) -> bool {
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

/// How each picture is cut into slices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "sliceMode")]
#[non_exhaustive]
pub enum Slices {
    /// Into as many.
    Count(u32),
    /// After as many rows of macroblocks (H.264) or coding tree units (HEVC).
    Rows(u32),
    /// After as many macroblocks or coding tree units.
    Blocks(u32),
    /// After as many bytes at most.
    Bytes(u32),
}

impl Slices {
    /// The driver's mode and its number.
    fn raw(self) -> (u32, u32) {
        match self {
            Self::Blocks(count) => (0, count),
            Self::Bytes(bytes) => (1, bytes),
            Self::Rows(rows) => (2, rows),
            Self::Count(count) => (3, count),
        }
    }
}

/// Where the parameter sets (VPS, SPS, PPS) stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Headers {
    /// Before each IDR picture: decoding can begin there.
    #[default]
    #[doc(alias = "repeatSPSPPS")]
    EveryIdr,
    /// Before the first picture only.
    Once,
    /// Nowhere: [`headers`](crate::Session::headers) gives them, for a container.
    #[doc(alias = "disableSPSPPS")]
    Apart,
}

/// What stands in the stream.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Syntax {
    profile: Option<Profile>,
    level: Option<Level>,
    high_tier: bool,
    slices: Option<Slices>,
    headers: Headers,
    aud: bool,
    monochrome: bool,
}

impl Syntax {
    pub(crate) fn check(
        &self,
        codec: Codec,
        format: PixelFormat,
        preset: Preset,
    ) -> Result<(), Error> {
        self.check_profile(codec, Profile::of(codec, format, preset))?;
        if let Some(level) = self.level.filter(|level| !level.exists(codec)) {
            return Err(Error::invalid("level", level, "the codec has none such"));
        }
        if self.high_tier && (codec == Codec::H264 || self.level < Some(Level::new(4, 0))) {
            return Err(Error::invalid(
                "tier",
                "high",
                "only HEVC has it, from level 4.0 on, and the level must be given",
            ));
        }
        match self.slices.map(Slices::raw) {
            Some((_, 0)) => Err(Error::invalid("slices", 0, "it must be over 0")),
            _ => Ok(()),
        }
    }

    fn check_profile(&self, codec: Codec, usual: Profile) -> Result<(), Error> {
        let fits = |profile| match codec {
            Codec::H264 if usual == Profile::High => {
                matches!(profile, Profile::Baseline | Profile::Main | Profile::High)
            }
            _ => profile == usual,
        };
        match self.profile.filter(|profile| !fits(*profile)) {
            Some(profile) => Err(Error::invalid(
                "profile",
                profile,
                "it does not go with the codec, the format and the preset",
            )),
            None => Ok(()),
        }
    }

    /// Baseline streams have no B-frames.
    pub(crate) fn check_b_frames(&self, b_frames: u32) -> Result<(), Error> {
        match self.profile {
            Some(Profile::Baseline) if b_frames > 0 => Err(Error::invalid(
                "B-frames",
                b_frames,
                "the Baseline profile has none",
            )),
            _ => Ok(()),
        }
    }

    pub(crate) fn check_caps(&self, codec: Codec, caps: &Caps) -> Result<(), Error> {
        if self.monochrome && !caps.monochrome {
            return Err(Error::unsupported("monochrome", "4:0:0", "none"));
        }
        match self.level {
            Some(level) if level.raw(codec) > caps.max_level => Err(Error::unsupported(
                "highest level",
                format!("{level} ({})", level.raw(codec)),
                caps.max_level,
            )),
            _ => Ok(()),
        }
    }

    pub(crate) fn profile(&self) -> Option<Profile> {
        self.profile
    }

    pub(crate) fn write(&self, config: &mut NV_ENC_CONFIG) {
        config.monoChromeEncoding = self.monochrome.into();
    }

    pub(crate) fn write_h264(&self, own: &mut NV_ENC_CONFIG_H264) {
        own.level = self.level.map_or(0, |level| level.raw(Codec::H264));
        own.set_outputAUD(self.aud.into());
        own.set_repeatSPSPPS((self.headers == Headers::EveryIdr).into());
        own.set_disableSPSPPS((self.headers == Headers::Apart).into());
        if let Some(slices) = self.slices {
            (own.sliceMode, own.sliceModeData) = slices.raw();
        }
    }

    pub(crate) fn write_hevc(&self, own: &mut NV_ENC_CONFIG_HEVC) {
        own.level = self.level.map_or(0, |level| level.raw(Codec::Hevc));
        own.tier = self.high_tier.into();
        own.set_outputAUD(self.aud.into());
        own.set_repeatSPSPPS((self.headers == Headers::EveryIdr).into());
        own.set_disableSPSPPS((self.headers == Headers::Apart).into());
        if let Some(slices) = self.slices {
            (own.sliceMode, own.sliceModeData) = slices.raw();
        }
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

    /// Cuts each picture into slices. The default is one.
    ///
    /// # Device support
    /// Every GPU. The software device cuts HEVC by [`Slices::Count`] only.
    #[doc(alias = "sliceModeData")]
    pub fn slices(mut self, slices: Slices) -> Self {
        self.setup.syntax.slices = Some(slices);
        self
    }

    /// Where the parameter sets stand.
    pub fn headers(mut self, headers: Headers) -> Self {
        self.setup.syntax.headers = headers;
        self
    }

    /// Access unit delimiters before each picture, as broadcast systems want them.
    #[doc(alias = "outputAUD")]
    pub fn access_unit_delimiters(mut self) -> Self {
        self.setup.syntax.aud = true;
        self
    }

    /// Codes luma only.
    ///
    /// # Device support
    /// The capability `monochrome`, which GPUs since Kepler lack.
    #[doc(alias = "monoChromeEncoding")]
    pub fn monochrome(mut self) -> Self {
        self.setup.syntax.monochrome = true;
        self
    }
}
