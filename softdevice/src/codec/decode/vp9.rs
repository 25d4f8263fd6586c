//! VP9 through vp9-mt.

use vp9_mt::{BitReader, DecodedFrame, FrameHeader, Vp9Decoder, parse_uncompressed_header};

use super::{MAX_LUMA_SAMPLES, broken, cores};
use crate::codec::{CodecError, Decode};
use crate::picture::{Chroma, Picture};

pub(super) struct Decoder(Vp9Decoder);

impl Default for Decoder {
    fn default() -> Self {
        Self(Vp9Decoder::with_threads(cores()))
    }
}

impl Decode for Decoder {
    fn decode(&mut self, frame: &[u8]) -> Result<Picture, CodecError> {
        let header = header(frame)?;
        check_size(&header)?;
        if header.show_frame || header.show_existing_frame {
            return self.next_shown(frame);
        }
        self.decode_hidden(frame, &header)
    }
}

impl Decoder {
    /// The crate gives no picture for a hidden frame, so we ask for the slot that the frame
    /// went to, as a later frame of the stream could: that changes nothing in the decoder.
    fn decode_hidden(&mut self, frame: &[u8], header: &FrameHeader) -> Result<Picture, CodecError> {
        self.push(frame)?;
        match self.0.next_frame() {
            Err(vp9_mt::Error::Again) => {}
            Err(error) => return Err(broken(error)),
            Ok(_) => return Err(CodecError("a hidden frame was shown".into())),
        }
        self.next_shown(&show_existing_frame(header)?)
    }

    fn next_shown(&mut self, frame: &[u8]) -> Result<Picture, CodecError> {
        self.push(frame)?;
        self.0.next_frame().map_err(broken).and_then(picture)
    }

    fn push(&mut self, frame: &[u8]) -> Result<(), CodecError> {
        // What an error left of an earlier call goes first.
        while self.0.pending() > 0 {
            let _ = self.0.next_picture();
        }
        self.0.push(frame, None).map_err(broken)
    }
}

/// Sizes taken over from a reference are left at zero: they were checked with that reference.
fn header(frame: &[u8]) -> Result<FrameHeader, CodecError> {
    parse_uncompressed_header(&mut BitReader::new(frame), &[(0, 0); 8]).map_err(broken)
}

fn check_size(header: &FrameHeader) -> Result<(), CodecError> {
    let (width, height) = (header.width, header.height);
    if u64::from(width) * u64::from(height) > MAX_LUMA_SAMPLES {
        return Err(CodecError(format!("{width}x{height} is too large")));
    }
    Ok(())
}

/// The frame that shows a slot which `header` refreshes: frame_marker (2 bits), profile (2, and
/// a reserved bit for profile 3), show_existing_frame (1), frame_to_show_map_idx (3).
fn show_existing_frame(header: &FrameHeader) -> Result<Vec<u8>, CodecError> {
    let slot = refreshed_slot(header)
        .ok_or_else(|| CodecError("a hidden frame that no slot keeps has no pixels".into()))?;
    let (low, high) = (header.profile & 1, header.profile >> 1);
    let start = 0b10 << 2 | low << 1 | high;
    let (bits, count) = match header.profile {
        3 => (start << 5 | 1 << 3 | slot, 9),
        _ => (start << 4 | 1 << 3 | slot, 8),
    };
    Ok((bits << (16 - count)).to_be_bytes()[2..].to_vec())
}

fn refreshed_slot(header: &FrameHeader) -> Option<u32> {
    if header.key_frame {
        return Some(0); // a key frame refreshes every slot
    }
    (0..8).find(|slot| header.refresh_frame_flags & 1 << slot != 0)
}

fn picture(frame: DecodedFrame) -> Result<Picture, CodecError> {
    let planes = <[Vec<u8>; 3]>::try_from(frame.planes);
    Ok(Picture {
        width: frame.width as usize,
        height: frame.height as usize,
        chroma: chroma(frame.subsampling_x, frame.subsampling_y)?,
        bit_depth: frame.bit_depth as u8,
        planes: planes.map_err(|_| CodecError("not three planes".into()))?,
    })
}

fn chroma(subsampling_x: u32, subsampling_y: u32) -> Result<Chroma, CodecError> {
    Ok(match (subsampling_x, subsampling_y) {
        (1, 1) => Chroma::Yuv420,
        (1, 0) => Chroma::Yuv422,
        (0, 0) => Chroma::Yuv444,
        _ => return Err(CodecError("4:4:0 sampling".into())),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shown_slot_is_one_the_frame_refreshed() {
        for (profile, slots) in [(0, 0b0000_0100), (2, 0b1000_0000), (3, 0b0010_1000)] {
            let hidden = FrameHeader {
                profile,
                refresh_frame_flags: slots,
                ..FrameHeader::default()
            };
            let shown = header(&show_existing_frame(&hidden).unwrap()).unwrap();
            assert!(shown.show_existing_frame);
            assert_eq!(shown.profile, profile);
            assert_eq!(shown.frame_to_show, slots.trailing_zeros());
        }
    }
}
