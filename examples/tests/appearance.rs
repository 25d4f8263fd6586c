//! How pictures are to be shown: colours, HDR10's metadata, the shape of samples and how pictures are
//! turned. What stands in the input's container only is in the output's container, and where that is
//! encoded anew, in its stream.

use std::path::Path;
use std::process::Command;

use examples::demux::{self, Appearance, Turn};
use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::mux::{Coded, Format, Muxer, Video};
use examples::segmented::{Plan, concat, segment};
use examples::store::Store;
use nvdec::{Colour, ContentLight, MasteringDisplay, StreamInfo};
use support::{clip, location, put, start};

mod support;

/// All that a container can say.
fn all() -> Appearance {
    let mut all = Appearance::default();
    all.colour = Some(Colour::BT2020_PQ);
    all.mastering_display = Some(MasteringDisplay::p3_d65(10_000_000, 50));
    all.content_light = Some(ContentLight {
        max_content: 1000,
        max_average: 400,
    });
    all.sample_aspect = Some((4, 3));
    all.turn = Turn::Right;
    all
}

const FORMATS: [Format; 3] = [Format::Mp4, Format::Fmp4, Format::Mkv];

fn demux(bytes: &[u8]) -> Box<dyn demux::Demux> {
    let reader = std::io::Cursor::new(bytes.to_vec());
    demux::open(reader, bytes.len() as u64, "it", None).unwrap()
}

fn appearance(bytes: &[u8]) -> Appearance {
    demux(bytes).info().appearance
}

/// A clip in another container that says this of it.
fn put_as(store: &Store, key: &str, name: &str, format: Format, said: Appearance) -> Vec<u8> {
    let mut input = demux(&clip(name));
    let codec = match input.info().codec {
        demux::Codec::H264 => nvenc::Codec::H264,
        _ => nvenc::Codec::Hevc,
    };
    let video = Video {
        codec,
        time_base: input.info().time_base,
        frame_rate: 25.into(),
        frames: Some(25),
    };
    let at = location(key);
    let mut muxer = Muxer::create(store, &at, format, video).unwrap();
    muxer.show(said);
    let mut pictures = Vec::new();
    while let Some(packet) = input.next().unwrap() {
        pictures.push((packet.data.to_vec(), packet.pts, packet.keyframe));
    }
    let mut times: Vec<i64> = pictures.iter().map(|picture| picture.1).collect();
    times.sort_unstable();
    times.into_iter().for_each(|pts| muxer.expect(pts));
    for (data, pts, keyframe) in &pictures {
        let (data, pts, keyframe) = (data.as_slice(), *pts, *keyframe);
        let picture = Coded {
            data,
            pts,
            keyframe,
        };
        muxer.write(picture).unwrap();
    }
    muxer.finish().unwrap();
    store.read(&at).unwrap()
}

fn job(input: &str, output: &str, options: &[&str]) -> Job {
    let words: Vec<String> = options.iter().map(|word| (*word).to_owned()).collect();
    Job {
        input: location(input),
        output: location(output),
        settings: Settings::of_words(&words).unwrap(),
    }
}

fn device() -> Device {
    Device::choose(Choice::Software, 0).unwrap()
}

fn run(store: &Store, job: &Job) -> Vec<u8> {
    job.check().unwrap();
    job.run(job.open(store).unwrap(), store, &device()).unwrap();
    store.read(&job.target()).unwrap()
}

/// What the stream says of itself, whatever its container says.
fn stream(bytes: &[u8]) -> StreamInfo {
    let codec = match demux(bytes).info().codec {
        demux::Codec::H264 => nvdec::Codec::H264,
        _ => nvdec::Codec::Hevc,
    };
    let device = device();
    let decoder = nvdec::Api::load().unwrap().decoder(&device.context, codec);
    let mut decoder = decoder.start().unwrap();
    let mut input = demux(bytes);
    while let Some(packet) = input.next().unwrap() {
        let mut pictures = decoder.push(packet.data, packet.pts);
        while pictures.next().unwrap().is_some() {}
    }
    decoder.info().unwrap().clone()
}

fn assert_stream_says(bytes: &[u8], said: Appearance, what: &str) {
    let stream = stream(bytes);
    assert_eq!(Some(stream.colour), said.colour, "{what}");
    assert_eq!(stream.mastering_display, said.mastering_display, "{what}");
    assert_eq!(stream.content_light, said.content_light, "{what}");
    let (width, height) = said.sample_aspect.unwrap_or((1, 1));
    let aspect = stream.sample_aspect;
    let expected = (u32::from(width), u32::from(height));
    assert_eq!((aspect.num, aspect.den), expected, "{what}");
}

#[test]
fn containers_say_what_they_are_told() {
    let (_server, store) = start();
    for format in FORMATS {
        for turn in [Turn::None, Turn::Right, Turn::Half, Turn::Left] {
            let mut said = all();
            said.turn = turn;
            let bytes = put_as(&store, "out/a", "h264-aac.mp4", format, said);
            assert_eq!(appearance(&bytes), said, "{format:?}");
            check_by_ffprobe(&bytes, format, said);
        }
        let nothing = Appearance::default();
        let bytes = put_as(&store, "out/a", "h264-aac.mp4", format, nothing);
        assert_eq!(appearance(&bytes), nothing, "{format:?}");
        let mut narrow = nothing;
        narrow.sample_aspect = Some((8, 9));
        narrow.colour = Some(Colour::BT709);
        let bytes = put_as(&store, "out/a", "h264-aac.mp4", format, narrow);
        assert_eq!(appearance(&bytes).colour, narrow.colour, "{format:?}");
        assert_eq!(appearance(&bytes).sample_aspect, Some((8, 9)), "{format:?}");
    }
}

/// What H.264 says nothing of FFmpeg takes from the container; 5.1 does not look at how Matroska
/// turns pictures.
fn check_by_ffprobe(bytes: &[u8], format: Format, said: Appearance) {
    let name = format!("a.{}", format.end(nvenc::Codec::Hevc));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let entries = "stream=color_space,color_transfer,color_primaries,sample_aspect_ratio";
    let Some(shown) = ffprobe(&path, entries) else {
        return;
    };
    assert_eq!(shown, ["4:3", "bt2020nc", "smpte2084", "bt2020"]);
    let entries = "stream_side_data=max_luminance,max_content,red_x,rotation";
    let side = ffprobe(&path, entries).unwrap();
    let side: Vec<f64> = side.iter().filter_map(|word| value(word)).collect();
    let expected = [0.68, 1000.0]; // red, and both the brightest pixel and the screen
    assert!(expected.iter().all(|it| side.contains(it)), "{side:?}");
    let degrees = f64::from(said.turn.degrees());
    if format != Format::Mkv && said.turn != Turn::None {
        let anticlockwise = if degrees > 180.0 {
            360.0 - degrees
        } else {
            -degrees
        };
        assert!(side.contains(&anticlockwise), "{side:?}");
    }
}

/// A number or a fraction.
fn value(word: &str) -> Option<f64> {
    match word.split_once('/') {
        Some((over, under)) => Some(over.parse::<f64>().ok()? / under.parse::<f64>().ok()?),
        None => word.parse().ok(),
    }
}

/// All words that it says; `None` where it is not installed.
fn ffprobe(path: &Path, entries: &str) -> Option<Vec<String>> {
    let mut command = Command::new("ffprobe");
    command.args(["-v", "error", "-select_streams", "v:0", "-of", "csv=p=0"]);
    let Ok(done) = command.args(["-show_entries", entries]).arg(path).output() else {
        println!("ffprobe is not installed: outputs were not looked at with it");
        return None;
    };
    assert!(done.status.success() && done.stderr.is_empty(), "{done:?}");
    let said = String::from_utf8(done.stdout).unwrap();
    let words = said.split([',', '\n']).filter(|word| !word.is_empty());
    Some(words.map(str::to_owned).collect())
}

#[test]
fn copies_say_what_their_inputs_say() {
    let (_server, store) = start();
    for (from, format) in [
        (Format::Mkv, "mp4"),
        (Format::Mkv, "fmp4"),
        (Format::Mp4, "mkv"),
        (Format::Fmp4, "mp4"),
    ] {
        put_as(&store, "in/a", "hevc.mkv", from, all());
        let end = if format == "mkv" { "mkv" } else { "mp4" };
        let output = format!("out/a.{end}");
        let job = job("in/a", &output, &["--copy", &format!("--format={format}")]);
        let bytes = run(&store, &job);
        assert_eq!(appearance(&bytes), all(), "{from:?} {format}");
    }
}

#[test]
fn what_the_container_says_is_encoded() {
    let (_server, store) = start();
    for from in FORMATS {
        put_as(&store, "in/a", "hevc.mkv", from, all());
        for (output, options) in [
            ("out/a.mp4", &[][..]),
            ("out/a.mkv", &["--codec=h264"]),
            ("out/b.mp4", &["--format=fmp4", "--sessions=2"]),
            ("out/a.hevc", &[]),
        ] {
            let job = job("in/a", output, options);
            let bytes = run(&store, &job);
            assert_stream_says(&bytes, all(), output);
            if !output.ends_with("hevc") {
                assert_eq!(appearance(&bytes), all(), "{from:?} {output}");
            }
        }
    }
}

/// Of a film whose mastering display nobody knows.
#[test]
fn how_bright_it_is_may_be_said_alone() {
    let (_server, store) = start();
    let mut said = all();
    said.mastering_display = None;
    for from in FORMATS {
        let bytes = put_as(&store, "in/a", "hevc.mkv", from, said);
        assert_eq!(appearance(&bytes), said, "{from:?}");
        for output in ["out/a.mp4", "out/a.mkv", "out/a.hevc"] {
            let bytes = run(&store, &job("in/a", output, &[]));
            assert_stream_says(&bytes, said, output);
            if !output.ends_with("hevc") {
                assert_eq!(appearance(&bytes), said, "{from:?} {output}");
            }
        }
    }
}

#[test]
fn what_the_stream_says_wins() {
    let (_server, store) = start();
    let input = clip("hevc-hdr10.mp4");
    let stream = stream(&input);
    let mut said = all();
    said.colour = Some(Colour::BT709);
    said.content_light = None;
    said.mastering_display = Some(MasteringDisplay::p3_d65(5_000_000, 10));
    put_as(&store, "in/a", "hevc-hdr10.mp4", Format::Mkv, said);
    let bytes = run(&store, &job("in/a", "out/a.mp4", &[]));
    let mut expected = all();
    expected.colour = Some(stream.colour);
    expected.mastering_display = stream.mastering_display;
    expected.content_light = stream.content_light;
    assert_eq!(stream.colour, Colour::BT2020_PQ);
    assert_stream_says(&bytes, expected, "its stream");
    assert_eq!(appearance(&bytes), expected);
}

#[test]
fn what_only_the_stream_says_is_in_both() {
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("hevc-hdr10.mp4"));
    run(&store, &job("in/a.mp4", "in/a.hevc", &["--copy"]));
    let mut expected = all();
    expected.mastering_display = Some(MasteringDisplay::p3_d65(10_000_000, 1));
    (expected.sample_aspect, expected.turn) = (None, Turn::None);
    for output in ["out/a.mp4", "out/a.mkv"] {
        let bytes = run(&store, &job("in/a.hevc", output, &[]));
        assert_stream_says(&bytes, expected, output);
        assert_eq!(appearance(&bytes), expected, "{output}");
    }
}

#[test]
fn parts_of_a_video_say_it_together() {
    let (_server, store) = start();
    put_as(&store, "in/a", "hevc.mkv", Format::Mp4, all());
    let job = job("in/a", "out/a.mkv", &[]);
    let plan = Plan::make(&store, &job, Vec::new(), 0.2).unwrap();
    assert_eq!(plan.parts.len(), 3);
    plan.write(&store).unwrap();
    for number in 0..plan.parts.len() {
        segment(&store, &plan, number, &device()).unwrap();
    }
    concat(&store, &plan).unwrap();
    let bytes = store.read(&job.target()).unwrap();
    assert_eq!(appearance(&bytes), all());
    assert_stream_says(&bytes, all(), "parts");
}

/// The encoders that are built into the software device say it, too.
#[test]
fn built_in_encoders_say_it() {
    let (_server, store) = start();
    let bytes = put_as(&store, "in/a", "hevc.mkv", Format::Mkv, all());
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("a.mkv");
    std::fs::write(&input, bytes).unwrap();
    for name in ["a.hevc", "a.h264"] {
        let output = folder.path().join(name);
        let done = Command::new(env!("CARGO_BIN_EXE_s3-batch"))
            .args(["run", "--frames=2", "--device=software", "--input"])
            .arg(&input)
            .arg("--output")
            .arg(&output)
            .env("NVSOFT_ENCODER", "builtin")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{said}");
        assert!(said.contains("turned by 90 degrees"), "{said}");
        assert_stream_says(&std::fs::read(&output).unwrap(), all(), name);
    }
}

#[test]
fn y4m_tells_the_shape_of_samples() {
    let (_server, store) = start();
    let picture = [&b"FRAME\n"[..], &[128; 320 * 192 * 3 / 2]].concat();
    let head = b"YUV4MPEG2 W320 H192 F25:1 Ip A4:3 C420jpeg XCOLORRANGE=FULL\n";
    put(
        &store,
        "in/a.y4m",
        &[&head[..], &picture, &picture].concat(),
    );
    let bytes = run(&store, &job("in/a.y4m", "out/a.mp4", &[]));
    let aspect = stream(&bytes).sample_aspect;
    assert_eq!((aspect.num, aspect.den), (4, 3));
    assert!(stream(&bytes).colour.full_range);
    assert_eq!(appearance(&bytes).sample_aspect, Some((4, 3)));
}
