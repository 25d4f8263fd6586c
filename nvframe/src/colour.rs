//! What samples look like on a screen.

/// What the samples mean, by the numbers of ITU-T H.273; 2 is "unspecified".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "NV_ENC_CONFIG_H264_VUI_PARAMETERS")]
#[doc(alias = "NV_ENC_CONFIG_HEVC_VUI_PARAMETERS")]
#[doc(alias = "video_signal_description")]
#[allow(clippy::exhaustive_structs)] // the standard's four fields
pub struct Colour {
    /// Which red, green and blue: 1 BT.709, 9 BT.2020.
    #[doc(alias = "colourPrimaries")]
    pub primaries: u8,
    /// From light to samples: 1 BT.709, 16 PQ, 18 HLG.
    #[doc(alias = "transferCharacteristics")]
    pub transfer: u8,
    /// From red, green and blue to luma and chroma: 1 BT.709, 9 BT.2020.
    #[doc(alias = "colourMatrix")]
    pub matrix: u8,
    /// Samples use every value, not 16 to 235.
    #[doc(alias = "videoFullRangeFlag")]
    pub full_range: bool,
}

impl Colour {
    /// High-definition video.
    pub const BT709: Self = Self::limited(1, 1, 1);
    /// HDR10: BT.2020 with the perceptual quantiser.
    pub const BT2020_PQ: Self = Self::limited(9, 16, 9);
    /// Hybrid log-gamma: BT.2020 that older screens can show.
    pub const BT2020_HLG: Self = Self::limited(9, 18, 9);

    const fn limited(primaries: u8, transfer: u8, matrix: u8) -> Self {
        Self {
            primaries,
            transfer,
            matrix,
            full_range: false,
        }
    }
}

/// The screen that a film was graded on (SMPTE ST 2086), for HDR10.
///
/// Chromaticities are x and y in units of 0.00002, luminance in 0.0001 candela a square
/// metre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "MASTERING_DISPLAY_INFO")]
#[doc(alias = "HDR10")]
#[allow(clippy::exhaustive_structs)] // the standard's fields
pub struct MasteringDisplay {
    /// Of red.
    pub red: (u16, u16),
    /// Of green.
    pub green: (u16, u16),
    /// Of blue.
    pub blue: (u16, u16),
    /// Of white.
    pub white: (u16, u16),
    /// Brightest.
    pub max_luminance: u32,
    /// Darkest.
    pub min_luminance: u32,
}

impl MasteringDisplay {
    /// A display of the P3 colours with white D65; luminance in 0.0001 candela a square metre:
    /// `p3_d65(10_000_000, 50)` for one of 1000 to 0.005.
    pub const fn p3_d65(max_luminance: u32, min_luminance: u32) -> Self {
        Self {
            red: (34_000, 16_000),
            green: (13_250, 34_500),
            blue: (7_500, 3_000),
            white: (15_635, 16_450),
            max_luminance,
            min_luminance,
        }
    }
}

/// How bright a film is, for HDR10, in candela a square metre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[doc(alias = "CONTENT_LIGHT_LEVEL")]
#[doc(alias = "HDR10")]
#[allow(clippy::exhaustive_structs)] // the standard's fields
pub struct ContentLight {
    /// Of the brightest pixel (MaxCLL).
    #[doc(alias = "MaxCLL")]
    pub max_content: u16,
    /// Of the brightest picture on average (MaxFALL).
    #[doc(alias = "MaxFALL")]
    pub max_average: u16,
}
