//! What ffprobe, where it is installed, says of a stream.

use super::Coded;
use nvenc::Codec;
use std::{
    fs, io,
    process::{Command, Output},
    sync::atomic::{AtomicU32, Ordering},
};

/// `key=value` lines about the stream; `None` without ffprobe.
pub(crate) fn probe(codec: Codec, coded: &[Coded], sections: &[&str]) -> Option<String> {
    run("ffprobe", codec, coded, |command, path| {
        command.args(["-v", "warning", "-of", "default=noprint_wrappers=1"]);
        command.args(sections).arg(path);
    })
}

/// What ffmpeg reads in the parameter sets: `name = value` lines; `None` without it.
pub(crate) fn syntax(codec: Codec, coded: &[Coded]) -> Option<String> {
    let path = file(codec, coded);
    let output = Command::new("ffmpeg")
        .args(["-v", "info", "-i", &path, "-c", "copy"])
        .args(["-bsf:v", "trace_headers", "-f", "null", "-"])
        .output();
    let _ = fs::remove_file(path);
    let output = found("ffmpeg", output)?;
    assert!(output.status.success());
    Some(String::from_utf8_lossy(&output.stderr).into_owned())
}

/// The stream decoded, in a raw pixel format; `None` without ffmpeg.
pub(crate) fn decoded(codec: Codec, coded: &[Coded], format: &str) -> Option<Vec<u8>> {
    let path = file(codec, coded);
    let output = Command::new("ffmpeg")
        .args([
            "-v", "error", "-i", &path, "-f", "rawvideo", "-pix_fmt", format, "-",
        ])
        .output();
    let _ = fs::remove_file(path);
    let output = found("ffmpeg", output)?;
    assert!(output.status.success() && output.stderr.is_empty());
    Some(output.stdout)
}

/// How many frames ffprobe decodes, and whatever it and ffmpeg warn of.
pub(crate) fn warnings(codec: Codec, coded: &[Coded]) -> String {
    let path = file(codec, coded);
    let count = Command::new("ffprobe")
        .args(["-v", "warning", "-count_frames"])
        .args(["-show_entries", "stream=nb_read_frames"])
        .args(["-of", "default=noprint_wrappers=1", &path])
        .output();
    let decode = Command::new("ffmpeg")
        .args(["-v", "warning", "-i", &path, "-f", "null", "-"])
        .output();
    let _ = fs::remove_file(path);
    let (count, decode) = (count.expect("ffprobe runs"), decode.expect("ffmpeg runs"));
    let words = [count.stdout, count.stderr, decode.stderr].concat();
    String::from_utf8_lossy(&words).into_owned()
}

fn run(
    program: &str,
    codec: Codec,
    coded: &[Coded],
    arguments: impl FnOnce(&mut Command, &str),
) -> Option<String> {
    let path = file(codec, coded);
    let mut command = Command::new(program);
    arguments(&mut command, &path);
    let output = command.output();
    let _ = fs::remove_file(path);
    let output = found(program, output)?;
    let warnings = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success() && warnings.is_empty(), "{warnings}");
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Says so where a program is not installed, and with it what is not looked at.
fn found(program: &str, output: io::Result<Output>) -> Option<Output> {
    if let Err(error) = &output {
        println!("SKIPPED what {program} says of the stream: {error}");
    }
    output.ok()
}

fn file(codec: Codec, coded: &[Coded]) -> String {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let extension = match codec {
        Codec::H264 => "h264",
        _ => "hevc",
    };
    let name = format!("nvenc-{}-{number}.{extension}", std::process::id());
    let path = std::env::temp_dir().join(name);
    let bytes: Vec<u8> = coded.iter().flat_map(|it| it.bytes.clone()).collect();
    fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}
