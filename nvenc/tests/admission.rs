//! More work than sessions, in a process of its own: the software device takes the shape of a
//! GeForce card, with three.

mod common;

use common::{has_controls, nv12};
use nvenc::{
    Api, Codec, Error, Picture, Size, open_device,
    parallel::{Admission, SegmentEncoder},
};
use std::{
    num::NonZeroU32,
    sync::Mutex,
    thread,
    time::{Duration, Instant},
};

const LONG: Duration = Duration::from_secs(60);
const SIZE: Size = Size::new(320, 192);

#[test]
fn all_are_served_in_their_order() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_GPU", "geforce") };
    softdevice::activate().unwrap();
    let (api, gpu) = (Api::load().unwrap(), open_device(0).unwrap());
    let admission = Admission::new(&api);
    let mut held: Vec<_> = (0..3)
        .map(|_| admission.open(&gpu, LONG).unwrap())
        .collect();

    let refused = admission.open(&gpu, Duration::from_millis(50)).unwrap_err();
    assert!(matches!(refused, Error::NoSession { .. }), "{refused}");
    assert_eq!(admission.waiting(), 0, "who gives up leaves the queue");

    let served = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for number in 0..6 {
            let (admission, gpu, served) = (admission.clone(), &gpu, &served);
            let before = admission.waiting();
            let other = admission.clone();
            scope.spawn(move || {
                let encoder = admission.open(gpu, LONG).unwrap();
                served.lock().unwrap().push(number);
                drop(encoder);
            });
            let started = Instant::now();
            while other.waiting() == before {
                assert!(started.elapsed() < LONG, "it never came to wait");
                thread::yield_now();
            }
        }
        assert!(served.lock().unwrap().is_empty());
        held.pop();
    });
    assert_eq!(served.into_inner().unwrap(), [0, 1, 2, 3, 4, 5]);
    assert_eq!(admission.waiting(), 0);

    encoders_of_several_sessions_wait_too(&admission);
    a_session_for_each_segment_waits_for_its_turn(&admission);
    drop(held);
    who_waits_for_frames_has_no_session(&admission);
}

/// Five that would like to have two sessions each, of three.
fn encoders_of_several_sessions_wait_too(admission: &Admission) {
    thread::scope(|scope| {
        let encoders: Vec<_> = (0..5)
            .map(|_| scope.spawn(|| encode(admission, 2, 0)))
            .collect();
        for encoder in encoders {
            assert_eq!(encoder.join().unwrap(), Ok(13));
        }
    });
    assert_eq!(admission.waiting(), 0);
}

/// With B-frames each segment needs a session of its own, and others come between.
fn a_session_for_each_segment_waits_for_its_turn(admission: &Admission) {
    if !has_controls() {
        return;
    }
    thread::scope(|scope| {
        let encoders: Vec<_> = (0..5)
            .map(|_| scope.spawn(|| encode(admission, 1, 2)))
            .collect();
        for encoder in encoders {
            assert_eq!(encoder.join().unwrap(), Ok(13));
        }
    });
}

/// Otherwise two that are fed in step could wait for each other: one for frames, with a session,
/// the other for a session.
fn who_waits_for_frames_has_no_session(admission: &Admission) {
    if !has_controls() {
        return;
    }
    let mut encoder = start(admission, 2, 2).unwrap();
    submit(&mut encoder, 0).unwrap();
    let gpu = open_device(0).unwrap();
    let all = (0..3).map(|_| admission.open(&gpu, Duration::ZERO));
    let all: Vec<_> = all.collect::<Result<_, _>>().unwrap();
    (1..6).for_each(|number| submit(&mut encoder, number).unwrap());
    drop(all);
    let mut drain = encoder.finish();
    for _ in 0..6 {
        assert!(drain.receive().unwrap().is_some());
    }
}

/// With segments of four frames.
fn start(admission: &Admission, sessions: usize, b_frames: u32) -> Result<SegmentEncoder, Error> {
    let builder = SegmentEncoder::builder(&Api::load()?, &open_device(0)?);
    let builder = builder.sessions(sessions).segment(4);
    builder.admission(admission, LONG).start(move |encoder| {
        let session = encoder.session(Codec::H264, SIZE);
        session.b_frames(b_frames).gop(NonZeroU32::new(4))
    })
}

fn submit(encoder: &mut SegmentEncoder, number: usize) -> Result<(), Error> {
    let (y, uv) = nv12(SIZE, number);
    let mut frame = encoder.frame()?;
    frame.upload(&[&y, &uv])?;
    Ok(encoder.submit(frame, Picture::at(number as i64))?)
}

/// Encodes 13 frames, and counts the packets.
fn encode(admission: &Admission, sessions: usize, b_frames: u32) -> Result<usize, Error> {
    let mut encoder = start(admission, sessions, b_frames)?;
    let mut packets = 0;
    for number in 0..13 {
        submit(&mut encoder, number)?;
        while encoder.receive()?.is_some() {
            packets += 1;
        }
    }
    let mut drain = encoder.finish();
    while drain.receive()?.is_some() {
        packets += 1;
    }
    Ok(packets)
}
