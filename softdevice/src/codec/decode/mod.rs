//! Decoders: one coded frame in, its picture out at once, in decode order.

mod h264;
mod hevc;
mod vp9;

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Codec, CodecError, Decode};
use crate::picture::Picture;

/// Luma samples of the largest picture that is decoded: 8192x8192, as on the hardware. It
/// bounds what a damaged header can make a decoder allocate.
const MAX_LUMA_SAMPLES: u64 = 8192 * 8192;

/// A decoder for `codec`, waiting for the first frame that depends on no other.
pub fn decoder(codec: Codec) -> Box<dyn Decode> {
    match codec {
        Codec::H264 => Box::new(Guarded::<h264::Decoder>::default()),
        Codec::Hevc => Box::new(Guarded::<hevc::Decoder>::default()),
        Codec::Vp9 => Box::new(Guarded::<vp9::Decoder>::default()),
    }
}

/// Keeps a panic in third-party code from reaching the caller.
///
/// What a decoder holds after a panic is unknown, so it is thrown away: the next frame meets
/// a fresh one, and decoding goes on from the next frame that depends on no other.
#[derive(Default)]
struct Guarded<D> {
    decoder: D,
}

impl<D: Decode + Default> Decode for Guarded<D> {
    fn decode(&mut self, access_unit: &[u8]) -> Result<Picture, CodecError> {
        // Nothing of the decoder is looked at after a panic, so broken invariants stay unseen.
        catch_unwind(AssertUnwindSafe(|| self.decoder.decode(access_unit))).unwrap_or_else(
            |panic| {
                self.decoder = D::default();
                Err(CodecError(format!("decoder gave up: {}", message(&*panic))))
            },
        )
    }
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref().copied())
        .unwrap_or("no message")
}

/// Turns a decoder crate's error into ours.
fn broken(error: impl std::fmt::Display) -> CodecError {
    CodecError(error.to_string())
}

fn no_picture() -> CodecError {
    CodecError("the access unit holds no decodable picture".into())
}

/// Threads worth starting.
fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Faulty {
        calls: u32,
    }

    impl Decode for Faulty {
        fn decode(&mut self, access_unit: &[u8]) -> Result<Picture, CodecError> {
            self.calls += 1;
            assert!(!access_unit.is_empty(), "nothing to decode");
            Err(CodecError(format!("call {}", self.calls)))
        }
    }

    #[test]
    fn a_panic_becomes_an_error_and_a_fresh_decoder() {
        let mut decoder = Guarded::<Faulty>::default();
        let mut error = |data: &[u8]| decoder.decode(data).unwrap_err().0;
        assert_eq!(error(&[1]), "call 1");
        assert_eq!(error(&[]), "decoder gave up: nothing to decode");
        assert_eq!(error(&[1]), "call 1");
    }
}
