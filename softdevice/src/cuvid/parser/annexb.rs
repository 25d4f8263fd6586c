//! Cuts a byte stream, given in pieces of any size, into NAL units.

/// No NAL unit is larger than a raw picture: 8192x8192 of 12-bit 4:2:0.
const MAX_NAL: usize = 8192 * 8192 * 3;

/// A NAL unit without its start code. Zeros before the next start code belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Nal {
    pub(super) bytes: Vec<u8>,
    /// Where its start code stands in the stream.
    pub(super) offset: u64,
}

/// Holds what of the stream is not a whole NAL unit yet.
#[derive(Debug, Default)]
pub(super) struct Splitter {
    buffer: Vec<u8>,
    /// First byte of the unit that has begun; `None` before the first start code.
    begun: Option<usize>,
    /// Where in the buffer to look for the next start code.
    scanned: usize,
    /// Offset of the buffer in the stream.
    base: u64,
}

impl Splitter {
    /// Bytes of the stream so far.
    pub(super) fn length(&self) -> u64 {
        self.base + self.buffer.len() as u64
    }

    pub(super) fn push(&mut self, bytes: &[u8]) {
        self.compact();
        self.buffer.extend_from_slice(bytes);
    }

    /// The next NAL unit that is known to be whole.
    pub(super) fn next(&mut self) -> Option<Nal> {
        loop {
            let code = self.find_start_code()?;
            let nal = self.cut(code);
            self.begun = Some(code + 3);
            self.scanned = code + 3;
            if nal.is_some() {
                return nal;
            }
        }
    }

    /// What there is of the last unit, which is not known to be whole.
    pub(super) fn begun(&self) -> Option<&[u8]> {
        self.buffer.get(self.begun?..)
    }

    /// The last unit, which the caller says is whole.
    pub(super) fn finish(&mut self) -> Option<Nal> {
        let end = self.buffer.len();
        let nal = self.cut(end);
        self.begun = None;
        self.scanned = end;
        nal
    }

    fn cut(&self, end: usize) -> Option<Nal> {
        let start = self.begun?;
        let bytes = self.buffer.get(start..end)?.to_vec();
        let offset = self.base + start as u64 - 3;
        (!bytes.is_empty()).then_some(Nal { bytes, offset })
    }

    fn find_start_code(&mut self) -> Option<usize> {
        let tail = self.buffer.get(self.scanned..)?;
        let found = tail.windows(3).position(|window| window == [0, 0, 1]);
        let skipped = found.unwrap_or(tail.len().saturating_sub(2));
        self.scanned += skipped;
        found.map(|_| self.scanned)
    }

    /// Forgets what is behind, and a unit that cannot be one.
    fn compact(&mut self) {
        let mut keep = self.begun.map_or(self.scanned, |begun| begun - 3);
        if self.buffer.len() - keep > MAX_NAL {
            self.begun = None;
            keep = self.scanned;
        }
        self.buffer.drain(..keep);
        self.base += keep as u64;
        self.scanned -= keep;
        self.begun = self.begun.map(|begun| begun - keep);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STREAM: [u8; 18] = [
        9, 9, 0, 0, 0, 1, 0x65, 1, 2, 0, 0, 0, 1, 0x41, 0, 0, 1, 0x42,
    ];

    fn all(chunk: usize) -> Vec<(Vec<u8>, u64)> {
        let mut splitter = Splitter::default();
        let mut nals = Vec::new();
        for chunk in STREAM.chunks(chunk) {
            splitter.push(chunk);
            nals.extend(std::iter::from_fn(|| splitter.next()));
        }
        nals.extend(splitter.finish());
        nals.into_iter()
            .map(|nal| (nal.bytes, nal.offset))
            .collect()
    }

    #[test]
    fn units_are_the_same_however_the_stream_is_cut() {
        let expected = [(vec![0x65, 1, 2, 0], 3), (vec![0x41], 10), (vec![0x42], 14)];
        for chunk in 1..=STREAM.len() {
            assert_eq!(all(chunk), expected, "chunks of {chunk}");
        }
    }

    #[test]
    fn the_last_unit_can_be_looked_at_before_it_is_whole() {
        let mut splitter = Splitter::default();
        assert_eq!(splitter.begun(), None);
        splitter.push(&[0, 0, 1, 5, 6]);
        assert_eq!(splitter.next(), None);
        assert_eq!(splitter.begun(), Some(&[5, 6][..]));
    }

    #[test]
    fn what_has_no_start_code_does_not_pile_up() {
        let mut splitter = Splitter::default();
        for _ in 0..100 {
            splitter.push(&[0x55; 1000]);
            assert_eq!(splitter.next(), None);
        }
        assert!(splitter.buffer.len() <= 1002);
        assert_eq!(splitter.length(), 100_000);
    }
}
