//! How bits are spent.

use super::*;

#[test]
fn each_mode_keeps_to_its_bit_rate() {
    if !has_controls() {
        return;
    }
    const RATE: u32 = 1_500_000;
    for codec in Codec::ALL {
        // The buffer is full at the start; with a constant rate it is used up first.
        for (mode, skipped) in [
            (RateControl::vbr(RATE, 2 * RATE), 0),
            (RateControl::cbr(RATE), 60),
            (RateControl::vbr_hq(RATE, 2 * RATE), 0),
            (RateControl::cbr_hq(RATE), 60),
        ] {
            let session = session(codec, SIZE).rate_control(mode);
            let sizes = sizes(session.initial_qp(Qp::all(45)), 150 + skipped);
            let found = sizes[skipped..].iter().sum::<usize>() as f64 * 8.0 / 5.0;
            let off = (found / f64::from(RATE) - 1.0).abs();
            assert!(off < 0.1, "{codec} {mode:?}: {found}");
        }
    }
}

/// Five seconds of 720p by x265: within 10 % of the rate.
#[test]
#[ignore = "takes a minute or two; run by .ci/run"]
fn five_seconds_of_720p_keep_to_their_bit_rate() {
    if !has_controls() {
        return;
    }
    const RATE: u32 = 6_000_000;
    for mode in [RateControl::vbr(RATE, 2 * RATE), RateControl::cbr(RATE)] {
        let session = session(Codec::Hevc, (1280, 720))
            .preset(Preset::HighPerformance)
            .rate_control(mode)
            .vbv(RATE / 2);
        let sizes = sizes(session.initial_qp(Qp::all(48)), 150);
        let found = sizes.iter().sum::<usize>() as f64 * 8.0 / 5.0;
        println!("{mode:?}: {found:.0} bit/s");
        let off = (found / f64::from(RATE) - 1.0).abs();
        assert!(off < 0.1, "{mode:?}: {found}");
    }
}

#[test]
fn low_delay_evens_out_the_pictures() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let largest = |mode| {
            let sizes = sizes(session(codec, SIZE).rate_control(mode), 10);
            sizes.into_iter().max().unwrap()
        };
        let usual = largest(RateControl::cbr(1_500_000));
        let low = largest(RateControl::cbr_low_delay_hq(1_500_000));
        assert!(low < usual, "{codec}: {low}, {usual}");
    }
}

#[test]
fn quantisers_stay_between_their_limits() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let starved = session(codec, SIZE)
            .rate_control(RateControl::cbr(20_000))
            .max_qp(Qp::all(30));
        assert!(coded(starved, 8).iter().all(|it| it.qp <= 30), "{codec}");
        let rich = session(codec, SIZE)
            .rate_control(RateControl::cbr(50_000_000))
            .min_qp(Qp::all(35));
        assert!(coded(rich, 8).iter().all(|it| it.qp >= 35), "{codec}");
    }
}

#[test]
fn the_first_quantiser_can_be_chosen() {
    for codec in Codec::ALL {
        for qp in [20, 40] {
            let session = session(codec, SIZE)
                .rate_control(RateControl::vbr(1_000_000, 2_000_000))
                .initial_qp(Qp::all(qp));
            if codec == Codec::H264 && qp == 40 && !has_controls() {
                assert!(refusal(session).contains("from such a first quantiser"));
                continue;
            }
            let first = coded(session, 1)[0].qp;
            assert!(first.abs_diff(qp.into()) <= 1, "{codec}: {first} for {qp}");
        }
    }
}

#[test]
fn a_target_quality_is_held_below_its_ceiling() {
    for codec in Codec::ALL {
        let size = |quality, max| {
            let rate = RateControl::target_quality(quality, max);
            bytes(&coded(session(codec, SIZE).rate_control(rate), 6))
        };
        assert!(2 * size(40, None) < size(20, None), "{codec}");
        if has_controls() {
            assert!(2 * size(40, Some(9_000_000)) < size(20, Some(9_000_000)));
        }
    }
}

#[test]
fn a_small_buffer_evens_out_the_pictures() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let largest = |vbv, initial| {
            let session = session(codec, SIZE)
                .rate_control(RateControl::cbr(600_000))
                .vbv(vbv)
                .vbv_initial(initial);
            let coded = coded(session, 10);
            coded.iter().map(|it| it.bytes.len()).max().unwrap()
        };
        let (small, large) = (largest(30_000, 20_000), largest(3_000_000, 3_000_000));
        assert!(small < large, "{codec}: {small}, {large}");
    }
}
