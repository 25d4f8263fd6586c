use std::fmt;
use std::io::{self, Read, Take};

/// A picture of raw video that is yet to be read: its planes, packed, one after the other.
#[non_exhaustive]
pub struct RawPicture<'a> {
    /// Its number.
    pub pts: i64,
    bytes: Take<&'a mut dyn Read>,
}

impl<'a> RawPicture<'a> {
    pub(super) fn new(pts: i64, source: &'a mut dyn Read, bytes: u64) -> Self {
        Self {
            pts,
            bytes: source.take(bytes),
        }
    }
}

impl Read for RawPicture<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.bytes.read(into)
    }
}

impl fmt::Debug for RawPicture<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawPicture({}, {} bytes)", self.pts, self.bytes.limit())
    }
}
