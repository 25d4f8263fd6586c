//! Tools that make pictures better for the same bits.

use crate::{Caps, Error, SessionBuilder, raw::sys::*};
use std::num::NonZeroU32;

/// Which B-frames others may refer to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[doc(alias = "NV_ENC_BFRAME_REF_MODE")]
#[non_exhaustive]
pub enum BReferences {
    /// None.
    #[default]
    None,
    /// Each.
    Each,
    /// The middle one of a group.
    Middle,
}

/// Replaces IDR pictures by a band of intra blocks that moves through the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct IntraRefresh {
    period: NonZeroU32,
    frames: NonZeroU32,
}

/// Most pictures that can be looked ahead.
const MAX_LOOKAHEAD: u16 = 32;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quality {
    spatial_aq: Option<u8>,
    temporal_aq: bool,
    lookahead: u16,
    b_references: BReferences,
    references: u32,
    intra_refresh: Option<IntraRefresh>,
}

impl Quality {
    /// Pictures that wait before one is coded.
    pub(crate) fn lookahead(&self) -> u32 {
        self.lookahead.into()
    }

    pub(crate) fn b_references(&self) -> BReferences {
        self.b_references
    }

    pub(crate) fn check(&self, const_qp: bool, b_frames: u32) -> Result<(), Error> {
        if let Some(strength) = self.spatial_aq.filter(|strength| *strength > 15) {
            return Err(Error::invalid(
                "spatial AQ",
                strength,
                "it must be 1 to 15, or 0 for the driver's choice",
            ));
        }
        if const_qp && (self.spatial_aq.is_some() || self.temporal_aq) {
            return Err(Error::invalid(
                "rate control",
                "a constant QP",
                "adaptive quantisation needs one that chooses quantisers",
            ));
        }
        if self.lookahead > MAX_LOOKAHEAD {
            return Err(Error::invalid(
                "lookahead",
                self.lookahead,
                "it must be 0 to 32 frames",
            ));
        }
        if self.references > 16 {
            return Err(Error::invalid(
                "references",
                self.references,
                "it must be 0 to 16",
            ));
        }
        self.check_refresh(b_frames)
    }

    fn check_refresh(&self, b_frames: u32) -> Result<(), Error> {
        match self.intra_refresh {
            Some(IntraRefresh { period, frames }) if frames > period => Err(Error::invalid(
                "intra refresh",
                frames,
                "it must end before the next begins",
            )),
            Some(_) if b_frames > 0 => Err(Error::invalid(
                "B-frames",
                b_frames,
                "intra refresh goes without",
            )),
            _ => Ok(()),
        }
    }

    pub(crate) fn check_caps(&self, caps: &Caps) -> Result<(), Error> {
        let asked = [
            ("temporal AQ", self.temporal_aq, caps.temporal_aq),
            ("lookahead", self.lookahead > 0, caps.lookahead),
            (
                "intra refresh",
                self.intra_refresh.is_some(),
                caps.intra_refresh,
            ),
            (
                "every B-frame as reference",
                self.b_references == BReferences::Each,
                caps.b_references & 1 != 0,
            ),
            (
                "middle B-frame as reference",
                self.b_references == BReferences::Middle,
                caps.b_references & 2 != 0,
            ),
        ];
        match asked.into_iter().find(|(_, asked, has)| *asked && !has) {
            Some((name, ..)) => Err(Error::unsupported(name, "it", "none")),
            None => Ok(()),
        }
    }

    pub(crate) fn write_rate(&self, raw: &mut NV_ENC_RC_PARAMS) {
        raw.set_enableAQ(self.spatial_aq.is_some().into());
        raw.set_aqStrength(self.spatial_aq.unwrap_or(0).into());
        raw.set_enableTemporalAQ(self.temporal_aq.into());
        raw.set_enableLookahead((self.lookahead > 0).into());
        raw.lookaheadDepth = self.lookahead;
    }

    fn b_reference_mode(&self) -> NV_ENC_BFRAME_REF_MODE {
        match self.b_references {
            BReferences::None => NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_DISABLED,
            BReferences::Each => NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_EACH,
            BReferences::Middle => NV_ENC_BFRAME_REF_MODE::NV_ENC_BFRAME_REF_MODE_MIDDLE,
        }
    }

    pub(crate) fn write_h264(&self, own: &mut NV_ENC_CONFIG_H264) {
        own.maxNumRefFrames = self.references;
        own.useBFramesAsRef = self.b_reference_mode();
        if let Some(refresh) = self.intra_refresh {
            own.set_enableIntraRefresh(1);
            own.intraRefreshPeriod = refresh.period.get();
            own.intraRefreshCnt = refresh.frames.get();
        }
    }

    pub(crate) fn write_hevc(&self, own: &mut NV_ENC_CONFIG_HEVC) {
        own.maxNumRefFramesInDPB = self.references;
        own.useBFramesAsRef = self.b_reference_mode();
        if let Some(refresh) = self.intra_refresh {
            own.set_enableIntraRefresh(1);
            own.intraRefreshPeriod = refresh.period.get();
            own.intraRefreshCnt = refresh.frames.get();
        }
    }
}

impl SessionBuilder {
    /// Spatial adaptive quantisation: bits go where the eye sees their lack, to flat parts.
    /// Strength from 1 to 15; 0 leaves it to the driver. Not with a constant QP.
    ///
    /// # Device support
    /// Every GPU; the software device with x264 and x265.
    #[doc(alias = "enableAQ")]
    #[doc(alias = "aqStrength")]
    pub fn spatial_aq(mut self, strength: u8) -> Self {
        self.setup.quality.spatial_aq = Some(strength);
        self
    }

    /// Temporal adaptive quantisation: bits go to what stays. Not with a constant QP.
    ///
    /// # Device support
    /// The capability `temporal AQ`: H.264 from Pascal on, HEVC from Turing on.
    #[doc(alias = "enableTemporalAQ")]
    pub fn temporal_aq(mut self) -> Self {
        self.setup.quality.temporal_aq = true;
        self
    }

    /// Frames that rate control looks ahead, up to 32; 0 for none, which is the default. As
    /// many are held before the first packet comes.
    ///
    /// # Device support
    /// The capability `lookahead`.
    #[doc(alias = "enableLookahead")]
    #[doc(alias = "lookaheadDepth")]
    pub fn lookahead(mut self, frames: u16) -> Self {
        self.setup.quality.lookahead = frames;
        self
    }

    /// Which B-frames others may refer to.
    ///
    /// # Device support
    /// The capabilities `every B-frame as reference` and `middle B-frame as reference`, from
    /// Turing on.
    #[doc(alias = "useBFramesAsRef")]
    pub fn b_references(mut self, mode: BReferences) -> Self {
        self.setup.quality.b_references = mode;
        self
    }

    /// Most pictures that a picture may refer to, up to 16; 0 leaves it to the driver.
    #[doc(alias = "maxNumRefFrames")]
    #[doc(alias = "maxNumRefFramesInDPB")]
    pub fn references(mut self, pictures: u32) -> Self {
        self.setup.quality.references = pictures;
        self
    }

    /// Each `period` frames, a band of intra blocks moves through the picture within `frames`
    /// frames, so that no picture is as large as an IDR picture. Not with B-frames.
    ///
    /// # Device support
    /// The capability `intra refresh`, which the software device lacks.
    #[doc(alias = "enableIntraRefresh")]
    #[doc(alias = "intraRefreshPeriod")]
    #[doc(alias = "intraRefreshCnt")]
    pub fn intra_refresh(mut self, period: NonZeroU32, frames: NonZeroU32) -> Self {
        self.setup.quality.intra_refresh = Some(IntraRefresh { period, frames });
        self
    }
}
