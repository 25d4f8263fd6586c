//! Raw bindings to NVIDIA's hardware video encoder (NVENC) and decoder (NVDEC, through
//! NVCUVID), loaded at run time.
//!
//! Nothing is linked and nothing NVIDIA is needed to build: the bindings are checked in,
//! and [`EncodeLibrary`] and [`CuvidLibrary`] open the driver's libraries when asked. A
//! missing driver is a [`LoadError`] that says what was tried and what to install.
//!
//! There is no safe interface here beyond loading; the crates `nvenc` and `nvdec` have it.
//!
//! # Versions
//! One set of bindings speaks the Video Codec SDK's interface from 8.1 to 11.1, because no
//! structure changed its size or version number between the two: which dialect a program
//! speaks is a value, [`ApiVersion`]. [`Versioned::versioned`] makes a structure that says
//! its version in the dialect asked for.
//!
//! # Supported targets
//! 64-bit Linux. NVCUVID's structures have `unsigned long` fields, so they differ on
//! Windows.

#[allow(
    clippy::all,
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    clippy::use_self,
    clippy::undocumented_unsafe_blocks,
    clippy::multiple_unsafe_ops_per_block,
    clippy::missing_safety_doc,
    clippy::semicolon_if_nothing_returned,
    missing_docs,
    missing_debug_implementations,
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals,
    unsafe_op_in_unsafe_fn,
    unreachable_pub
)]
mod bindings {
    #[cfg(feature = "bindgen")]
    include!(concat!(env!("OUT_DIR"), "/bindings.rs"));
    #[cfg(not(feature = "bindgen"))]
    include!("bindings.rs");
}
mod load;
mod status;
mod version;

pub use bindings::*;
pub use load::{Attempt, CuvidLibrary, EncodeLibrary, LoadError};
pub use status::{cuda_result_name, status_name};
pub use version::{ApiVersion, Versioned};
