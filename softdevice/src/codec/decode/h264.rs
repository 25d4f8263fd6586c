//! H.264 through rust_h264.

use rust_h264::decoder::{ChromaFormat, Frame};
use rust_h264::nal::{NalUnit, NalUnitType, parse_annex_b, parse_sps_info};

use super::{MAX_LUMA_SAMPLES, broken, no_picture};
use crate::codec::{CodecError, Decode};
use crate::picture::{Chroma, Picture};

#[derive(Default)]
pub(super) struct Decoder(rust_h264::decoder::Decoder);

impl Decode for Decoder {
    fn decode(&mut self, access_unit: &[u8]) -> Result<Picture, CodecError> {
        let fed = self.feed(access_unit);
        // The crate holds a picture until the next one starts; `flush` says that there are
        // no more slices, and keeps the references. It is called after an error too, so
        // that nothing of a damaged access unit is left for the next.
        let frame = self.0.flush();
        fed?;
        frame.map(picture).ok_or_else(no_picture)
    }
}

impl Decoder {
    /// A parameter set that is damaged stops nothing but the pictures that refer to it.
    fn feed(&mut self, access_unit: &[u8]) -> Result<(), CodecError> {
        for nal in parse_annex_b(access_unit) {
            let decoded = match is_too_large(&nal) {
                true => continue,
                false => self.0.decode_nal(&nal),
            };
            if is_slice(nal.nal_unit_type) {
                decoded.map_err(broken)?;
            }
        }
        Ok(())
    }
}

fn is_slice(kind: NalUnitType) -> bool {
    use NalUnitType::{Slice, SliceDataA, SliceDataB, SliceDataC, SliceIdr};
    matches!(
        kind,
        Slice | SliceDataA | SliceDataB | SliceDataC | SliceIdr
    )
}

/// The crate itself takes pictures of up to 16384x16384.
fn is_too_large(nal: &NalUnit<'_>) -> bool {
    if nal.nal_unit_type != NalUnitType::Sps {
        return false;
    }
    let samples = |width, height| u64::from(width) * u64::from(height);
    parse_sps_info(nal)
        .is_ok_and(|sps| samples(sps.coded_width, sps.coded_height) > MAX_LUMA_SAMPLES)
}

fn picture(frame: Frame) -> Picture {
    Picture {
        width: frame.width as usize,
        height: frame.height as usize,
        chroma: match frame.chroma_format {
            ChromaFormat::Yuv420 => Chroma::Yuv420,
            ChromaFormat::Yuv422 => Chroma::Yuv422,
        },
        bit_depth: frame.bit_depth,
        planes: [frame.y, frame.u, frame.v],
    }
}
