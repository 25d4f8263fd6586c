//! MP4, by a parser that asks for the bytes it needs.

use std::io::{Read, Seek};

use nvdec::{Rational, Size};
use shiguredo_mp4::TrackKind;
use shiguredo_mp4::boxes::{SampleEntry, VisualSampleEntryFields};
use shiguredo_mp4::demux::{DemuxError, Input, Mp4FileDemuxer, Sample, TrackInfo};

use super::annexb::AnnexB;
use super::source::Source;
use super::{Codec, Fault, Faulty, Packet, VideoInfo};

pub(super) struct Mp4<R> {
    source: Source<R>,
    demuxer: Mp4FileDemuxer,
    track: u32,
    info: VideoInfo,
    annex_b: Option<AnnexB>,
    /// The sample that told how the track is coded.
    first: Option<Place>,
    sample: Vec<u8>,
    packet: Vec<u8>,
}

/// Where a sample lies, and when it is shown.
#[derive(Clone, Copy)]
struct Place {
    offset: u64,
    size: u64,
    pts: i64,
    keyframe: bool,
}

impl<R: Read + Seek> Mp4<R> {
    pub(super) fn open(mut source: Source<R>) -> Result<Self, Fault> {
        check_boxes(&mut source)?;
        let mut demuxer = Mp4FileDemuxer::new();
        let track = video_track(read_index(&mut source, &mut demuxer)?)?;
        let (first, (info, annex_b)) = loop {
            match demuxer.next_sample().map_err(broken)? {
                Some(sample) if sample.track.track_id != track => {}
                Some(sample) => break (Place::of(&sample), describe(&sample)?),
                None => return Err(Fault::NoVideo),
            }
        };
        Ok(Self {
            source,
            demuxer,
            track,
            info,
            annex_b,
            first: Some(first),
            sample: Vec::new(),
            packet: Vec::new(),
        })
    }

    fn next_place(&mut self) -> Result<Option<Place>, Fault> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        while let Some(sample) = self.demuxer.next_sample().map_err(broken)? {
            if sample.track.track_id != self.track {
                continue;
            }
            if sample.sample_entry.is_some() {
                (_, self.annex_b) = describe(&sample)?;
            }
            return Ok(Some(Place::of(&sample)));
        }
        Ok(None)
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
        Ok(Some(Packet {
            data,
            pts: place.pts,
            keyframe: place.keyframe,
        }))
    }
}

impl Place {
    fn of(sample: &Sample<'_>) -> Self {
        let shown_later = sample.composition_time_offset.unwrap_or(0);
        Self {
            offset: sample.data_offset,
            size: sample.data_size as u64,
            pts: (sample.timestamp as i64).saturating_add(shown_later),
            keyframe: sample.keyframe,
        }
    }
}

/// Finds what the parser would not: a cut end, and fragments, of which it sees no sample.
fn check_boxes<R: Read + Seek>(source: &mut Source<R>) -> Result<(), Fault> {
    let mut has_index = false;
    while source.rest() > 0 {
        let (kind, size) = box_header(source)?;
        match &kind {
            b"moof" => return Err(Fault::Unsupported("it is a fragmented MP4 file")),
            b"moov" => has_index = true,
            _ => {}
        }
        source.skip(size, &format!("the box {}", kind.escape_ascii()))?;
    }
    if !has_index {
        let why = "its index, the box moov, is missing".to_owned();
        return Err(Fault::Truncated(why));
    }
    Ok(())
}

/// The kind, and how many bytes follow.
fn box_header<R: Read + Seek>(source: &mut Source<R>) -> Result<([u8; 4], u64), Fault> {
    let [a, b, c, d, kind @ ..] = source.array::<8>("a box")?;
    let size = match u32::from_be_bytes([a, b, c, d]) {
        0 => Some(source.rest()),
        1 => u64::from_be_bytes(source.array("a box")?).checked_sub(16),
        size => u64::from(size).checked_sub(8),
    };
    let size = size.ok_or_else(|| Fault::Damaged("a box is smaller than its header".into()))?;
    Ok((kind, size))
}

fn read_index<'a, R: Read + Seek>(
    source: &mut Source<R>,
    demuxer: &'a mut Mp4FileDemuxer,
) -> Result<&'a [TrackInfo], Fault> {
    let mut data = Vec::new();
    while let Some(required) = demuxer.required_input() {
        source.seek(required.position)?;
        let size = required.size.map_or(source.rest(), |size| size as u64);
        source.read(size, &mut data, "the index")?;
        demuxer.handle_input(Input {
            position: required.position,
            data: &data,
        });
    }
    demuxer.tracks().map_err(broken)
}

fn video_track(tracks: &[TrackInfo]) -> Result<u32, Fault> {
    tracks
        .iter()
        .find(|track| track.kind == TrackKind::Video)
        .map(|track| track.track_id)
        .ok_or(Fault::NoVideo)
}

fn describe(sample: &Sample<'_>) -> Result<(VideoInfo, Option<AnnexB>), Fault> {
    let entry = sample.sample_entry.ok_or(Fault::NoVideo)?;
    let (codec, visual, annex_b) = codec(entry)?;
    let timescale = sample.track.timescale.get();
    let rate = (sample.duration > 0).then(|| reduced(timescale, sample.duration));
    let info = VideoInfo {
        codec,
        size: Size::new(visual.width.into(), visual.height.into()),
        frame_rate: rate,
        time_base: Rational::new(1, timescale),
        bit_depth: annex_b.as_ref().map(|annex_b| annex_b.bit_depth),
        frames: sample.track.duration.checked_div(sample.duration.into()),
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
        SampleEntry::Av01(_) => return Err(Fault::Codec("AV1".to_owned())),
        SampleEntry::Vp08(_) => return Err(Fault::Codec("VP8".to_owned())),
        SampleEntry::Unknown(other) => {
            return Err(Fault::Codec(format!("of the type {:?}", other.box_type)));
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

fn broken(error: DemuxError) -> Fault {
    Fault::Damaged(error.to_string())
}
