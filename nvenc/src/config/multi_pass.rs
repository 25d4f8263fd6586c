//! How often each picture is coded.

use super::rate::{FULL, QUARTER, RateControl};
use crate::{Error, SessionBuilder, raw::sys::*};
use std::fmt;

/// How often each picture is coded to spend its bits better, beside the modes that code twice
/// by themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[doc(alias = "NV_ENC_MULTI_PASS")]
#[non_exhaustive]
pub enum MultiPass {
    /// Once.
    #[default]
    #[doc(alias = "NV_ENC_MULTI_PASS_DISABLED")]
    Once,
    /// Twice, first at a quarter of the size: fast.
    #[doc(alias = "NV_ENC_TWO_PASS_QUARTER_RESOLUTION")]
    QuarterResolution,
    /// Twice at full size.
    #[doc(alias = "NV_ENC_TWO_PASS_FULL_RESOLUTION")]
    FullResolution,
}

impl MultiPass {
    pub(crate) fn check(self, mode: RateControl) -> Result<(), Error> {
        match self {
            Self::Once => Ok(()),
            _ if mode.passes_itself() => Err(Error::invalid(
                "multi-pass",
                self,
                "it goes with Vbr, Cbr and TargetQuality; the other modes have their own passes",
            )),
            _ => Ok(()),
        }
    }

    pub(crate) fn check_dialect(self, version: ApiVersion) -> Result<(), Error> {
        match self {
            Self::QuarterResolution | Self::FullResolution if version < ApiVersion::V11_1 => {
                Err(Error::unsupported(
                    "interface",
                    format!("multi-pass coding of 11.1 ({self})"),
                    format!("{version}: choose VbrHq, CbrHq or CbrLowDelayHq"),
                ))
            }
            _ => Ok(()),
        }
    }

    /// Over what the mode says.
    pub(crate) fn write(self, raw: &mut NV_ENC_RC_PARAMS) {
        match self {
            Self::Once => {}
            Self::QuarterResolution => raw.multiPass = QUARTER,
            Self::FullResolution => raw.multiPass = FULL,
        }
    }
}

impl fmt::Display for MultiPass {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Once => "once",
            Self::QuarterResolution => "quarter resolution",
            Self::FullResolution => "full resolution",
        })
    }
}

impl SessionBuilder {
    /// Codes each picture twice, with a rate control that does not say so itself.
    ///
    /// # Device support
    /// Every GPU, in a session that speaks interface 11.1 (driver 470.57.02). Interface 8.1
    /// has [`RateControl::VbrHq`], [`RateControl::CbrHq`] and [`RateControl::CbrLowDelayHq`]
    /// instead, which 11.1 understands too. The software device spends more time on each
    /// picture.
    #[doc(alias = "multiPass")]
    pub fn multi_pass(mut self, passes: MultiPass) -> Self {
        self.setup.multi_pass = passes;
        self
    }
}
