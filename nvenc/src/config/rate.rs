//! How bits are spent.

use super::limits::{Qp, check_qp};
use crate::{Error, SessionBuilder, raw::sys::*};

/// How bits are spent.
///
/// Bit rates are in bits a second. The default is a constant quantiser, as NVIDIA's sample
/// programs have it: P 28, B 31, I 25.
///
/// The three modes in two passes are 8.1's. Under 11.1, which has no such modes, they are the
/// plain mode and multi-pass coding:
///
/// | mode | 11.1 mode | 11.1 multi-pass |
/// |---|---|---|
/// | `VbrHq` | VBR | two passes, full resolution |
/// | `CbrHq` | CBR | two passes, full resolution |
/// | `CbrLowDelayHq` | CBR | two passes, quarter resolution |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_PARAMS_RC_MODE")]
#[non_exhaustive]
pub enum RateControl {
    /// A fixed quantiser for each picture type, 0 (best) to 51: constant quality.
    #[doc(alias = "NV_ENC_PARAMS_RC_CONSTQP")]
    #[non_exhaustive]
    ConstQp {
        /// For P pictures.
        p: u8,
        /// For B pictures.
        b: u8,
        /// For intra pictures.
        i: u8,
    },
    /// Variable bit rate.
    #[doc(alias = "NV_ENC_PARAMS_RC_VBR")]
    #[non_exhaustive]
    Vbr {
        /// Bits a second on average.
        average: u32,
        /// Bits a second at most.
        max: u32,
    },
    /// Constant bit rate.
    #[doc(alias = "NV_ENC_PARAMS_RC_CBR")]
    #[non_exhaustive]
    Cbr {
        /// Bits a second.
        bitrate: u32,
    },
    /// Variable bit rate, each picture coded twice.
    #[doc(alias = "NV_ENC_PARAMS_RC_VBR_HQ")]
    #[doc(alias = "NV_ENC_PARAMS_RC_2_PASS_VBR")]
    #[non_exhaustive]
    VbrHq {
        /// Bits a second on average.
        average: u32,
        /// Bits a second at most.
        max: u32,
    },
    /// Constant bit rate, each picture coded twice.
    #[doc(alias = "NV_ENC_PARAMS_RC_CBR_HQ")]
    #[non_exhaustive]
    CbrHq {
        /// Bits a second.
        bitrate: u32,
    },
    /// Constant bit rate, each picture coded twice and kept to its share of the bits, so that
    /// none is late: the buffer holds one picture, unless [`vbv`](SessionBuilder::vbv) says
    /// otherwise.
    #[doc(alias = "NV_ENC_PARAMS_RC_CBR_LOWDELAY_HQ")]
    #[doc(alias = "NV_ENC_PARAMS_RC_2_PASS_QUALITY")]
    #[non_exhaustive]
    CbrLowDelayHq {
        /// Bits a second.
        bitrate: u32,
    },
    /// A quality to hold, as long as the bit rate stays below a ceiling.
    #[doc(alias = "targetQuality")]
    #[non_exhaustive]
    TargetQuality {
        /// 1 (best) to 51, like a quantiser.
        quality: u8,
        /// Bits a second at most; `None` for no ceiling.
        max: Option<u32>,
    },
}

impl RateControl {
    /// One quantiser for every picture, 0 (best) to 51.
    pub const fn const_qp(qp: u8) -> Self {
        Self::ConstQp {
            p: qp,
            b: qp,
            i: qp,
        }
    }

    /// A quantiser for each picture type, 0 (best) to 51.
    pub const fn const_qp_each(p: u8, b: u8, i: u8) -> Self {
        Self::ConstQp { p, b, i }
    }

    /// Variable bit rate: `average` and at most `max` bits a second.
    pub const fn vbr(average: u32, max: u32) -> Self {
        Self::Vbr { average, max }
    }

    /// Constant bit rate.
    pub const fn cbr(bitrate: u32) -> Self {
        Self::Cbr { bitrate }
    }

    /// Variable bit rate in two passes.
    pub const fn vbr_hq(average: u32, max: u32) -> Self {
        Self::VbrHq { average, max }
    }

    /// Constant bit rate in two passes.
    pub const fn cbr_hq(bitrate: u32) -> Self {
        Self::CbrHq { bitrate }
    }

    /// Constant bit rate in two passes, for low delay.
    pub const fn cbr_low_delay_hq(bitrate: u32) -> Self {
        Self::CbrLowDelayHq { bitrate }
    }

    /// A quality to hold, 1 (best) to 51, with at most `max` bits a second.
    pub const fn target_quality(quality: u8, max: Option<u32>) -> Self {
        Self::TargetQuality { quality, max }
    }

    pub(crate) fn is_const_qp(self) -> bool {
        matches!(self, Self::ConstQp { .. })
    }

    pub(crate) fn check(self) -> Result<(), Error> {
        match self {
            Self::ConstQp { p, b, i } => check_qp("QP", Qp { p, b, i }),
            Self::TargetQuality { quality, max } => check_quality(quality, max),
            Self::Vbr { average: 0, .. }
            | Self::VbrHq { average: 0, .. }
            | Self::Cbr { bitrate: 0 }
            | Self::CbrHq { bitrate: 0 }
            | Self::CbrLowDelayHq { bitrate: 0 } => Err(no_bits()),
            Self::Vbr { average, max } | Self::VbrHq { average, max } if max < average => Err(
                Error::invalid("maximum bit rate", max, "it must be at least the average"),
            ),
            _ => Ok(()),
        }
    }

    /// Whether the mode itself says how often a picture is coded.
    pub(super) fn passes_itself(self) -> bool {
        !matches!(
            self,
            Self::Vbr { .. } | Self::Cbr { .. } | Self::TargetQuality { .. }
        )
    }

    /// The driver's mode and multi-pass, by dialect.
    pub(crate) fn mode(self, version: ApiVersion) -> (NV_ENC_PARAMS_RC_MODE, NV_ENC_MULTI_PASS) {
        let (old, new, passes) = match self {
            Self::ConstQp { .. } => (CONST_QP, CONST_QP, ONE_PASS),
            Self::Vbr { .. } | Self::TargetQuality { .. } => (VBR, VBR, ONE_PASS),
            Self::Cbr { .. } => (CBR, CBR, ONE_PASS),
            Self::VbrHq { .. } => (VBR_HQ, VBR, FULL),
            Self::CbrHq { .. } => (CBR_HQ, CBR, FULL),
            Self::CbrLowDelayHq { .. } => (CBR_LOW_DELAY_HQ, CBR, QUARTER),
        };
        match version < ApiVersion::V11_1 {
            true => (old, ONE_PASS),
            false => (new, passes),
        }
    }

    pub(crate) fn write(self, raw: &mut NV_ENC_RC_PARAMS, version: ApiVersion) {
        (raw.rateControlMode, raw.multiPass) = self.mode(version);
        raw.targetQuality = 0;
        match self {
            Self::ConstQp { p, b, i } => raw.constQP = Qp { p, b, i }.raw(),
            Self::Vbr { average, max } | Self::VbrHq { average, max } => {
                (raw.averageBitRate, raw.maxBitRate) = (average, max);
            }
            Self::Cbr { bitrate } | Self::CbrHq { bitrate } | Self::CbrLowDelayHq { bitrate } => {
                (raw.averageBitRate, raw.maxBitRate) = (bitrate, bitrate);
            }
            Self::TargetQuality { quality, max } => {
                raw.targetQuality = quality;
                (raw.averageBitRate, raw.maxBitRate) = (0, max.unwrap_or(0));
            }
        }
    }

    /// Bits in the buffer where nobody says: one picture's for low delay, else the driver's
    /// choice.
    pub(crate) fn vbv(self, frame_rate: nvframe::Rational) -> u32 {
        let Self::CbrLowDelayHq { bitrate } = self else {
            return 0;
        };
        let bits = u64::from(bitrate) * u64::from(frame_rate.den) / u64::from(frame_rate.num);
        u32::try_from(bits).unwrap_or(u32::MAX).max(1)
    }
}

const CONST_QP: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CONSTQP;
const VBR: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_VBR;
const CBR: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CBR;
const VBR_HQ: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_VBR_HQ;
const CBR_HQ: NV_ENC_PARAMS_RC_MODE = NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CBR_HQ;
const CBR_LOW_DELAY_HQ: NV_ENC_PARAMS_RC_MODE =
    NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CBR_LOWDELAY_HQ;
/// Constant QP has no bit of its own: every GPU has it.
const NAMES: [(NV_ENC_PARAMS_RC_MODE, &str); 6] = [
    (CONST_QP, "constant QP"),
    (VBR, "VBR"),
    (CBR, "CBR"),
    (CBR_LOW_DELAY_HQ, "CBR low delay HQ"),
    (CBR_HQ, "CBR HQ"),
    (VBR_HQ, "VBR HQ"),
];
const ONE_PASS: NV_ENC_MULTI_PASS = NV_ENC_MULTI_PASS::NV_ENC_MULTI_PASS_DISABLED;
pub(super) const QUARTER: NV_ENC_MULTI_PASS = NV_ENC_MULTI_PASS::NV_ENC_TWO_PASS_QUARTER_RESOLUTION;
pub(super) const FULL: NV_ENC_MULTI_PASS = NV_ENC_MULTI_PASS::NV_ENC_TWO_PASS_FULL_RESOLUTION;

/// The name of a mode of the driver's.
pub(crate) fn mode_name(mode: NV_ENC_PARAMS_RC_MODE) -> &'static str {
    let mut names = NAMES.into_iter();
    let named = names.find(|(known, _)| *known == mode);
    named.map_or("another mode", |(_, name)| name)
}

/// The names of the modes in a set of their bits.
pub(super) fn mode_names(bits: u32) -> String {
    let names = NAMES
        .into_iter()
        .filter(|(mode, _)| mode.0 & bits == mode.0);
    crate::builder::list(&names.map(|(_, name)| name).collect::<Vec<_>>())
}

impl Default for RateControl {
    fn default() -> Self {
        Self::const_qp_each(28, 31, 25)
    }
}

impl SessionBuilder {
    /// How bits are spent. Lossless presets have their own way and take none.
    ///
    /// # Device support
    /// Every GPU has all modes; the capability `rate control modes` says so.
    #[doc(alias = "rateControlMode")]
    pub fn rate_control(mut self, rate_control: RateControl) -> Self {
        self.setup.rate_control = Some(rate_control);
        self
    }
}

fn check_quality(quality: u8, max: Option<u32>) -> Result<(), Error> {
    match (quality, max) {
        (1..=51, Some(0)) => Err(no_bits()),
        (1..=51, _) => Ok(()),
        _ => Err(Error::invalid(
            "target quality",
            quality,
            "it must be 1 to 51",
        )),
    }
}

fn no_bits() -> Error {
    Error::invalid("bit rate", 0, "it must be over 0 bits a second")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_no_encoder_has_are_refused() {
        for (rate, message) in [
            (RateControl::const_qp(52), "QP is 52: it must be 0 to 51"),
            (
                RateControl::cbr(0),
                "bit rate is 0: it must be over 0 bits a second",
            ),
            (
                RateControl::vbr_hq(9, 8),
                "maximum bit rate is 8: it must be at least the average",
            ),
            (
                RateControl::target_quality(0, None),
                "target quality is 0: it must be 1 to 51",
            ),
        ] {
            assert_eq!(rate.check().unwrap_err().to_string(), message);
        }
        assert_eq!(RateControl::default().check(), Ok(()));
    }

    #[test]
    fn two_passes_are_a_mode_or_multi_pass() {
        let rate = RateControl::vbr_hq(1, 2);
        assert_eq!(rate.mode(ApiVersion::V8_1), (VBR_HQ, ONE_PASS));
        assert_eq!(rate.mode(ApiVersion::V11_1), (VBR, FULL));
    }

    #[test]
    fn modes_are_told_by_name() {
        assert_eq!(mode_name(CBR_HQ), "CBR HQ");
        assert_eq!(mode_names(VBR.0 | VBR_HQ.0), "constant QP, VBR, VBR HQ");
    }

    #[test]
    fn low_delay_gives_a_picture_its_share() {
        let rate = RateControl::cbr_low_delay_hq(3_000_000);
        assert_eq!(rate.vbv(nvframe::Rational::new(30, 1)), 100_000);
    }
}
