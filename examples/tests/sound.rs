//! Sound goes from one container to another as it is: every track, packet for packet, at the same
//! times, in the same language.

use std::io::Cursor;

use examples::demux::{self, SoundCodec};
use examples::mux::{Coded, Feed, Format, Muxer, Video};
use examples::store::Store;
use support::{accepted, clip, copy, first_picture, location, put, said_by, start};

mod support;

/// A track: what it is, its packets, and when each is heard, in seconds from the first picture.
#[derive(Clone, Debug)]
struct Track {
    codec: SoundCodec,
    name: String,
    channels: u16,
    language: String,
    is_default: bool,
    packets: Vec<Vec<u8>>,
    times: Vec<f64>,
}

fn tracks(bytes: &[u8], name: &str) -> Vec<Track> {
    let first = first_picture(bytes, name);
    let reader = Cursor::new(bytes.to_vec());
    let mut sound = demux::open_sound(reader, bytes.len() as u64, name)
        .unwrap()
        .unwrap();
    let infos = sound.tracks().to_vec();
    let track = |info: &demux::SoundInfo| Track {
        codec: info.codec,
        name: info.codec_id.clone(),
        channels: info.channels,
        language: info.language.clone(),
        is_default: info.is_default,
        packets: Vec::new(),
        times: Vec::new(),
    };
    let mut tracks: Vec<Track> = infos.iter().map(track).collect();
    while let Some((number, packet)) = sound.next().unwrap() {
        let info = &infos[number];
        let time = packet.pts as f64 * info.time_base.as_f64() + info.delay;
        tracks[number].times.push(time - first);
        tracks[number].packets.push(packet.data.to_vec());
    }
    tracks
}

fn assert_same(found: &[Track], expected: &[Track], what: &str) {
    let names = |tracks: &[Track]| -> Vec<String> {
        let one = |it: &Track| format!("{} {} {}", it.name, it.language, it.is_default);
        tracks.iter().map(one).collect()
    };
    assert_eq!(names(found), names(expected), "{what}");
    for (found, expected) in found.iter().zip(expected) {
        let what = format!("{what}: {}", found.name);
        assert_eq!(found.channels, expected.channels, "{what}");
        assert!(found.packets == expected.packets, "{what}");
        assert_eq!(found.times.len(), expected.times.len());
        for (found, expected) in found.times.iter().zip(&expected.times) {
            // Matroska counts milliseconds.
            assert!(
                (found - expected).abs() < 0.0016,
                "{what}: {found} {expected}"
            );
        }
    }
}

/// What a format is to hold of it: MP4 not all, and one track of it is to be enabled.
fn wanted(input: &[u8], name: &str, format: &str) -> Vec<Track> {
    let mut tracks = tracks(input, name);
    if format == "mkv" {
        return tracks;
    }
    tracks.retain(|track| !matches!(track.codec, SoundCodec::Pcm | SoundCodec::Other));
    if tracks.iter().all(|track| !track.is_default) {
        tracks[0].is_default = true;
    }
    tracks
}

const CLIPS: [&str; 5] = [
    "tracks.mkv",
    "surround.mkv",
    "h264-aac.mp4",
    "h264-opus.mkv",
    "quicktime.mov",
];
const FORMATS: [(&str, &str); 4] = [
    ("a.mp4", "mp4"),
    ("b.mp4", "fmp4"),
    ("c.mkv", "mkv"),
    ("d.mov", "mov"),
];

#[test]
fn all_tracks_are_copied() {
    let (_server, store) = start();
    for name in CLIPS {
        let input = clip(name);
        put(&store, &format!("in/{name}"), &input);
        let all = tracks(&input, name);
        assert!(all.iter().all(|track| track.packets.len() > 10));
        for (file, format) in FORMATS {
            let expected = wanted(&input, name, format);
            let output = copy(
                &store,
                &format!("in/{name}"),
                &format!("out/{file}"),
                format,
            );
            let what = format!("{name} to {format}");
            assert_same(&tracks(&output, file), &expected, &what);
            if expected.len() == all.len() {
                probed_alike(&output, file, &input, name, &what);
            }
            accepted(&output, file);
            told_by_mediainfo(&output, file, &expected, &what);
        }
    }
}

fn told_by_mediainfo(output: &[u8], file: &str, expected: &[Track], what: &str) {
    let fields = "--Inform=Audio;%Language% %Default%|";
    let Some(said) = said_by("mediainfo", &[fields], output, file) else {
        return;
    };
    let said: Vec<&str> = said.trim().trim_end_matches('|').split('|').collect();
    assert_eq!(said.len(), expected.len(), "{what}: {said:?}");
    for (said, track) in said.iter().zip(expected) {
        let language = match &*track.language {
            "eng" => "en",
            "deu" => "de",
            "fra" => "fr",
            "jpn" => "ja",
            _ => "",
        };
        let default = if track.is_default { "Yes" } else { "No" };
        let expected = format!("{language} {default}");
        assert_eq!(said.trim(), expected.trim(), "{what}");
    }
}

/// What MP4 cannot hold was left out on the way; all else comes back as it was.
#[test]
fn there_and_back_again_nothing_changes() {
    let (_server, store) = start();
    for (name, codecs) in [
        ("tracks.mkv", &["A_AAC", "A_AC3", "A_EAC3", "A_FLAC"][..]),
        ("surround.mkv", &["A_OPUS", "A_MPEG/L3"]),
    ] {
        put(&store, "in/a.mkv", &clip(name));
        let first = copy(&store, "in/a.mkv", "out/1.mp4", "mp4");
        let matroska = copy(&store, "out/1.mp4", "out/2.mkv", "mkv");
        let second = copy(&store, "out/2.mkv", "out/3.mp4", "mp4");
        let codecs_of = |bytes: &[u8]| -> Vec<String> {
            tracks(bytes, "it").into_iter().map(|it| it.name).collect()
        };
        assert_eq!(codecs_of(&matroska), codecs);
        assert_same(&tracks(&second, "it"), &tracks(&first, "it"), name);
        let fragments = copy(&store, "out/1.mp4", "out/4.mp4", "fmp4");
        let third = copy(&store, "out/4.mp4", "out/5.mp4", "mp4");
        assert_same(&tracks(&third, "it"), &tracks(&first, "it"), name);
        assert_same(&tracks(&fragments, "it"), &tracks(&first, "it"), name);
    }
}

/// It would be a picture more than players show.
#[test]
fn an_edit_list_that_cuts_is_said() {
    let said = |media_time: u32| {
        let mut bytes = clip("h264-aac.mp4");
        let list = bytes.windows(4).position(|it| it == b"elst").unwrap();
        bytes[list + 16..][..4].copy_from_slice(&media_time.to_be_bytes());
        let size = bytes.len() as u64;
        let sound = demux::open_sound(Cursor::new(bytes), size, "a.mp4").unwrap();
        sound.unwrap().left_out().join("\n")
    };
    assert_eq!(said(1024), "", "as it is written");
    assert!(said(1024 + 10 * 512).contains("an edit list that shows its pictures in part"));
}

#[test]
fn what_is_left_out_is_said() {
    let of = |name: &str, format| {
        let bytes = clip(name);
        let size = bytes.len() as u64;
        let sound = demux::open_sound(Cursor::new(bytes), size, name).unwrap();
        Feed::new(sound.unwrap(), format).unwrap().1
    };
    let subtitles = "track 3, subtitles (S_TEXT/UTF8)";
    assert_eq!(of("pcm-subtitles.mkv", Format::Mkv), [subtitles]);
    assert_eq!(of("pcm-subtitles.mkv", Format::Mov), [subtitles]);
    let sound = "sound 1 (A_PCM/INT/LIT, und): --format mov or mkv can hold it";
    assert_eq!(of("pcm-subtitles.mkv", Format::Mp4), [subtitles, sound]);
    assert!(of("tracks.mkv", Format::Fmp4).is_empty());
    assert_eq!(of("surround.mkv", Format::Mp4).len(), 1);
    for name in ["two-videos.mkv", "two-videos.mp4"] {
        let said = of(name, Format::Mkv);
        assert_eq!(
            said,
            ["track 2, a further video: the first is read"],
            "{name}"
        );
    }
    let missing = of("hevc.mkv", Format::Mkv);
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn pcm_goes_from_matroska_to_matroska() {
    let (_server, store) = start();
    let input = clip("pcm-subtitles.mkv");
    put(&store, "in/a.mkv", &input);
    let output = copy(&store, "in/a.mkv", "out/a.mkv", "mkv");
    assert_same(&tracks(&output, "a.mkv"), &tracks(&input, "a.mkv"), "PCM");
    let bare = copy(&store, "in/a.mkv", "out/b.mp4", "mp4");
    assert!(tracks(&bare, "b.mp4").is_empty());
}

/// By ffprobe, where it is installed: all that it says of a packet is as in the input, but for
/// what milliseconds round away.
fn probed_alike(output: &[u8], file: &str, input: &[u8], name: &str, what: &str) {
    let (Some(found), Some(expected)) = (probe(output, file), probe(input, name)) else {
        return;
    };
    assert_eq!(found.len(), expected.len(), "{what}");
    let start = |packets: &[(u32, f64, String)]| {
        let pictures = packets.iter().filter(|packet| packet.0 == 0);
        pictures
            .map(|packet| packet.1)
            .fold(f64::INFINITY, f64::min)
    };
    let shift = start(&found) - start(&expected);
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found.0, expected.0, "{what}");
        assert_eq!(found.2, expected.2, "{what}: track {}", found.0);
        let apart = (found.1 - shift - expected.1).abs();
        assert!(apart < 0.0021, "{what}: {found:?} {expected:?}");
    }
}

/// The track, the time and the hash of each packet of sound, and the time of each picture.
fn probe(bytes: &[u8], name: &str) -> Option<Vec<(u32, f64, String)>> {
    let entries = "packet=stream_index,pts_time,data_hash";
    let args = ["-v", "error", "-show_data_hash", "md5", "-of", "csv=p=0"];
    let args = [&args[..], &["-show_entries", entries]].concat();
    // What it says of samples to be skipped takes lines of its own.
    let said = said_by("ffprobe", &args, bytes, name)?.replace("\n,", ",");
    let packet = |line: &str| {
        let mut fields = line.split(',');
        let track: u32 = fields.next()?.parse().ok()?;
        let time: f64 = fields.next()?.parse().ok()?;
        let hash = fields.find(|field| field.starts_with("MD5:"));
        let hash = hash.filter(|_| track > 0).unwrap_or_default();
        Some((track, time, hash.to_owned()))
    };
    let mut packets: Vec<_> = said.lines().filter_map(packet).collect();
    packets.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    Some(packets)
}

/// What is left of a video whose beginning was cut off: a key picture with pictures that are shown
/// before it. They and the sound keep their places.
#[test]
fn all_times_move_alike() {
    let (_server, store) = start();
    for (format, file) in [
        (Format::Mp4, "a.mp4"),
        (Format::Fmp4, "a.mp4"),
        (Format::Mkv, "a.mkv"),
    ] {
        for sound in ["h264-aac.mp4", "h264-opus.mkv", "tracks.mkv"] {
            let pictures = after_the_second_key();
            let first = pictures.iter().map(|it| it.1).min().unwrap();
            assert!(
                first < pictures[0].1,
                "some are shown before the key picture"
            );
            let output = with_sound(&store, &pictures, sound, format);
            let moved = tracks(&output, file);
            let shown = first as f64 / 1000.0 - first_picture(&clip(sound), sound);
            for (found, expected) in moved.iter().zip(&tracks(&clip(sound), sound)) {
                assert!(found.packets == expected.packets, "{sound} {format:?}");
                for (found, expected) in found.times.iter().zip(&expected.times) {
                    let apart = (found - (expected - shown)).abs();
                    assert!(
                        apart < 0.0016,
                        "{sound} {format:?}: {found} {expected} {shown}"
                    );
                }
            }
            probed_from_zero(&output, file);
        }
    }
}

/// Data, time in milliseconds, and whether it is a key picture.
type Picture = (Vec<u8>, i64, bool);

fn after_the_second_key() -> Vec<Picture> {
    let bytes = clip("hevc.mkv");
    let size = bytes.len() as u64;
    let mut demux = demux::open(Cursor::new(bytes), size, "hevc.mkv", None).unwrap();
    let mut pictures = Vec::new();
    while let Some(packet) = demux.next().unwrap() {
        pictures.push((packet.data.to_vec(), packet.pts, packet.keyframe));
    }
    let second = pictures
        .iter()
        .skip(1)
        .position(|picture| picture.2)
        .unwrap();
    pictures.split_off(second + 1)
}

fn with_sound(store: &Store, pictures: &[Picture], sound: &str, format: Format) -> Vec<u8> {
    let video = Video {
        codec: nvenc::Codec::Hevc,
        time_base: nvdec::Rational::new(1, 1000),
        frame_rate: 25.into(),
        frames: None,
    };
    let bytes = clip(sound);
    let size = bytes.len() as u64;
    let sound = demux::open_sound(Cursor::new(bytes), size, sound).unwrap();
    let (feed, left_out) = Feed::new(sound.unwrap(), format).unwrap();
    assert!(left_out.is_empty());
    let at = location("out/cut");
    let mut muxer = Muxer::with_sound(store, &at, format, video, feed).unwrap();
    let mut times: Vec<i64> = pictures.iter().map(|picture| picture.1).collect();
    times.sort_unstable();
    times.iter().for_each(|time| muxer.expect(*time));
    for (data, pts, keyframe) in pictures {
        let (pts, keyframe) = (*pts, *keyframe);
        muxer
            .write(Coded {
                data,
                pts,
                keyframe,
            })
            .unwrap();
    }
    muxer.finish().unwrap();
    store.read(&at).unwrap()
}

/// Players begin at zero, with what is first.
fn probed_from_zero(bytes: &[u8], name: &str) {
    let Some(packets) = probe(bytes, name) else {
        return;
    };
    let first = packets.iter().filter(|it| it.0 == 0).map(|it| it.1);
    let first = first.fold(f64::INFINITY, f64::min);
    assert!(first >= 0.0, "{name}: pictures begin at {first}");
    let before = packets.iter().map(|it| it.1).fold(f64::INFINITY, f64::min);
    assert!(
        before > -0.03,
        "{name}: more than a decoder's run-up before zero: {before}"
    );
}

/// Clusters of Matroska have room for 32 s.
#[test]
fn pictures_may_be_far_apart() {
    let (_server, store) = start();
    let input = clip("slow.mkv");
    put(&store, "in/a.mkv", &input);
    for (file, format) in FORMATS {
        let output = copy(&store, "in/a.mkv", &format!("out/{file}"), format);
        assert_same(
            &tracks(&output, file),
            &wanted(&input, "a.mkv", format),
            format,
        );
        probed_alike(&output, file, &input, "a.mkv", format);
    }
}

/// A block of several frames of equal size with no byte for them.
#[test]
fn laced_frames_of_nothing_are_damaged() {
    let mut bytes = clip("h264-opus.mkv");
    let block = |it: &[u8]| it[0] == 0xa3 && it[1] & 0x80 != 0 && it[2] == 0x82;
    let at = bytes.windows(3).position(block).unwrap();
    let size = usize::from(bytes[at + 1] & 0x7f) + 2;
    let rest = (size - 7 - 2) as u8 | 0x80;
    bytes[at..at + 9].copy_from_slice(&[0xa3, 0x85, 0x82, 0, 0, 4, 1, 0xec, rest]);
    let size = bytes.len() as u64;
    let mut sound = demux::open_sound(Cursor::new(bytes), size, "it").unwrap();
    let sound = sound.as_mut().unwrap();
    let ended = loop {
        match sound.next() {
            Ok(Some(_)) => {}
            Ok(None) => break None,
            Err(error) => break Some(error.to_string()),
        }
    };
    assert!(ended.unwrap().contains("it"));
}

/// Damaged files may be refused or misread, but must not panic or hang.
#[test]
fn damaged_files() {
    let (_server, store) = start();
    put(&store, "in/a.mkv", &clip("tracks.mkv"));
    let fragments = copy(&store, "in/a.mkv", "out/a.mp4", "fmp4");
    for whole in [clip("tracks.mkv"), clip("quicktime.mov"), fragments] {
        for at in (0..whole.len()).step_by(41) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0xff;
            let size = damaged.len() as u64;
            let open = || demux::open_sound(Cursor::new(damaged.clone()), size, "it");
            let Ok(Some(mut sound)) = open() else {
                continue;
            };
            while let Ok(Some(_)) = sound.next() {}
            let _ = Feed::new(open().unwrap().unwrap(), Format::Mp4);
        }
    }
}
