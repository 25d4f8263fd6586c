//! `NVSOFT_CODEC=null`: codecs that do nothing, so that what is measured is the client.

use std::sync::LazyLock;

use super::{Ask, Codec, CodecError, Encode, EncodedFrame, EncoderConfig, Force, FrameType};
use crate::{cuda::device, picture::Picture};

/// Whether the encoder works for contexts and memory of another libcuda, as it can when it
/// never looks at them: on a machine with a GPU, put in the place of `libnvidia-encode.so.1`
/// alone.
pub(crate) fn is_guest() -> bool {
    is_chosen() && device::is_unused()
}

/// Whether the codecs of this process do nothing.
pub(crate) fn is_chosen() -> bool {
    static CHOSEN: LazyLock<bool> = LazyLock::new(|| match std::env::var("NVSOFT_CODEC") {
        Err(_) => false,
        Ok(word) if word == "null" => true,
        Ok(word) => {
            eprintln!("softdevice: NVSOFT_CODEC={word} is not known; coding as usual");
            false
        }
    });
    *CHOSEN
}

/// Gives a tiny access unit for each picture, which it does not look at: B-frames behind the
/// picture that they wait for.
pub(crate) struct NullEncoder {
    codec: Codec,
    /// Pictures from one IDR to the next.
    period: u64,
    b_frames: usize,
    /// Of real parameter sets, so that clients can read them.
    headers: Vec<u8>,
    since_idr: Option<u64>,
    /// Pictures that wait for the one after them.
    held: Vec<u64>,
}

impl NullEncoder {
    pub(crate) fn new(config: &EncoderConfig, headers: Vec<u8>) -> Self {
        Self {
            codec: config.codec,
            period: config.idr_period.map_or(u64::MAX, u64::from),
            b_frames: config.b_frames as usize,
            headers,
            since_idr: None,
            held: Vec::new(),
        }
    }

    fn unit(&self, frame_type: FrameType, index: u64) -> EncodedFrame {
        let headers = match frame_type {
            FrameType::Idr => &self.headers[..],
            _ => &[],
        };
        EncodedFrame {
            data: [headers, &slice(self.codec, frame_type)].concat(),
            frame_type,
            index,
            qp: 26,
        }
    }

    /// The last picture that waits, then those before it.
    fn release(&mut self) -> Vec<EncodedFrame> {
        let mut held = std::mem::take(&mut self.held);
        let last = held.pop().map(|index| self.unit(FrameType::P, index));
        let before = held.iter().map(|&index| self.unit(FrameType::B, index));
        last.into_iter().chain(before).collect()
    }
}

/// A start code, a slice's header, and a few bits that end as a slice does.
fn slice(codec: Codec, frame_type: FrameType) -> [u8; 8] {
    match (codec, frame_type) {
        (Codec::H264, FrameType::Idr) => [0, 0, 0, 1, 0x65, 0x88, 0x84, 0x80],
        (Codec::H264, FrameType::B) => [0, 0, 0, 1, 0x01, 0x9e, 0x02, 0x80],
        (Codec::H264, _) => [0, 0, 0, 1, 0x41, 0x9a, 0x02, 0x80],
        (_, FrameType::Idr) => [0, 0, 0, 1, 0x26, 0x01, 0xaf, 0x80],
        (_, FrameType::B) => [0, 0, 0, 1, 0x00, 0x01, 0xe0, 0x80],
        (_, _) => [0, 0, 0, 1, 0x02, 0x01, 0xd0, 0x80],
    }
}

impl Encode for NullEncoder {
    fn encode(
        &mut self,
        _picture: &Picture,
        index: u64,
        ask: &Ask,
    ) -> Result<Vec<EncodedFrame>, CodecError> {
        let idr =
            ask.force != Force::Nothing || self.since_idr.is_none_or(|coded| coded >= self.period);
        if idr {
            let mut units = self.release();
            units.push(self.unit(FrameType::Idr, index));
            self.since_idr = Some(1);
            return Ok(units);
        }
        self.since_idr = self.since_idr.map(|coded| coded + 1);
        self.held.push(index);
        if self.held.len() <= self.b_frames {
            return Ok(Vec::new());
        }
        Ok(self.release())
    }

    fn flush(&mut self) -> Result<Vec<EncodedFrame>, CodecError> {
        self.since_idr = None;
        Ok(self.release())
    }

    fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        Ok(self.headers.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        codec::{Effort, RateControl},
        picture::Chroma,
    };

    fn encoder(b_frames: u32, idr_period: Option<u32>) -> NullEncoder {
        let config = EncoderConfig {
            codec: Codec::H264,
            width: 64,
            height: 64,
            chroma: Chroma::Yuv420,
            bit_depth: 8,
            frame_rate: (25, 1),
            idr_period,
            b_frames,
            rate: RateControl::ConstQp { i: 0, p: 0, b: 0 },
            effort: Effort::Fast,
            repeat_headers: true,
            aud: false,
            controls: Default::default(),
        };
        NullEncoder::new(&config, vec![7])
    }

    fn types(encoder: &mut NullEncoder, pictures: u64) -> String {
        let picture = Picture::absent(64, 64);
        let mut units = Vec::new();
        for index in 0..pictures {
            units.extend(encoder.encode(&picture, index, &Ask::default()).unwrap());
        }
        units.extend(encoder.flush().unwrap());
        let name = |unit: &EncodedFrame| format!("{:?}{} ", unit.frame_type, unit.index);
        units.iter().map(name).collect()
    }

    #[test]
    fn b_frames_come_behind_what_they_wait_for() {
        assert_eq!(types(&mut encoder(0, None), 3), "Idr0 P1 P2 ");
        assert_eq!(types(&mut encoder(2, None), 6), "Idr0 P3 B1 B2 P5 B4 ");
        // What waits at an IDR picture is coded before it.
        assert_eq!(types(&mut encoder(2, Some(3)), 5), "Idr0 P2 B1 Idr3 P4 ");
    }
}
