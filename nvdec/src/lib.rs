//! Video decoding on NVIDIA GPUs (NVDEC): byte streams in, frames in device memory out.

mod api;
mod caps;
mod codec;
mod cut;
mod decoder;
mod error;
mod frame;
mod info;
mod pictures;
mod raw;
mod stream;

pub use api::Api;
pub use caps::Caps;
pub use codec::{Chroma, Codec};
pub use decoder::{Decoder, DecoderBuilder};
pub use error::{Error, Status};
pub use frame::Frame;
pub use info::StreamInfo;
pub use nvenc_sys::{self as sys, LoadError};
pub use nvframe::{
    DeviceError, DeviceFrame, PixelFormat, Plane, Rational, Size, Surface, cudarc, open_device,
};
pub use pictures::{Picture, Pictures};
