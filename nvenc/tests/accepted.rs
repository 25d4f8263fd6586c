//! What the builder accepts, the device accepts: every control, in any company.

mod common;

use common::{has_controls, paint, session};
use nvenc::{
    BReferences, Codec, Colour, ContentLight, Direct, Entropy, Error, FieldCoding, FieldOrder,
    Headers, HostFrame, Level, MasteringDisplay, MultiPass, Picture, PixelFormat, Preset, Profile,
    Qp, QpMap, RateControl, Session, SessionBuilder, Size, Slices, Tuning,
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use std::{num::NonZeroU32, process::Command};

type Builder = SessionBuilder;

/// One change of a session's settings, with a name to find it by.
#[derive(Clone)]
struct Change(
    String,
    std::sync::Arc<dyn Fn(Builder) -> Builder + Send + Sync>,
);

impl std::fmt::Debug for Change {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A control with any of its values.
fn control<T: std::fmt::Debug + Clone + Send + Sync + 'static>(
    name: &'static str,
    values: impl Strategy<Value = T> + 'static,
    set: fn(Builder, T) -> Builder,
) -> BoxedStrategy<Change> {
    let change = move |value: T| {
        let name = format!("{name}({value:?})");
        Change(name, std::sync::Arc::new(move |it| set(it, value.clone())))
    };
    values.prop_map(change).boxed()
}

fn rate() -> impl Strategy<Value = RateControl> {
    let bits = 0..4_000_000u32;
    prop_oneof![
        (0..60u8, 0..60u8, 0..60u8).prop_map(|(p, b, i)| RateControl::const_qp_each(p, b, i)),
        (bits.clone(), bits.clone()).prop_map(|(a, b)| RateControl::vbr(a, b)),
        (bits.clone(), bits.clone()).prop_map(|(a, b)| RateControl::vbr_hq(a, b)),
        bits.clone().prop_map(RateControl::cbr),
        bits.clone().prop_map(RateControl::cbr_hq),
        bits.clone().prop_map(RateControl::cbr_low_delay_hq),
        (0..60u8, option::of(bits))
            .prop_map(|(quality, max)| RateControl::target_quality(quality, max)),
    ]
}

fn presets() -> Vec<Preset> {
    let tuned = Tuning::ALL.into_iter().flat_map(Preset::tuned);
    Preset::ALL.into_iter().chain(tuned).collect()
}

fn slices() -> impl Strategy<Value = Slices> {
    prop_oneof![
        (0..6u32).prop_map(Slices::Count),
        (0..20u32).prop_map(Slices::Rows),
        (0..200u32).prop_map(Slices::Blocks),
        (0..3000u32).prop_map(Slices::Bytes),
    ]
}

fn colour() -> impl Strategy<Value = Colour> {
    let numbers = (0..20u8, 0..20u8, 0..20u8, any::<bool>());
    numbers.prop_map(|(primaries, transfer, matrix, full_range)| Colour {
        primaries,
        transfer,
        matrix,
        full_range,
    })
}

fn qp() -> impl Strategy<Value = Qp> {
    let each = (0..56u8, 0..56u8, 0..56u8).prop_map(|(p, b, i)| Qp { p, b, i });
    prop_oneof![(0..56u8).prop_map(Qp::all), each]
}

fn some(values: std::ops::Range<u32>) -> impl Strategy<Value = NonZeroU32> {
    values.prop_map(|it| NonZeroU32::new(it + 1).unwrap())
}

/// What rate control is told.
fn of_rate() -> Vec<BoxedStrategy<Change>> {
    vec![
        control("rate_control", rate(), Builder::rate_control),
        control(
            "multi_pass",
            select(vec![
                MultiPass::Once,
                MultiPass::QuarterResolution,
                MultiPass::FullResolution,
            ]),
            Builder::multi_pass,
        ),
        control("vbv", 0..3_000_000u32, Builder::vbv),
        control("vbv_initial", 0..3_000_000u32, Builder::vbv_initial),
        control("min_qp", qp(), Builder::min_qp),
        control("max_qp", qp(), Builder::max_qp),
        control("initial_qp", qp(), Builder::initial_qp),
        control("preset", select(presets()), Builder::preset),
        control("spatial_aq", 0..18u8, Builder::spatial_aq),
        control("temporal_aq", Just(()), |it, ()| it.temporal_aq()),
        control("lookahead", 0..40u16, Builder::lookahead),
        control("adaptive_intra", any::<bool>(), Builder::adaptive_intra),
        control(
            "adaptive_b_frames",
            any::<bool>(),
            Builder::adaptive_b_frames,
        ),
        control("strict_gop_target", Just(()), |it, ()| {
            it.strict_gop_target()
        }),
        control(
            "qp_map",
            select(vec![QpMap::Delta, QpMap::Emphasis]),
            Builder::qp_map,
        ),
    ]
}

/// What pictures are and refer to.
fn of_pictures() -> Vec<BoxedStrategy<Change>> {
    vec![
        control("format", select(PixelFormat::ALL.to_vec()), Builder::format),
        control("full_chroma", Just(()), |it, ()| it.full_chroma()),
        control("monochrome", Just(()), |it, ()| it.monochrome()),
        control("gop", option::of(some(0..20)), Builder::gop),
        control("b_frames", 0..6u32, Builder::b_frames),
        control(
            "b_references",
            select(vec![
                BReferences::None,
                BReferences::Each,
                BReferences::Middle,
            ]),
            Builder::b_references,
        ),
        control("references", 0..20u32, Builder::references),
        control("weighted_prediction", Just(()), |it, ()| {
            it.weighted_prediction()
        }),
        control("non_reference_p", Just(()), |it, ()| it.non_reference_p()),
        control(
            "long_term_references",
            0..20u32,
            Builder::long_term_references,
        ),
        control(
            "intra_refresh",
            (some(0..20), some(0..20)),
            |it, (period, frames)| it.gop(None).intra_refresh(period, frames),
        ),
        control("zero_reorder_delay", Just(()), |it, ()| {
            it.zero_reorder_delay()
        }),
        control("max_size", (0..700u32, 0..700u32), Builder::max_size),
        control("frame_rate", (0..240u32, 0..3u32), |it, rate| {
            it.frame_rate(rate)
        }),
        control("in_flight", some(0..12), Builder::in_flight),
    ]
}

/// What stands in the stream.
fn of_syntax() -> Vec<BoxedStrategy<Change>> {
    let headers = vec![Headers::EveryIdr, Headers::Once, Headers::Apart];
    vec![
        control("profile", select(Profile::ALL.to_vec()), Builder::profile),
        control("level", (0..8u8, 0..4u8), |it, (major, minor)| {
            it.level(Level::new(major, minor))
        }),
        control("high_tier", Just(()), |it, ()| it.high_tier()),
        control("slices", slices(), Builder::slices),
        control("headers", select(headers), Builder::headers),
        control("access_unit_delimiters", Just(()), |it, ()| {
            it.access_unit_delimiters()
        }),
        control("timing_messages", Just(()), |it, ()| it.timing_messages()),
        control("colour", colour(), Builder::colour),
        control("sample_aspect", (0..300u32, 0..300u32), |it, (x, y)| {
            it.sample_aspect(x, y)
        }),
        control("chroma_location", 0..8u8, Builder::chroma_location),
        control("overscan", any::<bool>(), Builder::overscan),
        control(
            "content_light",
            any::<[u16; 2]>(),
            |it, [content, average]| {
                it.content_light(ContentLight {
                    max_content: content,
                    max_average: average,
                })
            },
        ),
        control("hdr10", Just(()), |it, ()| {
            let light = ContentLight {
                max_content: 1000,
                max_average: 400,
            };
            it.hdr10(MasteringDisplay::p3_d65(10_000_000, 50), light)
        }),
        control(
            "entropy",
            select(vec![Entropy::Cabac, Entropy::Cavlc]),
            Builder::entropy,
        ),
        control("transform_8x8", any::<bool>(), Builder::transform_8x8),
        control(
            "direct",
            select(vec![Direct::Disabled, Direct::Temporal, Direct::Spatial]),
            Builder::direct,
        ),
        control("interlaced", any::<bool>(), |it, top| match top {
            true => it.interlaced(FieldCoding::Separate, FieldOrder::TopFirst),
            false => it.interlaced(FieldCoding::Adaptive, FieldOrder::BottomFirst),
        }),
        control("no_deblocking", Just(()), |it, ()| it.no_deblocking()),
        control("constrained_intra", Just(()), |it, ()| {
            it.constrained_intra()
        }),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    let all = [of_rate(), of_pictures(), of_syntax()].concat();
    proptest::strategy::Union::new(all)
}

/// What GPUs have without a capability that says so, and the software device has not: each is
/// told in the documentation of its method.
const OF_THE_SOFTWARE_DEVICE: [&str; 8] = [
    "strict targets for each GOP",
    "P-frames that nothing refers to",
    "slices of HEVC by their size",
    "limits of the quantiser that differ by picture type",
    "a level of HEVC at a constant quantiser",
    "messages about the buffer at a constant quantiser",
    "quantiser maps at a constant quantiser",
    "intra refresh that ends long before the next begins",
];

fn is_known(error: &Error) -> bool {
    let words = error.to_string();
    match error {
        Error::InvalidValue { .. } | Error::Unsupported { .. } => true,
        Error::Driver { status, .. } if status.code() == 12 => OF_THE_SOFTWARE_DEVICE
            .iter()
            .any(|it| words.contains(&format!("this device has not: {it}"))),
        _ => false,
    }
}

/// Five frames through a session: as many packets.
fn encode(mut session: Session<HostFrame>) -> Result<usize, Error> {
    let mut packets = 0;
    for number in 0..5 {
        let frame = paint(&mut session, number)?;
        session.submit(frame, Picture::at(number as i64))?;
        while session.receive()?.is_some() {
            packets += 1;
        }
    }
    let mut drain = session.finish()?;
    while drain.receive()?.is_some() {
        packets += 1;
    }
    Ok(packets)
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    #[ignore = "run in processes of their own by the tests below"]
    fn whatever_the_builder_accepts(hevc in any::<bool>(), changes in vec(change(), 0..8)) {
        if !has_controls() {
            return Ok(());
        }
        let codec = if hevc { Codec::Hevc } else { Codec::H264 };
        let builder = session(codec, Size::new(160, 256));
        let builder = changes.iter().fold(builder, |it, change| (change.1)(it));
        match builder.start() {
            Ok(session) => {
                let coded = encode(session);
                prop_assert_eq!(coded, Ok(5));
            }
            Err(error) => prop_assert!(is_known(&error), "{error}"),
        }
    }
}

/// On a device with B-frames for both codecs, which all that is refused with them wants.
fn in_a_process(dialect: &str) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "whatever_the_builder_accepts"])
        .env("NVSOFT_GPU", "t4")
        .env("NVSOFT_API", dialect)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(text.contains("1 passed"), "{text}");
}

#[test]
fn whatever_the_builder_accepts_of_11_1() {
    in_a_process("11.1");
}

#[test]
fn whatever_the_builder_accepts_of_8_1() {
    in_a_process("8.1");
}
