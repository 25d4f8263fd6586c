//! The sound beside the pictures, which is copied as it is.

use std::io::{Read, Seek};

use nvdec::Rational;

use super::matroska_sound::MatroskaSound;
use super::mp4_sound::Mp4Sound;
use super::probe::{self, Container};
use super::source::Source;
use super::{Error, Fault, Packet, Result};

/// How sound is coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum SoundCodec {
    /// AAC.
    Aac,
    /// Opus.
    Opus,
    /// AC-3, also called Dolby Digital.
    Ac3,
    /// E-AC-3, also called Dolby Digital Plus.
    Eac3,
    /// FLAC.
    Flac,
    /// MP3.
    Mp3,
    /// Not coded at all: samples as they are. Matroska's name of the codec tells how they lie.
    Pcm,
    /// Another, which only Matroska holds: Vorbis, DTS, TrueHD and others.
    Other,
}

/// What a container tells about a track of sound.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SoundInfo {
    /// How it is coded.
    pub codec: SoundCodec,
    /// Matroska's name of the codec, such as `A_AAC`.
    pub codec_id: String,
    /// What a decoder must know, as Matroska has it: the AudioSpecificConfig of AAC, the OpusHead
    /// of Opus, `fLaC` and the metadata blocks of FLAC.
    pub config: Vec<u8>,
    /// Loudspeakers.
    pub channels: u16,
    /// Samples in a second, as the container tells; 0 if it does not.
    pub rate: u32,
    /// Bits of a sample, where the container tells.
    pub bit_depth: Option<u16>,
    /// The unit of [`Packet::pts`] in seconds.
    pub time_base: Rational,
    /// By how many seconds it is heard later than its times say, as the pictures' times count.
    pub delay: f64,
    /// Seconds at the beginning that are decoded but not heard.
    pub hidden: f64,
    /// Its language in the three letters of ISO 639-2/T, or `und`.
    pub language: String,
    /// Whether players choose it unless told otherwise.
    pub is_default: bool,
    /// What people call it; empty for nothing.
    pub title: String,
}

/// The tracks of sound of a file.
pub struct Sound {
    inner: Box<dyn FaultySound>,
    name: String,
}

/// [`Sound`] as the containers implement it: they do not know the file's name.
pub(super) trait FaultySound: Send {
    fn tracks(&self) -> &[SoundInfo];

    fn left_out(&self) -> &[String];

    fn next(&mut self) -> std::result::Result<Option<(usize, Packet<'_>)>, Fault>;
}

/// What is told of a track of video beside the first.
pub(super) fn further_video(number: u64) -> String {
    format!("track {number}, a further video: the first is read")
}

/// Opens the sound of WebM, Matroska and MP4; `None` for containers that have none.
///
/// # Errors
/// As for [`open`](super::open).
pub fn open_sound<R>(reader: R, size: u64, name: &str) -> Result<Option<Sound>>
where
    R: Read + Seek + Send + 'static,
{
    let mut source = Source::new(reader, size);
    let opened: std::result::Result<Box<dyn FaultySound>, Fault> =
        match probe::container(&mut source, name) {
            Ok(Container::Matroska) => MatroskaSound::open(source).map(|it| Box::new(it) as _),
            Ok(Container::Mp4) => Mp4Sound::open(source).map(|it| Box::new(it) as _),
            Ok(_) => return Ok(None),
            Err(fault) => Err(fault),
        };
    let name = name.to_owned();
    match opened {
        Ok(inner) => Ok(Some(Sound { inner, name })),
        Err(fault) => Err(Error { name, fault }),
    }
}

impl Sound {
    /// What the container tells about each track that can be copied; there may be none.
    pub fn tracks(&self) -> &[SoundInfo] {
        self.inner.tracks()
    }

    /// The tracks beside the first of video that are not read: further video, subtitles, and sound
    /// that is coded in a way that nothing is known of. For people.
    pub fn left_out(&self) -> &[String] {
        self.inner.left_out()
    }

    /// The next packet with the number of its track among [`tracks`](Self::tracks), in the order
    /// of the file, or `None` at the end.
    ///
    /// # Errors
    /// As for [`Demux::next`](super::Demux::next).
    #[allow(clippy::should_implement_trait)] // its items borrow from it
    pub fn next(&mut self) -> Result<Option<(usize, Packet<'_>)>> {
        self.inner.next().map_err(|fault| Error {
            name: self.name.clone(),
            fault,
        })
    }
}

impl std::fmt::Debug for Sound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sound({}, {:?})", self.name, self.tracks())
    }
}
