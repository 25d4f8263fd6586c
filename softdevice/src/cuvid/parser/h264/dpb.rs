//! The decoded picture buffer: references, and pictures that wait for their display.

use super::{
    order::Counts,
    slice::{Command, Marking, SliceStart, Structure},
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
    wrapped: i64,
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
    open: bool,
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

    /// Marks references as a picture wants it, before it is stored itself. `second` is for
    /// the second field of the last frame.
    pub(super) fn mark(&mut self, start: &SliceStart, marking: &Marking, second: bool, sps: &Sps) {
        if !start.is_reference() {
            return;
        }
        match marking {
            Marking::Idr { .. } => self.frames.clear(),
            Marking::Sliding if second => {}
            Marking::Sliding => self.slide(sps),
            Marking::Adaptive(commands) => {
                self.wrap(start.frame_num, sps);
                for command in commands {
                    self.obey(*command, start);
                }
            }
        }
    }

    /// Marks the picture itself: it is the last frame.
    pub(super) fn mark_current(&mut self, start: &SliceStart, marking: &Marking) {
        let Some(frame) = self.frames.last_mut().filter(|_| start.is_reference()) else {
            return;
        };
        let fields = start.structure.fields();
        let long = match marking {
            Marking::Idr { long_term } => long_term.then_some(0),
            Marking::Sliding => None,
            Marking::Adaptive(commands) => {
                commands.iter().rev().find_map(|command| match command {
                    Command::CurrentLong { index } => Some(*index),
                    _ => None,
                })
            }
        };
        match long {
            Some(index) => {
                frame.long |= fields;
                frame.long_index = index;
            }
            None => frame.short |= fields,
        }
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
    fn forget(&mut self) {
        self.frames
            .retain(|frame| frame.waiting || frame.is_reference());
    }

    /// The sliding window (8.2.5.3).
    fn slide(&mut self, sps: &Sps) {
        let limit = sps.max_refs.max(1) as usize;
        while self
            .frames
            .iter()
            .filter(|frame| frame.is_reference())
            .count()
            >= limit
        {
            let shorts = self.frames.iter_mut().filter(|frame| frame.short != 0);
            let Some(oldest) = shorts.min_by_key(|frame| frame.wrapped) else {
                break;
            };
            oldest.short = 0;
            self.forget();
        }
    }

    /// Adaptive marking (8.2.5.4).
    fn obey(&mut self, command: Command, start: &SliceStart) {
        match command {
            Command::ForgetShort { difference } => {
                if let Some((frame, fields)) = self.find_short(difference, start) {
                    frame.short &= !fields;
                }
            }
            Command::ForgetLong { number } => self.forget_long(number, start.structure),
            Command::MakeLong { difference, index } => self.make_long(difference, index, start),
            Command::LimitLong { count } => self.release_long(|index| index >= count),
            Command::ForgetAll => self.frames.iter_mut().for_each(|frame| {
                (frame.short, frame.long) = (0, 0);
            }),
            Command::CurrentLong { index } => self.free_long_index(index, start),
        }
        // A frame that waits for its second field stays the last.
        let open = self.open;
        let last = self.frames.len().saturating_sub(1);
        let mut position = 0;
        self.frames.retain(|frame| {
            let keep = frame.waiting || frame.is_reference() || open && position == last;
            position += 1;
            keep
        });
    }

    /// The frame and the fields of it that a short-term picture number is for.
    fn find_short(&mut self, difference: u32, start: &SliceStart) -> Option<(&mut Frame, u8)> {
        let current = i64::from(start.frame_num);
        let difference = i64::from(difference);
        let (wrapped, fields) = match start.structure {
            Structure::Frame => (current - difference, 3),
            structure => split(2 * current + 1 - difference, structure),
        };
        let found = |frame: &&mut Frame| frame.wrapped == wrapped && frame.short & fields != 0;
        Some((self.frames.iter_mut().find(found)?, fields))
    }

    fn forget_long(&mut self, number: u32, structure: Structure) {
        let (index, fields) = match structure {
            Structure::Frame => (i64::from(number), 3),
            structure => split(i64::from(number), structure),
        };
        for frame in &mut self.frames {
            if i64::from(frame.long_index) == index {
                frame.long &= !fields;
            }
        }
    }

    fn make_long(&mut self, difference: u32, index: u32, start: &SliceStart) {
        let Some((frame, fields)) = self.find_short(difference, start) else {
            return;
        };
        let kept = (frame.frame_num, frame.counts);
        for other in &mut self.frames {
            if other.long_index == index && (other.frame_num, other.counts) != kept {
                other.long = 0;
            }
        }
        if let Some((frame, _)) = self.find_short(difference, start) {
            frame.short &= !fields;
            frame.long |= fields;
            frame.long_index = index;
        }
    }

    fn release_long(&mut self, release: impl Fn(u32) -> bool) {
        for frame in &mut self.frames {
            if release(frame.long_index) {
                frame.long = 0;
            }
        }
    }

    /// Takes an index from its frame, unless that is the current picture's own first field.
    fn free_long_index(&mut self, index: u32, start: &SliceStart) {
        let last = self.frames.len().saturating_sub(1);
        let open = self.open && start.structure.is_field();
        for (position, frame) in self.frames.iter_mut().enumerate() {
            let own = open && position == last && frame.frame_num == start.frame_num;
            if frame.long_index == index && !own {
                frame.long = 0;
            }
        }
    }
}

/// Frame part and field of a field's number: odd ones are of the current picture's parity.
fn split(number: i64, structure: Structure) -> (i64, u8) {
    let own = structure.fields();
    let fields = if number.rem_euclid(2) == 1 {
        own
    } else {
        3 - own
    };
    (number.div_euclid(2), fields)
}
