//! The boxes that describe the tracks of an MP4 file, whole or in fragments.

use std::num::NonZeroU32;

use shiguredo_mp4::boxes::{
    DinfBox, EdtsBox, ElstBox, ElstEntry, HdlrBox, MdhdBox, MdiaBox, MediaHeader, MinfBox, MoovBox,
    MvhdBox, SampleEntry, SmhdBox, StblBox, TkhdBox, TrakBox, VmhdBox,
};
use shiguredo_mp4::{FixedPointNumber, LanguageCode, Mp4FileTime};

use super::sound::Track;

/// The track of pictures; those of sound follow it.
pub(super) const VIDEO: u32 = 1;

/// Since nothing tells when it was made, and the same is to be made again.
const NO_TIME: Mp4FileTime = Mp4FileTime::from_secs(0);

/// What is told of a track beside its index.
#[derive(Debug)]
pub(super) struct Head<'a> {
    /// From 1 on.
    pub(super) number: u32,
    /// Columns and rows of a track of pictures.
    pub(super) size: (u16, u16),
    /// What a track of sound is.
    pub(super) sound: Option<&'a Track>,
    /// The unit of its times.
    pub(super) scale: NonZeroU32,
    /// How long it is, in units of it; 0 for a file in fragments.
    pub(super) duration: u64,
    pub(super) edits: Edits,
}

/// What is shown of a track, and when.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Edits {
    /// In units of the file: how long there is nothing.
    pub(super) empty: u64,
    /// In units of the track: where it begins.
    pub(super) start: u64,
    /// In units of the file: how long it is; 0 for all of it in a file of fragments.
    pub(super) length: u64,
}

impl Edits {
    /// In units of the file.
    pub(super) fn end(&self) -> u64 {
        self.empty + self.length
    }

    fn list(&self) -> Option<EdtsBox> {
        if (self.empty, self.start) == (0, 0) {
            return None;
        }
        let entry = |edit_duration, media_time| ElstEntry {
            edit_duration,
            media_time,
            media_rate: FixedPointNumber::new(1, 0),
        };
        let empty = (self.empty > 0).then(|| entry(self.empty, -1));
        let start = i64::try_from(self.start).unwrap_or(i64::MAX);
        let entries = empty.into_iter().chain([entry(self.length, start)]);
        Some(EdtsBox {
            elst_box: Some(ElstBox {
                entries: entries.collect(),
            }),
            unknown_boxes: Vec::new(),
        })
    }
}

/// All the tracks.
pub(super) fn movie(scale: NonZeroU32, duration: u64, tracks: Vec<TrakBox>) -> MoovBox {
    MoovBox {
        mvhd_box: MvhdBox {
            creation_time: NO_TIME,
            modification_time: NO_TIME,
            timescale: scale,
            duration,
            rate: MvhdBox::DEFAULT_RATE,
            volume: MvhdBox::DEFAULT_VOLUME,
            matrix: MvhdBox::DEFAULT_MATRIX,
            next_track_id: tracks.len() as u32 + 1,
        },
        trak_boxes: tracks,
        mvex_box: None,
        unknown_boxes: Vec::new(),
    }
}

pub(super) fn track(head: &Head<'_>, index: StblBox) -> TrakBox {
    TrakBox {
        tkhd_box: track_header(head),
        edts_box: head.edits.list(),
        mdia_box: MdiaBox {
            mdhd_box: MdhdBox {
                creation_time: NO_TIME,
                modification_time: NO_TIME,
                timescale: head.scale,
                duration: head.duration,
                language: language(head.sound),
            },
            hdlr_box: handler(head.sound),
            minf_box: MinfBox {
                media_header: Some(match head.sound {
                    Some(_) => MediaHeader::Smhd(SmhdBox::default()),
                    None => MediaHeader::Vmhd(VmhdBox::default()),
                }),
                dinf_box: DinfBox::LOCAL_FILE,
                stbl_box: index,
                unknown_boxes: Vec::new(),
            },
            unknown_boxes: Vec::new(),
        },
        unknown_boxes: Vec::new(),
    }
}

/// Players choose a track that is enabled; those of sound stand for one another.
fn track_header(head: &Head<'_>) -> TkhdBox {
    let pixels = |count: u16| FixedPointNumber::new(i16::try_from(count).unwrap_or(i16::MAX), 0);
    TkhdBox {
        flag_track_enabled: head.sound.is_none_or(|sound| sound.info.is_default),
        flag_track_in_movie: true,
        flag_track_in_preview: false,
        flag_track_size_is_aspect_ratio: false,
        creation_time: NO_TIME,
        modification_time: NO_TIME,
        track_id: head.number,
        duration: head.edits.end(),
        layer: TkhdBox::DEFAULT_LAYER,
        alternate_group: i16::from(head.sound.is_some()),
        volume: match head.sound {
            Some(_) => TkhdBox::DEFAULT_AUDIO_VOLUME,
            None => TkhdBox::DEFAULT_VIDEO_VOLUME,
        },
        matrix: TkhdBox::DEFAULT_MATRIX,
        width: pixels(head.size.0),
        height: pixels(head.size.1),
    }
}

fn language(sound: Option<&Track>) -> LanguageCode {
    let code = sound.and_then(|sound| LanguageCode::from_ascii(&sound.info.language));
    code.unwrap_or(LanguageCode::UNDEFINED)
}

/// The name is text that ends with a zero, for people.
fn handler(sound: Option<&Track>) -> HdlrBox {
    let (handler_type, name) = match sound {
        Some(sound) if sound.info.title.is_empty() => (HdlrBox::HANDLER_TYPE_SOUN, "sound"),
        Some(sound) => (HdlrBox::HANDLER_TYPE_SOUN, &*sound.info.title),
        None => (HdlrBox::HANDLER_TYPE_VIDE, "video"),
    };
    let name = name.bytes().filter(|byte| *byte != 0).chain([0]).collect();
    HdlrBox { handler_type, name }
}

/// Columns and rows.
pub(super) fn size(entry: Option<&SampleEntry>) -> (u16, u16) {
    entry
        .and_then(SampleEntry::video_resolution)
        .unwrap_or_default()
}

/// From one unit of time to another.
pub(super) fn scaled(time: u64, from: NonZeroU32, to: NonZeroU32) -> u64 {
    let product = u128::from(time) * u128::from(to.get());
    product.div_ceil(from.get().into()) as u64
}
