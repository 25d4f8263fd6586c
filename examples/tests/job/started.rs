//! What the program does, and what it says.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::program::Program;
use crate::support::{clip, files, location, put, start};

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
    assert!(said.contains("VP9 of 320x192 at 25 frames/s"), "{said}");
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

/// It promises nothing that the job then refuses, and tells what the job leaves out.
#[test]
fn a_dry_run_tells_what_would_be_refused() {
    let (server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    put(&store, "in/b.mov", &clip("pcm.mov"));
    let run = |key: &str, args: &[&str]| {
        let program = Program::new(&server).input(key).args(args);
        let done = program.args(&["--dry-run"]).output();
        let said = [done.stdout, done.stderr].concat();
        (done.status.code(), String::from_utf8(said).unwrap())
    };
    let (status, said) = run("in/a.webm", &["--copy", "--format", "mkv"]);
    assert_eq!(status, Some(64), "{said}");
    assert!(
        said.contains("only H.264 and HEVC can be written"),
        "{said}"
    );
    let (status, said) = run("in/a.webm", &["--format", "mkv"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("output     HEVC in Matroska"), "{said}");
    let (status, said) = run("in/b.mov", &["--codec", "h264", "--format", "mp4"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("output     H.264 in MP4"), "{said}");
    assert!(said.contains("left out of s3://clips/in/b.mov"), "{said}");
}

/// One that fails does not keep the others from being made, and another run makes only the rest.
/// Standard output has the stream alone; what is told of it goes to standard error.
#[test]
fn an_output_for_the_next_program() {
    let (server, store) = start();
    put(&store, "in/a.mp4", &clip("hevc-faststart.mp4"));
    let program = || Program::new(&server).input("in/a.mp4");
    let kept = |key: &str| store.read(&location(key)).unwrap();
    for (format, key) in [("annexb", "out/a.hevc"), ("fmp4", "out/a.mp4")] {
        let args = ["--copy", "--format", format];
        let target = location(key).to_string();
        let named = program().args(&args).args(&["--output", &target]).output();
        assert!(named.status.success(), "{named:?}");
        let done = program().args(&args).args(&["--output", "-"]).output();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{said}");
        assert!(done.stdout == kept(key), "{format}");
        assert!(said.contains("in/a.mp4 -> -"), "{said}");
    }
    let args = ["--copy", "--format", "mp4", "--output", "/dev/stdout"];
    let done = program().args(&args).output();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.stdout.is_empty() && !done.status.success(), "{said}");
    assert!(said.contains("--format (fmp4 or annexb)"), "{said}");
}

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

/// In AWS Batch each line is JSON, and the last of a job that made something has metrics.
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
    let started = SystemTime::now();
    let done = batch("in/clip.webm");
    let said = lines([done.stderr, done.stdout].concat());
    for line in &said {
        let job = [&line["job_id"], &line["array_index"], &line["attempt"]];
        assert_eq!(job, ["5:7", "7", "2"]);
    }
    let last = said.last().unwrap();
    assert_eq!(last["FramesEncoded"], 25);
    is_embedded_metrics(last, started);
    let wrong = Program::new(&server).env("AWS_BATCH_JOB_ID", "5:7");
    let wrong = lines(wrong.args(&["--bitrate", "fast"]).output().stderr);
    assert_eq!((wrong.len(), &wrong[0]["level"]), (1, &"error".into()));
    let failed = lines(batch("in/none.webm").stderr);
    let last = failed.last().unwrap();
    assert_eq!(last["level"], "error");
    assert!(
        last["message"].as_str().unwrap().contains("does not exist"),
        "{last}"
    );
}

/// As CloudWatch takes it: of now, in a namespace, without dimensions, and each metric a number.
fn is_embedded_metrics(line: &serde_json::Value, started: SystemTime) {
    let milliseconds = |time: SystemTime| time.duration_since(UNIX_EPOCH).unwrap().as_millis();
    let time = u128::from(line["_aws"]["Timestamp"].as_u64().unwrap());
    let near = milliseconds(started)..=milliseconds(SystemTime::now());
    assert!(near.contains(&time), "{time} is not in {near:?}");
    let metrics = line["_aws"]["CloudWatchMetrics"].as_array().unwrap();
    assert_eq!(metrics.len(), 1, "{line}");
    assert_eq!(metrics[0]["Namespace"], "s3-batch");
    assert_eq!(metrics[0]["Dimensions"], serde_json::json!([[]]));
    let named = metrics[0]["Metrics"].as_array().unwrap();
    assert!(!named.is_empty());
    for metric in named {
        let name = metric["Name"].as_str().unwrap();
        assert!(line[name].is_number(), "{name}");
    }
}

/// As a job definition has them. What the command line says wins.
#[test]
fn options_of_the_environment() {
    let (server, store) = start();
    put(&store, "in/clip.webm", &clip("vp9-altref.webm"));
    let run = |args: &[&str]| {
        let program = Program::new(&server).input("in/clip.webm").args(args);
        let program = program.env("S3_BATCH_FRAMES", "3").env("S3_BATCH_QP", "30");
        let program = program.env("S3_BATCH_FORCE", "1");
        let done = program.env("S3_BATCH_DRY_RUN", "0").output();
        assert!(done.status.success(), "{done:?}");
        String::from_utf8(done.stdout).unwrap()
    };
    assert!(run(&[]).contains("frames     3 of"));
    assert!(run(&[]).contains("frames     3 of"), "made again");
    assert!(run(&["--frames", "2"]).contains("frames     2 of"));
    let program = || Program::new(&server).input("in/clip.webm");
    let refused = program().env("S3_BATCH_BITRATE", "fast").output();
    assert_eq!(refused.status.code(), Some(64), "{refused:?}");
    // One that says no is as if it were not there.
    let program = program().env("S3_BATCH_COPY", "0").args(&["--qp", "30"]);
    let done = program.args(&["--dry-run"]).output();
    assert!(done.status.success(), "{done:?}");
}

/// A job of a list has the settings that submit was given, however the list is named.
#[test]
fn options_of_the_environment_are_not_for_a_list() {
    let (server, store) = start();
    put(&store, "in/clip.webm", &clip("vp9-altref.webm"));
    let list = r#"{"id": "1", "input": "s3://clips/in/", "output": "s3://clips/out/",
        "names": ["clip.webm"]}"#;
    put(&store, "list.json", list.as_bytes());
    let at = location("list.json").to_string();
    let run = |program: Program| {
        let program = program
            .env("S3_BATCH_FRAMES", "3")
            .env("S3_BATCH_FORCE", "1");
        let done = program.output();
        assert!(done.status.success(), "{done:?}");
        String::from_utf8(done.stdout).unwrap()
    };
    let program = || Program::new(&server);
    let by_word = run(program().args(&[&format!("--list={at}")]));
    let by_variable = run(program().env("S3_BATCH_LIST", &at));
    for said in [by_word, by_variable] {
        assert!(said.contains("frames     25 of"), "{said}");
    }
}
