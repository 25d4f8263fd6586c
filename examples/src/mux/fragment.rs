//! The boxes of an MP4 file in fragments: what comes first, what comes before the samples of each
//! fragment, and the list of fragments at the end.

use std::num::NonZeroU32;

use shiguredo_mp4::boxes::{
    Brand, FtypBox, MfhdBox, MfraBox, MfroBox, MoofBox, MvexBox, SampleEntry, StblBox, StcoBox,
    StscBox, StsdBox, StszBox, SttsBox, TfdtBox, TfhdBox, TfraBox, TfraEntry, TrafBox, TrakBox,
    TrexBox, TrunBox, TrunSample,
};
use shiguredo_mp4::{Either, Encode as _, SampleFlags};

use super::appearance::set_shown;
use super::movie::{self, Edits, Head, VIDEO};
use super::mp4::{broken, wrong};
use super::sound::Track;
use crate::demux::Appearance;
use crate::error::Result;

/// Of the whole file; nothing is told in it.
const SCALE: NonZeroU32 = NonZeroU32::new(1000).unwrap();

/// The samples of a track in a fragment.
#[derive(Debug, Default)]
pub(super) struct Run {
    pub(super) samples: Vec<TrunSample>,
    pub(super) payload: Vec<u8>,
    /// When the first is decoded.
    pub(super) start: i64,
    pub(super) begins_with_key: bool,
}

impl Run {
    /// What it takes of memory.
    pub(super) fn bytes(&self) -> usize {
        self.payload.len() + size_of_val(&*self.samples)
    }

    /// Adds a sample, whose length is told later; it is decoded at `begin`.
    pub(super) fn push(&mut self, begin: i64, data: &[u8], keyframe: bool, later: Option<i64>) {
        if self.samples.is_empty() {
            (self.start, self.begins_with_key) = (begin, keyframe);
        }
        let flags = match keyframe {
            true => SampleFlags::from_fields(0, 2, 0, 0, 0, false, 0),
            false => SampleFlags::from_fields(0, 1, 0, 0, 0, true, 0),
        };
        self.samples.push(TrunSample {
            duration: Some(0),
            size: Some(data.len() as u32), // a picture is far below 4 GiB
            flags: Some(flags),
            composition_time_offset: later,
        });
        self.payload.extend_from_slice(data);
    }

    /// How long the last sample is; `None` if that is out of range.
    pub(super) fn end_last(&mut self, duration: i64) -> Option<()> {
        if let Some(last) = self.samples.last_mut() {
            last.duration = Some(u32::try_from(duration).ok()?);
        }
        Some(())
    }

    /// All are shown so much later.
    pub(super) fn delay(&mut self, shift: i64) {
        for sample in &mut self.samples {
            let later = sample.composition_time_offset.map(|later| later + shift);
            sample.composition_time_offset = later;
        }
    }

    pub(super) fn clear(&mut self) {
        self.samples.clear();
        self.payload.clear();
    }

    fn describe(&self, track: u32, data_offset: i32) -> TrafBox {
        TrafBox {
            tfhd_box: TfhdBox {
                track_id: track,
                base_data_offset: None,
                sample_description_index: None,
                default_sample_duration: None,
                default_sample_size: None,
                default_sample_flags: None,
                duration_is_empty: false,
                default_base_is_moof: true,
            },
            tfdt_box: Some(TfdtBox {
                version: 1,
                base_media_decode_time: self.start.max(0) as u64,
            }),
            trun_boxes: vec![TrunBox {
                data_offset: Some(data_offset),
                first_sample_flags: None,
                samples: self.samples.clone(),
            }],
            unknown_boxes: Vec::new(),
        }
    }
}

/// The index of a fragment of these tracks, and the beginning of the box of their samples.
pub(super) fn index(number: u32, runs: &[(u32, &Run)]) -> Result<Vec<u8>> {
    const BOX_HEADER: usize = 8;
    let too_long = || wrong("MP4: a fragment is longer than 2 GiB");
    let with = |first: usize| -> Result<MoofBox> {
        let mut at = first;
        let mut tracks = Vec::new();
        for (track, run) in runs {
            let offset = i32::try_from(at).map_err(|_| too_long())?;
            tracks.push(run.describe(*track, offset));
            at += run.payload.len();
        }
        Ok(MoofBox {
            mfhd_box: MfhdBox {
                sequence_number: number,
            },
            traf_boxes: tracks,
            unknown_boxes: Vec::new(),
        })
    };
    let size = with(0)?.encode_to_vec().map_err(broken)?.len();
    let mut bytes = with(size + BOX_HEADER)?.encode_to_vec().map_err(broken)?;
    let samples: usize = runs.iter().map(|(_, run)| run.payload.len()).sum();
    let samples = u32::try_from(samples + BOX_HEADER).map_err(|_| too_long())?;
    bytes.extend(samples.to_be_bytes());
    bytes.extend(b"mdat");
    Ok(bytes)
}

/// What comes first in the file, with a word to players that the times of the pictures begin at
/// `shift`, and how they are turned.
pub(super) fn head(
    scale: NonZeroU32,
    entry: Option<&SampleEntry>,
    appearance: &Appearance,
    shift: i64,
    sound: &[&Track],
) -> Result<Vec<u8>> {
    let video = Head {
        number: VIDEO,
        size: movie::size(entry),
        sound: None,
        scale,
        duration: 0,
        edits: from(shift),
    };
    let mut pictures = movie::track(&video, no_index(entry));
    set_shown(appearance, &mut pictures.tkhd_box);
    let mut tracks = vec![pictures];
    let numbers = VIDEO + 1..;
    tracks.extend(
        numbers
            .zip(sound)
            .map(|(number, track)| heard(number, track)),
    );
    let mut movie = movie::movie(SCALE, 0, tracks);
    movie.mvex_box = Some(MvexBox {
        mehd_box: None,
        trex_boxes: movie.trak_boxes.iter().map(defaults).collect(),
        unknown_boxes: Vec::new(),
    });
    let kind = FtypBox {
        major_brand: Brand::ISO5,
        minor_version: 0,
        compatible_brands: vec![Brand::ISOM, Brand::ISO5, Brand::ISO6, Brand::MP41],
    };
    let (kind, movie) = (kind.encode_to_vec(), movie.encode_to_vec());
    Ok([kind.map_err(broken)?, movie.map_err(broken)?].concat())
}

fn heard(number: u32, track: &Track) -> TrakBox {
    let head = Head {
        number,
        size: (0, 0),
        sound: Some(track),
        scale: track.rate,
        duration: 0,
        edits: from(track.hidden_samples()),
    };
    movie::track(&head, no_index(track.entry.as_ref()))
}

fn from(start: i64) -> Edits {
    Edits {
        start: start.max(0) as u64,
        ..Edits::default()
    }
}

/// Each fragment has its own.
fn no_index(entry: Option<&SampleEntry>) -> StblBox {
    StblBox {
        stsd_box: StsdBox {
            entries: entry.into_iter().cloned().collect(),
        },
        stts_box: SttsBox {
            entries: Vec::new(),
        },
        ctts_box: None,
        cslg_box: None,
        stsc_box: StscBox {
            entries: Vec::new(),
        },
        stsz_box: StszBox::Variable {
            entry_sizes: Vec::new(),
        },
        stco_or_co64_box: Either::A(StcoBox {
            chunk_offsets: Vec::new(),
        }),
        stss_box: None,
        sdtp_box: None,
        unknown_boxes: Vec::new(),
    }
}

fn defaults(track: &TrakBox) -> TrexBox {
    TrexBox {
        track_id: track.tkhd_box.track_id,
        default_sample_description_index: 1,
        default_sample_duration: 0,
        default_sample_size: 0,
        default_sample_flags: SampleFlags::empty(),
    }
}

/// The list of the fragments that begin with a key picture: where, and when it is shown.
pub(super) fn list(keys: &[(u64, u64)]) -> Result<Vec<u8>> {
    let entry = |(moof_offset, time): &(u64, u64)| TfraEntry {
        time: *time,
        moof_offset: *moof_offset,
        traf_number: 1,
        trun_number: 1,
        sample_number: 1,
    };
    let is_far = |(at, time): &(u64, u64)| (*at).max(*time) > u32::MAX.into();
    let mut list = MfraBox {
        tfra_boxes: vec![TfraBox {
            version: u8::from(keys.iter().any(is_far)),
            track_id: VIDEO,
            length_size_of_traf_num: 0,
            length_size_of_trun_num: 0,
            length_size_of_sample_num: 0,
            entries: keys.iter().map(entry).collect(),
        }],
        mfro_box: MfroBox { size: 0 },
    };
    let size = list.encode_to_vec().map_err(broken)?.len();
    let too_long = |_| wrong("MP4: its list of fragments is longer than 4 GiB");
    list.mfro_box.size = u32::try_from(size).map_err(too_long)?;
    list.encode_to_vec().map_err(broken)
}
