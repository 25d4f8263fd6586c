//! A driver that does not answer in time: the calls of a process of its own are late.

mod common;

use common::session;
use nvenc::{Codec, Error, HostFrame, Picture, Session};
use std::{num::NonZeroU32, process::Command, sync::mpsc::channel, thread, time::Duration};

/// How long an engine takes for a picture: far longer than anything else here.
const FRAME: Duration = Duration::from_millis(1500);
const SHORT: Duration = Duration::from_millis(20);

#[test]
fn a_slow_engine_is_not_waited_for() {
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", "on_a_slow_engine", "--nocapture"])
        .env("NVSOFT_CODEC", "null")
        .env("NVSOFT_FRAME_US", FRAME.as_micros().to_string())
        .status();
    assert!(status.unwrap().success());
}

fn start() -> Session<HostFrame> {
    let builder = session(Codec::Hevc, (320, 192)).in_flight(NonZeroU32::MIN);
    let mut session = builder.start().unwrap();
    let frame = session.host_frame().unwrap();
    session.submit(frame, Picture::at(7)).unwrap();
    session
}

#[test]
#[ignore = "run on a slow engine by a_slow_engine_is_not_waited_for"]
fn on_a_slow_engine() {
    late_packets_can_still_be_received();
    a_call_that_hangs_holds_only_its_half();
    dropping_after_it_fired_does_not_wait();
    // Last, as it leaves a thread behind that waits for the driver.
    the_last_half_does_not_wait_either();
}

fn late_packets_can_still_be_received() {
    let mut session = start();
    let error = session.receive_timeout(SHORT).unwrap_err();
    assert_eq!(error, Error::TimedOut { timeout: SHORT });
    let packet = session.receive_timeout(Duration::from_secs(60)).unwrap();
    assert_eq!(packet.unwrap().timestamp(), 7);
}

/// One half waits in the driver; the other goes on, ends the stream and is dropped.
fn a_call_that_hangs_holds_only_its_half() {
    let builder = session(Codec::Hevc, (320, 192)).in_flight(NonZeroU32::new(2).unwrap());
    let (mut submitter, mut receiver) = builder.start::<HostFrame>().unwrap().split();
    assert!(softdevice::faults::set("nvEncLockBitstream:1=late3000"));
    let (sender, received) = channel();
    let receiving = thread::spawn(move || {
        while let Some(packet) = receiver.receive().unwrap() {
            sender.send(packet.timestamp()).unwrap();
        }
    });
    for number in 0..2 {
        let frame = submitter.host_frame().unwrap();
        submitter.submit(frame, Picture::at(number)).unwrap();
    }
    submitter.finish().unwrap();
    assert!(received.try_recv().is_err(), "the call is not done yet");
    assert_eq!(received.iter().collect::<Vec<_>>(), [0, 1]);
    receiving.join().unwrap();
    softdevice::faults::clear();
}

/// The session is closed by another thread: it lives on while this one is through with it, and
/// is gone some time later.
fn dropping_after_it_fired_does_not_wait() {
    let mut session = start();
    assert!(session.receive_timeout(SHORT).is_err());
    drop(session);
    let living = || softdevice::report().living;
    assert!(
        living().iter().any(|it| it.contains("session")),
        "{living:?}",
        living = living()
    );
    while !living().is_empty() {
        thread::sleep(SHORT);
    }
    let report = softdevice::report();
    assert!(report.is_empty(), "{report}");
}

/// A driver that takes no end of stream for an hour.
fn the_last_half_does_not_wait_either() {
    let builder = session(Codec::Hevc, (320, 192));
    let (mut submitter, mut receiver) = builder.start::<HostFrame>().unwrap().split();
    let frame = submitter.host_frame().unwrap();
    submitter.submit(frame, Picture::at(7)).unwrap();
    assert!(receiver.receive_timeout(SHORT).is_err());
    drop(receiver);
    assert!(softdevice::faults::set("nvEncEncodePicture:*=late3600000"));
    let (sender, dropped) = channel();
    thread::spawn(move || {
        drop(submitter);
        sender.send(()).unwrap();
    });
    // It hangs for the hour or not at all.
    assert!(dropped.recv_timeout(Duration::from_secs(60)).is_ok());
}
