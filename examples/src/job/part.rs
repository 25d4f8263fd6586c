//! A part of a video, from one key picture to another: which packets it takes to decode it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::demux::{Codec, KeyPicture, Packet};
use crate::nal;

/// The pictures that are shown from one time on and before another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to, and read from, the plan of a job
pub struct Part {
    /// Where it begins; the beginning of the video if there is none.
    pub start: Option<KeyPicture>,
    /// Where the next part begins; the end of the video if there is none.
    pub end: Option<KeyPicture>,
    /// How many pictures there are in it, if the index told.
    pub frames: Option<u64>,
}

impl Part {
    /// Where reading ends, but for the picture that begins the next part.
    pub(super) fn last_byte(&self) -> u64 {
        self.end.map_or(u64::MAX, |end| end.offset)
    }
}

/// Which packets of a video that is read from the part's beginning are needed for the part.
#[derive(Debug)]
pub(super) struct Window {
    pub(super) range: Range<i64>,
    pub(super) frames: Option<u64>,
    /// The next part's key picture was needed, for pictures that refer to it.
    ending: bool,
}

impl Window {
    pub(super) fn new(part: &Part) -> Self {
        let start = part.start.map_or(i64::MIN, |key| key.pts);
        let end = part.end.map_or(i64::MAX, |key| key.pts);
        Self {
            range: start..end,
            frames: part.frames,
            ending: false,
        }
    }

    /// False at the part's end. The next part's key picture may come after pictures that are
    /// shown before it and refer to it, as in an open GOP; then it is needed, too.
    pub(super) fn needs(&mut self, codec: Codec, packet: &Packet<'_>) -> bool {
        if packet.pts < self.range.end {
            return true;
        }
        let first_of_next = packet.keyframe && packet.pts == self.range.end && !self.ending;
        self.ending |= first_of_next;
        first_of_next && is_referred_back_to(codec, packet.data)
    }
}

/// Whether pictures that are decoded after this key picture may be shown before it.
fn is_referred_back_to(codec: Codec, picture: &[u8]) -> bool {
    match codec {
        Codec::Vp8 | Codec::Vp9 | Codec::Av1 | Codec::I420 => false,
        Codec::H264 => !nal::units(picture).any(|unit| nal::h264_kind(unit) == 5),
        Codec::Hevc => !nal::units(picture).any(|unit| matches!(nal::hevc_kind(unit), 19 | 20)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const IDR: &[u8] = &[0, 0, 0, 1, 0x28, 1, 0xaf];
    const CRA: &[u8] = &[0, 0, 0, 1, 0x2a, 1, 0xaf];
    const OTHER: &[u8] = &[0, 0, 0, 1, 0x02, 1, 0xaf];

    /// Which of the packets `(data, pts, keyframe)` are needed for the times from 10 to 20.
    fn needed(codec: Codec, packets: &[(&'static [u8], i64)]) -> Vec<i64> {
        let key = |pts| Some(KeyPicture { pts, offset: 0 });
        let (start, end) = (key(10), key(20));
        let mut window = Window::new(&Part {
            start,
            end,
            frames: None,
        });
        let needed = packets.iter().take_while(|(data, pts)| {
            let keyframe = *data != OTHER;
            let pts = *pts;
            window.needs(codec, &Packet::new(data, pts, keyframe))
        });
        needed.map(|(_, pts)| *pts).collect()
    }

    #[test]
    fn a_closed_gop_ends_before_the_next() {
        let packets = [(IDR, 10), (OTHER, 14), (OTHER, 12), (IDR, 20), (OTHER, 24)];
        assert_eq!(needed(Codec::Hevc, &packets), [10, 14, 12]);
        assert_eq!(needed(Codec::Vp9, &packets), [10, 14, 12]);
    }

    #[test]
    fn an_open_gop_needs_the_next_key_picture() {
        let packets = [(CRA, 10), (OTHER, 14), (CRA, 20), (OTHER, 18), (OTHER, 24)];
        assert_eq!(needed(Codec::Hevc, &packets), [10, 14, 20, 18]);
    }
}
