//! What the programs in the manner of the Video Codec SDK's samples share.
//!
//! They take the samples' own options, `-i FILE -gpu 0 -thread 4`, each also with two dashes,
//! and print the samples' closing lines.

pub mod clip;
pub mod command;
pub mod dec_perf;
mod download;
mod gauge;
mod number;
mod place;

pub use place::Place;
