//! The leaky bucket: whether a decoder that gets bits at a fixed rate has each picture in time.

use crate::{RateControl, config::Setup};
use nvframe::Rational;

/// A hypothetical decoder's buffer (H.265 annex C, H.264 annex C): bits run in at a fixed rate
/// up to its size, and each picture takes its own out at once when it is due.
///
/// Segments are encoded without knowledge of each other, so nothing makes the end of one and
/// the beginning of the next fit into one buffer. This tells whether they do.
///
/// ```
/// use nvenc::parallel::LeakyBucket;
///
/// let mut bucket = LeakyBucket::new(3_000_000, 1_000_000, (30, 1));
/// assert_eq!(bucket.take(100_000), None); // 800 000 bits of a million
/// assert_eq!(bucket.take(12_500), None); // 100 000 more ran in for it
/// let late = bucket.take(50_000).unwrap(); // 300 000 bits are there, it has 400 000
/// assert_eq!((late.picture, late.missing_bits), (2, 100_000));
/// ```
#[derive(Clone, Debug)]
pub struct LeakyBucket {
    /// Bits that run in for each picture, in units of 1 / `rate_num` bits.
    inflow: u128,
    size: u128,
    full: u128,
    /// Units of a bit.
    unit: u128,
    taken: u64,
    underflows: Underflows,
}

/// A picture that was not all in the buffer when it was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Underflow {
    /// Its number in coding order, from 0.
    pub picture: u64,
    /// Bits that were not there.
    pub missing_bits: u64,
}

/// The underflows of a stream.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Underflows {
    /// How many pictures there were.
    pub count: u64,
    /// The one that lacked the most bits.
    pub worst: Option<Underflow>,
}

impl LeakyBucket {
    /// A buffer of `size` bits, full at first, into which `bitrate` bits a second run, for
    /// pictures at `frame_rate` a second.
    pub fn new(bitrate: u32, size: u32, frame_rate: impl Into<Rational>) -> Self {
        let rate = frame_rate.into();
        let unit = u128::from(rate.num.max(1));
        let size = u128::from(size) * unit;
        Self {
            inflow: u128::from(bitrate) * u128::from(rate.den),
            size,
            full: size,
            unit,
            taken: 0,
            underflows: Underflows::default(),
        }
    }

    /// Holds so many bits at first, in place of all that it can.
    pub fn initial(mut self, bits: u32) -> Self {
        self.full = self.size.min(u128::from(bits) * self.unit);
        self
    }

    /// The bucket that a session with this rate control keeps to, with a buffer of `vbv` bits or
    /// the one that such a session has by itself; `None` for constant quality.
    pub fn of_rate_control(
        rate_control: RateControl,
        vbv: Option<u32>,
        frame_rate: impl Into<Rational>,
    ) -> Option<Self> {
        let vbv_initial = None;
        Self::within(rate_control, vbv, vbv_initial, frame_rate.into())
    }

    /// The bucket of a session's rate control, as the driver is told of it.
    pub(crate) fn of(setup: &Setup) -> Option<Self> {
        let limits = &setup.limits;
        let mode = setup.rate_control?;
        Self::within(mode, limits.vbv, limits.vbv_initial, setup.frame_rate)
    }

    fn within(
        mode: RateControl,
        vbv: Option<u32>,
        vbv_initial: Option<u32>,
        frame_rate: Rational,
    ) -> Option<Self> {
        let bitrate = match mode {
            RateControl::Vbr { max, .. } | RateControl::VbrHq { max, .. } => max,
            RateControl::Cbr { bitrate }
            | RateControl::CbrHq { bitrate }
            | RateControl::CbrLowDelayHq { bitrate } => bitrate,
            RateControl::TargetQuality { max, .. } => max?,
            RateControl::ConstQp { .. } => return None,
        };
        // 0 is the driver's choice, which it tells nobody.
        let size = vbv.unwrap_or_else(|| mode.vbv(frame_rate));
        let size = if size > 0 { size } else { bitrate };
        let bucket = Self::new(bitrate, size, frame_rate);
        Some(match vbv_initial.filter(|bits| *bits > 0) {
            Some(bits) => bucket.initial(bits),
            None => bucket,
        })
    }

    /// Takes the next picture, of `bytes` bytes, out of the buffer; tells when it was not all
    /// there.
    pub fn take(&mut self, bytes: usize) -> Option<Underflow> {
        let picture = self.taken;
        self.taken += 1;
        if picture > 0 {
            self.full = self.size.min(self.full + self.inflow);
        }
        let needed = bytes as u128 * 8 * self.unit;
        let missing = needed.saturating_sub(self.full);
        // What is late is waited for, as a decoder would.
        self.full = self.full.saturating_sub(needed);
        if missing == 0 {
            return None;
        }
        let missing_bits = u64::try_from(missing.div_ceil(self.unit)).unwrap_or(u64::MAX);
        let underflow = Underflow {
            picture,
            missing_bits,
        };
        self.underflows.add(underflow);
        Some(underflow)
    }

    /// Those so far.
    pub fn underflows(&self) -> Underflows {
        self.underflows
    }
}

impl Underflows {
    fn add(&mut self, one: Underflow) {
        self.count += 1;
        let worse = |worst: Underflow| worst.missing_bits < one.missing_bits;
        if self.worst.is_none_or(worse) {
            self.worst = Some(one);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Codec;

    #[test]
    fn a_steady_stream_never_runs_dry() {
        let mut bucket = LeakyBucket::new(2_997_003, 200_000, (30_000, 1001));
        // 100 000 bits a picture run in, all but a hundred-thousandth.
        assert!((0..10_000).all(|_| bucket.take(12_500).is_none()));
        assert_eq!(bucket.underflows(), Underflows::default());
    }

    #[test]
    fn the_worst_is_kept() {
        let mut bucket = LeakyBucket::new(800, 1600, (1, 1));
        let missing: Vec<_> = [250, 150, 300, 0, 0, 201]
            .into_iter()
            .map(|bytes| bucket.take(bytes).map_or(0, |late| late.missing_bits))
            .collect();
        assert_eq!(missing, [400, 400, 1600, 0, 0, 8]);
        let underflows = bucket.underflows();
        assert_eq!(underflows.count, 4);
        assert_eq!(underflows.worst.map(|worst| worst.picture), Some(2));
    }

    #[test]
    fn only_bit_rates_have_a_bucket() {
        let mut setup = Setup::new(Codec::Hevc, (64, 64).into());
        assert!(LeakyBucket::of(&setup).is_none());
        setup.rate_control = Some(RateControl::const_qp(20));
        assert!(LeakyBucket::of(&setup).is_none());
        setup.rate_control = Some(RateControl::vbr(1000, 3000));
        setup.frame_rate = (30, 1).into();
        let bucket = LeakyBucket::of(&setup).unwrap();
        assert_eq!(
            (bucket.size, bucket.inflow, bucket.unit),
            (90_000, 3000, 30)
        );
        assert_eq!(bucket.full, bucket.size);
        setup.limits.vbv = Some(100);
        assert_eq!(LeakyBucket::of(&setup).unwrap().size, 3000);
    }

    #[test]
    fn the_buffer_is_the_one_that_the_driver_was_told() {
        let mut setup = Setup::new(Codec::Hevc, (64, 64).into());
        setup.rate_control = Some(RateControl::cbr_low_delay_hq(3000));
        let mut bucket = LeakyBucket::of(&setup).unwrap();
        assert_eq!(bucket.size, 100 * bucket.unit, "one picture's bits");
        assert_eq!(bucket.take(13).map(|late| late.missing_bits), Some(4));

        setup.rate_control = Some(RateControl::cbr(3000));
        (setup.limits.vbv, setup.limits.vbv_initial) = (Some(1000), Some(400));
        let mut bucket = LeakyBucket::of(&setup).unwrap();
        assert_eq!(bucket.take(51).map(|late| late.missing_bits), Some(8));
        assert_eq!(bucket.take(12), None, "100 bits ran in");
    }
}
