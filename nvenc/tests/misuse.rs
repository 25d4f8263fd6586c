//! What is refused, with which words, and that nothing is lost by it.

mod common;

use common::session;
use nvenc::{Codec, Error, HostFrame, Picture, PixelFormat, RateControl, Session, Size};
use std::num::NonZeroU32;

const SIZE: Size = Size::new(320, 192);

fn refusal(builder: nvenc::SessionBuilder) -> String {
    builder.start::<HostFrame>().unwrap_err().to_string()
}

#[test]
fn sizes_beyond_the_gpu_name_the_limit() {
    assert_eq!(
        refusal(session(Codec::H264, (7680, 4320))),
        "largest H.264 size: asked for 7680x4320, this GPU has 4096x4096"
    );
    assert_eq!(
        refusal(session(Codec::Hevc, (8194, 4320))),
        "largest HEVC size: asked for 8194x4320, this GPU has 8192x8192"
    );
}

#[test]
fn values_that_no_gpu_takes_name_the_rule() {
    let session = || session(Codec::Hevc, SIZE);
    for (builder, message) in [
        (
            common::session(Codec::Hevc, (321, 192)),
            "size is 321x192: 4:2:0 needs an even width and height",
        ),
        (
            common::session(Codec::Hevc, (0, 0)),
            "size is 0x0: it must be over 0x0",
        ),
        (
            session().frame_rate((30, 0)),
            "frame rate is 30/0: it must be over 0",
        ),
        (
            session().rate_control(RateControl::const_qp(60)),
            "QP is 60: it must be 0 to 51",
        ),
        (
            session()
                .preset(nvenc::Preset::Lossless)
                .rate_control(RateControl::cbr(1_000_000)),
            "rate control is lossless: a lossless preset keeps every sample and takes no rate \
             control",
        ),
    ] {
        assert_eq!(refusal(builder), message);
    }
}

#[test]
fn more_b_frames_than_the_gpu_has_are_refused() {
    // The default profile is a V100, which has none for HEVC.
    assert_eq!(
        refusal(session(Codec::Hevc, SIZE).b_frames(2)),
        "B-frames: asked for 2, this GPU has 0"
    );
}

#[test]
fn ten_bits_of_h264_are_refused_by_the_input_format() {
    let error = session(Codec::H264, SIZE)
        .format(PixelFormat::P010)
        .start::<HostFrame>();
    assert!(
        matches!(
            error,
            Err(Error::Unsupported {
                capability: "input formats",
                ..
            })
        ),
        "{error:?}"
    );
}

#[test]
fn a_full_session_gives_the_frame_back() {
    let depth = NonZeroU32::new(2).unwrap();
    let mut session: Session<HostFrame> =
        session(Codec::Hevc, SIZE).in_flight(depth).start().unwrap();
    for _ in 0..2 {
        let frame = session.host_frame().unwrap();
        session.submit(frame, Picture::default()).unwrap();
    }
    let frame = session.host_frame().unwrap();
    let refused = session.submit(frame, Picture::default()).unwrap_err();
    assert_eq!(refused.error, Error::Full { in_flight: 2 });
    assert!(session.receive().unwrap().is_some());
    session.submit(refused.value, Picture::default()).unwrap();
    assert_eq!(session.in_flight(), 2);
}

#[test]
fn a_frame_of_another_session_is_refused_and_comes_back() {
    let mut small: Session<HostFrame> = session(Codec::Hevc, SIZE).start().unwrap();
    let mut large: Session<HostFrame> = session(Codec::Hevc, (640, 384)).start().unwrap();
    let refused = large
        .submit(small.host_frame().unwrap(), Picture::default())
        .unwrap_err();
    assert_eq!(
        refused.to_string(),
        "the frame is 320x192 NV12, the session encodes 640x384 NV12"
    );
    small.submit(refused.value, Picture::default()).unwrap();
}

#[test]
fn a_plane_that_is_too_short_is_named() {
    let mut session: Session<HostFrame> = session(Codec::Hevc, SIZE).start().unwrap();
    let mut frame = session.host_frame().unwrap();
    let luma = vec![0; 320 * 192];
    assert_eq!(
        frame.upload(&[&luma]).unwrap_err(),
        Error::PlaneLength {
            plane: 1,
            needed: 320 * 96,
            given: 0
        }
    );
}

#[test]
fn a_session_dropped_with_frames_in_flight_ends() {
    let mut session: Session<HostFrame> = session(Codec::Hevc, SIZE).start().unwrap();
    for _ in 0..3 {
        let frame = session.host_frame().unwrap();
        session.submit(frame, Picture::default()).unwrap();
    }
    drop(session);
}

#[test]
fn a_packet_that_is_forgotten_does_not_block_its_buffer() {
    let mut session: Session<HostFrame> = session(Codec::Hevc, SIZE)
        .in_flight(NonZeroU32::MIN)
        .start()
        .unwrap();
    for _ in 0..3 {
        let frame = session.host_frame().unwrap();
        session.submit(frame, Picture::default()).unwrap();
        std::mem::forget(session.receive().unwrap());
    }
}

#[test]
fn sessions_and_frames_cross_threads() {
    fn is_send<T: Send>() {}
    is_send::<Session<HostFrame>>();
    is_send::<nvenc::Drain<HostFrame>>();
    is_send::<nvenc::Submitter<HostFrame>>();
    is_send::<nvenc::Receiver<HostFrame>>();
    is_send::<nvenc::Packet<'_>>();
    is_send::<nvenc::Encoder>();
    is_send::<nvenc::SessionBuilder>();
    is_send::<HostFrame>();
    fn is_shared<T: Send + Sync>() {}
    is_shared::<nvenc::Api>();
    is_shared::<nvenc::Caps>();
    is_shared::<nvenc::Error>();
    is_shared::<nvenc::DeviceBuffer>();
}

#[test]
fn more_slices_than_the_picture_has_rows_for_are_refused() {
    for (codec, most) in [(Codec::H264, 12), (Codec::Hevc, 3)] {
        let slices = |count| session(codec, SIZE).slices(nvenc::Slices::Count(count));
        let said = refusal(slices(most + 1));
        assert!(
            said.starts_with(&format!("slices is {}: ", most + 1)),
            "{said}"
        );
        if common::has_controls() {
            slices(most).start::<HostFrame>().unwrap();
        }
    }
}
