//! Where the planes of a picture lie, and pictures whose rows follow each other without a gap, as
//! files hold them.

use std::{
    io::{self, Read},
    ops::Deref,
};

/// One plane of a picture in linear memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plane {
    /// Bytes from the picture's address to the plane's first sample.
    pub offset: usize,
    /// Bytes from one row to the next.
    pub pitch: usize,
    /// Bytes of a row that hold samples.
    pub row_bytes: usize,
    /// Rows.
    pub rows: usize,
}

impl Plane {
    /// Bytes of its samples, without gaps between the rows.
    pub const fn packed_len(&self) -> usize {
        self.row_bytes * self.rows
    }

    /// The same plane elsewhere.
    pub(crate) fn at(self, offset: usize) -> Self {
        Self { offset, ..self }
    }

    /// With one chroma sample where there were two.
    pub(crate) fn half_as_wide(self) -> Self {
        Self {
            pitch: self.pitch / 2,
            row_bytes: self.row_bytes / 2,
            ..self
        }
    }
}

/// The one to three planes of a picture; a slice of them, without a heap behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planes {
    planes: [Plane; 3],
    count: usize,
}

impl Planes {
    pub(crate) fn one(only: Plane) -> Self {
        Self {
            planes: [only; 3],
            count: 1,
        }
    }

    pub(crate) fn two(luma: Plane, chroma: Plane) -> Self {
        Self {
            planes: [luma, chroma, chroma],
            count: 2,
        }
    }

    pub(crate) fn three(first: Plane, second: Plane, third: Plane) -> Self {
        Self {
            planes: [first, second, third],
            count: 3,
        }
    }
}

impl Deref for Planes {
    type Target = [Plane];

    fn deref(&self) -> &[Plane] {
        &self.planes[..self.count]
    }
}

impl Planes {
    /// Bytes of a picture without gaps between its rows and planes.
    pub fn packed_len(&self) -> usize {
        self.iter().map(Plane::packed_len).sum()
    }

    /// Reads a packed picture, plane by plane, straight to where the planes lie in `target`,
    /// without memory in between. What is between the rows afterwards is undefined.
    ///
    /// # Errors
    /// * `InvalidInput` when `target` is too short for the planes.
    /// * The reader's, `UnexpectedEof` when it ends before the picture does.
    pub fn read_packed(&self, target: &mut [u8], source: &mut impl Read) -> io::Result<()> {
        for plane in self.iter() {
            let end = plane.offset + plane.pitch * plane.rows;
            let room = target.get_mut(plane.offset..end);
            let room = room.ok_or(io::ErrorKind::InvalidInput)?;
            source.read_exact(&mut room[..plane.packed_len()])?;
            if plane.pitch > plane.row_bytes {
                spread(room, plane.pitch, plane.row_bytes);
            }
        }
        Ok(())
    }
}

/// Moves packed rows apart. The last goes first: none then lands on one that is yet to go.
fn spread(rows: &mut [u8], pitch: usize, row_bytes: usize) {
    for row in (1..rows.len() / pitch).rev() {
        rows.copy_within(row * row_bytes..(row + 1) * row_bytes, row * pitch);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PixelFormat, Size};

    /// A picture of 6x4 with the bytes 1, 2, 3, .. in rows of `pitch` bytes.
    fn read(format: PixelFormat, pitch: usize) -> (Planes, Vec<u8>) {
        let planes = format.planes(Size::new(6, 4), pitch, 4);
        let packed: Vec<u8> = (1..=planes.packed_len() as u8).collect();
        let mut target = vec![0; format.byte_len(pitch, 4)];
        planes.read_packed(&mut target, &mut &packed[..]).unwrap();
        (planes, target)
    }

    #[test]
    fn every_row_gets_where_it_lies() {
        let formats = [
            PixelFormat::Nv12,
            PixelFormat::Iyuv,
            PixelFormat::P010,
            PixelFormat::Nv16,
            PixelFormat::Yuv444,
            PixelFormat::Argb,
        ];
        for format in formats {
            let least = format.min_pitch(Size::new(6, 4));
            for pitch in [least, least + 2, 3 * least] {
                let (planes, target) = read(format, pitch);
                let rows = planes.iter().flat_map(|plane| {
                    let row = |row| &target[plane.offset + row * plane.pitch..][..plane.row_bytes];
                    (0..plane.rows).flat_map(row)
                });
                let expected = 1..=planes.packed_len() as u8;
                assert!(rows.copied().eq(expected), "{format}, pitch {pitch}");
            }
        }
    }

    #[test]
    fn what_is_too_short_is_told() {
        let planes = PixelFormat::Nv12.planes(Size::new(6, 4), 8, 4);
        let mut target = [0; 48];
        let ended = planes.read_packed(&mut target, &mut &[0; 35][..]);
        assert_eq!(ended.unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
        let short = planes.read_packed(&mut target[..47], &mut &[0; 36][..]);
        assert_eq!(short.unwrap_err().kind(), io::ErrorKind::InvalidInput);
    }
}
