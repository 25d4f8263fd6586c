//! Decodes a video into a file of raw pictures, in the manner of the SDK's AppDec.

use examples::sdk::{command, dec::Dec};
use std::process::ExitCode;

fn main() -> ExitCode {
    command::main::<Dec>()
}
