//! Picture order counts (8.2.1).

use super::{
    slice::{SliceStart, Structure},
    sps::{Cycle, Order, Sps},
};

/// What later pictures' counts depend on.
#[derive(Debug, Default)]
pub(super) struct OrderState {
    /// Of the last reference picture.
    msb: i64,
    lsb: i64,
    /// Of the last picture.
    frame_num: u32,
    frame_num_offset: i64,
}

/// Counts of the top and the bottom field. A field picture's other count is its own.
pub(super) type Counts = [i32; 2];

impl OrderState {
    /// The counts of a picture, which becomes the last one.
    pub(super) fn next(&mut self, start: &SliceStart, sps: &Sps) -> Counts {
        let counts = match &sps.order {
            Order::Lsb { log2_max } => self.by_lsb(start, *log2_max),
            Order::Cycle(cycle) => {
                self.advance(start, sps);
                self.by_cycle(start, cycle)
            }
            Order::Decoding => {
                self.advance(start, sps);
                self.by_frame_num(start)
            }
        };
        self.frame_num = start.frame_num;
        let counts = counts.map(|count| count as i32);
        match start.structure {
            Structure::Frame => counts,
            Structure::Top => [counts[0]; 2],
            Structure::Bottom => [counts[1]; 2],
        }
    }

    /// After a picture that made all others go, and gives the counts it has from then on.
    pub(super) fn restart(&mut self, counts: Counts, structure: Structure) -> Counts {
        let base = counts[0].min(counts[1]);
        let counts = counts.map(|count| count.saturating_sub(base));
        let bottom = structure == Structure::Bottom;
        *self = Self {
            lsb: if bottom { 0 } else { counts[0].into() },
            ..Self::default()
        };
        counts
    }

    fn by_lsb(&mut self, start: &SliceStart, log2_max: u32) -> [i64; 2] {
        if start.nal.is_idr() {
            (self.msb, self.lsb) = (0, 0);
        }
        let (lsb, max) = (i64::from(start.order.lsb), 1_i64 << log2_max);
        let msb = self.msb
            + match lsb - self.lsb {
                ahead if ahead <= -max / 2 => max,
                ahead if ahead > max / 2 => -max,
                _ => 0,
            };
        if start.is_reference() {
            (self.msb, self.lsb) = (msb, lsb);
        }
        let top = msb + lsb;
        [top, top + i64::from(start.order.delta_bottom)]
    }

    /// Counts how often frame numbers have wrapped.
    fn advance(&mut self, start: &SliceStart, sps: &Sps) {
        if start.nal.is_idr() {
            self.frame_num_offset = 0;
        } else if self.frame_num > start.frame_num {
            self.frame_num_offset += i64::from(sps.max_frame_num());
        }
    }

    fn by_cycle(&self, start: &SliceStart, cycle: &Cycle) -> [i64; 2] {
        let length = cycle.ref_offsets.len() as i64;
        let mut number = match length {
            0 => 0,
            _ => self.frame_num_offset + i64::from(start.frame_num),
        };
        if !start.is_reference() && number > 0 {
            number -= 1;
        }
        let mut expected = expected(number, &cycle.ref_offsets);
        if !start.is_reference() {
            expected += i64::from(cycle.non_ref_offset);
        }
        let [first, second] = start.order.deltas.map(i64::from);
        let top = expected + first;
        let bottom = match start.structure {
            Structure::Bottom => expected + i64::from(cycle.top_to_bottom) + first,
            _ => top + i64::from(cycle.top_to_bottom) + second,
        };
        [top, bottom]
    }

    fn by_frame_num(&self, start: &SliceStart) -> [i64; 2] {
        let double = 2 * (self.frame_num_offset + i64::from(start.frame_num));
        let count = match (start.nal.is_idr(), start.is_reference()) {
            (true, _) => 0,
            (_, true) => double,
            (_, false) => double - 1,
        };
        [count; 2]
    }
}

/// The count expected of the `number`th frame of a stream whose cycle has `offsets`.
fn expected(number: i64, offsets: &[i32]) -> i64 {
    if number <= 0 {
        return 0;
    }
    let length = offsets.len() as i64;
    let (cycles, rest) = ((number - 1) / length, (number - 1) % length);
    let sum = |offsets: &[i32]| offsets.iter().map(|offset| i64::from(*offset)).sum::<i64>();
    cycles.wrapping_mul(sum(offsets)) + sum(&offsets[..=rest as usize])
}
