//! The parser and the decoder through their C functions, with the clips in tests/clips/cuvid.

mod caps;
mod clips;
mod damage;
mod decoder;
mod errors;
mod ffi;
mod formats;
mod h264;
mod hevc;
mod md5;
mod order;
mod pixels;
mod player;
mod times;
mod trace;
mod vp9;
