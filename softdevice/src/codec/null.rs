//! `NVSOFT_CODEC=null`: codecs that do nothing, so that what is measured is the client.

use std::sync::LazyLock;

use super::{Codec, CodecError, Encode, EncodedFrame, EncoderConfig, Force, FrameType};
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

/// Gives a tiny access unit for each picture, which it does not look at.
pub(crate) struct NullEncoder {
    codec: Codec,
    /// Pictures from one IDR to the next.
    period: u64,
    /// Of real parameter sets, so that clients can read them.
    headers: Vec<u8>,
    since_idr: Option<u64>,
}

impl NullEncoder {
    pub(crate) fn new(config: &EncoderConfig, headers: Vec<u8>) -> Self {
        Self {
            codec: config.codec,
            period: config.idr_period.map_or(u64::MAX, u64::from),
            headers,
            since_idr: None,
        }
    }

    /// A start code, a slice's header, and a few bits that end as a slice does.
    fn slice(&self, idr: bool) -> [u8; 8] {
        match (self.codec, idr) {
            (Codec::H264, true) => [0, 0, 0, 1, 0x65, 0x88, 0x84, 0x80],
            (Codec::H264, false) => [0, 0, 0, 1, 0x41, 0x9a, 0x02, 0x80],
            (_, true) => [0, 0, 0, 1, 0x26, 0x01, 0xaf, 0x80],
            (_, false) => [0, 0, 0, 1, 0x02, 0x01, 0xd0, 0x80],
        }
    }
}

impl Encode for NullEncoder {
    fn encode(
        &mut self,
        _picture: &Picture,
        index: u64,
        force: Force,
    ) -> Result<Vec<EncodedFrame>, CodecError> {
        let idr =
            force != Force::Nothing || self.since_idr.is_none_or(|coded| coded >= self.period);
        self.since_idr = Some(if idr {
            1
        } else {
            self.since_idr.unwrap_or(0) + 1
        });
        let headers = if idr { &self.headers[..] } else { &[] };
        Ok(vec![EncodedFrame {
            data: [headers, &self.slice(idr)].concat(),
            frame_type: if idr { FrameType::Idr } else { FrameType::P },
            index,
            qp: 26,
        }])
    }

    fn flush(&mut self) -> Result<Vec<EncodedFrame>, CodecError> {
        self.since_idr = None;
        Ok(Vec::new())
    }

    fn headers(&mut self) -> Result<Vec<u8>, CodecError> {
        Ok(self.headers.clone())
    }
}
