//! cuda
pub(crate) mod memory;
