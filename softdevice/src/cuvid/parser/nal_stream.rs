//! What H.264 and HEVC share: NAL units, the times of packets, and when a picture ends.

use std::collections::VecDeque;

use super::{
    Stream,
    annexb::{Nal, Splitter},
    delivery::Delivery,
};

/// A client that gives single bytes a time each has the oldest forgotten.
const MAX_MARKS: usize = 4096;

/// A codec whose stream is NAL units.
pub(super) trait NalCodec: Send {
    /// Whether a NAL unit, of which this is the beginning, ends the picture before it.
    fn ends_picture(&self, begun: &[u8]) -> bool;

    /// Takes a whole NAL unit; it does not end the picture before it.
    fn add(&mut self, nal: &Nal, marks: &mut Marks);

    /// The picture is complete.
    fn end_picture(&mut self, out: &mut Delivery);

    /// Shows all that waits. The next picture must be one to begin with.
    fn end_stream(&mut self, out: &mut Delivery);

    /// Shows the next picture in display order; false if none waits.
    fn show_one(&mut self, out: &mut Delivery) -> bool;
}

/// The byte stream of a codec.
#[derive(Debug, Default)]
pub(super) struct NalStream<C> {
    splitter: Splitter,
    marks: Marks,
    codec: C,
}

impl<C: NalCodec> Stream for NalStream<C> {
    fn push(&mut self, data: &[u8], timestamp: Option<i64>, out: &mut Delivery) {
        self.marks.add(self.splitter.length(), timestamp);
        self.splitter.push(data);
        while let Some(nal) = self.splitter.next() {
            self.take(&nal, out);
        }
        if self
            .splitter
            .begun()
            .is_some_and(|begun| self.codec.ends_picture(begun))
        {
            self.codec.end_picture(out);
        }
    }

    fn end_picture(&mut self, out: &mut Delivery) {
        if let Some(nal) = self.splitter.finish() {
            self.take(&nal, out);
        }
        self.codec.end_picture(out);
    }

    fn end_stream(&mut self, out: &mut Delivery) {
        self.end_picture(out);
        self.codec.end_stream(out);
        self.marks = Marks::default();
    }

    fn show_one(&mut self, out: &mut Delivery) -> bool {
        self.codec.show_one(out)
    }
}

impl<C: NalCodec> NalStream<C> {
    fn take(&mut self, nal: &Nal, out: &mut Delivery) {
        if self.codec.ends_picture(&nal.bytes) {
            self.codec.end_picture(out);
        }
        self.codec.add(nal, &mut self.marks);
    }
}

/// The times of packets, by where in the stream these begin.
#[derive(Debug, Default)]
pub(super) struct Marks(VecDeque<(u64, i64)>);

impl Marks {
    fn add(&mut self, offset: u64, timestamp: Option<i64>) {
        if let Some(timestamp) = timestamp {
            if self.0.len() == MAX_MARKS {
                self.0.pop_front();
            }
            self.0.push_back((offset, timestamp));
        }
    }

    /// The time of a picture that begins at `offset`: that of the packet it begins in, which
    /// is no other picture's then.
    pub(super) fn take(&mut self, offset: u64) -> Option<i64> {
        let count = self.0.partition_point(|(begins, _)| *begins <= offset);
        self.0
            .drain(..count)
            .next_back()
            .map(|(_, timestamp)| timestamp)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_has_the_time_of_its_packet() {
        let mut marks = Marks::default();
        for (offset, timestamp) in [(0, Some(10)), (50, None), (100, Some(30)), (200, Some(20))] {
            marks.add(offset, timestamp);
        }
        assert_eq!(marks.take(60), Some(10));
        assert_eq!(marks.take(70), None);
        assert_eq!(marks.take(200), Some(20));
        assert_eq!(marks.take(300), None);
    }
}
