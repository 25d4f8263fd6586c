use crate::raw::sys::{cudaVideoChromaFormat, cudaVideoCodec};
use std::fmt;

/// A video coding standard that NVDEC may decode.
///
/// Which ones a GPU has, [`Api::caps`](crate::Api::caps) tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "cudaVideoCodec")]
#[non_exhaustive]
pub enum Codec {
    /// MPEG-1 video (ISO/IEC 11172-2).
    Mpeg1,
    /// MPEG-2 video (ITU-T H.262).
    Mpeg2,
    /// MPEG-4 part 2.
    Mpeg4,
    /// VC-1 (SMPTE 421M).
    Vc1,
    /// H.264 (AVC).
    H264,
    /// JPEG (ITU-T T.81).
    Jpeg,
    /// HEVC (ITU-T H.265).
    #[doc(alias = "H265")]
    Hevc,
    /// VP8 (RFC 6386).
    Vp8,
    /// VP9.
    Vp9,
    /// AV1.
    Av1,
}

impl Codec {
    /// Every codec, in the driver's order.
    pub const ALL: [Self; 10] = [
        Self::Mpeg1,
        Self::Mpeg2,
        Self::Mpeg4,
        Self::Vc1,
        Self::H264,
        Self::Jpeg,
        Self::Hevc,
        Self::Vp8,
        Self::Vp9,
        Self::Av1,
    ];

    pub(crate) fn raw(self) -> cudaVideoCodec {
        match self {
            Self::Mpeg1 => cudaVideoCodec::cudaVideoCodec_MPEG1,
            Self::Mpeg2 => cudaVideoCodec::cudaVideoCodec_MPEG2,
            Self::Mpeg4 => cudaVideoCodec::cudaVideoCodec_MPEG4,
            Self::Vc1 => cudaVideoCodec::cudaVideoCodec_VC1,
            Self::H264 => cudaVideoCodec::cudaVideoCodec_H264,
            Self::Jpeg => cudaVideoCodec::cudaVideoCodec_JPEG,
            Self::Hevc => cudaVideoCodec::cudaVideoCodec_HEVC,
            Self::Vp8 => cudaVideoCodec::cudaVideoCodec_VP8,
            Self::Vp9 => cudaVideoCodec::cudaVideoCodec_VP9,
            Self::Av1 => cudaVideoCodec::cudaVideoCodec_AV1,
        }
    }
}

impl fmt::Display for Codec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Mpeg1 => "MPEG1",
            Self::Mpeg2 => "MPEG2",
            Self::Mpeg4 => "MPEG4",
            Self::Vc1 => "VC1",
            Self::H264 => "H264",
            Self::Jpeg => "JPEG",
            Self::Hevc => "HEVC",
            Self::Vp8 => "VP8",
            Self::Vp9 => "VP9",
            Self::Av1 => "AV1",
        })
    }
}

/// How a coded picture samples chroma.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[doc(alias = "cudaVideoChromaFormat")]
#[non_exhaustive]
pub enum Chroma {
    /// Luma only.
    Monochrome,
    /// Half the columns, half the rows.
    Yuv420,
    /// Half the columns.
    Yuv422,
    /// As many samples as luma.
    Yuv444,
}

impl Chroma {
    /// Every sampling, in the driver's order.
    pub const ALL: [Self; 4] = [Self::Monochrome, Self::Yuv420, Self::Yuv422, Self::Yuv444];

    pub(crate) fn raw(self) -> cudaVideoChromaFormat {
        cudaVideoChromaFormat(self as u32)
    }

    /// `None` for a value that the driver has and we do not know.
    pub(crate) fn from_raw(raw: cudaVideoChromaFormat) -> Option<Self> {
        Self::ALL.into_iter().find(|chroma| chroma.raw() == raw)
    }
}

impl fmt::Display for Chroma {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Monochrome => "4:0:0",
            Self::Yuv420 => "4:2:0",
            Self::Yuv422 => "4:2:2",
            Self::Yuv444 => "4:4:4",
        })
    }
}
