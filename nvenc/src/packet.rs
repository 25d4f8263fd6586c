use crate::{Picture, PictureType, raw::LockedBitstream};
use std::{fmt, ops::Deref};

/// One coded picture: an access unit in Annex B form, lent by the session.
///
/// It dereferences to its bytes. They lie in the encoder's output buffer, which dropping the
/// packet gives back.
#[doc(alias = "NV_ENC_LOCK_BITSTREAM")]
#[doc(alias = "nvEncUnlockBitstream")]
pub struct Packet<'s> {
    bitstream: LockedBitstream<'s>,
    picture: Picture,
    decode_timestamp: i64,
    /// Told when the bitstream, which goes before, is unlocked.
    lender: Lent<'s>,
}

/// Who is told when a packet was read, when others do not wait for that anyway.
pub(crate) trait Lender: Sync {
    fn give_back(&self);
}

struct Lent<'s>(Option<&'s dyn Lender>);

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if let Some(lender) = self.0 {
            lender.give_back();
        }
    }
}

impl<'s> Packet<'s> {
    pub(crate) fn new(
        bitstream: LockedBitstream<'s>,
        picture: Picture,
        decode_timestamp: i64,
    ) -> Self {
        Self {
            bitstream,
            picture,
            decode_timestamp,
            lender: Lent(None),
        }
    }

    pub(crate) fn lent_by(mut self, lender: &'s dyn Lender) -> Self {
        self.lender.0 = Some(lender);
        self
    }

    /// The timestamp that the frame was submitted with.
    #[doc(alias = "outputTimeStamp")]
    #[doc(alias = "pts")]
    pub fn timestamp(&self) -> i64 {
        self.picture.timestamp
    }

    /// When it is to be decoded, in the same unit: with B-frames that is before it is shown,
    /// and for the first packets before the first timestamp. It grows from packet to packet.
    #[doc(alias = "dts")]
    pub fn decode_timestamp(&self) -> i64 {
        self.decode_timestamp
    }

    /// The [duration](Picture::duration) that the frame was submitted with.
    #[doc(alias = "outputDuration")]
    pub fn duration(&self) -> u64 {
        self.picture.duration
    }

    /// The [tag](Picture::tag) that the frame was submitted with.
    pub fn tag(&self) -> u64 {
        self.picture.tag
    }

    /// How it was coded.
    #[doc(alias = "pictureType")]
    pub fn picture_type(&self) -> PictureType {
        PictureType::from_raw(self.bitstream.parameters().pictureType)
    }

    /// True when decoding can begin here.
    pub fn is_keyframe(&self) -> bool {
        self.picture_type() == PictureType::Idr
    }

    /// The average quantiser of its blocks.
    #[doc(alias = "frameAvgQP")]
    pub fn average_qp(&self) -> u32 {
        self.bitstream.parameters().frameAvgQP
    }

    /// How many slices it has.
    #[doc(alias = "numSlices")]
    pub fn slices(&self) -> u32 {
        self.bitstream.parameters().numSlices
    }
}

impl Deref for Packet<'_> {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.bitstream.bytes()
    }
}

impl fmt::Debug for Packet<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Packet")
            .field("timestamp", &self.picture.timestamp)
            .field("picture_type", &self.picture_type())
            .field("bytes", &self.len())
            .finish()
    }
}
