//! The presets of both generations.

use super::*;
use common::luma_psnr;

#[test]
fn each_preset_and_tuning_codes_every_frame() {
    if is_8_1() {
        // Its nine presets are tried in the test of that dialect.
        return;
    }
    for codec in Codec::ALL {
        for tuning in [
            Tuning::HighQuality,
            Tuning::LowLatency,
            Tuning::UltraLowLatency,
        ] {
            for preset in Preset::tuned(tuning) {
                let coded = coded(session(codec, SIZE).preset(preset), 2);
                let psnr = luma_psnr(codec, SIZE, &coded);
                let good = psnr.len() == 2 && psnr.iter().all(|psnr| *psnr > 30.0);
                assert!(good, "{codec} {preset}: {psnr:?}");
            }
        }
    }
}

#[test]
fn a_better_preset_takes_fewer_bits() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let size = |preset| bytes(&coded(session(codec, SIZE).preset(preset), 6));
        let (fast, best) = (size(Preset::HighPerformance), size(Preset::HighQuality));
        assert!(best < fast, "{codec}: {best}, {fast}");
        if is_8_1() {
            continue;
        }
        let [fast, .., best] = Preset::tuned(Tuning::HighQuality).map(size);
        assert!(best < fast, "{codec}: {best}, {fast}");
        assert_eq!(
            size(Preset::HighQuality),
            best,
            "{codec}: the same by its older name"
        );
    }
}

#[test]
fn the_lossless_tuning_is_lossless() {
    let preset = Preset::P2(Tuning::Lossless);
    assert!(preset.is_lossless());
    let refused = refusal(
        session(Codec::Hevc, SIZE)
            .preset(preset)
            .rate_control(RateControl::const_qp(20)),
    );
    assert_eq!(
        refused,
        "rate control is p2-lossless: a lossless preset keeps every sample and takes no rate \
         control"
    );
}

#[test]
fn two_passes_change_the_stream() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let stream = |passes| {
            let session = twice(session(codec, SIZE), passes);
            let coded = coded(session, 4);
            coded
                .into_iter()
                .flat_map(|it| it.bytes)
                .collect::<Vec<_>>()
        };
        let (once, twice) = (stream(MultiPass::Once), stream(MultiPass::FullResolution));
        assert!(once != twice, "{codec}");
    }
    if is_8_1() {
        return;
    }
    let twice_twice = session(Codec::Hevc, SIZE)
        .rate_control(RateControl::cbr_hq(1_000_000))
        .multi_pass(MultiPass::QuarterResolution);
    assert_eq!(
        refusal(twice_twice),
        "multi-pass is quarter resolution: it goes with Vbr, Cbr and TargetQuality; the other \
         modes have their own passes"
    );
}

/// Interface 8.1 has a mode of rate control for it.
fn twice(builder: SessionBuilder, passes: MultiPass) -> SessionBuilder {
    match (is_8_1(), passes) {
        (true, MultiPass::FullResolution) => {
            builder.rate_control(RateControl::vbr_hq(400_000, 800_000))
        }
        _ => builder
            .rate_control(RateControl::vbr(400_000, 800_000))
            .multi_pass(passes),
    }
}
