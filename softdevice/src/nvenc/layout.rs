//! How the planes of each input format lie in memory.

use nvenc_sys::NV_ENC_BUFFER_FORMAT as Format;

use super::status::{Answer, bad_param};

/// What a format's samples are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Samples {
    /// Luma, then chroma pairs.
    SemiPlanar,
    /// Luma, then two planes of a quarter its size with half its pitch.
    Planar420,
    /// Three planes of one size.
    Planar444,
    /// Four bytes a pixel.
    Packed,
}

/// What a format's samples are, and how many bytes one takes.
pub(super) fn samples(format: Format) -> Answer<(Samples, usize)> {
    Ok(match format {
        Format::NV_ENC_BUFFER_FORMAT_NV12 => (Samples::SemiPlanar, 1),
        Format::NV_ENC_BUFFER_FORMAT_YV12 => (Samples::Planar420, 1),
        Format::NV_ENC_BUFFER_FORMAT_IYUV => (Samples::Planar420, 1),
        Format::NV_ENC_BUFFER_FORMAT_YUV444 => (Samples::Planar444, 1),
        Format::NV_ENC_BUFFER_FORMAT_YUV420_10BIT => (Samples::SemiPlanar, 2),
        Format::NV_ENC_BUFFER_FORMAT_YUV444_10BIT => (Samples::Planar444, 2),
        Format::NV_ENC_BUFFER_FORMAT_ARGB
        | Format::NV_ENC_BUFFER_FORMAT_ABGR
        | Format::NV_ENC_BUFFER_FORMAT_AYUV
        | Format::NV_ENC_BUFFER_FORMAT_ARGB10
        | Format::NV_ENC_BUFFER_FORMAT_ABGR10 => (Samples::Packed, 4),
        _ => return Err(bad_param(format!("no such buffer format: {:#x}", format.0))),
    })
}

/// One plane of a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Plane {
    pub(super) offset: usize,
    pub(super) pitch: usize,
    pub(super) row_bytes: usize,
    pub(super) rows: usize,
}

impl Plane {
    fn new(offset: usize, pitch: usize, row_bytes: usize, rows: usize) -> Self {
        Self {
            offset,
            pitch,
            row_bytes,
            rows,
        }
    }

    fn end(&self) -> usize {
        self.offset + self.pitch * self.rows
    }

    /// One of the same shape, right after it.
    fn next(self) -> Self {
        Self {
            offset: self.end(),
            ..self
        }
    }
}

/// How a picture lies in memory: first byte of each row `pitch` after the one above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) format: Format,
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) pitch: usize,
}

impl Layout {
    /// Bytes of one row of the first plane.
    pub(super) fn row_bytes(format: Format, width: usize) -> Answer<usize> {
        Ok(width * samples(format)?.1)
    }

    /// The planes in the order in which they lie.
    pub(super) fn planes(&self) -> Answer<Vec<Plane>> {
        let (samples, bytes) = samples(self.format)?;
        let (half_width, half_height) = (self.width.div_ceil(2), self.height.div_ceil(2));
        let luma = Plane::new(0, self.pitch, self.width * bytes, self.height);
        Ok(match samples {
            Samples::Packed => vec![luma],
            Samples::SemiPlanar => {
                let pairs = half_width * 2 * bytes;
                vec![luma, Plane::new(luma.end(), self.pitch, pairs, half_height)]
            }
            Samples::Planar420 => {
                let first = Plane::new(luma.end(), self.pitch / 2, half_width, half_height);
                vec![luma, first, first.next()]
            }
            Samples::Planar444 => vec![luma, luma.next(), luma.next().next()],
        })
    }

    /// Bytes from the first one to the last.
    pub(super) fn bytes(&self) -> Answer<usize> {
        let ends = self.planes()?.into_iter().map(|plane| {
            plane.offset + plane.rows.saturating_sub(1) * plane.pitch + plane.row_bytes
        });
        Ok(ends.max().unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(format: Format, width: usize, height: usize, pitch: usize) -> usize {
        let layout = Layout {
            format,
            width,
            height,
            pitch,
        };
        layout.bytes().unwrap()
    }

    #[test]
    fn a_surface_ends_with_its_last_sample() {
        assert_eq!(bytes(Format::NV_ENC_BUFFER_FORMAT_NV12, 6, 4, 8), 8 * 6 - 2);
        assert_eq!(bytes(Format::NV_ENC_BUFFER_FORMAT_IYUV, 6, 4, 8), 8 * 6 - 1);
        assert_eq!(
            bytes(Format::NV_ENC_BUFFER_FORMAT_YUV444, 6, 4, 8),
            8 * 12 - 2
        );
        assert_eq!(
            bytes(Format::NV_ENC_BUFFER_FORMAT_YUV420_10BIT, 6, 4, 16),
            16 * 6 - 4
        );
        assert_eq!(
            bytes(Format::NV_ENC_BUFFER_FORMAT_ARGB, 6, 4, 32),
            32 * 4 - 8
        );
        assert!(samples(Format(3)).is_err());
    }
}
