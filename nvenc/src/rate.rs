use crate::{Error, raw::sys::*};

/// How bits are spent.
///
/// Bit rates are in bits a second. The default is a constant quantiser, as NVIDIA's sample
/// programs have it: P 28, B 31, I 25.
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

    pub(crate) fn check(self) -> Result<(), Error> {
        match self {
            Self::ConstQp { p, b, i } => match [p, b, i].into_iter().find(|qp| *qp > 51) {
                Some(qp) => Err(Error::invalid("QP", qp, "it must be 0 to 51")),
                None => Ok(()),
            },
            Self::Vbr { average: 0, .. } | Self::Cbr { bitrate: 0 } => Err(Error::invalid(
                "bit rate",
                0,
                "it must be over 0 bits a second",
            )),
            Self::Vbr { average, max } if max < average => Err(Error::invalid(
                "maximum bit rate",
                max,
                "it must be at least the average",
            )),
            _ => Ok(()),
        }
    }

    pub(crate) fn mode(self) -> NV_ENC_PARAMS_RC_MODE {
        match self {
            Self::ConstQp { .. } => NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CONSTQP,
            Self::Vbr { .. } => NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_VBR,
            Self::Cbr { .. } => NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CBR,
        }
    }

    pub(crate) fn write(self, raw: &mut NV_ENC_RC_PARAMS) {
        raw.rateControlMode = self.mode();
        match self {
            Self::ConstQp { p, b, i } => {
                raw.constQP = NV_ENC_QP {
                    qpInterP: p.into(),
                    qpInterB: b.into(),
                    qpIntra: i.into(),
                };
            }
            Self::Vbr { average, max } => (raw.averageBitRate, raw.maxBitRate) = (average, max),
            Self::Cbr { bitrate } => (raw.averageBitRate, raw.maxBitRate) = (bitrate, bitrate),
        }
    }
}

impl Default for RateControl {
    fn default() -> Self {
        Self::const_qp_each(28, 31, 25)
    }
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
                RateControl::vbr(9, 8),
                "maximum bit rate is 8: it must be at least the average",
            ),
        ] {
            assert_eq!(rate.check().unwrap_err().to_string(), message);
        }
        assert_eq!(RateControl::default().check(), Ok(()));
    }
}
