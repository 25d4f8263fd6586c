//! The sound of WebM and Matroska.

use std::collections::VecDeque;
use std::io::{Read, Seek};
use std::ops::Range;
use std::time::Duration;

use mkv_element::Lacer;
use mkv_element::prelude::{Info, TrackEntry, Tracks};

use super::language;
use super::matroska::{Frame, Matroska, broken};
use super::matroska_track::{Track, time_base};
use super::sound::{FaultySound, SoundCodec, SoundInfo, further_video};
use super::sound_packet::samples;
use super::source::Source;
use super::{Fault, Packet};

/// The sound of a file.
#[derive(Debug)]
pub(super) struct MatroskaSound<R> {
    file: Matroska<R, Heard>,
    infos: Vec<SoundInfo>,
    left_out: Vec<String>,
    /// The track of the block that was read last.
    track: usize,
    /// Frames of it, which come next.
    frames: VecDeque<(Range<usize>, i64)>,
    /// How much at the end of the last of them is not heard.
    cut: Duration,
}

/// What is known of a track beside its information.
#[derive(Debug)]
pub(super) struct Heard {
    /// Nanoseconds from one frame to the next, if the file tells.
    frame: Option<u64>,
}

impl<R: Read + Seek> MatroskaSound<R> {
    pub(super) fn open(source: Source<R>) -> Result<Self, Fault> {
        let (mut infos, mut left_out) = (Vec::new(), Vec::new());
        let file = Matroska::open_tracks(source, |tracks, info| {
            (left_out, infos) = (left_out_of(&tracks), Vec::new());
            let sound = tracks.track_entry.iter().filter(|entry| is_copied(entry));
            sound
                .map(|entry| {
                    infos.push(describe(entry, info)?);
                    Ok(Track {
                        number: *entry.track_number,
                        info: Heard {
                            frame: entry.default_duration.map(|it| *it),
                        },
                        annex_b: None,
                    })
                })
                .collect()
        })?;
        Ok(Self {
            file,
            infos,
            left_out,
            track: 0,
            frames: VecDeque::new(),
            cut: Duration::ZERO,
        })
    }

    fn split(&mut self, frame: Frame) -> Result<(), Fault> {
        let block = &self.file.block[frame.data.clone()];
        (self.track, self.cut) = (frame.track, frame.cut);
        let lacer = match frame.lacing {
            0 => {
                self.frames.push_back((frame.data, frame.pts));
                return Ok(());
            }
            0x02 => Lacer::Xiph,
            // Frames of no bytes, which the lacer does not foresee.
            0x04 if block.len() < 2 => return Err(broken(mkv_element::Error::MalformedLacingData)),
            0x04 => Lacer::FixedSize,
            _ => Lacer::Ebml,
        };
        let parts = lacer.delace(block).map_err(broken)?;
        let mut end = frame.data.end - parts.iter().map(|part| part.len()).sum::<usize>();
        let mut later = 0.0;
        for part in parts {
            let start = end;
            end += part.len();
            let pts = frame.pts.saturating_add(later as i64);
            self.frames.push_back((start..end, pts));
            later += self.units(frame.track, part);
        }
        Ok(())
    }

    /// How long a frame is, in units of its times; a block has but the time of its first.
    fn units(&self, track: usize, frame: &[u8]) -> f64 {
        let info = &self.infos[track];
        let samples = samples(info, frame);
        let seconds = match self.file.tracks[track].info.frame {
            Some(nanoseconds) => nanoseconds as f64 / 1e9,
            None => f64::from(samples) / f64::from(info.rate.max(1)),
        };
        seconds / info.time_base.as_f64()
    }
}

impl<R: Read + Seek + Send> FaultySound for MatroskaSound<R> {
    fn tracks(&self) -> &[SoundInfo] {
        &self.infos
    }

    fn left_out(&self) -> &[String] {
        &self.left_out
    }

    fn next(&mut self) -> Result<Option<(usize, Packet<'_>)>, Fault> {
        while self.frames.is_empty() {
            let Some(frame) = self.file.next_frame()? else {
                return Ok(None);
            };
            self.split(frame)?;
        }
        let Some((data, pts)) = self.frames.pop_front() else {
            return Ok(None);
        };
        let mut packet = Packet::new(&self.file.block[data], pts, true);
        if self.frames.is_empty() {
            packet.cut = self.cut;
        }
        Ok(Some((self.track, packet)))
    }
}

const SOUND: u64 = 2;
const SUBTITLES: u64 = 17;
const VIDEO: u64 = 1;

fn is_copied(entry: &TrackEntry) -> bool {
    *entry.track_type == SOUND && entry.content_encodings.is_none()
}

/// What neither this nor the reader of pictures reads.
fn left_out_of(tracks: &Tracks) -> Vec<String> {
    let videos = tracks.track_entry.iter();
    let videos = videos.filter(|entry| *entry.track_type == VIDEO).skip(1);
    let further = videos.map(|entry| further_video(*entry.track_number));
    let what = |entry: &TrackEntry| {
        let (number, codec) = (*entry.track_number, &*entry.codec_id);
        match *entry.track_type {
            SUBTITLES => Some(format!("track {number}, subtitles ({codec})")),
            SOUND if !is_copied(entry) => Some(format!(
                "track {number}, sound ({codec}) that is compressed or encrypted once more"
            )),
            _ => None,
        }
    };
    further
        .chain(tracks.track_entry.iter().filter_map(what))
        .collect()
}

fn describe(entry: &TrackEntry, info: &Info) -> Result<SoundInfo, Fault> {
    let audio = entry.audio.as_ref();
    let channels = audio.map_or(1, |audio| *audio.channels);
    let rate = audio.map_or(0.0, |audio| *audio.sampling_frequency);
    let bits = audio.and_then(|audio| audio.bit_depth.as_ref());
    let hidden = *entry.codec_delay as f64 / 1e9;
    let private = entry.codec_private.as_deref();
    Ok(SoundInfo {
        codec: codec(&entry.codec_id),
        codec_id: entry.codec_id.to_string(),
        config: private.unwrap_or_default().to_vec(),
        channels: u16::try_from(channels).unwrap_or(2),
        rate: rate.round() as u32, // what is out of range becomes the nearest that is not
        bit_depth: bits.and_then(|bits| u16::try_from(**bits).ok()),
        time_base: time_base(*info.timestamp_scale)?,
        delay: -hidden,
        hidden,
        language: match &entry.language_bcp47 {
            Some(tag) => language::of_matroska(tag.split('-').next().unwrap_or_default()),
            None => language::of_matroska(&entry.language),
        },
        is_default: *entry.flag_default != 0,
        title: entry.name.as_deref().unwrap_or_default().to_owned(),
    })
}

fn codec(id: &str) -> SoundCodec {
    match id {
        "A_AAC" => SoundCodec::Aac,
        "A_OPUS" => SoundCodec::Opus,
        "A_AC3" => SoundCodec::Ac3,
        "A_EAC3" => SoundCodec::Eac3,
        "A_FLAC" => SoundCodec::Flac,
        "A_MPEG/L3" => SoundCodec::Mp3,
        _ if id.starts_with("A_PCM/") => SoundCodec::Pcm,
        _ => SoundCodec::Other,
    }
}
