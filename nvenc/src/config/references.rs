//! What pictures may refer to, and how errors in them end.

use crate::{Caps, Codec, Error, SessionBuilder, raw::sys::*};
use std::num::NonZeroU32;

/// Which B-frames others may refer to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[doc(alias = "NV_ENC_BFRAME_REF_MODE")]
#[non_exhaustive]
pub enum BReferences {
    /// None.
    #[default]
    #[doc(alias = "NV_ENC_BFRAME_REF_MODE_DISABLED")]
    None,
    /// Each.
    #[doc(alias = "NV_ENC_BFRAME_REF_MODE_EACH")]
    Each,
    /// The middle one of a group.
    #[doc(alias = "NV_ENC_BFRAME_REF_MODE_MIDDLE")]
    Middle,
}

impl BReferences {
    fn raw(self) -> NV_ENC_BFRAME_REF_MODE {
        match self {
            Self::None => NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_DISABLED,
            Self::Each => NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_EACH,
            Self::Middle => NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_MIDDLE,
        }
    }
}

/// Replaces IDR pictures by a band of intra blocks that moves through the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct IntraRefresh {
    period: NonZeroU32,
    frames: NonZeroU32,
}

/// Most long-term references of a session: as many as the marks of a picture have bits.
const MAX_LONG_TERM: u32 = 16;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct References {
    b: BReferences,
    most: u32,
    weighted: bool,
    non_reference_p: bool,
    long_term: u32,
    refresh: Option<IntraRefresh>,
}

/// Writes what both codecs have, under the same names, in structures of their own.
macro_rules! write_common {
    ($references:expr, $own:expr) => {
        $own.useBFramesAsRef = $references.b.raw();
        $own.set_enableLTR(($references.long_term > 0).into());
        $own.ltrNumFrames = $references.long_term;
        if let Some(refresh) = $references.refresh {
            $own.set_enableIntraRefresh(1);
            $own.intraRefreshPeriod = refresh.period.get();
            $own.intraRefreshCnt = refresh.frames.get();
        }
    };
}

impl References {
    pub(crate) fn b(&self) -> BReferences {
        self.b
    }

    pub(crate) fn weighted(&self) -> bool {
        self.weighted
    }

    pub(crate) fn long_term(&self) -> u32 {
        self.long_term
    }

    pub(crate) fn set_long_term(&mut self, pictures: u32) {
        self.long_term = pictures;
    }

    pub(crate) fn check(&self, b_frames: u32, gop: Option<NonZeroU32>) -> Result<(), Error> {
        if self.most > 16 {
            return Err(Error::invalid(
                "references",
                self.most,
                "it must be 0 to 16",
            ));
        }
        if self.long_term > MAX_LONG_TERM {
            return Err(Error::invalid(
                "long-term references",
                self.long_term,
                "it must be 0 to 16",
            ));
        }
        self.check_refresh(gop)?;
        self.check_b_frames(b_frames)
    }

    /// A driver would go without the refresh, and not say so.
    fn check_refresh(&self, gop: Option<NonZeroU32>) -> Result<(), Error> {
        match (self.refresh, gop) {
            (Some(IntraRefresh { period, frames }), _) if frames >= period => Err(Error::invalid(
                "intra refresh",
                frames,
                "it must be shorter than its period",
            )),
            (Some(_), Some(gop)) => Err(Error::invalid(
                "GOP",
                gop,
                "intra refresh wants an endless one: gop(None)",
            )),
            _ => Ok(()),
        }
    }

    fn check_b_frames(&self, b_frames: u32) -> Result<(), Error> {
        let without = [
            (self.refresh.is_some(), "intra refresh goes without"),
            (self.weighted, "weighted prediction goes without"),
            (self.long_term > 0, "long-term references go without"),
        ];
        match without.into_iter().find(|(asked, _)| *asked) {
            Some((_, rule)) if b_frames > 0 => Err(Error::invalid("B-frames", b_frames, rule)),
            _ => Ok(()),
        }
    }

    /// Interface 8.1 has no word for it in HEVC.
    pub(crate) fn check_dialect(&self, codec: Codec, version: ApiVersion) -> Result<(), Error> {
        let asked = codec == Codec::Hevc && self.b != BReferences::None;
        match asked && version < ApiVersion::V11_1 {
            true => Err(Error::unsupported(
                "interface",
                "HEVC's B-frames as references, of 11.1",
                version,
            )),
            false => Ok(()),
        }
    }

    pub(crate) fn check_caps(&self, caps: &Caps) -> Result<(), Error> {
        let asked = [
            ("intra refresh", self.refresh.is_some(), caps.intra_refresh),
            (
                "every B-frame as reference",
                self.b == BReferences::Each,
                caps.b_references & 1 != 0,
            ),
            (
                "middle B-frame as reference",
                self.b == BReferences::Middle,
                caps.b_references & 2 != 0,
            ),
            (
                "weighted prediction",
                self.weighted,
                caps.has(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_WEIGHTED_PREDICTION),
            ),
        ];
        if let Some((name, ..)) = asked.into_iter().find(|(_, asked, has)| *asked && !has) {
            return Err(Error::unsupported(name, "it", "none"));
        }
        let most = caps.number(NV_ENC_CAPS::NV_ENC_CAPS_NUM_MAX_LTR_FRAMES);
        match self.long_term > most {
            true => Err(Error::unsupported(
                "long-term references",
                self.long_term,
                most,
            )),
            false => Ok(()),
        }
    }

    pub(crate) fn write_rate(&self, raw: &mut NV_ENC_RC_PARAMS) {
        raw.set_enableNonRefP(self.non_reference_p.into());
    }

    pub(crate) fn write_h264(&self, own: &mut NV_ENC_CONFIG_H264) {
        own.maxNumRefFrames = self.most;
        write_common!(self, own);
    }

    pub(crate) fn write_hevc(&self, own: &mut NV_ENC_CONFIG_HEVC) {
        own.maxNumRefFramesInDPB = self.most;
        write_common!(self, own);
    }
}

impl SessionBuilder {
    /// Which B-frames others may refer to.
    ///
    /// # Device support
    /// The capabilities `every B-frame as reference` and `middle B-frame as reference`, from
    /// Turing on. For HEVC a session that speaks interface 11.1 (driver 470.57.02).
    #[doc(alias = "useBFramesAsRef")]
    pub fn b_references(mut self, mode: BReferences) -> Self {
        self.setup.references.b = mode;
        self
    }

    /// Most pictures that a picture may refer to, up to 16; 0 leaves it to the driver.
    #[doc(alias = "maxNumRefFrames")]
    #[doc(alias = "maxNumRefFramesInDPB")]
    pub fn references(mut self, pictures: u32) -> Self {
        self.setup.references.most = pictures;
        self
    }

    /// Predicts from brighter or darker references: fewer bits for fades. Not with B-frames.
    ///
    /// # Device support
    /// The capability `weighted prediction`.
    #[doc(alias = "enableWeightedPrediction")]
    pub fn weighted_prediction(mut self) -> Self {
        self.setup.references.weighted = true;
        self
    }

    /// Codes some P-frames so that nothing refers to them, and they can be dropped on the way.
    ///
    /// # Device support
    /// There is no capability for it: a driver that has it not refuses it with
    /// [`Error::Driver`], as the software device does.
    #[doc(alias = "enableNonRefP")]
    pub fn non_reference_p(mut self) -> Self {
        self.setup.references.non_reference_p = true;
        self
    }

    /// Long-term references, up to 16, which pictures are marked as and refer to with
    /// [`Picture::mark_long_term`](crate::Picture::mark_long_term) and
    /// [`Picture::use_long_term`](crate::Picture::use_long_term). Not with B-frames.
    ///
    /// # Device support
    /// The capability `long-term references`, which the software device lacks.
    #[doc(alias = "enableLTR")]
    #[doc(alias = "ltrNumFrames")]
    pub fn long_term_references(mut self, pictures: u32) -> Self {
        self.setup.references.set_long_term(pictures);
        self
    }

    /// Each `period` frames, a band of intra blocks moves through the picture within `frames`
    /// frames, which must be fewer, so that no picture is as large as an IDR picture. Not with
    /// B-frames; the GOP must be [endless](Self::gop).
    ///
    /// # Device support
    /// The capability `intra refresh`. The software device has it with x264 and x265, and its
    /// band takes the whole period: `frames` must be one less than `period`.
    #[doc(alias = "enableIntraRefresh")]
    #[doc(alias = "intraRefreshPeriod")]
    #[doc(alias = "intraRefreshCnt")]
    pub fn intra_refresh(mut self, period: NonZeroU32, frames: NonZeroU32) -> Self {
        self.setup.references.refresh = Some(IntraRefresh { period, frames });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_term_references_are_told_to_both_codecs() {
        let references = References {
            long_term: 3,
            ..References::default()
        };
        let (mut h264, mut hevc) = (NV_ENC_CONFIG_H264::default(), NV_ENC_CONFIG_HEVC::default());
        references.write_h264(&mut h264);
        references.write_hevc(&mut hevc);
        assert_eq!((h264.enableLTR(), h264.ltrNumFrames), (1, 3));
        assert_eq!((hevc.enableLTR(), hevc.ltrNumFrames), (1, 3));
        assert!(references.check(1, None).is_err() && references.check(0, None).is_ok());
    }
}
