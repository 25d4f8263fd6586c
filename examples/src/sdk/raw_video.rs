//! Files of pictures that are not coded, of a size and a format that only the user knows.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use nvenc::{PixelFormat, Size};

use crate::error::{Error, Result};

/// A file of pictures that are not coded.
#[derive(Debug)]
pub(super) struct RawVideo {
    file: File,
    layout: Layout,
    frames: u64,
    next: u64,
}

/// A picture in a file: rows packed, one plane after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) size: Size,
    pub(super) format: PixelFormat,
}

impl Layout {
    fn plane_bytes(self) -> Vec<usize> {
        let pitch = self.format.min_pitch(self.size);
        let rows = self.size.height as usize;
        let planes = self.format.planes(self.size, pitch, rows);
        planes
            .iter()
            .map(|plane| plane.row_bytes * plane.rows)
            .collect()
    }

    pub(super) fn bytes(self) -> usize {
        self.plane_bytes().iter().sum()
    }

    /// The planes of a picture.
    pub(super) fn planes(self, picture: &[u8]) -> Vec<&[u8]> {
        let mut rest = picture;
        let planes = self.plane_bytes().into_iter().map(|bytes| {
            let (plane, after) = rest.split_at(bytes.min(rest.len()));
            rest = after;
            plane
        });
        planes.collect()
    }

    /// What the encoder takes: chroma has half the columns and rows.
    fn check(self) -> Result<()> {
        let Size { width, height } = self.size;
        let even = width.is_multiple_of(2) && height.is_multiple_of(2);
        match width > 0 && height > 0 && (even || !self.format.is_420()) {
            true => Ok(()),
            false => Err(Error::Usage(format!(
                "pictures of {} in {} cannot be encoded: columns and rows must be over 0, and even",
                self.size, self.format
            ))),
        }
    }
}

impl RawVideo {
    /// Opens a file of at least one picture. What is left after the last whole one is not read.
    pub(super) fn open(path: &Path, layout: Layout) -> Result<Self> {
        layout.check()?;
        let name = path.display();
        let cannot =
            |source| Error::BadInput(format!("Unable to open input file: {name}: {source}"));
        let file = File::open(path).map_err(cannot)?;
        let bytes = file.metadata().map_err(cannot)?.len();
        let frames = bytes / layout.bytes() as u64;
        if frames == 0 {
            return Err(Error::BadInput(format!(
                "{name} has {bytes} bytes, and a picture of {} in {} has {}: is the size (-s) right?",
                layout.size,
                layout.format,
                layout.bytes()
            )));
        }
        let next = 0;
        Ok(Self {
            file,
            layout,
            frames,
            next,
        })
    }

    pub(super) fn layout(&self) -> Layout {
        self.layout
    }

    /// Reads the next picture into `picture`, whose memory is used again; false at the end.
    pub(super) fn next(&mut self, picture: &mut Vec<u8>) -> Result<bool> {
        if self.next == self.frames {
            return Ok(false);
        }
        picture.resize(self.layout.bytes(), 0);
        self.file
            .read_exact(picture)
            .map_err(Error::system("reading the input"))?;
        self.next += 1;
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const SIZE: Size = Size::new(4, 2);

    fn open(bytes: usize, size: Size, format: PixelFormat) -> Result<RawVideo> {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), vec![7; bytes]).unwrap();
        RawVideo::open(file.path(), Layout { size, format })
    }

    #[test]
    fn a_rest_is_not_read() {
        let mut video = open(2 * 12 + 5, SIZE, PixelFormat::Iyuv).unwrap();
        let mut picture = Vec::new();
        assert_eq!(video.frames, 2);
        assert!(video.next(&mut picture).unwrap() && video.next(&mut picture).unwrap());
        assert!(!video.next(&mut picture).unwrap());
        let planes = video.layout().planes(&picture);
        assert_eq!(planes, [&[7; 8][..], &[7; 2], &[7; 2]]);
    }

    #[test]
    fn planes_of_every_format() {
        for (format, bytes) in [
            (PixelFormat::Nv12, &[8, 4][..]),
            (PixelFormat::P010, &[16, 8]),
            (PixelFormat::Yuv444, &[8, 8, 8]),
        ] {
            assert_eq!(Layout { size: SIZE, format }.plane_bytes(), bytes);
        }
    }

    #[test]
    fn less_than_a_picture_is_refused() {
        let error = open(11, SIZE, PixelFormat::Nv12).unwrap_err().to_string();
        assert!(
            error.contains("has 11 bytes, and a picture of 4x2 in NV12 has 12"),
            "{error}"
        );
        assert!(open(100, Size::new(0, 2), PixelFormat::Nv12).is_err());
        assert!(open(100, Size::new(3, 2), PixelFormat::Nv12).is_err());
        assert!(open(100, Size::new(3, 3), PixelFormat::Yuv444).is_ok());
    }
}
