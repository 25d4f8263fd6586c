//! The sound of WebM and Matroska.

use std::collections::VecDeque;
use std::io::{Read, Seek};
use std::ops::Range;

use mkv_element::Lacer;

use super::matroska::{Frame, Matroska, broken};
use super::matroska_track::sound_track;
use super::sound::{FaultySound, SoundInfo};
use super::source::Source;
use super::{Fault, Packet};

/// The sound of a file.
#[derive(Debug)]
pub(super) struct MatroskaSound<R> {
    track: Matroska<R, SoundInfo>,
    /// Frames of the block that was read last, which come next.
    frames: VecDeque<(Range<usize>, i64)>,
}

impl<R: Read + Seek> MatroskaSound<R> {
    pub(super) fn open(source: Source<R>) -> Result<Self, Fault> {
        Ok(Self {
            track: Matroska::open_track(source, sound_track)?,
            frames: VecDeque::new(),
        })
    }

    fn split(&mut self, frame: Frame) -> Result<(), Fault> {
        let block = &self.track.block[frame.data.clone()];
        let lacer = match frame.lacing {
            0 => {
                self.frames.push_back((frame.data, frame.pts));
                return Ok(());
            }
            0x02 => Lacer::Xiph,
            0x04 => Lacer::FixedSize,
            _ => Lacer::Ebml,
        };
        let parts = lacer.delace(block).map_err(broken)?;
        let mut end = frame.data.end - parts.iter().map(|part| part.len()).sum::<usize>();
        for part in parts {
            let start = end;
            end += part.len();
            self.frames.push_back((start..end, frame.pts));
        }
        Ok(())
    }
}

impl<R: Read + Seek + Send> FaultySound for MatroskaSound<R> {
    fn info(&self) -> &SoundInfo {
        &self.track.track.info
    }

    /// Frames that share a block share its time.
    fn next(&mut self) -> Result<Option<Packet<'_>>, Fault> {
        while self.frames.is_empty() {
            let Some(frame) = self.track.next_frame()? else {
                return Ok(None);
            };
            self.split(frame)?;
        }
        let next = self.frames.pop_front();
        let block = &self.track.block;
        Ok(next.map(|(data, pts)| Packet::new(&block[data], pts, true)))
    }
}
