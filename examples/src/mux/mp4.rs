//! MP4 with its index in front, though the index is known only at the end: room is left for it,
//! and the first part of the upload waits until it is filled in.

use std::io::Write as _;
use std::num::NonZeroU32;

use nvenc::Codec;
use shiguredo_mp4::Encode as _;
use shiguredo_mp4::boxes::{Brand, FtypBox, SampleEntry, TrakBox};

use super::appearance::{add_boxes, set_shown};
use super::movie::{self, Edits, Head, VIDEO, scaled};
use super::mp4_sound::Heard;
use super::picture::{Sampler, entry};
use super::sound::{Piece, Track};
use super::table::{Sample, Table};
use super::times::Times;
use super::{Coded, Format, Start, Video, failed};
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

/// The size of a box and its kind.
const BOX_HEADER: usize = 8;

#[derive(Debug)]
pub(super) struct Mp4 {
    writer: Writer,
    /// Where the room for the index begins, and how long it is.
    room: (u64, usize),
    codec: Codec,
    pub(super) appearance: Appearance,
    times: Times,
    /// When the first picture is shown, in seconds.
    start: f64,
    position: u64,
    /// The last picture; how long it is shown depends on the next one.
    last: Option<Pending>,
    table: Table,
    sampler: Sampler,
    sound: Vec<Heard>,
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
        format: Format,
        video: Video,
        sound: &[Track],
    ) -> Result<Self> {
        let mut head = file_type(format)?;
        let start = head.len() as u64;
        let room = room(&video, sound);
        head.extend((room as u32).to_be_bytes());
        head.extend(b"free");
        head.resize(start as usize + room, 0);
        head.extend(b"\0\0\0\x01mdat\0\0\0\0\0\0\0\0"); // its size comes at the end
        let mut writer = store.create_patchable(at, head.len())?;
        writer.write_all(&head).map_err(failed())?;
        Ok(Self {
            writer,
            position: head.len() as u64,
            room: (start, room),
            codec: video.codec,
            appearance: Appearance::default(),
            times: Times::new(video),
            start: 0.0,
            last: None,
            table: Table::default(),
            sampler: Sampler::new(video.codec),
            sound: sound.iter().map(Heard::new).collect(),
        })
    }

    pub(super) fn expect(&mut self, pts: i64) {
        self.times.expect(pts);
    }

    pub(super) fn begin(&mut self, start: Start) {
        self.times.begin(start.first);
        self.start = start.seconds;
    }

    pub(super) fn write(&mut self, picture: Coded<'_>) -> Result<()> {
        let decoded = self.times.decoded(picture.pts);
        let entry = match (picture.keyframe, self.last.is_none()) {
            (true, _) => Some(self.entry(picture.data)?),
            (false, false) => None,
            (false, true) => return Err(wrong("the first picture is no key picture")),
        };
        self.end_last(decoded)?;
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

    pub(super) fn write_sound(&mut self, track: usize, piece: &Piece) -> Result<()> {
        self.writer.write_all(&piece.data).map_err(failed())?;
        let offset = self.position;
        self.position += piece.data.len() as u64;
        self.sound[track].add(piece, offset)
    }

    /// Enters the last picture into the index, now that it is known when the next one comes.
    fn end_last(&mut self, next: i64) -> Result<()> {
        let Some(last) = self.last.take() else {
            return Ok(());
        };
        let duration = u32::try_from(next - last.decoded)
            .map_err(|_| wrong("the time from one picture to the next is out of range"))?;
        self.table.push(Sample {
            offset: last.offset,
            count: NonZeroU32::MIN,
            size: last.size,
            duration,
            later: last.shown - last.decoded,
            keyframe: last.keyframe,
            entry: last.entry,
        })
    }

    pub(super) fn finish(mut self) -> Result<u64> {
        if let Some(last) = &self.last {
            self.end_last(last.decoded + self.times.usual)?;
        }
        if self.table.is_empty() {
            return Err(wrong("MP4: it has no picture"));
        }
        let index = self.index()?;
        let (start, room) = self.room;
        let data = start + room as u64 + BOX_HEADER as u64;
        let size = self.position - data + BOX_HEADER as u64;
        let patch =
            |writer: &mut Writer, at, bytes: &[u8]| writer.patch(at, bytes).map_err(failed());
        patch(&mut self.writer, data, &size.to_be_bytes())?;
        match room.checked_sub(index.len()) {
            Some(rest @ (0 | BOX_HEADER..)) => {
                patch(&mut self.writer, start, &index)?;
                if rest > 0 {
                    let free = [&(rest as u32).to_be_bytes()[..], b"free"].concat();
                    patch(&mut self.writer, start + index.len() as u64, &free)?;
                }
            }
            _ => self.writer.write_all(&index).map_err(failed())?,
        }
        Ok(self.writer.finish()?)
    }

    fn index(&mut self) -> Result<Vec<u8>> {
        let first = self.sound.first();
        let scale = first.map_or(self.times.scale, |heard| heard.track.rate);
        let table = std::mem::take(&mut self.table);
        let mut pictures = video(table, self.times.scale, self.start, scale);
        set_shown(&self.appearance, &mut pictures.tkhd_box);
        let mut tracks = vec![pictures];
        for heard in self.sound.drain(..) {
            tracks.extend(heard.finish(tracks.len() as u32 + 1, scale)?);
        }
        let ends = tracks.iter().map(|track| track.tkhd_box.duration);
        let duration = ends.max().unwrap_or_default();
        let movie = movie::movie(scale, duration, tracks);
        movie.encode_to_vec().map_err(broken)
    }
}

fn video(table: Table, own: NonZeroU32, start: f64, scale: NonZeroU32) -> TrakBox {
    let head = Head {
        number: VIDEO,
        size: movie::size(table.first_entry()),
        sound: None,
        scale: own,
        duration: table.duration,
        edits: Edits {
            empty: units(start, scale),
            start: 0,
            length: scaled(table.duration, own, scale),
        },
    };
    movie::track(&head, table.finish())
}

/// Nothing for times before the beginning.
pub(super) fn units(seconds: f64, scale: NonZeroU32) -> u64 {
    (seconds * f64::from(scale.get())).round() as u64
}

fn room(video: &Video, sound: &[Track]) -> usize {
    let pictures = video.frames.unwrap_or(PICTURES).min(MOST_PICTURES);
    let packets = sound
        .iter()
        .map(|track| f64::from(track.rate.get()) / 960.0); // in a second
    let for_sound = packets.sum::<f64>() / video.frame_rate.as_f64() * ROOM_FOR_SOUND;
    let room = pictures as f64 * (ROOM_FOR_PICTURE + for_sound);
    ROOM + (room.ceil() as usize).min(MOST_ROOM)
}

fn file_type(format: Format) -> Result<Vec<u8>> {
    const QUICKTIME: Brand = Brand::new(*b"qt  ");
    let brands = match format {
        Format::Mov => vec![QUICKTIME],
        _ => vec![Brand::ISOM, Brand::ISO2, Brand::ISO4, Brand::MP41],
    };
    let kind = FtypBox {
        major_brand: brands[0],
        minor_version: 0,
        compatible_brands: brands,
    };
    kind.encode_to_vec().map_err(broken)
}

pub(super) fn broken(error: shiguredo_mp4::Error) -> Error {
    Error::WrongResult(format!("MP4: {error}"))
}

pub(super) fn wrong(why: &str) -> Error {
    Error::WrongResult(why.to_owned())
}
