//! MP4 by a parser that asks for the bytes it needs.

use std::io::{Read, Seek};

use shiguredo_mp4::TrackKind;
use shiguredo_mp4::demux::{
    DemuxError, Fmp4FileDemuxer, Input, Mp4FileDemuxer, RequiredInput, Sample,
};

use super::annexb::AnnexB;
use super::mp4::{Place, describe};
use super::source::{Source, too_long};
use super::{Fault, VideoInfo, fragment_index, fragments, mp4_entries};

/// The parsers, for files with one index and for files with one in each fragment.
pub(super) enum Parser {
    Whole(Box<Mp4FileDemuxer>),
    Fragments(Box<Fmp4FileDemuxer>),
}

/// A sample, and how it is coded where that is told anew.
pub(super) struct Found {
    pub(super) place: Place,
    pub(super) description: Option<(VideoInfo, Option<AnnexB>)>,
}

/// The parser wants a whole fragment, though all but its index are zeros.
const LARGEST: u64 = 512 << 20;

impl Parser {
    pub(super) fn of(layout: Layout) -> Self {
        match layout {
            Layout::Whole => Self::Whole(Box::new(Mp4FileDemuxer::new())),
            Layout::Fragments => Self::Fragments(Box::new(Fmp4FileDemuxer::new())),
        }
    }

    /// The first track of this kind.
    pub(super) fn track<R: Read + Seek>(
        &mut self,
        source: &mut Source<R>,
        kind: TrackKind,
    ) -> Result<Option<u32>, Fault> {
        loop {
            let tracks = match self {
                Self::Whole(parser) => parser.tracks(),
                Self::Fragments(parser) => parser.tracks(),
            };
            if let Some(tracks) = unless_more_is_needed(tracks)? {
                let track = tracks.iter().find(|track| track.kind == kind);
                return Ok(track.map(|track| track.track_id));
            }
            self.feed(source)?;
        }
    }

    pub(super) fn next<R>(
        &mut self,
        source: &mut Source<R>,
        track: u32,
    ) -> Result<Option<Found>, Fault>
    where
        R: Read + Seek,
    {
        self.next_with(source, |sample| {
            if sample.track.track_id != track {
                return None;
            }
            let told = sample.sample_entry.map(|_| describe(sample)).transpose();
            let place = Place::of(sample);
            Some(told.map(|description| Found { place, description }))
        })
    }

    /// The next sample of a track, and what `read` makes of it.
    fn next_with<R: Read + Seek, T>(
        &mut self,
        source: &mut Source<R>,
        read: impl Fn(&Sample<'_>) -> Option<Result<T, Fault>>,
    ) -> Result<Option<T>, Fault> {
        loop {
            let sample = match self {
                Self::Whole(parser) => parser.next_sample(),
                Self::Fragments(parser) => parser.next_sample(),
            };
            match unless_more_is_needed(sample)? {
                None => self.feed(source)?,
                Some(None) => return Ok(None),
                Some(Some(sample)) => {
                    if let Some(found) = read(&sample) {
                        return found.map(Some);
                    }
                }
            }
        }
    }

    /// The next sample of the tracks that `position` knows.
    pub(super) fn next_of<R: Read + Seek>(
        &mut self,
        source: &mut Source<R>,
        position: impl Fn(u32) -> Option<usize>,
    ) -> Result<Option<(usize, Place)>, Fault> {
        self.next_with(source, |sample| {
            let track = position(sample.track.track_id)?;
            Some(Ok((track, Place::of(sample))))
        })
    }

    pub(super) fn required(&self) -> Option<RequiredInput> {
        match self {
            Self::Whole(parser) => parser.required_input(),
            Self::Fragments(parser) => parser.required_input(),
        }
    }

    /// Reads what the parser asks for, or all that there is of it.
    fn feed<R: Read + Seek>(&mut self, source: &mut Source<R>) -> Result<(), Fault> {
        let Some(required) = self.required() else {
            return Ok(()); // it has an error to tell
        };
        source.seek(required.position)?;
        let size = required.size.map_or(u64::MAX, |size| size as u64);
        let size = size.min(source.rest());
        if size > LARGEST {
            return Err(too_long("a fragment or the index", size, LARGEST));
        }
        let mut data = vec![0; size as usize];
        let position = required.position;
        match self {
            Self::Whole(_) => {
                source.fill(&mut data, "the index")?;
                mp4_entries::hide_pcm(&mut data);
            }
            Self::Fragments(_) => {
                fragments::read(source, &mut data)?;
                fragments::rebase(&mut data, position)?;
            }
        }
        mp4_entries::hide(&mut data);
        let input = Input {
            position,
            data: &data,
        };
        self.take(input);
        // It may ask for the same bytes once more: for a whole box as long as what it had to see
        // of it first.
        if self.required() == Some(required) {
            self.take(input);
        }
        match self.required() == Some(required) {
            true => Err(self.failure()),
            false => Ok(()),
        }
    }

    fn take(&mut self, input: Input<'_>) {
        match self {
            Self::Whole(parser) => parser.handle_input(input),
            Self::Fragments(parser) => parser.handle_input(input),
        }
    }

    /// Why it does not go on.
    fn failure(&mut self) -> Fault {
        let tracks = match self {
            Self::Whole(parser) => parser.tracks().err(),
            Self::Fragments(parser) => parser.tracks().err(),
        };
        let why = tracks.map_or_else(String::new, |error| format!(": {error}"));
        Fault::Damaged(format!("its index makes no sense{why}"))
    }
}

fn unless_more_is_needed<T>(answer: Result<T, DemuxError>) -> Result<Option<T>, Fault> {
    match answer {
        Ok(answer) => Ok(Some(answer)),
        Err(DemuxError::InputRequired(_)) => Ok(None),
        Err(error) => Err(Fault::Damaged(error.to_string())),
    }
}

/// Whether there is one index, or one in each fragment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    Whole,
    Fragments,
}

/// Finds what the parser would not: a cut end, and whether there are fragments.
pub(super) fn check_boxes<R: Read + Seek>(source: &mut Source<R>) -> Result<Layout, Fault> {
    let (mut has_index, mut layout) = (false, Layout::Whole);
    while source.rest() > 0 {
        let (kind, size) = box_header(source)?;
        match &kind {
            b"moof" if layout == Layout::Whole => {
                layout = Layout::Fragments;
                let here = source.position();
                if fragment_index::list(source)?.is_some() {
                    break; // the end is there, and fragments may be many
                }
                source.seek(here)?;
            }
            b"moov" => has_index = true,
            _ => {}
        }
        source.skip(size, &format!("the box {}", kind.escape_ascii()))?;
    }
    match has_index {
        true => Ok(layout),
        false => Err(Fault::Truncated(
            "its index, the box moov, is missing".to_owned(),
        )),
    }
}

/// The kind, and how many bytes follow.
pub(super) fn box_header<R: Read + Seek>(source: &mut Source<R>) -> Result<([u8; 4], u64), Fault> {
    let [a, b, c, d, kind @ ..] = source.array::<8>("a box")?;
    let size = match u32::from_be_bytes([a, b, c, d]) {
        0 => Some(source.rest()),
        1 => u64::from_be_bytes(source.array("a box")?).checked_sub(16),
        size => u64::from(size).checked_sub(8),
    };
    let size = size.ok_or_else(|| Fault::Damaged("a box is smaller than its header".into()))?;
    Ok((kind, size))
}
