//! Raw planar I420, of a size that only the user knows.

use std::io::{Read, Seek};

use super::source::Source;
use nvdec::{Rational, Size};

use super::{
    Appearance, Codec, Fault, Faulty, Index, KeyPicture, MOST_PICTURES, Packet, RawPicture,
    VideoInfo,
};

#[derive(Debug)]
pub(super) struct Raw<R> {
    source: Source<R>,
    info: VideoInfo,
    picture: Vec<u8>,
    picture_bytes: u64,
    next: i64,
}

impl<R: Read + Seek> Raw<R> {
    pub(super) fn open(source: Source<R>, size: Option<Size>) -> Result<Self, Fault> {
        let Some(size) = size else {
            return Err(Fault::RawSize(
                "raw video does not tell its size: give it with -s WIDTHxHEIGHT".to_owned(),
            ));
        };
        let picture_bytes = picture_bytes(size);
        check_size(source.size(), size, picture_bytes)?;
        Ok(Self {
            info: VideoInfo {
                codec: Codec::I420,
                size,
                frame_rate: None,
                time_base: Rational::new(1, 1),
                timed: false,
                bit_depth: Some(8),
                frames: Some(source.size() / picture_bytes),
                appearance: Appearance::default(),
            },
            source,
            picture: Vec::new(),
            picture_bytes,
            next: 0,
        })
    }

    /// The number of the picture that is to be read now, which is all there.
    fn begin(&mut self) -> Result<Option<i64>, Fault> {
        if self.source.rest() == 0 {
            return Ok(None);
        }
        self.source.need(self.picture_bytes, "a picture")?;
        self.next += 1;
        Ok(Some(self.next - 1))
    }
}

impl<R: Read + Seek + Send> Faulty for Raw<R> {
    fn info(&self) -> &VideoInfo {
        &self.info
    }

    /// The timestamp is the picture's number.
    fn next(&mut self) -> Result<Option<Packet<'_>>, Fault> {
        let Some(pts) = self.begin()? else {
            return Ok(None);
        };
        self.source
            .read(self.picture_bytes, &mut self.picture, "a picture")?;
        Ok(Some(Packet::new(&self.picture, pts, true)))
    }

    fn raw_picture(&mut self) -> Result<Option<RawPicture<'_>>, Fault> {
        let bytes = self.picture_bytes;
        let pts = self.begin()?;
        Ok(pts.map(|pts| RawPicture::new(pts, &mut self.source, bytes)))
    }

    fn index(&mut self) -> Result<Option<Index>, Fault> {
        evenly(0, self.source.size(), self.picture_bytes).map(Some)
    }

    fn start_at(&mut self, key: KeyPicture) -> Result<(), Fault> {
        self.next = key.pts;
        self.source.seek(key.offset)
    }
}

/// The index of pictures that take `distance` bytes each, from `first` to `end`.
pub(super) fn evenly(first: u64, end: u64, distance: u64) -> Result<Index, Fault> {
    let count = (end - first) / distance;
    if count > MOST_PICTURES {
        return Err(Fault::TooMany(MOST_PICTURES));
    }
    let key = |number| KeyPicture {
        pts: number as i64,
        offset: first + number * distance,
    };
    Ok(Index {
        keys: (0..count).map(key).collect(),
        times: (0..count as i64).collect(),
    })
}

pub(super) fn picture_bytes(size: Size) -> u64 {
    let (width, height) = (u64::from(size.width), u64::from(size.height));
    let chroma = width.div_ceil(2) * height.div_ceil(2);
    (width * height).saturating_add(chroma.saturating_mul(2))
}

fn check_size(bytes: u64, size: Size, picture: u64) -> Result<(), Fault> {
    if picture == 0 {
        return Err(Fault::RawSize(format!("{size} is no size")));
    }
    match bytes % picture {
        0 => Ok(()),
        rest => Err(Fault::RawSize(format!(
            "{bytes} bytes are {} pictures of {size} ({picture} bytes each) and {rest} \
             bytes more: the size given with -s is wrong, or the file is truncated",
            bytes / picture
        ))),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn open(bytes: u64, size: Option<Size>) -> Result<Raw<Cursor<Vec<u8>>>, String> {
        let file = (0..bytes).map(|at| at as u8).collect();
        Raw::open(Source::new(Cursor::new(file), bytes), size).map_err(|fault| fault.to_string())
    }

    #[test]
    fn pictures_follow_each_other() {
        let mut raw = open(3 * 24, Some(Size::new(4, 4))).unwrap();
        assert_eq!(raw.info().frames, Some(3));
        for number in 0..3 {
            let picture = raw.next().unwrap().unwrap();
            assert_eq!((picture.pts, picture.data.len()), (number, 24));
            assert_eq!(i64::from(picture.data[0]), number * 24);
        }
        assert!(raw.next().unwrap().is_none());
    }

    #[test]
    fn odd_sizes_round_chroma_up() {
        assert_eq!(picture_bytes(Size::new(5, 3)), 15 + 2 * 3 * 2);
    }

    #[test]
    fn a_size_is_needed_and_must_fit() {
        assert!(open(24, None).unwrap_err().contains("-s WIDTHxHEIGHT"));
        assert!(
            open(24, Some(Size::new(0, 4)))
                .unwrap_err()
                .contains("0x4 is no size")
        );
        let refused = open(50, Some(Size::new(4, 4))).unwrap_err();
        assert!(refused.contains("2 pictures of 4x4 (24 bytes each) and 2 bytes more"));
    }
}
