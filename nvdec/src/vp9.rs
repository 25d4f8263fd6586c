//! What has to be known of VP9's frame headers, which the driver's parser does not see to.
//!
//! A container's packet can hold several frames (a superframe), and a frame can be nothing but
//! the order to show a picture that was decoded before, hidden. The parser decodes hidden
//! frames, but takes that order for a picture to decode, or passes over it (measured on driver
//! 580.159.04). So packets are taken apart here, and such orders are carried out here.
//!
//! Section numbers are those of the VP9 bitstream specification, version 0.6.

/// Reference slots that a VP9 decoder has.
pub(crate) const SLOTS: usize = 8;

/// What a frame does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// Shows the picture in a slot.
    ShowExisting {
        /// The slot.
        slot: usize,
    },
    /// Decodes a picture.
    Coded {
        /// False for a hidden one.
        shown: bool,
        /// The slots that it is put into, a bit each.
        refreshes: u8,
    },
}

impl Frame {
    /// Reads the beginning of a frame's header; `None` for what is no VP9 frame.
    pub(crate) fn read(data: &[u8]) -> Option<Self> {
        let mut bits = Bits { data, at: 0 };
        // 6.2: frame_marker, profile_low_bit, profile_high_bit, reserved_zero
        let marker = bits.take(2)?;
        let profile = bits.take(1)? | bits.take(1)? << 1;
        if marker != 2 || (profile == 3 && bits.take(1)? != 0) {
            return None;
        }
        if bits.take(1)? == 1 {
            return Some(Self::ShowExisting {
                slot: bits.take(3)? as usize,
            });
        }
        let (is_inter, shown, resilient) = (bits.take(1)? == 1, bits.take(1)? == 1, bits.take(1)?);
        let refreshes = if is_inter {
            refreshes(&mut bits, profile, shown, resilient)?
        } else {
            0xff
        };
        Some(Self::Coded { shown, refreshes })
    }
}

/// `refresh_frame_flags` of a frame that is not a key frame.
fn refreshes(bits: &mut Bits<'_>, profile: u32, shown: bool, resilient: u32) -> Option<u8> {
    let intra_only = !shown && bits.take(1)? == 1;
    if resilient == 0 {
        bits.take(2)?; // reset_frame_context
    }
    if intra_only {
        bits.take(24)?; // frame_sync_code
        if profile > 0 {
            skip_color_config(bits, profile)?;
        }
    }
    bits.take(8).map(|flags| flags as u8)
}

/// 7.2.2 and 6.2.2 of an intra-only frame of profile 1 to 3.
fn skip_color_config(bits: &mut Bits<'_>, profile: u32) -> Option<()> {
    const RGB: u32 = 7;
    if profile >= 2 {
        bits.take(1)?; // ten_or_twelve_bit
    }
    let has_subsampling = profile == 1 || profile == 3;
    if bits.take(3)? != RGB {
        bits.take(1)?; // color_range
        if has_subsampling {
            bits.take(3)?; // subsampling_x, subsampling_y, reserved_zero
        }
    } else if has_subsampling {
        bits.take(1)?; // reserved_zero
    }
    Some(())
}

/// The length of the first frame of a packet, by the superframe index at its end (Annex B).
///
/// The last frame takes the index along: decoders pass over it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Superframe {
    /// Lengths of the frames that are left.
    lengths: [usize; 8],
    count: usize,
    next: usize,
}

impl Superframe {
    /// Reads the index of a packet; a packet without one is a single frame.
    pub(crate) fn read(packet: &[u8]) -> Self {
        Self::read_index(packet).unwrap_or(Self {
            lengths: [packet.len(), 0, 0, 0, 0, 0, 0, 0],
            count: 1,
            next: 0,
        })
    }

    fn read_index(packet: &[u8]) -> Option<Self> {
        let marker = *packet.last()?;
        let (bytes, count) = ((marker >> 3 & 3) as usize + 1, (marker & 7) as usize + 1);
        let index_len = 2 + bytes * count;
        let index = packet.len().checked_sub(index_len)?;
        if marker >> 5 != 0b110 || packet[index] != marker {
            return None;
        }
        let mut lengths = [0; 8];
        for (length, bytes) in lengths
            .iter_mut()
            .zip(packet[index + 1..].chunks(bytes))
            .take(count)
        {
            *length = bytes
                .iter()
                .rev()
                .fold(0, |length, byte| length << 8 | usize::from(*byte));
        }
        let all: usize = lengths.iter().sum();
        (all <= index).then_some(Self {
            lengths,
            count,
            next: 0,
        })
    }

    /// The length of the next frame, at most `left` bytes; `None` after the last.
    pub(crate) fn next_len(&mut self, left: usize) -> Option<usize> {
        while self.next < self.count {
            let length = self.lengths[self.next].min(left);
            self.next += 1;
            if length > 0 {
                return Some(length);
            }
        }
        None
    }
}

/// Bits from the most significant on.
struct Bits<'d> {
    data: &'d [u8],
    at: usize,
}

impl Bits<'_> {
    fn take(&mut self, count: usize) -> Option<u32> {
        let mut value = 0;
        for _ in 0..count {
            let byte = self.data.get(self.at / 8)?;
            value = value << 1 | u32::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_what_a_frame_does() {
        let coded = |shown, refreshes| Some(Frame::Coded { shown, refreshes });
        assert_eq!(
            Frame::read(&[0x82, 0x49, 0x83]),
            coded(true, 0xff),
            "key frame"
        );
        // inter, shown: reset_frame_context 00, refresh flags 00000001
        assert_eq!(Frame::read(&[0x86, 0x00, 0x40]), coded(true, 1));
        // inter, hidden, not intra-only: 0, 00, refresh flags 00000100
        assert_eq!(Frame::read(&[0x84, 0x00, 0x80]), coded(false, 4));
        assert_eq!(Frame::read(&[0x8a]), Some(Frame::ShowExisting { slot: 2 }));
        assert_eq!(Frame::read(&[0x42, 0, 0]), None, "another marker");
        assert_eq!(Frame::read(&[]), None);
    }

    #[test]
    fn a_superframe_is_taken_apart() {
        // Frames of 3 and 1 bytes, and the index: 110, 1-byte lengths, two frames.
        let packet = [1, 2, 3, 0x88, 0xc1, 3, 1, 0xc1];
        let mut frames = Superframe::read(&packet);
        assert_eq!(frames.next_len(8), Some(3));
        assert_eq!(frames.next_len(5), Some(1));
        assert_eq!(frames.next_len(4), None);
    }

    #[test]
    fn an_index_that_promises_too_much_is_none() {
        let packet = [1, 0xc1, 200, 200, 0xc1];
        let mut frames = Superframe::read(&packet);
        assert_eq!(frames.next_len(5), Some(5));
        assert_eq!(frames.next_len(0), None);
        for packet in [&[][..], &[0xc1], &[0xdf, 0xdf]] {
            let _ = Superframe::read(packet).next_len(packet.len());
        }
    }
}
