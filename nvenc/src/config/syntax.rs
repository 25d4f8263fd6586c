//! What stands in the stream: parameter sets, slices, delimiters.

use super::profile::{Level, Profile};
use crate::{Caps, Codec, Error, SessionBuilder, raw::sys::*};
use nvframe::{Rational, Size};

/// How each picture is cut into slices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "sliceMode")]
#[non_exhaustive]
pub enum Slices {
    /// Into as many: one for each 16 rows of the picture at most, 64 with HEVC.
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
    /// Nowhere: [`headers`](crate::Session::headers) gives them, for a container; so does
    /// [that](crate::parallel::SegmentEncoder::headers) of several sessions.
    #[doc(alias = "disableSPSPPS")]
    Apart,
}

/// What stands in the stream.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Syntax {
    pub(super) profile: Option<Profile>,
    pub(super) level: Option<Level>,
    pub(super) high_tier: bool,
    slices: Option<Slices>,
    headers: Headers,
    aud: bool,
    timing: bool,
    monochrome: bool,
}

/// Writes what both codecs have, under the same names, in structures of their own.
macro_rules! write_common {
    ($syntax:expr, $own:expr) => {
        $own.set_outputAUD($syntax.aud.into());
        $own.set_outputBufferingPeriodSEI($syntax.timing.into());
        $own.set_outputPictureTimingSEI($syntax.timing.into());
        $own.set_repeatSPSPPS(($syntax.headers == Headers::EveryIdr).into());
        $own.set_disableSPSPPS(($syntax.headers == Headers::Apart).into());
        if let Some(slices) = $syntax.slices {
            ($own.sliceMode, $own.sliceModeData) = slices.raw();
        }
    };
}

impl Syntax {
    pub(crate) fn check(
        &self,
        codec: Codec,
        usual: Profile,
        size: Size,
        frame_rate: Rational,
    ) -> Result<(), Error> {
        self.check_profile(codec, usual)?;
        if let Some(level) = self.level {
            level.check(codec, size, frame_rate)?;
        }
        if self.high_tier && (codec == Codec::H264 || self.level < Some(Level::new(4, 0))) {
            return Err(Error::invalid(
                "tier",
                "high",
                "only HEVC has it, from level 4.0 on, and the level must be given",
            ));
        }
        self.check_slices(codec, size.height)
    }

    fn check_slices(&self, codec: Codec, rows: u32) -> Result<(), Error> {
        let block = if codec == Codec::H264 { 16 } else { 64 };
        match self.slices {
            Some(Slices::Count(count)) if count > (rows / block).max(1) => Err(Error::invalid(
                "slices",
                count,
                "each must have 16 rows of the picture with H.264, and 64 with HEVC",
            )),
            Some(slices) if slices.raw().1 == 0 => {
                Err(Error::invalid("slices", 0, "it must be over 0"))
            }
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

    /// Whether the stream has no parameter sets in it.
    pub(crate) fn is_bare(&self) -> bool {
        self.headers == Headers::Apart
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
        write_common!(self, own);
    }

    pub(crate) fn write_hevc(&self, own: &mut NV_ENC_CONFIG_HEVC) {
        own.level = self.level.map_or(0, |level| level.raw(Codec::Hevc));
        own.tier = self.high_tier.into();
        write_common!(self, own);
    }
}

impl SessionBuilder {
    /// Cuts each picture into slices. The default is one.
    ///
    /// # Device support
    /// Every GPU; the software device with x264 and x265, HEVC by [`Slices::Count`] only.
    #[doc(alias = "sliceModeData")]
    pub fn slices(mut self, slices: Slices) -> Self {
        self.setup.syntax.slices = Some(slices);
        self
    }

    /// Where the parameter sets (VPS, SPS, PPS) stand: before each IDR picture unless told.
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "repeatSPSPPS")]
    #[doc(alias = "disableSPSPPS")]
    pub fn headers(mut self, headers: Headers) -> Self {
        self.setup.syntax.headers = headers;
        self
    }

    /// Access unit delimiters before each picture, as broadcast systems want them.
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "outputAUD")]
    pub fn access_unit_delimiters(mut self) -> Self {
        self.setup.syntax.aud = true;
        self
    }

    /// Messages (SEI) about the VBV buffer and when each picture leaves it, as broadcast
    /// systems want them.
    ///
    /// # Device support
    /// Every GPU; the software device with x264 and x265, and not with a constant QP.
    #[doc(alias = "outputBufferingPeriodSEI")]
    #[doc(alias = "outputPictureTimingSEI")]
    pub fn timing_messages(mut self) -> Self {
        self.setup.syntax.timing = true;
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
