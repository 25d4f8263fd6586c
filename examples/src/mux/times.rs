//! When pictures are decoded, worked out from when they are shown.

use std::collections::VecDeque;
use std::num::NonZeroU32;

use super::Video;

/// When pictures are decoded: one after the other at the times at which pictures are shown.
///
/// The pictures go into the encoder in the order in which they are shown, so the n-th that comes
/// out of it is decoded at the time of the n-th that went in. Where B pictures put that before
/// the beginning of decoding, the offset to the time shown is negative, which MP4 allows.
#[derive(Debug)]
pub(super) struct Times {
    pub(super) scale: NonZeroU32,
    /// Units of `scale` in one of the input's.
    factor: i64,
    /// How long pictures are shown where nothing else tells.
    pub(super) usual: i64,
    expected: VecDeque<i64>,
    first: i64,
    last: i64,
}

impl Times {
    pub(super) fn new(video: Video) -> Self {
        let scale = NonZeroU32::new(video.time_base.den).unwrap_or(NonZeroU32::MIN);
        let usual = f64::from(scale.get()) / video.frame_rate.as_f64();
        Self {
            scale,
            factor: i64::from(video.time_base.num),
            usual: (usual.round() as i64).max(1),
            expected: VecDeque::new(),
            first: 0,
            last: 0,
        }
    }

    /// A picture will be shown at this time, and none later that is not told of yet.
    pub(super) fn expect(&mut self, pts: i64) {
        self.expected.push_back(pts);
    }

    /// Times count from this one of the input.
    pub(super) fn begin(&mut self, first: i64) {
        self.first = first;
    }

    /// Never goes back, even if the input's times do.
    pub(super) fn decoded(&mut self, pts: i64) -> i64 {
        let expected = self.expected.pop_front().unwrap_or(pts);
        self.last = self.scaled(expected).max(self.last);
        self.last
    }

    /// In units of the file, from the first picture on.
    pub(super) fn scaled(&self, pts: i64) -> i64 {
        pts.saturating_sub(self.first).saturating_mul(self.factor)
    }
}
