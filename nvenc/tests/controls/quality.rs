//! Tools that make pictures better for the same bits.

use super::*;

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

/// Packets are asked for as soon as may be, by the thread that submits and by another: of pictures
/// that are only looked at they must not be.
#[test]
fn packets_with_lookahead_come_while_frames_go() {
    for codec in Codec::ALL {
        let builder = || {
            let rates = RateControl::vbr(300_000, 600_000);
            session(codec, SIZE).rate_control(rates).lookahead(8)
        };
        if !builder().caps().unwrap().lookahead {
            continue;
        }
        let mut session: Session<HostFrame> = builder().start().unwrap();
        let mut count = 0;
        for number in 0..40 {
            let frame = noise(&mut session, number);
            session.submit(frame, at(number)).unwrap();
            count += u32::from(session.try_receive().unwrap().is_some());
        }
        assert!(count > 20, "{codec}: {count}");
        let mut drain = session.finish().unwrap();
        while drain.receive().unwrap().is_some() {
            count += 1;
        }
        assert_eq!(count, 40, "{codec}");

        let (mut submitter, mut receiver) = builder().start::<HostFrame>().unwrap().split();
        let counted = std::thread::spawn(move || {
            let mut count = 0;
            while receiver.receive().unwrap().is_some() {
                count += 1;
            }
            count
        });
        for number in 0..40 {
            let frame = submitter.host_frame().unwrap();
            submitter.submit(frame, at(number)).unwrap();
        }
        submitter.finish().unwrap();
        assert_eq!(counted.join().unwrap(), 40, "{codec}");
    }
}

#[test]
fn lossless_keeps_every_sample() {
    if !has_controls() {
        return;
    }
    let other = match is_8_1() {
        true => Preset::LosslessHighPerformance,
        false => Preset::P6(Tuning::Lossless),
    };
    let presets = [Preset::Lossless, other];
    for (codec, preset) in Codec::ALL.into_iter().zip(presets) {
        let session = session(codec, SIZE).preset(preset);
        if !session.caps().unwrap().lossless {
            assert_eq!(
                refusal(session),
                format!("lossless coding: asked for {preset}, this GPU has none")
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
fn a_scene_change_is_intra_unless_told_otherwise() {
    // Two pictures that have nothing in common.
    let cut = |number: usize, x: usize, y: usize| match number < 6 {
        true => ((x + y) % 100) as u8 + 60,
        false => ((x * 7919 + y * 104_729) % 251) as u8,
    };
    let builder = || {
        session(Codec::H264, SIZE)
            .rate_control(RateControl::vbr(2_000_000, 4_000_000))
            .lookahead(8)
    };
    if !has_controls() {
        return;
    }
    let kind = |builder| {
        let coded = painted(builder, 12, cut);
        let at_cut = coded.into_iter().find(|it| it.timestamp == 6);
        at_cut.unwrap().picture_type
    };
    assert_eq!(kind(builder()), PictureType::I);
    assert_eq!(kind(builder().adaptive_intra(false)), PictureType::P);
}

#[test]
fn b_frames_are_fewer_where_they_do_not_pay() {
    if !has_controls() {
        return;
    }
    // Each picture is new.
    let new = |number: usize, x: usize, y: usize| {
        ((x * 7919 + y * 104_729 + number * 15_485_863) % 251) as u8
    };
    let count = |adaptive| {
        let builder = session(Codec::H264, SIZE)
            .rate_control(RateControl::vbr(2_000_000, 4_000_000))
            .b_frames(3)
            .lookahead(8)
            .adaptive_intra(false)
            .adaptive_b_frames(adaptive);
        let coded = painted(builder, 13, new);
        let b = |it: &&Coded| it.picture_type == PictureType::B;
        coded.iter().filter(b).count()
    };
    let (adaptive, fixed) = (count(true), count(false));
    assert!(adaptive < fixed, "{adaptive}, {fixed}");
}

#[test]
fn nothing_waits_without_reordering() {
    for codec in Codec::ALL {
        let coded = coded(session(codec, SIZE).zero_reorder_delay(), 3);
        says(codec, &coded, &["has_b_frames=0"]);
        assert!(coded.iter().all(|it| it.decode_timestamp == it.timestamp));
    }
}

#[test]
fn a_map_moves_bits_from_one_half_to_the_other() {
    if !has_controls() {
        return;
    }
    for codec in Codec::ALL {
        let (plain, mapped) = (halves(codec, None), halves(codec, Some(10)));
        assert!(
            plain.0.abs_diff(plain.1) * 4 < plain.0,
            "{codec}: {plain:?}"
        );
        assert!(mapped.0 * 2 < mapped.1, "{codec}: {mapped:?}");
    }
}

/// Squared errors of the left and the right half, of which the left one's quantisers are
/// `better` by so much and the right one's worse.
fn halves(codec: Codec, better: Option<i8>) -> (u64, u64) {
    let builder = session(codec, SIZE)
        .rate_control(RateControl::cbr(2_000_000))
        .initial_qp(Qp::all(30))
        .qp_map(QpMap::Delta);
    let mut session: Session<HostFrame> = builder.start().unwrap();
    let (width, height) = (SIZE.width as usize, SIZE.height as usize);
    let luma: Vec<u8> = (0..width * height)
        .map(|at| ((at * 7919) % 251) as u8 / 2 + 60)
        .collect();
    let block = if codec == Codec::H264 { 16 } else { 32 };
    let columns = width / block;
    let map: Vec<i8> = (0..columns * height / block)
        .map(|at| better.map_or(0, |by| if at % columns * 2 < columns { -by } else { by }))
        .collect();
    let mut frame = session.host_frame().unwrap();
    frame.upload(&[&luma, &vec![128; luma.len() / 2]]).unwrap();
    let extras = Extras::default().qp_map(&map);
    session.submit_with(frame, at(0), extras).unwrap();
    let mut drain = session.finish().unwrap();
    let coded = Coded::from(&drain.receive().unwrap().unwrap());
    let codec = match codec {
        Codec::H264 => softdevice::codec::Codec::H264,
        _ => softdevice::codec::Codec::Hevc,
    };
    let picture = softdevice::codec::decoder(codec)
        .decode(&coded.bytes)
        .unwrap();
    let mut errors = (0, 0);
    for (at, (a, b)) in luma.iter().zip(&picture.planes[0]).enumerate() {
        let error = u64::from(a.abs_diff(*b)).pow(2);
        match at % width * 2 < width {
            true => errors.0 += error,
            false => errors.1 += error,
        }
    }
    errors
}

#[test]
fn maps_must_be_the_sessions() {
    let submit = |builder: SessionBuilder, map: &[i8]| {
        let mut session: Session<HostFrame> = builder.start().unwrap();
        let frame = session.host_frame().unwrap();
        let refused = session.submit_with(frame, at(0), Extras::default().qp_map(map));
        refused.unwrap_err().to_string()
    };
    assert_eq!(
        submit(session(Codec::H264, SIZE), &[0]),
        "QP map is given: the session must be built with qp_map()"
    );
    if !has_controls() {
        return;
    }
    let mapped = || {
        session(Codec::H264, SIZE)
            .rate_control(RateControl::cbr(1_000_000))
            .qp_map(QpMap::Delta)
    };
    assert!(submit(mapped(), &[0; 3]).starts_with("QP map is 3 numbers"));
    assert!(submit(mapped(), &[60; 240]).starts_with("QP map is 60"));
}
