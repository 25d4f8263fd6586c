//! The containers that jobs write: read again by this project's demuxers, and by ffprobe.

use std::io::Read as _;
use std::process::Command;

use examples::demux::{self, Demux};
use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::mux::{Coded, Format, Muxer, Video};
use examples::store::{Location, Store};
use examples::verify::Quality;
use nvdec::Rational;
use support::{clip, location, noise, put, said_by, start};

mod support;

fn get(store: &Store, at: &Location) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut reader = store.open(at).unwrap();
    reader.read_to_end(&mut bytes).unwrap();
    bytes
}

fn open(bytes: &[u8]) -> Box<dyn Demux> {
    let reader = std::io::Cursor::new(bytes.to_vec());
    demux::open(reader, bytes.len() as u64, "it", None).unwrap()
}

/// When pictures are shown, in seconds from the first on.
fn times(bytes: &[u8]) -> Vec<f64> {
    let mut demux = open(bytes);
    let unit = demux.info().time_base.as_f64();
    let mut times = Vec::new();
    while let Some(packet) = demux.next().unwrap() {
        times.push(packet.pts as f64 * unit);
    }
    times.sort_by(f64::total_cmp);
    let first = times[0];
    times.iter().map(|time| time - first).collect()
}

fn assert_close(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}: pictures");
    for (found, expected) in found.iter().zip(expected) {
        assert!(
            (found - expected).abs() < 1e-4,
            "{what}: {found} {expected}"
        );
    }
}

/// What ffprobe says of each packet; `None` where it is not installed.
fn ffprobe(bytes: &[u8], name: &str, entries: &str) -> Option<Vec<String>> {
    ffprobe_of("v:0", bytes, name, entries)
}

fn ffprobe_of(stream: &str, bytes: &[u8], name: &str, entries: &str) -> Option<Vec<String>> {
    let args = ["-v", "error", "-select_streams", stream, "-of", "csv=p=0"];
    let args = [&args[..], &["-show_entries", entries]].concat();
    let said = said_by("ffprobe", &args, bytes, name)?;
    let lines = said.lines().map(|line| line.trim_end_matches(','));
    Some(lines.map(str::to_owned).collect())
}

/// The first box that is one of these.
fn first_of(bytes: &[u8], kinds: [&[u8; 4]; 2]) -> String {
    let mut at = 0;
    loop {
        let kind: [u8; 4] = bytes[at + 4..at + 8].try_into().unwrap();
        if kinds.contains(&&kind) {
            return kind.escape_ascii().to_string();
        }
        at += u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize;
    }
}

fn run(store: &Store, input: &str, output: &str, settings: &Settings) -> Vec<u8> {
    let device = Device::choose(Choice::Software, 0).unwrap();
    let job = Job {
        input: location(input),
        output: location(output),
        settings: settings.clone(),
    };
    job.check().unwrap();
    let report = job.run(job.open(store).unwrap(), store, &device).unwrap();
    assert_eq!(report.frames, 25);
    let quality = Quality::of(&job, &report, store, &device).unwrap();
    quality.check().unwrap();
    get(store, &job.target())
}

#[test]
fn mp4_has_the_inputs_times_and_its_index_in_front() {
    let (_server, store) = start();
    for (name, codec) in [
        ("vp9-altref.webm", "hevc"),
        ("h264-aac.mp4", "hevc"),
        ("hevc.mkv", "h264"),
    ] {
        let input = clip(name);
        put(&store, &format!("in/{name}"), &input);
        let mut settings = Settings::default();
        settings.codec = examples::options::codec(codec).ok();
        let output = run(&store, &format!("in/{name}"), "out/a.mp4", &settings);
        assert_close(&times(&output), &times(&input), name);
        assert_eq!(first_of(&output, [b"moov", b"mdat"]), "moov", "{name}");
        let Some(said) = ffprobe(&output, "a.mp4", "packet=pts_time") else {
            continue;
        };
        let said: Vec<f64> = said.iter().map(|time| time.parse().unwrap()).collect();
        assert_close(&said, &times(&input), name);
        let stream = ffprobe(&output, "a.mp4", "stream=codec_name,width,height").unwrap();
        assert_eq!(stream, [format!("{codec},320,192")]);
        accepted(
            &output,
            "a.mp4",
            if codec == "hevc" { "HEVC" } else { "AVC" },
        );
    }
}

#[test]
fn names_and_options_choose_what_is_written() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    let settings = Settings::default();
    let h264 = run(&store, "in/a.webm", "out/a.h264", &settings);
    assert_eq!(open(&h264).info().codec, demux::Codec::H264);
    let mut settings = Settings::default();
    settings.format = Some(Format::Mp4);
    let mp4 = run(&store, "in/a.webm", "out/", &settings);
    assert_eq!(mp4, get(&store, &location("out/a.mp4")));
    assert_eq!(open(&mp4).info().codec, demux::Codec::Hevc);
}

/// The clip's packets, which have B pictures, through the muxer alone.
fn remux(store: &Store, input: &[u8], format: Format, frames: Option<u64>) -> Vec<u8> {
    let mut demux = open(input);
    let video = Video {
        codec: nvenc::Codec::Hevc,
        time_base: demux.info().time_base,
        frame_rate: 25.into(),
        frames,
    };
    let at = location("out/remuxed.mp4");
    let mut muxer = Muxer::create(store, &at, format, video).unwrap();
    for pts in sorted_times(input) {
        muxer.expect(pts);
    }
    while let Some(packet) = demux.next().unwrap() {
        let (data, pts, keyframe) = (packet.data, packet.pts, packet.keyframe);
        muxer
            .write(Coded {
                data,
                pts,
                keyframe,
            })
            .unwrap();
    }
    muxer.finish().unwrap();
    get(store, &at)
}

fn sorted_times(input: &[u8]) -> Vec<i64> {
    let (mut demux, mut all) = (open(input), Vec::new());
    while let Some(packet) = demux.next().unwrap() {
        all.push(packet.pts);
    }
    all.sort_unstable();
    all
}

#[test]
fn b_pictures_keep_their_order_and_times() {
    let (_server, store) = start();
    for (name, format) in [
        ("hevc.mkv", Format::Mp4),
        ("hevc-10bit.mp4", Format::Mp4),
        ("hevc.mkv", Format::Fmp4),
        ("hevc-10bit.mp4", Format::Fmp4),
        ("hevc.mkv", Format::Mkv),
        ("hevc-10bit.mp4", Format::Mkv),
        ("hevc.mkv", Format::Mov),
    ] {
        let input = clip(name);
        let output = remux(&store, &input, format, Some(25));
        assert_close(&times(&output), &times(&input), name);
        let file = format!("a.{}", format.end(nvenc::Codec::Hevc));
        let Some(said) = ffprobe(&output, &file, "packet=pts_time,dts_time") else {
            continue;
        };
        let said: Vec<(f64, f64)> = said.iter().filter_map(|line| pair(line)).collect();
        assert!(said.windows(2).all(|two| two[0].1 < two[1].1), "{said:?}");
        assert!(said.iter().all(|(pts, dts)| dts <= pts), "{said:?}");
        if format != Format::Mkv {
            let mut shown: Vec<f64> = said.iter().map(|times| times.0).collect();
            shown.sort_by(f64::total_cmp);
            assert_close(&shown, &times(&input), name);
        }
        assert_eq!(decoded(&output, &file), decoded(&input, name));
    }
}

/// What is written can be split again: the index has all key pictures.
#[test]
fn matroska_has_an_index() {
    let (_server, store) = start();
    let input = clip("hevc.mkv");
    let output = remux(&store, &input, Format::Mkv, Some(25));
    let index = open(&output).index().unwrap().unwrap();
    let times: Vec<i64> = index.keys.iter().map(|key| key.pts).collect();
    assert_eq!(times, [0, 480, 960]);
    let mut demux = open(&output);
    demux.start_at(index.keys[1]).unwrap();
    assert_eq!(demux.next().unwrap().unwrap().pts, 480);
    if let Some(said) = ffprobe(&output, "a.mkv", "format=duration") {
        assert_eq!(said, ["1.000000"]);
    }
}

#[test]
fn all_containers_from_s3_to_s3() {
    let (_server, store) = start();
    put(&store, "in/a.webm", &clip("vp9-altref.webm"));
    for codec in ["hevc", "h264"] {
        let mut settings = Settings::default();
        settings.codec = examples::options::codec(codec).ok();
        let mkv = run(&store, "in/a.webm", "out/a.mkv", &settings);
        settings.format = Some(Format::Fmp4);
        let fragments = run(&store, "in/a.webm", "out/a.mp4", &settings);
        assert_eq!(first_of(&fragments, [b"moof", b"mdat"]), "moof");
        settings.format = None;
        let quicktime = run(&store, "in/a.webm", "out/a.mov", &settings);
        assert_eq!(quicktime[4..12], *b"ftypqt  ");
        for (bytes, name) in [(mkv, "a.mkv"), (fragments, "a.mp4"), (quicktime, "a.mov")] {
            assert_close(&times(&bytes), &times(&clip("vp9-altref.webm")), name);
            let entries = "stream=codec_name,width,height,r_frame_rate";
            if let Some(said) = ffprobe(&bytes, name, entries) {
                assert_eq!(said, [format!("{codec},320,192,25/1")]);
            }
            accepted(&bytes, name, if codec == "hevc" { "HEVC" } else { "AVC" });
        }
    }
}

/// The sound is the input's, packet for packet, at the same times.
#[test]
fn sound_is_copied() {
    let (_server, store) = start();
    for name in ["h264-aac.mp4", "h264-opus.mkv"] {
        let input = clip(name);
        put(&store, &format!("in/{name}"), &input);
        for (output, format) in [
            ("a.mp4", Format::Mp4),
            ("b.mp4", Format::Fmp4),
            ("c.mkv", Format::Mkv),
            ("d.mov", Format::Mov),
        ] {
            let mut settings = Settings::default();
            settings.format = Some(format);
            let bytes = run(
                &store,
                &format!("in/{name}"),
                &format!("out/{output}"),
                &settings,
            );
            let what = format!("{name} to {output} ({format:?})");
            assert_eq!(sound_of(&bytes, &what), sound_of(&input, name), "{what}");
            check_sound(&bytes, output, &input, name, &what);
            accepted(&bytes, output, "HEVC");
        }
    }
}

#[test]
fn sound_ends_with_the_pictures_that_are_wanted() {
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-aac.mp4"));
    let mut settings = Settings::default();
    settings.frames = Some(5);
    let job = Job {
        input: location("in/a.mp4"),
        output: location("out/a.mp4"),
        settings,
    };
    let device = Device::choose(Choice::Software, 0).unwrap();
    job.run(job.open(&store).unwrap(), &store, &device).unwrap();
    let packets = sound_of(&get(&store, &job.target()), "a.mp4").len();
    assert!(
        (8..=11).contains(&packets),
        "{packets} packets of 23 ms for 0.2 s"
    );
}

fn sound_of(bytes: &[u8], what: &str) -> Vec<Vec<u8>> {
    let reader = std::io::Cursor::new(bytes.to_vec());
    let sound = demux::open_sound(reader, bytes.len() as u64, what).unwrap();
    let (mut sound, mut packets) = (sound.unwrap(), Vec::new());
    while let Some((_, packet)) = sound.next().unwrap() {
        packets.push(packet.data.to_vec());
    }
    packets
}

/// By ffprobe, where it is installed: the first and the last packet are where they were, as far as
/// anybody hears, and what is decoded is the same.
fn check_sound(output: &[u8], file: &str, input: &[u8], name: &str, what: &str) {
    let times = |bytes: &[u8], name: &str| -> Option<Vec<f64>> {
        let said = ffprobe_of("a:0", bytes, name, "packet=pts_time")?;
        let firsts = said.iter().filter_map(|line| line.split(',').next());
        Some(firsts.filter_map(|time| time.parse().ok()).collect())
    };
    let (Some(found), Some(expected)) = (times(output, file), times(input, name)) else {
        return;
    };
    assert_eq!(found.len(), expected.len(), "{what}");
    for (found, expected) in found.iter().zip(&expected) {
        assert!(
            (found - expected).abs() < 0.05,
            "{what}: {found} {expected}"
        );
    }
}

/// MediaInfo reads it as it is, too, where it is installed.
fn accepted(bytes: &[u8], name: &str, codec: &str) {
    support::accepted(bytes, name);
    let fields = "--Inform=Video;%Format% %Width% %Height% %FrameRate%";
    if let Some(said) = said_by("mediainfo", &[fields], bytes, name) {
        assert_eq!(said.trim(), format!("{codec} 320 192 25.000"), "{name}");
    }
}

/// `None` where ffprobe does not know one of them: Matroska tells only when pictures are shown.
fn pair(line: &str) -> Option<(f64, f64)> {
    let (pts, dts) = line.split_once(',')?;
    Some((pts.parse().ok()?, dts.parse().ok()?))
}

/// The sums of all pictures, by ffmpeg.
fn decoded(bytes: &[u8], name: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let mut command = Command::new("ffmpeg");
    command.args(["-v", "error", "-i"]).arg(path);
    let done = command.args(["-f", "md5", "-"]).output().unwrap();
    String::from_utf8(done.stdout).unwrap()
}

/// More pictures than there is room for: the index goes to the end, and nothing is lost.
#[test]
fn an_index_that_has_no_room_goes_to_the_end() {
    let (_server, store) = start();
    let input = clip("hevc.mkv");
    let mut demux = open(&input);
    let first = demux.next().unwrap().unwrap();
    let video = Video {
        codec: nvenc::Codec::Hevc,
        time_base: Rational::new(1, 1000),
        frame_rate: 25.into(),
        frames: Some(0),
    };
    let at = location("out/many.mp4");
    let mut muxer = Muxer::create(&store, &at, Format::Mp4, video).unwrap();
    for number in 0..20_000 {
        let pts = number * 40 + number % 2; // so that no two times are alike
        muxer.expect(pts);
        let (data, keyframe) = (first.data, true);
        muxer
            .write(Coded {
                data,
                pts,
                keyframe,
            })
            .unwrap();
    }
    muxer.finish().unwrap();
    let output = get(&store, &at);
    assert_eq!(first_of(&output, [b"moov", b"mdat"]), "mdat");
    assert_eq!(times(&output).len(), 20_000);
}

#[test]
fn the_first_part_waits_for_its_patches() {
    let (server, store) = start();
    for size in [100, 9 << 20, 30 << 20] {
        let mut expected = noise(size);
        let mut writer = store.create_patchable(&location("a"), 50).unwrap();
        std::io::Write::write_all(&mut writer, &expected).unwrap();
        writer.patch(10, b"patched").unwrap();
        assert!(writer.patch(44, b"outside").is_err());
        assert!(writer.patch(u64::MAX, b"outside").is_err());
        writer.finish().unwrap();
        expected[10..17].copy_from_slice(b"patched");
        assert!(get(&store, &location("a")) == expected, "{size}");
    }
    drop(server);
}
