//! What stands in the stream, and what decoders are told.

use super::*;

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
    if let Some(words) = probe::syntax(Codec::Hevc, &coded) {
        assert_eq!(value(&words, "general_tier_flag"), Some("1"));
    }
}

/// The byte after the header of H.264's sequence parameter set.
fn profile_number(bytes: &[u8]) -> u8 {
    let mut sets = bytes.windows(5);
    let set = sets.find(|it| it[..3] == [0, 0, 1] && it[3] & 0x1f == 7);
    set.expect("a sequence parameter set")[4]
}

#[test]
fn a_level_over_the_gpus_is_refused() {
    assert_eq!(
        refusal(session(Codec::H264, SIZE).level(Level::new(6, 0))),
        "highest level: asked for 6.0 (60), this GPU has 51"
    );
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

/// With one output there is nothing but the packet of each frame before the next.
#[test]
fn slices_hold_no_picture_back() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let builder = session(codec, SIZE).slices(Slices::Count(2));
        let builder = builder.in_flight(std::num::NonZeroU32::MIN);
        let mut session: Session<HostFrame> = builder.start().unwrap();
        let types = (0..4).map(|number| {
            let frame = noise(&mut session, number);
            session.submit(frame, at(number)).unwrap();
            session.receive().unwrap().unwrap().picture_type()
        });
        let types: Vec<_> = types.collect();
        let (idr, p) = (PictureType::Idr, PictureType::P);
        assert_eq!(types, [idr, p, p, p], "{codec}");
    }
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
        let session = session(codec, SIZE)
            .colour(colour)
            .chroma_location(2)
            .sample_aspect(4, 3);
        says(
            codec,
            &coded(session, 2),
            &[
                "color_range=pc",
                "color_space=bt2020nc",
                "color_transfer=smpte2084",
                "color_primaries=bt2020",
                "sample_aspect_ratio=4:3",
                "chroma_location=topleft",
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

/// Twice said is said once, as it was said last.
#[test]
fn how_bright_a_film_is_may_be_said_alone() {
    let light = |max_content| ContentLight {
        max_content,
        max_average: 400,
    };
    let display = MasteringDisplay::p3_d65(10_000_000, 50);
    let hevc = || session(Codec::Hevc, SIZE);
    let builders = [
        (hevc().content_light(light(1000)), 0),
        (
            hevc().hdr10(display, light(700)).content_light(light(1000)),
            1,
        ),
        (
            hevc().content_light(light(700)).hdr10(display, light(1000)),
            1,
        ),
    ];
    for (builder, displays) in builders {
        let pictures = coded(builder, 1);
        let Some(text) = probe::probe(Codec::Hevc, &pictures, &["-show_frames"]) else {
            return;
        };
        let count = |wanted: &str| text.lines().filter(|line| line.starts_with(wanted)).count();
        assert_eq!(count("max_content=1000"), 1, "{text}");
        assert_eq!(count("max_content="), 1, "{text}");
        assert_eq!(count("red_x="), displays, "{text}");
    }
}

#[test]
fn the_drivers_own_configuration_has_the_last_word() {
    let builder = session(Codec::Hevc, SIZE).gop(None);
    // SAFETY: it shortens the GOP of a session without B-frames, which no buffer depends on.
    let builder = unsafe {
        builder.raw(|config| {
            config.gopLength = 2;
        })
    };
    let types: Vec<PictureType> = coded(builder, 4).iter().map(|it| it.picture_type).collect();
    assert_eq!(
        types,
        [
            PictureType::Idr,
            PictureType::P,
            PictureType::Idr,
            PictureType::P
        ]
    );
}

#[test]
fn the_edges_may_be_left_out_or_not() {
    for codec in Codec::ALL {
        let words = |builder| probe::syntax(codec, &coded(builder, 1));
        let Some(without) = words(session(codec, SIZE)) else {
            return;
        };
        assert_eq!(value(&without, "overscan_info_present_flag"), Some("0"));
        for (appropriate, number) in [(false, "0"), (true, "1")] {
            let with = words(session(codec, SIZE).overscan(appropriate)).unwrap();
            assert_eq!(value(&with, "overscan_info_present_flag"), Some("1"));
            let told = value(&with, "overscan_appropriate_flag");
            assert_eq!(told, Some(number), "{codec}");
        }
    }
}

#[test]
fn the_frame_rate_is_told_to_players() {
    for codec in Codec::ALL {
        let builder = session(codec, SIZE).frame_rate((30_000, 1001));
        says(codec, &coded(builder, 2), &["r_frame_rate=30000/1001"]);
    }
}

#[test]
fn references_are_as_many_as_told() {
    if !has_controls() {
        return;
    }
    for (codec, name, most) in [
        (Codec::H264, "max_num_ref_frames", [1, 3]),
        (Codec::Hevc, "sps_max_dec_pic_buffering_minus1[0]", [3, 5]),
    ] {
        for pictures in most {
            let builder = session(codec, SIZE).preset(Preset::HighQuality);
            let coded = coded(builder.references(pictures), 2);
            let Some(words) = probe::syntax(codec, &coded) else {
                return;
            };
            let told = value(&words, name).map(str::to_owned);
            assert_eq!(told, Some(pictures.to_string()), "{codec}");
        }
    }
}

/// The last word of the first line that has a name.
fn value<'a>(words: &'a str, name: &str) -> Option<&'a str> {
    let mut lines = words.lines().filter(|line| line.contains(name));
    lines.next()?.rsplit(' ').next()
}
