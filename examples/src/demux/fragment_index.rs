//! Where an MP4 file in fragments can be split: by the box `mfra` at its end, which lists the
//! fragments that begin with a key picture. Files without one have no index.

use std::io::{Read, Seek};

use shiguredo_mp4::boxes::{MfraBox, MoofBox, TfraBox};
use shiguredo_mp4::demux::Input;
use shiguredo_mp4::{Decode as _, SampleFlags, TrackKind};

use super::mp4::{Layout, Mp4, Parser, box_header};
use super::source::Source;
use super::{Fault, Index, KeyPicture};

/// The list of fragments, if the file ends in one.
pub(super) fn list<R: Read + Seek>(source: &mut Source<R>) -> Result<Option<MfraBox>, Fault> {
    const LAST: u64 = 16;
    let Some(last) = source.size().checked_sub(LAST) else {
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
    let mut list = Vec::new();
    source.seek(start)?;
    source.read(size, &mut list, "the list of fragments")?;
    Ok(MfraBox::decode(&list).ok().map(|(list, _)| list))
}

impl<R: Read + Seek> Mp4<R> {
    /// The times are those of the list, which need not be exact.
    pub(super) fn index_of_fragments(&mut self) -> Result<Option<Index>, Fault> {
        let list = list(&mut self.source)?;
        let tracks = list.into_iter().flat_map(|list| list.tfra_boxes);
        let mut tracks = tracks.filter(|track| track.track_id == self.track);
        let keys = tracks.next().map(|track| keys(&track));
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

    /// The first picture of the fragment that `key` begins, with the time that it is really shown
    /// at. Only the fragment's head is read.
    pub(super) fn first_of_fragment(&mut self, key: KeyPicture) -> Result<Option<i64>, Fault> {
        self.source.seek(key.offset)?;
        let (kind, size) = box_header(&mut self.source)?;
        if kind != *b"moof" {
            return Err(Fault::Damaged("its list of fragments is wrong".to_owned()));
        }
        self.source.need(size, "a fragment's head")?;
        let start = key.offset;
        let mut head = Vec::new();
        let whole = self.source.position() - start + size;
        self.source.seek(start)?;
        self.source.read(whole, &mut head, "a fragment's head")?;
        let head = MoofBox::decode(&head);
        let (head, _) = head.map_err(|error| Fault::Damaged(error.to_string()))?;
        Ok(first_shown(&head, self.track))
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
fn keys(track: &TfraBox) -> Vec<KeyPicture> {
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
