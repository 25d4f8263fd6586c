//! Video encoding on NVIDIA GPUs (NVENC): frames in device memory in, HEVC or H.264 out.

mod api;
mod builder;
mod caps;
mod core;
mod encoder;
mod error;
mod format;
mod host;
mod inputs;
mod packet;
mod picture;
mod preset;
mod rate;
mod raw;
mod registrations;
mod session;

pub use api::Api;
pub use builder::SessionBuilder;
pub use caps::Caps;
pub use encoder::Encoder;
pub use error::{Error, Failed, Status};
pub use format::Codec;
pub use host::HostFrame;
pub use nvenc_sys::{self as sys, ApiVersion, LoadError};
pub use nvframe::{
    DeviceBuffer, DeviceError, DeviceFrame, Owner, PixelFormat, Plane, Rational, Size, Surface,
    cudarc, open_device,
};
pub use packet::Packet;
pub use picture::{Picture, PictureType};
pub use preset::{Preset, UnknownPreset};
pub use rate::RateControl;
pub use session::{Drain, Session};
