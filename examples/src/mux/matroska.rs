//! Matroska: clusters as they come, with the index at the end, and its place and the duration
//! filled in at the beginning, which waits for that.

use std::io::Write as _;

use super::ebml::{element, float, number, push, push_size, text};
use super::matroska_tracks::{VIDEO, sound, video};
use super::picture::Sampler;
use super::sound::{Piece, Track};
use super::{Coded, Start, Video, failed};
use crate::demux::Appearance;
use crate::error::{Error, Result};
use crate::store::{Location, Store, Writer};

/// What can be filled in at the end lies in so many bytes, without sound.
const HEAD: usize = 64 << 10;

/// What there is more for each track of sound, beside its title and what decoders must know.
const TRACK: usize = 1 << 10;

/// A cluster ends at a key picture, or with the picture that makes it this long.
const LARGEST: usize = 5 << 20;

/// The times of a cluster's pictures are 16 bits, in milliseconds.
const LONGEST: i64 = 5_000;

/// The same where only sound comes.
const LONGEST_OF_SOUND: i64 = 10_000;

/// As it is written before its size is known, in eight bytes.
const SEGMENT: [u8; 12] = [0x18, 0x53, 0x80, 0x67, 1, 255, 255, 255, 255, 255, 255, 255];
const SEEK_HEAD: u32 = 0x114d_9b74;
const INFO: u32 = 0x1549_a966;
const TRACKS: u32 = 0x1654_ae6b;
const CUES: u32 = 0x1c53_bb6b;
const CLUSTER: u32 = 0x1f43_b675;

#[derive(Debug)]
pub(super) struct Matroska {
    writer: Writer,
    /// So many bytes of it can be filled in at the end.
    longest: usize,
    video: Video,
    pub(super) appearance: Appearance,
    /// Known with the first picture.
    head: Option<Head>,
    position: u64,
    cluster: Vec<u8>,
    cluster_time: i64,
    cues: Vec<u8>,
    /// When the first picture is shown: in units of the input, and in milliseconds of the output.
    first: i64,
    start: i64,
    /// When the last picture is no longer shown, in milliseconds.
    end: i64,
    sampler: Sampler,
    sound: Vec<Track>,
}

/// Where the head has what is filled in at the end.
#[derive(Debug)]
struct Head {
    /// Positions in the file count from here.
    segment: u64,
    duration: u64,
    cues: u64,
}

impl Matroska {
    pub(super) fn create(
        store: &Store,
        at: &Location,
        video: Video,
        sound: &[Track],
    ) -> Result<Self> {
        let told = sound.iter().map(|track| &track.info);
        let longest = HEAD
            + told
                .map(|it| it.config.len() + it.title.len() + TRACK)
                .sum::<usize>();
        Ok(Self {
            writer: store.create_patchable(at, longest)?,
            longest,
            video,
            appearance: Appearance::default(),
            head: None,
            position: 0,
            cluster: Vec::new(),
            cluster_time: 0,
            cues: Vec::new(),
            first: 0,
            start: 0,
            end: 0,
            sampler: Sampler::new(video.codec),
            sound: sound.to_vec(),
        })
    }

    pub(super) fn begin(&mut self, start: Start) {
        self.first = start.first;
        self.start = (start.seconds * 1000.0).round() as i64;
    }

    pub(super) fn write(&mut self, picture: Coded<'_>) -> Result<()> {
        if self.head.is_none() {
            self.write_head(&picture)?;
        }
        let time = self.start + self.milliseconds(picture.pts.saturating_sub(self.first));
        if self.needs_cluster(&picture, time) {
            self.end_cluster()?;
            self.begin_cluster(picture.keyframe, time);
        }
        let sample = self.sampler.sample(picture.data)?;
        let head = block_head(VIDEO, time - self.cluster_time, picture.keyframe)?;
        push(&mut self.cluster, 0xa3, &[&head, sample]);
        self.end = self.end.max(time.saturating_add(self.usual()));
        Ok(())
    }

    /// Comes after the first picture, which begins the first cluster.
    pub(super) fn write_sound(&mut self, track: usize, piece: &Piece) -> Result<()> {
        let hidden = self.sound[track].info.hidden; // its times count that in
        let time = ((piece.time + hidden) * 1000.0).round() as i64;
        let time = time.max(0);
        let within = time - self.cluster_time;
        if within >= LONGEST_OF_SOUND || i16::try_from(within).is_err() {
            self.end_cluster()?;
            self.begin_cluster(false, time);
        }
        let number = VIDEO + 1 + track as u64;
        let head = block_head(number, time - self.cluster_time, true)?;
        self.push_sound(head, piece);
        let rate = self.sound[track].rate;
        let length = f64::from(piece.heard(rate)) / f64::from(rate.get()) * 1000.0;
        self.end = self.end.max(time.saturating_add(length.round() as i64));
        Ok(())
    }

    /// What is not heard at its end is told in a group around it.
    fn push_sound(&mut self, mut head: Vec<u8>, piece: &Piece) {
        if piece.cut.is_zero() {
            return push(&mut self.cluster, 0xa3, &[&head, &piece.data]);
        }
        if let Some(flags) = head.last_mut() {
            *flags = 0; // that it needs no other block is told by naming none
        }
        let cut = i64::try_from(piece.cut.as_nanos()).unwrap_or(i64::MAX);
        let block = element(0xa1, &[&head, &piece.data]);
        let cut = element(0x75a2, &[&cut.to_be_bytes()]);
        push(&mut self.cluster, 0xa0, &[&block, &cut]);
    }

    fn needs_cluster(&self, picture: &Coded<'_>, time: i64) -> bool {
        let far = (time - self.cluster_time).abs() >= LONGEST;
        picture.keyframe || far || self.cluster.len() >= LARGEST
    }

    fn write_head(&mut self, picture: &Coded<'_>) -> Result<()> {
        if !picture.keyframe {
            return Err(wrong("the first picture is no key picture"));
        }
        self.sampler.know(picture.data);
        let mut bytes = ebml_head();
        bytes.extend(SEGMENT);
        let segment = bytes.len() as u64;
        let mut tracks = video(&self.video, &self.appearance, picture)?;
        for (number, track) in self.sound.iter().enumerate() {
            tracks.extend(sound(VIDEO + 1 + number as u64, track));
        }
        let (tracks, info) = (element(TRACKS, &[&tracks]), info());
        let (seek_head, cues) = seek_head(info.len(), tracks.len());
        let duration = segment + (seek_head.len() + info.len()) as u64 - 8;
        bytes.extend([seek_head, info, tracks].concat());
        if bytes.len() > self.longest {
            return Err(wrong("what describes its tracks is too long"));
        }
        self.head = Some(Head {
            segment,
            duration,
            cues: segment + cues,
        });
        self.append(&bytes)
    }

    fn begin_cluster(&mut self, keyframe: bool, time: i64) {
        self.cluster_time = time.max(0); // it cannot be less, the pictures' can
        let time = number(0xe7, self.cluster_time as u64);
        self.cluster.extend(time);
        if keyframe {
            let segment = self.head.as_ref().map_or(0, |head| head.segment);
            let place = number(0xf1, self.position - segment);
            let place = element(0xb7, &[&number(0xf7, 1), &place]);
            let time = number(0xb3, self.cluster_time as u64);
            push(&mut self.cues, 0xbb, &[&time, &place]);
        }
    }

    fn end_cluster(&mut self) -> Result<()> {
        if self.cluster.is_empty() {
            return Ok(());
        }
        let cluster = element(CLUSTER, &[&self.cluster]);
        self.cluster.clear();
        self.append(&cluster)
    }

    fn append(&mut self, bytes: &[u8]) -> Result<()> {
        self.position += bytes.len() as u64;
        self.writer.write_all(bytes).map_err(failed())
    }

    pub(super) fn finish(mut self) -> Result<u64> {
        self.end_cluster()?;
        let Some(head) = self.head.take() else {
            return Err(wrong("it has no picture"));
        };
        let cues = self.position - head.segment;
        let index = element(CUES, &[&self.cues]);
        self.append(&index)?;
        let size = (self.position - head.segment) | 1 << 56; // written in eight bytes
        let duration = (self.end as f64).to_be_bytes();
        let patches = [
            (head.segment - 8, size.to_be_bytes()),
            (head.duration, duration),
            (head.cues, cues.to_be_bytes()),
        ];
        for (at, bytes) in patches {
            self.writer.patch(at, &bytes).map_err(failed())?;
        }
        Ok(self.writer.finish()?)
    }

    fn milliseconds(&self, time: i64) -> i64 {
        let base = self.video.time_base;
        let (num, den) = (i128::from(base.num), i128::from(base.den.max(1)));
        let time = i128::from(time) * num * 1000;
        ((2 * time + den).div_euclid(2 * den)) as i64
    }

    fn usual(&self) -> i64 {
        (1000.0 / self.video.frame_rate.as_f64()).round() as i64
    }
}

fn ebml_head() -> Vec<u8> {
    let parts = [
        number(0x4286, 1),
        number(0x42f7, 1),
        number(0x42f2, 4),
        number(0x42f3, 8),
        text(0x4282, "matroska"),
        number(0x4287, 4),
        number(0x4285, 2),
    ];
    element(0x1a45_dfa3, &[&parts.concat()])
}

/// With room for the duration at its end.
fn info() -> Vec<u8> {
    let parts = [
        number(0x002a_d7b1, 1_000_000), // nanoseconds in a unit of time
        text(0x4d80, "s3-batch"),
        text(0x5741, "s3-batch"),
        float(0x4489, 0.0),
    ];
    element(INFO, &[&parts.concat()])
}

/// Where things are, and where in it the place of the index is filled in.
fn seek_head(info: usize, tracks: usize) -> (Vec<u8>, u64) {
    let seek = |id: u32, place: usize| {
        let place = element(0x53ac, &[&(place as u64).to_be_bytes()]);
        element(0x4dbb, &[&element(0x53ab, &[&id.to_be_bytes()]), &place])
    };
    let size = element(SEEK_HEAD, &[&seek(0, 0).repeat(3)]).len();
    let seeks = [
        seek(INFO, size),
        seek(TRACKS, size + info),
        seek(CUES, size + info + tracks),
    ];
    (element(SEEK_HEAD, &[&seeks.concat()]), size as u64 - 8)
}

/// What a block begins with: its track, its time after its cluster's, and its flags.
fn block_head(track: u64, within: i64, keyframe: bool) -> Result<Vec<u8>> {
    let within = i16::try_from(within);
    let within = within.map_err(|_| wrong("times are out of order"))?;
    let mut head = Vec::with_capacity(8);
    push_size(&mut head, track);
    head.extend(within.to_be_bytes());
    head.push(if keyframe { 0x80 } else { 0 });
    Ok(head)
}

fn wrong(why: &str) -> Error {
    Error::WrongResult(format!("Matroska: {why}"))
}
