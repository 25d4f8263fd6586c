//! MP4 with its index in front, though the index is known only at the end: room is left for it,
//! and the first part of the upload waits until it is filled in.

use std::io::Write as _;
use std::num::NonZeroU32;

use nvenc::Codec;
use shiguredo_mp4::TrackKind;
use shiguredo_mp4::boxes::SampleEntry;
use shiguredo_mp4::mux::{Mp4FileMuxer, Mp4FileMuxerOptions, MuxError, Sample};

use super::appearance::{add_boxes, turned};
use super::picture::{Sampler, entry};
use super::sound::{Piece, Track, sound_entry};
use super::times::Times;
use super::{Coded, Video, failed};
use crate::demux::Appearance;
use crate::error::{Error, Result};
use crate::store::{Location, Store, Writer};

/// Room for what the index holds besides its entries for pictures; x265 alone puts 2 KB there.
const ROOM: usize = 64 << 10;

/// Room for a picture: its size, its times and, for a key picture, its number.
const ROOM_FOR_PICTURE: f64 = 24.0;

/// Room for a packet of sound, and for a chunk of it between pictures.
const ROOM_FOR_SOUND: f64 = 24.0;

/// More than that is not kept in memory.
const MOST_ROOM: usize = 128 << 20;

/// How many pictures there is room for when nobody knows how many will come. If more come, the
/// index is put at the end of the file.
const PICTURES: u64 = 40_000;

/// Ten hours of 60 pictures a second.
const MOST_PICTURES: u64 = 2_200_000;

#[derive(Debug)]
pub(super) struct Mp4 {
    writer: Writer,
    muxer: Mp4FileMuxer,
    codec: Codec,
    pub(super) appearance: Appearance,
    times: Times,
    position: u64,
    /// The last picture; how long it is shown depends on the next one.
    last: Option<Pending>,
    sampler: Sampler,
    sound: Option<Track>,
    waiting: Vec<Piece>,
    /// What tells how the sound is coded, until that is written.
    sound_entry: Option<SampleEntry>,
}

#[derive(Debug)]
struct Pending {
    entry: Option<SampleEntry>,
    keyframe: bool,
    decoded: i64,
    shown: i64,
    offset: u64,
    size: usize,
}

impl Mp4 {
    pub(super) fn create(
        store: &Store,
        at: &Location,
        video: Video,
        sound: Option<&Track>,
    ) -> Result<Self> {
        let pictures = video.frames.unwrap_or(PICTURES).min(MOST_PICTURES);
        let room_for_sound = sound.map_or(0.0, |track| {
            let packets = f64::from(track.rate) / 960.0; // in a second
            packets / video.frame_rate.as_f64() * ROOM_FOR_SOUND
        });
        let room = pictures as f64 * (ROOM_FOR_PICTURE + room_for_sound);
        let options = Mp4FileMuxerOptions {
            reserved_moov_box_size: ROOM + (room.ceil() as usize).min(MOST_ROOM),
            ..Default::default()
        };
        let muxer = Mp4FileMuxer::with_options(options).map_err(broken)?;
        let head = muxer.initial_boxes_bytes();
        let mut writer = store.create_patchable(at, head.len())?;
        writer.write_all(head).map_err(failed())?;
        Ok(Self {
            writer,
            position: head.len() as u64,
            muxer,
            codec: video.codec,
            appearance: Appearance::default(),
            times: Times::new(video),
            last: None,
            sampler: Sampler::new(video.codec),
            sound_entry: sound.map(sound_entry).transpose()?,
            sound: sound.cloned(),
            waiting: Vec::new(),
        })
    }

    pub(super) fn expect(&mut self, pts: i64) {
        self.times.expected.push_back(pts);
    }

    pub(super) fn write(&mut self, picture: Coded<'_>) -> Result<()> {
        let decoded = self.times.decoded(picture.pts);
        let entry = match (picture.keyframe, self.last.is_none()) {
            (true, _) => Some(self.entry(picture.data)?),
            (false, false) => None,
            (false, true) => return Err(wrong("the first picture is no key picture")),
        };
        self.end_last(decoded)?;
        self.write_waiting()?;
        if picture.keyframe {
            self.sampler.know(picture.data);
        }
        let sample = self.sampler.sample(picture.data)?;
        self.writer.write_all(sample).map_err(failed())?;
        let size = sample.len();
        self.last = Some(Pending {
            entry,
            keyframe: picture.keyframe,
            decoded,
            shown: self.times.scaled(picture.pts),
            offset: self.position,
            size,
        });
        self.position += size as u64;
        Ok(())
    }

    fn entry(&self, picture: &[u8]) -> Result<SampleEntry> {
        let mut entry = entry(self.codec, picture)?;
        add_boxes(&self.appearance, &mut entry);
        Ok(entry)
    }

    /// The index takes samples in the order of the file, so sound waits for the picture before it.
    pub(super) fn write_sound(&mut self, piece: Piece) {
        self.waiting.push(piece);
    }

    fn write_waiting(&mut self) -> Result<()> {
        let mut waiting = std::mem::take(&mut self.waiting);
        waiting
            .drain(..)
            .try_for_each(|piece| self.append_sound(&piece))?;
        self.waiting = waiting;
        Ok(())
    }

    fn append_sound(&mut self, piece: &Piece) -> Result<()> {
        let rate = self.sound.as_ref().map_or(1, |track| track.rate);
        self.writer.write_all(&piece.data).map_err(failed())?;
        let sample = Sample {
            track_kind: TrackKind::Audio,
            sample_entry: self.sound_entry.take(),
            keyframe: true,
            timescale: NonZeroU32::new(rate).unwrap_or(NonZeroU32::MIN),
            duration: piece.samples,
            composition_time_offset: None,
            data_offset: self.position,
            data_size: piece.data.len(),
        };
        self.position += piece.data.len() as u64;
        self.muxer.append_sample(&sample).map_err(broken)
    }

    /// Enters the last picture into the index, now that it is known when the next one comes.
    fn end_last(&mut self, next: i64) -> Result<()> {
        let Some(last) = self.last.take() else {
            return Ok(());
        };
        let duration = u32::try_from(next - last.decoded)
            .map_err(|_| wrong("the time from one picture to the next is out of range"))?;
        let sample = Sample {
            track_kind: TrackKind::Video,
            sample_entry: last.entry,
            keyframe: last.keyframe,
            timescale: self.times.scale,
            duration,
            composition_time_offset: Some(last.shown - last.decoded),
            data_offset: last.offset,
            data_size: last.size,
        };
        self.muxer.append_sample(&sample).map_err(broken)
    }

    pub(super) fn finish(mut self) -> Result<u64> {
        if let Some(last) = &self.last {
            self.end_last(last.decoded + self.times.usual)?;
        }
        self.write_waiting()?;
        let last_boxes = self.muxer.finalize().map_err(broken)?;
        for (offset, bytes) in last_boxes.offset_and_bytes_pairs() {
            let bytes = turned(self.appearance.turn, last_boxes.moov_box(), bytes);
            let bytes = &bytes.map_err(|error| broken(error.into()))?;
            let written = match offset < self.position {
                true => self.writer.patch(offset, bytes),
                false => self.writer.write_all(bytes),
            };
            written.map_err(failed())?;
        }
        Ok(self.writer.finish()?)
    }
}

pub(super) fn broken(error: MuxError) -> Error {
    Error::WrongResult(format!("MP4: {error}"))
}

pub(super) fn wrong(why: &str) -> Error {
    Error::WrongResult(why.to_owned())
}
