//! MP4 with its index in front, though the index is known only at the end: room is left for it,
//! and the first part of the upload waits until it is filled in.

use std::collections::VecDeque;
use std::io::Write as _;
use std::num::NonZeroU32;

use nvenc::Codec;
use shiguredo_mp4::TrackKind;
use shiguredo_mp4::bitstream::{h264, h265};
use shiguredo_mp4::boxes::SampleEntry;
use shiguredo_mp4::mux::{Mp4FileMuxer, Mp4FileMuxerOptions, MuxError, Sample};

use super::{Coded, Video, failed};
use crate::error::{Error, Result};
use crate::store::{Location, Store, Writer};

/// Room for what the index holds besides its entries for pictures; x265 alone puts 2 KB there.
const ROOM: usize = 64 << 10;

/// Room for a picture: its size, its times and, for a key picture, its number.
const ROOM_FOR_PICTURE: u64 = 24;

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
    times: Times,
    position: u64,
    /// The last picture; how long it is shown depends on the next one.
    last: Option<Pending>,
    packet: Vec<u8>,
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
    pub(super) fn create(store: &Store, at: &Location, video: Video) -> Result<Self> {
        let pictures = video.frames.unwrap_or(PICTURES).min(MOST_PICTURES);
        let options = Mp4FileMuxerOptions {
            reserved_moov_box_size: ROOM + (pictures * ROOM_FOR_PICTURE) as usize,
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
            times: Times::new(video),
            last: None,
            packet: Vec::new(),
        })
    }

    pub(super) fn expect(&mut self, pts: i64) {
        self.times.expected.push_back(pts);
    }

    pub(super) fn write(&mut self, picture: Coded<'_>) -> Result<()> {
        let decoded = self.times.decoded(picture.pts);
        self.end_last(decoded)?;
        let entry = match (picture.keyframe, self.position_is_first()) {
            (true, _) => Some(entry(self.codec, picture.data)?),
            (false, false) => None,
            (false, true) => return Err(wrong("the first picture is no key picture")),
        };
        length_prefixed(self.codec, picture.data, &mut self.packet)?;
        self.writer.write_all(&self.packet).map_err(failed())?;
        self.last = Some(Pending {
            entry,
            keyframe: picture.keyframe,
            decoded,
            shown: self.times.scaled(picture.pts),
            offset: self.position,
            size: self.packet.len(),
        });
        self.position += self.packet.len() as u64;
        Ok(())
    }

    fn position_is_first(&self) -> bool {
        self.position == self.muxer.initial_boxes_bytes().len() as u64
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
        let last_boxes = self.muxer.finalize().map_err(broken)?;
        for (offset, bytes) in last_boxes.offset_and_bytes_pairs() {
            let written = match offset < self.position {
                true => self.writer.patch(offset, bytes),
                false => self.writer.write_all(bytes),
            };
            written.map_err(failed())?;
        }
        Ok(self.writer.finish()?)
    }
}

/// When pictures are decoded: one after the other at the times at which pictures are shown.
///
/// The pictures go into the encoder in the order in which they are shown, so the n-th that comes
/// out of it is decoded at the time of the n-th that went in. Where B pictures put that before
/// the beginning of decoding, the offset to the time shown is negative, which MP4 allows.
#[derive(Debug)]
struct Times {
    scale: NonZeroU32,
    /// Units of `scale` in one of the input's.
    factor: i64,
    /// How long pictures are shown where nothing else tells.
    usual: i64,
    expected: VecDeque<i64>,
    first: Option<i64>,
    last: i64,
}

impl Times {
    fn new(video: Video) -> Self {
        let scale = NonZeroU32::new(video.time_base.den).unwrap_or(NonZeroU32::MIN);
        let usual = f64::from(scale.get()) / video.frame_rate.as_f64();
        Self {
            scale,
            factor: i64::from(video.time_base.num),
            usual: (usual.round() as i64).max(1),
            expected: VecDeque::new(),
            first: None,
            last: 0,
        }
    }

    /// Never goes back, even if the input's times do.
    fn decoded(&mut self, pts: i64) -> i64 {
        let expected = self.expected.pop_front().unwrap_or(pts);
        self.first.get_or_insert(expected);
        self.last = self.scaled(expected).max(self.last);
        self.last
    }

    /// In units of the file, from the first picture on.
    fn scaled(&self, pts: i64) -> i64 {
        let from_first = pts.saturating_sub(self.first.unwrap_or(pts));
        from_first.saturating_mul(self.factor)
    }
}

/// What the file says of how its pictures are coded.
fn entry(codec: Codec, picture: &[u8]) -> Result<SampleEntry> {
    let length_size = h265::LengthSize::FourBytes;
    match codec {
        Codec::H264 => {
            let config = h264::H264SampleEntryConfig { length_size };
            let built = h264::build_avc1_box_from_annexb(picture, &config);
            built.map(SampleEntry::Avc1).map_err(not_coded)
        }
        _ => {
            let config = h265::H265SampleEntryConfig {
                length_size,
                avg_frame_rate: h265::H265SampleEntryConfig::AVG_FRAME_RATE_UNSPECIFIED,
                constant_frame_rate: h265::H265ConstantFrameRate::Unknown,
            };
            let built = h265::build_hvc1_box_from_annexb(picture, &config);
            built.map(SampleEntry::Hvc1).map_err(not_coded)
        }
    }
}

/// NAL units behind their lengths, without the parameter sets, which the index has.
fn length_prefixed(codec: Codec, picture: &[u8], into: &mut Vec<u8>) -> Result<()> {
    into.clear();
    match codec {
        Codec::H264 => {
            let units = h264::parse_annexb_nal_units(picture).map_err(not_coded)?;
            let kept = units
                .iter()
                .filter(|unit| !matches!(kind(unit.data) & 0x1f, 7..=9));
            kept.for_each(|unit| push(into, unit.data));
        }
        _ => {
            let units = h265::parse_annexb_nal_units(picture).map_err(not_coded)?;
            let kept = units
                .iter()
                .filter(|unit| !matches!(kind(unit.data) >> 1 & 0x3f, 32..=35));
            kept.for_each(|unit| push(into, unit.data));
        }
    }
    Ok(())
}

fn kind(unit: &[u8]) -> u8 {
    unit.first().copied().unwrap_or_default()
}

fn push(into: &mut Vec<u8>, unit: &[u8]) {
    into.extend_from_slice(&(unit.len() as u32).to_be_bytes()); // a picture is far below 4 GiB
    into.extend_from_slice(unit);
}

fn broken(error: MuxError) -> Error {
    Error::WrongResult(format!("MP4: {error}"))
}

fn not_coded(error: shiguredo_mp4::Error) -> Error {
    Error::WrongResult(format!("what the encoder made is no picture: {error}"))
}

fn wrong(why: &str) -> Error {
    Error::WrongResult(why.to_owned())
}
