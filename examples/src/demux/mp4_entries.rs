//! What MP4 says of how sound is coded. The parser knows fewer kinds of that than there are, and
//! refuses the whole file for Opus of more than two channels and for the longer entries of
//! QuickTime. So it is made to pass over them, and they are read here.

use std::ops::Range;

use shiguredo_mp4::boxes::{EsdsBox, SampleEntry};
use shiguredo_mp4::{BoxType, Decode as _};

use super::fragments::{boxes, child};
use super::mp4_pcm_entry;
use super::sound::SoundCodec;

/// The parser knows no kind that begins with such a byte.
const HIDDEN: u8 = 0x80;

/// Hides the entries of sound in what may be an index.
pub(super) fn hide(data: &mut [u8]) {
    let tables = sound_tables(data);
    let entries = tables.flat_map(|(_, table)| boxes(data, table));
    let starts: Vec<usize> = entries.map(|(_, entry)| entry.start).collect();
    starts.iter().for_each(|start| data[start - 4] |= HIDDEN);
}

/// Hides the tracks of uncompressed sound in what may be an index: of each of their frames the
/// parser would make a sample.
pub(super) fn hide_pcm(data: &mut [u8]) {
    let tables = sound_tables(data).filter(|(_, table)| {
        let mut entries = boxes(data, table.clone());
        entries.any(|(kind, _)| mp4_pcm_entry::is_pcm(kind))
    });
    let starts: Vec<usize> = tables.map(|(track, _)| track.start).collect();
    for start in starts {
        data[start - 4..start].copy_from_slice(b"free");
    }
}

/// The tracks of sound, and where in each its entries are.
fn sound_tables(data: &[u8]) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let movie = boxes(data, 0..data.len()).next();
    let movie = movie.filter(|(kind, _)| *kind == b"moov");
    let inner = |at, kind: [u8; 4]| {
        let found = boxes(data, at).filter(move |(it, _)| **it == kind);
        found.map(|(_, at)| at)
    };
    let tracks = movie
        .into_iter()
        .flat_map(move |(_, at)| inner(at, *b"trak"));
    tracks.flat_map(move |track| {
        inner(track.clone(), *b"mdia")
            .filter(|media| is_sound(data, media.clone()))
            .flat_map(move |media| inner(media, *b"minf"))
            .flat_map(move |info| inner(info, *b"stbl"))
            .flat_map(move |table| inner(table, *b"stsd"))
            // Its version and the number of its entries come first.
            .map(move |table| (track.clone(), table.start + 8..table.end))
    })
}

fn is_sound(data: &[u8], media: Range<usize>) -> bool {
    let mut handlers = boxes(data, media).filter(|(kind, _)| *kind == b"hdlr");
    let handler = handlers.next().map(|(_, at)| &data[at]);
    handler.and_then(|it| it.get(8..12)) == Some(b"soun")
}

/// How a track of sound is coded.
#[derive(Debug, PartialEq)]
pub(super) struct Entry {
    pub(super) codec: SoundCodec,
    pub(super) codec_id: &'static str,
    pub(super) config: Vec<u8>,
    pub(super) channels: u16,
    pub(super) rate: u32,
    pub(super) bit_depth: Option<u16>,
}

/// An entry that was hidden; where it cannot be read, what it is.
pub(super) fn read(entry: &SampleEntry) -> Result<Entry, String> {
    let SampleEntry::Unknown(entry) = entry else {
        return Err("no sound".to_owned());
    };
    let BoxType::Normal([first, rest @ ..]) = entry.box_type else {
        return Err("of a private kind".to_owned());
    };
    let [b, c, d] = rest;
    let kind = [first & !HIDDEN, b, c, d];
    read_body(&kind, &entry.payload).ok_or_else(|| kind.escape_ascii().to_string())
}

fn read_body(kind: &[u8; 4], body: &[u8]) -> Option<Entry> {
    let fields = body.first_chunk::<28>()?;
    let u16_at = |at: usize| u16::from_be_bytes([fields[at], fields[at + 1]]);
    let (longer, channels, rate) = match u16_at(8) {
        2 => {
            let (rate, channels) = in_version_2(body)?;
            (36, channels, rate)
        }
        1 => (16, u16_at(16), u16_at(24).into()), // QuickTime, too
        _ => (0, u16_at(16), u16_at(24).into()),
    };
    if mp4_pcm_entry::is_pcm(kind) {
        return mp4_pcm_entry::read(kind, body, longer, (channels, rate));
    }
    let inner = |wanted: &[u8; 4]| child(body, 28 + longer, wanted);
    let (codec, codec_id, config) = match kind {
        b"mp4a" => esds(inner(b"esds").or_else(|| {
            let wave = inner(b"wave")?;
            child(wave, 0, b"esds")
        })?)?,
        b".mp3" => (SoundCodec::Mp3, "A_MPEG/L3", Vec::new()),
        b"ac-3" => (SoundCodec::Ac3, "A_AC3", inner(b"dac3")?.to_vec()),
        b"ec-3" => (SoundCodec::Eac3, "A_EAC3", inner(b"dec3")?.to_vec()),
        b"Opus" => (SoundCodec::Opus, "A_OPUS", opus_head(inner(b"dOps")?)?),
        b"fLaC" => {
            let blocks = inner(b"dfLa")?.get(4..)?; // behind version and flags
            (SoundCodec::Flac, "A_FLAC", [b"fLaC", blocks].concat())
        }
        _ => return None,
    };
    Some(Entry {
        codec,
        codec_id,
        channels,
        rate,
        bit_depth: None,
        config,
    })
}

/// The rate and the channels of QuickTime's longest entry, whose usual places hold constants.
fn in_version_2(body: &[u8]) -> Option<(u32, u16)> {
    let rate = f64::from_be_bytes(*body.get(32..)?.first_chunk()?);
    let channels = u32::from_be_bytes(*body.get(40..)?.first_chunk()?);
    Some((rate.round() as u32, u16::try_from(channels).ok()?)) // out of range is the nearest
}

fn esds(body: &[u8]) -> Option<(SoundCodec, &'static str, Vec<u8>)> {
    let size = (body.len() as u32 + 8).to_be_bytes();
    let whole = [&size[..], b"esds", body].concat();
    let (esds, _) = EsdsBox::decode(&whole).ok()?;
    let config = esds.es.dec_config_descr;
    let told = config.dec_specific_info.map(|info| info.payload);
    match (config.object_type_indication, told) {
        (0x40 | 0x66..=0x68, Some(told)) => Some((SoundCodec::Aac, "A_AAC", told)),
        (0x69 | 0x6b, _) => Some((SoundCodec::Mp3, "A_MPEG/L3", Vec::new())),
        _ => None,
    }
}

/// The same in the form of Ogg and Matroska; MP4 has the bytes the other way round.
fn opus_head(told: &[u8]) -> Option<Vec<u8>> {
    let [_, channels, a, b, c, d, e, f, g, h, mapping @ ..] = told else {
        return None;
    };
    let mut head = b"OpusHead\x01".to_vec();
    head.extend([*channels, *b, *a, *f, *e, *d, *c, *h, *g]);
    head.extend(mapping);
    (!mapping.is_empty()).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
        let size = (body.len() as u32 + 8).to_be_bytes();
        [&size[..], kind, body].concat()
    }

    fn movie(handler: &[u8; 4], kind: &[u8; 4]) -> Vec<u8> {
        let handler = boxed(b"hdlr", &[&[0; 8][..], handler, &[0; 13]].concat());
        let table = boxed(b"stsd", &[&[0; 8][..], &boxed(kind, &[1; 4])].concat());
        let info = boxed(b"minf", &boxed(b"stbl", &table));
        let media = boxed(b"mdia", &[handler, info].concat());
        boxed(b"moov", &boxed(b"trak", &media))
    }

    #[test]
    fn entries_of_sound_are_hidden_and_no_others() {
        let mut data = movie(b"soun", b"mp4a");
        hide(&mut data);
        assert_eq!(data, movie(b"soun", &[b'm' | 0x80, b'p', b'4', b'a']));
        let mut data = movie(b"vide", b"mp4v");
        hide(&mut data);
        hide_pcm(&mut data);
        assert_eq!(data, movie(b"vide", b"mp4v"));
        for end in 0..data.len() {
            hide(&mut movie(b"soun", b"mp4a")[..end]); // whatever it is, it does not panic
            hide_pcm(&mut movie(b"soun", b"sowt")[..end]);
        }
    }

    #[test]
    fn tracks_of_uncompressed_sound_are_hidden_and_no_others() {
        let mut data = movie(b"soun", b"sowt");
        hide_pcm(&mut data);
        assert_eq!(&data[12..16], b"free");
        let mut data = movie(b"soun", b"mp4a");
        hide_pcm(&mut data);
        assert_eq!(data, movie(b"soun", b"mp4a"));
    }

    #[test]
    fn opus_of_six_channels() {
        let told = [0, 6, 1, 56, 0, 0, 187, 128, 0, 1, 1, 4, 2, 0, 4, 1, 2, 3, 5];
        let fields = [&[0; 16][..], &[0, 6, 0, 16, 0, 0, 0, 0, 187, 128, 0, 0]].concat();
        let body = [fields, boxed(b"dOps", &told)].concat();
        let entry = read_body(b"Opus", &body).unwrap();
        assert_eq!((entry.codec, entry.channels), (SoundCodec::Opus, 6));
        let head = b"OpusHead\x01\x06\x38\x01\x80\xbb\0\0\x01\0\x01\x04\x02\0\x04\x01\x02\x03\x05";
        assert_eq!(entry.config, head);
        for end in 0..body.len() {
            read_body(b"Opus", &body[..end]); // whatever it is, it does not panic
        }
    }

    #[test]
    fn the_second_version_of_quicktime_tells_elsewhere() {
        let mut body = vec![0; 64];
        body[9] = 2;
        body[17] = 3; // always
        body[25] = 1; // always
        body[32..40].copy_from_slice(&44_100.0_f64.to_be_bytes());
        body[43] = 6;
        let entry = read_body(b".mp3", &body).unwrap();
        assert_eq!((entry.rate, entry.channels), (44_100, 6));
    }
}
