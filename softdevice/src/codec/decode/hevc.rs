//! HEVC through rust_h265.

use rust_h265::{DecodeLimits, Frame, NalUnit, PixelData, parse_annex_b, parse_nal};

use super::{MAX_LUMA_SAMPLES, broken, cores, no_picture};
use crate::codec::{CodecError, Decode};
use crate::picture::{Chroma, Picture};

/// An access unit delimiter: it ends the picture before it.
const DELIMITER: [u8; 3] = [0x46, 0x01, 0x50];

/// 16-bit planes with 4:4:4 chroma at the largest size, and the motion data beside them.
const MAX_PICTURE_BYTES: u64 = 16 * MAX_LUMA_SAMPLES;

pub(super) struct Decoder(rust_h265::Decoder);

impl Default for Decoder {
    fn default() -> Self {
        let limits = DecodeLimits {
            max_picture_pixels: MAX_LUMA_SAMPLES,
            max_picture_memory_bytes: MAX_PICTURE_BYTES,
        };
        Self(rust_h265::Decoder::with_limits(limits).with_threads(cores()))
    }
}

impl Decode for Decoder {
    fn decode(&mut self, access_unit: &[u8]) -> Result<Picture, CodecError> {
        let mut outcome = Outcome::default();
        for nal in parse_annex_b(access_unit) {
            let decoded = self.0.decode_nal(&nal);
            // A parameter set that is damaged stops nothing but the pictures that refer to it.
            if decoded.is_ok() || nal.nal_unit_type.is_vcl() {
                outcome.add(decoded);
            }
        }
        // The crate works ahead and gives a picture when the next one starts. A delimiter
        // says that this one has ended, and `flush` waits for it; references stay.
        outcome.add(self.0.decode_nal(&delimiter()?));
        while let Some(frame) = self.0.flush() {
            outcome.add(Ok(Some(frame)));
        }
        while let Some(error) = self.0.next_error() {
            outcome.add(Err(error));
        }
        outcome.picture()
    }
}

fn delimiter() -> Result<NalUnit<'static>, CodecError> {
    parse_nal(&DELIMITER).ok_or_else(no_picture)
}

/// What the NAL units of one access unit gave. All are fed before it is judged, so that
/// nothing of a damaged access unit is left for the next.
#[derive(Default)]
struct Outcome {
    frame: Option<Frame>,
    error: Option<CodecError>,
}

impl Outcome {
    fn add(&mut self, result: Result<Option<Frame>, rust_h265::DecodeError>) {
        match result {
            Ok(Some(frame)) => self.frame = Some(frame),
            Ok(None) => {}
            Err(error) => self.error = self.error.take().or(Some(broken(error))),
        }
    }

    fn picture(self) -> Result<Picture, CodecError> {
        match self {
            Self {
                error: Some(error), ..
            } => Err(error),
            Self {
                frame: Some(frame), ..
            } => picture(frame),
            Self { .. } => Err(no_picture()),
        }
    }
}

fn picture(frame: Frame) -> Result<Picture, CodecError> {
    Ok(Picture {
        width: frame.width as usize,
        height: frame.height as usize,
        chroma: chroma(frame.chroma_format_idc)?,
        bit_depth: frame.bit_depth,
        planes: [frame.y, frame.u, frame.v].map(bytes),
    })
}

fn chroma(idc: u32) -> Result<Chroma, CodecError> {
    Ok(match idc {
        0 => Chroma::Monochrome,
        1 => Chroma::Yuv420,
        2 => Chroma::Yuv422,
        3 => Chroma::Yuv444,
        _ => return Err(CodecError(format!("chroma_format_idc {idc}"))),
    })
}

fn bytes(plane: PixelData) -> Vec<u8> {
    match plane {
        PixelData::U8(samples) => samples,
        PixelData::U16(samples) => samples.iter().flat_map(|s| s.to_le_bytes()).collect(),
    }
}
