//! The steps of a job with parts, and a look at what came of it.

#![allow(unreachable_pub)] // a test has no users

use std::io::Write as _;
use std::net::TcpListener;
use std::os::unix::process::ExitStatusExt as _;
use std::process::Command;
use std::thread::{JoinHandle, sleep};
use std::time::{Duration, Instant};

use examples::device::{Choice, Device};
use examples::job::{Job, Report, Settings};
use examples::s3server::S3Server;
use examples::segmented::{self, Plan, Segment};
use examples::store::{Location, Store};
use examples::verify::Quality;
use serde_json::Value;

use crate::proxy;
use crate::support::{location, noise, put, s3_batch};

pub fn device() -> Device {
    Device::choose(Choice::Software, 0).unwrap()
}

pub fn job(name: &str, output: &str, words: &[&str]) -> (Job, Vec<String>) {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    let job = Job {
        input: location(&format!("in/{name}")),
        output: location(output),
        settings: Settings::of_words(&words).unwrap(),
    };
    (job, words)
}

/// A plan of `job`, split at every key picture.
pub fn plan(store: &Store, (job, words): &(Job, Vec<String>)) -> Plan {
    let plan = Plan::make(store, job, words.clone(), 0.1).unwrap();
    plan.write(store).unwrap();
    plan
}

pub fn made(segment: Segment) -> Report {
    match segment {
        Segment::Made(_, report) => report,
        other => panic!("{other:?}"),
    }
}

/// Does all the jobs of a plan.
pub fn all(store: &Store, plan: &Plan) -> Vec<u64> {
    let device = device();
    let each = 0..plan.parts.len();
    let frames = each.map(|number| {
        let segment = segmented::segment(store, plan, number, &device).unwrap();
        made(segment).frames
    });
    let frames = frames.collect();
    segmented::concat(store, plan).unwrap();
    frames
}

/// A film of 60 pictures with key pictures, every tenth, in MP4.
pub fn put_film(store: &Store, words: &[&str]) {
    let picture = noise(160 * 160 * 3 / 2);
    put(store, "in/film.yuv", &picture.repeat(60));
    let words = [&["--size=160x160", "--gop=10"], words].concat();
    let (job, _) = job("film.yuv", "in/film.mp4", &words);
    let report = job.run(job.open(store).unwrap(), store, &device());
    assert_eq!(report.unwrap().frames, 60);
}

/// The output has the pictures of the input, at their times.
pub fn check(store: &Store, job: &Job, frames: u64) {
    let (_, report) = whole(store, job);
    assert_eq!(report.frames, frames);
    let quality = Quality::of(job, &report, store, &device()).unwrap();
    quality.check().unwrap();
}

/// The same job at once, to another place.
pub fn whole(store: &Store, job: &Job) -> (Job, Report) {
    let mut whole = job.clone();
    whole.output = job.target().with_suffix(".whole.mp4");
    whole.settings.format = Some(examples::mux::Format::Mp4);
    let report = whole.run(whole.open(store).unwrap(), store, &device());
    (whole, report.unwrap())
}

pub fn times(store: &Store, job: &Job) -> Vec<i64> {
    let reader = store.open(&job.target()).unwrap();
    let size = reader.size();
    let mut demux = examples::demux::open(reader, size, "it", None).unwrap();
    let mut times = Vec::new();
    while let Some(packet) = demux.next().unwrap() {
        times.push(packet.pts);
    }
    times.sort_unstable();
    times
}

/// How many packets of sound there are in each track, and its language.
pub fn sound(store: &Store, at: &Location) -> Vec<(usize, String)> {
    let reader = store.open(at).unwrap();
    let size = reader.size();
    let Some(mut sound) = examples::demux::open_sound(reader, size, "it").unwrap() else {
        return Vec::new();
    };
    let languages = sound.tracks().iter().map(|track| track.language.clone());
    let mut tracks: Vec<_> = languages.map(|language| (0, language)).collect();
    while let Some((track, _)) = sound.next().unwrap() {
        tracks[track].0 += 1;
    }
    tracks
}

/// The program, as AWS Batch starts it.
pub fn program(server: &S3Server, args: &[&str]) -> Command {
    let mut command = s3_batch(server);
    command.args(args);
    command
}

/// Stands for AWS Batch: answers each job that is submitted with a number, and tells of them.
pub fn batch(count: usize) -> (String, JoinHandle<Vec<(String, Value)>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let thread = std::thread::spawn(move || {
        let answer = |number: usize| {
            let (mut client, _) = listener.accept().unwrap();
            let (head, body) = proxy::request_parts(&client).unwrap();
            let said = format!("{{\"jobId\": \"job-{number}\", \"jobName\": \"a\"}}");
            let length = said.len();
            let head_back = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length:";
            write!(client, "{head_back} {length}\r\n\r\n{said}").unwrap();
            (head, serde_json::from_slice(&body).unwrap())
        };
        (0..count).map(answer).collect()
    });
    (endpoint, thread)
}

/// Runs it to its end, and tells how long that took.
pub fn to_the_end(mut command: Command) -> Duration {
    let started = Instant::now();
    let done = command.output().unwrap();
    assert!(done.status.success(), "{done:?}");
    started.elapsed()
}

/// Kills it after that time; false when it was at its end by then.
pub fn kill_after(mut command: Command, time: Duration) -> bool {
    let mut child = command.spawn().unwrap();
    sleep(time);
    child.kill().unwrap();
    child.wait().unwrap().signal() == Some(libc::SIGKILL)
}
