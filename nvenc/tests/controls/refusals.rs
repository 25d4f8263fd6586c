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
            vbr().intra_refresh(period, frames),
            "intra refresh: asked for it, this GPU has none",
        ),
        (
            vbr().monochrome(),
            "monochrome: asked for 4:0:0, this GPU has none",
        ),
        (
            vbr().b_references(BReferences::Middle),
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
