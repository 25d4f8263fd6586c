//! The video that a job reads, with what its settings say about it.

use std::fmt;
use std::ops::Range;

use nvdec::{Rational, Size};

use super::part::{Part, Window};
use super::{Job, Settings};
use crate::demux::{
    self, Appearance, Codec, Demux, Index, KeyPicture, Packet, RawPicture, VideoInfo,
};
use crate::error::{Error, Result};
use crate::mux::{Feed, Format};
use crate::store::{Location, Reader, Store};
use crate::{log, nal, stop};

/// The video that a job reads.
pub struct Source {
    demux: Box<dyn Demux>,
    name: String,
    bytes: u64,
    version: String,
    /// What the store had read before it was opened.
    fetched: u64,
    limit: u64,
    may_lack_pictures: bool,
    window: Option<Window>,
}

impl Source {
    pub(crate) fn open(store: &Store, from: &Location, settings: &Settings) -> Result<Self> {
        let source = Self::of(store, store.open(from)?, from, settings)?;
        source.warn_of(from, settings);
        Ok(source)
    }

    /// Of what the input does not tell, and of what it tells itself.
    fn warn_of(&self, from: &Location, settings: &Settings) {
        let size = self.info().size;
        if settings.size.is_some_and(|asked| asked != size) {
            log::say(&format!(
                "warning    --size is for raw video: {from} tells its own"
            ));
        }
        if !self.knows_its_rate() && !settings.copy && settings.frame_rate.is_none() {
            log::say(&format!(
                "warning    a bare stream's frame rate is not read: {from} is taken for one of {} \
                 frames/s, --frame-rate tells another",
                self.frame_rate(None)
            ));
        }
    }

    fn knows_its_rate(&self) -> bool {
        self.info().timed || self.info().codec == Codec::I420
    }

    fn of(store: &Store, reader: Reader, from: &Location, settings: &Settings) -> Result<Self> {
        let fetched = store.fetched();
        let (bytes, version) = (reader.size(), reader.version());
        let name = from.to_string();
        let demux = demux::open(reader, bytes, &name, settings.size)?;
        if !settings.copy {
            check_even(&name, demux.info().size)?;
        }
        let limit = settings.frames.unwrap_or(u64::MAX);
        Ok(Self {
            demux,
            name,
            bytes,
            version,
            fetched,
            limit,
            may_lack_pictures: settings.allow_missing,
            window: None,
        })
    }

    /// Opens a video for a look at its index.
    pub(crate) fn open_index(store: &Store, from: &Location, settings: &Settings) -> Result<Self> {
        let mut reader = store.open(from)?;
        reader.only_a_part(0);
        Self::of(store, reader, from, settings)
    }

    /// The sound beside it, for as long as there are pictures. It is read by itself, in small
    /// pieces, since the pictures lie far apart in time from where they are written.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn sound(
        &self,
        store: &Store,
        from: &Location,
        format: Format,
    ) -> Result<Option<Feed>> {
        if self.window.is_some() || self.is_without_sound() {
            return Ok(None);
        }
        let feed = open_sound(store, from, &self.version, format)?;
        Ok(match self.limit {
            u64::MAX => feed,
            _ => feed.map(Feed::only_beside_pictures),
        })
    }

    fn is_without_sound(&self) -> bool {
        !self.info().timed
    }

    /// The version of the object or file that is read.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// What is known of the video and of what is to become of it, for people. Sound that is left
    /// out is said.
    ///
    /// # Errors
    /// * [`Error::Usage`]: it is to be a copy, and cannot be one
    /// * others: the sound cannot be read
    pub fn describe(&self, store: &Store, job: &Job) -> Result<String> {
        let (info, rate) = (self.info(), self.frame_rate(job.settings.frame_rate));
        let frames = self.frames();
        let frames = frames.map_or("unknown".to_owned(), |frames| frames.to_string());
        let (format, _) = job.kind();
        let codec = job.codec_of(self)?;
        self.sound(store, &job.input, format)?;
        let codec = match (job.settings.copy, codec) {
            (true, _) => "the same".to_owned(),
            (false, nvenc::Codec::H264) => "H.264".to_owned(),
            (false, codec) => codec.to_string(),
        };
        let shown = match info.appearance == Appearance::default() {
            true => String::new(),
            false => format!("shown      {}\n", info.appearance),
        };
        Ok(format!(
            "input      {} of {} at {rate} frames/s, {} bytes, frames: {frames}\n\
             {shown}output     {codec} {format}",
            info.codec, info.size, self.bytes
        ))
    }

    /// Where it can be split.
    pub(crate) fn index(&mut self) -> Result<Option<Index>> {
        Ok(self.demux.index()?)
    }

    /// The key pictures among `keys` at which it can really be split, with their very times.
    pub(crate) fn exact(&mut self, keys: Vec<KeyPicture>) -> Result<Vec<KeyPicture>> {
        let mut found: Vec<KeyPicture> = Vec::with_capacity(keys.len());
        for key in keys {
            stop::check()?;
            let is_later = |key: &KeyPicture| found.last().is_none_or(|last| last.pts < key.pts);
            let exact = self.demux.exact(key)?.filter(is_later);
            if let Some(exact) = exact
                && self.can_begin_at(exact)?
            {
                found.push(exact);
            }
        }
        Ok(found)
    }

    /// Of H.264 a decoder begins with IDR pictures only. Those that open a group, whose last
    /// pictures refer to the group before, are key pictures to containers, too.
    fn can_begin_at(&mut self, key: KeyPicture) -> Result<bool> {
        const IDR: u8 = 5;
        if self.info().codec != Codec::H264 {
            return Ok(true);
        }
        self.demux.start_at(key)?;
        let picture = self.demux.next()?;
        let mut units = picture.iter().flat_map(|it| nal::units(it.data));
        Ok(units.any(|unit| nal::h264_kind(unit) == IDR))
    }

    /// Opens a part of a video, and reads little but that. `version` is the one that was split.
    pub(crate) fn open_part(
        store: &Store,
        from: &Location,
        size: Option<Size>,
        version: &str,
        part: &Part,
    ) -> Result<Self> {
        let mut reader = store.open(from)?;
        if reader.version() != version {
            return Err(Error::BadInput(format!(
                "{from} is not the version of it that was split: submit it again"
            )));
        }
        let fetched = store.fetched();
        reader.only_a_part(part.last_byte());
        let bytes = reader.size();
        let name = from.to_string();
        let mut demux = demux::open(reader, bytes, &name, size)?;
        if let Some(start) = part.start {
            demux.start_at(start)?;
        }
        Ok(Self {
            demux,
            name,
            bytes,
            version: version.to_owned(),
            fetched,
            limit: u64::MAX,
            may_lack_pictures: false,
            window: Some(Window::new(part)),
        })
    }

    /// The unit of its times in seconds; where it tells none, a picture counts as one.
    pub(crate) fn time_base(&self, rate: Rational) -> Rational {
        match self.info().timed {
            true => self.info().time_base,
            false => Rational::new(rate.den, rate.num),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn info(&self) -> &VideoInfo {
        self.demux.info()
    }

    pub(crate) fn bytes(&self) -> u64 {
        self.bytes
    }

    pub(super) fn fetched_before(&self) -> u64 {
        self.fetched
    }

    /// How many frames of it are wanted.
    pub(super) fn limit(&self) -> u64 {
        self.limit
    }

    /// How many frames will come, as far as that is known.
    pub(super) fn frames(&self) -> Option<u64> {
        match &self.window {
            Some(window) => window.frames.or_else(|| self.guess(&window.range)),
            None => self.info().frames.map(|frames| frames.min(self.limit)),
        }
    }

    fn guess(&self, range: &Range<i64>) -> Option<u64> {
        let length = range.end.checked_sub(range.start)?;
        let seconds = length as f64 * self.info().time_base.as_f64();
        let frames = seconds * self.info().frame_rate?.as_f64();
        (frames < 1e6).then_some(frames.ceil() as u64)
    }

    /// When the pictures that are wanted are shown.
    pub(super) fn window(&self) -> Range<i64> {
        let window = self.window.as_ref();
        window.map_or(i64::MIN..i64::MAX, |window| window.range.clone())
    }

    /// Whether some of its pictures may be missing.
    pub(super) fn may_lack_pictures(&self) -> bool {
        self.may_lack_pictures
    }

    /// Thirty a second, where nobody knows.
    pub(crate) fn frame_rate(&self, asked: Option<Rational>) -> Rational {
        asked
            .or(self.info().frame_rate)
            .unwrap_or(Rational::new(30, 1))
    }

    pub(super) fn next(&mut self) -> Result<Option<Packet<'_>>> {
        stop::check()?;
        let codec = self.demux.info().codec;
        let packet = self.demux.next()?;
        Ok(match &mut self.window {
            Some(window) => packet.filter(|packet| window.needs(codec, packet)),
            None => packet,
        })
    }

    /// The next picture of raw video, to be read by whoever has a place for it.
    pub(super) fn raw_picture(&mut self) -> Result<Option<RawPicture<'_>>> {
        stop::check()?;
        let picture = self.demux.raw_picture()?;
        Ok(match &self.window {
            Some(window) => picture.filter(|picture| window.range.contains(&picture.pts)),
            None => picture,
        })
    }
}

/// The sound of a version of a video, as far as an output of this kind can hold it.
pub(crate) fn open_sound(
    store: &Store,
    from: &Location,
    version: &str,
    format: Format,
) -> Result<Option<Feed>> {
    let mut reader = store.open(from)?;
    if reader.version() != version {
        return Err(Error::BadInput(format!(
            "{from} is not the version of it that the pictures are of: run or submit it again"
        )));
    }
    reader.in_small_blocks();
    let bytes = reader.size();
    let Some(sound) = demux::open_sound(reader, bytes, &from.to_string())? else {
        return Ok(None);
    };
    let (feed, left_out) = Feed::new(sound, format)?;
    for what in left_out {
        log::say(&format!("warning    left out of {from}: {what}"));
    }
    Ok(feed)
}

/// Chroma has half the columns and rows, and neither NVDEC nor NVENC rounds.
fn check_even(name: &str, size: Size) -> Result<()> {
    if size.width.is_multiple_of(2) && size.height.is_multiple_of(2) {
        return Ok(());
    }
    Err(Error::BadInput(format!(
        "{name}: its pictures are {size}; 4:2:0 video needs an even width and height here"
    )))
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({}, {:?})", self.name, self.info())
    }
}
