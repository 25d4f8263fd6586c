//! Video encoding on NVIDIA GPUs (NVENC): frames in, HEVC or H.264 out.
//!
//! ```
//! use nvenc::{Api, Codec, HostFrame, Picture, RateControl, Session, open_device};
//!
//! # softdevice::activate().unwrap();
//! let gpu = open_device(0)?;
//! let mut session: Session<HostFrame> = Api::load()?
//!     .open(&gpu)?
//!     .session(Codec::Hevc, (640, 360))
//!     .rate_control(RateControl::const_qp(26))
//!     .start()?;
//!
//! let mut stream = Vec::new();
//! for number in 0..10 {
//!     let mut frame = session.host_frame()?;
//!     frame.upload(&[&[16 * number; 640 * 360], &[128; 640 * 180]])?; // NV12: Y, then U and V
//!     session.submit(frame, Picture::at(number.into()))?;
//!     while let Some(packet) = session.receive()? {
//!         stream.extend_from_slice(&packet);
//!     }
//! }
//! let mut drain = session.finish()?;
//! while let Some(packet) = drain.receive()? {
//!     stream.extend_from_slice(&packet);
//! }
//! # assert_eq!(stream[..4], [0, 0, 0, 1]);
//! # Ok::<(), nvenc::Error>(())
//! ```
//!
//! # Steps
//! 1. [`open_device`] gives the GPU's CUDA context, which everything on that GPU shares.
//! 2. [`Api::load`] opens the driver's encoder library. Nothing is linked: a machine without
//!    it gets an [`Error::Load`] that says what to install.
//! 3. [`Api::open`] gives an [`Encoder`], which answers what the GPU can do.
//! 4. [`Encoder::session`] begins a [`SessionBuilder`], which says what to encode and how, and
//!    refuses what the GPU cannot do, naming the capability.
//! 5. A [`Session`] owns each frame from [`submit`](Session::submit) until its packet was
//!    [received](Session::receive).
//! 6. [`finish`](Session::finish) turns it into a [`Drain`], which gives the last packets.
//!
//! # Frames
//! A session takes one type of frame: [`HostFrame`], filled from host memory through pinned
//! memory; or any [`DeviceFrame`], such as a frame of the crate `nvdec`, which is encoded where
//! it lies in device memory, without a copy.
//!
//! # Threads
//! Everything is `Send`. A session is used by one thread at a time, or [split](Session::split)
//! in halves for two; several sessions run side by side, on as many NVENC engines as the GPU
//! has. The [manual](manual::pipelining) says what is best when.
//!
//! # Versions
//! The crate speaks the Video Codec SDK's interface 8.1 and 11.1, which need drivers from 390.25
//! and 470.57.02 on; CUDA through cudarc needs 460. The newest that the driver knows is used,
//! unless [`Api::load_version`] pins one.
//!
//! # What does not compile
//! A packet dies at the next call, so it cannot be kept over one:
//! ```compile_fail,E0499
//! # fn f(session: &mut nvenc::Session<nvenc::HostFrame>) -> Result<(), nvenc::Error> {
//! let first = session.receive()?;
//! let second = session.receive()?;
//! drop(first);
//! # Ok(()) }
//! ```
//! nor over a submission, nor beyond its session:
//! ```compile_fail,E0499
//! # fn f(session: &mut nvenc::Session<nvenc::HostFrame>, frame: nvenc::HostFrame) {
//! let packet = session.receive().unwrap();
//! let _ = session.submit(frame, nvenc::Picture::default());
//! drop(packet);
//! # }
//! ```
//! ```compile_fail,E0505
//! # fn f(mut receiver: nvenc::Receiver<nvenc::HostFrame>) {
//! let packet = receiver.receive().unwrap();
//! drop(receiver);
//! drop(packet);
//! # }
//! ```
//! Nothing is submitted after the end:
//! ```compile_fail,E0382
//! # fn f(mut session: nvenc::Session<nvenc::HostFrame>, frame: nvenc::HostFrame) {
//! let drain = session.finish();
//! let _ = session.submit(frame, nvenc::Picture::default());
//! # }
//! ```
//! ```compile_fail,E0382
//! # fn f(mut submitter: nvenc::Submitter<nvenc::HostFrame>, frame: nvenc::HostFrame) {
//! let _ = submitter.finish();
//! let _ = submitter.submit(frame, nvenc::Picture::default());
//! # }
//! ```
//! A frame that was submitted is the session's:
//! ```compile_fail,E0382
//! # fn f(mut session: nvenc::Session<nvenc::HostFrame>, mut frame: nvenc::HostFrame) {
//! let _ = session.submit(frame, nvenc::Picture::default());
//! let _ = frame.upload(&[]);
//! # }
//! ```
//! A session takes one type of frame:
//! ```compile_fail,E0308
//! # fn f(mut session: nvenc::Session<nvenc::HostFrame>, buffer: nvenc::DeviceBuffer) {
//! let _ = session.submit(buffer, nvenc::Picture::default());
//! # }
//! ```
//! While it is being changed, nothing else is done with it:
//! ```compile_fail,E0499
//! # fn f(session: &mut nvenc::Session<nvenc::HostFrame>, frame: nvenc::HostFrame) {
//! let change = session.reconfigure();
//! let _ = session.submit(frame, nvenc::Picture::default());
//! let _ = change.apply();
//! # }
//! ```
//! Two threads cannot share one session, or one half of it:
//! ```compile_fail,E0277
//! fn is_sync<T: Sync>() {}
//! is_sync::<nvenc::Session<nvenc::HostFrame>>();
//! ```
//! ```compile_fail,E0277
//! fn is_sync<T: Sync>() {}
//! is_sync::<nvenc::Receiver<nvenc::HostFrame>>();
//! ```
//! ```compile_fail,E0277
//! fn is_sync<T: Sync>() {}
//! is_sync::<nvenc::Submitter<nvenc::HostFrame>>();
//! ```

mod api;
mod blocks;
mod builder;
mod caps;
mod config;
mod decode_times;
mod encoder;
mod error;
mod extras;
mod failed;
mod feed;
mod fetch;
mod flight;
mod format;
mod halves;
mod host;
mod hub;
mod inputs;
pub mod manual;
mod motion;
mod packet;
pub mod parallel;
mod picture;
mod plan;
mod preset;
mod raw;
mod reconfigure;
mod registrations;
mod report;
mod sei;
mod session;
mod status;
mod tuning;
mod uploads;

pub use api::Api;
pub use blocks::MotionBlock;
pub use builder::SessionBuilder;
pub use caps::Caps;
pub use config::{
    BReferences, Colour, Direct, Entropy, FieldCoding, FieldOrder, Headers, Level, MultiPass,
    Profile, Qp, QpMap, RateControl, Slices,
};
pub use encoder::Encoder;
pub use error::{Error, Shortage};
pub use extras::Extras;
pub use failed::Failed;
pub use format::Codec;
pub use halves::{Receiver, Submitter};
pub use host::HostFrame;
pub use motion::{MotionBuilder, MotionEstimator};
pub use nvenc_sys::{self as sys, ApiVersion, LoadError};
pub use nvframe::{
    CallError, DeviceBuffer, DeviceError, DeviceFrame, Owner, PixelFormat, Plane, Planes, Rational,
    Size, Surface, Uploader, cudarc, new_context, open_device,
};
pub use packet::Packet;
pub use picture::{Picture, PictureType};
pub use plan::Plan;
pub use preset::{Preset, UnknownPreset};
pub use reconfigure::Reconfigure;
pub use report::{CodecReport, Report};
pub use sei::{ContentLight, MasteringDisplay, Sei};
pub use session::{Drain, Session};
pub use status::Status;
pub use tuning::Tuning;
