//! What the exit status of a program tells the one that started it.

use std::process::{ExitCode, Termination};

use serde::{Deserialize, Serialize};

/// The exit status: the numbers are those of `sysexits.h`.
///
/// An AWS Batch job definition can tell by it what is worth another try:
/// `"evaluateOnExit": [{"onExitCode": "75", "action": "RETRY"}, {"onExitCode": "*", "action": "EXIT"}]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[repr(u8)]
pub enum Exit {
    /// All is done.
    Done = 0,
    /// The command line, or the settings for S3, are wrong.
    Usage = 64,
    /// The input is no video that can be decoded, or is not whole.
    BadInput = 65,
    /// The object or file does not exist, or must not be read or written.
    NoInput = 66,
    /// There is no NVENC or NVDEC here, or it cannot do this.
    Unsupported = 69,
    /// The result is not what it should be.
    WrongResult = 70,
    /// S3 or the GPU is busy, or the job was told to stop: another try may succeed.
    TryAgain = 75,
}

impl Termination for Exit {
    fn report(self) -> ExitCode {
        ExitCode::from(self as u8)
    }
}
