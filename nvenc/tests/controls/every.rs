//! Every control, for the sweeps that look at what all of them make.

use super::*;
use nvenc::{Direct, Entropy, Error, Failed};

/// A control by its name, what it makes of a session, and what is done with pictures.
pub(super) type Control = (
    &'static str,
    fn(SessionBuilder) -> SessionBuilder,
    fn(&mut Session<HostFrame>, usize) -> Result<(), Error>,
);

const RATE: u32 = 400_000;
const TWELVE: Option<NonZeroU32> = NonZeroU32::new(12);

pub(super) const CONTROLS: &[Control] = &[
    ("defaults", |it| it, plain),
    // How bits are spent.
    (
        "constant quantisers",
        |it| {
            let rate = RateControl::const_qp_each(28, 31, 24);
            it.rate_control(rate)
        },
        plain,
    ),
    (
        "the best quantiser",
        |it| it.rate_control(RateControl::const_qp(0)),
        plain,
    ),
    (
        "the worst quantiser",
        |it| it.rate_control(RateControl::const_qp(51)),
        plain,
    ),
    (
        "variable rate",
        |it| it.rate_control(RateControl::vbr(RATE, 2 * RATE)),
        plain,
    ),
    (
        "constant rate",
        |it| it.rate_control(RateControl::cbr(RATE)),
        plain,
    ),
    (
        "variable rate, twice",
        |it| it.rate_control(RateControl::vbr_hq(RATE, 2 * RATE)),
        plain,
    ),
    (
        "constant rate, twice",
        |it| it.rate_control(RateControl::cbr_hq(RATE)),
        plain,
    ),
    (
        "low delay",
        |it| it.rate_control(RateControl::cbr_low_delay_hq(RATE)),
        plain,
    ),
    (
        "target quality",
        |it| it.rate_control(RateControl::target_quality(30, None)),
        plain,
    ),
    (
        "target quality, bounded",
        |it| it.rate_control(RateControl::target_quality(30, Some(RATE))),
        plain,
    ),
    (
        "two passes",
        |it| cbr(it).multi_pass(MultiPass::FullResolution),
        plain,
    ),
    (
        "buffer",
        |it| cbr(it).vbv(RATE / 2).vbv_initial(RATE / 4),
        plain,
    ),
    (
        "limits",
        |it| cbr(it).min_qp(Qp::all(20)).max_qp(Qp::all(40)),
        plain,
    ),
    (
        "first quantiser",
        |it| cbr(it).initial_qp(Qp::all(30)),
        plain,
    ),
    // Groups of pictures.
    ("groups of 4", |it| it.gop(NonZeroU32::new(4)), plain),
    ("intra only", |it| it.gop(NonZeroU32::new(1)), plain),
    ("one group", |it| it.gop(None), plain),
    ("B-frames", |it| it.b_frames(2), plain),
    ("B-frames in groups", |it| it.b_frames(3).gop(TWELVE), plain),
    (
        "B-frames as references",
        |it| it.b_frames(3).b_references(BReferences::Middle),
        plain,
    ),
    ("lookahead", |it| cbr(it).lookahead(6), plain),
    (
        "lookahead that decides nothing",
        |it| {
            cbr(it)
                .b_frames(2)
                .lookahead(6)
                .adaptive_intra(false)
                .adaptive_b_frames(false)
        },
        plain,
    ),
    ("one reference", |it| it.references(1), plain),
    ("three references", |it| it.references(3), plain),
    ("weighted prediction", |it| it.weighted_prediction(), plain),
    (
        "intra refresh",
        |it| it.gop(None).intra_refresh(period(10), period(9)),
        plain,
    ),
    ("no reordering", |it| it.zero_reorder_delay(), plain),
    // Quality.
    ("spatial AQ", |it| cbr(it).spatial_aq(8), plain),
    (
        "map of quantisers",
        |it| cbr(it).qp_map(QpMap::Delta),
        mapped,
    ),
    ("lossless", |it| it.preset(Preset::Lossless), plain),
    (
        "lossless p4",
        |it| it.preset(Preset::P4(Tuning::Lossless)),
        plain,
    ),
    ("preset hp", |it| it.preset(Preset::HighPerformance), plain),
    ("preset hq", |it| it.preset(Preset::HighQuality), plain),
    ("preset bd", |it| it.preset(Preset::BluRay), plain),
    ("preset ll", |it| it.preset(Preset::LowLatency), plain),
    (
        "preset p1",
        |it| it.preset(Preset::P1(Tuning::HighQuality)),
        plain,
    ),
    (
        "preset p7-ll",
        |it| it.preset(Preset::P7(Tuning::LowLatency)),
        plain,
    ),
    // What stands in the stream.
    ("slices", |it| it.slices(Slices::Count(3)), plain),
    ("slices by rows", |it| it.slices(Slices::Rows(4)), plain),
    ("slices by bytes", |it| it.slices(Slices::Bytes(500)), plain),
    (
        "headers once",
        |it| it.headers(Headers::Once).gop(TWELVE),
        plain,
    ),
    (
        "headers apart",
        |it| it.headers(Headers::Apart).gop(TWELVE),
        plain,
    ),
    (
        "delimiters",
        |it| it.access_unit_delimiters().b_frames(2),
        plain,
    ),
    ("timing", |it| cbr(it).timing_messages(), plain),
    (
        "timing with B-frames",
        |it| cbr(it).b_frames(2).gop(TWELVE).timing_messages(),
        plain,
    ),
    ("Baseline", |it| it.profile(Profile::Baseline), plain),
    ("Main", |it| it.profile(Profile::Main), plain),
    ("level", |it| cbr(it).level(Level::new(4, 1)), plain),
    ("frame rate", |it| it.frame_rate((30_000, 1001)), plain),
    // Tools.
    ("CAVLC", |it| it.entropy(Entropy::Cavlc), plain),
    ("no 8x8 transform", |it| it.transform_8x8(false), plain),
    (
        "direct mode",
        |it| it.b_frames(2).direct(Direct::Temporal),
        plain,
    ),
    ("no deblocking", |it| it.no_deblocking(), plain),
    ("constrained intra", |it| it.constrained_intra(), plain),
    // How it is shown.
    (
        "colour",
        |it| {
            it.colour(Colour::BT2020_PQ)
                .chroma_location(2)
                .sample_aspect(4, 3)
        },
        plain,
    ),
    ("overscan", |it| it.overscan(true), plain),
    (
        "full range",
        |it| {
            it.colour(Colour {
                full_range: true,
                ..Colour::BT709
            })
        },
        plain,
    ),
    (
        "HDR10",
        |it| {
            let light = ContentLight {
                max_content: 1000,
                max_average: 400,
            };
            let display = MasteringDisplay::p3_d65(10_000_000, 50);
            it.colour(Colour::BT2020_PQ).hdr10(display, light)
        },
        plain,
    ),
    // Formats.
    ("ten bits", |it| it.format(PixelFormat::P010), plain),
    ("full chroma", |it| it.format(PixelFormat::Yuv444), plain),
    (
        "ten bits of full chroma",
        |it| it.format(PixelFormat::Yuv444P16),
        plain,
    ),
    ("packed", |it| it.format(PixelFormat::Argb), plain),
    (
        "packed as ten bits",
        |it| it.format(PixelFormat::Abgr10),
        plain,
    ),
    (
        "packed, full chroma",
        |it| it.format(PixelFormat::Ayuv).full_chroma(),
        plain,
    ),
    // Single pictures.
    (
        "forced IDR pictures",
        |it| it.b_frames(2),
        |it, number| submit(it, number, forced(number), Extras::default()),
    ),
    (
        "intra pictures",
        |it| it,
        |it, number| match number {
            5 => submit(it, number, at(number).force_intra(), Extras::default()),
            _ => plain(it, number),
        },
    ),
    (
        "headers at a picture",
        |it| it,
        |it, number| match number {
            5 => submit(it, number, at(number).with_headers(), Extras::default()),
            _ => plain(it, number),
        },
    ),
    (
        "messages",
        |it| it,
        |it, number| {
            let user = [number as u8; 40];
            let messages = [Sei::new(5, &user)];
            submit(
                it,
                number,
                at(number),
                Extras::default().messages(&messages),
            )
        },
    ),
    // Changes on the way.
    (
        "another rate",
        |it| cbr(it),
        |it, number| {
            if number == 5 {
                it.reconfigure()
                    .rate_control(RateControl::cbr(2 * RATE))
                    .apply()?;
            }
            plain(it, number)
        },
    ),
    (
        "another size",
        |it| it.max_size((640, 384)),
        |it, number| {
            if number == 5 {
                it.reconfigure().size((640, 384)).apply()?;
            }
            plain(it, number)
        },
    ),
    (
        "a new beginning",
        |it| it.b_frames(2),
        |it, number| {
            if number == 5 {
                it.reconfigure().reset().apply()?;
            }
            plain(it, number)
        },
    ),
];

fn cbr(it: SessionBuilder) -> SessionBuilder {
    it.rate_control(RateControl::cbr(RATE))
}

fn period(frames: u32) -> NonZeroU32 {
    NonZeroU32::new(frames).unwrap()
}

fn forced(number: usize) -> Picture {
    match number {
        4 | 9 => at(number).force_idr(),
        _ => at(number),
    }
}

fn plain(session: &mut Session<HostFrame>, number: usize) -> Result<(), Error> {
    submit(session, number, at(number), Extras::default())
}

fn mapped(session: &mut Session<HostFrame>, number: usize) -> Result<(), Error> {
    // Blocks of 16x16 for H.264, of 32x32 for HEVC: the session tells by refusing the others.
    let refused = |blocks: usize| vec![if number.is_multiple_of(2) { -6 } else { 6 }; blocks];
    let map = refused(20 * 12);
    let extras = Extras::default().qp_map(&map);
    match submit(session, number, at(number), extras) {
        Err(Error::InvalidValue { .. }) => {
            let map = refused(10 * 6);
            submit(session, number, at(number), Extras::default().qp_map(&map))
        }
        done => done,
    }
}

fn submit(
    session: &mut Session<HostFrame>,
    number: usize,
    picture: Picture,
    extras: Extras<'_>,
) -> Result<(), Error> {
    let frame = common::paint(session, number)?;
    let done = session.submit_with(frame, picture, extras);
    done.map_err(|Failed { error, .. }| error)
}
