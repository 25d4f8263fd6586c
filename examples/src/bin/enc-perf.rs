//! Measures how fast raw pictures are encoded, in the manner of the SDK's AppEncPerf.

use examples::sdk::{command, enc_perf::EncPerf};
use std::process::ExitCode;

fn main() -> ExitCode {
    command::main::<EncPerf>()
}
