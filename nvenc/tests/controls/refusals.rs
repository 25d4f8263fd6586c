//! What the GPU has not.

use super::*;

#[test]
fn what_the_gpu_has_not_is_refused_by_its_capability() {
    let period = NonZeroU32::new(30).unwrap();
    let frames = NonZeroU32::new(5).unwrap();
    let vbr = || session(Codec::Hevc, SIZE).rate_control(RateControl::vbr(1_000_000, 2_000_000));
    for (builder, message) in [
        (
            vbr().temporal_aq(),
            "temporal AQ: asked for it, this GPU has none",
        ),
        (
            vbr().gop(None).intra_refresh(period, period),
            "intra refresh is 30: it must be shorter than its period",
        ),
        (
            vbr().intra_refresh(period, frames),
            "GOP is 250: intra refresh wants an endless one: gop(None)",
        ),
        (
            vbr().gop(None).b_frames(1),
            "B-frames is 1: an endless GOP goes without: give gop() a length",
        ),
        (
            vbr().b_frames(2).zero_reorder_delay(),
            "B-frames is 2: without reordering there are none",
        ),
        (
            vbr().qp_map(QpMap::Emphasis),
            "emphasis map: asked for it, this GPU has none",
        ),
        (
            session(Codec::Hevc, SIZE).max_qp(Qp::all(30)),
            "maximum QP is Qp { p: 30, b: 30, i: 30 }: a constant QP leaves nothing to limit",
        ),
        (
            vbr().monochrome(),
            "monochrome: asked for 4:0:0, this GPU has none",
        ),
        (
            session(Codec::H264, SIZE).b_references(BReferences::Middle),
            "middle B-frame as reference: asked for it, this GPU has none",
        ),
        (
            vbr().spatial_aq(16),
            "spatial AQ is 16: it must be 1 to 15, or 0 for the driver's choice",
        ),
        (
            session(Codec::Hevc, SIZE).spatial_aq(8),
            "rate control is a constant QP: adaptive quantisation needs one that chooses \
             quantisers",
        ),
        (
            vbr().profile(Profile::Main10),
            "profile is Main 10: it does not go with the codec, the format and the preset",
        ),
        (
            vbr().vbv_initial(5),
            "initial VBV delay is 5: it needs a VBV buffer of a given size",
        ),
    ] {
        assert_eq!(refusal(builder), message);
    }
}

#[test]
fn capabilities_are_one_report() {
    let caps = session(Codec::Hevc, SIZE).caps().unwrap();
    let report = caps.to_string();
    assert_eq!(report.lines().count(), caps.all().count());
    assert!(
        report.contains("largest width                       8192\n"),
        "{report}"
    );
}

#[test]
fn what_has_no_capability_is_refused_by_the_driver() {
    let vbr = || session(Codec::H264, SIZE).rate_control(RateControl::vbr(1_000_000, 2_000_000));
    for (builder, words) in [
        (vbr().strict_gop_target(), "strict targets for each GOP"),
        (vbr().non_reference_p(), "P-frames that nothing refers to"),
    ] {
        let refused = builder.start::<HostFrame>().unwrap_err();
        assert!(matches!(refused, nvenc::Error::Driver { .. }));
        assert!(refused.to_string().contains(words), "{refused}");
    }
}

#[test]
fn an_encoder_reports_all_that_it_has() {
    softdevice::activate().unwrap();
    let gpu = nvenc::open_device(0).unwrap();
    let encoder = nvenc::Api::load().unwrap().open(&gpu).unwrap();
    let report = encoder.report().unwrap();
    assert_eq!(report.codecs.len(), 2);
    let [h264, hevc] = &report.codecs[..] else {
        panic!("{report}");
    };
    assert_eq!((h264.codec, hevc.codec), (Codec::H264, Codec::Hevc));
    let main = [Profile::Main, Profile::Main10, Profile::RangeExtensions];
    assert_eq!(hevc.profiles, main);
    assert_eq!(h264.profiles.len(), 4);
    let tuned = Preset::tuned(Tuning::HighQuality).into_iter();
    let tuned = tuned.filter(|_| !is_8_1());
    let presets = Preset::ALL.into_iter().chain(tuned);
    assert_eq!(hevc.presets, presets.collect::<Vec<_>>());
    assert_eq!(hevc.formats, encoder.formats(Codec::Hevc).unwrap());
    assert_eq!(hevc.caps, encoder.caps(Codec::Hevc).unwrap());
    let text = report.to_string();
    for line in [
        "profiles: Main, Main 10, range extensions",
        "formats: NV12, YV12, IYUV, YUV444, ARGB, ABGR, AYUV",
    ] {
        assert!(text.lines().any(|it| it == line), "no {line} in {text}");
    }
    let presets = "presets: default, hp, hq, bd, ll, ll_hq, ll_hp, lossless, lossless_hp";
    let mut lines = text.lines();
    assert!(lines.any(|it| it.starts_with(presets)), "{text}");
}
