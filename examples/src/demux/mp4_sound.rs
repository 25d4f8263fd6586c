//! The sound of MP4.

use std::io::{Read, Seek};

use nvdec::Rational;
use shiguredo_mp4::Decode as _;
use shiguredo_mp4::boxes::{ElstEntry, MoovBox, StblBox, TrakBox};

use super::mp4::Place;
use super::mp4_end::End;
use super::mp4_entries::{self, Entry};
use super::mp4_parser::{Layout, Parser, box_header, check_boxes};
use super::mp4_pcm::Pcm;
use super::sound::{FaultySound, SoundCodec, SoundInfo, further_video};
use super::sound_packet::samples;
use super::source::Source;
use super::{Fault, Packet, language};

pub(super) struct Mp4Sound<R> {
    source: Source<R>,
    parser: Parser,
    /// The tracks by their numbers in the file; the parser knows none that is uncompressed.
    numbers: Vec<u32>,
    infos: Vec<SoundInfo>,
    ends: Vec<Option<End>>,
    /// Those that are uncompressed, among all.
    uncompressed: Vec<(usize, Pcm)>,
    /// The next packet of the others.
    coded: Option<(usize, Place)>,
    left_out: Vec<String>,
    sample: Vec<u8>,
}

/// Seconds that an edit list may hide as the run-up of a decoder; what is more is a cut, which is
/// not made in the pictures either.
const RUN_UP: f64 = 1.0;

const CUT: &str = "an edit list that shows its pictures in part: all of them are taken; `ffmpeg -i FILE \
                   FILE.mkv` makes a file of those alone";

impl<R: Read + Seek> Mp4Sound<R> {
    pub(super) fn open(mut source: Source<R>) -> Result<Self, Fault> {
        let layout = check_boxes(&mut source)?;
        let movie = movie(&mut source)?;
        let scale = f64::from(movie.mvhd_box.timescale.get());
        let mut videos = movie.trak_boxes.iter().filter(|track| is(track, b"vide"));
        let pictures = videos.next();
        let video = pictures.map_or(0.0, |track| start(track, scale));
        let cut = pictures
            .filter(|track| is_cut(track, scale))
            .map(|_| CUT.to_owned());
        let further = videos.map(|track| further_video(u64::from(track.tkhd_box.track_id)));
        let mut sound = Self {
            source,
            parser: Parser::of(layout),
            numbers: Vec::new(),
            infos: Vec::new(),
            ends: Vec::new(),
            uncompressed: Vec::new(),
            coded: None,
            left_out: further.chain(cut).collect(),
            sample: Vec::new(),
        };
        for track in &movie.trak_boxes {
            sound.add(track, scale, video, layout);
        }
        sound.coded = sound.next_coded()?;
        Ok(sound)
    }

    fn add(&mut self, track: &TrakBox, scale: f64, video: f64, layout: Layout) {
        const SUBTITLES: [&[u8; 4]; 5] = [b"sbtl", b"subt", b"text", b"clcp", b"subp"];
        let number = track.tkhd_box.track_id;
        if SUBTITLES.iter().any(|kind| is(track, kind)) {
            self.left_out.push(format!("track {number}, subtitles"));
        }
        if !is(track, b"soun") {
            return;
        }
        if let Err(what) = self.add_sound(track, (scale, video), layout) {
            self.left_out.push(format!("track {number}, {what}"));
        }
    }

    fn add_sound(
        &mut self,
        track: &TrakBox,
        (scale, video): (f64, f64),
        layout: Layout,
    ) -> Result<(), String> {
        let table = &track.mdia_box.minf_box.stbl_box;
        let info = describe(track, entry(table)?, scale, video);
        if info.codec == SoundCodec::Pcm {
            if layout == Layout::Fragments {
                return Err("uncompressed sound in fragments".to_owned());
            }
            let pcm = Pcm::new(table, &info, self.source.size());
            let pcm = pcm.ok_or("sound of which there is more than the file has")?;
            self.uncompressed.push((self.infos.len(), pcm));
        }
        self.ends.push(End::of(track, edits(track), scale));
        self.numbers.push(track.tkhd_box.track_id);
        self.infos.push(info);
        Ok(())
    }

    /// The next of all, in order of time, each time in its track's unit.
    fn next_place(&mut self) -> Result<Option<(usize, Place)>, Fault> {
        let infos = &self.infos;
        let seconds = |track: usize, time: i64| {
            let info: &SoundInfo = &infos[track];
            time as f64 * info.time_base.as_f64() + info.delay
        };
        let uncompressed = self.uncompressed.iter_mut();
        let uncompressed = uncompressed
            .filter_map(|(track, pcm)| Some((seconds(*track, pcm.time()?), *track, pcm)))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        match (uncompressed, self.coded) {
            (None, None) => Ok(None),
            (Some((time, track, pcm)), coded)
                if coded.is_none_or(|(coded, place)| time <= seconds(coded, place.pts)) =>
            {
                Ok(pcm.next().map(|place| (track, place)))
            }
            (_, coded) => {
                self.coded = self.next_coded()?;
                Ok(coded)
            }
        }
    }

    fn next_coded(&mut self) -> Result<Option<(usize, Place)>, Fault> {
        if self.uncompressed.len() == self.numbers.len() {
            return Ok(None);
        }
        let numbers = &self.numbers;
        let position = |number: u32| numbers.iter().position(|it| *it == number);
        self.parser.next_of(&mut self.source, position)
    }
}

impl<R: Read + Seek + Send> FaultySound for Mp4Sound<R> {
    fn tracks(&self) -> &[SoundInfo] {
        &self.infos
    }

    fn left_out(&self) -> &[String] {
        &self.left_out
    }

    fn next(&mut self) -> Result<Option<(usize, Packet<'_>)>, Fault> {
        let Some((track, place)) = self.next_place()? else {
            return Ok(None);
        };
        let source = &mut self.source;
        source.seek(place.offset)?;
        source.read(place.size, &mut self.sample, "sound")?;
        let mut packet = Packet::new(&self.sample, place.pts, true);
        let info = &self.infos[track];
        if let Some(end) = &self.ends[track] {
            packet.cut = end.cut(place.pts, samples(info, packet.data), info.rate);
        }
        Ok(Some((track, packet)))
    }
}

fn is(track: &TrakBox, kind: &[u8; 4]) -> bool {
    track.mdia_box.hdlr_box.handler_type == *kind
}

fn entry(table: &StblBox) -> Result<Entry, String> {
    match &*table.stsd_box.entries {
        [] => Err("sound of which nothing is told".to_owned()),
        [first, rest @ ..] if rest.iter().any(|it| it != first) => {
            Err("sound that changes its kind midway".to_owned())
        }
        [first, ..] => {
            mp4_entries::read(first).map_err(|kind| format!("sound of the kind {kind:?}"))
        }
    }
}

fn describe(track: &TrakBox, entry: Entry, scale: f64, video: f64) -> SoundInfo {
    let header = &track.mdia_box.mdhd_box;
    let timescale = header.timescale.get();
    SoundInfo {
        codec: entry.codec,
        codec_id: entry.codec_id.to_owned(),
        config: entry.config,
        channels: entry.channels,
        rate: match entry.rate {
            0 => timescale, // what does not fit into 16 bits
            rate => rate,
        },
        bit_depth: entry.bit_depth,
        time_base: Rational::new(1, timescale),
        delay: video - start(track, scale),
        hidden: hidden(track),
        language: language::of_mp4(header.language.as_bytes()),
        is_default: track.tkhd_box.flag_track_enabled,
        title: String::new(),
    }
}

/// What describes all the tracks.
fn movie<R: Read + Seek>(source: &mut Source<R>) -> Result<MoovBox, Fault> {
    source.seek(0)?;
    while source.rest() > 0 {
        let start = source.position();
        let (kind, size) = box_header(source)?;
        if &kind != b"moov" {
            source.skip(size, "a box")?;
            continue;
        }
        let whole = (source.position() - start).saturating_add(size);
        source.seek(start)?;
        let mut bytes = Vec::new();
        source.read(whole, &mut bytes, "the index")?;
        mp4_entries::hide(&mut bytes);
        let movie = MoovBox::decode(&bytes);
        let (movie, _) = movie.map_err(|error| Fault::Damaged(error.to_string()))?;
        return Ok(movie);
    }
    Err(Fault::Truncated(
        "its index, the box moov, is missing".to_owned(),
    ))
}

/// What of a track's times is shown at the beginning, in seconds: players begin with what the edit
/// list says, which differs from track to track. Empty edits come before that.
fn start(track: &TrakBox, scale: f64) -> f64 {
    let empty = edits(track).iter().take_while(|entry| entry.media_time < 0);
    let empty: f64 = empty.map(|entry| entry.edit_duration as f64).sum();
    first_shown(track) - empty / scale
}

fn edits(track: &TrakBox) -> &[ElstEntry] {
    let edits = track.edts_box.as_ref();
    let list = edits.and_then(|edits| edits.elst_box.as_ref());
    list.map_or(&[], |list| &list.entries)
}

fn first_shown(track: &TrakBox) -> f64 {
    let first = edits(track).iter().find(|entry| entry.media_time >= 0);
    let scale = f64::from(track.mdia_box.mdhd_box.timescale.get());
    first.map_or(0.0, |entry| entry.media_time as f64 / scale)
}

/// Whether pictures are not to be shown, or in another order. In a file of fragments nobody knows.
fn is_cut(track: &TrakBox, movie: f64) -> bool {
    let shown: Vec<&ElstEntry> = edits(track)
        .iter()
        .filter(|it| it.media_time >= 0)
        .collect();
    let [edit] = shown[..] else {
        return shown.len() > 1;
    };
    let (media, table) = (&track.mdia_box.mdhd_box, &track.mdia_box.minf_box.stbl_box);
    let Some(usual) = table.stts_box.entries.first().map(|it| it.sample_delta) else {
        return false;
    };
    let later = table.ctts_box.as_ref().and_then(|it| it.entries.first());
    let first = later.map_or(0, |it| it.sample_offset) as f64;
    let unit = f64::from(media.timescale.get()) / movie;
    let end = edit.media_time as f64 + edit.edit_duration as f64 * unit;
    let usual = f64::from(usual);
    edit.media_time as f64 >= first + usual
        || edit.edit_duration > 0 && end + unit + 2.0 * usual < media.duration as f64
}

fn hidden(track: &TrakBox) -> f64 {
    let hidden = first_shown(track);
    if hidden <= RUN_UP { hidden } else { 0.0 }
}
