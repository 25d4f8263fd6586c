//! Any configuration: what the builder accepts, the strict device accepts.
#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use nvenc::{
    BReferences, Codec, Colour, Direct, Entropy, Error, FieldCoding, FieldOrder, Headers,
    HostFrame, Level, MultiPass, PixelFormat, Preset, Profile, Qp, QpMap, RateControl, Session,
    SessionBuilder, Slices,
};
use std::{num::NonZeroU32, ops::RangeInclusive};

#[derive(Arbitrary, Debug)]
struct Input {
    hevc: bool,
    size: (u16, u16),
    max_size: Option<(u16, u16)>,
    preset: Option<u8>,
    rate: Option<Rate>,
    gop: Option<NonZeroU32>,
    frame_rate: Option<(u32, u32)>,
    b_frames: Option<u32>,
    b_references: Option<bool>,
    lookahead: Option<u16>,
    references: Option<u32>,
    vbv: Option<u32>,
    vbv_initial: Option<u32>,
    min_qp: Option<u8>,
    max_qp: Option<u8>,
    initial_qp: Option<u8>,
    spatial_aq: Option<u8>,
    temporal_aq: bool,
    intra_refresh: Option<(NonZeroU32, NonZeroU32)>,
    slices: Option<u32>,
    headers: Option<bool>,
    delimiters: bool,
    monochrome: bool,
    colour: Option<(u8, u8, u8, bool)>,
    aspect: Option<(u32, u32)>,
    format: Option<u8>,
    profile: Option<u8>,
    level: Option<(u8, u8)>,
    multi_pass: Option<bool>,
    qp_map: Option<bool>,
    long_term: Option<u32>,
    chroma_location: Option<u8>,
    overscan: Option<bool>,
    entropy: Option<bool>,
    transform_8x8: Option<bool>,
    direct: Option<bool>,
    fields: Option<bool>,
    switches: [bool; 12],
}

#[derive(Arbitrary, Debug)]
enum Rate {
    ConstQp(u8, u8, u8),
    Vbr(u32, u32),
    VbrHq(u32, u32),
    Cbr(u32),
    CbrHq(u32),
    CbrLowDelay(u32),
    Quality(u8, Option<u32>),
}

libfuzzer_sys::fuzz_target!(|input: Input| {
    fuzz::device();
    start(input);
    fuzz::assert_clean();
});

fn start(input: Input) {
    let gpu = nvenc::open_device(0).unwrap();
    let encoder = nvenc::Api::load().unwrap().open(&gpu).unwrap();
    let codec = if input.hevc { Codec::Hevc } else { Codec::H264 };
    let mut it = encoder.session(codec, wide(input.size));
    macro_rules! set {
        ($($field:ident => $value:ident: $call:expr;)*) => {
            $(if let Some($value) = input.$field {
                it = $call(it, $value);
            })*
        };
    }
    type Builder = SessionBuilder;
    set! {
        max_size => size: |it: Builder, size| it.max_size(wide(size));
        preset => number: |it: Builder, number: u8| {
            it.preset(Preset::ALL[usize::from(number) % Preset::ALL.len()])
        };
        rate => rate: rate_control;
        frame_rate => rate: |it: Builder, rate: (u32, u32)| it.frame_rate(rate);
        b_frames => frames: |it: Builder, frames| it.b_frames(frames);
        b_references => each: |it: Builder, each| {
            it.b_references(if each { BReferences::Each } else { BReferences::Middle })
        };
        lookahead => frames: |it: Builder, frames| it.lookahead(frames);
        references => pictures: |it: Builder, pictures| it.references(pictures);
        vbv => bits: |it: Builder, bits| it.vbv(bits);
        vbv_initial => bits: |it: Builder, bits| it.vbv_initial(bits);
        min_qp => qp: |it: Builder, qp| it.min_qp(Qp::all(qp));
        max_qp => qp: |it: Builder, qp| it.max_qp(Qp::all(qp));
        initial_qp => qp: |it: Builder, qp| it.initial_qp(Qp::all(qp));
        spatial_aq => strength: |it: Builder, strength| it.spatial_aq(strength);
        intra_refresh => times: |it: Builder, (period, frames)| it.intra_refresh(period, frames);
        slices => count: |it: Builder, count| it.slices(Slices::Count(count));
        headers => once: |it: Builder, once| {
            it.headers(if once { Headers::Once } else { Headers::Apart })
        };
        aspect => aspect: |it: Builder, (width, height)| it.sample_aspect(width, height);
        colour => colour: |it: Builder, (primaries, transfer, matrix, full_range)| {
            it.colour(Colour { primaries, transfer, matrix, full_range })
        };
        format => number: |it: Builder, number| it.format(one_of(&PixelFormat::ALL, number));
        profile => number: |it: Builder, number| it.profile(one_of(&Profile::ALL, number));
        level => level: |it: Builder, (major, minor)| it.level(Level::new(major, minor));
        multi_pass => full: |it: Builder, full| {
            it.multi_pass(if full { MultiPass::FullResolution } else { MultiPass::QuarterResolution })
        };
        qp_map => delta: |it: Builder, delta| {
            it.qp_map(if delta { QpMap::Delta } else { QpMap::Emphasis })
        };
        long_term => pictures: |it: Builder, pictures| it.long_term_references(pictures);
        chroma_location => number: |it: Builder, number| it.chroma_location(number);
        overscan => on: |it: Builder, on| it.overscan(on);
        entropy => cabac: |it: Builder, cabac| {
            it.entropy(if cabac { Entropy::Cabac } else { Entropy::Cavlc })
        };
        transform_8x8 => on: |it: Builder, on| it.transform_8x8(on);
        direct => spatial: |it: Builder, spatial| {
            it.direct(if spatial { Direct::Spatial } else { Direct::Temporal })
        };
        fields => apart: |it: Builder, apart| {
            let coding = if apart { FieldCoding::Separate } else { FieldCoding::Adaptive };
            it.interlaced(coding, FieldOrder::TopFirst)
        };
    }
    for (switch, _) in SWITCHES.iter().zip(input.switches).filter(|(_, on)| *on) {
        it = switch(it);
    }
    it = it.gop(input.gop);
    it = if input.temporal_aq {
        it.temporal_aq()
    } else {
        it
    };
    it = if input.delimiters {
        it.access_unit_delimiters()
    } else {
        it
    };
    it = if input.monochrome {
        it.monochrome()
    } else {
        it
    };
    check(it.start());
}

/// Controls that are on or off.
const SWITCHES: [fn(SessionBuilder) -> SessionBuilder; 12] = [
    SessionBuilder::full_chroma,
    SessionBuilder::high_tier,
    SessionBuilder::timing_messages,
    SessionBuilder::weighted_prediction,
    SessionBuilder::non_reference_p,
    SessionBuilder::zero_reorder_delay,
    SessionBuilder::strict_gop_target,
    SessionBuilder::no_deblocking,
    SessionBuilder::constrained_intra,
    |it| it.adaptive_intra(false),
    |it| it.adaptive_b_frames(false),
    |it| it.gop(None),
];

fn one_of<T: Copy, const N: usize>(all: &[T; N], number: u8) -> T {
    all[usize::from(number) % N]
}

/// Sizes between these only take longer: parameter sets are those of a real encoder.
const SLOW: RangeInclusive<u16> = 600..=8192;

fn wide((width, height): (u16, u16)) -> (u32, u32) {
    let side = |side: u16| {
        u32::from(if SLOW.contains(&side) {
            side % 600
        } else {
            side
        })
    };
    (side(width), side(height))
}

fn rate_control(it: SessionBuilder, rate: Rate) -> SessionBuilder {
    it.rate_control(match rate {
        Rate::ConstQp(p, b, i) => RateControl::const_qp_each(p, b, i),
        Rate::Vbr(average, max) => RateControl::vbr(average, max),
        Rate::VbrHq(average, max) => RateControl::vbr_hq(average, max),
        Rate::Cbr(bits) => RateControl::cbr(bits),
        Rate::CbrHq(bits) => RateControl::cbr_hq(bits),
        Rate::CbrLowDelay(bits) => RateControl::cbr_low_delay_hq(bits),
        Rate::Quality(quality, max) => RateControl::target_quality(quality, max),
    })
}

fn check(started: Result<Session<HostFrame>, Error>) {
    match started {
        Ok(_) | Err(Error::InvalidValue { .. } | Error::Unsupported { .. }) => {}
        // What has no capability, the driver refuses by name.
        Err(Error::Driver {
            status, message, ..
        }) if status.code() == 12 && message.as_deref().is_some_and(is_absent) => {}
        Err(error) => panic!("{error}"),
    }
}

fn is_absent(message: &str) -> bool {
    message.contains("this device has not") || message.contains("does not encode")
}
