//! The encoder interface (libnvidia-encode) over the codecs of this crate.
//!
//! Calls are checked as the driver checks them and answered with its codes; what was wrong
//! is told by `nvEncGetLastErrorString`. A configuration that the codec behind a session
//! cannot honour is refused with `NV_ENC_ERR_UNSUPPORTED_PARAM`.
//!
//! # Where it differs from a GPU
//! * Lossless coding is reported as the GPU has it, but where the codec behind has it not,
//!   sessions that ask for it are refused.
//! * Motion estimation only is an exhaustive search in whole samples, 16 each way, and no
//!   faster for it.
//! * The nearer of `gopLength` and `idrPeriod` holds for both. Between IDR pictures, x264 and x265
//!   make intra pictures only where the client forces them or look-ahead finds a new scene; the
//!   built-in encoders make them IDR pictures.
//! * With B-frames, x264 and x265 run several pictures behind. `nvEncEncodePicture` answers
//!   `NV_ENC_ERR_NEED_MORE_INPUT` until pictures come; after that some of the youngest
//!   outputs stay unfinished: `nvEncLockBitstream` waits for another thread to submit what
//!   they need, and answers `NV_ENC_ERR_LOCK_BUSY` to the thread that submits. When every
//!   buffer of a client waits, the codec is drained, and an IDR picture follows.
//! * Multi-pass coding is a slower preset of the codec: no picture is coded twice.
//! * What the codec behind cannot do is refused, not passed over: with x264 and x265 that is
//!   little, with the built-in encoders most of what goes beyond size, rate and GOP.
//! * Reconfiguring starts a new coded sequence, so an IDR picture follows.

mod absent;
mod api;
mod buffers;
mod caps;
mod catalogue;
mod config;
mod controls;
mod convert;
mod entry;
mod input;
mod layout;
mod motion;
mod nal;
mod output;
mod own;
mod packed;
mod picture;
mod planes;
mod preset;
mod qp_map;
mod questions;
mod rate;
mod reconfigure;
mod reserved;
mod resources;
mod sei;
mod session;
mod setup;
mod status;
mod version;
mod worker;
