//! The options of `enc-cuda` in jobs: that they reach the encoder, and agree with containers.

use std::io::Read as _;

use examples::demux;
use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::store::{Location, Store};
use examples::verify::Quality;
use softdevice::codec::{self, Codec};
use support::{clip, location, put, start};

mod support;

fn job(name: &str, options: &str) -> Job {
    let words: Vec<String> = options.split_whitespace().map(str::to_owned).collect();
    Job {
        input: location("in/a.mp4"),
        output: location(&format!("out/{name}")),
        settings: Settings::of_words(&words).unwrap(),
    }
}

/// When the pictures of a file are shown, in the order in which they are coded.
fn times(store: &Store, at: &Location) -> Vec<i64> {
    let mut bytes = Vec::new();
    store.open(at).unwrap().read_to_end(&mut bytes).unwrap();
    let size = bytes.len() as u64;
    let mut demux = demux::open(std::io::Cursor::new(bytes), size, "it", None).unwrap();
    let mut times = Vec::new();
    while let Some(packet) = demux.next().unwrap() {
        times.push(packet.pts);
    }
    times
}

/// Runs it; the pictures are all there and look as they did.
fn run(store: &Store, job: &Job) -> examples::job::Report {
    let device = Device::choose(Choice::Software, 0).unwrap();
    let report = job.run(job.open(store).unwrap(), store, &device).unwrap();
    assert_eq!(report.frames, 25);
    let quality = Quality::of(job, &report, store, &device).unwrap();
    quality.check().unwrap();
    report
}

#[test]
fn b_frames_with_all_that_is_bound_to_rate() {
    if codec::back_end(Codec::H264).is_none_or(|it| it.max_b_frames == 0) {
        return; // the session says so, which another test sees
    }
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-aac.mp4"));
    let options = "--codec=h264 --bf=2 --gop=12 --lookahead=8 --aq=4 --bitrate=2M --initqp=24 \
                   --vbvbufsize=2M --vbvinit=1M --profile=high --preset=hq";
    for (name, sessions) in [("a.mp4", 1), ("b.mkv", 1), ("c.mp4", 2)] {
        let job = job(name, &format!("{options} --sessions={sessions}"));
        run(&store, &job);
        let coded = times(&store, &job.target());
        let mut shown = coded.clone();
        shown.sort_unstable();
        assert_ne!(
            coded, shown,
            "{name}: B-frames are coded after what they refer to"
        );
        let step = shown[1] - shown[0];
        assert!(
            shown.windows(2).all(|two| two[1] - two[0] - step <= 1),
            "{name}: {shown:?}"
        );
    }
}

#[test]
fn quantisers_are_those_that_were_asked_for() {
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-aac.mp4"));
    let bytes = |options: &str| run(&store, &job("a.hevc", options)).output_bytes;
    let fine = bytes("--constqp=20,22,18");
    let coarse = bytes("--qp=34");
    assert!(fine > 2 * coarse, "{fine} {coarse}");
}

#[test]
fn what_the_device_has_not_is_named() {
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-aac.mp4"));
    let device = Device::choose(Choice::Software, 0).unwrap();
    for (options, name) in [
        ("--bf=2", "B-frames"), // no GPU of this generation has them with HEVC
        ("--temporalaq --bitrate=1M", "temporal"),
        ("--vbvinit=1M --bitrate=1M", "VBV"),
    ] {
        let job = job("a.hevc", options);
        let error = job.run(job.open(&store).unwrap(), &store, &device);
        let error = error.unwrap_err().to_string();
        assert!(error.contains(name), "{options}: {error}");
        assert!(store.version(&job.target()).unwrap().is_none(), "{options}");
    }
}
