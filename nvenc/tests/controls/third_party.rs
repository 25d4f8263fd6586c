//! What ffmpeg and ffprobe have to say of the stream of each control: nothing.
//!
//! In processes of their own, one for each dialect and each kind of codec behind the device.

use super::every::{CONTROLS, Control};
use super::*;
use common::probe;
use nvenc::Error;
use std::sync::LazyLock;

#[test]
#[ignore = "takes some minutes; run by .ci/run"]
fn nobody_warns_of_what_11_1_codes() {
    in_a_process("11.1", "any");
}

#[test]
#[ignore = "takes some minutes; run by .ci/run"]
fn nobody_warns_of_what_8_1_codes() {
    in_a_process("8.1", "any");
}

#[test]
#[ignore = "takes some minutes; run by .ci/run"]
fn nobody_warns_of_what_the_built_in_encoders_code() {
    in_a_process("11.1", "builtin");
}

fn in_a_process(dialect: &str, encoder: &str) {
    let output = Command::new(env::current_exe().unwrap())
        .args(["--ignored", "--exact", "third_party::sweep", "--nocapture"])
        .env("THIRD_PARTY", "1")
        .env("NVSOFT_GPU", "t4")
        .env("NVSOFT_API", dialect)
        .env("NVSOFT_ENCODER", encoder)
        .output();
    let output = output.unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    println!("{text}");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(text.contains("1 passed"), "{errors}");
}

#[test]
#[ignore = "run in processes of their own by the tests above"]
fn sweep() {
    if env::var_os("THIRD_PARTY").is_none() {
        return;
    }
    let mut found = Vec::new();
    for codec in Codec::ALL {
        let refused = CONTROLS.iter().filter(|control| {
            let stream = stream(codec, control);
            let words = stream.as_ref().map(|stream| warnings(codec, stream));
            if let Ok(Some(words)) = &words {
                found.push(format!("{codec}, {}: {words}", control.0));
            }
            if let Err(error) = &stream {
                println!("{codec}, {}: {error}", control.0);
                assert!(is_refusal(error), "{error}");
            }
            stream.is_err()
        });
        let refused: Vec<&str> = refused.map(|it| it.0).collect();
        check_refused(codec, &refused);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// By the builder, or by the device as a parameter that it has not (12).
fn is_refusal(error: &Error) -> bool {
    match error {
        Error::Driver { status, .. } => status.code() == 12,
        error => matches!(
            error,
            Error::Unsupported { .. } | Error::InvalidValue { .. }
        ),
    }
}

/// x264 and x265 know all controls but these: a stream that is not there cannot be warned of.
fn check_refused(codec: Codec, refused: &[&str]) {
    if !has_controls() {
        return;
    }
    let known: &[&str] = match codec {
        Codec::H264 => &["ten bits", "ten bits of full chroma", "packed as ten bits"],
        _ => &[
            "CAVLC",
            "no 8x8 transform",
            "direct mode",
            "no deblocking",
            "slices by rows",
            "slices by bytes",
            "Baseline",
        ],
    };
    let dialect: &[&str] = match (is_8_1(), codec) {
        (false, _) => &[],
        (true, Codec::H264) => &["two passes", "preset p1", "preset p7-ll", "lossless p4"],
        (true, _) => &[
            "two passes",
            "preset p1",
            "preset p7-ll",
            "lossless p4",
            "B-frames as references",
        ],
    };
    let unexpected = |it: &&&str| !known.contains(it) && !dialect.contains(it);
    let unexpected: Vec<_> = refused.iter().filter(unexpected).collect();
    assert!(unexpected.is_empty(), "{codec}: {unexpected:?}");
}

/// Frames of a stream: the built-in encoders take their time.
static FRAMES: LazyLock<usize> = LazyLock::new(|| if has_controls() { 14 } else { 8 });

/// The whole stream; an error when the control is refused.
fn stream(codec: Codec, (_, build, submit): &Control) -> Result<Vec<Coded>, Error> {
    let mut session: Session<HostFrame> = build(session(codec, SIZE)).start()?;
    let headers = session.headers()?;
    let mut coded = Vec::new();
    for number in 0..*FRAMES {
        submit(&mut session, number)?;
        while let Some(packet) = session.receive()? {
            coded.push(Coded::from(&packet));
        }
    }
    let mut drain = session.finish()?;
    while let Some(packet) = drain.receive()? {
        coded.push(Coded::from(&packet));
    }
    let set = if codec == Codec::H264 { 7 } else { 33 };
    // What a container would keep.
    if !nal_types(codec, &coded[0].bytes).contains(&set) {
        coded[0].bytes = [headers, std::mem::take(&mut coded[0].bytes)].concat();
    }
    Ok(coded)
}

/// What is said of a stream; `None` when nothing is and each frame came out of it.
fn warnings(codec: Codec, coded: &[Coded]) -> Option<String> {
    let words = probe::warnings(codec, coded);
    let decoded = format!("nb_read_frames={}", *FRAMES);
    match words.lines().eq([decoded.as_str()]) {
        true => None,
        false => Some(words),
    }
}
