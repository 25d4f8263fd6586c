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
//! * An intra picture is always an IDR picture.
//! * With B-frames, x264 and x265 run several pictures behind. `nvEncEncodePicture` answers
//!   `NV_ENC_ERR_NEED_MORE_INPUT` until pictures come; after that some of the youngest
//!   outputs stay unfinished: `nvEncLockBitstream` waits for another thread to submit what
//!   they need, and answers `NV_ENC_ERR_LOCK_BUSY` to the thread that submits. When every
//!   buffer of a client waits, the codec is drained, and an IDR picture follows.
//! * Accepted and without effect: adaptive quantisation, look-ahead, multi-pass, reference
//!   frame counts, the level, H.264's Main profile (High is coded), VUI, timing SEI.
//! * Reconfiguring starts a new coded sequence, so an IDR picture follows.

mod api;
mod buffers;
mod caps;
mod catalogue;
mod config;
mod controls;
mod convert;
mod entry;
mod layout;
mod motion;
mod nal;
mod output;
mod own;
mod picture;
mod planes;
mod preset;
mod qp_map;
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
