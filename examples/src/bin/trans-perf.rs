//! Measures how fast a video is decoded and encoded again, in the manner of the SDK's
//! AppTransPerf.

use examples::sdk::{command, trans_perf::TransPerf};
use std::process::ExitCode;

fn main() -> ExitCode {
    command::main::<TransPerf>()
}
