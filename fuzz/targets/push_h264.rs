//! The decoder on any bytes as an H.264 stream.
#![no_main]

use nvdec::Codec;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    // In two pieces, which need not be cut where a unit ends.
    let (first, second) = data.split_at(data.len() / 2);
    fuzz::push(Codec::H264, [first, second].into_iter());
});
