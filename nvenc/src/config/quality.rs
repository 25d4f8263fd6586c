//! Tools that make pictures better for the same bits.

use crate::{Caps, Error, SessionBuilder, raw::sys::*};

/// What the numbers of a map that goes with a picture mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_QP_MAP_MODE")]
#[non_exhaustive]
pub enum QpMap {
    /// Quantisers are so much higher or lower than rate control has them: -51 to 51.
    #[doc(alias = "NV_ENC_QP_MAP_DELTA")]
    Delta,
    /// How much a block matters: 0 (as the others) to 5.
    #[doc(alias = "NV_ENC_QP_MAP_EMPHASIS")]
    #[doc(alias = "NV_ENC_EMPHASIS_MAP_LEVEL")]
    Emphasis,
}

impl QpMap {
    /// Numbers that a map may hold.
    pub(crate) fn range(self) -> std::ops::RangeInclusive<i8> {
        match self {
            Self::Delta => -51..=51,
            Self::Emphasis => 0..=5,
        }
    }

    fn raw(self) -> NV_ENC_QP_MAP_MODE {
        match self {
            Self::Delta => NV_ENC_QP_MAP_MODE::NV_ENC_QP_MAP_DELTA,
            Self::Emphasis => NV_ENC_QP_MAP_MODE::NV_ENC_QP_MAP_EMPHASIS,
        }
    }
}

/// Most pictures that can be looked ahead.
const MAX_LOOKAHEAD: u16 = 32;

#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quality {
    spatial_aq: Option<u8>,
    temporal_aq: bool,
    lookahead: u16,
    fixed_intra: bool,
    fixed_b_frames: bool,
    zero_reorder_delay: bool,
    strict_gop: bool,
    qp_map: Option<QpMap>,
}

impl Quality {
    /// Pictures that wait before one is coded.
    pub(crate) fn lookahead(&self) -> u32 {
        self.lookahead.into()
    }

    pub(crate) fn qp_map(&self) -> Option<QpMap> {
        self.qp_map
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
        let is_adaptive = self.spatial_aq.is_some() || self.temporal_aq;
        if is_adaptive && self.qp_map == Some(QpMap::Emphasis) {
            return Err(Error::invalid(
                "QP map",
                "emphasis",
                "the driver does not take it with adaptive quantisation: leave one of them out",
            ));
        }
        if self.lookahead > MAX_LOOKAHEAD {
            return Err(Error::invalid(
                "lookahead",
                self.lookahead,
                "it must be 0 to 32 frames",
            ));
        }
        match self.zero_reorder_delay && b_frames > 0 {
            true => Err(Error::invalid(
                "B-frames",
                b_frames,
                "without reordering there are none",
            )),
            false => Ok(()),
        }
    }

    pub(crate) fn check_caps(&self, caps: &Caps) -> Result<(), Error> {
        let asked = [
            ("temporal AQ", self.temporal_aq, caps.temporal_aq),
            ("lookahead", self.lookahead > 0, caps.lookahead),
            (
                "emphasis map",
                self.qp_map == Some(QpMap::Emphasis),
                caps.has(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_EMPHASIS_LEVEL_MAP),
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
        raw.set_disableIadapt(self.fixed_intra.into());
        raw.set_disableBadapt(self.fixed_b_frames.into());
        raw.set_zeroReorderDelay(self.zero_reorder_delay.into());
        raw.set_strictGOPTarget(self.strict_gop.into());
        if let Some(map) = self.qp_map {
            raw.qpMapMode = map.raw();
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

    /// Whether lookahead may make a picture intra where the scene changes, which is the
    /// default. It stays where it is, and is no IDR picture.
    ///
    /// # Device support
    /// Every GPU with lookahead; on the software device x264 finds scene changes, x265 does
    /// not.
    #[doc(alias = "disableIadapt")]
    pub fn adaptive_intra(mut self, on: bool) -> Self {
        self.setup.quality.fixed_intra = !on;
        self
    }

    /// Whether lookahead may code fewer B-frames in a row than [`b_frames`](Self::b_frames)
    /// says, where they do not pay; that is the default.
    ///
    /// # Device support
    /// Every GPU with lookahead and B-frames.
    #[doc(alias = "disableBadapt")]
    pub fn adaptive_b_frames(mut self, on: bool) -> Self {
        self.setup.quality.fixed_b_frames = !on;
        self
    }

    /// Says in the stream that no picture waits for a later one. Not with B-frames.
    ///
    /// # Device support
    /// Every GPU.
    #[doc(alias = "zeroReorderDelay")]
    pub fn zero_reorder_delay(mut self) -> Self {
        self.setup.quality.zero_reorder_delay = true;
        self
    }

    /// Gives each GOP the same bits, rather than what its pictures need.
    ///
    /// # Device support
    /// There is no capability for it. The software device refuses it with [`Error::Driver`].
    #[doc(alias = "strictGOPTarget")]
    pub fn strict_gop_target(mut self) -> Self {
        self.setup.quality.strict_gop = true;
        self
    }

    /// Pictures may come with maps of numbers, one for each block:
    /// [`Extras::qp_map`](crate::Extras::qp_map).
    ///
    /// # Device support
    /// [`QpMap::Delta`]: every GPU; the software device with x264 and x265, and a rate control
    /// that chooses quantisers. [`QpMap::Emphasis`]: the capability `emphasis map`, of H.264, and
    /// no adaptive quantisation.
    #[doc(alias = "qpMapMode")]
    pub fn qp_map(mut self, meaning: QpMap) -> Self {
        self.setup.quality.qp_map = Some(meaning);
        self
    }
}
