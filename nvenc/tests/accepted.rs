//! What the builder accepts, the device accepts.

mod common;

use common::{encode, has_controls, session};
use nvenc::{
    Codec, Colour, Error, Headers, HostFrame, Picture, Preset, Qp, RateControl, Session,
    SessionBuilder, Size, Slices,
};
use proptest::prelude::*;
use std::num::NonZeroU32;

fn rate() -> impl Strategy<Value = RateControl> {
    let bits = 0..4_000_000u32;
    prop_oneof![
        (0..60u8, 0..60u8, 0..60u8).prop_map(|(p, b, i)| RateControl::const_qp_each(p, b, i)),
        (bits.clone(), bits.clone()).prop_map(|(a, b)| RateControl::vbr(a, b)),
        (bits.clone(), bits.clone()).prop_map(|(a, b)| RateControl::vbr_hq(a, b)),
        bits.clone().prop_map(RateControl::cbr),
        bits.clone().prop_map(RateControl::cbr_hq),
        bits.clone().prop_map(RateControl::cbr_low_delay_hq),
        (0..60u8, proptest::option::of(bits))
            .prop_map(|(quality, max)| RateControl::target_quality(quality, max)),
    ]
}

/// One change of a session's settings.
#[derive(Clone, Debug)]
enum Change {
    Rate(RateControl),
    Preset(usize),
    Gop(u32),
    BFrames(u32),
    Vbv(u32),
    VbvInitial(u32),
    MinQp(u8),
    MaxQp(u8),
    InitialQp(u8),
    Slices(u32),
    Headers(Headers),
    Delimiters,
    SpatialAq(u8),
    Lookahead(u16),
    References(u32),
    Colour(u8, u8, u8, bool),
    Aspect(u32, u32),
    FrameRate(u32, u32),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        rate().prop_map(Change::Rate),
        (0..9usize).prop_map(Change::Preset),
        (0..20u32).prop_map(Change::Gop),
        (0..6u32).prop_map(Change::BFrames),
        (0..3_000_000u32).prop_map(Change::Vbv),
        (0..3_000_000u32).prop_map(Change::VbvInitial),
        (0..56u8).prop_map(Change::MinQp),
        (0..56u8).prop_map(Change::MaxQp),
        (0..56u8).prop_map(Change::InitialQp),
        (0..4u32).prop_map(Change::Slices),
        prop_oneof![
            Just(Headers::EveryIdr),
            Just(Headers::Once),
            Just(Headers::Apart)
        ]
        .prop_map(Change::Headers),
        Just(Change::Delimiters),
        (0..18u8).prop_map(Change::SpatialAq),
        (0..40u16).prop_map(Change::Lookahead),
        (0..20u32).prop_map(Change::References),
        (0..20u8, 0..20u8, 0..20u8, any::<bool>()).prop_map(
            |(primaries, transfer, matrix, full)| {
                Change::Colour(primaries, transfer, matrix, full)
            }
        ),
        (0..300u32, 0..300u32).prop_map(|(width, height)| Change::Aspect(width, height)),
        (0..240u32, 0..3u32).prop_map(|(num, den)| Change::FrameRate(num, den)),
    ]
}

fn apply(it: SessionBuilder, change: Change) -> SessionBuilder {
    match change {
        Change::Rate(rate) => it.rate_control(rate),
        Change::Preset(number) => it.preset(Preset::ALL[number]),
        Change::Gop(frames) => it.gop(NonZeroU32::new(frames)),
        Change::BFrames(frames) => it.b_frames(frames),
        Change::Vbv(bits) => it.vbv(bits),
        Change::VbvInitial(bits) => it.vbv_initial(bits),
        Change::MinQp(qp) => it.min_qp(Qp::all(qp)),
        Change::MaxQp(qp) => it.max_qp(Qp::all(qp)),
        Change::InitialQp(qp) => it.initial_qp(Qp::all(qp)),
        Change::Slices(count) => it.slices(Slices::Count(count)),
        Change::Headers(headers) => it.headers(headers),
        Change::Delimiters => it.access_unit_delimiters(),
        Change::SpatialAq(strength) => it.spatial_aq(strength),
        Change::Lookahead(frames) => it.lookahead(frames),
        Change::References(pictures) => it.references(pictures),
        Change::Colour(primaries, transfer, matrix, full_range) => it.colour(Colour {
            primaries,
            transfer,
            matrix,
            full_range,
        }),
        Change::Aspect(width, height) => it.sample_aspect(width, height),
        Change::FrameRate(num, den) => it.frame_rate((num, den)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn whatever_the_builder_accepts(
        hevc in any::<bool>(),
        changes in proptest::collection::vec(change(), 0..5),
    ) {
        if !has_controls() {
            return Ok(());
        }
        let codec = if hevc { Codec::Hevc } else { Codec::H264 };
        let builder = session(codec, Size::new(160, 256));
        let builder = changes.into_iter().fold(builder, apply);
        let started: Result<Session<HostFrame>, Error> = builder.start();
        match started {
            Ok(session) => {
                let coded = encode(session, 5, |number| Picture::at(number as i64));
                prop_assert_eq!(coded.len(), 5);
            }
            Err(Error::InvalidValue { .. } | Error::Unsupported { .. }) => {}
            Err(error) => prop_assert!(false, "{error}"),
        }
    }
}
