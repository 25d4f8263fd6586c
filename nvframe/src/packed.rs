//! Pictures whose rows follow each other without a gap, as files hold them.

use crate::{Plane, Planes};
use std::io::{self, Read};

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
