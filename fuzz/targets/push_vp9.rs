//! The decoder on any frames as a VP9 stream. An input is an IVF file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    fuzz::push(nvdec::Codec::Vp9, fuzz::ivf_frames(data));
});
