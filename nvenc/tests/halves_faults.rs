//! Every driver call of a session in halves, and of motion estimation, fails in turn.

use nvenc::{Api, Codec, Error, HostFrame, MotionEstimator, Picture, Size};

const SIZE: Size = Size::new(96, 64);
const FRAMES: i64 = 12;

/// The halves take turns, so that calls have the same numbers each time.
fn encode() -> Result<i64, Error> {
    let gpu = nvenc::open_device(0)?;
    let session = Api::load()?.open(&gpu)?.session(Codec::H264, SIZE);
    let (mut submitter, mut receiver) = session.start()?.split();
    let mut packets = 0;
    for number in 0..FRAMES {
        let frame = submitter.host_frame()?;
        submitter.submit(frame, Picture::at(number))?;
        packets += i64::from(receiver.receive()?.is_some());
    }
    submitter.finish()?;
    while receiver.receive()?.is_some() {
        packets += 1;
    }
    Ok(packets)
}

fn estimate() -> Result<i64, Error> {
    let gpu = nvenc::open_device(0)?;
    let encoder = Api::load()?.open(&gpu)?;
    let estimator = encoder.motion_estimator(Codec::H264, SIZE);
    let mut estimator: MotionEstimator<HostFrame> = estimator.start()?;
    let (one, two) = (estimator.host_frame()?, estimator.host_frame()?);
    for _ in 0..FRAMES {
        assert_eq!(estimator.estimate(&one, &two)?.len(), 6 * 4);
    }
    Ok(FRAMES)
}

/// Whatever fails, work that says it went well has given everything.
fn work(encode: fn() -> Result<i64, Error>) -> Result<(), String> {
    match encode() {
        Ok(FRAMES) => Ok(()),
        Ok(packets) => panic!("{packets} packets of {FRAMES} frames"),
        Err(error) => Err(format!("{error} {}", meant(&error))),
    }
}

/// The calls that an error stands for beside the one that it names.
fn meant(error: &Error) -> &'static str {
    match error {
        Error::Device(_) => softdevice::OPENING_CALLS,
        // Only opening can be refused for these.
        Error::NoSession { .. } | Error::NoEncoder { .. } => "nvEncOpenEncodeSessionEx",
        Error::Cuda { .. } => softdevice::BINDING_CALLS,
        _ => "",
    }
}

fn statuses(function: &str) -> &'static [u32] {
    match function {
        "nvEncLockBitstream" => &[5, 8, 10, 20],
        function if function.to_lowercase().starts_with("nvenc") => &[10, 20],
        // cudarc keeps the context when asking for an attribute fails.
        "cuDeviceGetAttribute" => &[],
        _ => &[2, 999],
    }
}

#[test]
fn no_failing_call_does_harm() {
    softdevice::activate().expect("the software device is built with the tests");
    for work in [|| work(encode), || work(estimate)] as [fn() -> Result<(), String>; 2] {
        let found = softdevice::sweep(work, statuses);
        assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
    }
}
