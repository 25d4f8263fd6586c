//! What the programs share: reading and writing S3 and files, containers, and the pipeline.
//!
//! The programs are in `src/bin`: `s3-batch` makes an HEVC object in S3 of a video object in S3.

pub mod capabilities;
pub mod cli;
pub mod demo;
pub mod demux;
pub mod device;
pub mod driver;
pub mod error;
pub mod exit;
pub mod job;
pub mod options;
pub mod progress;
pub mod s3server;
pub mod stop;
pub mod store;
pub mod verify;
