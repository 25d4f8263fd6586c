//! Reference marking (8.2.5): which pictures later ones may refer to.

use super::{
    commands::{Command, Marking},
    dpb::{Dpb, Frame},
    slice::{SliceStart, Structure},
    sps::Sps,
};

impl Dpb {
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

    /// The sliding window (8.2.5.3).
    pub(super) fn slide(&mut self, sps: &Sps) {
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
