//! Jobs that cannot be done.

use crate::program::Program;
use crate::support::{clip, files, put, start};

/// Runs the job on an input that is no good: it ends with a clear word and its exit status, and
/// leaves nothing in S3.
fn refused(name: &str, content: Option<&[u8]>, args: &[&str], status: i32, word: &str) {
    let (server, store) = start();
    let key = format!("in/{name}");
    if let Some(content) = content {
        put(&store, &key, content);
    }
    let before = files(&server);
    let done = Program::new(&server).input(&key).args(args).output();
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(status), "{name}: {said}");
    assert!(said.contains(word), "{name}: {said}");
    assert_eq!(files(&server), before, "{name}");
}

#[test]
fn inputs_that_are_no_video() {
    refused(
        "none.webm",
        None,
        &[],
        66,
        "s3://clips/in/none.webm does not exist",
    );
    refused("empty.webm", Some(b""), &[], 65, "the file is empty");
    refused(
        "text.webm",
        Some(b"<html>"),
        &[],
        65,
        "this is a text file (\"<html>\"...)",
    );
    let audio = clip("audio.webm");
    refused("audio.webm", Some(&audio), &[], 65, "no video track");
    let av1 = clip("av1.webm");
    refused(
        "av1.webm",
        Some(&av1),
        &[],
        69,
        "this GPU does not decode AV1: it has H264, HEVC, VP9",
    );
}

#[test]
fn inputs_that_are_cut() {
    for name in ["hevc-faststart.mp4", "h264-opus.mkv", "vp9-altref.webm"] {
        let cut = &clip(name)[..9000];
        refused(name, Some(cut), &[], 65, "the file is truncated");
    }
    let live = clip("vp9-live.webm");
    let cut = &live[..live.len() - 5];
    refused("live.webm", Some(cut), &[], 65, "the file is truncated");
}

#[test]
fn inputs_of_sizes_that_cannot_be() {
    let odd = vec![128; 193 * 129 + 2 * 97 * 65];
    refused("odd.yuv", Some(&odd), &["-s", "193x129"], 65, "193x129");
    refused("odd.webm", Some(&clip("vp9-odd.webm")), &[], 65, "193x129");
    let wide = vec![128; 8256 * 128 * 3 / 2];
    refused("wide.yuv", Some(&wide), &["-s", "8256x128"], 69, "8256x128");
    refused(
        "wide.webm",
        Some(&clip("vp9-wide.webm")),
        &[],
        69,
        "8256x128",
    );
    refused("size.yuv", Some(&odd), &[], 65, "-s WIDTHxHEIGHT");
}

#[test]
fn no_pictures_at_all() {
    let header = b"YUV4MPEG2 W160 H160 F25:1 C420jpeg\n";
    for args in [&[][..], &["--format", "mp4"], &["--sessions", "2"]] {
        let word = "there is not one picture in it";
        refused("a.y4m", Some(header), args, 65, word);
    }
}

/// By whatever name it is called.
#[test]
fn an_output_that_is_the_input() {
    let (server, _store) = start();
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    std::fs::write(path("a.mp4"), clip("h264-aac.mp4")).unwrap();
    std::os::unix::fs::symlink("a.mp4", path("link.mp4")).unwrap();
    for (input, output) in [
        ("a.mp4", "./a.mp4"),
        ("a.mp4", "link.mp4"),
        ("link.mp4", "a.mp4"),
        ("", "./"),
    ] {
        let places = ["--input", &path(input), "--output", &path(output)];
        let program = Program::new(&server).args(&places);
        let done = program.args(&["--format", "mp4"]).output();
        assert_eq!(
            done.status.code(),
            Some(64),
            "{input} to {output}: {done:?}"
        );
        assert!(std::fs::read(path("a.mp4")).unwrap() == clip("h264-aac.mp4"));
    }
}

#[test]
fn outputs_of_a_kind_that_is_not_made() {
    let (server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let before = files(&server);
    let program = || Program::new(&server).input("in/a.webm");
    let done = program().env("S3_OUTPUT", "s3://clips/out/a.webm").output();
    let said = String::from_utf8(done.stderr).unwrap();
    assert_eq!(done.status.code(), Some(64), "{said}");
    assert!(said.contains("let it end in .mp4"), "{said}");
    assert_eq!(files(&server), before);
}

#[test]
fn options_that_contradict() {
    let args = ["--rc", "cbr"];
    refused("a.webm", None, &args, 64, "--rc cbr needs --bitrate");
    refused("a.webm", None, &["--bitrate", "fast"], 64, "such as 80M");
    refused(
        "a.webm",
        None,
        &["--preset", "best"],
        64,
        "no preset is called best",
    );
}

#[test]
fn wrong_credentials_and_other_buckets() {
    let (server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let before = files(&server);
    let program = Program::new(&server).input("in/a.webm");
    let refused = program.env("AWS_SECRET_ACCESS_KEY", "wrong").output();
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(66), "{said}");
    assert!(
        said.contains("was refused; check the credentials"),
        "{said}"
    );
    let program = Program::new(&server).env("S3_INPUT", "s3://other/a.webm");
    let missing = program.output();
    assert_eq!(missing.status.code(), Some(66), "{missing:?}");
    let program = Program::new(&server).input("in/a.webm");
    let usage = program.env("S3_OUTPUT", "ftp://clips/").output();
    assert_eq!(usage.status.code(), Some(64), "{usage:?}");
    assert_eq!(files(&server), before);
}

/// As in a small container image: an http endpoint must do without, an https one cannot.
#[test]
fn without_ca_certificates() {
    let (server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let program = || {
        let program = Program::new(&server).input("in/a.webm");
        let program = program.env("SSL_CERT_FILE", "/nonexistent");
        program.env("SSL_CERT_DIR", "/nonexistent")
    };
    let http = program().output();
    assert_eq!(http.status.code(), Some(0), "{http:?}");
    let https = program()
        .env("AWS_ENDPOINT_URL", "https://127.0.0.1:1")
        .output();
    let said = String::from_utf8(https.stderr).unwrap();
    assert_eq!(https.status.code(), Some(64), "{said}");
    assert!(
        said.contains("install the package ca-certificates"),
        "{said}"
    );
}

/// Each job of an array would make all of it.
#[test]
fn a_folder_is_not_for_an_array() {
    let (server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let array = |key| {
        let program = Program::new(&server).input(key);
        program.env("AWS_BATCH_JOB_ARRAY_INDEX", "1")
    };
    for program in [
        array("in/"),
        Program::new(&server)
            .input("in/a.webm")
            .args(&["--index=0"]),
    ] {
        let done = program.output();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(64), "{said}");
        assert!(said.contains("goes with --list"), "{said}");
    }
    assert!(array("in/a.webm").output().status.success());
}
