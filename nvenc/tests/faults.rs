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

/// Whatever fails, an encode that says it went well has given every packet.
fn work() -> Result<(), String> {
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
    let found = softdevice::sweep(work, statuses);
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}
