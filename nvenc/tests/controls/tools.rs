//! Coding tools that are chosen by name.

use super::*;
use nvenc::{Direct, Entropy, FieldCoding, FieldOrder};

fn stream(builder: SessionBuilder) -> Vec<u8> {
    let coded = coded(builder, 6);
    coded.into_iter().flat_map(|it| it.bytes).collect()
}

#[test]
fn cavlc_takes_more_bits_than_cabac() {
    let size = |entropy| stream(session(Codec::H264, SIZE).entropy(entropy)).len();
    let (cabac, cavlc) = (size(Entropy::Cabac), size(Entropy::Cavlc));
    assert!(cabac < cavlc, "{cabac}, {cavlc}");
}

#[test]
fn the_transform_changes_the_stream() {
    let stream = |on| stream(session(Codec::H264, SIZE).transform_8x8(on));
    assert!(stream(true) != stream(false));
}

#[test]
fn direct_modes_differ() {
    if !has_controls() {
        return;
    }
    let stream = |mode| stream(session(Codec::H264, SIZE).b_frames(2).direct(mode));
    let [none, temporal, spatial] =
        [Direct::Disabled, Direct::Temporal, Direct::Spatial].map(stream);
    assert!(none != temporal && temporal != spatial && spatial != none);
}

#[test]
fn filters_and_prediction_can_be_restrained() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let usual = stream(session(codec, SIZE));
        assert!(
            usual != stream(session(codec, SIZE).constrained_intra()),
            "{codec}"
        );
    }
    let sharp = stream(session(Codec::H264, SIZE).no_deblocking());
    assert!(sharp != stream(session(Codec::H264, SIZE)));
}

#[test]
fn tools_must_be_the_codecs_and_the_profiles() {
    for (builder, message) in [
        (
            session(Codec::Hevc, SIZE).entropy(Entropy::Cavlc),
            "entropy coding is HEVC: it can be chosen for H.264 only",
        ),
        (
            session(Codec::H264, SIZE)
                .profile(Profile::Baseline)
                .entropy(Entropy::Cabac),
            "entropy coding is CABAC: the profile has no such tool",
        ),
        (
            session(Codec::H264, SIZE)
                .profile(Profile::Main)
                .transform_8x8(true),
            "8x8 transform is on: the profile has no such tool",
        ),
        (
            session(Codec::H264, SIZE).interlaced(FieldCoding::Separate, FieldOrder::TopFirst),
            "field coding: asked for separate fields, this GPU has none",
        ),
    ] {
        assert_eq!(refusal(builder), message);
    }
}

#[test]
fn timing_messages_come_with_the_pictures() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let session = session(codec, SIZE)
            .rate_control(RateControl::cbr(500_000))
            .timing_messages();
        let coded = coded(session, 4);
        let message = if codec == Codec::H264 { 6 } else { 39 };
        for picture in &coded {
            assert!(
                nal_types(codec, &picture.bytes).contains(&message),
                "{codec}"
            );
        }
        says(codec, &coded, &["width=320"]);
    }
}
