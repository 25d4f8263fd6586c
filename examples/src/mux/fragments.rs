//! MP4 in fragments: each has its own index, so the file can be played while it is written, and
//! takes little memory, however long it is.

use std::io::Write as _;
use std::num::NonZeroU32;

use nvenc::Codec;
use shiguredo_mp4::boxes::{
    EdtsBox, ElstBox, ElstEntry, FtypBox, MfraBox, MoovBox, SampleEntry, TfraEntry,
};
use shiguredo_mp4::mux::{Fmp4SegmentMuxer, MuxError, Sample};
use shiguredo_mp4::{Decode as _, Encode as _, FixedPointNumber, TrackKind};

use super::appearance::{add_boxes, set_matrix};
use super::mp4::{broken, wrong};
use super::picture::{Sampler, entry};
use super::sound::{Piece, Track, sound_entry};
use super::times::Times;
use super::{Coded, Video, failed};
use crate::demux::{Appearance, Turn};
use crate::error::Error;
use crate::store::{Location, Store, Writer};

type Result<T, E = Error> = std::result::Result<T, E>;

/// A fragment ends at a key picture, or with the picture that makes it this long.
const LARGEST: usize = 16 << 20;

#[derive(Debug)]
pub(super) struct Fragments {
    writer: Writer,
    muxer: Fmp4SegmentMuxer,
    codec: Codec,
    pub(super) appearance: Appearance,
    times: Times,
    /// How much later than decoded pictures must be shown so that none is shown before; known when
    /// the first fragment is.
    shift: Option<i64>,
    /// How many bytes come before the first fragment.
    head: u64,
    /// Of each fragment, whether it begins with a key picture.
    keys: Vec<bool>,
    samples: Vec<Sample>,
    /// When the last of `samples` is decoded.
    decoded: i64,
    payload: Vec<u8>,
    /// The sound of the fragment, which comes after its pictures.
    sound: Option<Track>,
    sound_entry: Option<SampleEntry>,
    sound_samples: Vec<Sample>,
    sound_payload: Vec<u8>,
    sampler: Sampler,
}

impl Fragments {
    pub(super) fn create(
        store: &Store,
        at: &Location,
        video: Video,
        sound: Option<&Track>,
    ) -> Result<Self> {
        Ok(Self {
            writer: store.create(at)?,
            muxer: Fmp4SegmentMuxer::new().map_err(broken)?,
            codec: video.codec,
            appearance: Appearance::default(),
            times: Times::new(video),
            shift: None,
            head: 0,
            keys: Vec::new(),
            samples: Vec::new(),
            decoded: 0,
            payload: Vec::new(),
            sound_entry: sound.map(sound_entry).transpose()?,
            sound: sound.cloned(),
            sound_samples: Vec::new(),
            sound_payload: Vec::new(),
            sampler: Sampler::new(video.codec),
        })
    }

    pub(super) fn expect(&mut self, pts: i64) {
        self.times.expected.push_back(pts);
    }

    pub(super) fn write(&mut self, picture: Coded<'_>) -> Result<()> {
        let decoded = self.times.decoded(picture.pts);
        self.end_last(decoded)?;
        if picture.keyframe || self.payload.len() >= LARGEST {
            self.end_fragment()?;
        }
        if !picture.keyframe && self.shift.is_none() && self.samples.is_empty() {
            return Err(wrong("the first picture is no key picture"));
        }
        if self.shift.is_none() && self.samples.is_empty() {
            self.sampler.know(picture.data);
        }
        let sample_entry = match picture.keyframe {
            true => Some(self.entry(picture.data)?),
            false => None,
        };
        let sample = self.sampler.sample(picture.data)?;
        self.samples.push(Sample {
            track_kind: TrackKind::Video,
            sample_entry,
            keyframe: picture.keyframe,
            timescale: self.times.scale,
            duration: 0, // known when the next picture is
            composition_time_offset: Some(self.times.scaled(picture.pts) - decoded),
            data_offset: self.payload.len() as u64,
            data_size: sample.len(),
        });
        self.payload.extend_from_slice(sample);
        self.decoded = decoded;
        Ok(())
    }

    fn entry(&self, picture: &[u8]) -> Result<SampleEntry> {
        let mut entry = entry(self.codec, picture)?;
        add_boxes(&self.appearance, &mut entry);
        Ok(entry)
    }

    pub(super) fn write_sound(&mut self, piece: Piece) -> Result<()> {
        let rate = self.sound.as_ref().map_or(1, |track| track.rate);
        self.sound_samples.push(Sample {
            track_kind: TrackKind::Audio,
            sample_entry: self.sound_entry.take(),
            keyframe: true,
            timescale: NonZeroU32::new(rate).unwrap_or(NonZeroU32::MIN),
            duration: piece.samples,
            composition_time_offset: None,
            data_offset: self.sound_payload.len() as u64,
            data_size: piece.data.len(),
        });
        self.sound_payload.extend_from_slice(&piece.data);
        Ok(())
    }

    fn end_last(&mut self, next: i64) -> Result<()> {
        let Some(last) = self.samples.last_mut() else {
            return Ok(());
        };
        last.duration = u32::try_from(next - self.decoded)
            .map_err(|_| wrong("the time from one picture to the next is out of range"))?;
        Ok(())
    }

    fn end_fragment(&mut self) -> Result<()> {
        if self.samples.is_empty() {
            return Ok(());
        }
        let (is_first, shift) = (self.shift.is_none(), self.shift());
        let is_key = self.samples.first().is_some_and(|first| first.keyframe);
        self.keys.push(is_key);
        for sample in &mut self.samples {
            sample.composition_time_offset = sample.composition_time_offset.map(|it| it + shift);
        }
        for sample in &mut self.sound_samples {
            sample.data_offset += self.payload.len() as u64;
        }
        self.samples.append(&mut self.sound_samples);
        let index = self.muxer.create_media_segment_metadata(&self.samples);
        let index = index.map_err(broken)?;
        if is_first {
            let head = self.muxer.init_segment_bytes().map_err(broken)?;
            let head = as_played(&head, shift, self.appearance.turn)
                .map_err(|error| broken(error.into()))?;
            self.writer.write_all(&head).map_err(failed())?;
            self.head = head.len() as u64;
        }
        self.writer.write_all(&index).map_err(failed())?;
        self.writer.write_all(&self.payload).map_err(failed())?;
        self.writer
            .write_all(&self.sound_payload)
            .map_err(failed())?;
        self.samples.clear();
        self.payload.clear();
        self.sound_payload.clear();
        Ok(())
    }

    fn shift(&mut self) -> i64 {
        let samples = self.samples.iter();
        let offsets = samples.filter_map(|sample| sample.composition_time_offset);
        let needed = offsets.map(|offset| -offset).max().unwrap_or(0).max(0);
        *self.shift.get_or_insert(needed)
    }

    pub(super) fn finish(mut self) -> Result<u64> {
        self.end_last(self.decoded + self.times.usual)?;
        self.end_fragment()?;
        let index = self.list().map_err(broken)?;
        self.writer.write_all(&index).map_err(failed())?;
        Ok(self.writer.finish()?)
    }

    /// Where the fragments are, behind the head as it was written, with its edit list. Of those with
    /// pictures, which are the first track, only where decoding can start.
    fn list(&self) -> Result<Vec<u8>, MuxError> {
        let plain = self.muxer.init_segment_bytes()?.len() as u64;
        let (mut list, _) = MfraBox::decode(&self.muxer.mfra_bytes()?)?;
        if let Some(video) = list.tfra_boxes.first_mut() {
            let mut keys = self.keys.iter();
            video.entries.retain(|_| keys.next() == Some(&true));
        }
        for track in &mut list.tfra_boxes {
            for entry in &mut track.entries {
                entry.moof_offset = entry.moof_offset.saturating_sub(plain) + self.head;
            }
            let is_far = |entry: &TfraEntry| entry.moof_offset > u32::MAX.into();
            if track.entries.iter().any(is_far) {
                track.version = 1;
            }
        }
        let size = list.encode_to_vec()?.len();
        list.mfro_box.size = u32::try_from(size).map_err(|_| MuxError::Overflow)?;
        Ok(list.encode_to_vec()?)
    }
}

/// What comes first in the file, with a word to players that times begin at `shift`, and how
/// pictures are turned.
fn as_played(head: &[u8], shift: i64, turn: Turn) -> Result<Vec<u8>, shiguredo_mp4::Error> {
    let (kind, size) = FtypBox::decode(head)?;
    let (mut movie, _) = MoovBox::decode(&head[size..])?;
    let entry = ElstEntry {
        edit_duration: 0, // to the end
        media_time: shift,
        media_rate: FixedPointNumber::new(1, 0),
    };
    let tracks = movie.trak_boxes.iter_mut();
    for track in tracks.filter(|track| track.mdia_box.hdlr_box.handler_type == *b"vide") {
        set_matrix(turn, &mut track.tkhd_box);
        track.edts_box = Some(EdtsBox {
            elst_box: Some(ElstBox {
                entries: vec![entry.clone()],
            }),
            unknown_boxes: Vec::new(),
        });
    }
    Ok([kind.encode_to_vec()?, movie.encode_to_vec()?].concat())
}
