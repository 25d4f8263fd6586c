//! MP4 in fragments: each has its own index, so the file can be played while it is written, and
//! takes little memory, however long it is.

use std::io::Write as _;

use nvenc::Codec;
use shiguredo_mp4::boxes::SampleEntry;

use super::appearance::add_boxes;
use super::fragment::{self, Run};
use super::movie::VIDEO;
use super::mp4::wrong;
use super::picture::{Sampler, entry};
use super::sound::{Clock, Piece, Track};
use super::times::Times;
use super::{Coded, Start, Video, failed};
use crate::demux::Appearance;
use crate::error::Result;
use crate::store::{Location, Store, Writer};

/// A fragment ends at a key picture, or with the picture that makes it this long.
const LARGEST: usize = 16 << 20;

#[derive(Debug)]
pub(super) struct Fragments {
    writer: Writer,
    position: u64,
    /// Fragments written so far.
    count: u32,
    codec: Codec,
    pub(super) appearance: Appearance,
    times: Times,
    /// When the first picture is shown, in units of its track.
    start: i64,
    /// How much later than that was to be, in seconds: the sound is, too.
    late: f64,
    /// How much later than decoded pictures must be shown so that none is shown before; known when
    /// the first fragment is.
    shift: Option<i64>,
    /// How the pictures are coded. Where that changes, their parameter sets are with them.
    entry: Option<SampleEntry>,
    /// Where fragments begin with a key picture, and when that is shown.
    keys: Vec<(u64, u64)>,
    pictures: Run,
    /// When the last of `pictures` is decoded.
    decoded: i64,
    sound: Vec<Heard>,
    sampler: Sampler,
}

/// The sound of the fragment, which comes after its pictures.
#[derive(Debug)]
struct Heard {
    track: Track,
    clock: Clock,
    run: Run,
    /// The last packet; how long it is depends on the next one.
    last: Option<(i64, Piece)>,
}

impl Fragments {
    pub(super) fn create(
        store: &Store,
        at: &Location,
        video: Video,
        sound: &[Track],
    ) -> Result<Self> {
        Ok(Self {
            writer: store.create(at)?,
            position: 0,
            count: 0,
            codec: video.codec,
            appearance: Appearance::default(),
            times: Times::new(video),
            start: 0,
            late: 0.0,
            shift: None,
            entry: None,
            keys: Vec::new(),
            pictures: Run::default(),
            decoded: 0,
            sound: sound.iter().map(Heard::new).collect(),
            sampler: Sampler::new(video.codec),
        })
    }

    pub(super) fn expect(&mut self, pts: i64) {
        self.times.expect(pts);
    }

    pub(super) fn begin(&mut self, start: Start) {
        self.times.begin(start.first);
        let scale = f64::from(self.times.scale.get());
        let units = start.seconds * scale;
        self.start = (units - 1e-6).ceil() as i64;
        self.late = (self.start as f64 - units) / scale;
    }

    pub(super) fn write(&mut self, picture: Coded<'_>) -> Result<()> {
        let decoded = self.times.decoded(picture.pts);
        self.end_last(decoded)?;
        if picture.keyframe || self.pictures.payload.len() >= LARGEST {
            self.end_fragment()?;
        }
        let is_first = self.shift.is_none() && self.pictures.samples.is_empty();
        if is_first && !picture.keyframe {
            return Err(wrong("the first picture is no key picture"));
        }
        if is_first {
            self.sampler.know(picture.data);
            let mut entry = entry(self.codec, picture.data)?;
            add_boxes(&self.appearance, &mut entry);
            self.entry = Some(entry);
        }
        let sample = self.sampler.sample(picture.data)?;
        let later = self.times.scaled(picture.pts) - decoded;
        let begin = decoded + self.start;
        self.pictures
            .push(begin, sample, picture.keyframe, Some(later));
        self.decoded = decoded;
        Ok(())
    }

    pub(super) fn write_sound(&mut self, track: usize, mut piece: Piece) -> Result<()> {
        piece.time += self.late;
        self.sound[track].add(piece)?;
        let held: usize = self.sound.iter().map(|it| it.run.bytes()).sum();
        match self.shift {
            Some(_) if held >= LARGEST => self.end_fragment_of(false),
            _ => Ok(()),
        }
    }

    fn end_last(&mut self, next: i64) -> Result<()> {
        self.pictures
            .end_last(next - self.decoded)
            .ok_or_else(|| wrong("the time from one picture to the next is out of range"))
    }

    fn end_fragment(&mut self) -> Result<()> {
        match self.pictures.samples.is_empty() {
            true => Ok(()),
            false => self.end_fragment_of(true),
        }
    }

    /// With the pictures, or with sound alone.
    fn end_fragment_of(&mut self, with_pictures: bool) -> Result<()> {
        let shift = self.shift();
        if self.count == 0 {
            let head = self.head(shift)?;
            self.append(&head)?;
        }
        let mut runs = Vec::new();
        if with_pictures {
            self.add_key(shift);
            self.pictures.delay(shift);
            runs.push((VIDEO, &self.pictures));
        }
        let numbers = VIDEO + 1..;
        let sound = numbers
            .zip(&self.sound)
            .filter(|(_, it)| !it.run.samples.is_empty());
        runs.extend(sound.map(|(number, heard)| (number, &heard.run)));
        self.count += 1;
        let index = fragment::index(self.count, &runs)?;
        self.writer.write_all(&index).map_err(failed())?;
        self.position += index.len() as u64;
        for (_, run) in &runs {
            self.writer.write_all(&run.payload).map_err(failed())?;
            self.position += run.payload.len() as u64;
        }
        if with_pictures {
            self.pictures.clear();
        }
        self.sound.iter_mut().for_each(|heard| heard.run.clear());
        Ok(())
    }

    fn head(&self, shift: i64) -> Result<Vec<u8>> {
        let sound: Vec<&Track> = self.sound.iter().map(|heard| &heard.track).collect();
        fragment::head(
            self.times.scale,
            self.entry.as_ref(),
            &self.appearance,
            shift,
            &sound,
        )
    }

    fn append(&mut self, bytes: &[u8]) -> Result<()> {
        self.position += bytes.len() as u64;
        self.writer.write_all(bytes).map_err(failed())
    }

    fn add_key(&mut self, shift: i64) {
        let Some(first) = self.pictures.samples.first() else {
            return;
        };
        if self.pictures.begins_with_key {
            let later = first.composition_time_offset.unwrap_or(0) + shift;
            let shown = self.pictures.start.saturating_add(later);
            self.keys.push((self.position, shown.max(0) as u64));
        }
    }

    fn shift(&mut self) -> i64 {
        let samples = self.pictures.samples.iter();
        let offsets = samples.filter_map(|sample| sample.composition_time_offset);
        let needed = offsets.map(|offset| -offset).max().unwrap_or(0).max(0);
        *self.shift.get_or_insert(needed)
    }

    pub(super) fn finish(mut self) -> Result<u64> {
        self.end_last(self.decoded + self.times.usual)?;
        for heard in &mut self.sound {
            heard.end_last(None)?;
        }
        let has_sound = self.sound.iter().any(|it| !it.run.samples.is_empty());
        match self.pictures.samples.is_empty() {
            false => self.end_fragment_of(true)?,
            true if self.count > 0 && has_sound => self.end_fragment_of(false)?,
            true => {}
        }
        if self.count == 0 {
            return Err(wrong("MP4: it has no picture"));
        }
        let list = fragment::list(&self.keys)?;
        self.append(&list)?;
        Ok(self.writer.finish()?)
    }
}

impl Heard {
    fn new(track: &Track) -> Self {
        Self {
            clock: Clock::new(track),
            track: track.clone(),
            run: Run::default(),
            last: None,
        }
    }

    fn add(&mut self, piece: Piece) -> Result<()> {
        let at = self.clock.place(piece.time, piece.samples);
        let at = at.saturating_add(self.track.hidden_samples());
        self.end_last(Some(at))?;
        self.last = Some((at, piece));
        Ok(())
    }

    /// It waits until it is known how long it is, in the next fragment if need be.
    fn end_last(&mut self, next: Option<i64>) -> Result<()> {
        let Some((at, piece)) = self.last.take() else {
            return Ok(());
        };
        let samples = next.map_or(i64::from(piece.heard(self.track.rate)), |next| next - at);
        self.run.push(at, &piece.data, true, None);
        self.run
            .end_last(samples)
            .ok_or_else(|| wrong("the time without sound is out of range"))
    }
}
