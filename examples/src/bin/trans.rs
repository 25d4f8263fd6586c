//! Makes a video of another codec or bit rate of one, in the manner of the SDK's AppTrans.

use examples::sdk::{command, trans::Trans};
use std::process::ExitCode;

fn main() -> ExitCode {
    command::main::<Trans>()
}
