//! Several sessions that encode one sequence.

mod common;

use common::{Coded, has_controls, luma_psnr, nal_types, nv12, probe};
use nvenc::{
    Api, Codec, Encoder, Error, Headers, HostFrame, Picture, PictureType, RateControl,
    SessionBuilder, Size, open_device,
    parallel::{SegmentBuilder, SegmentDrain, SegmentEncoder, SegmentPacket},
};

const SIZE: Size = Size::new(320, 192);

fn builder() -> SegmentBuilder {
    softdevice::activate().unwrap();
    SegmentEncoder::builder(&Api::load().unwrap(), &open_device(0).unwrap())
}

fn coded(packet: &SegmentPacket<'_>) -> Coded {
    Coded {
        bytes: packet.to_vec(),
        timestamp: packet.timestamp(),
        picture_type: packet.picture_type(),
        qp: packet.average_qp(),
        decode_timestamp: packet.decode_timestamp(),
        duration: packet.duration(),
        tag: packet.tag(),
    }
}

fn submit(encoder: &mut SegmentEncoder, number: usize) {
    let (y, uv) = nv12(SIZE, number);
    let mut frame = encoder.frame().unwrap();
    frame.upload(&[&y, &uv]).unwrap();
    let picture = Picture::at(number as i64).tag(7 * number as u64);
    encoder.submit(frame, picture.duration(1)).unwrap();
}

/// Encodes `count` moving frames.
fn encode(mut encoder: SegmentEncoder, count: usize) -> (Vec<Coded>, SegmentDrain) {
    let mut all = Vec::new();
    for number in 0..count {
        submit(&mut encoder, number);
        while let Some(packet) = encoder.receive().unwrap() {
            all.push(coded(&packet));
        }
    }
    let mut drain = encoder.finish();
    while let Some(packet) = drain.receive().unwrap() {
        all.push(coded(&packet));
    }
    (all, drain)
}

fn session(codec: Codec) -> impl Fn(Encoder) -> SessionBuilder + Send + Sync + 'static {
    move |encoder| {
        let session = encoder.session(codec, SIZE);
        session.rate_control(RateControl::const_qp(24)).gop(None)
    }
}

/// Every frame of `count` is there, in order, decodes, and segments begin where they should.
#[track_caller]
fn check(codec: Codec, coded: &[Coded], count: i64, segment: i64) {
    let numbers: Vec<i64> = coded.iter().map(|it| it.timestamp).collect();
    assert_eq!(numbers, (0..count).collect::<Vec<_>>());
    let keyframes = coded.iter().filter(is_idr).map(|it| it.timestamp);
    let begun = (0..count).filter(|number| number % segment == 0);
    assert_eq!(keyframes.collect::<Vec<_>>(), begun.collect::<Vec<_>>());
    let psnr = luma_psnr(codec, SIZE, coded);
    assert!(psnr.iter().all(|psnr| *psnr > 30.0), "{psnr:?}");
    check_count(codec, coded, count);
}

fn check_count(codec: Codec, coded: &[Coded], count: i64) {
    let sections = ["-count_frames", "-show_entries", "stream=nb_read_frames"];
    if let Some(said) = probe::probe(codec, coded, &sections) {
        assert_eq!(said.trim(), format!("nb_read_frames={count}"));
    }
}

#[test]
fn however_many_sessions_they_make_one_stream() {
    for codec in [Codec::Hevc, Codec::H264] {
        for sessions in [1, 2, 3, 8] {
            let encoder = builder().sessions(sessions).segment(5);
            let encoder = encoder.start(session(codec)).unwrap();
            assert_eq!((encoder.sessions(), encoder.segment()), (sessions, 5));
            check(codec, &encode(encoder, 23).0, 23, 5);
        }
    }
}

fn is_idr(coded: &&Coded) -> bool {
    coded.picture_type == PictureType::Idr
}

#[test]
fn what_was_said_of_a_frame_comes_with_its_packet() {
    let encoder = builder().sessions(3).segment(4);
    let (coded, _) = encode(encoder.start(session(Codec::Hevc)).unwrap(), 18);
    for (number, coded) in coded.iter().enumerate() {
        assert_eq!(coded.timestamp, number as i64);
        assert_eq!(coded.decode_timestamp, number as i64);
        assert_eq!((coded.tag, coded.duration), (7 * number as u64, 1));
    }
}

#[test]
fn b_frames_stay_within_their_segment() {
    if !has_controls() {
        return;
    }
    let encoder = builder().sessions(2).segment(7);
    let encoder = encoder.start(|encoder| encoder.session(Codec::H264, SIZE).b_frames(2));
    let (coded, _) = encode(encoder.unwrap(), 30);
    assert_eq!(coded.len(), 30);
    assert!(coded.iter().any(|it| it.picture_type == PictureType::B));
    let mut before = i64::MIN;
    for (place, it) in coded.iter().enumerate() {
        assert_eq!(place / 7, it.timestamp as usize / 7, "{it:?}");
        assert!(it.decode_timestamp > before && it.decode_timestamp <= it.timestamp);
        before = it.decode_timestamp;
    }
    check_count(Codec::H264, &coded, 30);
}

#[test]
fn frames_of_others_are_copied() {
    let (y, uv) = nv12(SIZE, 3);
    let mut encoder = builder()
        .sessions(2)
        .segment(4)
        .start(session(Codec::Hevc))
        .unwrap();
    let other = Api::load().unwrap().open(&open_device(0).unwrap()).unwrap();
    let mut other = other.session(Codec::Hevc, SIZE).start().unwrap();
    let mut all = Vec::new();
    for _ in 0..9 {
        let mut source: HostFrame = other.host_frame().unwrap();
        source.upload(&[&y, &uv]).unwrap();
        let mut frame = encoder.frame().unwrap();
        frame.copy(&source).unwrap();
        // The source is free to hold something else at once.
        source.upload(&[&uv.repeat(2), &uv]).unwrap();
        encoder.submit(frame, Picture::at(3)).unwrap();
        while let Some(packet) = encoder.receive().unwrap() {
            all.push(coded(&packet));
        }
    }
    let mut drain = encoder.finish();
    while let Some(packet) = drain.receive().unwrap() {
        all.push(coded(&packet));
    }
    assert_eq!(all.len(), 9);
    let psnr = luma_psnr(Codec::Hevc, SIZE, &all);
    assert!(psnr.iter().all(|psnr| *psnr > 30.0), "{psnr:?}");

    let small = Api::load().unwrap().open(&open_device(0).unwrap()).unwrap();
    let mut small = small.session(Codec::Hevc, (256, 192)).start().unwrap();
    let source: HostFrame = small.host_frame().unwrap();
    let mut encoder = builder().sessions(1).start(session(Codec::Hevc)).unwrap();
    let refused = encoder.frame().unwrap().copy(&source).unwrap_err();
    assert!(matches!(refused, Error::FrameMismatch { .. }), "{refused}");
}

/// Threads fill frames that are there at the same time, and one is filled again.
#[test]
fn frames_are_read_in_by_several_threads() {
    let mut encoder = builder()
        .sessions(2)
        .segment(4)
        .start(session(Codec::Hevc))
        .unwrap();
    let mut frames: Vec<_> = (0..8).map(|_| encoder.frame().unwrap()).collect();
    std::thread::scope(|scope| {
        for (number, frame) in frames.iter_mut().enumerate() {
            let (y, uv) = nv12(SIZE, number);
            scope.spawn(move || frame.upload_from(&mut &[y, uv].concat()[..]).unwrap());
        }
    });
    let ended = frames[3].upload_from(&mut &[9; 320 * 192][..]).unwrap_err();
    assert_eq!(ended.kind(), std::io::ErrorKind::UnexpectedEof);
    let (y, uv) = nv12(SIZE, 3);
    frames[3].upload(&[&y, &uv]).unwrap();
    for (number, frame) in frames.into_iter().enumerate() {
        encoder.submit(frame, Picture::at(number as i64)).unwrap();
    }
    let (mut drain, mut all) = (encoder.finish(), Vec::new());
    while let Some(packet) = drain.receive().unwrap() {
        all.push(coded(&packet));
    }
    check(Codec::Hevc, &all, 8, 4);
}

#[test]
fn parameter_sets_are_offered_wherever_they_stand() {
    let start = |headers| {
        let configure = session(Codec::Hevc);
        let encoder = builder().sessions(2).segment(4);
        let encoder = encoder.start(move |encoder| configure(encoder).headers(headers));
        encoder.unwrap()
    };
    let apart = start(Headers::Apart);
    let sets = apart.headers().to_vec();
    assert_eq!(nal_types(Codec::Hevc, &sets), [32, 33, 34]);
    let (mut coded, _) = encode(apart, 9);
    let in_stream = |it: &Coded| nal_types(Codec::Hevc, &it.bytes).contains(&33);
    assert!(!coded.iter().any(in_stream));
    coded[0].bytes.splice(0..0, sets.clone());
    assert_eq!(luma_psnr(Codec::Hevc, SIZE, &coded).len(), 9);

    let repeated = start(Headers::EveryIdr);
    assert_eq!(repeated.headers(), sets);
    let (coded, _) = encode(repeated, 9);
    assert_eq!(coded.iter().filter(|it| in_stream(it)).count(), 3);
}

#[test]
fn no_more_frames_than_there_is_room_for() {
    let mut encoder = builder()
        .sessions(2)
        .segment(3)
        .start(session(Codec::Hevc))
        .unwrap();
    let frame = 320usize.next_multiple_of(256) * 192 * 3 / 2;
    assert_eq!(encoder.device_bytes(), (2 + 1) * 3 * frame);
    let mut held = Vec::new();
    let full = loop {
        match encoder.frame() {
            Ok(frame) => held.push(frame),
            Err(error) => break error,
        }
    };
    assert_eq!(held.len(), 9);
    assert!(matches!(full, Error::Full { .. }), "{full}");
    assert!(encoder.receive().unwrap().is_none(), "it waits for nothing");
    held.clear();
    let refused = encoder.frame().unwrap().upload(&[&[0; 7]]).unwrap_err();
    assert!(
        matches!(refused, Error::PlaneLength { given: 7, .. }),
        "{refused}"
    );
    for number in 0..40 {
        submit(&mut encoder, number);
        while encoder.receive().unwrap().is_some() {}
    }
}

#[test]
fn frames_stay_within_the_budget() {
    let budget = 40 * 512 * 192 * 3 / 2;
    let encoder = builder().sessions(2).start(move |encoder| {
        let session = encoder.session(Codec::Hevc, SIZE);
        session.memory_budget(budget)
    });
    let encoder = encoder.unwrap();
    assert_eq!(encoder.segment(), 2 * 40 / 3);
    assert!(encoder.device_bytes() as u64 <= 2 * budget);
}

#[test]
fn what_nobody_takes_does_not_pile_up() {
    let encoder = builder().sessions(2).segment(3);
    let mut encoder = encoder.start(session(Codec::Hevc)).unwrap();
    let mut submitted = 0;
    // The segments that may be open, in work or as packets that wait.
    while submitted < (2 * 2 + 1) * 3 {
        match encoder.frame() {
            Ok(frame) => encoder.submit(frame, Picture::at(submitted)).unwrap(),
            Err(Error::Full { .. }) => {
                std::thread::yield_now();
                continue;
            }
            Err(error) => panic!("{error}"),
        }
        submitted += 1;
    }
    let full = encoder.frame().unwrap_err();
    assert!(matches!(full, Error::Full { in_flight: 15 }), "{full}");
    let mut received = 0;
    while encoder.receive().unwrap().is_some() {
        received += 1;
    }
    assert!(received >= 3, "a segment at least makes room");
    assert!(encoder.frame().is_ok());
}

#[test]
fn the_engines_of_the_gpu_are_the_default() {
    let encoder = builder().start(session(Codec::Hevc)).unwrap();
    assert_eq!(encoder.sessions(), 3, "a V100's");
    assert_eq!(encoder.segment(), 60, "two seconds");
    assert_eq!((encoder.size(), encoder.format().bit_depth()), (SIZE, 8));
    let gop = |frames| {
        let gop = std::num::NonZeroU32::new(frames);
        let encoder = builder().start(move |encoder| encoder.session(Codec::Hevc, SIZE).gop(gop));
        encoder.unwrap().segment()
    };
    assert_eq!([12, 40, 250].map(gop), [60, 40, 250]);
}

#[test]
fn what_cannot_be_is_refused_at_the_start() {
    let error = |builder: SegmentBuilder| builder.start(session(Codec::Hevc)).unwrap_err();
    let said = error(builder().sessions(0)).to_string();
    assert_eq!(said, "sessions is 0: there must be at least one");
    let said = error(builder().segment(1)).to_string();
    assert_eq!(said, "segment is 1: it must be 2 to 4096 frames");
    let said = error(builder().segment(usize::MAX)).to_string();
    assert!(said.ends_with("it must be 2 to 4096 frames"), "{said}");
    let large = |encoder: Encoder| encoder.session(Codec::H264, (8192, 8192));
    let error = builder().start(large).unwrap_err();
    assert!(matches!(error, Error::Unsupported { .. }), "{error}");
}

#[test]
fn what_every_session_would_refuse_is_refused_at_once() {
    let mut encoder = builder().start(session(Codec::Hevc)).unwrap();
    let frame = encoder.frame().unwrap();
    let refused = encoder.submit(frame, Picture::at(0).mark_long_term(0));
    let refused = refused.unwrap_err();
    assert!(
        matches!(refused.error, Error::InvalidValue { .. }),
        "{}",
        refused.error
    );
    encoder.submit(refused.value, Picture::at(0)).unwrap();
}

#[test]
fn dropped_it_leaves_nothing_behind() {
    for count in [0, 1, 5, 11] {
        let mut encoder = builder()
            .sessions(2)
            .segment(4)
            .start(session(Codec::Hevc))
            .unwrap();
        for number in 0..count {
            submit(&mut encoder, number);
        }
        drop(encoder);
    }
    let empty = builder().sessions(2).start(session(Codec::Hevc)).unwrap();
    assert!(empty.finish().receive().unwrap().is_none());
}

#[test]
fn bit_rates_are_watched_over_the_seams() {
    if !has_controls() {
        return;
    }
    let encoder = |vbv| {
        let start = builder().sessions(2).segment(8).start(move |encoder| {
            let session = encoder.session(Codec::Hevc, SIZE);
            let session = session.rate_control(RateControl::vbr(300_000, 400_000));
            session.vbv(vbv)
        });
        start.unwrap()
    };
    let (_, generous) = encode(encoder(4_000_000), 40);
    assert_eq!(generous.underflows().unwrap().count, 0);
    let (coded, tight) = encode(encoder(1_000), 40);
    let underflows = tight.underflows().unwrap();
    let worst = underflows.worst.unwrap();
    assert!(coded[worst.picture as usize].bytes.len() * 8 > 1_000);
    let (_, constant) = encode(builder().start(session(Codec::Hevc)).unwrap(), 2);
    assert!(constant.underflows().is_none());
}
