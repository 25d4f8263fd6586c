//! Whole jobs on the software device: from S3 to S3, and what happens when that cannot be.

use std::io::Read as _;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use examples::demux;
use examples::device::{Choice, Device};
use examples::job::{Job, Report, Settings};
use examples::mux::Format;
use examples::s3server::S3Server;
use examples::store::{Location, Store};
use examples::verify::Quality;
use nvdec::Size;
use support::{clip, files, location, noise, put, start};

mod support;

/// Runs the job on a clip in S3, and compares what comes out.
fn run(store: &Store, name: &str, settings: Settings) -> (Report, Quality) {
    let device = Device::choose(Choice::Software, 0).unwrap();
    let job = Job {
        input: location(&format!("in/{name}")),
        output: location("out/"),
        settings,
    };
    job.check().unwrap();
    let source = job.open(store).unwrap();
    let report = job.run(source, store, &device).unwrap();
    let quality = Quality::of(&job, &report, store, &device).unwrap();
    (report, quality)
}

#[test]
fn every_container_and_codec() {
    let (server, store) = start();
    for name in [
        "vp9-altref.webm",
        "vp9-live.webm",
        "vp9.mp4",
        "h264-opus.mkv",
        "h264-aac.mp4",
        "hevc.mkv",
        "hevc-faststart.mp4",
    ] {
        put(&store, &format!("in/{name}"), &clip(name));
        let (report, quality) = run(&store, name, Settings::default());
        assert_eq!(
            (report.frames, report.size),
            (25, Size::new(320, 192)),
            "{name}"
        );
        assert_eq!(report.frame_rate, 25.into(), "{name}");
        assert_eq!(quality.frames, 25, "{name}");
        quality
            .check()
            .unwrap_or_else(|error| panic!("{name}: {error}"));
    }
    assert!(
        server
            .folder()
            .join("clips/out/hevc-faststart.hevc")
            .is_file()
    );
}

#[test]
fn only_so_many_frames() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let mut settings = Settings::default();
    settings.frames = Some(7);
    let (report, quality) = run(&store, "a.webm", settings);
    assert_eq!((report.frames, quality.frames), (7, 7));
}

/// The program, with no environment but what is given here and what sets the software device up.
struct Program {
    command: Command,
}

impl Program {
    fn new(server: &S3Server) -> Self {
        let (access_key, secret_key) = server.keys();
        let mut command = Command::new(env!("CARGO_BIN_EXE_s3-batch"));
        command
            .env_clear()
            .envs(std::env::vars().filter(|(name, _)| name.starts_with("NVSOFT_")))
            .env("AWS_ENDPOINT_URL", server.endpoint())
            .env("AWS_REGION", "us-east-1")
            .env("AWS_ACCESS_KEY_ID", access_key)
            .env("AWS_SECRET_ACCESS_KEY", secret_key)
            .env("S3_BATCH_DEVICE", "software")
            .env("S3_OUTPUT", "s3://clips/out/")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .arg("run");
        Self { command }
    }

    fn input(mut self, key: &str) -> Self {
        self.command.env("S3_INPUT", format!("s3://clips/{key}"));
        self
    }

    fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    fn args(mut self, args: &[&str]) -> Self {
        self.command.args(args);
        self
    }

    fn spawn(mut self) -> Child {
        self.command.spawn().unwrap()
    }

    fn output(mut self) -> Output {
        self.command.output().unwrap()
    }
}

#[test]
fn as_aws_batch_starts_it() {
    let (server, store) = start();
    put(&store, "in/clip.webm", &clip("vp9-altref.webm"));
    let done = Program::new(&server).input("in/clip.webm").output();
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    let said = String::from_utf8(done.stdout).unwrap();
    assert!(
        said.contains("s3://clips/in/clip.webm -> s3://clips/out/clip.hevc"),
        "{said}"
    );
    assert!(said.contains("frames     25 of 320x192"), "{said}");
    let hevc = std::fs::read(server.folder().join("clips/out/clip.hevc")).unwrap();
    assert_eq!(
        hevc[..5],
        [0, 0, 0, 1, 0x40],
        "a video parameter set comes first"
    );
}

#[test]
fn what_is_there_is_not_made_again() {
    let (server, store) = start();
    put(&store, "in/clip.webm", &clip("vp9-altref.webm"));
    let run = |args: &[&str]| {
        let done = Program::new(&server).input("in/clip.webm").args(args);
        let done = done.output();
        assert!(done.status.success(), "{done:?}");
        let said = [done.stdout, done.stderr].concat();
        String::from_utf8(said).unwrap()
    };
    let none = files(&server);
    let said = run(&["--dry-run"]);
    assert!(said.contains("Vp9 of 320x192 at 25 frames/s"), "{said}");
    assert_eq!(files(&server), none, "a dry run makes nothing");
    assert!(run(&[]).contains("frames     25"));
    assert!(run(&[]).contains("out/clip.hevc is there already"));
    assert!(run(&["--force"]).contains("frames     25"));
    assert!(
        run(&["--qp", "30"]).contains("frames     25"),
        "other options"
    );
    put(&store, "out/clip.hevc", b"something else");
    assert!(
        run(&["--qp", "30"]).contains("frames     25"),
        "another output"
    );
    put(&store, "in/clip.webm", &clip("vp9-live.webm"));
    assert!(
        run(&["--qp", "30"]).contains("frames     25"),
        "another input"
    );
}

/// One that fails does not keep the others from being made, and another run makes only the rest.
#[test]
fn a_folder_of_videos() {
    let (server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    put(&store, "in/b/b.webm", b"no video");
    put(&store, "in/b/c.mkv", &clip("hevc.mkv"));
    let run = || {
        let done = Program::new(&server).input("in/").output();
        (done.status.code(), String::from_utf8(done.stderr).unwrap())
    };
    let (status, said) = run();
    assert_eq!(status, Some(65), "{said}");
    assert!(said.contains("2 of 3 inputs done, 1 failed"), "{said}");
    assert!(said.contains("in/b/b.webm: this is a text file"), "{said}");
    put(&store, "in/b/b.webm", &clip("vp9-live.webm"));
    let (status, said) = run();
    assert_eq!(status, Some(0), "{said}");
    assert_eq!(said.matches("is there already").count(), 2, "{said}");
    for name in ["a.hevc", "b/b.hevc", "b/c.hevc"] {
        let path = server.folder().join("clips/out").join(name);
        assert!(path.is_file(), "{name}");
    }
    put(&store, "in/a.mkv", &clip("hevc.mkv"));
    let (status, said) = run();
    assert_eq!(status, Some(64), "{said}");
    assert!(
        said.contains("a.mkv and a.webm would both make s3://clips/out/a.hevc"),
        "{said}"
    );
}

/// In AWS Batch each line is JSON, and the last has metrics for CloudWatch.
#[test]
fn logs_of_aws_batch() {
    let (server, store) = start();
    put(&store, "in/clip.webm", &clip("vp9-altref.webm"));
    let batch = |key| {
        let program = Program::new(&server).input(key);
        let program = program.env("AWS_BATCH_JOB_ID", "5:7");
        let program = program.env("AWS_BATCH_JOB_ATTEMPT", "2");
        program.env("AWS_BATCH_JOB_ARRAY_INDEX", "7").output()
    };
    let lines = |bytes: Vec<u8>| -> Vec<serde_json::Value> {
        let text = String::from_utf8(bytes).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    };
    let done = batch("in/clip.webm");
    let said = lines([done.stderr, done.stdout].concat());
    for line in &said {
        let job = [&line["job_id"], &line["array_index"], &line["attempt"]];
        assert_eq!(job, ["5:7", "7", "2"]);
    }
    let last = said.last().unwrap();
    assert_eq!(last["FramesEncoded"], 25);
    let metrics = last["_aws"]["CloudWatchMetrics"][0]["Metrics"]
        .as_array()
        .unwrap();
    for metric in metrics {
        let name = metric["Name"].as_str().unwrap();
        assert!(last[name].is_number(), "{name}");
    }
    let failed = lines(batch("in/none.webm").stderr);
    let last = failed.last().unwrap();
    assert_eq!(last["level"], "error");
    assert!(
        last["message"].as_str().unwrap().contains("does not exist"),
        "{last}"
    );
}

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

/// Noise takes so many bytes that parts of the output are in S3 already.
#[test]
fn a_signal_ends_it_in_good_order() {
    let (server, store) = start();
    put(&store, "in/a.yuv", &noise(400 * 320 * 192 * 3 / 2));
    let before = files(&server);
    let program = Program::new(&server).input("in/a.yuv");
    let child = program.args(&["-s", "320x192", "--qp", "1"]).spawn();
    let started = Instant::now();
    while files(&server) == before {
        assert!(started.elapsed() < Duration::from_secs(120), "no part came");
        sleep(Duration::from_millis(10));
    }
    stop(child);
    assert_eq!(files(&server), before);
}

/// Asks the program to end, as AWS Batch does, and waits until it has.
fn stop(child: Child) {
    let asked = Instant::now();
    let kill = format!("kill -TERM {}", child.id());
    let sent = Command::new("sh").args(["-c", &kill]).status().unwrap();
    assert!(sent.success());
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(75), "{done:?}");
    assert!(
        asked.elapsed() < Duration::from_secs(5),
        "{:?}",
        asked.elapsed()
    );
}

/// An encoder that takes seconds for a picture must not hold up the end: nobody waits for it.
#[test]
fn a_signal_at_8k_ends_it_at_once() {
    let (server, store) = start();
    let picture = 7680 * 4320 * 3 / 2;
    put(&store, "in/a.yuv", &noise(picture).repeat(6));
    let before = files(&server);
    let args = ["-s", "7680x4320", "--qp", "1"];
    let child = Program::new(&server).input("in/a.yuv").args(&args).spawn();
    let started = Instant::now();
    while files(&server) == before {
        assert!(started.elapsed() < Duration::from_secs(240), "no part came");
        sleep(Duration::from_millis(10));
    }
    stop(child);
    assert_eq!(files(&server), before);
}

/// Inputs that other tools make, in the forms that the other tests do not have.
#[test]
fn other_inputs() {
    let (_server, store) = start();
    let y4m = [
        &b"YUV4MPEG2 W320 H192 F25:1 Ip C420jpeg\n"[..],
        &[&b"FRAME\n"[..], &[99; 320 * 192 * 3 / 2]]
            .concat()
            .repeat(3),
    ];
    put(&store, "in/a.y4m", &y4m.concat());
    put(&store, "in/a.ivf", &ivf(&clip("vp9-altref.webm")));
    put(&store, "in/a.bin", &bare(&clip("hevc.mkv")));
    put(&store, "in/b.bin", &bare(&clip("h264-aac.mp4")));
    put(&store, "in/a.mp4", &clip("h264-fragments.mp4"));
    for (name, frames) in [
        ("a.y4m", 3),
        ("a.ivf", 25),
        ("a.bin", 25),
        ("b.bin", 25),
        ("a.mp4", 25),
    ] {
        let mut settings = Settings::default();
        settings.format = Some(Format::Mp4);
        let job = Job {
            input: location(&format!("in/{name}")),
            output: location(&format!("out/{name}.mp4")),
            settings,
        };
        let device = Device::choose(Choice::Software, 0).unwrap();
        let report = job.run(job.open(&store).unwrap(), &store, &device).unwrap();
        assert_eq!((report.frames, report.size), (frames, Size::new(320, 192)));
        if name != "a.y4m" {
            let quality = Quality::of(&job, &report, &store, &device).unwrap();
            quality.check().unwrap();
        }
        let times = times(&store, &job.target());
        let expected: Vec<_> = (0..frames as i64)
            .map(|number| number * 1000 / 25)
            .collect();
        let rate = if name.ends_with("bin") {
            30.0 / 25.0
        } else {
            1.0
        };
        for (time, expected) in times.iter().zip(&expected) {
            assert!(
                (time * rate - *expected as f64).abs() < 1.0,
                "{name}: {times:?}"
            );
        }
        assert_eq!(times.len(), expected.len(), "{name}");
    }
}

fn each_packet(bytes: Vec<u8>, mut take: impl FnMut(demux::Packet<'_>)) -> demux::VideoInfo {
    let size = bytes.len() as u64;
    let mut demux = demux::open(std::io::Cursor::new(bytes), size, "it", None).unwrap();
    while let Some(packet) = demux.next().unwrap() {
        take(packet);
    }
    demux.info().clone()
}

/// In milliseconds.
fn times(store: &Store, at: &Location) -> Vec<f64> {
    let (mut bytes, mut times) = (Vec::new(), Vec::new());
    store.open(at).unwrap().read_to_end(&mut bytes).unwrap();
    let info = each_packet(bytes, |packet| times.push(packet.pts as f64));
    let unit = info.time_base.as_f64() * 1000.0;
    times.iter().map(|time| time * unit).collect()
}

fn bare(clip: &[u8]) -> Vec<u8> {
    let mut stream = Vec::new();
    each_packet(clip.to_vec(), |packet| {
        stream.extend_from_slice(packet.data);
    });
    stream
}

fn ivf(clip: &[u8]) -> Vec<u8> {
    let mut file = b"DKIF\0\0\x20\0VP90\x40\x01\xc0\0".to_vec();
    for number in [1000_u32, 1, 0, 0] {
        file.extend(number.to_le_bytes());
    }
    each_packet(clip.to_vec(), |packet| {
        file.extend((packet.data.len() as u32).to_le_bytes());
        file.extend(packet.pts.to_le_bytes());
        file.extend(packet.data);
    });
    file
}
