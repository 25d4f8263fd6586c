//! All that can be read.

use std::io::Read as _;

use examples::demux;
use examples::device::{Choice, Device};
use examples::job::{Job, Report, Settings};
use examples::mux::Format;
use examples::store::{Location, Store};
use examples::verify::Quality;
use nvdec::Size;

use crate::program::Program;
use crate::support::{clip, location, put, start};

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

/// Sound lies among the pictures, and is read apart from them.
#[test]
fn what_is_read_is_counted() {
    let (_server, store) = start();
    let picture = [&b"FRAME\n"[..], &[99; 320 * 192 * 3 / 2]].concat();
    let silent = [&b"YUV4MPEG2 W320 H192 F25:1 Ip C420jpeg\n"[..], &picture].concat();
    for (name, input, times) in [
        ("silent.y4m", silent, 1),
        ("h264-aac.mp4", clip("h264-aac.mp4"), 2),
    ] {
        put(&store, &format!("in/{name}"), &input);
        let job = Job {
            input: location(&format!("in/{name}")),
            output: location("out/a.mp4"),
            settings: Settings::default(),
        };
        let device = Device::choose(Choice::Software, 0).unwrap();
        let report = job.run(job.open(&store).unwrap(), &store, &device).unwrap();
        let read = times * input.len() as u64;
        assert_eq!(report.fetched_bytes, read, "{name}");
        let told = report.to_string().contains(&format!("bytes, {read} read"));
        assert_eq!(told, times > 1, "{report}");
    }
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

#[test]
fn what_is_assumed_or_not_needed_is_said() {
    let (server, store) = start();
    put(&store, "in/a.h264", &bare(&clip("h264-opus.mkv")));
    let said = |args: &[&str]| {
        let program = Program::new(&server).input("in/a.h264").args(args);
        let done = program.args(&["--force"]).output();
        assert!(done.status.success(), "{done:?}");
        String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned()
    };
    assert!(said(&[]).contains("is taken for one of 30 frames/s, --frame-rate tells another"));
    let told = said(&["--frame-rate", "25", "--size", "64x64"]);
    assert!(told.contains("--size is for raw video") && !told.contains("is taken"));
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

/// Nothing takes the fields apart, and the output cannot say that there are two.
#[test]
fn interlaced_pictures_are_told() {
    let (server, store) = start();
    for (name, is_told) in [("interlaced.mp4", true), ("h264-aac.mp4", false)] {
        put(&store, name, &clip(name));
        let done = Program::new(&server).input(name).output();
        let said = String::from_utf8(done.stderr).unwrap();
        assert!(done.status.success(), "{said}");
        assert_eq!(said.contains("is coded as interlaced"), is_told, "{said}");
    }
}
