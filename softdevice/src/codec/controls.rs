/// What an encoder may be asked for beyond the usual; the default asks for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Controls {
    /// Every sample is kept.
    pub lossless: bool,
    /// Quantisers that rate control stays between.
    pub qp_range: (Option<u8>, Option<u8>),
    /// Quantiser of the first picture, where rate control would choose one.
    pub initial_qp: Option<u8>,
    /// Bits in the buffer at the start; `None` for what the library finds best.
    pub vbv_initial: Option<u32>,
    /// Parts that each picture is cut into.
    pub slices: Slices,
    /// Spends bits where the eye sees them: strength from 1 to 15.
    pub spatial_aq: Option<u8>,
    /// Pictures to look ahead.
    pub lookahead: u32,
    /// B-frames in the middle of a group are referred to by the others.
    pub b_references: bool,
    /// Most pictures referred to.
    pub references: Option<u32>,
    /// Tools that a decoder of this profile knows (H.264).
    pub profile: Option<Profile>,
    /// Ten times the level: 51 for 5.1.
    pub level: Option<u32>,
    /// HEVC's high tier.
    pub high_tier: bool,
    /// Predicts from brighter or darker references.
    pub weighted_prediction: bool,
    /// In place of IDR pictures, a band of intra blocks that crosses the picture in as many
    /// pictures, again and again.
    pub intra_refresh: Option<u32>,
    /// Makes a picture intra where the scene changes, as far as it is seen ahead.
    pub scene_cuts: bool,
    /// Codes fewer B-frames where they do not pay.
    pub adaptive_b: bool,
    /// Pictures come with offsets of their quantisers.
    pub qp_map: bool,
    /// Messages about the buffer and when pictures leave it.
    pub timing_messages: bool,
    /// Tools of H.264 that are chosen by name.
    pub tools: Tools,
    /// Leaves the edges of blocks as they are.
    pub no_deblocking: bool,
    /// Predicts intra blocks from intra blocks only.
    pub constrained_intra: bool,
    /// How the pictures are to be shown.
    pub vui: Vui,
}

/// Tools of H.264; `None` for what the profile has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tools {
    /// Arithmetic coding.
    pub cabac: Option<bool>,
    /// Transforms of 8x8 samples.
    pub transform_8x8: Option<bool>,
    /// Where the motion of direct blocks comes from.
    pub direct: Option<Direct>,
}

/// Where the motion of H.264's direct blocks comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direct {
    /// There are no such blocks.
    None,
    /// From the picture before or after.
    Temporal,
    /// From the blocks around.
    Spatial,
}

/// Profiles of H.264, by which tools they allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Profile {
    /// Neither B-frames nor CABAC.
    Baseline,
    /// No 8x8 transform.
    Main,
    /// The usual tools.
    High,
    /// 4:4:4 and lossless.
    High444,
}

/// How a picture is cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slices {
    /// Not.
    #[default]
    One,
    /// Into as many parts.
    Count(u32),
    /// After as many macroblocks.
    Macroblocks(u32),
    /// After as many bytes.
    Bytes(u32),
}

/// How the pictures are to be shown, by the numbers of ITU-T H.273; 2 for unspecified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Vui {
    /// Shape of a sample.
    pub sample_aspect: (u32, u32),
    /// Whether the edges may be left out when it is shown; `None` when nothing is said.
    pub overscan: Option<bool>,
    /// 0 component, 1 PAL, 2 NTSC, 3 SECAM, 4 MAC, 5 unspecified.
    pub video_format: u32,
    /// Samples use every value.
    pub full_range: bool,
    /// Colour primaries.
    pub primaries: u32,
    /// Transfer characteristics.
    pub transfer: u32,
    /// Matrix coefficients.
    pub matrix: u32,
    /// Where chroma samples lie.
    pub chroma_location: Option<u32>,
}

impl Default for Vui {
    fn default() -> Self {
        Self {
            sample_aspect: (1, 1),
            overscan: None,
            video_format: 5,
            full_range: false,
            primaries: 2,
            transfer: 2,
            matrix: 2,
            chroma_location: None,
        }
    }
}

/// What a picture must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Force {
    /// What the encoder finds best.
    #[default]
    Nothing,
    /// Intra; an encoder that has nothing else makes it an IDR.
    Intra,
    /// IDR.
    Idr,
}

/// What is said of one picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ask {
    /// What it must be.
    pub force: Force,
    /// How much higher its quantisers are, for each block of 16x16 samples, row by row; empty
    /// for not at all.
    pub offsets: Vec<i8>,
}

impl From<Force> for Ask {
    fn from(force: Force) -> Self {
        Self {
            force,
            ..Self::default()
        }
    }
}
