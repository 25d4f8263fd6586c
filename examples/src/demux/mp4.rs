//! MP4: the pictures of its first video track.

use std::io::{Read, Seek};
use std::time::Duration;

use nvdec::{Rational, Size};
use shiguredo_mp4::TrackKind;
use shiguredo_mp4::boxes::{SampleEntry, VisualSampleEntryFields};
use shiguredo_mp4::demux::Sample;

use super::annexb::AnnexB;
use super::mp4_appearance::{appearance, turn};
use super::mp4_parser::{Parser, check_boxes};
use super::source::Source;
use super::{Codec, Fault, Faulty, Index, KeyPicture, MOST_PICTURES, Packet, VideoInfo};

pub(super) struct Mp4<R> {
    pub(super) source: Source<R>,
    pub(super) parser: Parser,
    pub(super) track: u32,
    pub(super) info: VideoInfo,
    annex_b: Option<AnnexB>,
    /// A sample that is known already, and comes next.
    pub(super) first: Option<Place>,
    sample: Vec<u8>,
    packet: Vec<u8>,
}

/// Where a sample lies, and when it is shown.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) offset: u64,
    pub(super) size: u64,
    pub(super) pts: i64,
    keyframe: bool,
}

impl<R: Read + Seek> Mp4<R> {
    pub(super) fn open(mut source: Source<R>) -> Result<Self, Fault> {
        let mut parser = Parser::of(check_boxes(&mut source)?);
        let turn = turn(&mut source)?;
        let track = parser.track(&mut source, TrackKind::Video)?;
        let track = track.ok_or(Fault::NoVideo)?;
        let first = parser.next(&mut source, track)?.ok_or(Fault::NoVideo)?;
        let (mut info, annex_b) = first.description.ok_or(Fault::NoVideo)?;
        match turn {
            Some(turn) => info.appearance.turn = turn,
            None => info.appearance.left_out = Some("mirrored, or turned by another angle"),
        }
        Ok(Self {
            source,
            parser,
            track,
            info,
            annex_b,
            first: Some(first.place),
            sample: Vec::new(),
            packet: Vec::new(),
        })
    }

    fn next_place(&mut self) -> Result<Option<Place>, Fault> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        let Some(next) = self.parser.next(&mut self.source, self.track)? else {
            return Ok(None);
        };
        if let Some((_, annex_b)) = next.description {
            self.annex_b = annex_b;
        }
        Ok(Some(next.place))
    }
}

impl<R: Read + Seek + Send> Faulty for Mp4<R> {
    fn info(&self) -> &VideoInfo {
        &self.info
    }

    fn next(&mut self) -> Result<Option<Packet<'_>>, Fault> {
        let Some(place) = self.next_place()? else {
            return Ok(None);
        };
        self.source.seek(place.offset)?;
        self.source
            .read(place.size, &mut self.sample, "a picture")?;
        let mut data = &self.sample;
        if let Some(annex_b) = &self.annex_b {
            annex_b.convert(data, place.keyframe, &mut self.packet)?;
            data = &self.packet;
        }
        Ok(Some(Packet::new(data, place.pts, place.keyframe)))
    }

    fn index(&mut self) -> Result<Option<Index>, Fault> {
        let mut index = Index::default();
        if !self.rewind()? {
            return self.index_of_fragments();
        }
        while let Some(place) = self.next_place()? {
            if index.times.len() as u64 == MOST_PICTURES {
                return Err(Fault::TooMany(MOST_PICTURES));
            }
            index.times.push(place.pts);
            if place.keyframe {
                index.keys.push(place.key());
            }
        }
        index.times.sort_unstable();
        self.rewind()?;
        Ok(Some(index))
    }

    fn exact(&mut self, key: KeyPicture) -> Result<Option<KeyPicture>, Fault> {
        if let Parser::Whole(_) = self.parser {
            return Ok(Some(key));
        }
        let pts = self.first_of_fragment(key)?;
        Ok(pts.map(|pts| KeyPicture { pts, ..key }))
    }

    fn start_at(&mut self, key: KeyPicture) -> Result<(), Fault> {
        if !self.rewind()? {
            self.start_at_fragment(Some(key.offset))?;
            self.first = self.next_place()?;
            let found = self
                .first
                .filter(|place| place.keyframe && place.pts == key.pts);
            return found.map(drop).ok_or_else(not_there);
        }
        while let Some(place) = self.next_place()? {
            if place.key() == key {
                self.first = Some(place);
                return Ok(());
            }
        }
        Err(not_there())
    }
}

fn not_there() -> Fault {
    Fault::Damaged("a picture of its index is not there".to_owned())
}

impl<R: Read + Seek> Mp4<R> {
    /// False where that cannot be: fragments are read as they come.
    fn rewind(&mut self) -> Result<bool, Fault> {
        let Parser::Whole(parser) = &mut self.parser else {
            return Ok(false);
        };
        self.first = None;
        let to_start = parser.seek(Duration::ZERO);
        to_start.map_err(|error| Fault::Damaged(error.to_string()))?;
        Ok(true)
    }
}

impl Place {
    fn key(&self) -> KeyPicture {
        KeyPicture {
            pts: self.pts,
            offset: self.offset,
        }
    }

    pub(super) fn of_sound(offset: u64, size: u64, pts: i64) -> Self {
        Self {
            offset,
            size,
            pts,
            keyframe: true,
        }
    }

    pub(super) fn of(sample: &Sample<'_>) -> Self {
        let shown_later = sample.composition_time_offset.unwrap_or(0);
        Self {
            offset: sample.data_offset,
            size: sample.data_size as u64,
            pts: (sample.timestamp as i64).saturating_add(shown_later),
            keyframe: sample.keyframe,
        }
    }
}

pub(super) fn describe(sample: &Sample<'_>) -> Result<(VideoInfo, Option<AnnexB>), Fault> {
    let entry = sample.sample_entry.ok_or(Fault::NoVideo)?;
    let (codec, visual, annex_b) = codec(entry)?;
    let timescale = sample.track.timescale.get();
    let rate = (sample.duration > 0).then(|| reduced(timescale, sample.duration));
    let frames = sample.track.duration.checked_div(sample.duration.into());
    let info = VideoInfo {
        codec,
        size: Size::new(visual.width.into(), visual.height.into()),
        frame_rate: rate,
        time_base: Rational::new(1, timescale),
        timed: true,
        bit_depth: annex_b.as_ref().map(|annex_b| annex_b.bit_depth),
        frames: frames.filter(|frames| *frames > 0), // fragments come later
        appearance: appearance(entry),
    };
    Ok((info, annex_b))
}

fn codec(entry: &SampleEntry) -> Result<(Codec, &VisualSampleEntryFields, Option<AnnexB>), Fault> {
    Ok(match entry {
        SampleEntry::Avc1(entry) => {
            let annex_b = AnnexB::h264(&entry.avcc_box);
            (Codec::H264, &entry.visual, Some(annex_b))
        }
        SampleEntry::Hvc1(entry) => {
            let annex_b = AnnexB::hevc(&entry.hvcc_box);
            (Codec::Hevc, &entry.visual, Some(annex_b))
        }
        SampleEntry::Hev1(entry) => {
            let annex_b = AnnexB::hevc(&entry.hvcc_box);
            (Codec::Hevc, &entry.visual, Some(annex_b))
        }
        SampleEntry::Vp09(entry) => (Codec::Vp9, &entry.visual, None),
        SampleEntry::Vp08(entry) => (Codec::Vp8, &entry.visual, None),
        SampleEntry::Av01(entry) => (Codec::Av1, &entry.visual, None),
        SampleEntry::Unknown(other) => {
            return Err(Fault::unknown_type(other.box_type.as_bytes()));
        }
        other => {
            return Err(Fault::Codec(
                format!("{other:?}").chars().take(20).collect(),
            ));
        }
    })
}

fn reduced(num: u32, den: u32) -> Rational {
    let (mut a, mut b) = (num, den);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    Rational::new(num / a.max(1), den / a.max(1))
}
