//! The pictures that a decoder owes: those of the packets that it was given.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::demux::{Codec, Packet};

/// The times of pictures that have not come yet.
#[derive(Debug, Default)]
pub(super) struct Owed {
    times: BTreeSet<i64>,
    /// The first picture that was pushed. What comes later and is shown before may refer to what
    /// is not there.
    first: Option<i64>,
    missing: Missing,
}

/// Pictures that did not come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Missing {
    pub(super) pictures: u64,
    /// When the first of them is shown.
    pub(super) first: Option<i64>,
}

impl Owed {
    /// The decoder was given a packet; `window` are the times that are wanted.
    pub(super) fn push(&mut self, codec: Codec, packet: &Packet<'_>, window: &Range<i64>) {
        if !is_shown(codec, packet.data) {
            return;
        }
        let first = *self.first.get_or_insert(packet.pts);
        if packet.pts >= first && window.contains(&packet.pts) {
            self.times.insert(packet.pts);
        }
    }

    /// A picture has come. They come in the order of their times, so those before will not.
    pub(super) fn came(&mut self, time: i64) {
        while let Some(earlier) = self.times.pop_first() {
            if earlier >= time {
                self.times.extend((earlier > time).then_some(earlier));
                return;
            }
            self.missing.add(earlier);
        }
    }

    /// What is missing of those before the last that came.
    pub(super) fn missing(&self) -> Missing {
        self.missing
    }

    /// No more will come.
    pub(super) fn end(&mut self) {
        while let Some(time) = self.times.pop_first() {
            self.missing.add(time);
        }
    }
}

impl Missing {
    fn add(&mut self, time: i64) {
        self.pictures += 1;
        self.first.get_or_insert(time);
    }
}

/// False for a packet of which nothing is shown: an alternate reference of VP8 or VP9 that has
/// one of its own.
fn is_shown(codec: Codec, data: &[u8]) -> bool {
    match (codec, data) {
        (_, []) => false,
        (Codec::Vp8, [tag, ..]) => tag & 0x10 != 0,
        (Codec::Vp9, [.., marker]) if marker & 0xe0 == 0xc0 => true, // a superframe
        // The marker of a frame, a profile under 3, nothing shown again, and not shown itself.
        (Codec::Vp9, [header, ..]) => header & 0xca != 0x80 || header & 0x30 == 0x30,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Range<i64> = i64::MIN..i64::MAX;

    fn owed(times: &[i64], window: &Range<i64>) -> Owed {
        let mut owed = Owed::default();
        for time in times {
            owed.push(Codec::Hevc, &Packet::new(&[1], *time, false), window);
        }
        owed
    }

    #[test]
    fn pictures_that_come_are_owed_no_more() {
        let mut owed = owed(&[0, 4, 2, 1, 3], &ALL);
        (0..5).for_each(|time| owed.came(time));
        owed.end();
        assert_eq!(owed.missing(), Missing::default());
    }

    #[test]
    fn those_in_the_middle_and_at_the_end_are_missed() {
        let mut owed = owed(&[0, 4, 2, 1, 3, 5], &ALL);
        [0, 1, 4].into_iter().for_each(|time| owed.came(time));
        let mut missing = Missing {
            pictures: 2,
            first: Some(2),
        };
        assert_eq!(owed.missing(), missing);
        owed.end();
        missing.pictures = 3;
        assert_eq!(owed.missing(), missing);
    }

    #[test]
    fn what_leads_the_first_picture_or_is_not_wanted_is_not_owed() {
        let mut owed = owed(&[8, 4, 6, 10, 12], &(0..12));
        [8, 10].into_iter().for_each(|time| owed.came(time));
        owed.end();
        assert_eq!(owed.missing(), Missing::default());
    }

    #[test]
    fn hidden_frames_are_not_owed() {
        let shown = |codec, data: &[u8]| is_shown(codec, data);
        assert!(!shown(Codec::Vp8, &[0x00, 0]) && shown(Codec::Vp8, &[0x10, 0]));
        // Marker 2, profile 0; show existing, type, show frame, resilience.
        assert!(shown(Codec::Vp9, &[0b1000_0010, 0]) && !shown(Codec::Vp9, &[0b1000_0100, 0]));
        assert!(shown(Codec::Vp9, &[0, 0]), "one that is damaged");
        assert!(shown(Codec::Vp9, &[0b1000_1000]) && shown(Codec::Vp9, &[0b1000_0000, 0xc1]));
        assert!(!shown(Codec::H264, &[]));
    }
}
