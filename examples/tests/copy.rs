//! `--copy`: pictures go from one container to another as they are coded.

use std::io::{Cursor, Read as _};

use examples::demux::{self, Codec, Demux};
use examples::device::{Choice, Device};
use examples::error::Error;
use examples::job::{Job, Settings};
use examples::store::{Location, Store};
use support::{clip, location, put, start};

mod support;

fn job(input: &str, output: &str, options: &[&str]) -> Job {
    let words: Vec<String> = options.iter().map(|word| (*word).to_owned()).collect();
    Job {
        input: location(input),
        output: location(output),
        settings: Settings::of_words(&[&["--copy".to_owned()], &words[..]].concat()).unwrap(),
    }
}

fn run(store: &Store, job: &Job) -> Result<u64, Error> {
    job.check()?;
    let device = Device::choose(Choice::Software, 0).unwrap();
    let report = job.run(job.open(store)?, store, &device)?;
    Ok(report.frames)
}

fn open(store: &Store, at: &Location) -> Box<dyn Demux> {
    let mut bytes = Vec::new();
    store.open(at).unwrap().read_to_end(&mut bytes).unwrap();
    let size = bytes.len() as u64;
    demux::open(Cursor::new(bytes), size, &at.name(), None).unwrap()
}

/// A picture: when it is shown in ten thousandths of a second from the first on, whether it is a
/// key picture, and its NAL units but for parameter sets and delimiters, which are the container's.
#[derive(Debug, PartialEq)]
struct Unit {
    shown: i64,
    keyframe: bool,
    units: Vec<Vec<u8>>,
}

fn pictures(store: &Store, at: &Location) -> Vec<Unit> {
    let mut demux = open(store, at);
    let (codec, base) = (demux.info().codec, demux.info().time_base.as_f64());
    let mut pictures = Vec::new();
    while let Some(packet) = demux.next().unwrap() {
        pictures.push(Unit {
            shown: (packet.pts as f64 * base * 1e4).round() as i64,
            keyframe: packet.keyframe,
            units: units(packet.data, codec),
        });
    }
    let first = pictures.iter().map(|it| it.shown).min().unwrap();
    pictures.iter_mut().for_each(|it| it.shown -= first);
    pictures
}

fn units(data: &[u8], codec: Codec) -> Vec<Vec<u8>> {
    let mut starts: Vec<usize> = (0..data.len().saturating_sub(2))
        .filter(|at| data[*at..].starts_with(&[0, 0, 1]))
        .map(|at| at + 3)
        .collect();
    starts.push(data.len() + 3);
    let unit = |two: &[usize]| {
        let unit = &data[two[0]..two[1] - 3];
        unit[..unit
            .iter()
            .rposition(|byte| *byte != 0)
            .map_or(0, |last| last + 1)]
            .to_vec()
    };
    let units = starts.windows(2).map(unit);
    units
        .filter(|unit| match codec {
            Codec::H264 => !matches!(unit[0] & 0x1f, 7..=9),
            _ => !matches!(unit[0] >> 1 & 0x3f, 32..=35),
        })
        .collect()
}

#[test]
fn pictures_stay_as_they_are_coded() {
    let (_server, store) = start();
    for name in [
        "h264-aac.mp4",
        "h264-opus.mkv",
        "h264-fragments.mp4",
        "hevc.mkv",
        "hevc-10bit.mp4",
        "hevc-hdr10.mp4",
    ] {
        let input = format!("in/{name}");
        put(&store, &input, &clip(name));
        let expected = pictures(&store, &location(&input));
        for (output, format) in [
            ("out/a.mp4", "mp4"),
            ("out/b.mp4", "fmp4"),
            ("out/c.mkv", "mkv"),
        ] {
            let job = job(&input, output, &["--format", format]);
            assert_eq!(run(&store, &job).unwrap(), expected.len() as u64);
            let found = pictures(&store, &job.target());
            assert!(found == expected, "{name} as {format}");
        }
    }
}

#[test]
fn there_and_back_again_nothing_changes() {
    let (_server, store) = start();
    put(&store, "in/a.mkv", &clip("hevc.mkv"));
    let mut bytes = Vec::new();
    for (from, to) in [
        ("in/a.mkv", "out/1.mp4"),
        ("out/1.mp4", "out/2.mkv"),
        ("out/2.mkv", "out/3.mp4"),
    ] {
        run(&store, &job(from, to, &[])).unwrap();
        bytes.push(store.read(&location(to)).unwrap());
    }
    assert!(bytes[0] == bytes[2], "the same MP4 again");
}

#[test]
fn bare_streams_go_out_and_stay_bare() {
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("hevc-10bit.mp4"));
    run(&store, &job("in/a.mp4", "out/a.hevc", &[])).unwrap();
    let mut expected = Vec::new();
    let mut demux = open(&store, &location("in/a.mp4"));
    while let Some(packet) = demux.next().unwrap() {
        expected.extend_from_slice(packet.data);
    }
    assert!(store.read(&location("out/a.hevc")).unwrap() == expected);
    let count = run(&store, &job("out/a.hevc", "out/b.hevc", &[])).unwrap();
    assert_eq!(count, pictures(&store, &location("in/a.mp4")).len() as u64);
    assert!(store.read(&location("out/b.hevc")).unwrap() == expected);
}

#[test]
fn what_cannot_be_copied_is_refused_with_the_reason() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    put(&store, "in/a.mp4", &clip("hevc-10bit.mp4"));
    run(&store, &job("in/a.mp4", "in/a.hevc", &[])).unwrap();
    for (input, output, options, why) in [
        (
            "in/a.webm",
            "out/a.mp4",
            &[][..],
            "only H.264 and HEVC can be written",
        ),
        (
            "in/a.hevc",
            "out/a.mp4",
            &[],
            "does not tell when they are shown",
        ),
        ("in/a.mp4", "out/a.h264", &[], "are Hevc: not for a.h264"),
        ("in/a.mp4", "out/", &[], "needs --format mp4, fmp4 or mkv"),
    ] {
        let job = job(input, output, options);
        let error = run(&store, &job).unwrap_err().to_string();
        assert!(error.contains(why), "{input} {output}: {error}");
        assert!(store.version(&job.target()).unwrap().is_none(), "{output}");
    }
    let words = ["--copy", "--bitrate=1M"].map(str::to_owned);
    let error = Settings::of_words(&words).unwrap_err().to_string();
    assert!(error.contains("cannot be used with"), "{error}");
}
