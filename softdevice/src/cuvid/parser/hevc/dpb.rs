//! The decoded picture buffer: references, and pictures that wait for their display.

use super::{
    slice::{LongReference, SliceHeader},
    sps::{Buffering, Sps},
};
use crate::cuvid::parser::{
    delivery::{Delivery, Show},
    surfaces::Surface,
};

/// Pictures that a stream which keeps to the standard has in the buffer.
const MAX_PICTURES: usize = 16;

const SHOW: Show = Show {
    progressive: true,
    top_field_first: false,
    repeat: 0,
};

/// A decoded picture.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) surface: Surface,
    /// Picture order count.
    pub(super) count: i32,
    pub(super) reference: Reference,
    /// For its display.
    waiting: bool,
    /// Pictures decoded while it waits.
    latency: u32,
    progressive: bool,
}

/// How a picture is used by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    Unused,
    Short,
    Long,
}

/// The buffer.
#[derive(Debug, Default)]
pub(super) struct Dpb {
    pub(super) frames: Vec<Frame>,
}

/// The pictures that the current one may refer to, by their counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Current {
    pub(super) before: Vec<i32>,
    pub(super) after: Vec<i32>,
    pub(super) long: Vec<i32>,
}

impl Dpb {
    /// Applies a picture's reference picture set (8.3.2).
    pub(super) fn apply(&mut self, header: &SliceHeader, count: i32, sps: &Sps) -> Current {
        let mut current = Current::default();
        let mut kept = vec![Reference::Unused; self.frames.len()];
        for reference in &header.references.long {
            if let Some(index) = self.find_long(reference, count, sps) {
                kept[index] = Reference::Long;
                current
                    .long
                    .extend(reference.used.then_some(self.frames[index].count));
            }
        }
        let short = &header.references.short;
        for (entries, list) in [
            (&short.before, &mut current.before),
            (&short.after, &mut current.after),
        ] {
            for entry in entries {
                let wanted = count.wrapping_add(entry.delta);
                if let Some(index) = self.find_short(wanted) {
                    kept[index] = Reference::Short;
                    list.extend(entry.used.then_some(wanted));
                }
            }
        }
        for (frame, reference) in self.frames.iter_mut().zip(kept) {
            frame.reference = reference;
        }
        self.forget();
        current
    }

    fn find_short(&self, count: i32) -> Option<usize> {
        let found = |frame: &Frame| frame.reference == Reference::Short && frame.count == count;
        self.frames.iter().position(found)
    }

    fn find_long(&self, reference: &LongReference, count: i32, sps: &Sps) -> Option<usize> {
        let mask = (1 << sps.log2_max_lsb) - 1;
        let found = |frame: &Frame| match reference.msb_cycle {
            None => frame.count & mask == reference.lsb as i32,
            Some(cycle) => {
                let past = cycle.wrapping_shl(sps.log2_max_lsb) as i32;
                let base = (count & !mask).wrapping_sub(past);
                frame.count == base.wrapping_add(reference.lsb as i32)
            }
        };
        let usable = |frame: &Frame| frame.reference != Reference::Unused && found(frame);
        self.frames.iter().position(usable)
    }

    pub(super) fn store(&mut self, surface: Surface, count: i32, output: bool, progressive: bool) {
        for frame in &mut self.frames {
            frame.latency = frame.latency.saturating_add(1);
        }
        // A damaged stream may keep more than fit.
        if self.frames.len() > MAX_PICTURES {
            self.frames.remove(0);
        }
        self.frames.push(Frame {
            surface,
            count,
            reference: Reference::Short,
            waiting: output,
            latency: 0,
            progressive,
        });
    }

    /// Shows what has waited long enough (C.5.2.3).
    pub(super) fn bump(&mut self, buffering: Buffering, out: &mut Delivery) {
        while self.is_over(buffering) && self.show_first(out) {}
        self.forget();
    }

    fn is_over(&self, buffering: Buffering) -> bool {
        let limit = match buffering.latency_increase_plus1 {
            0 => u32::MAX,
            plus1 => buffering.reorder.saturating_add(plus1 - 1),
        };
        let waiting = || self.frames.iter().filter(|frame| frame.waiting);
        waiting().count() > buffering.reorder as usize
            || waiting().any(|frame| frame.latency >= limit)
            || self.frames.len() > buffering.pictures_minus1 as usize + 1
    }

    /// Shows the first picture in display order; false if none waits.
    pub(super) fn show_first(&mut self, out: &mut Delivery) -> bool {
        let waiting = self.frames.iter_mut().filter(|frame| frame.waiting);
        let Some(frame) = waiting.min_by_key(|frame| frame.count) else {
            return false;
        };
        frame.waiting = false;
        let progressive = frame.progressive;
        out.show(
            frame.surface.clone(),
            Show {
                progressive,
                ..SHOW
            },
        );
        self.forget();
        true
    }

    /// Shows all and forgets all.
    pub(super) fn flush(&mut self, out: &mut Delivery) {
        while self.show_first(out) {}
        self.frames.clear();
    }

    /// Drops pictures that are of no more use.
    fn forget(&mut self) {
        self.frames
            .retain(|frame| frame.waiting || frame.reference != Reference::Unused);
    }
}
