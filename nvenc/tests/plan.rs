//! What a session takes, and that it takes no more.

mod common;

use common::{has_controls, session};
use nvenc::{Codec, DeviceFrame as _, Error, HostFrame, Picture, PixelFormat, Session, Size};
use std::{collections::BTreeSet, num::NonZeroU32};

const SIZE: Size = Size::new(320, 192);
/// Rows of 512 bytes, half as many again for chroma.
const FRAME: u64 = 512 * 192 * 3 / 2;

#[test]
fn the_depth_is_what_the_budget_has_room_for() {
    let plan = |budget| {
        let builder = session(Codec::Hevc, SIZE).memory_budget(budget);
        builder.plan().map(|plan| plan.in_flight)
    };
    assert_eq!(plan(u64::MAX), Ok(4));
    assert_eq!(plan(8 * FRAME), Ok(4));
    assert_eq!(plan(8 * FRAME - 1), Ok(3));
    assert_eq!(plan(2 * FRAME), Ok(1));
    let error = plan(2 * FRAME - 1).unwrap_err();
    assert_eq!(
        error.to_string(),
        "1 frames in flight, the fewest for these settings, need 294912 bytes of device memory, \
         the budget is 294911: give more, or use a smaller size, fewer B-frames or a shorter \
         lookahead"
    );
}

#[test]
fn what_was_asked_for_is_not_cut() {
    let builder = session(Codec::Hevc, SIZE).in_flight(NonZeroU32::new(9).unwrap());
    let plan = builder.plan().unwrap();
    assert_eq!(
        (plan.in_flight, plan.frames, plan.frame_bytes),
        (9, 9, FRAME)
    );
    assert_eq!(plan.device_bytes, 9 * FRAME);
    let error = builder.memory_budget(9 * FRAME).plan().unwrap_err();
    assert!(matches!(error, Error::OverBudget { in_flight: 9, .. }));
}

#[test]
fn formats_and_the_maximum_count() {
    let builder = session(Codec::Hevc, SIZE).format(PixelFormat::P010);
    let plan = builder.max_size((640, 384)).plan().unwrap();
    assert_eq!(plan.frame_bytes, 1280 * 384 * 3 / 2);
    assert_eq!(plan.bitstream_bytes, 4 * 1280 * 384 * 3 / 2);
}

#[test]
fn the_budget_is_kept_at_the_maximum_too() {
    let most = 768 * 384 * 3 / 2;
    let builder = session(Codec::Hevc, SIZE).max_size((640, 384));
    assert_eq!(builder.memory_budget(4 * most).plan().unwrap().in_flight, 2);
}

#[test]
fn what_the_gpu_cannot_do_is_named() {
    let error = session(Codec::H264, (7680, 4320)).plan().unwrap_err();
    assert_eq!(
        error.to_string(),
        "largest H.264 size: asked for 7680x4320, this GPU has 4096x4096"
    );
}

/// Surfaces that a session of host frames uses while it is kept full.
fn surfaces(mut session: Session<HostFrame>) -> usize {
    let mut addresses = BTreeSet::new();
    for number in 0..24 {
        let frame = session.host_frame().unwrap();
        addresses.insert(frame.surface().address);
        session.submit(frame, Picture::at(number)).unwrap();
        while session.receive().unwrap().is_some() {}
    }
    addresses.len()
}

#[test]
fn the_session_keeps_to_it() {
    for budget in 2..10 {
        let builder = session(Codec::Hevc, SIZE).memory_budget(budget * FRAME);
        let plan = builder.plan().unwrap();
        assert_eq!(surfaces(builder.start().unwrap()), plan.frames as usize);
    }
}

#[test]
fn what_reordering_keeps_is_in_the_plan() {
    if !has_controls() {
        return;
    }
    for b_frames in 1..4 {
        for more in 0..6 {
            let builder = session(Codec::H264, SIZE).b_frames(b_frames);
            let depth = NonZeroU32::new(b_frames + 8 + more).unwrap();
            let builder = builder.in_flight(depth);
            let plan = builder.plan().unwrap();
            let used = surfaces(builder.start().unwrap());
            assert_eq!(used, plan.frames as usize, "{b_frames}, {depth} in flight");
        }
    }
}

#[test]
fn a_depth_that_nobody_can_mean_is_refused() {
    let builder = |depth| session(Codec::H264, SIZE).in_flight(NonZeroU32::new(depth).unwrap());
    assert_eq!(builder(1024).plan().unwrap().in_flight, 1024);
    for depth in [1025, u32::MAX] {
        let refused = builder(depth).start::<HostFrame>().unwrap_err();
        assert_eq!(
            refused.to_string(),
            format!("frames in flight is {depth}: it must be 1024 at most")
        );
    }
}
