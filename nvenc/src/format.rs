//! Pixel formats and codecs in the driver's words.

use crate::raw::sys::*;
use nvframe::PixelFormat;
use std::fmt;

pub(crate) fn raw_format(format: PixelFormat) -> NV_ENC_BUFFER_FORMAT {
    match format {
        PixelFormat::Nv12 => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12,
        PixelFormat::P010 => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV420_10BIT,
        PixelFormat::Iyuv => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_IYUV,
        PixelFormat::Yv12 => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YV12,
        PixelFormat::Yuv444 => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV444,
        PixelFormat::Yuv444P16 => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV444_10BIT,
        PixelFormat::Argb => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ARGB,
        PixelFormat::Argb10 => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ARGB10,
        PixelFormat::Ayuv => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_AYUV,
        PixelFormat::Abgr => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ABGR,
        PixelFormat::Abgr10 => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ABGR10,
        _ => NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_UNDEFINED,
    }
}

pub(crate) fn known_format(raw: NV_ENC_BUFFER_FORMAT) -> Option<PixelFormat> {
    // Those that NVENC does not take share a value.
    let mut taken = PixelFormat::ALL.into_iter().filter(|it| !it.is_422());
    taken.find(|format| raw_format(*format) == raw)
}

/// A video coding standard that NVENC may encode.
///
/// Which ones a GPU has, [`Encoder::codecs`](crate::Encoder::codecs) tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Codec {
    /// H.264 (AVC, ITU-T H.264), up to 4096x4096.
    #[doc(alias = "NV_ENC_CODEC_H264_GUID")]
    H264,
    /// HEVC (ITU-T H.265), up to 8192x8192 from the second Pascal chips on.
    #[doc(alias = "NV_ENC_CODEC_HEVC_GUID")]
    #[doc(alias = "H265")]
    Hevc,
}

impl Codec {
    /// Every codec of the interface's versions 8.1 to 11.1.
    pub const ALL: [Self; 2] = [Self::H264, Self::Hevc];

    pub(crate) fn guid(self) -> GUID {
        match self {
            Self::H264 => NV_ENC_CODEC_H264_GUID,
            Self::Hevc => NV_ENC_CODEC_HEVC_GUID,
        }
    }
}

impl fmt::Display for Codec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::H264 => "H264",
            Self::Hevc => "HEVC",
        })
    }
}
