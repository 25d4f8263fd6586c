//! Encodes the raw pictures of a file, in the manner of the SDK's AppEncCuda.

use examples::sdk::{command, enc_cuda::EncCuda};
use std::process::ExitCode;

fn main() -> ExitCode {
    command::main::<EncCuda>()
}
