use crate::{Plane, Planes, Size};
use std::fmt;

/// How the samples of a picture lie in memory.
///
/// 4:2:0 formats have chroma planes of half the columns and rows, rounded up; 4:2:2 formats of
/// half the columns. Samples of more than 8 bits take two bytes, little endian, with the value in
/// the high bits.
///
/// ```
/// use nvframe::{PixelFormat, Size};
///
/// // 1080p whose rows are 2048 bytes apart.
/// let planes = PixelFormat::Nv12.planes(Size::new(1920, 1080), 2048, 1080);
/// let [luma, chroma] = planes[..] else { unreachable!() };
/// assert_eq!((luma.row_bytes, luma.rows), (1920, 1080));
/// assert_eq!((chroma.row_bytes, chroma.rows), (1920, 540));
/// assert_eq!(chroma.offset, 2048 * 1080);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PixelFormat {
    /// 4:2:0, 8 bits: a plane of Y, a plane of U and V in turn.
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_NV12")]
    #[doc(alias = "cudaVideoSurfaceFormat_NV12")]
    Nv12,
    /// 4:2:0, 10 bits (12 from a decoder of 12-bit streams): planes as [`Nv12`](Self::Nv12).
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_YUV420_10BIT")]
    #[doc(alias = "cudaVideoSurfaceFormat_P016")]
    #[doc(alias = "P016")]
    P010,
    /// 4:2:0, 8 bits: planes of Y, U, V.
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_IYUV")]
    #[doc(alias = "I420")]
    Iyuv,
    /// 4:2:0, 8 bits: planes of Y, V, U.
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_YV12")]
    Yv12,
    /// 4:2:2, 8 bits: a plane of Y, a plane of U and V in turn. From decoders only, those of
    /// Blackwell and later.
    #[doc(alias = "cudaVideoSurfaceFormat_NV16")]
    Nv16,
    /// 4:2:2, 10 bits (12 from a decoder of 12-bit streams): planes as [`Nv16`](Self::Nv16).
    #[doc(alias = "cudaVideoSurfaceFormat_P216")]
    P216,
    /// 4:4:4, 8 bits: planes of Y, U, V.
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_YUV444")]
    #[doc(alias = "cudaVideoSurfaceFormat_YUV444")]
    Yuv444,
    /// 4:4:4, 10 bits (12 from a decoder of 12-bit streams): planes of Y, U, V.
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_YUV444_10BIT")]
    #[doc(alias = "cudaVideoSurfaceFormat_YUV444_16Bit")]
    Yuv444P16,
    /// Words of 32 bits, little endian: alpha in the high 8 bits, then red, green, blue. In
    /// memory: blue, green, red, alpha (BGRA).
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_ARGB")]
    #[doc(alias = "BGRA")]
    Argb,
    /// Words of 32 bits, little endian: 2 bits of alpha, then 10 each of red, green, blue.
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_ARGB10")]
    Argb10,
    /// Words of 32 bits, little endian: alpha in the high 8 bits, then Y, U, V.
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_AYUV")]
    Ayuv,
    /// Words of 32 bits, little endian: alpha in the high 8 bits, then blue, green, red. In
    /// memory: red, green, blue, alpha (RGBA).
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_ABGR")]
    #[doc(alias = "RGBA")]
    Abgr,
    /// Words of 32 bits, little endian: 2 bits of alpha, then 10 each of blue, green, red.
    #[doc(alias = "NV_ENC_BUFFER_FORMAT_ABGR10")]
    Abgr10,
}

impl PixelFormat {
    /// Every format. NVENC's interfaces up to 11.1 take all but those of 4:2:2; which of them a
    /// GPU has, it tells itself.
    pub const ALL: [Self; 13] = [
        Self::Nv12,
        Self::P010,
        Self::Iyuv,
        Self::Yv12,
        Self::Nv16,
        Self::P216,
        Self::Yuv444,
        Self::Yuv444P16,
        Self::Argb,
        Self::Argb10,
        Self::Ayuv,
        Self::Abgr,
        Self::Abgr10,
    ];

    /// Significant bits of a sample as an encoder takes them: 8 or 10.
    pub fn bit_depth(self) -> u8 {
        match self {
            Self::Nv12 | Self::Iyuv | Self::Yv12 | Self::Nv16 | Self::Yuv444 => 8,
            Self::Argb | Self::Ayuv | Self::Abgr => 8,
            Self::P010 | Self::P216 | Self::Yuv444P16 | Self::Argb10 | Self::Abgr10 => 10,
        }
    }

    /// True when chroma has half the columns and rows of luma.
    pub fn is_420(self) -> bool {
        matches!(self, Self::Nv12 | Self::P010 | Self::Iyuv | Self::Yv12)
    }

    /// True when chroma has half the columns and all rows of luma.
    pub fn is_422(self) -> bool {
        matches!(self, Self::Nv16 | Self::P216)
    }

    /// True when a pixel is one word of 32 bits, in a single plane.
    pub fn is_packed(self) -> bool {
        matches!(
            self,
            Self::Argb | Self::Argb10 | Self::Ayuv | Self::Abgr | Self::Abgr10
        )
    }

    /// Bytes of one sample; of one pixel in packed formats.
    fn sample_bytes(self) -> usize {
        match self.bit_depth() {
            _ if self.is_packed() => 4,
            8 => 1,
            _ => 2,
        }
    }

    /// The fewest bytes from one row of the first plane to the next.
    pub fn min_pitch(self, size: Size) -> usize {
        let columns = size.width as usize;
        let columns = match self.is_420() || self.is_422() {
            true => columns.next_multiple_of(2),
            false => columns,
        };
        columns * self.sample_bytes()
    }

    /// The planes of a picture whose rows of luma are `pitch` bytes apart and whose luma
    /// plane has room for `luma_rows` rows, one plane right after the other: NVENC's and
    /// NVDEC's layout.
    pub fn planes(self, size: Size, pitch: usize, luma_rows: usize) -> Planes {
        let rows = size.height as usize;
        let luma = Plane {
            offset: 0,
            pitch,
            row_bytes: size.width as usize * self.sample_bytes(),
            rows,
        };
        let room = pitch * luma_rows;
        let chroma = Plane {
            offset: room,
            pitch,
            row_bytes: self.min_pitch(size),
            rows: if self.is_420() {
                rows.div_ceil(2)
            } else {
                rows
            },
        };
        match self {
            Self::Argb | Self::Argb10 | Self::Ayuv | Self::Abgr | Self::Abgr10 => Planes::one(luma),
            Self::Nv12 | Self::P010 | Self::Nv16 | Self::P216 => Planes::two(luma, chroma),
            Self::Yuv444 | Self::Yuv444P16 => Planes::three(luma, luma.at(room), luma.at(2 * room)),
            Self::Iyuv | Self::Yv12 => {
                let first = chroma.half_as_wide();
                let second = room + first.pitch * luma_rows.div_ceil(2);
                Planes::three(luma, first, first.at(second))
            }
        }
    }

    /// Bytes of a picture of `luma_rows` rows of luma, `pitch` bytes apart.
    pub fn byte_len(self, pitch: usize, luma_rows: usize) -> usize {
        match self {
            _ if self.is_420() => pitch * (luma_rows + luma_rows.div_ceil(2)),
            _ if self.is_422() => pitch * luma_rows * 2,
            _ if self.is_packed() => pitch * luma_rows,
            _ => pitch * luma_rows * 3,
        }
    }
}

impl fmt::Display for PixelFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nv12 => "NV12",
            Self::P010 => "P010",
            Self::Iyuv => "IYUV",
            Self::Yv12 => "YV12",
            Self::Nv16 => "NV16",
            Self::P216 => "P216",
            Self::Yuv444 => "YUV444",
            Self::Yuv444P16 => "YUV444 16-bit",
            Self::Argb => "ARGB",
            Self::Argb10 => "ARGB10",
            Self::Ayuv => "AYUV",
            Self::Abgr => "ABGR",
            Self::Abgr10 => "ABGR10",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ODD: Size = Size::new(5, 3);

    #[test]
    fn planes_fill_the_picture_without_gap_or_overlap() {
        for format in PixelFormat::ALL {
            let planes = format.planes(ODD, 32, 3);
            let mut end = 0;
            for plane in planes.iter() {
                assert_eq!(plane.offset, end, "{format}");
                assert!(plane.row_bytes <= plane.pitch, "{format}");
                end += plane.pitch * plane.rows;
            }
            assert_eq!(end, format.byte_len(32, 3), "{format}");
        }
    }

    #[test]
    fn the_widest_picture_has_a_pitch() {
        let size = Size::new(u32::MAX, 1);
        assert_eq!(PixelFormat::Nv12.min_pitch(size), 1 << 32);
    }

    #[test]
    fn odd_sizes_round_chroma_up() {
        let planes = PixelFormat::Nv12.planes(ODD, 6, 3);
        assert_eq!((planes[1].row_bytes, planes[1].rows), (6, 2));
        let planes = PixelFormat::Iyuv.planes(ODD, 6, 3);
        assert_eq!((planes[2].row_bytes, planes[2].rows), (3, 2));
    }
}
