use crate::{
    Codec, Error, Status,
    raw::{
        RawEncoder,
        sys::{ApiVersion, NV_ENC_CAPS, NVENCSTATUS},
    },
};
use nvframe::Size;
use std::fmt;

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
    /// Smallest width and smallest height; 0x0 where the driver does not tell.
    #[doc(alias = "NV_ENC_CAPS_WIDTH_MIN")]
    #[doc(alias = "NV_ENC_CAPS_HEIGHT_MIN")]
    pub min_size: Size,
    /// Highest level, in tenths for H.264 and thirtieths for HEVC.
    #[doc(alias = "NV_ENC_CAPS_LEVEL_MAX")]
    pub max_level: u32,
    /// Luma only.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_MONOCHROME")]
    pub monochrome: bool,
    /// A VBV buffer of any size.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_CUSTOM_VBV_BUF_SIZE")]
    pub custom_vbv: bool,
    /// Intra refresh.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_INTRA_REFRESH")]
    pub intra_refresh: bool,
    /// Temporal adaptive quantisation.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_TEMPORAL_AQ")]
    pub temporal_aq: bool,
    /// B-frames as references: bit 0 for each, bit 1 for the middle one of a group.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_BFRAME_REF_MODE")]
    pub b_references: u32,
    /// A running session can change its size.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_DYN_RES_CHANGE")]
    pub dynamic_size: bool,
    /// A running session can change its bit rate.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_DYN_BITRATE_CHANGE")]
    pub dynamic_bit_rate: bool,
    /// A running session can change its mode of rate control.
    #[doc(alias = "NV_ENC_CAPS_SUPPORT_DYN_RCMODE_CHANGE")]
    pub dynamic_rate_mode: bool,
    values: [u32; NAMES.len()],
}

/// Every capability of interface 11.1 by its number; 8.1 has the first 45.
const NAMES: [&str; 51] = [
    "B-frames",
    "rate control modes",
    "field coding",
    "monochrome",
    "flexible macroblock order",
    "quarter-sample motion",
    "B-frame direct mode",
    "CABAC",
    "adaptive transform",
    "stereo (MVC)",
    "temporal layers",
    "hierarchical P-frames",
    "hierarchical B-frames",
    "highest level",
    "lowest level",
    "separate colour planes",
    "largest width",
    "largest height",
    "temporal scalability",
    "size change in a session",
    "bit rate change in a session",
    "forced constant QP in a session",
    "rate control change in a session",
    "sub-frame readback",
    "constrained coding",
    "intra refresh",
    "custom VBV buffer",
    "slice mode per picture",
    "reference invalidation",
    "preprocessing",
    "asynchronous mode",
    "macroblocks in a picture",
    "macroblocks a second",
    "4:4:4",
    "lossless coding",
    "sample adaptive offset",
    "motion estimation only",
    "lookahead",
    "temporal AQ",
    "10 bits",
    "long-term references",
    "weighted prediction",
    "encoder capacity in percent",
    "B-frames as references",
    "emphasis map",
    "smallest width",
    "smallest height",
    "several references",
    "alpha layer",
    "encoder engines",
    "single-slice intra refresh",
];

/// How many of them interface 8.1 knows.
const OF_8_1: usize = 45;

impl Caps {
    pub(crate) fn ask(encoder: &RawEncoder, codec: Codec) -> Result<Self, Error> {
        let known = match encoder.version() < ApiVersion::V11_1 {
            true => OF_8_1,
            false => NAMES.len(),
        };
        let mut values = [0; NAMES.len()];
        for (number, value) in values.iter_mut().enumerate().take(known) {
            let answer = encoder.capability(codec.guid(), NV_ENC_CAPS(number as u32));
            // A driver has nothing below zero to report: it is as good as "none".
            *value = u32::try_from(known_or_none(answer)?).unwrap_or(0);
        }
        Ok(Self::from_values(values))
    }

    fn from_values(values: [u32; NAMES.len()]) -> Self {
        let number = |capability: NV_ENC_CAPS| values[capability.0 as usize];
        let flag = |capability| number(capability) != 0;
        Self {
            max_size: Size::new(
                number(NV_ENC_CAPS::NV_ENC_CAPS_WIDTH_MAX),
                number(NV_ENC_CAPS::NV_ENC_CAPS_HEIGHT_MAX),
            ),
            max_b_frames: number(NV_ENC_CAPS::NV_ENC_CAPS_NUM_MAX_BFRAMES),
            rate_control_modes: number(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORTED_RATECONTROL_MODES),
            yuv444: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_YUV444_ENCODE),
            ten_bit: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_10BIT_ENCODE),
            lossless: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_LOSSLESS_ENCODE),
            sample_adaptive_offset: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_SAO),
            motion_estimation_only: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_MEONLY_MODE),
            lookahead: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_LOOKAHEAD),
            min_size: Size::new(
                number(NV_ENC_CAPS::NV_ENC_CAPS_WIDTH_MIN),
                number(NV_ENC_CAPS::NV_ENC_CAPS_HEIGHT_MIN),
            ),
            max_level: number(NV_ENC_CAPS::NV_ENC_CAPS_LEVEL_MAX),
            monochrome: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_MONOCHROME),
            custom_vbv: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_CUSTOM_VBV_BUF_SIZE),
            intra_refresh: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_INTRA_REFRESH),
            temporal_aq: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_TEMPORAL_AQ),
            b_references: number(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_BFRAME_REF_MODE),
            dynamic_size: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_DYN_RES_CHANGE),
            dynamic_bit_rate: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_DYN_BITRATE_CHANGE),
            dynamic_rate_mode: flag(NV_ENC_CAPS::NV_ENC_CAPS_SUPPORT_DYN_RCMODE_CHANGE),
            values,
        }
    }

    /// What the driver answers to a capability of the header.
    pub(crate) fn number(&self, capability: NV_ENC_CAPS) -> u32 {
        let place = capability.0 as usize;
        self.values.get(place).copied().unwrap_or(0)
    }

    pub(crate) fn has(&self, capability: NV_ENC_CAPS) -> bool {
        self.number(capability) != 0
    }

    /// Every capability with its name and what the driver answers, in the header's order;
    /// 0 for what an older interface does not know.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, u32)> {
        NAMES.into_iter().zip(self.values)
    }
}

/// The whole table, one capability a line.
impl fmt::Display for Caps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in self.all() {
            writeln!(f, "{name:<36}{value}")?;
        }
        Ok(())
    }
}
/// A capability that a driver does not know is one that it has not.
fn known_or_none(answer: Result<i32, Error>) -> Result<i32, Error> {
    match answer {
        Err(Error::Driver {
            status:
                Status(
                    NVENCSTATUS::NV_ENC_ERR_INVALID_PARAM
                    | NVENCSTATUS::NV_ENC_ERR_UNSUPPORTED_PARAM
                    | NVENCSTATUS::NV_ENC_ERR_UNIMPLEMENTED,
                ),
            ..
        }) => Ok(0),
        answer => answer,
    }
}
