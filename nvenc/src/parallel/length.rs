//! How long segments are, unless told.

use super::builder::{LONGEST, SHORTEST};
use crate::config::Setup;
use nvframe::Rational;

/// Of streams that nobody asked a GOP of.
const SECONDS: usize = 2;
/// Two seconds at 120 frames a second; more would be a wrong frame rate.
const MOST: usize = 240;

/// Frames in a segment, of which `fit` have room in memory, if that is known.
pub(super) fn length(setup: &Setup, fit: Option<usize>) -> usize {
    let fit = fit.unwrap_or(MOST).clamp(SHORTEST, LONGEST);
    let usual = usual(setup.frame_rate);
    let gop = setup.gop.filter(|_| setup.gop_asked);
    match gop.map(|gop| gop.get() as usize) {
        Some(gop @ SHORTEST..) => gops(gop, usual, fit),
        _ => usual.min(fit),
    }
}

fn usual(rate: Rational) -> usize {
    let frames = SECONDS * rate.num as usize;
    frames
        .div_ceil(rate.den.max(1) as usize)
        .clamp(SHORTEST, MOST)
}

/// Whole GOPs, at least one unless even that has no room.
fn gops(gop: usize, usual: usize, fit: usize) -> usize {
    match usual.max(gop).min(fit) / gop {
        0 => fit,
        count => count * gop,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Codec;
    use std::num::NonZeroU32;

    const AMPLE: Option<usize> = Some(5000);

    fn asked(gop: u32, rate: (u32, u32)) -> Setup {
        let mut setup = Setup::new(Codec::Hevc, (64, 64).into());
        setup.frame_rate = rate.into();
        (setup.gop, setup.gop_asked) = (NonZeroU32::new(gop), true);
        setup
    }

    #[test]
    fn a_gop_that_was_asked_for_is_kept() {
        let length = |gop, fit| length(&asked(gop, (30, 1)), fit);
        assert_eq!(length(250, AMPLE), 250);
        assert_eq!(length(250, Some(38)), 38, "as far as memory goes");
        assert_eq!(
            [12, 30, 40, 60, 61].map(|gop| length(gop, AMPLE)),
            [60, 60, 40, 60, 61]
        );
        assert_eq!(length(12, Some(38)), 36, "whole ones");
        assert_eq!(length(100_000, AMPLE), LONGEST);
    }

    #[test]
    fn others_are_of_two_seconds() {
        let setup = Setup::new(Codec::Hevc, (64, 64).into());
        assert_eq!(
            length(&setup, AMPLE),
            60,
            "the default GOP is nobody's wish"
        );
        assert_eq!(length(&setup, Some(38)), 38);
        assert_eq!(length(&setup, Some(0)), SHORTEST);
        assert_eq!(length(&setup, None), 60);
        for (rate, frames) in [
            ((30_000, 1001), 60),
            ((24, 1), 48),
            ((120, 1), 240),
            ((90_000, 1), 240),
            ((1, 3), 2),
        ] {
            assert_eq!(length(&asked(0, rate), AMPLE), frames, "{rate:?}");
        }
        assert_eq!(
            length(&asked(1, (30, 1)), AMPLE),
            60,
            "all are IDR pictures anyway"
        );
    }
}
