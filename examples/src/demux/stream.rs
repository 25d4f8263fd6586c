//! A bare H.264 or HEVC stream, in pieces that end where NAL units do.

use std::io::{Read, Seek};

use nvdec::{Rational, Size};

use super::source::{LARGEST, Source, too_long};
use super::{Appearance, Codec, Fault, Faulty, Packet, VideoInfo};

const PIECE: u64 = 1 << 20;

pub(super) struct BareStream<R> {
    source: Source<R>,
    info: VideoInfo,
    buffer: Vec<u8>,
    /// How much of the buffer was given out.
    given: usize,
    piece: Vec<u8>,
}

impl<R: Read + Seek> BareStream<R> {
    pub(super) fn open(source: Source<R>, codec: Codec) -> Self {
        let info = VideoInfo {
            codec,
            size: Size::new(0, 0),
            frame_rate: None,
            time_base: Rational::new(1, 1),
            timed: false,
            bit_depth: None,
            frames: None,
            appearance: Appearance::default(),
        };
        Self {
            source,
            info,
            buffer: Vec::new(),
            given: 0,
            piece: Vec::new(),
        }
    }

    /// Where the buffer's last NAL unit begins, or its end when no more follows.
    fn fill(&mut self) -> Result<usize, Fault> {
        self.buffer.drain(..self.given);
        loop {
            let count = PIECE.min(self.source.rest());
            if count == 0 {
                return Ok(self.buffer.len());
            }
            self.source.read(count, &mut self.piece, "the stream")?;
            let old = self.buffer.len();
            self.buffer.extend_from_slice(&self.piece);
            // What was there before has no start code but in its last bytes, or its first.
            if let Some(start) = last_unit(&self.buffer, old.saturating_sub(3)) {
                return Ok(start);
            }
            if self.buffer.len() as u64 > LARGEST {
                let size = self.buffer.len() as u64 + self.source.rest();
                return Err(too_long(
                    "a NAL unit, or what is left of the file,",
                    size,
                    LARGEST,
                ));
            }
        }
    }
}

impl<R: Read + Seek + Send> Faulty for BareStream<R> {
    /// The size is in the stream, and not known here.
    fn info(&self) -> &VideoInfo {
        &self.info
    }

    /// Not a picture but any number of NAL units.
    fn next(&mut self) -> Result<Option<Packet<'_>>, Fault> {
        self.given = self.fill()?;
        let data = &self.buffer[..self.given];
        Ok((!data.is_empty()).then_some(Packet::new(data, 0, false)))
    }
}

/// The last that begins behind `from`; `None` if there is but the first, which may go on.
fn last_unit(bytes: &[u8], from: usize) -> Option<usize> {
    let found = bytes[from..]
        .windows(3)
        .rposition(|three| three == [0, 0, 1]);
    let code = from + found?;
    let zero_before = code > 0 && bytes[code - 1] == 0;
    Some(code - usize::from(zero_before)).filter(|start| *start > 0)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn units_stay_whole() {
        let unit = |size| [vec![0, 0, 0, 1], vec![0x42; size]].concat();
        let stream = [unit(700_000), unit(900_000), unit(3_000_000), unit(5)].concat();
        let source = Source::new(Cursor::new(stream.clone()), stream.len() as u64);
        let mut pieces = BareStream::open(source, Codec::Hevc);
        let mut sizes = Vec::new();
        while let Some(piece) = pieces.next().unwrap() {
            assert!(piece.data.starts_with(&[0, 0, 0, 1]));
            sizes.push(piece.data.len());
        }
        assert_eq!(sizes, [700_004, 900_004, 3_000_004, 9]);
    }

    #[test]
    fn start_codes() {
        assert_eq!(last_unit(&[0, 0, 1, 5], 0), None);
        assert_eq!(last_unit(&[0, 0, 0, 1, 5], 0), None);
        assert_eq!(last_unit(&[0, 0, 1, 5, 0, 0, 1], 4), Some(4));
        assert_eq!(last_unit(&[0, 0, 1, 5, 0, 0, 0, 1, 7], 3), Some(4));
    }
}
