//! Containers for what the encoder makes: from coded pictures to an object's bytes.

mod ebml;
mod format;
mod fragments;
mod matroska;
mod mp4;
mod picture;
mod times;

use std::io::Write as _;

pub use format::Format;
use nvdec::Rational;
use nvenc::Codec;

use crate::error::{Error, Result};
use crate::store::{Location, Store, Writer};
use fragments::Fragments;
use matroska::Matroska;
use mp4::Mp4;

/// What is known of the video before its first picture.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::exhaustive_structs)] // it is made elsewhere
pub struct Video {
    /// How it is coded.
    pub codec: Codec,
    /// The unit of times in seconds.
    pub time_base: Rational,
    /// Pictures in a second.
    pub frame_rate: Rational,
    /// How many pictures there will be, if that is known; roughly will do.
    pub frames: Option<u64>,
}

/// A coded picture.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::exhaustive_structs)] // it is made elsewhere
pub struct Coded<'a> {
    /// An access unit in Annex B form.
    pub data: &'a [u8],
    /// When it is shown, in units of [`Video::time_base`].
    pub pts: i64,
    /// Whether decoding can start here.
    pub keyframe: bool,
}

/// An object or a file that coded pictures are written to; dropping it leaves nothing behind.
#[derive(Debug)]
pub struct Muxer(Kind);

#[derive(Debug)]
enum Kind {
    AnnexB(Writer),
    Mp4(Box<Mp4>),
    Fragments(Box<Fragments>),
    Matroska(Box<Matroska>),
}

impl Muxer {
    /// Starts an object or a file.
    ///
    /// # Errors
    /// Those of [`Store::create`].
    pub fn create(store: &Store, at: &Location, format: Format, video: Video) -> Result<Self> {
        Ok(Self(match format {
            Format::AnnexB => Kind::AnnexB(store.create(at)?),
            Format::Mp4 => Kind::Mp4(Box::new(Mp4::create(store, at, video)?)),
            Format::Fmp4 => Kind::Fragments(Box::new(Fragments::create(store, at, video)?)),
            Format::Mkv => Kind::Matroska(Box::new(Matroska::create(store, at, video)?)),
        }))
    }

    /// A picture was given to the encoder: its time, in the order in which pictures are shown.
    ///
    /// Containers that tell when a picture is decoded work it out from that.
    pub fn expect(&mut self, pts: i64) {
        match &mut self.0 {
            Kind::Mp4(mp4) => mp4.expect(pts),
            Kind::Fragments(fragments) => fragments.expect(pts),
            Kind::AnnexB(_) | Kind::Matroska(_) => {}
        }
    }

    /// Adds a picture, in the order in which they are decoded.
    ///
    /// # Errors
    /// It cannot be written, or the container cannot hold it.
    pub fn write(&mut self, picture: Coded<'_>) -> Result<()> {
        match &mut self.0 {
            Kind::AnnexB(writer) => writer.write_all(picture.data).map_err(failed()),
            Kind::Mp4(mp4) => mp4.write(picture),
            Kind::Fragments(fragments) => fragments.write(picture),
            Kind::Matroska(matroska) => matroska.write(picture),
        }
    }

    /// Makes the object appear under its name, and returns its size in bytes.
    ///
    /// # Errors
    /// Any; then nothing appears, and what was there before stays.
    pub fn finish(self) -> Result<u64> {
        match self.0 {
            Kind::AnnexB(writer) => Ok(writer.finish()?),
            Kind::Mp4(mp4) => mp4.finish(),
            Kind::Fragments(fragments) => fragments.finish(),
            Kind::Matroska(matroska) => matroska.finish(),
        }
    }
}

fn failed() -> impl FnOnce(std::io::Error) -> Error {
    Error::system("writing the output")
}
