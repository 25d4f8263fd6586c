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
//! | `NVSOFT_DEVICES` | how many such GPUs there are, 1 (default) to 16; each has its own memory, primary context and encoder engines |
//! | `NVSOFT_ENCODER` | `builtin`: x264 and x265 are not used, installed or not |
//! | `NVSOFT_CODEC` | `null`: encoders answer at once with a tiny access unit and never look at pixels; decoders leave pixels as they are. With it the file can stand in for `libnvidia-encode.so.1` alone, over a real libcuda |
//! | `NVSOFT_FRAME_US` | microseconds that an encoder engine takes for a frame; sessions of a GPU share its engines, one at a time for each. Best with the null codec |
//! | `NVSOFT_ENGINES` | how many engines a GPU has then; the GPU's own number if not said |
//! | `NVSOFT_TRACE` | a file, to which a line of JSON is appended for each driver call |
//! | `NVSOFT_FAULTS` | calls that fail or finish late: `nvEncEncodePicture:3=10,cuvidMapVideoFrame64:*=2,nvEncLockBitstream:4=late250`, each a function, the number of the call (`*`: all), and a status, `late` with milliseconds (100), or `held` until the faults are others. A function that undoes another does so all the same. In-process: [`faults::set`] |
//! | `NVSOFT_STRICT` | `report`: mistakes of the client, and what it leaves at exit, go to the standard error stream; `abort`: the first mistake is fatal. In-process: [`report`](report()) |

mod activate;
pub mod codec;
mod counting;
pub mod cuda;
pub mod cuvid;
mod engines;
mod ledger;
mod nal;
pub mod nvenc;
pub mod picture;
mod profile;
mod report;
mod sweep;
mod watch;

pub use activate::{ActivateError, activate, is_active, reexec};
pub use counting::CountingAllocator;
pub use report::{Report, faults, forgive, report};
pub use sweep::{BINDING_CALLS, OPENING_CALLS, sweep, sweep_late};
