//! What the tests share: clips, and a look at what an S3 server keeps.

#![allow(dead_code, unreachable_pub)] // no test uses all of it

use std::io::{Cursor, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use examples::demux;
use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::s3server::S3Server;
use examples::store::{Location, Store};

/// The bucket that tests use.
pub const BUCKET: &str = "clips";

pub fn start() -> (S3Server, Store) {
    let server = S3Server::start(&[BUCKET]).unwrap();
    let store = Store::new(server.access()).unwrap();
    (server, store)
}

/// The program s3-batch, with no environment but the server's and what sets the software device up.
pub fn s3_batch(server: &S3Server) -> Command {
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
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// What a job makes that copies the pictures as they are coded.
pub fn copy(store: &Store, input: &str, output: &str, format: &str) -> Vec<u8> {
    let words = ["--copy", "--format", format].map(str::to_owned);
    let job = Job {
        input: location(input),
        output: location(output),
        settings: Settings::of_words(&words).unwrap(),
    };
    let device = Device::choose(Choice::Software, 0).unwrap();
    job.run(job.open(store).unwrap(), store, &device).unwrap();
    store.read(&job.target()).unwrap()
}

pub fn location(key: &str) -> Location {
    format!("s3://{BUCKET}/{key}").parse().unwrap()
}

pub fn put(store: &Store, key: &str, bytes: &[u8]) {
    let mut writer = store.create(&location(key)).unwrap();
    writer.write_all(bytes).unwrap();
    assert_eq!(writer.finish().unwrap(), bytes.len() as u64);
}

/// A file of `tests/clips`.
pub fn clip(name: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/clips");
    std::fs::read(folder.join(name)).unwrap()
}

/// No two blocks of it are alike.
pub fn noise(count: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    std::iter::repeat_with(next).take(count).collect()
}

/// All that the server keeps: objects, and its notes on objects and uploads. Not the file that
/// it was about to make when its client was killed: that is its own and it never removes it.
pub fn files(server: &S3Server) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![server.folder().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !about_to_be_written(&path) {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Whether s3s-fs has not yet given this file the name of what is being written.
fn about_to_be_written(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with(".tmp.") && name.ends_with(".internal.part")
}

/// What a tool says of a file that holds these bytes, and of nothing wrong with it; `None` where
/// it is not installed.
pub fn said_by(tool: &str, args: &[&str], bytes: &[u8], name: &str) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let Ok(done) = Command::new(tool).args(args).arg(&path).output() else {
        println!("{tool} is not installed: {name} was not looked at with it");
        return None;
    };
    assert!(done.status.success() && done.stderr.is_empty(), "{done:?}");
    Some(String::from_utf8(done.stdout).unwrap())
}

/// FFmpeg and mkvinfo read it without a complaint, where they are installed.
pub fn accepted(bytes: &[u8], name: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-v", "warning", "-i"]).arg(&path);
    let all = ["-map", "0:v", "-map", "0:a?", "-f", "null", "-"];
    if let Ok(done) = ffmpeg.args(all).output() {
        let said = String::from_utf8_lossy(&done.stderr);
        // It has to where sound is not coded, and it is right.
        let mut said = said
            .lines()
            .filter(|line| !line.starts_with("Guessed Channel"));
        assert!(done.status.success() && said.next().is_none(), "{done:?}");
    }
    if !name.ends_with("mkv") {
        return;
    }
    if let Some(said) = said_by("mkvinfo", &["--all"], bytes, name) {
        assert!(said.contains("Cue track position"), "{said}");
        let said = said.to_lowercase();
        assert!(
            !said.contains("unknown") && !said.contains("error"),
            "{said}"
        );
    }
}

/// When the picture is shown that is shown first, in seconds.
pub fn first_picture(bytes: &[u8], name: &str) -> f64 {
    let reader = Cursor::new(bytes.to_vec());
    let mut demux = demux::open(reader, bytes.len() as u64, name, None).unwrap();
    let mut first = i64::MAX;
    while let Some(packet) = demux.next().unwrap() {
        first = first.min(packet.pts);
    }
    first as f64 * demux.info().time_base.as_f64()
}
