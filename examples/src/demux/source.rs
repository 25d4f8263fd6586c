//! A reader that knows its size, so that a truncated file is told from a failed read.

use std::io::{self, Read, Seek, SeekFrom};

use super::Fault;

/// So many bytes are read into memory at once, at most: a picture, a packet, or a table of an index.
/// An uncompressed picture of 8192x8192 in 16 bits has 192 MiB.
pub(super) const LARGEST: u64 = 256 << 20;

#[derive(Debug)]
pub(super) struct Source<R> {
    reader: R,
    size: u64,
    position: u64,
}

impl<R: Read + Seek> Source<R> {
    pub(super) fn new(reader: R, size: u64) -> Self {
        Self {
            reader,
            size,
            position: 0,
        }
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }

    pub(super) fn position(&self) -> u64 {
        self.position
    }

    pub(super) fn rest(&self) -> u64 {
        self.size - self.position
    }

    /// Fails if fewer than `count` bytes are left for `what`.
    pub(super) fn need(&self, count: u64, what: &str) -> Result<(), Fault> {
        match count.checked_sub(self.rest()) {
            None | Some(0) => Ok(()),
            Some(missing) => Err(Fault::Truncated(format!(
                "{what} at byte {} lacks {missing} of its {count} bytes",
                self.position
            ))),
        }
    }

    pub(super) fn array<const N: usize>(&mut self, what: &str) -> Result<[u8; N], Fault> {
        let mut bytes = [0; N];
        self.need(N as u64, what)?;
        self.reader.read_exact(&mut bytes)?;
        self.position += N as u64;
        Ok(bytes)
    }

    /// Replaces what is in `into`, whose memory is used again.
    pub(super) fn read(&mut self, count: u64, into: &mut Vec<u8>, what: &str) -> Result<(), Fault> {
        self.read_at_most(LARGEST, count, into, what)
    }

    /// The same with another limit.
    pub(super) fn read_at_most(
        &mut self,
        limit: u64,
        count: u64,
        into: &mut Vec<u8>,
        what: &str,
    ) -> Result<(), Fault> {
        self.need(count, what)?;
        if count > limit {
            return Err(too_long(
                &format!("{what} at byte {}", self.position),
                count,
                limit,
            ));
        }
        into.resize(count as usize, 0);
        self.reader.read_exact(into)?;
        self.position += count;
        Ok(())
    }

    pub(super) fn fill(&mut self, into: &mut [u8], what: &str) -> Result<(), Fault> {
        self.need(into.len() as u64, what)?;
        self.reader.read_exact(into)?;
        self.position += into.len() as u64;
        Ok(())
    }

    pub(super) fn skip(&mut self, count: u64, what: &str) -> Result<(), Fault> {
        self.need(count, what)?;
        self.reader.seek_relative(count as i64)?;
        self.position += count;
        Ok(())
    }

    pub(super) fn seek(&mut self, position: u64) -> Result<(), Fault> {
        let position = position.min(self.size);
        if position != self.position {
            self.reader.seek(SeekFrom::Start(position))?;
            self.position = position;
        }
        Ok(())
    }
}

/// Straight from the reader, for whoever has made sure that it is there.
impl<R: Read> Read for Source<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.reader.read(into)?;
        self.position += read as u64;
        Ok(read)
    }
}

pub(super) fn too_long(what: &str, size: u64, limit: u64) -> Fault {
    Fault::TooLong {
        what: what.to_owned(),
        size,
        limit,
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    /// As long as it is said to be, and never read.
    struct Endless;

    impl Read for Endless {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            panic!("not a byte of it is needed");
        }
    }

    impl Seek for Endless {
        fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
            Ok(0)
        }
    }

    #[test]
    fn what_is_too_long_is_named_before_it_is_read() {
        let mut source = Source::new(Endless, 1 << 40);
        let mut into = Vec::new();
        let refused = source
            .read(LARGEST + 1, &mut into, "a picture")
            .unwrap_err();
        let said = refused.to_string();
        assert!(
            said.starts_with("a picture at byte 0 has 268435457 bytes"),
            "{said}"
        );
        assert_eq!(into.capacity(), 0);
    }
}
