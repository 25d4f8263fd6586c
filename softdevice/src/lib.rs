//! NVIDIA's driver libraries for video, in software: libcuda, libnvcuvid and
//! libnvidia-encode as one shared object that any Linux machine can run.
//!
//! For tests and trials of code that talks to NVENC and NVDEC, and as a strict checker of
//! it. Nothing here is fast, and nothing here is a GPU.
//!
//! ```
//! softdevice::activate()?;
//! assert!(softdevice::is_active());
//! // From here on libcuda.so.1, libnvcuvid.so.1 and libnvidia-encode.so.1 are this device.
//! # Ok::<(), softdevice::ActivateError>(())
//! ```
//!
//! `cargo xtask soft -- PROGRAM` runs any program on it.
//!
//! # Variables
//! | variable | values |
//! |---|---|
//! | `NVSOFT_GPU` | `v100` (default), `t4`, `l4`, `h100` (no encoder), `geforce` (three sessions) |
//! | `NVSOFT_API` | `8.1`, `11.1` (default): what the driver speaks |

mod activate;
pub mod codec;
pub mod cuda;
pub mod cuvid;
pub mod nvenc;
pub mod picture;
mod profile;

pub use activate::{ActivateError, activate, is_active, reexec};
