//! The demuxers of IVF, Y4M and bare streams on any file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::demux(data));
