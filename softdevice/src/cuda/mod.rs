//! The driver interface (libcuda) over host memory.
//!
//! Contexts, streams, events and memory behave as a real driver's do, down to the codes of
//! the errors; whatever was put on a stream is done when the call returns, but for copies from pinned
//! memory on a stream that is in no order with the default one: these are made when they are
//! waited for. There are no kernels, modules, textures or graphics: those functions exist,
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
mod late;
pub(crate) mod memory;
mod pinned;
mod pointer;
mod primary;
pub(crate) mod status;
pub(crate) mod stream;
mod unsupported;
