//! What a video encoder and a video decoder on one GPU have in common: pixel formats and
//! how they lie in memory, sizes, device memory, and the [`Surface`] that one hands to the
//! other.
//!
//! The crates `nvenc` and `nvdec` export what their users need of it.

mod colour;
mod device;
mod format;
mod memory;
mod planes;
mod size;
mod stream;
mod surface;
mod upload;

pub use colour::{Colour, ContentLight, MasteringDisplay};
pub use cudarc;
pub use device::{DeviceError, bind, new_context, open_device, wait_for_default_stream};
pub use format::PixelFormat;
pub use memory::{DeviceBuffer, PinnedBuffer};
pub use planes::{Plane, Planes};
pub use size::{Rational, Size};
pub use stream::CallError;
pub use surface::{DeviceFrame, Owner, Surface};
pub use upload::Uploader;
