//! Video decoding on NVIDIA GPUs (NVDEC): byte streams in, frames in device memory out.
//!
//! ```
//! use nvdec::{Api, Codec, open_device};
//!
//! # softdevice::activate().unwrap();
//! # let stream = include_bytes!("../tests/clips/hevc-b-pyramid-cropped.hevc");
//! let gpu = open_device(0)?;
//! let mut decoder = Api::load()?.decoder(&gpu, Codec::Hevc).start()?;
//!
//! let mut count = 0;
//! let mut pictures = decoder.push_last(stream, 0); // a whole stream, or push() piece by piece
//! while let Some(picture) = pictures.next()? {
//!     let frame = picture.map()?; // in device memory; owned
//!     let nv12 = frame.to_vec()?; // and in host memory
//!     count += 1;
//! }
//! # assert_eq!(count, 30);
//! # Ok::<(), nvdec::Error>(())
//! ```
//!
//! # Steps
//! 1. [`open_device`] gives the GPU's CUDA context, which everything on that GPU shares.
//! 2. [`Api::load`] opens the driver's decoder library. Nothing is linked: a machine without
//!    it gets an [`Error::Load`] that says what to install. [`Api::caps`] tells what the GPU
//!    decodes.
//! 3. [`Api::decoder`] begins a [`DecoderBuilder`]; the stream itself says its size and format,
//!    which [`Decoder::info`] passes on.
//! 4. [`Decoder::push`] takes bytes with a timestamp and gives [`Pictures`] in display order,
//!    each with the timestamp of the push it began in.
//! 5. [`Picture::map`] gives a [`Frame`]: owned, in device memory, ready for an encoder of the
//!    crate `nvenc` without a copy, or to be [downloaded](Frame::download).
//! 6. [`Decoder::finish`] gives the pictures that were still held back.
//!
//! # Frames and memory
//! Frames are [NV12](PixelFormat::Nv12), or [P010](PixelFormat::P010) for more than 8 bits; NV16
//! and P216 for 4:2:2, which GPUs from Blackwell on decode; and planar for 4:4:4. As many can
//! exist at once as the decoder has [output surfaces](DecoderBuilder::output_surfaces); mapping
//! one more waits until another is dropped, so that a slow consumer slows the decoder and memory
//! stays bounded.
//!
//! # Threads
//! Everything is `Send`; frames are also `Sync`. A decoder is used by one thread at a time.
//! Several decoders, each in its thread, keep a GPU's engines busy: see [`DecoderGroup`].
//!
//! # Damaged streams
//! NVDEC conceals what it can and passes over what it cannot. A stream without a single picture
//! is an [`Error::NoPicture`].
//!
//! # More
//! The [`manual`] has chapters on surfaces and memory, speed, engines, frames without a copy,
//! timestamps, damage, metadata such as HDR10's, and many short clips.
//!
//! # What does not compile
//! A picture must be mapped before the decoder goes on, which may reuse its surface:
//! ```compile_fail,E0499
//! # fn f(decoder: &mut nvdec::Decoder) -> Result<(), nvdec::Error> {
//! let mut pictures = decoder.push(&[], 0);
//! let first = pictures.next()?;
//! let second = pictures.next()?;
//! drop(first);
//! # Ok(()) }
//! ```

mod api;
mod builder;
mod cache;
mod caps;
mod codec;
mod coded;
mod cut;
mod decoder;
mod error;
mod frame;
mod gate;
mod group;
mod held;
mod in_flight;
mod info;
pub mod manual;
mod output;
mod picture_info;
mod pictures;
mod raw;
mod sei;
mod setup;
mod shown;
mod shows;
mod stream;
mod vp8;
mod vp9;

pub use api::Api;
pub use builder::DecoderBuilder;
pub use cache::{CachedDecoder, DecoderCache};
pub use caps::Caps;
pub use codec::{Chroma, Codec};
pub use decoder::Decoder;
pub use error::{Error, Status};
pub use frame::Frame;
pub use group::DecoderGroup;
pub use info::StreamInfo;
pub use nvenc_sys::{self as sys, LoadError};
pub use nvframe::{
    Colour, ContentLight, DeviceError, DeviceFrame, MasteringDisplay, PixelFormat, Plane, Planes,
    Rational, Size, Surface, cudarc, open_device,
};
pub use output::{Area, Deinterlace};
pub use picture_info::{DecodeStatus, PictureInfo};
pub use pictures::{Picture, Pictures};
pub use sei::Sei;
