//! The driver interface (libcuda) over host memory.
//!
//! Contexts, streams, events and memory behave as a real driver's do, down to the codes of
//! the errors; streams are synchronous, so whatever was put on one is done when the call
//! returns. There are no kernels, modules, textures or graphics: those functions exist,
//! because clients look them up, and answer `CUDA_ERROR_NOT_SUPPORTED`.

mod allocation;
mod callback;
pub(crate) mod context;
mod copy;
pub(crate) mod device;
mod event;
pub(crate) mod ffi;
mod fill;
pub(crate) mod handles;
pub(crate) mod memory;
mod pinned;
mod pointer;
mod primary;
pub(crate) mod status;
mod stream;
mod unsupported;
