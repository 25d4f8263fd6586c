//! A reader that knows its size, so that a truncated file is told from a failed read.

use std::io::{self, Read, Seek, SeekFrom};

use super::Fault;

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
        self.need(count, what)?;
        into.resize(count as usize, 0); // no more than the file has
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
