//! WebM and Matroska, read element by element, so that streams of unknown size are no exception.

use std::io::{Read, Seek};
use std::ops::Range;
use std::time::Duration;

use mkv_element::io::blocking_impl::{ReadElement as _, ReadFrom as _};
use mkv_element::prelude::{
    BlockGroup, Cluster, CuePoint, Cues, Element, Header, Info, Seek as SeekEntry, SeekHead,
    Segment, SimpleBlock, Timestamp, Tracks, VInt64,
};

use super::matroska_group::Group;
use super::matroska_track::{Track, track};
use super::source::Source;
use super::{Fault, Faulty, Index, KeyPicture, Packet, VideoInfo};

/// Tracks of a file, of each of which `I` is known.
#[derive(Debug)]
pub(super) struct Matroska<R, I = VideoInfo> {
    source: Source<R>,
    pub(super) tracks: Vec<Track<I>>,
    places: Places,
    cluster_time: i64,
    /// A frame that is known already, and comes next.
    first: Option<Frame>,
    pub(super) block: Vec<u8>,
    packet: Vec<u8>,
}

/// Where things are in the file.
#[derive(Clone, Copy, Debug, Default)]
struct Places {
    /// Positions in the file count from here.
    segment: u64,
    /// Where the first elements end.
    pictures: u64,
    cues: Option<u64>,
}

/// A frame of a track; its data lie in the block that was read last.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) track: usize,
    pub(super) data: Range<usize>,
    pub(super) pts: i64,
    keyframe: bool,
    /// How several frames share the block; 0 if there is one.
    pub(super) lacing: u8,
    /// How much of sound at the end of the last one is not heard.
    pub(super) cut: Duration,
}

impl<R: Read + Seek> Matroska<R> {
    pub(super) fn open(source: Source<R>) -> Result<Self, Fault> {
        Self::open_tracks(source, |tracks, info| Ok(vec![track(tracks, info)?]))
    }
}

impl<R: Read + Seek, I> Matroska<R, I> {
    /// Opens the tracks that `select` finds among those of the file.
    pub(super) fn open_tracks(
        mut source: Source<R>,
        select: impl FnOnce(Tracks, &Info) -> Result<Vec<Track<I>>, Fault>,
    ) -> Result<Self, Fault> {
        let mut info = None;
        let mut places = Places::default();
        loop {
            let Some(header) = next_header(&mut source)? else {
                return Err(Fault::NoVideo);
            };
            match header.id {
                Segment::ID => {
                    check_segment(&source, header)?;
                    places.segment = source.position();
                }
                SeekHead::ID => places.add(&element(&mut source, header)?),
                Info::ID => info = Some(element(&mut source, header)?),
                Tracks::ID => {
                    let tracks = element(&mut source, header)?;
                    places.pictures = source.position();
                    return Self::start(tracks, info, places, source, select);
                }
                Cluster::ID => return Err(damaged("pictures come before their description")),
                _ => skip(&mut source, header)?,
            }
        }
    }

    fn start(
        tracks: Tracks,
        info: Option<Info>,
        places: Places,
        source: Source<R>,
        select: impl FnOnce(Tracks, &Info) -> Result<Vec<Track<I>>, Fault>,
    ) -> Result<Self, Fault> {
        let info = info.ok_or_else(|| damaged("it has no segment information"))?;
        Ok(Self {
            source,
            tracks: select(tracks, &info)?,
            places,
            cluster_time: 0,
            first: None,
            block: Vec::new(),
            packet: Vec::new(),
        })
    }

    pub(super) fn next_frame(&mut self) -> Result<Option<Frame>, Fault> {
        if let Some(first) = self.first.take() {
            return Ok(Some(first));
        }
        while let Some(header) = next_header(&mut self.source)? {
            match header.id {
                Segment::ID | Cluster::ID => {} // their children follow
                Timestamp::ID => self.read_cluster_time(header)?,
                SimpleBlock::ID | BlockGroup::ID => {
                    if let Some(frame) = self.read_block(header)? {
                        return Ok(Some(frame));
                    }
                }
                _ => skip(&mut self.source, header)?,
            }
        }
        Ok(None)
    }

    fn read_cluster_time(&mut self, header: Header) -> Result<(), Fault> {
        let time: Timestamp = element(&mut self.source, header)?;
        self.cluster_time = i64::try_from(*time).map_err(|_| damaged("a time is out of range"))?;
        Ok(())
    }

    /// `None` when it belongs to another track, whose data are not read.
    fn read_block(&mut self, header: Header) -> Result<Option<Frame>, Fault> {
        if header.id == SimpleBlock::ID {
            let (number, size) = self.read_number(*header.size)?;
            let Some(track) = self.track_of(number) else {
                self.source.skip(size, "an element")?;
                return Ok(None);
            };
            self.source.read(size, &mut self.block, "a block")?;
            let whole = 0..self.block.len();
            return self.parse_block(track, whole, None).map(Some);
        }
        self.source.read(*header.size, &mut self.block, "a block")?;
        let Group { block, refers, cut } = Group::read(&self.block)?;
        let mut rest = &self.block[block.clone()];
        let number = VInt64::read_from(&mut rest).map_err(broken)?;
        let Some(track) = self.track_of(*number) else {
            return Ok(None);
        };
        let rest = block.end - rest.len()..block.end;
        let frame = self.parse_block(track, rest, Some(!refers))?;
        Ok(Some(Frame { cut, ..frame }))
    }

    fn track_of(&self, number: u64) -> Option<usize> {
        self.tracks.iter().position(|track| track.number == number)
    }

    /// The track's number, and how many bytes of the block follow it.
    fn read_number(&mut self, size: u64) -> Result<(u64, u64), Fault> {
        let start = self.source.position();
        let number = variable(&mut self.source)?;
        let rest = size.checked_sub(self.source.position() - start);
        let rest = rest.ok_or_else(|| damaged("a block is too short"))?;
        Ok((*number, rest))
    }

    /// What follows the track's number.
    fn parse_block(
        &self,
        track: usize,
        at: Range<usize>,
        keyframe: Option<bool>,
    ) -> Result<Frame, Fault> {
        let block = &self.block[at.clone()];
        let Some(([high, low, flags], data)) = block.split_first_chunk() else {
            return Err(damaged("a block is too short"));
        };
        let within = i64::from(i16::from_be_bytes([*high, *low]));
        let pts = self.cluster_time.checked_add(within);
        Ok(Frame {
            track,
            data: at.end - data.len()..at.end,
            pts: pts.ok_or_else(|| damaged("a time is out of range"))?,
            keyframe: keyframe.unwrap_or(flags & KEYFRAME != 0),
            lacing: flags & LACING,
            cut: Duration::ZERO,
        })
    }
}

impl<R: Read + Seek + Send> Faulty for Matroska<R> {
    fn info(&self) -> &VideoInfo {
        &self.tracks[0].info
    }

    fn next(&mut self) -> Result<Option<Packet<'_>>, Fault> {
        let Some(frame) = self.next_frame()? else {
            return Ok(None);
        };
        if frame.lacing != 0 {
            return Err(Fault::Unsupported("its video is laced"));
        }
        let mut data = &self.block[frame.data];
        if let Some(annex_b) = &self.tracks[0].annex_b {
            annex_b.convert(data, frame.keyframe, &mut self.packet)?;
            data = &self.packet;
        }
        Ok(Some(Packet::new(data, frame.pts, frame.keyframe)))
    }

    fn index(&mut self) -> Result<Option<Index>, Fault> {
        let Some(cues) = self.places.cues else {
            return Ok(None);
        };
        self.source.seek(cues)?;
        let header = next_header(&mut self.source)?;
        let header = header.filter(|header| header.id == Cues::ID);
        let header = header.ok_or_else(|| damaged("its index is not where it says"))?;
        let cues: Cues = element(&mut self.source, header)?;
        self.first = None;
        self.source.seek(self.places.pictures)?;
        let keys = cues.cue_point.iter().filter_map(|cue| self.key(cue));
        Ok(Some(Index {
            keys: keys.collect(),
            times: Vec::new(),
        }))
    }

    fn start_at(&mut self, key: KeyPicture) -> Result<(), Fault> {
        self.first = None;
        self.source.seek(key.offset)?;
        while let Some(frame) = self.next_frame()? {
            if frame.keyframe && frame.pts == key.pts {
                self.first = Some(frame);
                return Ok(());
            }
            if frame.keyframe && frame.pts > key.pts {
                break;
            }
        }
        Err(damaged("a picture of its index is not there"))
    }
}

impl<R: Read + Seek> Matroska<R> {
    /// `None` when it is that of another track.
    fn key(&self, cue: &CuePoint) -> Option<KeyPicture> {
        let mut places = cue.cue_track_positions.iter();
        let place = places.find(|place| *place.cue_track == self.tracks[0].number)?;
        Some(KeyPicture {
            pts: i64::try_from(*cue.cue_time).ok()?,
            offset: self
                .places
                .segment
                .checked_add(*place.cue_cluster_position)?,
        })
    }
}

impl Places {
    fn add(&mut self, seek_head: &SeekHead) {
        let is_cues = |seek: &&SeekEntry| is_id(&seek.seek_id, Cues::ID);
        let cues = seek_head.seek.iter().find(is_cues);
        let place = cues.and_then(|seek| self.segment.checked_add(*seek.seek_position));
        self.cues = self.cues.or(place);
    }
}

/// Whether the bytes are those of the identifier as it is written in files.
fn is_id(bytes: &[u8], id: VInt64) -> bool {
    VInt64::read_from(&mut &bytes[..]).is_ok_and(|found| found == id)
}

const KEYFRAME: u8 = 0x80;
const LACING: u8 = 0x06;

/// An index or a list of tracks has no more bytes; it takes many times as much in memory.
const LARGEST: u64 = 16 << 20;

/// All sizes from here on mean "unknown"; the crate knows the shortest of these only.
const UNKNOWN_SIZE: u64 = (1 << 56) - 1;

fn is_unknown(size: VInt64) -> bool {
    size.is_unknown || *size >= UNKNOWN_SIZE
}

fn next_header<R: Read + Seek>(source: &mut Source<R>) -> Result<Option<Header>, Fault> {
    if source.rest() == 0 {
        return Ok(None);
    }
    let id = variable(source)?;
    let size = variable(source)?;
    Ok(Some(Header { id, size }))
}

/// The first byte tells how many there are.
fn variable<R: Read + Seek>(source: &mut Source<R>) -> Result<VInt64, Fault> {
    let [first] = source.array("an element")?;
    let mut bytes = [first, 0, 0, 0, 0, 0, 0, 0];
    for byte in bytes
        .iter_mut()
        .skip(1)
        .take(first.leading_zeros() as usize)
    {
        [*byte] = source.array("an element")?;
    }
    VInt64::read_from(&mut &bytes[..]).map_err(broken)
}

/// A segment that tells its size tells whether the file is whole.
fn check_segment<R: Read + Seek>(source: &Source<R>, header: Header) -> Result<(), Fault> {
    if is_unknown(header.size) {
        return Ok(());
    }
    source.need(*header.size, "the segment")
}

fn element<R: Read + Seek, T: Element>(source: &mut Source<R>, header: Header) -> Result<T, Fault> {
    let mut body = Vec::new();
    source.read_at_most(LARGEST, *header.size, &mut body, "an element")?;
    T::read_element(&header, &mut body.as_slice()).map_err(broken)
}

fn skip<R: Read + Seek>(source: &mut Source<R>, header: Header) -> Result<(), Fault> {
    source.skip(*header.size, "an element")
}

pub(super) fn damaged(why: &str) -> Fault {
    Fault::Damaged(why.to_owned())
}

pub(super) fn broken(error: mkv_element::Error) -> Fault {
    Fault::Damaged(error.to_string())
}
