//! The index of a track of an MP4 file that has one for all of it: how long its samples are, where
//! they lie, and when they are shown.

use std::iter::repeat_n;
use std::num::NonZeroU32;

use shiguredo_mp4::Either;
use shiguredo_mp4::boxes::{
    Co64Box, CttsBox, CttsEntry, SampleEntry, StblBox, StcoBox, StscBox, StscEntry, StsdBox,
    StssBox, StszBox, SttsBox, SttsEntry,
};

use super::mp4::wrong;
use crate::error::Result;

/// A picture or a packet of sound in the file, or frames of uncompressed sound.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) offset: u64,
    /// So many equal ones, one after the other.
    pub(super) count: NonZeroU32,
    /// Of each of them.
    pub(super) size: usize,
    /// Of all: each of them is one unit long but for the last, where there are several.
    pub(super) duration: u32,
    /// How much later than decoded it is shown.
    pub(super) later: i64,
    pub(super) keyframe: bool,
    /// How it is coded, if not as the one before it.
    pub(super) entry: Option<SampleEntry>,
}

#[derive(Debug, Default)]
pub(super) struct Table {
    entries: Vec<SampleEntry>,
    /// The entry of the last sample, from 0 on.
    entry: usize,
    sizes: Sizes,
    /// How long they are, and for how many.
    durations: Vec<(u32, u32)>,
    /// How much later than decoded they are shown, and for how many.
    later: Vec<(i64, u32)>,
    /// None while all samples are key pictures, or sound.
    keys: Option<Vec<NonZeroU32>>,
    /// Where samples lie that follow one another without anything between them.
    chunks: Vec<u64>,
    runs: Vec<StscEntry>,
    /// Where the last chunk ends, and how many samples it has.
    end: u64,
    in_chunk: u32,
    pub(super) duration: u64,
}

impl Table {
    pub(super) fn push(&mut self, sample: Sample) -> Result<()> {
        let entry = sample.entry.map_or(self.entry, |entry| self.find(entry));
        if entry != self.entry || self.chunks.is_empty() || sample.offset != self.end {
            self.end_chunk();
            self.chunks.push(sample.offset);
            self.entry = entry;
        }
        let size = u32::try_from(sample.size);
        let size = size.map_err(|_| wrong("a picture is longer than 4 GiB"))?;
        let (before, count) = (self.sizes.count, sample.count.get());
        self.sizes.add(size, count)?;
        self.add_key(sample.keyframe, before);
        self.in_chunk += count;
        self.end = sample.offset + u64::from(size) * u64::from(count);
        self.add_times(count, sample.duration);
        add(&mut self.later, sample.later, count);
        Ok(())
    }

    fn add_key(&mut self, is_key: bool, before: u32) {
        match &mut self.keys {
            None if is_key => {}
            None => self.keys = Some((1..=before).filter_map(NonZeroU32::new).collect()),
            Some(keys) => keys.extend(NonZeroU32::new(before + 1).filter(|_| is_key)),
        }
    }

    fn find(&mut self, entry: SampleEntry) -> usize {
        let known = self.entries.iter().position(|known| *known == entry);
        known.unwrap_or_else(|| {
            self.entries.push(entry);
            self.entries.len() - 1
        })
    }

    fn add_times(&mut self, count: u32, duration: u32) {
        self.duration += u64::from(duration);
        let before = count - 1;
        add(&mut self.durations, 1, before);
        add(&mut self.durations, duration.saturating_sub(before), 1);
    }

    fn end_chunk(&mut self) {
        let Some(number) = NonZeroU32::new(self.chunks.len() as u32) else {
            return;
        };
        let run = StscEntry {
            first_chunk: number,
            sample_per_chunk: std::mem::take(&mut self.in_chunk),
            sample_description_index: NonZeroU32::MIN.saturating_add(self.entry as u32),
        };
        let is_same = |last: &StscEntry| {
            (last.sample_per_chunk, last.sample_description_index)
                == (run.sample_per_chunk, run.sample_description_index)
        };
        if !self.runs.last().is_some_and(is_same) {
            self.runs.push(run);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sizes.count == 0
    }

    pub(super) fn first_entry(&self) -> Option<&SampleEntry> {
        self.entries.first()
    }

    /// What the file says of it.
    pub(super) fn finish(mut self) -> StblBox {
        self.end_chunk();
        let is_far = self.chunks.last().is_some_and(|at| *at > u32::MAX.into());
        let chunk_offsets = self.chunks;
        let chunks = match is_far {
            true => Either::B(Co64Box { chunk_offsets }),
            false => Either::A(StcoBox {
                chunk_offsets: chunk_offsets.iter().map(|at| *at as u32).collect(),
            }),
        };
        StblBox {
            stsd_box: StsdBox {
                entries: self.entries,
            },
            stts_box: stts(&self.durations),
            ctts_box: ctts(&self.later),
            cslg_box: None,
            stsc_box: StscBox { entries: self.runs },
            stsz_box: self.sizes.finish(),
            stco_or_co64_box: chunks,
            stss_box: self.keys.map(|sample_numbers| StssBox { sample_numbers }),
            sdtp_box: None,
            unknown_boxes: Vec::new(),
        }
    }
}

/// The sizes of samples: one for all as long as they are alike.
#[derive(Debug, Default)]
struct Sizes {
    count: u32,
    size: u32,
    /// Of each, once there are others.
    each: Vec<u32>,
}

impl Sizes {
    fn add(&mut self, size: u32, count: u32) -> Result<()> {
        let before = self.count;
        let total = before.checked_add(count);
        self.count = total.ok_or_else(|| wrong("MP4 has no place for more samples of a track"))?;
        if before == 0 {
            self.size = size;
        }
        if self.each.is_empty() && size == self.size {
            return Ok(());
        }
        if self.each.is_empty() {
            self.each = vec![self.size; before as usize];
        }
        self.each.extend(repeat_n(size, count as usize));
        Ok(())
    }

    fn finish(self) -> StszBox {
        let entry_sizes = match (NonZeroU32::new(self.size), self.each.is_empty()) {
            (Some(sample_size), true) => {
                return StszBox::Fixed {
                    sample_size,
                    sample_count: self.count,
                };
            }
            (None, true) => vec![0; self.count as usize],
            (_, false) => self.each,
        };
        StszBox::Variable { entry_sizes }
    }
}

/// So many samples more of this value.
fn add<T: PartialEq>(runs: &mut Vec<(T, u32)>, value: T, count: u32) {
    match runs.last_mut() {
        Some((last, so_far)) if *last == value => *so_far += count,
        _ if count == 0 => {}
        _ => runs.push((value, count)),
    }
}

fn stts(durations: &[(u32, u32)]) -> SttsBox {
    let entry = |&(sample_delta, sample_count): &(u32, u32)| SttsEntry {
        sample_count,
        sample_delta,
    };
    SttsBox {
        entries: durations.iter().map(entry).collect(),
    }
}

/// Nothing where all are shown when they are decoded.
fn ctts(later: &[(i64, u32)]) -> Option<CttsBox> {
    if later.iter().all(|(later, _)| *later == 0) {
        return None;
    }
    let entry = |&(sample_offset, sample_count): &(i64, u32)| CttsEntry {
        sample_count,
        sample_offset,
    };
    Some(CttsBox {
        version: u8::from(later.iter().any(|(later, _)| *later < 0)),
        entries: later.iter().map(entry).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(offset: u64, size: usize, duration: u32) -> Sample {
        Sample {
            offset,
            count: NonZeroU32::MIN,
            size,
            duration,
            later: 0,
            keyframe: true,
            entry: None,
        }
    }

    #[test]
    fn sizes_and_keys_are_told_for_all_at_once_while_they_are_alike() {
        let mut table = Table::default();
        for (offset, frames, duration) in [(10, 5, 5), (30, 3, 9)] {
            let mut frames_of_four = sample(offset, 4, duration);
            frames_of_four.count = NonZeroU32::new(frames).unwrap();
            table.push(frames_of_four).unwrap();
        }
        assert_eq!(
            (table.duration, &table.durations[..]),
            (14, &[(1, 7), (7, 1)][..])
        );
        assert_eq!(table.end, 42);
        assert!(matches!(table.sizes, Sizes { count: 8, size: 4, ref each } if each.is_empty()));
        let mut other = sample(50, 6, 1);
        other.keyframe = false;
        table.push(other).unwrap();
        assert_eq!(table.sizes.each, [4, 4, 4, 4, 4, 4, 4, 4, 6]);
        assert_eq!(table.keys.as_ref().map(Vec::len), Some(8));
    }

    #[test]
    fn neighbours_share_chunks_and_equal_times_an_entry() {
        let mut table = Table::default();
        for (offset, size, duration) in [(10, 5, 2), (15, 5, 2), (30, 1, 2), (31, 2, 3), (40, 1, 3)]
        {
            table.push(sample(offset, size, duration)).unwrap();
        }
        assert_eq!(table.duration, 12);
        let found = table.finish();
        assert_eq!(found.stts_box.entries.len(), 2);
        let Either::A(chunks) = found.stco_or_co64_box else {
            panic!("32 bits are enough");
        };
        assert_eq!(chunks.chunk_offsets, [10, 30, 40]);
        let runs = found.stsc_box.entries.iter();
        let runs: Vec<_> = runs
            .map(|run| (run.first_chunk.get(), run.sample_per_chunk))
            .collect();
        assert_eq!(runs, [(1, 2), (3, 1)]);
        assert!(found.ctts_box.is_none() && found.stss_box.is_none());
    }
}
