//! One video by many jobs: the parts hold all of it, once, whatever becomes of the jobs.

use std::collections::hash_map::RandomState;
use std::hash::BuildHasher as _;
use std::io::Write as _;
use std::net::TcpListener;
use std::process::{Command, Stdio};
use std::thread::{JoinHandle, sleep};
use std::time::{Duration, Instant};

use examples::device::{Choice, Device};
use examples::job::{Job, Part, Report, Settings};
use examples::s3server::S3Server;
use examples::segmented::{self, Concat, Plan, Record, Segment};
use examples::store::{Location, Store};
use examples::verify::Quality;
use serde_json::{Value, json};
use support::{clip, files, location, noise, put, start};

#[path = "support/proxy.rs"]
mod proxy;
mod support;

fn device() -> Device {
    Device::choose(Choice::Software, 0).unwrap()
}

fn job(name: &str, output: &str, words: &[&str]) -> (Job, Vec<String>) {
    let words: Vec<String> = words.iter().map(ToString::to_string).collect();
    let job = Job {
        input: location(&format!("in/{name}")),
        output: location(output),
        settings: Settings::of_words(&words).unwrap(),
    };
    (job, words)
}

/// A plan of `job`, split at every key picture.
fn plan(store: &Store, (job, words): &(Job, Vec<String>)) -> Plan {
    let plan = Plan::make(store, job, words.clone(), 0.1).unwrap();
    plan.write(store).unwrap();
    plan
}

fn made(segment: Segment) -> Report {
    match segment {
        Segment::Made(_, report) => report,
        other => panic!("{other:?}"),
    }
}

/// Does all the jobs of a plan.
fn all(store: &Store, plan: &Plan) -> Vec<u64> {
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
fn put_film(store: &Store, words: &[&str]) {
    let picture = noise(160 * 160 * 3 / 2);
    put(store, "in/film.yuv", &picture.repeat(60));
    let words = [&["--size=160x160", "--gop=10"], words].concat();
    let (job, _) = job("film.yuv", "in/film.mp4", &words);
    let report = job.run(job.open(store).unwrap(), store, &device());
    assert_eq!(report.unwrap().frames, 60);
}

/// The output has the pictures of the input, at their times.
fn check(store: &Store, job: &Job, frames: u64) {
    let (_, report) = whole(store, job);
    assert_eq!(report.frames, frames);
    let quality = Quality::of(job, &report, store, &device()).unwrap();
    quality.check().unwrap();
}

/// The same job at once, to another place.
fn whole(store: &Store, job: &Job) -> (Job, Report) {
    let mut whole = job.clone();
    whole.output = job.target().with_suffix(".whole.mp4");
    whole.settings.format = Some(examples::mux::Format::Mp4);
    let report = whole.run(whole.open(store).unwrap(), store, &device());
    (whole, report.unwrap())
}

fn times(store: &Store, job: &Job) -> Vec<i64> {
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

/// How many packets of sound there are.
fn sound(store: &Store, at: &Location) -> usize {
    let reader = store.open(at).unwrap();
    let size = reader.size();
    let mut packets = 0;
    if let Some(mut sound) = examples::demux::open_sound(reader, size, "it").unwrap() {
        while sound.next().unwrap().is_some() {
            packets += 1;
        }
    }
    packets
}

#[test]
fn mp4_by_its_index() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let before = files(&server);
    let both = job("film.mp4", "out/film.mp4", &["--qp=24"]);
    let plan = plan(&store, &both);
    let expected: Vec<_> = plan.parts.iter().map(|part| part.frames).collect();
    assert_eq!(expected, [Some(10); 6]);
    assert_eq!(all(&store, &plan), [10; 6]);
    let mut after = files(&server);
    after.retain(|file| !before.contains(file));
    let names: Vec<_> = after.iter().map(|file| file.file_name().unwrap()).collect();
    assert!(names.iter().any(|name| *name == "film.mp4"), "{names:?}");
    assert!(
        names.iter().any(|name| *name == "film.mp4.json"),
        "{names:?}"
    );
    assert!(
        !after
            .iter()
            .any(|file| file.to_string_lossy().contains(".work/")),
        "{after:?}"
    );
    let (whole, _) = whole(&store, &both.0);
    assert_eq!(times(&store, &both.0), times(&store, &whole));
    check(&store, &both.0, 60);
}

#[test]
fn webm_by_its_cues() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let both = job("a.webm", "out/a.hevc", &[]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [12, 12, 1]);
    check(&store, &both.0, 25);
}

#[test]
fn by_several_sessions() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &["--sessions=2", "--gop=5"]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [10; 6]);
    check(&store, &both.0, 60);
}

/// Pictures that are shown before a key picture, and decoded after it, belong to the part before.
#[test]
fn open_groups_of_pictures() {
    let (_server, store) = start();
    for name in ["hevc.mkv", "hevc-faststart.mp4", "h264-aac.mp4"] {
        put(&store, &format!("in/{name}"), &clip(name));
        let both = job(name, &format!("out/{name}.mp4"), &[]);
        let plan = plan(&store, &both);
        assert_eq!(all(&store, &plan), [12, 12, 1], "{name}");
        check(&store, &both.0, 25);
        let packets = sound(&store, &both.0.input);
        assert_eq!(sound(&store, &both.0.target()), packets, "{name}");
        assert_eq!(packets == 0, name.starts_with("hevc"), "{name}");
    }
}

#[test]
fn raw_video_is_split_anywhere() {
    let (_server, store) = start();
    put(&store, "in/a.yuv", &noise(160 * 160 * 3 / 2 * 9));
    let both = job("a.yuv", "out/a.mp4", &["--size=160x160", "--frame-rate=20"]);
    let plan = plan(&store, &both);
    assert_eq!(all(&store, &plan), [2, 2, 2, 2, 1]);
    let times = times(&store, &both.0);
    assert_eq!(times, (0..9).collect::<Vec<_>>());
}

#[test]
fn what_has_no_index_is_one_part() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-live.webm"));
    let both = job("a.webm", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    assert_eq!(plan.parts, [Part::default()]);
    assert_eq!(all(&store, &plan), [25]);
    check(&store, &both.0, 25);
}

#[test]
fn what_is_done_is_not_done_again() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    all(&store, &plan);
    let before = files(&server);
    plan.write(&store).unwrap();
    let again = segmented::concat(&store, &plan).unwrap();
    assert!(matches!(again, Concat::Done(_)), "{again:?}");
    assert_eq!(files(&server), before, "the plan is removed again");
    assert!(
        Record::find(&store, &both.0.target(), &plan.id)
            .unwrap()
            .is_some()
    );
    put(&store, "out/a.mp4", b"something else");
    assert!(
        Record::find(&store, &both.0.target(), &plan.id)
            .unwrap()
            .is_none()
    );
}

#[test]
fn what_does_not_fit_is_refused() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let plan = plan(&store, &both);
    let device = device();
    let refused = |plan: &Plan| segmented::concat(&store, plan).unwrap_err().to_string();
    for number in 0..5 {
        segmented::segment(&store, &plan, number, &device).unwrap();
    }
    assert!(refused(&plan).contains("segment 5 is missing"));
    segmented::segment(&store, &plan, 5, &device).unwrap();
    let again = segmented::segment(&store, &plan, 5, &device).unwrap();
    assert!(matches!(again, Segment::Done(_)), "{again:?}");

    let work = format!("out/a.mp4.work/{}", plan.work);
    put(&store, &format!("{work}/00003.mp4"), b"something else");
    assert!(refused(&plan).contains("segment 3 is missing or was replaced"));
    made(segmented::segment(&store, &plan, 3, &device).unwrap());

    let mut shorter = plan.clone();
    shorter.parts[2].frames = Some(11);
    assert!(refused(&shorter).contains("segment 2 has 10 pictures, the input 11"));
    shorter.parts[2] = plan.parts[1];
    assert!(refused(&shorter).contains("segment 2 begins at the time"));
    assert!(
        store.version(&both.0.target()).unwrap().is_none(),
        "nothing was made"
    );
    segmented::concat(&store, &plan).unwrap();
}

#[test]
fn an_input_that_was_replaced_is_noticed() {
    let (_server, store) = start();
    put_film(&store, &["--qp=20"]);
    let plan = plan(&store, &job("film.mp4", "out/a.mp4", &[]));
    put_film(&store, &["--qp=30"]);
    let refused = segmented::segment(&store, &plan, 1, &device()).unwrap_err();
    assert!(refused.to_string().contains("submit it again"), "{refused}");
}

/// The program, as AWS Batch starts it.
fn program(server: &S3Server, args: &[&str]) -> Command {
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
        .stderr(Stdio::piped())
        .args(args);
    command
}

/// Stands for AWS Batch: answers each job that is submitted with a number, and tells of them.
fn batch(count: usize) -> (String, JoinHandle<Vec<(String, Value)>>) {
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

#[test]
fn a_folder_submitted_to_aws_batch() {
    let (server, store) = start();
    for name in ["in/b.webm", "in/c/d.webm"] {
        put(&store, name, &clip("vp9-altref.webm"));
    }
    let (endpoint, jobs) = batch(1);
    let (input, output) = (location("in/").to_string(), location("out/").to_string());
    let places = [
        "submit", "--input", &input, "--output", &output, "--format", "mp4",
    ];
    let queue = ["--queue", "gpus", "--definition", "s3-batch"];
    let mut submit = program(&server, &[&places[..], &queue].concat());
    let done = submit
        .env("AWS_ENDPOINT_URL_BATCH", endpoint)
        .output()
        .unwrap();
    assert!(done.status.success(), "{done:?}");
    let (_, videos) = &jobs.join().unwrap()[0];
    assert_eq!(videos["arrayProperties"], json!({"size": 2}));
    let command = videos["containerOverrides"]["command"].as_array().unwrap();
    let words: Vec<&str> = command.iter().map(|word| word.as_str().unwrap()).collect();
    for index in ["1", "0"] {
        let mut job = program(&server, &words);
        job.env("AWS_BATCH_JOB_ARRAY_INDEX", index);
        to_the_end(job);
    }
    for name in ["out/b.mp4", "out/c/d.mp4"] {
        assert!(store.version(&location(name)).unwrap().is_some(), "{name}");
    }
    let mut job = program(&server, &words);
    let none = job.env("AWS_BATCH_JOB_ARRAY_INDEX", "2").output().unwrap();
    assert_eq!(none.status.code(), Some(64), "{none:?}");
}

/// Runs it to its end, and tells how long that took.
fn to_the_end(mut command: Command) -> Duration {
    let started = Instant::now();
    let done = command.output().unwrap();
    assert!(done.status.success(), "{done:?}");
    started.elapsed()
}

/// Kills it after that time, unless it is at its end by then.
fn kill_after(mut command: Command, time: Duration) {
    let mut child = command.spawn().unwrap();
    sleep(time);
    child.kill().unwrap();
    child.wait().unwrap();
}

/// A job is killed at 20 moments, spread over all its steps at random: the output is the same
/// each time, to the byte, and nothing else stays.
#[test]
fn killed_at_any_moment() {
    let (server, store) = start();
    put_film(&store, &["--qp=20"]);
    let both = job("film.mp4", "out/a.mp4", &[]);
    let output = both.0.target().to_string();
    let plan = || {
        let plan = Plan::make(&store, &both.0, both.1.clone(), 0.6).unwrap();
        plan.write(&store).unwrap();
        plan
    };
    let first = plan();
    assert_eq!(first.parts.len(), 3);
    let place = first.place().unwrap().to_string();
    let numbers: Vec<String> = (0..first.parts.len())
        .map(|number| number.to_string())
        .collect();
    let segment =
        |number: &str| program(&server, &["segment", "--plan", &place, "--index", number]);
    let concat = || program(&server, &["concat", "--plan", &place, "--output", &output]);
    let mut usual: Vec<Duration> = numbers.iter().map(|it| to_the_end(segment(it))).collect();
    usual.push(to_the_end(concat()));
    let expected = (store.read(&both.0.target()).unwrap(), files(&server));

    let random = RandomState::new();
    for round in 0..20_usize {
        let target = both.0.target();
        store.remove(&target).unwrap();
        store.remove(&target.with_suffix(".json")).unwrap();
        plan();
        let step = round % usual.len();
        let share = (random.hash_one(round) % 1000) as f64 / 1000.0;
        let moment = usual[step].mul_f64(share);
        for number in &numbers[..step.min(numbers.len())] {
            to_the_end(segment(number));
        }
        match numbers.get(step) {
            Some(number) => kill_after(segment(number), moment),
            None => kill_after(concat(), moment),
        }
        if step < numbers.len() {
            numbers.iter().for_each(|number| {
                to_the_end(segment(number));
            });
        }
        to_the_end(concat());
        let what = format!("step {step} killed after {moment:?}");
        assert!(store.read(&target).unwrap() == expected.0, "{what}");
        assert_eq!(files(&server), expected.1, "{what}");
    }
}
