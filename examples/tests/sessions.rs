//! Jobs whose encoding is shared by several sessions.

use std::num::{NonZeroU32, NonZeroUsize};

use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::mux::Format;
use examples::verify::Quality;
use nvdec::Size;
use support::{clip, location, put, s3_batch, start};

mod support;

fn settings(sessions: usize) -> Settings {
    with(Settings::default(), sessions)
}

fn with(mut settings: Settings, sessions: usize) -> Settings {
    settings.sessions = NonZeroUsize::new(sessions);
    settings.gop = NonZeroU32::new(6);
    settings.format = Some(Format::Mp4);
    settings
}

#[test]
fn every_frame_is_there_in_its_place() {
    let (_server, store) = start();
    let device = Device::choose(Choice::Software, 0).unwrap();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    put(&store, "in/b.mp4", &clip("h264-aac.mp4"));
    for (name, sessions) in [("a.webm", 2), ("b.mp4", 3), ("b.mp4", 8)] {
        let job = Job {
            input: location(&format!("in/{name}")),
            output: location("out/"),
            settings: settings(sessions),
        };
        let report = job.run(job.open(&store).unwrap(), &store, &device).unwrap();
        assert_eq!((report.frames, report.size), (25, Size::new(320, 192)));
        let quality = Quality::of(&job, &report, &store, &device).unwrap();
        assert_eq!(quality.frames, 25, "{name}");
        quality.check().unwrap();
    }
}

#[test]
fn a_session_for_each_engine_is_the_default() {
    let (server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-aac.mp4"));
    let folder = tempfile::tempdir().unwrap();
    for (engines, sessions) in [(None, 1), (Some("3"), 3)] {
        let trace = folder.path().join(sessions.to_string());
        let mut program = s3_batch(&server);
        program
            .env("NVSOFT_TRACE", &trace)
            .env("S3_INPUT", "s3://clips/in/a.mp4")
            .env("S3_OUTPUT", format!("s3://clips/out/{sessions}.mp4"))
            .envs(engines.map(|engines| ("NVSOFT_ENGINES", engines)))
            .arg("run");
        let done = program.output().unwrap();
        assert!(done.status.success(), "{done:?}");
        let trace = std::fs::read_to_string(trace).unwrap();
        let begun = trace.matches("\"call\":\"nvEncInitializeEncoder\"");
        assert_eq!(begun.count(), sessions);
    }
}

#[test]
fn bit_rates_are_watched_over_the_seams() {
    let (_server, store) = start();
    let device = Device::choose(Choice::Software, 0).unwrap();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let underflows = |sessions, bitrate: Option<u32>| {
        let words: Vec<String> = bitrate
            .iter()
            .map(|bits| format!("--bitrate={bits}"))
            .collect();
        let job = Job {
            input: location("in/a.webm"),
            output: location("out/"),
            settings: with(Settings::of_words(&words).unwrap(), sessions),
        };
        let report = job.run(job.open(&store).unwrap(), &store, &device);
        report
            .unwrap()
            .underflows
            .map(|underflows| underflows.count)
    };
    assert_eq!(underflows(2, Some(50_000_000)), Some(0));
    assert!(
        underflows(2, Some(10)) > Some(0),
        "no encoder keeps to that"
    );
    assert_eq!(underflows(2, None), None, "constant quality");
    assert_eq!(
        underflows(1, Some(50_000_000)),
        None,
        "the driver has seen all"
    );
}

#[test]
fn pictures_in_host_memory_are_shared_too() {
    let (_server, store) = start();
    let picture = [&b"FRAME\n"[..], &[99; 320 * 192 * 3 / 2]].concat();
    let header = &b"YUV4MPEG2 W320 H192 F25:1 Ip C420jpeg\n"[..];
    put(&store, "in/a.y4m", &[header, &picture.repeat(19)].concat());
    let device = Device::choose(Choice::Software, 0).unwrap();
    let job = Job {
        input: location("in/a.y4m"),
        output: location("out/a.mp4"),
        settings: settings(2),
    };
    let report = job.run(job.open(&store).unwrap(), &store, &device).unwrap();
    assert_eq!(report.frames, 19);
    let coded = store.open(&job.target()).unwrap();
    assert!(coded.size() > 0);
}
