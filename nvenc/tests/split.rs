//! The halves of a session, each in its thread.

mod common;

use common::{Coded, encode, nv12, session};
use nvenc::{Codec, Error, HostFrame, Picture, Session, Size};
use std::{num::NonZeroU32, sync::mpsc::channel, thread, time::Duration};

const SIZE: Size = Size::new(320, 192);
const FRAMES: usize = 24;

fn start(codec: Codec, depth: u32) -> Session<HostFrame> {
    let depth = NonZeroU32::new(depth).unwrap();
    session(codec, SIZE).in_flight(depth).start().unwrap()
}

fn encode_in_two_threads(session: Session<HostFrame>) -> Vec<Coded> {
    let (mut submitter, mut receiver) = session.split();
    let receiving = thread::spawn(move || {
        let mut coded = Vec::new();
        while let Some(packet) = receiver.receive().unwrap() {
            coded.push(Coded::from(&packet));
        }
        coded
    });
    for number in 0..FRAMES {
        let (y, uv) = nv12(SIZE, number);
        let mut frame = submitter.host_frame().unwrap();
        frame.upload(&[&y, &uv]).unwrap();
        submitter.submit(frame, Picture::at(number as i64)).unwrap();
    }
    submitter.finish().unwrap();
    receiving.join().unwrap()
}

#[test]
fn two_threads_give_the_stream_that_one_gives() {
    for codec in Codec::ALL {
        for depth in [1, 3] {
            let one = encode(start(codec, depth), FRAMES, |it| Picture::at(it as i64));
            let two = encode_in_two_threads(start(codec, depth));
            let bytes =
                |coded: &[Coded]| coded.iter().map(|it| it.bytes.clone()).collect::<Vec<_>>();
            assert_eq!(bytes(&one), bytes(&two), "{codec}, {depth} in flight");
            let times = |coded: &[Coded]| {
                let times = coded.iter().map(|it| (it.timestamp, it.decode_timestamp));
                times.collect::<Vec<_>>()
            };
            assert_eq!(times(&one), times(&two));
        }
    }
}

#[test]
fn a_packet_being_read_keeps_its_output() {
    let (mut submitter, mut receiver) = start(Codec::Hevc, 1).split();
    let frame = submitter.host_frame().unwrap();
    submitter.submit(frame, Picture::at(1)).unwrap();
    let packet = receiver.receive().unwrap().unwrap();
    let before = packet.to_vec();
    let frame = submitter.host_frame().unwrap();
    let refused = submitter
        .try_submit(frame, Picture::at(2), &[])
        .unwrap_err();
    assert!(matches!(refused.error, Error::Full { .. }), "{refused}");
    assert_eq!(*packet, *before);
    drop(packet);
    submitter
        .try_submit(refused.value, Picture::at(2), &[])
        .unwrap();
    assert_eq!(receiver.receive().unwrap().unwrap().timestamp(), 2);
}

#[test]
fn a_packet_that_is_forgotten_does_not_block_the_halves() {
    let (mut submitter, mut receiver) = start(Codec::Hevc, 1).split();
    for number in 0..3 {
        let frame = submitter.host_frame().unwrap();
        // The last one is not given back until the next call.
        let _ = receiver.try_receive().unwrap();
        submitter.submit(frame, Picture::at(number)).unwrap();
        std::mem::forget(receiver.receive().unwrap());
    }
}

#[test]
fn submitting_waits_for_room() {
    let (mut submitter, mut receiver) = start(Codec::Hevc, 1).split();
    let (sender, submitted) = channel();
    let submitting = thread::spawn(move || {
        for number in 0..3 {
            let frame = submitter.host_frame().unwrap();
            submitter.submit(frame, Picture::at(number)).unwrap();
            sender.send(number).unwrap();
        }
    });
    assert_eq!(submitted.recv(), Ok(0));
    assert_eq!(receiver.in_flight(), 1);
    // Dropped without `finish`, the other half ends the stream.
    let times = std::iter::from_fn(|| receiver.receive().unwrap().map(|it| it.timestamp()));
    assert_eq!(times.collect::<Vec<_>>(), [0, 1, 2]);
    submitting.join().unwrap();
}

#[test]
fn without_a_receiver_the_frame_comes_back() {
    let (mut submitter, receiver) = start(Codec::Hevc, 1).split();
    let frame = submitter.host_frame().unwrap();
    submitter.submit(frame, Picture::at(0)).unwrap();
    drop(receiver);
    let frame = submitter.host_frame().unwrap();
    let refused = submitter.submit(frame, Picture::at(1)).unwrap_err();
    assert_eq!(refused.error, Error::ReceiverDropped);
    let refused = submitter.try_submit(refused.value, Picture::at(1), &[]);
    let refused = refused.unwrap_err();
    assert_eq!(refused.error, Error::ReceiverDropped);
    drop(refused.value);
    submitter.finish().unwrap();
}

#[test]
fn waiting_for_a_frame_that_nobody_submits_times_out() {
    let (submitter, mut receiver) = start(Codec::Hevc, 1).split();
    let timeout = Duration::from_millis(5);
    let error = receiver.receive_timeout(timeout).unwrap_err();
    assert_eq!(error, Error::TimedOut { timeout });
    drop(submitter);
    assert!(receiver.receive_timeout(timeout).unwrap().is_none());
}

#[test]
fn the_submitting_half_reconfigures() {
    let builder = session(Codec::Hevc, SIZE).max_size((640, 384));
    let (mut submitter, mut receiver) = builder.start::<HostFrame>().unwrap().split();
    for size in [SIZE, Size::new(640, 384)] {
        submitter.reconfigure().size(size).apply().unwrap();
        assert_eq!(submitter.size(), size);
        let frame = submitter.host_frame().unwrap();
        submitter.submit(frame, Picture::default()).unwrap();
        assert!(receiver.receive().unwrap().unwrap().is_keyframe());
    }
}
