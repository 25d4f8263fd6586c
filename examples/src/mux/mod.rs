//! Containers for what the encoder makes: from coded pictures to an object's bytes.

mod appearance;
mod ebml;
mod format;
mod fragments;
mod matroska;
mod mp4;
mod picture;
mod sound;
mod times;

use std::io::Write as _;

pub use format::Format;
use nvdec::Rational;
use nvenc::Codec;
pub use sound::Feed;

use crate::demux::{Appearance, Turn};
use crate::error::{Error, Result};
use crate::log;
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
pub struct Muxer {
    kind: Kind,
    sound: Option<Feed>,
    /// The unit of times in seconds.
    unit: f64,
    /// When the first picture is shown.
    first: Option<i64>,
    /// When the last picture is shown.
    last: i64,
    /// How long a picture is shown, in seconds.
    usual: f64,
}

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
        Self::with_sound(store, at, format, video, None)
    }

    /// Starts an object or a file with sound beside the pictures; bare streams have none.
    ///
    /// # Errors
    /// Those of [`Store::create`], and [`Error::BadInput`] for sound that it cannot hold.
    pub fn with_sound(
        store: &Store,
        at: &Location,
        format: Format,
        video: Video,
        sound: Option<Feed>,
    ) -> Result<Self> {
        let sound = sound.filter(|_| format != Format::AnnexB);
        let track = sound.as_ref().map(Feed::track);
        let kind = match format {
            Format::AnnexB => Kind::AnnexB(store.create(at)?),
            Format::Mp4 => Kind::Mp4(Box::new(Mp4::create(store, at, video, track)?)),
            Format::Fmp4 => Kind::Fragments(Box::new(Fragments::create(store, at, video, track)?)),
            Format::Mkv => Kind::Matroska(Box::new(Matroska::create(store, at, video, track)?)),
        };
        Ok(Self {
            kind,
            sound,
            unit: video.time_base.as_f64(),
            first: None,
            last: i64::MIN,
            usual: 1.0 / video.frame_rate.as_f64(),
        })
    }

    /// How its pictures are to be shown. To be told before the first of them.
    ///
    /// What the container cannot say is left out, with a warning.
    pub fn show(&mut self, appearance: Appearance) {
        match &mut self.kind {
            Kind::AnnexB(_) if appearance.turn != Turn::None => {
                let degrees = appearance.turn.degrees();
                warn(&format!("turned by {degrees} degrees"));
            }
            Kind::AnnexB(_) => {}
            Kind::Mp4(mp4) => mp4.appearance = appearance,
            Kind::Fragments(fragments) => fragments.appearance = appearance,
            Kind::Matroska(matroska) => matroska.appearance = appearance,
        }
        if let Some(left_out) = appearance.left_out {
            warn(left_out);
        }
    }

    /// A picture was given to the encoder: its time, in the order in which pictures are shown.
    ///
    /// Containers that tell when a picture is decoded work it out from that.
    pub fn expect(&mut self, pts: i64) {
        match &mut self.kind {
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
        match &mut self.kind {
            Kind::AnnexB(writer) => writer.write_all(picture.data).map_err(failed())?,
            Kind::Mp4(mp4) => mp4.write(picture)?,
            Kind::Fragments(fragments) => fragments.write(picture)?,
            Kind::Matroska(matroska) => matroska.write(picture)?,
        }
        self.last = self.last.max(picture.pts);
        self.write_sound(Some(picture.pts))
    }

    /// Makes the object appear under its name, and returns its size in bytes.
    ///
    /// # Errors
    /// Any; then nothing appears, and what was there before stays.
    pub fn finish(mut self) -> Result<u64> {
        self.write_sound(None)?;
        match self.kind {
            Kind::AnnexB(writer) => Ok(writer.finish()?),
            Kind::Mp4(mp4) => mp4.finish(),
            Kind::Fragments(fragments) => fragments.finish(),
            Kind::Matroska(matroska) => matroska.finish(),
        }
    }
}

impl Muxer {
    /// The sound up to a picture, so that it lies near it in the file; all that is left at the end.
    fn write_sound(&mut self, pts: Option<i64>) -> Result<()> {
        let Some(sound) = &mut self.sound else {
            return Ok(());
        };
        if let (None, Some(pts)) = (self.first, pts) {
            self.first = Some(pts);
            sound.begin(pts as f64 * self.unit)?;
        }
        let first = self.first.unwrap_or_default();
        let seconds = |pts: i64| pts.saturating_sub(first) as f64 * self.unit;
        let until = match pts {
            Some(pts) => seconds(pts),
            None => sound.end(seconds(self.last) + self.usual),
        };
        while let Some(piece) = sound.until(until)? {
            match &mut self.kind {
                Kind::AnnexB(_) => {}
                Kind::Mp4(mp4) => mp4.write_sound(piece),
                Kind::Fragments(fragments) => fragments.write_sound(piece)?,
                Kind::Matroska(matroska) => matroska.write_sound(&piece)?,
            }
        }
        Ok(())
    }
}

fn warn(left_out: &str) {
    log::say(&format!(
        "warning    the output does not say that its pictures are to be {left_out}, as the input does"
    ));
}

fn failed() -> impl FnOnce(std::io::Error) -> Error {
    Error::system("writing the output")
}
