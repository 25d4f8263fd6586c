//! Every driver call of a short encode fails in turn, with each status that it may give.

use nvenc::{Api, Codec, Error, Picture, Size};

const SIZE: Size = Size::new(96, 64);
const FRAMES: i64 = 12;

fn encode() -> Result<i64, Error> {
    let gpu = nvenc::open_device(0)?;
    let session = Api::load()?.open(&gpu)?.session(Codec::H264, SIZE);
    let mut session = session.start()?;
    let mut packets = 0;
    for number in 0..FRAMES {
        let mut frame = session.host_frame()?;
        let luma = vec![number as u8; 96 * 64];
        frame.upload(&[&luma, &luma[..96 * 32]])?;
        session.submit(frame, Picture::at(number))?;
        while let Some(packet) = session.receive()? {
            assert!(!packet.is_empty());
            packets += 1;
        }
    }
    session.headers()?;
    let mut drain = session.finish()?;
    while drain.receive()?.is_some() {
        packets += 1;
    }
    Ok(packets)
}

/// The same in two halves, one after the other so that calls have the same numbers each time.
fn encode_in_halves() -> Result<i64, Error> {
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

/// Motion instead of packets.
fn estimate() -> Result<i64, Error> {
    let gpu = nvenc::open_device(0)?;
    let encoder = Api::load()?.open(&gpu)?;
    let mut estimator = encoder.motion_estimator(Codec::H264, SIZE).start()?;
    let (one, two) = (estimator.host_frame()?, estimator.host_frame()?);
    for _ in 0..3 {
        assert!(!estimator.estimate(&one, &two)?.is_empty());
    }
    Ok(FRAMES)
}

/// Whatever fails, an encode that says it went well has given every packet.
fn work(encode: fn() -> Result<i64, Error>) -> Result<(), String> {
    match encode() {
        Ok(FRAMES) => Ok(()),
        Ok(packets) => panic!("{packets} packets of {FRAMES} frames"),
        Err(error) => Err(format!("{error} {}", meant(&error))),
    }
}

/// The calls that an error stands for beside the one that it names: those that cudarc makes
/// in one function.
fn meant(error: &Error) -> &'static str {
    match error {
        Error::Device(_) => {
            "cuInit cuDeviceGet cuDevicePrimaryCtxRetain cuCtxGetCurrent cuCtxSetCurrent"
        }
        // Only an open session can be refused for this.
        Error::NoSession { .. } => "nvEncOpenEncodeSessionEx",
        Error::Cuda { .. } => "cuCtxGetCurrent cuCtxSetCurrent cuCtxSynchronize",
        _ => "",
    }
}

/// Out of memory and an unknown error; of an output also that the parameters are wrong.
fn statuses(function: &str) -> &'static [u32] {
    match function {
        "nvEncLockBitstream" => &[8, 10, 20],
        function if function.to_lowercase().starts_with("nvenc") => &[10, 20],
        // cudarc keeps the context when asking for an attribute fails.
        "cuDeviceGetAttribute" => &[],
        _ => &[2, 999],
    }
}

#[test]
fn no_failing_call_does_harm() {
    softdevice::activate().expect("the software device is built with the tests");
    let works: [fn() -> Result<(), String>; 3] = [
        || work(encode),
        || work(encode_in_halves),
        || work(estimate),
    ];
    let found: Vec<_> = works
        .into_iter()
        .flat_map(|work| softdevice::sweep(work, statuses))
        .collect();
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}
