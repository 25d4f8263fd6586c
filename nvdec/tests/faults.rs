//! Every driver call of a short decode fails in turn, with each status that it may give, or
//! finishes late.

mod common;

use common::clip;
use nvdec::{Api, Error};

/// Frames of the first clip, and of both.
const FIRST: usize = 12;
const FRAMES: usize = FIRST + 10;

/// The first access units of the clip, each of which begins with a delimiter (NAL type 9).
fn beginning(data: &[u8]) -> &[u8] {
    let begins = |at: &usize| data[*at..].starts_with(&[0, 0, 0, 1, 9]);
    let end = (0..data.len()).filter(begins).nth(FIRST);
    &data[..end.unwrap_or(data.len())]
}

fn decode() -> Result<usize, Error> {
    let (first, second) = (clip("h264-b-frames.h264"), clip("h264-48x16.h264"));
    let gpu = nvdec::open_device(0)?;
    let mut decoder = Api::load()?.decoder(&gpu, first.codec).start()?;
    let mut frames = 0;
    // The second takes a reconfiguration, or a new decoder when that fails.
    for data in [beginning(&first.data), &second.data] {
        let mut pictures = decoder.push_last(data, 0);
        while let Some(picture) = pictures.next()? {
            let bytes = picture.map()?.to_vec()?;
            assert!(!bytes.is_empty());
            picture.status()?;
            frames += 1;
        }
    }
    Ok(frames)
}

/// Whatever fails, a decode that says it went well has given every frame.
fn work() -> Result<(), String> {
    match decode() {
        Ok(FRAMES) => Ok(()),
        Ok(frames) => panic!("{frames} frames of {FRAMES}"),
        Err(error) => Err(format!("{error} {}", meant(&error))),
    }
}

/// The calls that an error stands for beside the one that it names: those that cudarc makes
/// in one function.
fn meant(error: &Error) -> &'static str {
    match error {
        Error::Device(_) => softdevice::OPENING_CALLS,
        Error::Cuda { .. } => softdevice::BINDING_CALLS,
        _ => "",
    }
}

/// Out of memory, a device that is gone, an unknown error.
fn statuses(function: &str) -> &'static [u32] {
    match function {
        function if function.starts_with("cuvid") => &[2, 4, 999],
        // cudarc keeps the context when asking for an attribute fails.
        "cuDeviceGetAttribute" => &[],
        _ => &[2, 999],
    }
}

#[test]
fn no_failing_call_does_harm() {
    softdevice::activate().expect("the software device is built with the tests");
    let mut found = softdevice::sweep(work, statuses);
    found.extend(softdevice::sweep_late(work, 3));
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}
