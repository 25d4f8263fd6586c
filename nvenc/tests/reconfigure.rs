//! Changing a running session.

mod common;

use common::{has_controls, nv12, session};
use nvenc::{Codec, HostFrame, Picture, PictureType, RateControl, Session, Size};
use std::num::NonZeroU32;

const SIZE: Size = Size::new(320, 192);

/// Bytes and types of `count` more pictures.
fn run(session: &mut Session<HostFrame>, count: usize) -> Vec<(usize, PictureType)> {
    let mut coded = Vec::new();
    for number in 0..count {
        let (y, uv) = nv12(session.size(), number);
        let mut frame = session.host_frame().unwrap();
        frame.upload(&[&y, &uv]).unwrap();
        session.submit(frame, Picture::at(number as i64)).unwrap();
        while let Some(packet) = session.receive().unwrap() {
            coded.push((packet.len(), packet.picture_type()));
        }
    }
    coded
}

fn start(codec: Codec, rate: RateControl) -> Session<HostFrame> {
    let builder = session(codec, SIZE).rate_control(rate);
    builder
        .max_size((640, 384))
        .in_flight(NonZeroU32::MIN)
        .start()
        .unwrap()
}

#[test]
fn another_rate_is_kept_from_then_on() {
    for codec in Codec::ALL {
        let mut session = start(codec, RateControl::const_qp(20));
        let before = run(&mut session, 6);
        session
            .reconfigure()
            .rate_control(RateControl::const_qp(40))
            .frame_rate((60, 1))
            .apply()
            .unwrap();
        let after = run(&mut session, 6);
        let sum = |coded: &[(usize, PictureType)]| coded.iter().map(|it| it.0).sum::<usize>();
        assert!(2 * sum(&after) < sum(&before), "{codec}");
    }
}

#[test]
fn the_buffer_can_change() {
    if !has_controls() {
        return;
    }
    let mut session = start(Codec::Hevc, RateControl::cbr(600_000));
    run(&mut session, 3);
    let change = session
        .reconfigure()
        .rate_control(RateControl::cbr(300_000));
    change.vbv(20_000).reset().apply().unwrap();
    assert_eq!(run(&mut session, 3).len(), 3);
}

#[test]
fn a_larger_size_goes_up_to_the_maximum() {
    for codec in Codec::ALL {
        let mut session = start(codec, RateControl::const_qp(28));
        run(&mut session, 3);
        session.reconfigure().size((640, 384)).apply().unwrap();
        assert_eq!(session.size(), Size::new(640, 384));
        let coded = run(&mut session, 3);
        assert_eq!(coded[0].1, PictureType::Idr, "{codec}");
    }
}

#[test]
fn what_is_refused_changes_nothing() {
    let mut session = start(Codec::Hevc, RateControl::const_qp(28));
    run(&mut session, 2);
    let refused = session.reconfigure().size((1280, 768)).apply();
    assert_eq!(
        refused.unwrap_err().to_string(),
        "size is 1280x768: it is over the session's maximum"
    );
    let refused = session
        .reconfigure()
        .rate_control(RateControl::cbr(0))
        .apply();
    assert!(refused.is_err());
    assert_eq!(session.size(), SIZE);
    assert_eq!(run(&mut session, 2)[0].1, PictureType::P);
}

#[test]
fn an_idr_can_be_asked_for() {
    let mut session = start(Codec::Hevc, RateControl::const_qp(28));
    run(&mut session, 3);
    session.reconfigure().force_idr().apply().unwrap();
    assert_eq!(run(&mut session, 1)[0].1, PictureType::Idr);
}

#[test]
fn another_mode_needs_the_capability() {
    let mut session = start(Codec::Hevc, RateControl::const_qp(28));
    let change = session.reconfigure();
    let refused = change.rate_control(RateControl::cbr(400_000)).apply();
    // No profile of the software device has it.
    assert_eq!(
        refused.unwrap_err().to_string(),
        "rate control change in a session: asked for CBR after constant QP, this GPU has none"
    );
    assert_eq!(run(&mut session, 2).len(), 2);
}

#[test]
fn headers_are_those_of_the_size_now() {
    let mut session = start(Codec::Hevc, RateControl::const_qp(28));
    let before = session.headers().unwrap();
    session.reconfigure().size((640, 384)).apply().unwrap();
    let (y, uv) = nv12(session.size(), 0);
    let mut frame = session.host_frame().unwrap();
    frame.upload(&[&y, &uv]).unwrap();
    session.submit(frame, Picture::default()).unwrap();
    let after = session.headers().unwrap();
    assert_ne!(before, after);
    let packet = session.receive().unwrap().unwrap();
    assert!(packet.starts_with(&after));
}
