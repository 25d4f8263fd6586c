//! A GPU that had room for a frame loses its session before the frame is asked for. In a process
//! of its own, for faults are the device's.

mod common;

use nvenc::{Api, Codec, Error, Picture, Size, open_device, parallel::SegmentEncoder};
use softdevice::faults;
use std::{thread, time::Duration};

const SIZE: Size = Size::new(320, 192);
const SEGMENT: i64 = 4;

/// Two GPUs with a session each. With B-frames every segment takes a new one.
fn encoder() -> Result<SegmentEncoder, Error> {
    let builder = SegmentEncoder::builder(&Api::load()?, &open_device(0)?);
    let builder = builder.gpu(&open_device(1)?).sessions(2);
    let builder = builder.segment(SEGMENT as usize);
    builder.start(|encoder| encoder.session(Codec::H264, SIZE).b_frames(2))
}

/// Submits the frames of segment `number`.
fn fill(encoder: &mut SegmentEncoder, number: i64) {
    for frame in number * SEGMENT..(number + 1) * SEGMENT {
        let given = encoder.frame().unwrap();
        encoder.submit(given, Picture::at(frame)).unwrap();
    }
}

fn count(function: &str) -> u64 {
    let counts = faults::counts();
    let found = counts.iter().find(|(name, _)| name == function);
    found.map_or(0, |(_, count)| *count)
}

fn wait_for(function: &str, calls: u64) {
    while count(function) < calls {
        thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn room_that_was_told_of_is_waited_for() {
    for (name, value) in [("NVSOFT_DEVICES", "2"), ("NVSOFT_CODEC", "null")] {
        // SAFETY: this is the only test of its process, and no thread reads the environment.
        unsafe { std::env::set_var(name, value) };
    }
    softdevice::activate().unwrap();
    let mut encoder = encoder().unwrap();
    // GPU 1 is at its first frame; GPU 0 has had a session for segments 0 and 2, and waits for that
    // for segment 4.
    let plan = "nvEncEncodePicture:6=held,nvEncOpenEncodeSessionEx:4=held";
    assert!(faults::set(plan));
    fill(&mut encoder, 0);
    wait_for("nvEncDestroyEncoder", 1);
    assert_eq!(count("nvEncEncodePicture"), 5, "four frames and the end");
    fill(&mut encoder, 1);
    wait_for("nvEncEncodePicture", 6);
    fill(&mut encoder, 2);
    wait_for("nvEncDestroyEncoder", 2);
    fill(&mut encoder, 3);
    let mut packets = 0;
    while packets < SEGMENT {
        packets += i64::from(encoder.receive().unwrap().is_some());
    }
    fill(&mut encoder, 4);
    wait_for("nvEncOpenEncodeSessionEx", 4);
    assert!(encoder.receive().unwrap().is_none(), "GPU 0 has room");

    // GPU 0 gets no session, and it takes a while until GPU 1 has coded what fills its memory.
    let plan = "nvEncInitializeEncoder:1=10,nvEncLockBitstream:1=late500";
    assert!(faults::set(plan));
    wait_for("nvEncInitializeEncoder", 1);
    wait_for("nvEncDestroyEncoder", 1);
    thread::sleep(Duration::from_millis(50));
    fill(&mut encoder, 5);
    faults::clear();
    softdevice::forgive();
    let mut drain = encoder.finish();
    while drain.receive().unwrap().is_some() {
        packets += 1;
    }
    assert_eq!(packets, 6 * SEGMENT);
}
