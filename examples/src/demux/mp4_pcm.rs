//! Uncompressed sound in MP4: each of its samples is a frame of a few bytes, and there are
//! millions of them in an hour. They are not read one by one, but as the pieces of the file in
//! which they lie one after the other.

use shiguredo_mp4::Either;
use shiguredo_mp4::boxes::{StblBox, StscEntry, SttsEntry};

use super::mp4::Place;
use super::sound::SoundInfo;

/// So many packets there are of a second, unless pieces are shorter.
const IN_A_SECOND: u32 = 10;

/// A packet has no more bytes than that, but one frame.
const LARGEST: u64 = 1 << 20;

/// The frames of a track.
#[derive(Debug)]
pub(super) struct Pcm {
    /// Bytes of a frame.
    frame: u64,
    /// Frames in a packet, at most.
    most: u32,
    /// What is left of the pieces, the last one first: where each is, and its frames.
    chunks: Vec<(u64, u32)>,
    /// How long frames are: so many, each of so many units. The last ones first.
    times: Vec<(u32, u32)>,
    /// When the next one is heard.
    time: i64,
}

impl Pcm {
    /// `None` where there would be more of it than the file has.
    pub(super) fn new(table: &StblBox, info: &SoundInfo, file: u64) -> Option<Self> {
        let bits = u64::from(info.bit_depth.unwrap_or(0)) * u64::from(info.channels);
        let frame = (bits / 8).max(1);
        let most = (LARGEST / frame).min(u64::from(info.rate / IN_A_SECOND));
        let times = table.stts_box.entries.iter().rev();
        let chunks = chunks(table);
        fits(&chunks, frame, file).then(|| Self {
            frame,
            most: (most as u32).max(1),
            chunks,
            times: times.map(of_entry).collect(),
            time: 0,
        })
    }

    /// When the next packet is heard, in units of the track; `None` at its end.
    pub(super) fn time(&mut self) -> Option<i64> {
        pop_empty(&mut self.chunks, |chunk| chunk.1);
        pop_empty(&mut self.times, |times| times.0);
        self.chunks.last().and(self.times.last())?;
        Some(self.time)
    }

    /// The next packet.
    pub(super) fn next(&mut self) -> Option<Place> {
        let pts = self.time()?;
        let ((offset, left), (alike, each)) = (self.chunks.last_mut()?, self.times.last_mut()?);
        let frames = self.most.min(*left).min(*alike);
        let size = u64::from(frames) * self.frame;
        let place = Place::of_sound(*offset, size, pts);
        *offset = offset.saturating_add(size);
        *left -= frames;
        *alike -= frames;
        let length = i64::from(frames) * i64::from(*each);
        self.time = pts.saturating_add(length);
        Some(place)
    }
}

fn fits(chunks: &[(u64, u32)], frame: u64, file: u64) -> bool {
    let frames = chunks.iter().map(|chunk| u64::from(chunk.1)).sum::<u64>();
    frames.checked_mul(frame).is_some_and(|size| size <= file)
}

fn pop_empty<T>(rest: &mut Vec<T>, count: impl Fn(&T) -> u32) {
    while rest.pop_if(|last| count(last) == 0).is_some() {}
}

fn of_entry(entry: &SttsEntry) -> (u32, u32) {
    (entry.sample_count, entry.sample_delta)
}

/// Where each piece is, and its frames; the last one first.
fn chunks(table: &StblBox) -> Vec<(u64, u32)> {
    let offsets: Vec<u64> = match &table.stco_or_co64_box {
        Either::A(table) => table.chunk_offsets.iter().copied().map(u64::from).collect(),
        Either::B(table) => table.chunk_offsets.clone(),
    };
    let mut entries: &[StscEntry] = &table.stsc_box.entries;
    let mut frames = 0;
    let chunks = (1..).zip(offsets).map(|(number, offset)| {
        while let [first, rest @ ..] = entries
            && first.first_chunk.get() <= number
        {
            (frames, entries) = (first.sample_per_chunk, rest);
        }
        (offset, frames)
    });
    let mut chunks: Vec<_> = chunks.collect();
    chunks.reverse();
    chunks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pcm(chunks: &[(u64, u32)], times: &[(u32, u32)]) -> Pcm {
        Pcm {
            frame: 4,
            most: 4800,
            chunks: chunks.iter().rev().copied().collect(),
            times: times.iter().rev().copied().collect(),
            time: 0,
        }
    }

    fn packets(mut pcm: Pcm) -> Vec<(u64, u64, i64)> {
        std::iter::from_fn(|| pcm.next())
            .map(|it| (it.offset, it.size, it.pts))
            .collect()
    }

    #[test]
    fn a_packet_is_a_tenth_of_a_second_at_most() {
        let pcm = pcm(
            &[(100, 10_000), (50_000, 0), (90_000, 1000)],
            &[(11_000, 1)],
        );
        let expected = [
            (100, 19_200, 0),
            (19_300, 19_200, 4800),
            (38_500, 1600, 9600),
            (90_000, 4000, 10_000),
        ];
        assert_eq!(packets(pcm), expected);
    }

    #[test]
    fn packets_end_where_times_change_and_where_no_more_are_told() {
        let pcm = pcm(&[(0, 3000)], &[(1000, 1), (0, 7), (1, 500), (100, 1)]);
        let expected = [(0, 4000, 0), (4000, 4, 1000), (4004, 400, 1500)];
        assert_eq!(packets(pcm), expected);
    }

    #[test]
    fn more_than_the_file_has_is_refused() {
        let chunks = [(100, 100), (100, 200)];
        assert!(fits(&chunks, 4, 1200));
        assert!(!fits(&chunks, 4, 1199));
        assert!(!fits(&[(0, u32::MAX); 2], u64::MAX / 4, u64::MAX));
    }

    #[test]
    fn the_largest_numbers_do_not_overflow() {
        let pcm = pcm(&[(u64::MAX - 8, u32::MAX)], &[(9000, u32::MAX)]);
        assert_eq!(packets(pcm).len(), 2);
    }
}
