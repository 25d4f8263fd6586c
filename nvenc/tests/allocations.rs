//! What a frame costs on the heap of the program: nothing, once a session is under way.
//!
//! In a process of its own, whose allocator counts. The software device is a shared object
//! with an allocator of its own, and a codec that does nothing, so only this crate is counted.

use nvenc::{Api, Codec, HostFrame, MotionEstimator, Picture, Session, parallel::SegmentEncoder};
use softdevice::CountingAllocator;

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator::new();

fn encode(session: &mut Session<HostFrame>, frames: i64, planes: &[&[u8]]) {
    for number in 0..frames {
        let mut frame = session.host_frame().unwrap();
        frame.upload(planes).unwrap();
        session.submit(frame, Picture::at(number)).unwrap();
        while let Some(packet) = session.receive().unwrap() {
            assert!(!packet.is_empty());
        }
    }
}

/// Allocations of some work.
fn count(work: impl FnOnce()) -> usize {
    let before = ALLOCATOR.count();
    work();
    ALLOCATOR.count() - before
}

#[test]
fn a_frame_in_steady_state_allocates_nothing() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_CODEC", "null") };
    softdevice::activate().unwrap();
    let gpu = nvenc::open_device(0).unwrap();
    let encoder = Api::load().unwrap().open(&gpu).unwrap();
    let mut session = encoder.session(Codec::Hevc, (320, 192)).start().unwrap();
    let (y, uv) = (vec![16; 320 * 192], vec![128; 320 * 96]);
    encode(&mut session, 20, &[&y, &uv]);
    assert_eq!(count(|| encode(&mut session, 1000, &[&y, &uv])), 0);

    let (mut submitter, mut receiver) = session.split();
    let halves = || {
        for number in 0..1000 {
            let frame = submitter.host_frame().unwrap();
            submitter.submit(frame, Picture::at(number)).unwrap();
            assert!(receiver.receive().unwrap().is_some());
        }
    };
    assert_eq!(count(halves), 0);

    let encoder = Api::load().unwrap().open(&gpu).unwrap();
    let estimator = encoder.motion_estimator(Codec::H264, (320, 192));
    let mut estimator: MotionEstimator<HostFrame> = estimator.start().unwrap();
    let frame = estimator.host_frame().unwrap();
    let mut estimate = || assert_eq!(estimator.estimate(&frame, &frame).unwrap().len(), 240);
    estimate();
    assert_eq!(count(|| (0..100).for_each(|_| estimate())), 0);

    let encoder = SegmentEncoder::builder(&Api::load().unwrap(), &gpu).sessions(2);
    let encoder = encoder.segment(SEGMENT as usize);
    let start = encoder.start(|encoder| encoder.session(Codec::Hevc, (320, 192)));
    let mut encoder = start.unwrap();
    encode_segments(&mut encoder, 20, &[&y, &uv]);
    let allocated = count(|| encode_segments(&mut encoder, 100, &[&y, &uv]));
    // Two for each segment, and who works on which decides when the last buffers are made.
    assert!(allocated < 100 * SEGMENT as usize / 10, "{allocated}");
}

/// Frames in a segment.
const SEGMENT: i64 = 50;

fn encode_segments(encoder: &mut SegmentEncoder, segments: i64, planes: &[&[u8]]) {
    for number in 0..segments * SEGMENT {
        let mut frame = encoder.frame().unwrap();
        frame.upload(planes).unwrap();
        encoder.submit(frame, Picture::at(number)).unwrap();
        while let Some(packet) = encoder.receive().unwrap() {
            assert!(!packet.is_empty());
        }
    }
}
