//! Each control has its effect in the stream, or the device says that it has it not.

mod common;

use common::{Coded, encode, has_controls, nal_types, probe, session};
use nvenc::{
    BReferences, Codec, Colour, ContentLight, Headers, HostFrame, Level, MasteringDisplay, Picture,
    PictureType, PixelFormat, Preset, Profile, Qp, RateControl, Sei, Session, SessionBuilder, Size,
    Slices,
};
use std::num::NonZeroU32;

const SIZE: Size = Size::new(320, 192);

fn at(number: usize) -> Picture {
    Picture::at(number as i64)
}

fn coded(builder: SessionBuilder, count: usize) -> Vec<Coded> {
    encode(builder.start().unwrap(), count, at)
}

fn bytes(coded: &[Coded]) -> usize {
    coded.iter().map(|it| it.bytes.len()).sum()
}

fn refusal(builder: SessionBuilder) -> String {
    builder.start::<HostFrame>().unwrap_err().to_string()
}

/// Noise that no encoder makes small.
fn noise(session: &mut Session<HostFrame>, number: usize) -> HostFrame {
    let Size { width, height } = session.size();
    let mut state = number as u32 | 1;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8 / 4 + 96
    };
    let luma: Vec<u8> = (0..width * height).map(|_| next()).collect();
    let mut frame = session.host_frame().unwrap();
    frame.upload(&[&luma, &vec![128; luma.len() / 2]]).unwrap();
    frame
}

/// Bytes of each packet of noise.
fn sizes(builder: SessionBuilder, frames: usize) -> Vec<usize> {
    let mut session: Session<HostFrame> = builder.start().unwrap();
    let mut sizes = Vec::new();
    for number in 0..frames {
        let frame = noise(&mut session, number);
        session.submit(frame, at(number)).unwrap();
        while let Some(packet) = session.receive().unwrap() {
            sizes.push(packet.len());
        }
    }
    let mut drain = session.finish().unwrap();
    while let Some(packet) = drain.receive().unwrap() {
        sizes.push(packet.len());
    }
    sizes
}

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

#[test]
fn the_profile_is_in_the_stream() {
    for (profile, name, number) in [
        (Profile::Baseline, "Constrained Baseline", 66),
        (Profile::Main, "Main", 77),
        (Profile::High, "High", 100),
    ] {
        let coded = coded(session(Codec::H264, SIZE).profile(profile), 2);
        says(Codec::H264, &coded, &[&format!("profile={name}")]);
        assert_eq!(profile_number(&coded[0].bytes), number, "{name}");
    }
}

#[test]
fn level_and_tier_are_in_the_stream() {
    if !has_controls() {
        return;
    }
    let h264 = session(Codec::H264, SIZE).level(Level::new(4, 1));
    says(Codec::H264, &coded(h264, 2), &["level=41"]);
    let session = session(Codec::Hevc, SIZE)
        .rate_control(RateControl::cbr(1_000_000))
        .level(Level::new(5, 1))
        .high_tier();
    let coded = coded(session, 2);
    says(Codec::Hevc, &coded, &["profile=Main", "level=153"]);
}

/// The byte after the header of H.264's sequence parameter set.
fn profile_number(bytes: &[u8]) -> u8 {
    let mut sets = bytes.windows(5);
    let set = sets.find(|it| it[..3] == [0, 0, 1] && it[3] & 0x1f == 7);
    set.expect("a sequence parameter set")[4]
}

/// Holds ffprobe's words against what is expected.
fn says(codec: Codec, coded: &[Coded], expected: &[&str]) {
    if let Some(text) = probe::probe(codec, coded, &["-show_streams"]) {
        for line in expected {
            assert!(text.lines().any(|it| it == *line), "no {line} in {text}");
        }
    }
}

#[test]
fn a_level_over_the_gpus_is_refused() {
    assert_eq!(
        refusal(session(Codec::H264, SIZE).level(Level::new(6, 0))),
        "highest level: asked for 6.0 (60), this GPU has 51"
    );
}

#[test]
fn ten_bits_and_full_chroma_are_coded_as_such() {
    if !has_controls() {
        return;
    }
    for (codec, format, profile, pixels) in [
        (Codec::Hevc, PixelFormat::P010, "Main 10", "yuv420p10le"),
        (Codec::Hevc, PixelFormat::Yuv444, "Rext", "yuv444p"),
        (Codec::Hevc, PixelFormat::Yuv444P16, "Rext", "yuv444p10le"),
        (
            Codec::H264,
            PixelFormat::Yuv444,
            "High 4:4:4 Predictive",
            "yuv444p",
        ),
    ] {
        let mut session: Session<HostFrame> = session(codec, SIZE).format(format).start().unwrap();
        let frame = session.host_frame().unwrap();
        let planes: Vec<Vec<u8>> = frame
            .planes()
            .iter()
            .map(|plane| vec![100; plane.row_bytes * plane.rows])
            .collect();
        let mut frame = frame;
        let planes: Vec<&[u8]> = planes.iter().map(Vec::as_slice).collect();
        frame.upload(&planes).unwrap();
        session.submit(frame, at(0)).unwrap();
        let mut drain = session.finish().unwrap();
        let coded = vec![Coded::from(&drain.receive().unwrap().unwrap())];
        let (profile, pixels) = (format!("profile={profile}"), format!("pix_fmt={pixels}"));
        says(codec, &coded, &[&profile, &pixels]);
    }
}

#[test]
fn lossless_keeps_every_sample() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let session = session(codec, SIZE).preset(Preset::Lossless);
        if !session.caps().unwrap().lossless {
            assert_eq!(
                refusal(session),
                "lossless coding: asked for lossless, this GPU has none"
            );
            continue;
        }
        let coded = coded(session, 4);
        let Some(found) = probe::decoded(codec, &coded, "nv12") else {
            return;
        };
        let source: Vec<u8> = (0..4)
            .flat_map(|number| {
                let (y, uv) = common::nv12(SIZE, number);
                [y, uv].concat()
            })
            .collect();
        assert!(source == found, "{codec}");
    }
}

#[test]
fn pictures_are_cut_as_told() {
    if !has_controls() {
        return;
    }
    let slices = |codec, cut| {
        let size = Size::new(320, 256);
        let coded = coded(session(codec, size).slices(cut), 3);
        let types = coded.iter().map(|it| nal_types(codec, &it.bytes));
        let is_slice = |kind: &u8| match codec {
            Codec::H264 => matches!(kind, 1..=5),
            _ => *kind < 32,
        };
        types
            .map(|types| types.iter().filter(|it| is_slice(it)).count())
            .collect::<Vec<_>>()
    };
    for codec in Codec::ALL {
        assert_eq!(slices(codec, Slices::Count(1)), [1; 3], "{codec}");
        assert_eq!(slices(codec, Slices::Count(3)), [3; 3], "{codec}");
    }
    assert_eq!(slices(Codec::H264, Slices::Rows(4)), [4; 3]);
    assert_eq!(slices(Codec::H264, Slices::Blocks(160)), [2; 3]);
    assert!(slices(Codec::H264, Slices::Bytes(400))[0] > 3);
}

#[test]
fn headers_stand_where_they_are_wanted() {
    for codec in Codec::ALL {
        let holders = |headers| {
            let session = session(codec, SIZE)
                .gop(NonZeroU32::new(3))
                .headers(headers);
            let set = if codec == Codec::H264 { 7 } else { 33 };
            let coded = coded(session, 6);
            let mut holders: Vec<i64> = coded
                .iter()
                .filter(|it| nal_types(codec, &it.bytes).contains(&set))
                .map(|it| it.timestamp)
                .collect();
            holders.sort_unstable();
            holders
        };
        assert_eq!(holders(Headers::EveryIdr), [0, 3], "{codec}");
        assert_eq!(holders(Headers::Once), [0], "{codec}");
        assert_eq!(holders(Headers::Apart), [0; 0], "{codec}");
    }
}

#[test]
fn delimiters_begin_each_picture() {
    for codec in Codec::ALL {
        let coded = coded(session(codec, SIZE).access_unit_delimiters(), 3);
        let delimiter = if codec == Codec::H264 { 9 } else { 35 };
        let first = |it: &Coded| nal_types(codec, &it.bytes)[0];
        assert!(coded.iter().all(|it| first(it) == delimiter), "{codec}");
    }
}

#[test]
fn colour_and_shape_are_told_to_players() {
    for codec in Codec::ALL {
        let colour = Colour {
            full_range: true,
            ..Colour::BT2020_PQ
        };
        let session = session(codec, SIZE).colour(colour).sample_aspect(4, 3);
        says(
            codec,
            &coded(session, 2),
            &[
                "color_range=pc",
                "color_space=bt2020nc",
                "color_transfer=smpte2084",
                "color_primaries=bt2020",
                "sample_aspect_ratio=4:3",
            ],
        );
    }
}

#[test]
fn hdr10_metadata_and_the_clients_messages_are_in_the_stream() {
    const TEXT: &[u8] = b"0123456789abcdefwhat a client says";
    for codec in Codec::ALL {
        let light = ContentLight {
            max_content: 1000,
            max_average: 400,
        };
        let builder = session(codec, SIZE).hdr10(MasteringDisplay::p3_d65(10_000_000, 50), light);
        let mut session: Session<HostFrame> = builder.start().unwrap();
        let frame = session.host_frame().unwrap();
        session
            .submit_with(frame, at(0), &[Sei::new(5, TEXT)])
            .unwrap();
        let mut drain = session.finish().unwrap();
        let coded = vec![Coded::from(&drain.receive().unwrap().unwrap())];
        assert!(coded[0].bytes.windows(TEXT.len()).any(|it| it == TEXT));
        // ffprobe looks for it in HEVC only.
        let hevc = (codec == Codec::Hevc).then_some(());
        if let Some(text) = hevc.and_then(|()| probe::probe(codec, &coded, &["-show_frames"])) {
            for line in [
                "red_x=34000/50000",
                "max_luminance=10000000/10000",
                "max_content=1000",
            ] {
                assert!(text.lines().any(|it| it == line), "no {line} in {text}");
            }
        }
    }
}

#[test]
fn adaptive_quantisation_changes_the_stream() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let stream = |strength: Option<u8>| {
            let session = session(codec, SIZE).rate_control(RateControl::cbr(300_000));
            let session = match strength {
                Some(strength) => session.spatial_aq(strength),
                None => session,
            };
            coded(session, 4)
                .into_iter()
                .flat_map(|it| it.bytes)
                .collect::<Vec<_>>()
        };
        let (without, weak, strong) = (stream(None), stream(Some(2)), stream(Some(15)));
        assert!(without != weak && weak != strong, "{codec}");
    }
}

#[test]
fn lookahead_holds_frames_and_gives_them_all() {
    for codec in Codec::ALL {
        let builder = session(codec, SIZE)
            .rate_control(RateControl::vbr(300_000, 600_000))
            .lookahead(8);
        if !builder.caps().unwrap().lookahead {
            assert_eq!(
                refusal(builder),
                "lookahead: asked for it, this GPU has none"
            );
            continue;
        }
        let mut session: Session<HostFrame> = builder.start().unwrap();
        for number in 0..8 {
            let frame = noise(&mut session, number);
            session.submit(frame, at(number)).unwrap();
            assert!(
                session.try_receive().unwrap().is_none(),
                "{codec}: {number}"
            );
        }
        let mut drain = session.finish().unwrap();
        let mut count = 0;
        while drain.receive().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, 8, "{codec}");
    }
}

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
fn one_picture_can_be_intra_or_carry_headers() {
    for codec in Codec::ALL {
        let picture = |number| match number {
            2 => at(number).force_intra(),
            4 => at(number).with_headers(),
            _ => at(number),
        };
        let coded = encode(session(codec, SIZE).start().unwrap(), 6, picture);
        if has_controls() {
            assert_eq!(coded[2].picture_type, PictureType::I, "{codec}");
        }
        let set = if codec == Codec::H264 { 7 } else { 33 };
        assert!(nal_types(codec, &coded[4].bytes).contains(&set), "{codec}");
        assert!(!nal_types(codec, &coded[3].bytes).contains(&set), "{codec}");
    }
}

#[test]
fn packets_carry_times_and_tags() {
    let builder = session(Codec::H264, SIZE);
    let b_frames = builder.caps().unwrap().max_b_frames.min(2);
    let picture = |number: usize| {
        Picture::at(10 * number as i64)
            .duration(10)
            .tag(number as u64)
    };
    let coded = encode(builder.b_frames(b_frames).start().unwrap(), 9, picture);
    let mut before = i64::MIN;
    for packet in &coded {
        assert_eq!(
            (packet.duration, packet.tag as i64),
            (10, packet.timestamp / 10)
        );
        assert!(packet.decode_timestamp <= packet.timestamp);
        assert!(packet.decode_timestamp > before);
        before = packet.decode_timestamp;
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
