//! The demuxer of MP4, fragmented and not, on any file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::demux(data));
