//! What the programs in the manner of the Video Codec SDK's samples share.
//!
//! They take the samples' own options, `-i FILE -gpu 0 -thread 4`, each also with two dashes,
//! and print the samples' closing lines.

pub mod clip;
pub mod command;
mod cpu;
pub mod dec;
pub mod dec_perf;
mod device_video;
mod download;
pub mod enc_cuda;
pub mod enc_perf;
pub mod encoding;
mod feed;
mod frame_reader;
mod gauge;
mod ladder;
mod latency;
mod number;
mod output_file;
mod place;
mod planar;
mod raw_video;
mod rung;
pub mod trans;
pub mod trans_perf;
mod transcoded;
mod worker;

pub use place::Place;
