//! The parser: bytes in, callbacks out.

mod annexb;
mod bits;
mod client;
mod clock;
mod delivery;
mod exports;
mod format;
mod h264;
mod hevc;
mod nal_stream;
mod sets;
mod surfaces;
mod vp9;

use nvenc_sys::{CUVIDPARSERPARAMS, cudaVideoCodec};

use self::{delivery::Delivery, h264::H264, hevc::Hevc, nal_stream::NalStream, vp9::Vp9};
use super::ffi::INVALID_SOURCE;
use crate::cuda::ffi::Outcome;

/// One codec's way of taking a stream apart.
trait Stream: Send {
    /// Takes bytes, cut anywhere if the codec has start codes. `timestamp` is for the next
    /// picture that begins in them.
    fn push(&mut self, data: &[u8], timestamp: Option<i64>, out: &mut Delivery);

    /// The bytes so far end a picture.
    fn end_picture(&mut self, out: &mut Delivery);

    /// The bytes so far end the stream: shows all.
    fn end_stream(&mut self, out: &mut Delivery);

    /// Shows the next picture in display order that waits; false if there is none.
    fn show_one(&mut self, out: &mut Delivery) -> bool;
}

/// A parser of one stream.
struct Parser {
    stream: Box<dyn Stream>,
    out: Delivery,
}

/// A packet and what its flags say.
#[derive(Clone, Copy, Debug, Default)]
struct Packet<'a> {
    data: &'a [u8],
    timestamp: Option<i64>,
    discontinuity: bool,
    end_of_picture: bool,
    end_of_stream: bool,
    notify: bool,
}

impl Parser {
    fn new(params: &CUVIDPARSERPARAMS) -> Outcome<Self> {
        Ok(Self {
            stream: stream(params.CodecType)?,
            out: Delivery::new(params),
        })
    }

    fn parse(&mut self, packet: Packet<'_>) {
        if packet.discontinuity {
            self.interrupt();
        } else {
            self.stream
                .push(packet.data, packet.timestamp, &mut self.out);
        }
        if packet.end_of_picture {
            self.stream.end_picture(&mut self.out);
        }
        if packet.end_of_stream {
            self.stream.end_stream(&mut self.out);
            self.out.end();
        }
        if packet.end_of_stream && packet.notify {
            self.out.notify_end();
        }
    }

    /// A discontinuity: the real parser does not decode the packet that says so, shows one
    /// picture that waits, and goes on.
    fn interrupt(&mut self) {
        self.stream.end_picture(&mut self.out);
        if !self.out.display_one() {
            self.stream.show_one(&mut self.out);
        }
    }
}

fn stream(codec: cudaVideoCodec) -> Outcome<Box<dyn Stream>> {
    match codec {
        cudaVideoCodec::cudaVideoCodec_H264 => Ok(Box::new(NalStream::<H264>::default())),
        cudaVideoCodec::cudaVideoCodec_HEVC => Ok(Box::new(NalStream::<Hevc>::default())),
        cudaVideoCodec::cudaVideoCodec_VP9 => Ok(Box::new(Vp9::default())),
        _ => Err(INVALID_SOURCE),
    }
}
