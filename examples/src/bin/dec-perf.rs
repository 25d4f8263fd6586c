//! Measures how fast a video is decoded, in the manner of the SDK's AppDecPerf.

use examples::sdk::{command, dec_perf::DecPerf};
use std::process::ExitCode;

fn main() -> ExitCode {
    command::main::<DecPerf>()
}
