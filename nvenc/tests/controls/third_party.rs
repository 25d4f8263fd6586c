//! What ffmpeg and ffprobe have to say of the stream of each control: nothing.
//!
//! In processes of their own, one for each dialect and each kind of codec behind the device.

use super::*;
use common::probe;
use nvenc::{Direct, Entropy, Error, Failed};
use std::sync::LazyLock;

#[test]
#[ignore = "takes some minutes; run by .ci/run"]
fn nobody_warns_of_what_11_1_codes() {
    in_a_process("11.1", "any");
}

#[test]
#[ignore = "takes some minutes; run by .ci/run"]
fn nobody_warns_of_what_8_1_codes() {
    in_a_process("8.1", "any");
}

#[test]
#[ignore = "takes some minutes; run by .ci/run"]
fn nobody_warns_of_what_the_built_in_encoders_code() {
    in_a_process("11.1", "builtin");
}

fn in_a_process(dialect: &str, encoder: &str) {
    let output = Command::new(env::current_exe().unwrap())
        .args(["--ignored", "--exact", "third_party::sweep", "--nocapture"])
        .env("THIRD_PARTY", "1")
        .env("NVSOFT_GPU", "t4")
        .env("NVSOFT_API", dialect)
        .env("NVSOFT_ENCODER", encoder)
        .output();
    let output = output.unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    println!("{text}");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(text.contains("1 passed"), "{errors}");
}

#[test]
#[ignore = "run in processes of their own by the tests above"]
fn sweep() {
    if env::var_os("THIRD_PARTY").is_none() {
        return;
    }
    let mut found = Vec::new();
    for codec in Codec::ALL {
        let refused = CONTROLS.iter().filter(|control| {
            let stream = stream(codec, control);
            let words = stream.as_ref().map(|stream| warnings(codec, stream));
            if let Ok(Some(words)) = &words {
                found.push(format!("{codec}, {}: {words}", control.0));
            }
            if let Err(error) = &stream {
                println!("{codec}, {}: {error}", control.0);
                assert!(is_refusal(error), "{error}");
            }
            stream.is_err()
        });
        let refused: Vec<&str> = refused.map(|it| it.0).collect();
        check_refused(codec, &refused);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// By the builder, or by the device as a parameter that it has not (12).
fn is_refusal(error: &Error) -> bool {
    match error {
        Error::Driver { status, .. } => status.code() == 12,
        error => matches!(
            error,
            Error::Unsupported { .. } | Error::InvalidValue { .. }
        ),
    }
}

/// x264 and x265 know all controls but these: a stream that is not there cannot be warned of.
fn check_refused(codec: Codec, refused: &[&str]) {
    if !has_controls() {
        return;
    }
    let known: &[&str] = match codec {
        Codec::H264 => &["ten bits", "ten bits of full chroma", "packed as ten bits"],
        _ => &[
            "CAVLC",
            "no 8x8 transform",
            "direct mode",
            "no deblocking",
            "slices by rows",
            "slices by bytes",
            "Baseline",
        ],
    };
    let dialect: &[&str] = match (is_8_1(), codec) {
        (false, _) => &[],
        (true, Codec::H264) => &["two passes", "preset p1", "preset p7-ll", "lossless p4"],
        (true, _) => &[
            "two passes",
            "preset p1",
            "preset p7-ll",
            "lossless p4",
            "B-frames as references",
        ],
    };
    let unexpected = |it: &&&str| !known.contains(it) && !dialect.contains(it);
    let unexpected: Vec<_> = refused.iter().filter(unexpected).collect();
    assert!(unexpected.is_empty(), "{codec}: {unexpected:?}");
}

/// Frames of a stream: the built-in encoders take their time.
static FRAMES: LazyLock<usize> = LazyLock::new(|| if has_controls() { 14 } else { 8 });

/// A control by its name, what it makes of a session, and what is done with pictures.
type Control = (
    &'static str,
    fn(SessionBuilder) -> SessionBuilder,
    fn(&mut Session<HostFrame>, usize) -> Result<(), Error>,
);

const RATE: u32 = 400_000;
const TWELVE: Option<NonZeroU32> = NonZeroU32::new(12);

const CONTROLS: &[Control] = &[
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

/// The whole stream; an error when the control is refused.
fn stream(codec: Codec, (_, build, submit): &Control) -> Result<Vec<Coded>, Error> {
    let mut session: Session<HostFrame> = build(session(codec, SIZE)).start()?;
    let headers = session.headers()?;
    let mut coded = Vec::new();
    for number in 0..*FRAMES {
        submit(&mut session, number)?;
        while let Some(packet) = session.receive()? {
            coded.push(Coded::from(&packet));
        }
    }
    let mut drain = session.finish()?;
    while let Some(packet) = drain.receive()? {
        coded.push(Coded::from(&packet));
    }
    let set = if codec == Codec::H264 { 7 } else { 33 };
    // What a container would keep.
    if !nal_types(codec, &coded[0].bytes).contains(&set) {
        coded[0].bytes = [headers, std::mem::take(&mut coded[0].bytes)].concat();
    }
    Ok(coded)
}

/// What is said of a stream; `None` when nothing is and each frame came out of it.
fn warnings(codec: Codec, coded: &[Coded]) -> Option<String> {
    let words = probe::warnings(codec, coded);
    let decoded = format!("nb_read_frames={}", *FRAMES);
    match words.lines().eq([decoded.as_str()]) {
        true => None,
        false => Some(words),
    }
}
