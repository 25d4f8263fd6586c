use crate::Error;
use std::{error, fmt};

/// An error and the value that could not be used, so that nothing is lost.
///
/// `?` turns it into the plain [`Error`].
#[allow(clippy::exhaustive_structs)] // to be taken apart
pub struct Failed<T> {
    /// What went wrong.
    pub error: Error,
    /// What was passed in.
    pub value: T,
}

impl<T> From<Failed<T>> for Error {
    fn from(failed: Failed<T>) -> Self {
        failed.error
    }
}

impl<T> fmt::Debug for Failed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Failed")
            .field("error", &self.error)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Display for Failed<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<T> error::Error for Failed<T> {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.error.source()
    }
}
