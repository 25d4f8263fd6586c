//! What can go wrong with objects and files, told apart by what to do about it.

use std::io;

/// A failure to read or write an object or a file.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The text is not the name of an object or a file.
    #[error("{text:?} is no place to read or write: {why}")]
    #[non_exhaustive]
    Location {
        /// The text.
        text: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Neither the object nor, perhaps, its bucket exists.
    #[error("{location} does not exist{}", in_parentheses(.detail))]
    #[non_exhaustive]
    Missing {
        /// What was asked for.
        location: String,
        /// What S3 said.
        detail: String,
    },
    /// The credentials, or the file's mode, do not allow it.
    #[error(
        "access to {location} was refused{}; check the credentials (AWS_ACCESS_KEY_ID and \
         AWS_SECRET_ACCESS_KEY, or the job's role) and that they may read and write there",
        in_parentheses(.detail)
    )]
    #[non_exhaustive]
    Denied {
        /// What was asked for.
        location: String,
        /// What S3 said.
        detail: String,
    },
    /// The object was replaced while it was being read.
    #[error("{location} was replaced while it was being read; run the job again")]
    #[non_exhaustive]
    Changed {
        /// The object.
        location: String,
    },
    /// No credentials were found anywhere.
    #[error(
        "no credentials for {location}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run \
         with an ECS task role or an instance role ({source})"
    )]
    #[non_exhaustive]
    NoCredentials {
        /// What was asked for.
        location: String,
        /// What the last place that was asked said.
        source: object_store::Error,
    },
    /// There are no CA certificates on this machine, and the endpoint is an https one.
    #[error("no CA certificates on this machine: install the package ca-certificates")]
    NoCertificates,
    /// The settings for S3 are wrong.
    #[error("S3 settings: {0}")]
    Settings(object_store::Error),
    /// S3 could not be reached, or went on failing.
    #[error("{location}: {source}{}", root_cause(.source))]
    #[non_exhaustive]
    Failed {
        /// What was asked for.
        location: String,
        /// The last failure.
        source: object_store::Error,
    },
    /// The answer to the last request of an upload was lost, and S3 no longer knows the upload.
    #[error(
        "it is not known whether {location} is complete: S3's word on that was lost, and asked \
         again it said: {source}"
    )]
    #[non_exhaustive]
    Unconfirmed {
        /// The object.
        location: String,
        /// What S3 said.
        source: object_store::Error,
    },
    /// An AWS service other than S3 refused, or was out of reach.
    #[error("{service}: {said}")]
    #[non_exhaustive]
    Service {
        /// The service.
        service: String,
        /// What it said.
        said: String,
        /// Whether it may do it at another time.
        busy: bool,
    },
    /// A signal asked the program to end.
    #[error("stopped by a signal")]
    Stopped,
    /// The operating system refused.
    #[error("{location}: {source}")]
    #[non_exhaustive]
    Io {
        /// The file.
        location: String,
        /// The reason.
        source: io::Error,
    },
}

impl Error {
    /// Sorts a failure of S3 by what to do about it.
    pub(super) fn from_s3(location: String, error: object_store::Error) -> Self {
        use object_store::Error as S3;
        let detail = s3_code(&error);
        match error {
            // Lists tell no kind of failure but by the code.
            _ if detail == "NoSuchBucket" => Self::Missing {
                location: format!("the bucket of {location}"),
                detail,
            },
            S3::Generic { .. } if REFUSALS.contains(&detail.as_str()) => {
                Self::Denied { location, detail }
            }
            S3::NotFound { .. } => Self::Missing { location, detail },
            S3::PermissionDenied { .. } | S3::Unauthenticated { .. } => {
                Self::Denied { location, detail }
            }
            S3::Precondition { .. } => Self::Changed { location },
            source if chain(&source).any(|text| text.contains("/latest/")) => {
                Self::NoCredentials { location, source }
            }
            source => Self::Failed { location, source },
        }
    }

    /// Sorts a failure to set up the client.
    pub(super) fn from_settings(error: object_store::Error) -> Self {
        if chain(&error).any(|text| text.contains("No CA certificates")) {
            return Self::NoCertificates;
        }
        Self::Settings(error)
    }

    /// Nothing is there.
    pub(crate) fn missing(location: &super::Location) -> Self {
        Self::Missing {
            location: location.to_string(),
            detail: String::new(),
        }
    }

    /// What failed when an object or a file that is open was read or written.
    pub(super) fn of_read(location: &super::Location, error: io::Error) -> Self {
        match error.downcast::<Self>() {
            Ok(error) => error,
            Err(error) => Self::from_io(location, error),
        }
    }

    /// Sorts a failure of the operating system.
    pub(super) fn from_io(location: impl std::fmt::Display, source: io::Error) -> Self {
        let location = location.to_string();
        let detail = String::new();
        match source.kind() {
            io::ErrorKind::NotFound => Self::Missing { location, detail },
            io::ErrorKind::PermissionDenied => Self::Denied {
                location,
                detail: "file mode".to_owned(),
            },
            _ => Self::Io { location, source },
        }
    }
}

impl From<Error> for io::Error {
    fn from(error: Error) -> Self {
        Self::other(error)
    }
}

fn in_parentheses(detail: &str) -> String {
    match detail {
        "" => String::new(),
        _ => format!(" ({detail})"),
    }
}

/// The codes by which S3 refuses.
const REFUSALS: [&str; 3] = [
    "AccessDenied",
    "InvalidAccessKeyId",
    "SignatureDoesNotMatch",
];

/// The `<Code>` of S3's answer, such as `SignatureDoesNotMatch`.
fn s3_code(error: &(dyn std::error::Error + 'static)) -> String {
    chain(error)
        .find_map(|text| {
            let (_, rest) = text.split_once("<Code>")?;
            Some(rest.split_once("</Code>")?.0.to_owned())
        })
        .unwrap_or_default()
}

/// What is at the bottom of it, where the message does not say.
fn root_cause(error: &object_store::Error) -> String {
    let message = error.to_string();
    let root = chain(error).last().unwrap_or_default();
    match message.contains(&root) {
        true => String::new(),
        false => format!(": {root}"),
    }
}

fn chain(error: &(dyn std::error::Error + 'static)) -> impl Iterator<Item = String> {
    std::iter::successors(Some(error), |error| error.source()).map(ToString::to_string)
}
