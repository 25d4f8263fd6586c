//! Every driver call of an encoder of several sessions fails once, each in its turn. In a process
//! of its own, for faults are the device's.

mod common;

use common::{Coded, luma_psnr, nv12};
use nvenc::{
    Api, Codec, Encoder, Error, Picture, PictureType, RateControl, SessionBuilder, Size,
    open_device, parallel::SegmentEncoder,
};
use softdevice::faults;

const SIZE: Size = Size::new(160, 128);
const FRAMES: usize = 8;
const SESSIONS: usize = 2;
/// What a further session takes: without it there are as many as there were.
const OPENING: [&str; 3] = [
    "nvEncOpenEncodeSessionEx",
    "nvEncInitializeEncoder",
    "nvEncCreateBitstreamBuffer",
];

/// Where a failure came.
#[derive(Debug)]
enum Failure {
    Start(Error),
    Later(Error),
}

fn configure(encoder: Encoder) -> SessionBuilder {
    let session = encoder.session(Codec::Hevc, SIZE);
    session.rate_control(RateControl::const_qp(26))
}

fn start() -> Result<SegmentEncoder, Error> {
    let builder = SegmentEncoder::builder(&Api::load()?, &open_device(0)?);
    builder.sessions(SESSIONS).segment(3).start(configure)
}

fn encode() -> Result<Vec<Coded>, Failure> {
    let encoder = start().map_err(Failure::Start)?;
    encode_with(encoder).map_err(Failure::Later)
}

fn encode_with(mut encoder: SegmentEncoder) -> Result<Vec<Coded>, Error> {
    let mut stream = Vec::new();
    for number in 0..FRAMES {
        let (y, uv) = nv12(SIZE, number);
        let mut frame = encoder.frame()?;
        frame.upload(&[&y, &uv])?;
        encoder.submit(frame, Picture::at(number as i64))?;
        while let Some(packet) = encoder.receive()? {
            stream.push(coded(packet.timestamp(), &packet));
        }
    }
    let mut drain = encoder.finish();
    while let Some(packet) = drain.receive()? {
        stream.push(coded(packet.timestamp(), &packet));
    }
    Ok(stream)
}

fn coded(timestamp: i64, bytes: &[u8]) -> Coded {
    Coded {
        bytes: bytes.to_vec(),
        timestamp,
        picture_type: PictureType::P,
        qp: 0,
        decode_timestamp: timestamp,
        duration: 0,
        tag: 0,
    }
}

/// How often each function of the encoder is called.
fn calls() -> Vec<(String, u64)> {
    assert!(faults::set("nothing:1=1"));
    encode().unwrap();
    let counts = faults::counts();
    let its = |(name, _): &(String, u64)| name.starts_with("nvEnc") || name.starts_with("NvEnc");
    counts.into_iter().filter(its).collect()
}

/// All frames are there and decode; or nothing ever began, and the error says why.
#[track_caller]
fn check(fault: &str, done: Result<Vec<Coded>, Failure>) {
    match done {
        Ok(stream) => {
            let numbers: Vec<i64> = stream.iter().map(|it| it.timestamp).collect();
            assert_eq!(numbers, (0..FRAMES as i64).collect::<Vec<_>>(), "{fault}");
            let psnr = luma_psnr(Codec::Hevc, SIZE, &stream);
            assert!(psnr.iter().all(|psnr| *psnr > 30.0), "{fault}: {psnr:?}");
        }
        Err(Failure::Start(error)) => println!("{fault}: {error}"),
        Err(Failure::Later(error)) => panic!("{fault}: {error}"),
    }
}

#[test]
fn one_failure_anywhere_costs_no_frame() {
    softdevice::activate().unwrap();
    let calls = calls();
    let of = |name: &str| calls.iter().find(|call| call.0 == name).map(|call| call.1);
    assert!(of("nvEncEncodePicture") >= Some(FRAMES as u64), "{calls:?}");
    let further = |name: &str, number: u64, count: u64| {
        OPENING.contains(&name) && number > count / SESSIONS as u64
    };
    for name in OPENING {
        let count = of(name).unwrap_or_default();
        assert!(further(name, count, count), "{calls:?}");
    }
    for (name, count) in &calls {
        for number in 1..=*count {
            for status in [8, 10, 20] {
                let fault = format!("{name}:{number}={status}");
                assert!(faults::set(&fault), "{fault}");
                let done = encode();
                let is_start = matches!(done, Err(Failure::Start(_)));
                let is_needed = status != 10 || !further(name, number, *count);
                assert!(!is_start || is_needed, "{fault}: {done:?}");
                check(&fault, done);
                faults::clear();
                softdevice::forgive();
            }
        }
    }
}
