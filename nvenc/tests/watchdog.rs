//! A driver that does not answer, as long as a test wants it to.

mod common;

use common::session;
use nvenc::{Codec, Error, HostFrame, Picture, Session};
use softdevice::faults;
use std::{num::NonZeroU32, sync::mpsc::channel, thread, time::Duration};

const SHORT: Duration = Duration::from_millis(5);
/// For what never hangs, or hangs for good.
const LONG: Duration = Duration::from_secs(60);

/// The status for "not coded yet".
const BUSY: &str = "nvEncLockBitstream:*=13";

/// One after the other: faults are the whole process's.
#[test]
fn a_driver_that_does_not_answer_is_not_waited_for() {
    late_packets_can_still_be_received();
    a_call_that_hangs_holds_only_its_half();
    dropping_after_it_fired_does_not_wait();
    the_last_half_does_not_wait_either();
}

fn start() -> Session<HostFrame> {
    let builder = session(Codec::Hevc, (320, 192)).in_flight(NonZeroU32::MIN);
    let mut session = builder.start().unwrap();
    let frame = session.host_frame().unwrap();
    session.submit(frame, Picture::at(7)).unwrap();
    session
}

fn late_packets_can_still_be_received() {
    let mut session = start();
    assert!(faults::set(BUSY));
    let error = session.receive_timeout(SHORT).unwrap_err();
    assert_eq!(error, Error::TimedOut { timeout: SHORT });
    faults::clear();
    let packet = session.receive_timeout(LONG).unwrap();
    assert_eq!(packet.unwrap().timestamp(), 7);
}

/// One half waits in the driver; the other goes on, ends the stream and is dropped.
fn a_call_that_hangs_holds_only_its_half() {
    let builder = session(Codec::Hevc, (320, 192)).in_flight(NonZeroU32::new(2).unwrap());
    let (mut submitter, mut receiver) = builder.start::<HostFrame>().unwrap().split();
    assert!(faults::set("nvEncLockBitstream:1=held"));
    let (sender, received) = channel();
    let receiving = thread::spawn(move || {
        while let Some(packet) = receiver.receive().unwrap() {
            sender.send(packet.timestamp()).unwrap();
        }
    });
    let mut submit = |number| {
        let frame = submitter.host_frame().unwrap();
        submitter.submit(frame, Picture::at(number)).unwrap();
    };
    submit(0);
    wait_for_call("nvEncLockBitstream");
    submit(1);
    submitter.finish().unwrap();
    assert!(received.try_recv().is_err(), "the call is not done yet");
    faults::clear();
    assert_eq!(received.iter().collect::<Vec<_>>(), [0, 1]);
    receiving.join().unwrap();
}

fn wait_for_call(function: &str) {
    while faults::counts().iter().all(|(name, _)| name != function) {
        thread::sleep(SHORT);
    }
}

/// The session is closed by another thread: it lives on while this one is through with it, and
/// is gone once the driver has answered.
fn dropping_after_it_fired_does_not_wait() {
    let mut session = start();
    assert!(faults::set(BUSY));
    assert!(session.receive_timeout(SHORT).is_err());
    assert!(faults::set("nvEncLockBitstream:*=held"));
    drop(session);
    let living = softdevice::report().living;
    assert!(living.iter().any(|it| it.contains("session")), "{living:?}");
    faults::clear();
    nothing_is_left();
}

fn nothing_is_left() {
    while !softdevice::report().living.is_empty() {
        thread::sleep(SHORT);
    }
    let report = softdevice::report();
    assert!(report.is_empty(), "{report}");
}

/// A driver that takes no end of stream.
fn the_last_half_does_not_wait_either() {
    let builder = session(Codec::Hevc, (320, 192));
    let (mut submitter, mut receiver) = builder.start::<HostFrame>().unwrap().split();
    let frame = submitter.host_frame().unwrap();
    submitter.submit(frame, Picture::at(7)).unwrap();
    assert!(faults::set(BUSY));
    assert!(receiver.receive_timeout(SHORT).is_err());
    drop(receiver);
    assert!(faults::set("nvEncEncodePicture:*=held"));
    let (sender, dropped) = channel();
    thread::spawn(move || {
        drop(submitter);
        sender.send(()).unwrap();
    });
    assert!(dropped.recv_timeout(LONG).is_ok());
    wait_for_call("nvEncEncodePicture");
    faults::clear();
    nothing_is_left();
}
