//! The decoded picture buffer: references, and pictures that wait for their display.

use super::{
    order::Counts,
    slice::{SliceStart, Structure},
    sps::Sps,
};
use crate::cuvid::parser::{
    delivery::{Delivery, Show},
    surfaces::Surface,
};

/// References in a stream that keeps to the standard.
const MAX_REFS: usize = 16;

/// A frame, or its first field while the second is awaited.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// `None` for one that a gap in frame numbers stands for.
    pub(super) surface: Option<Surface>,
    pub(super) frame_num: u32,
    /// Among frame numbers that have not wrapped.
    pub(super) wrapped: i64,
    /// Fields used as short-term references: top 1, bottom 2.
    pub(super) short: u8,
    pub(super) long: u8,
    pub(super) long_index: u32,
    /// Fields decoded.
    pub(super) fields: u8,
    pub(super) counts: Counts,
    /// For its display.
    pub(super) waiting: bool,
    /// Its first field was a reference.
    pub(super) was_reference: bool,
    pub(super) show: Show,
}

/// The buffer.
#[derive(Debug, Default)]
pub(super) struct Dpb {
    pub(super) frames: Vec<Frame>,
    /// The last frame has one field, and the other may follow.
    pub(super) open: bool,
}

impl Frame {
    pub(super) fn new(start: &SliceStart, surface: Option<Surface>, show: Show) -> Self {
        Self {
            waiting: surface.is_some(),
            surface,
            frame_num: start.frame_num,
            wrapped: 0,
            short: 0,
            long: 0,
            long_index: 0,
            fields: 0,
            counts: [0; 2],
            was_reference: start.is_reference(),
            show,
        }
    }

    pub(super) fn is_reference(&self) -> bool {
        self.short | self.long != 0
    }

    /// Place in display order.
    fn count(&self) -> i32 {
        match self.fields {
            1 => self.counts[0],
            2 => self.counts[1],
            _ => self.counts[0].min(self.counts[1]),
        }
    }

    pub(super) fn add_field(&mut self, structure: Structure, counts: Counts) {
        for field in [0, 1] {
            if structure.fields() & 1 << field != 0 {
                self.counts[field] = counts[field];
            }
        }
        self.fields |= structure.fields();
    }
}

impl Dpb {
    /// The frame whose second field this is.
    pub(super) fn partner(&mut self, start: &SliceStart) -> Option<&mut Frame> {
        let frame = self.frames.last_mut().filter(|_| self.open)?;
        let pairs = start.structure.fields() == 3 - frame.fields
            && start.frame_num == frame.frame_num
            && start.is_reference() == frame.was_reference
            && !start.nal.is_idr();
        pairs.then_some(frame)
    }

    /// Gives a frame up whose second field did not come.
    pub(super) fn close(&mut self, sps: &Sps, out: &mut Delivery) {
        if self.open {
            self.open = false;
            self.bump(sps, out);
        }
    }

    /// Relates frame numbers to that of the current picture (8-27).
    pub(super) fn wrap(&mut self, frame_num: u32, sps: &Sps) {
        for frame in &mut self.frames {
            let past = frame.frame_num > frame_num;
            let wraps = if past { sps.max_frame_num() } else { 0 };
            frame.wrapped = i64::from(frame.frame_num) - i64::from(wraps);
        }
    }

    /// Puts frames where frame numbers were left out on purpose (8.2.5.2).
    pub(super) fn fill_gap(&mut self, last: u32, start: &SliceStart, sps: &Sps) {
        let max = sps.max_frame_num();
        let missing = (start.frame_num + max - last - 1) % max;
        let some = missing.min(MAX_REFS as u32);
        for behind in (1..=some).rev() {
            let frame_num = (start.frame_num + max - behind) % max;
            self.wrap(frame_num, sps);
            self.slide(sps);
            let show = Show {
                progressive: true,
                top_field_first: false,
                repeat: 0,
            };
            let mut frame = Frame::new(start, None, show);
            (frame.frame_num, frame.short, frame.fields) = (frame_num, 3, 3);
            self.frames.push(frame);
        }
    }

    /// Shows all and forgets all.
    pub(super) fn flush(&mut self, out: &mut Delivery) {
        while self.show_first(out) {}
        self.frames.clear();
        self.open = false;
    }

    /// Shows all; references stay.
    pub(super) fn show_all(&mut self, out: &mut Delivery) {
        while self.show_first(out) {}
    }

    /// Shows the first picture in display order; false if none waits.
    pub(super) fn show_first(&mut self, out: &mut Delivery) -> bool {
        let waiting = self.frames.iter_mut().filter(|frame| frame.waiting);
        let Some(frame) = waiting.min_by_key(|frame| frame.count()) else {
            return false;
        };
        frame.waiting = false;
        let unpaired = frame.fields != 3;
        let repeat = if unpaired { -1 } else { frame.show.repeat };
        if let Some(surface) = frame.surface.clone() {
            out.show(
                surface,
                Show {
                    repeat,
                    ..frame.show
                },
            );
        }
        self.forget();
        true
    }

    /// Stores a new frame.
    pub(super) fn store(&mut self, frame: Frame) {
        self.forget();
        self.frames.push(frame);
    }

    /// After a picture: shows what the buffer has no room for. `open` if a second field may
    /// follow.
    pub(super) fn settle(&mut self, open: bool, sps: &Sps, out: &mut Delivery) {
        self.open = open;
        if !open {
            self.bump(sps, out);
        }
    }

    fn bump(&mut self, sps: &Sps, out: &mut Delivery) {
        let waiting = |dpb: &Self| dpb.frames.iter().filter(|frame| frame.waiting).count();
        self.forget();
        self.bound_references();
        while waiting(self) > sps.reorder_frames() as usize
            || self.frames.len() > (sps.buffered_frames() as usize).max(1)
        {
            if !self.show_first(out) {
                return;
            }
        }
    }

    /// A damaged stream may never let references go.
    fn bound_references(&mut self) {
        while self
            .frames
            .iter()
            .filter(|frame| frame.is_reference())
            .count()
            > MAX_REFS
        {
            if let Some(frame) = self.frames.iter_mut().find(|frame| frame.is_reference()) {
                (frame.short, frame.long) = (0, 0);
            }
            self.forget();
        }
    }

    /// Drops frames that are of no more use.
    pub(super) fn forget(&mut self) {
        self.frames
            .retain(|frame| frame.waiting || frame.is_reference());
    }
}
