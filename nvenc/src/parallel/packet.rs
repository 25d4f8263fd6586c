use crate::{Packet, PictureType};
use std::{fmt, ops::Deref};

/// The packets of a segment, in host memory that is used again.
#[derive(Debug, Default)]
pub(super) struct CodedSegment {
    bytes: Vec<u8>,
    pictures: Vec<Coded>,
}

/// What a packet says, and where its bytes end.
#[derive(Clone, Copy, Debug)]
struct Coded {
    end: usize,
    timestamp: i64,
    duration: u64,
    tag: u64,
    picture_type: PictureType,
    average_qp: u32,
}

impl CodedSegment {
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
        self.pictures.clear();
    }

    pub(super) fn push(&mut self, packet: &Packet<'_>) {
        self.bytes.extend_from_slice(packet);
        self.pictures.push(Coded {
            end: self.bytes.len(),
            timestamp: packet.timestamp(),
            duration: packet.duration(),
            tag: packet.tag(),
            picture_type: packet.picture_type(),
            average_qp: packet.average_qp(),
        });
    }

    pub(super) fn len(&self) -> usize {
        self.pictures.len()
    }

    /// Length and duration of packet number `at`.
    pub(super) fn size_and_duration(&self, at: usize) -> Option<(usize, u64)> {
        let coded = self.pictures.get(at)?;
        Some((coded.end - self.start(at), coded.duration))
    }

    pub(super) fn packet(&self, at: usize, decode_timestamp: i64) -> Option<SegmentPacket<'_>> {
        let coded = self.pictures.get(at)?;
        Some(SegmentPacket {
            bytes: self.bytes.get(self.start(at)..coded.end)?,
            coded: *coded,
            decode_timestamp,
        })
    }

    fn start(&self, at: usize) -> usize {
        let before = at
            .checked_sub(1)
            .and_then(|before| self.pictures.get(before));
        before.map_or(0, |before| before.end)
    }
}

/// One coded picture: an access unit in Annex B form, lent by the encoder. It dereferences to
/// its bytes.
pub struct SegmentPacket<'e> {
    bytes: &'e [u8],
    coded: Coded,
    decode_timestamp: i64,
}

impl SegmentPacket<'_> {
    /// The timestamp that the frame was submitted with.
    pub fn timestamp(&self) -> i64 {
        self.coded.timestamp
    }

    /// When it is to be decoded, in the same unit. It grows from packet to packet, also from
    /// one segment to the next.
    #[doc(alias = "dts")]
    pub fn decode_timestamp(&self) -> i64 {
        self.decode_timestamp
    }

    /// The [duration](crate::Picture::duration) that the frame was submitted with.
    pub fn duration(&self) -> u64 {
        self.coded.duration
    }

    /// The [tag](crate::Picture::tag) that the frame was submitted with.
    pub fn tag(&self) -> u64 {
        self.coded.tag
    }

    /// How it was coded.
    pub fn picture_type(&self) -> PictureType {
        self.coded.picture_type
    }

    /// True when decoding can begin here.
    pub fn is_keyframe(&self) -> bool {
        self.coded.picture_type == PictureType::Idr
    }

    /// The average quantiser of its blocks.
    #[doc(alias = "frameAvgQP")]
    pub fn average_qp(&self) -> u32 {
        self.coded.average_qp
    }
}

impl Deref for SegmentPacket<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bytes
    }
}

impl fmt::Debug for SegmentPacket<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SegmentPacket")
            .field("timestamp", &self.timestamp())
            .field("picture_type", &self.picture_type())
            .field("bytes", &self.len())
            .finish()
    }
}
