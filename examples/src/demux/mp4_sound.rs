//! The sound of MP4.

use std::io::{Read, Seek};

use nvdec::Rational;
use shiguredo_mp4::boxes::{DopsBox, MoovBox, SampleEntry, TrakBox};
use shiguredo_mp4::demux::Sample;
use shiguredo_mp4::{Decode as _, TrackKind};

use super::mp4::Place;
use super::mp4_parser::{Parser, box_header, check_boxes};
use super::sound::{FaultySound, SoundCodec, SoundInfo};
use super::source::Source;
use super::{Fault, Packet};

pub(super) struct Mp4Sound<R> {
    source: Source<R>,
    parser: Parser,
    track: u32,
    info: SoundInfo,
    first: Option<Place>,
    sample: Vec<u8>,
}

impl<R: Read + Seek> Mp4Sound<R> {
    pub(super) fn open(mut source: Source<R>) -> Result<Self, Fault> {
        let mut parser = Parser::of(check_boxes(&mut source)?);
        let delay = delay(&mut source)?;
        let none = || Fault::Silent;
        let track = parser.track(&mut source, TrackKind::Audio)?;
        let track = track.ok_or_else(none)?;
        let first = parser.next_with(&mut source, track, |sample| describe(sample, delay))?;
        let (place, info) = first.ok_or_else(none)?;
        Ok(Self {
            source,
            parser,
            track,
            info,
            first: Some(place),
            sample: Vec::new(),
        })
    }
}

impl<R: Read + Seek + Send> FaultySound for Mp4Sound<R> {
    fn info(&self) -> &SoundInfo {
        &self.info
    }

    fn next(&mut self) -> Result<Option<Packet<'_>>, Fault> {
        let place = match self.first.take() {
            Some(first) => Some(first),
            None => {
                let next = self
                    .parser
                    .next_with(&mut self.source, self.track, |_| Ok(()))?;
                next.map(|(place, ())| place)
            }
        };
        let Some(place) = place else {
            return Ok(None);
        };
        self.source.seek(place.offset)?;
        self.source.read(place.size, &mut self.sample, "sound")?;
        Ok(Some(Packet::new(&self.sample, place.pts, true)))
    }
}

fn describe(sample: &Sample<'_>, delay: f64) -> Result<SoundInfo, Fault> {
    let (codec, config, audio) = match sample.sample_entry {
        Some(SampleEntry::Mp4a(entry)) => {
            let config = &entry.esds_box.es.dec_config_descr;
            let is_aac = config.object_type_indication == 0x40;
            let private = config.dec_specific_info.as_ref().filter(|_| is_aac);
            let private = private.ok_or_else(|| Fault::NoSound("not AAC".to_owned()))?;
            (SoundCodec::Aac, private.payload.clone(), &entry.audio)
        }
        Some(SampleEntry::Opus(entry)) => {
            (SoundCodec::Opus, opus_head(&entry.dops_box), &entry.audio)
        }
        _ => return Err(Fault::NoSound("of another kind".to_owned())),
    };
    Ok(SoundInfo {
        codec,
        config,
        channels: audio.channelcount,
        time_base: Rational::new(1, sample.track.timescale.get()),
        delay,
    })
}

/// The same in the form of Ogg and Matroska; MP4 has the bytes the other way round.
fn opus_head(told: &DopsBox) -> Vec<u8> {
    let mut head = b"OpusHead\x01".to_vec();
    head.push(told.output_channel_count);
    head.extend(told.pre_skip.to_le_bytes());
    head.extend(told.input_sample_rate.to_le_bytes());
    head.extend(told.output_gain.to_le_bytes());
    head.push(0);
    head
}

/// Players begin with the time that the edit list says, which differs from track to track.
fn delay<R: Read + Seek>(source: &mut Source<R>) -> Result<f64, Fault> {
    const LARGEST: u64 = 64 << 20;
    source.seek(0)?;
    while source.rest() > 0 {
        let start = source.position();
        let (kind, size) = box_header(source)?;
        if &kind != b"moov" || size > LARGEST {
            source.skip(size, "a box")?;
            continue;
        }
        let whole = source.position() - start + size;
        source.seek(start)?;
        let mut bytes = Vec::new();
        source.read(whole, &mut bytes, "the index")?;
        let movie = MoovBox::decode(&bytes).ok();
        return Ok(movie.map_or(0.0, |(movie, _)| delay_in(&movie)));
    }
    Ok(0.0)
}

fn delay_in(movie: &MoovBox) -> f64 {
    let scale = f64::from(movie.mvhd_box.timescale.get());
    let start_of = |kind: &[u8; 4]| {
        let is_it = |track: &&TrakBox| track.mdia_box.hdlr_box.handler_type == *kind;
        let track = movie.trak_boxes.iter().find(is_it);
        track.map_or(0.0, |track| start(track, scale))
    };
    start_of(b"vide") - start_of(b"soun")
}

/// What of a track's times is shown at the beginning, in seconds. Empty edits come before that.
fn start(track: &TrakBox, scale: f64) -> f64 {
    let list = track
        .edts_box
        .as_ref()
        .and_then(|edits| edits.elst_box.as_ref());
    let entries = list.map_or(&[][..], |list| &list.entries);
    let empty = entries.iter().take_while(|entry| entry.media_time < 0);
    let empty: u64 = empty.map(|entry| entry.edit_duration).sum();
    let own_scale = f64::from(track.mdia_box.mdhd_box.timescale.get());
    let first = entries.iter().find(|entry| entry.media_time >= 0);
    first.map_or(0.0, |entry| entry.media_time as f64 / own_scale) - empty as f64 / scale
}
