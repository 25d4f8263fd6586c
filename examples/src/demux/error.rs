//! What can be wrong with a video file.

use std::io;

/// What is wrong with which file.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {fault}")]
#[non_exhaustive]
pub struct Error {
    /// The file.
    pub name: String,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with a video file, and what to do.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// There is not a byte in it.
    #[error("the file is empty (0 bytes)")]
    Empty,
    /// It is some other kind of file.
    #[error(
        "this is {0}, not WebM, Matroska, MP4, IVF, Y4M, bare H.264 or HEVC, or raw .yuv; if it has video in it, \
         `ffmpeg -i FILE -c copy FILE.mkv` makes a file that can be read"
    )]
    Container(String),
    /// There is no video in it.
    #[error("there is no video track in it")]
    NoVideo,
    /// Its video is coded in a way that is not handled.
    #[error(
        "its video is {0}, which is not supported here; VP8, VP9, AV1, H.264 and HEVC are: \
         `ffmpeg -i FILE -c:v libx264 -pix_fmt yuv420p FILE.mkv` makes a file that can be read"
    )]
    Codec(String),
    /// It uses something of its container that is not handled.
    #[error("{0}; `ffmpeg -i FILE -c copy FILE.mkv` makes a file without it")]
    Unsupported(&'static str),
    /// A part of it that must be in memory as a whole is longer than any that makes sense.
    #[error("{what} has {size} bytes, more than the {limit} that are read into memory at once")]
    TooLong {
        /// The part.
        what: String,
        /// Its size in bytes.
        size: u64,
        /// How long such a part may be, in bytes.
        limit: u64,
    },
    /// It has more pictures than an index is kept of.
    #[error("it has more than {0} pictures; split it first")]
    TooMany(u64),
    /// Raw video does not tell its size.
    #[error("{0}")]
    RawSize(String),
    /// It ends too early.
    #[error("the file is truncated: {0}; copy it here again")]
    Truncated(String),
    /// Something in it makes no sense.
    #[error("the file is damaged: {0}")]
    Damaged(String),
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] io::Error),
}

impl Fault {
    /// `name` is the container's, of four characters.
    pub(super) fn unknown_type(name: &[u8]) -> Self {
        let codec = match name {
            b"WVC1" | b"vc-1" => "VC-1, ",
            _ => "",
        };
        Self::Codec(format!("{codec}of the type \"{}\"", name.escape_ascii()))
    }
}
