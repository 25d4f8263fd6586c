//! What the programs share: reading and writing S3 and files, containers, and the pipeline.
//!
//! The programs are in `src/bin`: `s3-batch` makes an HEVC object in S3 of a video object in S3.

//! # The library example of the README
//! It makes HEVC of an H.264 file, with the pictures in the GPU's memory from decoder to encoder.
//! `cargo xtask readme` puts it into the README.
//! ```
//! use nvenc::{Picture, RateControl, open_device};
//! use std::{error::Error, fs, io::Write};
//!
//! fn main() -> Result<(), Box<dyn Error>> {
//! #   softdevice::activate()?;
//! #   let folder = tempfile::tempdir()?;
//! #   std::env::set_current_dir(&folder)?;
//! #   let clip = concat!(env!("CARGO_MANIFEST_DIR"), "/../nvdec/tests/clips/h264-b-frames.h264");
//! #   fs::copy(clip, "in.h264")?;
//!     let input = fs::read("in.h264")?;
//!     let mut output = fs::File::create("out.hevc")?;
//!     let gpu = open_device(0)?;
//!     let mut decoder = nvdec::Api::load()?.decoder(&gpu, nvdec::Codec::H264).start()?;
//!     let encoder = nvenc::Api::load()?.open(&gpu)?.session(nvenc::Codec::Hevc, (320, 192));
//!     let mut session = encoder.rate_control(RateControl::const_qp(26)).start()?;
//!
//!     let mut pictures = decoder.push_last(&input, 0);
//!     while let Some(picture) = pictures.next()? {
//!         let frame = picture.map()?; // in the GPU's memory, where it stays
//!         session.submit(frame, Picture::default())?;
//!         while let Some(packet) = session.receive()? {
//!             output.write_all(&packet)?;
//!         }
//!     }
//!     let mut drain = session.finish()?;
//!     while let Some(packet) = drain.receive()? {
//!         output.write_all(&packet)?;
//!     }
//! #   assert!(output.metadata()?.len() > 1000);
//! #   assert_eq!(fs::read("out.hevc")?[..5], [0, 0, 0, 1, 0x40], "it begins with a VPS");
//!     Ok(())
//! }
//! ```

pub mod capabilities;
pub mod cli;
pub mod demo;
pub mod demux;
pub mod device;
pub mod driver;
pub mod error;
pub mod exit;
mod filler;
pub mod job;
mod json;
pub mod list;
pub mod log;
pub mod mux;
mod nal;
pub mod options;
pub mod progress;
pub mod s3server;
pub mod sdk;
pub mod segmented;
mod stdout;
pub mod stop;
pub mod store;
pub mod summary;
pub mod verify;
