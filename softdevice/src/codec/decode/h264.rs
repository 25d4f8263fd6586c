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
    fn feed(&mut self, access_unit: &[u8]) -> Result<(), CodecError> {
        for nal in parse_annex_b(access_unit) {
            check_size(&nal)?;
            self.0.decode_nal(&nal).map_err(broken)?;
        }
        Ok(())
    }
}

/// The crate itself takes pictures of up to 16384x16384.
fn check_size(nal: &NalUnit<'_>) -> Result<(), CodecError> {
    if nal.nal_unit_type != NalUnitType::Sps {
        return Ok(());
    }
    let sps = parse_sps_info(nal).map_err(broken)?;
    let (width, height) = (sps.coded_width, sps.coded_height);
    if u64::from(width) * u64::from(height) > MAX_LUMA_SAMPLES {
        return Err(CodecError(format!("{width}x{height} is too large")));
    }
    Ok(())
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
