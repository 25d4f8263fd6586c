//! The demuxer of WebM and Matroska on any file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz::demux(data));
