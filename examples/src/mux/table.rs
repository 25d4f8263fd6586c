//! The index of a track of an MP4 file that has one for all of it: how long its samples are, where
//! they lie, and when they are shown.

use std::num::NonZeroU32;

use shiguredo_mp4::Either;
use shiguredo_mp4::boxes::{
    Co64Box, CttsBox, CttsEntry, SampleEntry, StblBox, StcoBox, StscBox, StscEntry, StsdBox,
    StssBox, StszBox, SttsBox, SttsEntry,
};

use super::mp4::wrong;
use crate::error::Result;

/// A picture or a packet of sound in the file.
#[derive(Debug)]
pub(super) struct Sample {
    pub(super) offset: u64,
    pub(super) size: usize,
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
    sizes: Vec<u32>,
    durations: Vec<SttsEntry>,
    later: Vec<CttsEntry>,
    keys: Vec<NonZeroU32>,
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
        self.sizes.push(size);
        self.in_chunk += 1;
        self.end = sample.offset + u64::from(size);
        self.add_times(sample.duration, sample.later);
        if sample.keyframe {
            let number = NonZeroU32::new(self.sizes.len() as u32);
            self.keys.extend(number);
        }
        Ok(())
    }

    fn find(&mut self, entry: SampleEntry) -> usize {
        let known = self.entries.iter().position(|known| *known == entry);
        known.unwrap_or_else(|| {
            self.entries.push(entry);
            self.entries.len() - 1
        })
    }

    fn add_times(&mut self, duration: u32, later: i64) {
        self.duration += u64::from(duration);
        match self.durations.last_mut() {
            Some(last) if last.sample_delta == duration => last.sample_count += 1,
            _ => self.durations.push(SttsEntry {
                sample_count: 1,
                sample_delta: duration,
            }),
        }
        match self.later.last_mut() {
            Some(last) if last.sample_offset == later => last.sample_count += 1,
            _ => self.later.push(CttsEntry {
                sample_count: 1,
                sample_offset: later,
            }),
        }
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
        self.sizes.is_empty()
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
        let all_are_keys = self.keys.len() == self.sizes.len();
        StblBox {
            stsd_box: StsdBox {
                entries: self.entries,
            },
            stts_box: SttsBox {
                entries: self.durations,
            },
            ctts_box: ctts(self.later),
            cslg_box: None,
            stsc_box: StscBox { entries: self.runs },
            stsz_box: StszBox::Variable {
                entry_sizes: self.sizes,
            },
            stco_or_co64_box: chunks,
            stss_box: (!all_are_keys).then_some(StssBox {
                sample_numbers: self.keys,
            }),
            sdtp_box: None,
            unknown_boxes: Vec::new(),
        }
    }
}

/// Nothing where all are shown when they are decoded.
fn ctts(entries: Vec<CttsEntry>) -> Option<CttsBox> {
    if entries.iter().all(|entry| entry.sample_offset == 0) {
        return None;
    }
    let is_negative = entries.iter().any(|entry| entry.sample_offset < 0);
    Some(CttsBox {
        version: u8::from(is_negative),
        entries,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(offset: u64, size: usize, duration: u32) -> Sample {
        Sample {
            offset,
            size,
            duration,
            later: 0,
            keyframe: true,
            entry: None,
        }
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
