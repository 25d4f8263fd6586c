//! Files of pictures that are not coded, of a size and a format that only the user knows.

use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::os::unix::fs::FileExt as _;
use std::path::Path;

use nvenc::{PixelFormat, Size};

use crate::error::{Error, Result};

/// A file of pictures that are not coded.
#[derive(Debug)]
pub(super) struct RawVideo {
    file: File,
    layout: Layout,
    frames: u64,
}

/// The bytes of one picture of a file, which several threads may read at once.
#[derive(Debug)]
pub(super) struct RawPicture<'v> {
    file: &'v File,
    /// Those left to be read.
    places: Range<u64>,
}

/// A picture in a file: rows packed, one plane after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) size: Size,
    pub(super) format: PixelFormat,
}

impl Layout {
    /// Bytes of a picture.
    pub(super) fn bytes(self) -> usize {
        let pitch = self.format.min_pitch(self.size);
        let rows = self.size.height as usize;
        let planes = self.format.planes(self.size, pitch, rows);
        planes.packed_len()
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
        Ok(Self {
            file,
            layout,
            frames,
        })
    }

    pub(super) fn layout(&self) -> Layout {
        self.layout
    }

    /// Whole pictures in the file.
    pub(super) fn frames(&self) -> u64 {
        self.frames
    }

    /// Picture `number`, below [`frames`](Self::frames), to be read.
    pub(super) fn picture(&self, number: u64) -> RawPicture<'_> {
        let bytes = self.layout.bytes() as u64;
        RawPicture {
            file: &self.file,
            places: number * bytes..(number + 1) * bytes,
        }
    }
}

impl Read for RawPicture<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.places.end - self.places.start).unwrap_or(usize::MAX);
        let len = buffer.len().min(left);
        let read = self.file.read_at(&mut buffer[..len], self.places.start)?;
        self.places.start += read as u64;
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const SIZE: Size = Size::new(4, 2);

    fn open(bytes: usize, size: Size, format: PixelFormat) -> Result<RawVideo> {
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(
            file.path(),
            (0..bytes).map(|at| at as u8).collect::<Vec<_>>(),
        )
        .unwrap();
        RawVideo::open(file.path(), Layout { size, format })
    }

    #[test]
    fn a_rest_is_not_read() {
        let video = open(2 * 12 + 5, SIZE, PixelFormat::Iyuv).unwrap();
        assert_eq!(video.frames(), 2);
        let mut picture = Vec::new();
        video.picture(1).read_to_end(&mut picture).unwrap();
        assert_eq!(picture, (12..24).collect::<Vec<u8>>());
    }

    #[test]
    fn pictures_of_every_format() {
        for (format, bytes) in [
            (PixelFormat::Nv12, 12),
            (PixelFormat::P010, 24),
            (PixelFormat::Yuv444, 24),
        ] {
            assert_eq!(Layout { size: SIZE, format }.bytes(), bytes);
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
