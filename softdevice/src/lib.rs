//! softdevice
pub mod codec;
pub mod cuda;
pub mod cuvid;
pub mod nvenc;
pub mod picture;
