//! Containers: from bytes to the packets that a decoder takes.

mod annexb;
mod appearance;
mod error;
mod fragment_index;
mod fragments;
mod ivf;
pub(crate) mod language;
mod matroska;
mod matroska_appearance;
mod matroska_group;
mod matroska_sound;
mod matroska_track;
mod mp4;
mod mp4_appearance;
mod mp4_end;
mod mp4_entries;
mod mp4_parser;
mod mp4_pcm;
mod mp4_pcm_entry;
mod mp4_sound;
mod probe;
mod raw;
mod raw_picture;
mod sound;
pub(crate) mod sound_packet;
mod source;
mod stream;
mod y4m;

use std::fmt;
use std::io::{Read, Seek};
use std::time::Duration;

pub use appearance::{Appearance, Turn};
pub use error::{Error, Fault};
use nvdec::{Rational, Size};
pub use raw_picture::RawPicture;
pub use sound::{Sound, SoundCodec, SoundInfo, open_sound};

use ivf::Ivf;
use matroska::Matroska;
use mp4::Mp4;
use probe::Container;
use raw::Raw;
use source::Source;
use stream::BareStream;
use y4m::Y4m;

/// What the functions of this module return.
pub type Result<T> = std::result::Result<T, Error>;

/// How the pictures are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Codec {
    /// VP8.
    Vp8,
    /// VP9.
    Vp9,
    /// AV1.
    Av1,
    /// H.264, also called AVC.
    H264,
    /// H.265, also called HEVC.
    Hevc,
    /// Planar Y, U, V of 8 bits, not coded at all.
    I420,
}

impl Codec {
    /// The decoder's name for it; `None` for what needs no decoder.
    pub(crate) fn decoded(self) -> Option<nvdec::Codec> {
        match self {
            Self::Vp8 => Some(nvdec::Codec::Vp8),
            Self::Vp9 => Some(nvdec::Codec::Vp9),
            Self::Av1 => Some(nvdec::Codec::Av1),
            Self::H264 => Some(nvdec::Codec::H264),
            Self::Hevc => Some(nvdec::Codec::Hevc),
            Self::I420 => None,
        }
    }
}

/// As people write it.
impl fmt::Display for Codec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Vp8 => "VP8",
            Self::Vp9 => "VP9",
            Self::Av1 => "AV1",
            Self::H264 => "H.264",
            Self::Hevc => "HEVC",
            Self::I420 => "planar 4:2:0 of 8 bits",
        })
    }
}

/// What a container tells about its video.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct VideoInfo {
    /// How the pictures are coded.
    pub codec: Codec,
    /// Columns and rows.
    pub size: Size,
    /// Pictures in a second, if the container tells.
    pub frame_rate: Option<Rational>,
    /// The unit of [`Packet::pts`] in seconds.
    pub time_base: Rational,
    /// Whether the container tells when pictures are shown; if not, [`Packet::pts`] is of no use.
    pub timed: bool,
    /// Bits of a sample, if the container tells.
    pub bit_depth: Option<u8>,
    /// How many pictures there are, if the container tells; some tell it only roughly.
    pub frames: Option<u64>,
    /// How the pictures are to be shown, as far as the container tells.
    pub appearance: Appearance,
}

/// A picture, or a piece of sound, as it is coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Packet<'a> {
    /// H.264 and HEVC in Annex B form, key pictures with their parameter sets; VP9 a frame or a
    /// superframe; I420 the planes.
    pub data: &'a [u8],
    /// When it is shown, in units of [`VideoInfo::time_base`].
    pub pts: i64,
    /// Whether decoding can start here.
    pub keyframe: bool,
    /// How much of sound at its end is decoded but not heard.
    pub cut: Duration,
}

impl<'a> Packet<'a> {
    /// A packet that did not come out of a container.
    pub fn new(data: &'a [u8], pts: i64, keyframe: bool) -> Self {
        Self {
            data,
            pts,
            keyframe,
            cut: Duration::ZERO,
        }
    }
}

/// What a container's index tells of its pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Index {
    /// Where decoding can start, in the order of the file.
    pub keys: Vec<KeyPicture>,
    /// When each picture is shown, in order of time; empty where the index has key pictures only.
    pub times: Vec<i64>,
}

/// A picture where decoding can start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to, and read from, the plan of a job
pub struct KeyPicture {
    /// When it is shown, in units of [`VideoInfo::time_base`].
    pub pts: i64,
    /// Where it, or what holds it, begins in the file.
    pub offset: u64,
}

/// An index of more pictures than these is not kept: three days of 60 a second.
const MOST_PICTURES: u64 = 16 << 20;

/// Packets of the first video track, in the order in which they are decoded.
pub trait Demux: Send {
    /// What the container tells about the video.
    fn info(&self) -> &VideoInfo;

    /// The next packet, or `None` at the end.
    ///
    /// # Errors
    /// * [`Fault::Truncated`], [`Fault::Damaged`]: the file is not whole
    /// * [`Fault::Read`]: it cannot be read
    fn next(&mut self) -> Result<Option<Packet<'_>>>;

    /// The next picture of raw video, [`Codec::I420`], in the place of [`next`](Self::next): to be
    /// read to its end, without memory in between. `None` at the end.
    ///
    /// # Errors
    /// * [`Fault::Unsupported`]: the video is coded
    /// * those of [`next`](Self::next)
    fn raw_picture(&mut self) -> Result<Option<RawPicture<'_>>>;

    /// The index of the file; `None` if it has none. It is read by itself, without the pictures.
    /// Packets begin anew, with the first.
    ///
    /// # Errors
    /// As for [`next`](Self::next).
    fn index(&mut self) -> Result<Option<Index>>;

    /// The key picture with the very time that it is shown at, where the index tells it roughly;
    /// `None` if nothing does. Before the next packet [`start_at`](Self::start_at) must follow.
    ///
    /// # Errors
    /// As for [`next`](Self::next).
    fn exact(&mut self, key: KeyPicture) -> Result<Option<KeyPicture>>;

    /// Makes the next packet that of a key picture of the index.
    ///
    /// # Errors
    /// * [`Fault::Damaged`]: it is not there
    /// * those of [`next`](Self::next)
    fn start_at(&mut self, key: KeyPicture) -> Result<()>;
}

/// Opens WebM, Matroska, MP4, IVF, Y4M and bare H.264 and HEVC by what they contain, and raw I420
/// by the name's end, `.yuv`.
///
/// The packets of a bare stream are not pictures, but runs of NAL units.
///
/// However large a file is, no picture of more than 256 MiB, no fragment or index of MP4 of more
/// than 512 MiB, no index of Matroska of more than 16 MiB, and no index of more than 16,777,216
/// pictures is read into memory; such a file is refused.
///
/// `name` is for messages. `raw_size` is needed for raw video only.
///
/// # Errors
/// * [`Fault::Empty`], [`Fault::Container`]: this is no video file, or not one of these
/// * [`Fault::NoVideo`], [`Fault::Codec`], [`Fault::Unsupported`]: nothing in it can be decoded
/// * [`Fault::RawSize`]: raw video, and its size is missing or cannot be right
/// * [`Fault::TooLong`]: a part of it makes no sense
/// * [`Fault::Truncated`], [`Fault::Damaged`], [`Fault::Read`]
pub fn open<R>(reader: R, size: u64, name: &str, raw_size: Option<Size>) -> Result<Box<dyn Demux>>
where
    R: Read + Seek + Send + 'static,
{
    let mut source = Source::new(reader, size);
    let opened = match probe::container(&mut source, name) {
        Ok(Container::Matroska) => Matroska::open(source).map(boxed),
        Ok(Container::Mp4) => Mp4::open(source).map(boxed),
        Ok(Container::Ivf) => Ivf::open(source).map(boxed),
        Ok(Container::Y4m) => Y4m::open(source).map(boxed),
        Ok(Container::Bare(codec)) => Ok(boxed(BareStream::open(source, codec))),
        Ok(Container::Raw) => Raw::open(source, raw_size).map(boxed),
        Err(fault) => Err(fault),
    };
    let name = name.to_owned();
    match opened {
        Ok(inner) => Ok(Box::new(Named { inner, name })),
        Err(fault) => Err(Error { name, fault }),
    }
}

fn boxed<T: Faulty + 'static>(demux: T) -> Box<dyn Faulty> {
    Box::new(demux)
}

/// [`Demux`] as the containers implement it: they do not know the file's name.
trait Faulty: Send {
    fn info(&self) -> &VideoInfo;

    fn next(&mut self) -> std::result::Result<Option<Packet<'_>>, Fault>;

    fn raw_picture(&mut self) -> std::result::Result<Option<RawPicture<'_>>, Fault> {
        Err(Fault::Unsupported("its pictures are coded"))
    }

    fn index(&mut self) -> std::result::Result<Option<Index>, Fault> {
        Ok(None)
    }

    fn exact(&mut self, key: KeyPicture) -> std::result::Result<Option<KeyPicture>, Fault> {
        Ok(Some(key))
    }

    /// Only called where there is an index.
    fn start_at(&mut self, _key: KeyPicture) -> std::result::Result<(), Fault> {
        Err(Fault::Damaged("it has no index".to_owned()))
    }
}

struct Named {
    inner: Box<dyn Faulty>,
    name: String,
}

impl Demux for Named {
    fn info(&self) -> &VideoInfo {
        self.inner.info()
    }

    fn next(&mut self) -> Result<Option<Packet<'_>>> {
        self.inner.next().map_err(|fault| Error {
            name: self.name.clone(),
            fault,
        })
    }

    fn raw_picture(&mut self) -> Result<Option<RawPicture<'_>>> {
        self.inner.raw_picture().map_err(|fault| Error {
            name: self.name.clone(),
            fault,
        })
    }

    fn index(&mut self) -> Result<Option<Index>> {
        let index = self.inner.index();
        index.map_err(|fault| self.failed(fault))
    }

    fn exact(&mut self, key: KeyPicture) -> Result<Option<KeyPicture>> {
        let exact = self.inner.exact(key);
        exact.map_err(|fault| self.failed(fault))
    }

    fn start_at(&mut self, key: KeyPicture) -> Result<()> {
        let started = self.inner.start_at(key);
        started.map_err(|fault| self.failed(fault))
    }
}

impl Named {
    fn failed(&self, fault: Fault) -> Error {
        Error {
            name: self.name.clone(),
            fault,
        }
    }
}
