//! A track of sound in an MP4 file that has one index for all of it.

use std::num::NonZeroU32;

use shiguredo_mp4::boxes::TrakBox;

use super::movie::{self, Edits, Head, scaled};
use super::mp4::{units, wrong};
use super::sound::{Clock, Piece, Track};
use super::table::{Sample, Table};
use crate::error::Result;

/// A track of sound.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) track: Track,
    clock: Clock,
    table: Table,
    /// When its first packet is heard, in seconds.
    start: Option<f64>,
    /// The last packet; how long it is depends on the next one.
    last: Option<Packet>,
}

#[derive(Debug)]
struct Packet {
    at: i64,
    /// So many samples of it are.
    heard: u32,
    offset: u64,
    size: usize,
}

impl Heard {
    pub(super) fn new(track: &Track) -> Self {
        Self {
            clock: Clock::new(track),
            track: track.clone(),
            table: Table::default(),
            start: None,
            last: None,
        }
    }

    pub(super) fn add(&mut self, piece: &Piece, offset: u64) -> Result<()> {
        self.start.get_or_insert(piece.time);
        let at = self.clock.place(piece.time, piece.samples);
        self.end_last(Some(at))?;
        self.last = Some(Packet {
            at,
            heard: piece.heard(self.track.rate),
            offset,
            size: piece.data.len(),
        });
        Ok(())
    }

    fn end_last(&mut self, next: Option<i64>) -> Result<()> {
        let Some(last) = self.last.take() else {
            return Ok(());
        };
        let samples = next.map_or(i64::from(last.heard), |next| next - last.at);
        let (count, size) = self.frames(last.size);
        self.table.push(Sample {
            offset: last.offset,
            count,
            size,
            duration: u32::try_from(samples)
                .map_err(|_| wrong("the time without sound is out of range"))?,
            later: 0,
            keyframe: true,
            entry: self.track.entry.take(),
        })
    }

    /// What is a sample to the file, and how many a packet has: of uncompressed sound its frames.
    fn frames(&self, bytes: usize) -> (NonZeroU32, usize) {
        let frame = self.track.frame_bytes().map(|it| it.get() as usize);
        let count = frame.and_then(|frame| NonZeroU32::new((bytes / frame) as u32));
        count.map_or((NonZeroU32::MIN, bytes), |count| {
            (count, bytes / count.get() as usize)
        })
    }

    /// Nothing where it has no packet.
    pub(super) fn finish(mut self, number: u32, scale: NonZeroU32) -> Result<Option<TrakBox>> {
        self.end_last(None)?;
        let Some(start) = self.start else {
            return Ok(None);
        };
        let rate = self.track.rate;
        let heard = start + self.track.info.hidden;
        let early = (-heard).max(0.0) * f64::from(rate.get());
        let hidden = self.track.hidden_samples().max(0) as u64 + early.round() as u64;
        let duration = self.table.duration;
        let head = Head {
            number,
            size: (0, 0),
            sound: Some(&self.track),
            scale: rate,
            duration,
            edits: Edits {
                empty: units(heard, scale),
                start: hidden,
                length: scaled(duration.saturating_sub(hidden), rate, scale),
            },
        };
        Ok(Some(movie::track(&head, self.table.finish())))
    }
}
