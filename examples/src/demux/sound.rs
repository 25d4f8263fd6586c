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
}

/// What a container tells about its sound.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SoundInfo {
    /// How it is coded.
    pub codec: SoundCodec,
    /// What a decoder must know: the AudioSpecificConfig of AAC, the OpusHead of Opus.
    pub config: Vec<u8>,
    /// Loudspeakers.
    pub channels: u16,
    /// The unit of [`Packet::pts`] in seconds.
    pub time_base: Rational,
    /// By how many seconds it is heard later than its times say, as the pictures' times count.
    pub delay: f64,
}

/// The first track of sound.
pub struct Sound {
    inner: Box<dyn FaultySound>,
    name: String,
}

/// [`Sound`] as the containers implement it: they do not know the file's name.
pub(super) trait FaultySound: Send {
    fn info(&self) -> &SoundInfo;

    fn next(&mut self) -> std::result::Result<Option<Packet<'_>>, Fault>;
}

/// Opens the sound of WebM, Matroska and MP4; `None` if there is none.
///
/// # Errors
/// [`Fault::NoSound`] for sound that cannot be copied, and as for [`open`](super::open)
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
        Err(Fault::Silent) => Ok(None),
        Err(fault) => Err(Error { name, fault }),
    }
}

impl Sound {
    /// What the container tells about it.
    pub fn info(&self) -> &SoundInfo {
        self.inner.info()
    }

    /// The next packet, or `None` at the end.
    ///
    /// # Errors
    /// As for [`Demux::next`](super::Demux::next).
    #[allow(clippy::should_implement_trait)] // its items borrow from it
    pub fn next(&mut self) -> Result<Option<Packet<'_>>> {
        self.inner.next().map_err(|fault| Error {
            name: self.name.clone(),
            fault,
        })
    }
}

impl std::fmt::Debug for Sound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sound({}, {:?})", self.name, self.info())
    }
}
