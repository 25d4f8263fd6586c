//! Containers for what the encoder makes: from coded pictures to an object's bytes.

mod appearance;
mod dolby;
mod ebml;
mod feed;
mod format;
mod fragment;
mod fragments;
mod matroska;
mod matroska_tracks;
mod movie;
mod mp4;
mod mp4_sound;
mod pcm_entry;
mod picture;
mod sound;
mod sound_entry;
mod table;
mod times;

use std::io::Write as _;

pub use feed::Feed;
pub use format::Format;
use nvdec::Rational;
use nvenc::Codec;

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
    /// The first picture that was told of is shown at this time.
    first: Option<i64>,
    /// When the output begins, in seconds of the input's pictures; known with the first.
    origin: Option<f64>,
    /// When the last picture is shown.
    last: i64,
    /// How long a picture is shown, in seconds.
    usual: f64,
}

/// How the times of the output begin.
#[derive(Clone, Copy, Debug)]
struct Start {
    /// When the first picture is shown, in units of [`Video::time_base`]: none is before it.
    first: i64,
    /// When it is shown in the output, in seconds: there is sound before it.
    seconds: f64,
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
        let tracks = sound.as_ref().map_or(&[][..], Feed::tracks);
        let kind = match format {
            Format::AnnexB => Kind::AnnexB(store.create(at)?),
            Format::Mp4 | Format::Mov => {
                Kind::Mp4(Box::new(Mp4::create(store, at, format, video, tracks)?))
            }
            Format::Fmp4 => Kind::Fragments(Box::new(Fragments::create(store, at, video, tracks)?)),
            Format::Mkv => Kind::Matroska(Box::new(Matroska::create(store, at, video, tracks)?)),
        };
        Ok(Self {
            kind,
            sound,
            unit: video.time_base.as_f64(),
            first: None,
            origin: None,
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
        self.first.get_or_insert(pts);
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
        match self.origin {
            Some(origin) => self.write_sound(picture.pts as f64 * self.unit - origin)?,
            None => self.begin(picture.pts),
        }
        match &mut self.kind {
            Kind::AnnexB(writer) => writer.write_all(picture.data).map_err(failed())?,
            Kind::Mp4(mp4) => mp4.write(picture)?,
            Kind::Fragments(fragments) => fragments.write(picture)?,
            Kind::Matroska(matroska) => matroska.write(picture)?,
        }
        self.last = self.last.max(picture.pts);
        Ok(())
    }

    /// Makes the object appear under its name, and returns its size in bytes.
    ///
    /// # Errors
    /// Any; then nothing appears, and what was there before stays.
    pub fn finish(mut self) -> Result<u64> {
        self.write_rest_of_sound()?;
        match self.kind {
            Kind::AnnexB(writer) => Ok(writer.finish()?),
            Kind::Mp4(mp4) => mp4.finish(),
            Kind::Fragments(fragments) => fragments.finish(),
            Kind::Matroska(matroska) => matroska.finish(),
        }
    }
}

impl Muxer {
    /// The output begins with what is seen or heard first; nothing is before the beginning.
    fn begin(&mut self, pts: i64) {
        let first = *self.first.get_or_insert(pts);
        let seen = first as f64 * self.unit;
        let heard = self.sound.as_ref().and_then(Feed::first_heard);
        let before = heard.map_or(0.0, |heard| (seen - heard).max(0.0));
        // Where times are rounded to these, all are rounded alike.
        let milliseconds = (before * 1000.0 - 1e-6).ceil();
        let seconds = milliseconds.max(0.0) / 1000.0;
        let start = Start { first, seconds };
        match &mut self.kind {
            Kind::AnnexB(_) => {}
            Kind::Mp4(mp4) => mp4.begin(start),
            Kind::Fragments(fragments) => fragments.begin(start),
            Kind::Matroska(matroska) => matroska.begin(start),
        }
        self.origin = Some(seen - seconds);
        if let Some(sound) = &mut self.sound {
            sound.begin(seen - seconds);
        }
    }

    /// The sound up to a picture, so that it lies near it in the file.
    fn write_sound(&mut self, until: f64) -> Result<()> {
        let Some(sound) = &mut self.sound else {
            return Ok(());
        };
        while let Some((track, piece)) = sound.until(until)? {
            match &mut self.kind {
                Kind::AnnexB(_) => {}
                Kind::Mp4(mp4) => mp4.write_sound(track, &piece)?,
                Kind::Fragments(fragments) => fragments.write_sound(track, piece)?,
                Kind::Matroska(matroska) => matroska.write_sound(track, &piece)?,
            }
        }
        Ok(())
    }

    fn write_rest_of_sound(&mut self) -> Result<()> {
        let (Some(sound), Some(origin)) = (&self.sound, self.origin) else {
            return Ok(());
        };
        let end = self.last as f64 * self.unit - origin + self.usual;
        let until = sound.end(end);
        self.write_sound(until)
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
