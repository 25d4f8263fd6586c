//! What can go wrong in a job, and the exit status that tells of it.

use std::io;

use nvenc::CallError;

use crate::device::ChooseError;
use crate::exit::Exit;
use crate::{demux, store};

/// What the parts of a job return.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a job failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The options contradict each other.
    #[error("{0}")]
    Usage(String),
    /// An object or a file cannot be read or written.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The input is no video that can be decoded.
    #[error(transparent)]
    Demux(demux::Error),
    /// The input has no pictures, or they cannot be encoded.
    #[error("{0}")]
    BadInput(String),
    /// It cannot be decoded.
    #[error("decoding: {0}")]
    Decode(#[from] nvdec::Error),
    /// It cannot be encoded.
    #[error("encoding: {0}")]
    Encode(#[from] nvenc::Error),
    /// There is no device to work on.
    #[error(transparent)]
    Device(#[from] ChooseError),
    /// Something of this machine failed.
    #[error("{what}: {source}")]
    #[non_exhaustive]
    System {
        /// What was tried.
        what: &'static str,
        /// Why it failed.
        source: io::Error,
    },
    /// The result is not what it should be.
    #[error("the result is wrong: {0}")]
    WrongResult(String),
    /// Some of the inputs of a folder failed, each told when it did: their exit statuses.
    #[error("{} inputs failed", .0.len())]
    Several(Vec<Exit>),
    /// A signal asked the program to end.
    #[error("stopped by a signal; nothing was left behind")]
    Stopped,
}

impl Error {
    /// The exit status that tells of it.
    pub fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) => Exit::Usage,
            Self::Store(error) => store_exit(error),
            Self::Demux(_) | Self::BadInput(_) => Exit::BadInput,
            Self::Decode(error) => decode_exit(error),
            Self::Encode(error) => encode_exit(error),
            Self::Device(_) => Exit::Unsupported,
            Self::WrongResult(_) => Exit::WrongResult,
            Self::Several(failures) => several_exit(failures),
            Self::System { .. } | Self::Stopped => Exit::TryAgain,
        }
    }

    /// What should be there, and is not.
    pub(crate) fn missing(at: &store::Location) -> Self {
        Self::Store(store::Error::missing(at))
    }

    /// For [`Result::map_err`]: a failure of this machine while it did `what`.
    pub(crate) fn system(what: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::from_io(what, source)
    }

    /// A picture that did not get from the input to the GPU: told by the side that failed.
    pub(crate) fn upload(error: io::Error) -> Self {
        match error.downcast::<nvenc::Error>() {
            Ok(error) => Self::Encode(error),
            Err(error) => Self::from_io("reading the input", error),
        }
    }

    /// A failed read or write, told by its cause when it was that of the store.
    fn from_io(what: &'static str, source: io::Error) -> Self {
        match source.downcast::<store::Error>() {
            Ok(error) => Self::Store(error),
            Err(source) => Self::System { what, source },
        }
    }
}

impl From<CallError> for Error {
    fn from(error: CallError) -> Self {
        Self::Encode(error.into())
    }
}

impl From<demux::Error> for Error {
    fn from(error: demux::Error) -> Self {
        match error.fault {
            demux::Fault::Read(source) => Self::from_io("reading the input", source),
            _ => Self::Demux(error),
        }
    }
}

/// Another try, which passes over what is done, may help as long as it may help one of them.
fn several_exit(failures: &[Exit]) -> Exit {
    match failures.first() {
        Some(first) if !failures.contains(&Exit::TryAgain) => *first,
        _ => Exit::TryAgain,
    }
}

fn store_exit(error: &store::Error) -> Exit {
    match error {
        store::Error::Location { .. } => Exit::Usage,
        store::Error::Missing { .. } | store::Error::Denied { .. } => Exit::NoInput,
        store::Error::NoCredentials { .. } => Exit::NoInput,
        store::Error::NoCertificates | store::Error::Settings(_) => Exit::Usage,
        store::Error::Service { busy: false, .. } => Exit::Usage,
        _ => Exit::TryAgain,
    }
}

fn decode_exit(error: &nvdec::Error) -> Exit {
    use nvdec::Error;
    match error {
        Error::Load(_) | Error::Device(_) => Exit::Unsupported,
        Error::UnsupportedCodec { .. } | Error::UnsupportedStream { .. } => Exit::Unsupported,
        Error::UnsupportedSize { .. } | Error::UnsupportedOutput { .. } => Exit::Unsupported,
        Error::NoPicture { .. } => Exit::BadInput,
        _ => Exit::TryAgain,
    }
}

fn encode_exit(error: &nvenc::Error) -> Exit {
    use nvenc::Error;
    match error {
        Error::Load(_) | Error::Device(_) | Error::DriverTooOld { .. } => Exit::Unsupported,
        Error::NoEncoder { .. } | Error::Unsupported { .. } => Exit::Unsupported,
        Error::InvalidValue { name: "size", .. } => Exit::BadInput,
        Error::InvalidValue { .. } => Exit::Usage,
        Error::FrameMismatch { .. } => Exit::BadInput,
        Error::Driver { status, .. } if is_unsupported(*status) => Exit::Unsupported,
        _ => Exit::TryAgain,
    }
}

/// Whether the driver says that it will never do this.
fn is_unsupported(status: nvenc::Status) -> bool {
    let never = ["UNSUPPORTED", "NO_ENCODE_DEVICE", "INVALID_PARAM"];
    let name = status.name().unwrap_or_default();
    never.iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use std::process::Termination as _;

    use super::*;

    #[test]
    fn numbers_are_those_of_sysexits() {
        let numbers = [
            (Exit::Done, 0),
            (Exit::Usage, 64),
            (Exit::BadInput, 65),
            (Exit::NoInput, 66),
            (Exit::Unsupported, 69),
            (Exit::WrongResult, 70),
            (Exit::TryAgain, 75),
        ];
        for (exit, number) in numbers {
            assert_eq!(exit.report(), std::process::ExitCode::from(number));
        }
    }

    #[test]
    fn a_failure_of_the_store_shows_through_the_demuxer() {
        let missing = store::Store::new(store::Access::Environment)
            .unwrap()
            .open(&"/no/such/file".parse().unwrap())
            .unwrap_err();
        let error = demux::Error {
            name: "a".to_owned(),
            fault: demux::Fault::Read(missing.into()),
        };
        assert_eq!(Error::from(error).exit(), Exit::NoInput);
    }

    #[test]
    fn what_another_try_may_mend() {
        assert_eq!(Error::Stopped.exit(), Exit::TryAgain);
        let full = io::Error::from(io::ErrorKind::StorageFull);
        assert_eq!(Error::system("writing")(full).exit(), Exit::TryAgain);
        assert_eq!(Error::Usage(String::new()).exit(), Exit::Usage);
        let several = |exits: &[Exit]| Error::Several(exits.to_vec()).exit();
        assert_eq!(several(&[Exit::NoInput, Exit::BadInput]), Exit::NoInput);
        assert_eq!(several(&[Exit::NoInput, Exit::TryAgain]), Exit::TryAgain);
    }
}
