//! Any sequence of operations on an encode session: no frame is lost and nothing is left.
#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use nvenc::{Codec, Error, HostFrame, Picture, RateControl, Session};

#[derive(Arbitrary, Debug)]
enum Operation {
    Submit,
    SubmitIdr,
    Receive,
    TryReceive,
    Headers,
    BitRate(u32),
    FrameRate(u32, u32),
    Size(u16, u16),
    ForceIdr,
}

#[derive(Arbitrary, Debug)]
struct Input {
    hevc: bool,
    b_frames: u8,
    lookahead: u8,
    operations: Vec<Operation>,
    finish: bool,
}

libfuzzer_sys::fuzz_target!(|input: Input| {
    fuzz::device();
    run(input);
    fuzz::assert_clean();
});

fn run(input: Input) {
    let gpu = nvenc::open_device(0).unwrap();
    let encoder = nvenc::Api::load().unwrap().open(&gpu).unwrap();
    let codec = if input.hevc { Codec::Hevc } else { Codec::H264 };
    let builder = encoder.session(codec, (160, 128)).max_size((320, 256));
    let builder = builder.b_frames((input.b_frames % 6).into());
    let Ok(mut session) = builder.lookahead((input.lookahead % 34).into()).start() else {
        return;
    };
    let (mut submitted, mut received) = (0, 0);
    for operation in input.operations.iter().take(300) {
        perform(&mut session, operation, &mut submitted, &mut received);
    }
    if input.finish {
        let mut drain = session.finish().unwrap();
        while drain.receive().unwrap().is_some() {
            received += 1;
        }
        assert_eq!(received, submitted);
    }
}

fn perform(
    session: &mut Session<HostFrame>,
    operation: &Operation,
    submitted: &mut u64,
    received: &mut u64,
) {
    match *operation {
        Operation::Submit | Operation::SubmitIdr => {
            let picture = Picture::at(*submitted as i64);
            let idr = matches!(operation, Operation::SubmitIdr);
            let picture = if idr { picture.force_idr() } else { picture };
            let frame = session.host_frame().unwrap();
            match session.submit(frame, picture) {
                Ok(()) => *submitted += 1,
                Err(refused) => assert!(matches!(refused.error, Error::Full { .. })),
            }
        }
        Operation::Receive => *received += u64::from(session.receive().unwrap().is_some()),
        Operation::TryReceive => *received += u64::from(session.try_receive().unwrap().is_some()),
        Operation::Headers => assert!(!session.headers().unwrap().is_empty()),
        // What cannot be is refused, and the session goes on as it was.
        Operation::BitRate(bits) => drop(
            session
                .reconfigure()
                .rate_control(RateControl::cbr(bits))
                .apply(),
        ),
        Operation::FrameRate(num, den) => {
            drop(session.reconfigure().frame_rate((num, den)).apply());
        }
        Operation::Size(width, height) => {
            let size = (u32::from(width), u32::from(height));
            drop(session.reconfigure().size(size).apply());
        }
        Operation::ForceIdr => session.reconfigure().force_idr().apply().unwrap(),
    }
}
