use crate::{
    Codec, Error,
    raw::{RawEncoder, sys::NV_ENC_CAPS},
};
use nvframe::Size;

/// What a GPU's encoder can do with one codec.
#[derive(Clone, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_CAPS")]
#[non_exhaustive]
pub struct Caps {
    /// Largest width and largest height.
    #[doc(alias = "NV_ENC_CAPS_WIDTH_MAX")]
    #[doc(alias = "NV_ENC_CAPS_HEIGHT_MAX")]
    pub max_size: Size,
    /// Most B-frames in a row; 0 for none.
    #[doc(alias = "NV_ENC_CAPS_NUM_MAX_BFRAMES")]
    pub max_b_frames: u32,
    /// Rate-control modes, as the bits of `NV_ENC_PARAMS_RC_MODE`.
    #[doc(alias = "NV_ENC_CAPS_SUPPORTED_RATECONTROL_MODES")]
    pub rate_control_modes: u32,
    /// 4:4:4 chroma.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_YUV444_ENCODE")]
    pub yuv444: bool,
    /// 10-bit samples.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_10BIT_ENCODE")]
    pub ten_bit: bool,
    /// Lossless coding.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_LOSSLESS_ENCODE")]
    pub lossless: bool,
    /// Sample adaptive offset (HEVC).
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_SAO")]
    pub sample_adaptive_offset: bool,
    /// Motion estimation without encoding.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_MEONLY_MODE")]
    pub motion_estimation_only: bool,
    /// Lookahead.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_LOOKAHEAD")]
    pub lookahead: bool,
}

impl Caps {
    pub(crate) fn ask(encoder: &RawEncoder, codec: Codec) -> Result<Self, Error> {
        let number = |capability| {
            let value = encoder.capability(codec.guid(), capability)?;
            // A driver has nothing below zero to report: it is as good as "none".
            Ok::<u32, Error>(u32::try_from(value).unwrap_or(0))
        };
        let flag = |capability| Ok::<bool, Error>(number(capability)? != 0);
        Ok(Self {
            max_size: Size::new(
                number(NV_ENC_CAPS::NV_ENC_CAPS_WIDTH_MAX)?,
                number(NV_ENC_CAPS::NV_ENC_CAPS_HEIGHT_MAX)?,
            ),
            max_b_frames: number(NV_ENC_CAPS::NV_ENC_CAPS_NUM_MAX_BFRAMES)?,
            rate_control_modes: number(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORTED_RATECONTROL_MODES)?,
            yuv444: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_YUV444_ENCODE)?,
            ten_bit: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_10BIT_ENCODE)?,
            lossless: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_LOSSLESS_ENCODE)?,
            sample_adaptive_offset: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_SAO)?,
            motion_estimation_only: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_MEONLY_MODE)?,
            lookahead: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_LOOKAHEAD)?,
        })
    }
}
