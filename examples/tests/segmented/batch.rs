//! What AWS Batch is given, and that it does the work.

use std::process::Output;

use examples::exit::Exit;
use examples::s3server::S3Server;
use examples::store::{Location, Store};
use examples::summary::Summary;
use serde_json::{Value, json};

use crate::support::{clip, location, put, start};
use crate::work::{batch, check, job, program, put_film, to_the_end};

#[test]
fn submitted_to_aws_batch() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let (endpoint, jobs) = batch(2);
    let input = location("in/film.mp4").to_string();
    let output = location("out/").to_string();
    let places = ["submit", "--input", &input, "--output", &output];
    let queue = [
        "--queue",
        "gpus",
        "--definition",
        "s3-batch:3",
        "--concat-queue",
        "cpus",
    ];
    let options = ["--segment-seconds", "1", "--qp", "24"];
    let mut submit = program(&server, &[&places[..], &queue, &options].concat());
    let done = submit
        .env("AWS_ENDPOINT_URL_BATCH", endpoint)
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    let jobs = jobs.join().unwrap();
    let (head, segments) = &jobs[0];
    assert!(head.starts_with("POST /v1/submitjob "), "{head}");
    assert!(head.contains("/us-east-1/batch/aws4_request"), "{head}");
    assert_eq!(segments["arrayProperties"], json!({"size": 2}));
    assert_eq!(
        (&segments["jobQueue"], &segments["jobDefinition"]),
        (&json!("gpus"), &json!("s3-batch:3"))
    );
    let concat = &jobs[1].1;
    assert_eq!(concat["jobQueue"], "cpus");
    assert_eq!(concat["dependsOn"], json!([{"jobId": "job-0"}]));
    // What Batch would start is what does the work.
    for (command, index) in [(segments, "0"), (segments, "1"), (concat, "")] {
        let command = command["containerOverrides"]["command"].as_array().unwrap();
        let words: Vec<&str> = command.iter().map(|word| word.as_str().unwrap()).collect();
        let mut job = program(&server, &words);
        if !index.is_empty() {
            job.env("AWS_BATCH_JOB_ARRAY_INDEX", index);
        }
        to_the_end(job);
    }
    let (job, _) = job("film.mp4", "out/film.hevc", &[]);
    check(&store, &job, 60);
    // The same again has nothing to do, and asks nobody.
    let done = program(&server, &[&places[..], &queue, &options].concat())
        .output()
        .unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    assert!(
        said.contains("out/film.hevc is complete: 60 frames"),
        "{said}"
    );
    let frames = program(&server, &[&places[..], &queue, &["--frames", "1"]].concat()).output();
    assert_eq!(frames.unwrap().status.code(), Some(64));
}

/// What submitting the folder `in/` gives AWS Batch.
fn submit_folder(server: &S3Server, more: &[&str]) -> Vec<Value> {
    let (endpoint, jobs) = batch(2);
    let (input, output) = (location("in/").to_string(), location("out/").to_string());
    let places = ["submit", "--input", &input, "--output", &output];
    let queue = ["--queue", "gpus", "--definition", "s3-batch"];
    let others = ["--format", "mp4", "--concat-queue", "cpus"];
    let mut submit = program(server, &[&places[..], &queue, &others, more].concat());
    let done = submit.env("AWS_ENDPOINT_URL_BATCH", endpoint).output();
    assert!(done.as_ref().unwrap().status.success(), "{done:?}");
    let jobs = jobs.join().unwrap();
    jobs.into_iter().map(|(_, job)| job).collect()
}

/// A job as Batch starts it.
fn started(server: &S3Server, job: &Value, more: &[(&str, &str)]) -> Output {
    let command = job["containerOverrides"]["command"].as_array().unwrap();
    let words: Vec<&str> = command.iter().map(|word| word.as_str().unwrap()).collect();
    let mut job = program(server, &words);
    job.envs(more.iter().copied()).output().unwrap()
}

fn index(number: &str) -> [(&str, &str); 2] {
    [
        ("AWS_BATCH_JOB_ARRAY_INDEX", number),
        ("AWS_BATCH_JOB_ATTEMPT", "1"),
    ]
}

#[test]
fn a_folder_submitted_to_aws_batch() {
    let (server, store) = start();
    for name in ["in/b.webm", "in/c/d.webm"] {
        put(&store, name, &clip("vp9-altref.webm"));
    }
    let jobs = submit_folder(&server, &[]);
    let [videos, report] = &jobs[..] else {
        panic!("{jobs:?}");
    };
    assert_eq!(videos["arrayProperties"], json!({"size": 2}));
    assert_eq!(videos["retryStrategy"]["attempts"], 5);
    assert_eq!(report["jobQueue"], "cpus");
    assert_eq!(report["dependsOn"], json!([{"jobId": "job-0"}]));
    for number in ["1", "0"] {
        let done = started(&server, videos, &index(number));
        assert!(done.status.success(), "{done:?}");
    }
    for name in ["out/b.mp4", "out/c/d.mp4"] {
        assert!(store.version(&location(name)).unwrap().is_some(), "{name}");
    }
    let none = started(&server, videos, &index("2"));
    assert_eq!(none.status.code(), Some(64), "{none:?}");
    assert!(started(&server, report, &[]).status.success());
    let summary = summary(&store);
    assert_eq!((summary.done, summary.failed), (2, 0));
    let frames: Vec<_> = summary.outcomes.iter().map(|one| one.frames).collect();
    assert_eq!(frames, [Some(25); 2]);
}

/// The report that is in the folder of the outputs, where nothing of the jobs is left.
fn summary(store: &Store) -> Summary {
    let all = store.list(&location("out/")).unwrap();
    let names: Vec<_> = all.iter().map(Location::to_string).collect();
    assert!(!names.iter().any(|name| name.contains(".work/")), "{all:?}");
    let report = all.iter().find(|one| one.name().starts_with("report-"));
    let report = report.unwrap_or_else(|| panic!("{all:?}"));
    serde_json::from_slice(&store.read(report).unwrap()).unwrap()
}

/// One that cannot be made does not keep the others, nor the report, from being made.
#[test]
fn one_bad_video_in_a_folder() {
    let (server, store) = start();
    put(&store, "in/a.webm", b"no video at all");
    put(&store, "in/b.webm", &clip("vp9-altref.webm"));
    put(&store, "in/c.webm", &clip("vp9-altref.webm"));
    let jobs = submit_folder(&server, &[]);
    for number in ["0", "1"] {
        // Settings are those of submit alone.
        let [number, _] = index(number);
        let done = started(&server, &jobs[0], &[number, ("S3_BATCH_QP", "none")]);
        assert!(done.status.success(), "{done:?}");
    }
    // No GPU is a fault of one machine, and no reason to lose the report.
    let [number, _] = index("2");
    let done = started(&server, &jobs[0], &[number, ("S3_BATCH_DEVICE", "gpu")]);
    assert!(done.status.success(), "{done:?}");
    for _ in 0..2 {
        // The second time as after a job that was killed at its very end.
        let told = started(&server, &jobs[1], &[]);
        assert_eq!(told.status.code(), Some(65), "{told:?}");
        let said = String::from_utf8(told.stderr).unwrap();
        assert!(said.contains("1 videos done, 2 failed"), "{said}");
        let summary = summary(&store);
        let statuses: Vec<_> = summary.outcomes.iter().map(|one| one.status).collect();
        assert_eq!(statuses, [Exit::BadInput, Exit::Done, Exit::Unsupported]);
        let error = summary.outcomes[0].error.as_deref().unwrap();
        assert!(error.contains("a text file"), "{error}");
    }
    // Made again, it is seen that one of them is there; and made again with force.
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let again = submit_folder(&server, &[]);
    let there = started(&server, &again[0], &index("1"));
    let said = String::from_utf8(there.stderr).unwrap();
    assert!(said.contains("is there already"), "{said}");
    let forced = submit_folder(&server, &["--force"]);
    let made = started(&server, &forced[0], &index("1"));
    let said = String::from_utf8(made.stderr).unwrap();
    assert!(!said.contains("is there already"), "{said}");
}

/// What another try may mend gets one, until there are no more; the last is noted.
#[test]
fn tries_of_a_video_in_a_folder() {
    let (server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let jobs = submit_folder(&server, &[]);
    assert_eq!(jobs[0]["arrayProperties"], Value::Null, "one is no array");
    let busy = ("NVSOFT_FAULTS", "nvEncEncodePicture:*=10");
    let tried = |number| {
        started(
            &server,
            &jobs[0],
            &[("AWS_BATCH_JOB_ATTEMPT", number), busy],
        )
    };
    let fourth = tried("4");
    assert_eq!(fourth.status.code(), Some(75), "{fourth:?}");
    let last = tried("5");
    assert!(last.status.success(), "{last:?}");
    let told = started(&server, &jobs[1], &[]);
    // Another try would report the same.
    assert_eq!(told.status.code(), Some(70), "{told:?}");
    assert_eq!(summary(&store).outcomes[0].status, Exit::TryAgain);
}
