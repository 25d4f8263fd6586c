//! Where an MP4 file in fragments can be split: by the box `mfra` at its end, or the box `sidx`
//! before its first fragment, which list them. Files with neither have no index.

use std::io::{Read, Seek};

use shiguredo_mp4::boxes::{MfraBox, MoofBox, SidxBox, TfraBox};
use shiguredo_mp4::demux::Input;
use shiguredo_mp4::{Decode as _, SampleFlags, TrackKind};

use super::mp4::Mp4;
use super::mp4_parser::{Layout, Parser, box_header};
use super::source::Source;
use super::{Fault, Index, KeyPicture};

/// A list of the fragments.
pub(super) enum List {
    AtEnd(MfraBox),
    /// With the place of the first fragment.
    InFront(SidxBox, u64),
}

/// The list, if there is one. Then the file is whole: the list is its end, or tells of it.
pub(super) fn list<R: Read + Seek>(source: &mut Source<R>) -> Result<Option<List>, Fault> {
    match at_end(source)? {
        Some(list) => Ok(Some(List::AtEnd(list))),
        None => in_front(source),
    }
}

fn at_end<R: Read + Seek>(source: &mut Source<R>) -> Result<Option<MfraBox>, Fault> {
    let Some(last) = source.size().checked_sub(16) else {
        return Ok(None);
    };
    source.seek(last)?;
    let last = source.array::<16>("the last box")?;
    let [0, 0, 0, 16, b'm', b'f', b'r', b'o', _, _, _, _, size @ ..] = last else {
        return Ok(None);
    };
    let size = u64::from(u32::from_be_bytes(size));
    let Some(start) = source.size().checked_sub(size) else {
        return Ok(None);
    };
    let list = read(source, start, size)?;
    Ok(MfraBox::decode(&list).ok().map(|(list, _)| list))
}

fn in_front<R: Read + Seek>(source: &mut Source<R>) -> Result<Option<List>, Fault> {
    source.seek(0)?;
    let (mut start, mut found) = (0, None);
    while found.is_none() && source.rest() > 0 {
        let (kind, size) = box_header(source)?;
        let end = source.position().saturating_add(size);
        match &kind {
            b"moof" => return Ok(None),
            b"sidx" => found = Some((start, end)),
            _ => source.skip(size, "a box before the fragments")?,
        }
        start = end;
    }
    let Some((start, end)) = found else {
        return Ok(None);
    };
    source.seek(start)?;
    source.need(end - start, "the list of fragments")?;
    let list = read(source, start, end - start)?;
    Ok(SidxBox::decode(&list)
        .ok()
        .and_then(|(list, _)| whole(list, end, source.size())))
}

/// A list of all fragments, and not of further lists.
fn whole(list: SidxBox, end: u64, size: u64) -> Option<List> {
    let first = end.checked_add(list.first_offset)?;
    let sizes = list.references.iter().map(|one| one.referenced_size);
    let all: u64 = sizes.map(u64::from).sum();
    let is_all = first.checked_add(all)? == size;
    let is_last = list.references.iter().all(|one| !one.reference_type);
    (is_all && is_last).then_some(List::InFront(list, first))
}

fn read<R: Read + Seek>(source: &mut Source<R>, start: u64, size: u64) -> Result<Vec<u8>, Fault> {
    let mut data = Vec::new();
    source.seek(start)?;
    source.read(size, &mut data, "the index")?;
    Ok(data)
}

impl<R: Read + Seek> Mp4<R> {
    /// The times are those of the list, which need not be exact.
    pub(super) fn index_of_fragments(&mut self) -> Result<Option<Index>, Fault> {
        let keys = match list(&mut self.source)? {
            Some(List::AtEnd(list)) => {
                let mut tracks = list.tfra_boxes.iter();
                let track = tracks.find(|track| track.track_id == self.track);
                track.map(listed_at_end)
            }
            Some(List::InFront(list, first)) if list.reference_id == self.track => {
                Some(listed_in_front(&list, first, self.info.time_base.den))
            }
            _ => None,
        };
        self.start_at_fragment(None)?;
        Ok(keys.map(|keys| Index {
            keys,
            times: Vec::new(),
        }))
    }

    /// Begins again with what describes the tracks, and goes on with the fragment at `offset`.
    pub(super) fn start_at_fragment(&mut self, offset: Option<u64>) -> Result<(), Fault> {
        let mut parser = Parser::of(Layout::Fragments);
        parser.track(&mut self.source, TrackKind::Video)?;
        if let Some(offset) = offset {
            skip_to(&mut parser, offset)?;
        }
        (self.parser, self.first) = (parser, None);
        Ok(())
    }

    /// When the first picture of the fragment that `key` begins is really shown, if decoding can
    /// start with it. Only the fragment's head is read.
    pub(super) fn first_of_fragment(&mut self, key: KeyPicture) -> Result<Option<i64>, Fault> {
        self.source.seek(key.offset)?;
        let mut start = key.offset;
        while self.source.rest() > 0 {
            let (kind, size) = box_header(&mut self.source)?;
            let end = self.source.position().saturating_add(size);
            match &kind {
                b"moof" => {
                    let head = read(&mut self.source, start, end - start)?;
                    let head = MoofBox::decode(&head);
                    let (head, _) = head.map_err(|error| Fault::Damaged(error.to_string()))?;
                    return Ok(first_shown(&head, self.track));
                }
                b"mdat" => return Ok(None),
                _ => self.source.skip(size, "a box before a fragment")?,
            }
            start = end;
        }
        Ok(None)
    }
}

/// The parser takes what lies between for an empty box.
fn skip_to(parser: &mut Parser, offset: u64) -> Result<(), Fault> {
    let wrong = || Fault::Damaged("its list of fragments is wrong".to_owned());
    let position = parser.required().ok_or_else(wrong)?.position;
    let gap = offset.checked_sub(position).ok_or_else(wrong)?;
    let Parser::Fragments(parser) = parser else {
        return Err(wrong());
    };
    let mut header = [0; 32];
    match gap {
        0 => return Ok(()),
        8..16 => header[3] = gap as u8,
        16.. => {
            header[3] = 1; // the size comes after the kind
            header[8..16].copy_from_slice(&gap.to_be_bytes());
        }
        _ => return Err(wrong()),
    }
    header[4..8].copy_from_slice(b"free");
    parser.handle_input(Input {
        position,
        data: &header,
    });
    Ok(())
}

/// Fragments whose very first picture is listed: a part can begin with them.
fn listed_at_end(track: &TfraBox) -> Vec<KeyPicture> {
    let first = track
        .entries
        .iter()
        .filter(|entry| entry.trun_number == 1 && entry.sample_number == 1);
    let keys = first.map(|entry| KeyPicture {
        pts: i64::try_from(entry.time).unwrap_or(i64::MAX),
        offset: entry.moof_offset,
    });
    keys.collect()
}

/// Fragments that begin with a picture where decoding can start.
fn listed_in_front(list: &SidxBox, first: u64, timescale: u32) -> Vec<KeyPicture> {
    let (mut offset, mut time) = (first, u128::from(list.earliest_presentation_time));
    let mut keys = Vec::new();
    for one in &list.references {
        let scaled = time * u128::from(timescale) / u128::from(list.timescale.max(1));
        if one.starts_with_sap && one.sap_delta_time == 0 {
            let pts = i64::try_from(scaled).unwrap_or(i64::MAX);
            keys.push(KeyPicture { pts, offset });
        }
        offset += u64::from(one.referenced_size);
        time += u128::from(one.subsegment_duration);
    }
    keys
}

/// `None` where the fragment does not say, or decoding cannot start.
fn first_shown(head: &MoofBox, track: u32) -> Option<i64> {
    let mut tracks = head.traf_boxes.iter();
    let track = tracks.find(|one| one.tfhd_box.track_id == track)?;
    let decoded = i64::try_from(track.tfdt_box.as_ref()?.base_media_decode_time).ok()?;
    let run = track.trun_boxes.first()?;
    let first = run.samples.first()?;
    let own = run.first_sample_flags.or(first.flags);
    let flags = own.or(track.tfhd_box.default_sample_flags);
    if flags.is_some_and(SampleFlags::sample_is_non_sync_sample) {
        return None; // some programs list all fragments
    }
    decoded.checked_add(first.composition_time_offset.unwrap_or(0))
}
