//! Uncompressed sound of QuickTime goes into QuickTime and Matroska as it is.

use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use examples::demux::{self, SoundInfo};
use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::store::Store;
use support::{accepted, clip, first_picture, location, put, start};

mod support;

/// What the clip has that Matroska can hold, with its rate, its channels and its bits.
const TRACKS: [(&str, u32, u16, Option<u16>); 9] = [
    ("A_PCM/INT/LIT", 8000, 2, Some(16)),
    ("A_PCM/INT/BIG", 8000, 1, Some(16)),
    ("A_PCM/INT/LIT", 8000, 1, Some(24)),
    ("A_PCM/INT/BIG", 8000, 1, Some(24)),
    ("A_PCM/INT/LIT", 8000, 1, Some(32)),
    ("A_PCM/FLOAT/IEEE", 8000, 1, Some(32)),
    ("A_PCM/INT/LIT", 8000, 1, Some(8)),
    ("A_PCM/INT/LIT", 96_000, 1, Some(16)), // by the second version of its entry
    ("A_AAC", 8000, 1, None),
];

/// Of one with the high byte first there is no word for in Matroska.
const BIG_FLOAT: usize = 9;

type Packets = Vec<(Vec<u8>, f64)>;

/// Each track, and its packets with their times in seconds from the first picture.
fn read(bytes: &[u8], name: &str) -> Vec<(SoundInfo, Packets)> {
    let size = bytes.len() as u64;
    let sound = demux::open_sound(Cursor::new(bytes.to_vec()), size, name);
    let mut sound = sound.unwrap().unwrap();
    let infos = sound.tracks().to_vec();
    let first = first_picture(bytes, name);
    let mut packets = vec![Packets::new(); infos.len()];
    while let Some((track, packet)) = sound.next().unwrap() {
        let info = &infos[track];
        let time = packet.pts as f64 * info.time_base.as_f64() + info.delay;
        packets[track].push((packet.data.to_vec(), time - first));
    }
    infos.into_iter().zip(packets).collect()
}

fn copy(store: &Store, output: &str, words: &[&str]) -> Vec<u8> {
    copy_of(store, "in/pcm.mov", output, words)
}

fn copy_of(store: &Store, input: &str, output: &str, words: &[&str]) -> Vec<u8> {
    let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
    let job = Job {
        input: location(input),
        output: location(output),
        settings: Settings::of_words(&words).unwrap(),
    };
    let device = Device::choose(Choice::Software, 0).unwrap();
    job.run(job.open(store).unwrap(), store, &device).unwrap();
    store.read(&job.target()).unwrap()
}

fn kinds(tracks: &[(SoundInfo, Packets)]) -> Vec<(&str, u32, u16, Option<u16>)> {
    let kind = |(info, _): &'_ (SoundInfo, Packets)| (info.rate, info.channels, info.bit_depth);
    let named = tracks.iter().map(|it| (&*it.0.codec_id, kind(it)));
    named.map(|(id, (a, b, c))| (id, a, b, c)).collect()
}

/// In packets of a tenth of a second.
#[test]
fn it_is_copied_into_matroska() {
    let (_server, store) = start();
    let input = clip("pcm.mov");
    put(&store, "in/pcm.mov", &input);
    let output = copy(&store, "out/a.mkv", &["--copy"]);
    let (before, after) = (read(&input, "a.mov"), read(&output, "a.mkv"));
    assert_eq!(kinds(&before), TRACKS);
    assert_eq!(kinds(&after), TRACKS);
    assert_eq!(after[1].0.language, "fra");
    for ((info, before), (_, after)) in before.iter().zip(&after) {
        let what = &info.codec_id;
        assert_eq!(after.len(), before.len(), "{what}");
        for (found, expected) in after.iter().zip(before) {
            assert!(found.0 == expected.0, "{what}");
            let apart = (found.1 - expected.1).abs();
            assert!(apart < 0.0016, "{what}: {} {}", found.1, expected.1);
        }
    }
    for (info, packets) in after.iter().filter(|(info, _)| info.bit_depth.is_some()) {
        let bytes: usize = packets.iter().map(|packet| packet.0.len()).sum();
        let frame = usize::from(info.channels * info.bit_depth.unwrap() / 8);
        let frames = if info.rate == 8000 { 2000 } else { 9600 };
        assert_eq!(bytes, frames * frame, "{info:?}");
        let longest = packets.iter().map(|packet| packet.0.len()).max();
        assert!(longest <= Some(info.rate as usize / 10 * frame), "{info:?}");
        assert!(packets.len() < 10, "{info:?}");
    }
    accepted(&output, "a.mkv");
    heard_alike((&input, "a.mov"), (&output, "a.mkv"));
}

/// From QuickTime, and from Matroska, whose times are in milliseconds.
#[test]
fn it_is_copied_into_quicktime() {
    let (_server, store) = start();
    let input = clip("pcm.mov");
    put(&store, "in/pcm.mov", &input);
    copy(&store, "in/pcm.mkv", &["--copy"]);
    let before = read(&input, "a.mov");
    for from in ["in/pcm.mov", "in/pcm.mkv"] {
        let output = copy_of(&store, from, "out/a.mov", &["--copy"]);
        let after = read(&output, "a.mov");
        assert_eq!(kinds(&after), TRACKS, "{from}");
        for ((info, before), (_, after)) in before.iter().zip(&after) {
            let bytes = |packets: &Packets| -> Vec<u8> {
                packets.iter().flat_map(|packet| packet.0.clone()).collect()
            };
            assert!(bytes(before) == bytes(after), "{from}: {}", info.codec_id);
            let apart = (before[0].1 - after[0].1).abs();
            assert!(apart < 0.0016, "{from}: {apart} {}", info.codec_id);
        }
        accepted(&output, "a.mov");
        heard_alike((&input, "a.mov"), (&output, "a.mov"));
    }
}

/// By FFmpeg, where it is installed: the same samples of each track.
fn heard_alike(input: (&[u8], &str), output: (&[u8], &str)) {
    let folder = tempfile::tempdir().unwrap();
    let written = |(bytes, name): (&[u8], &str), prefix: &str| {
        let path = folder.path().join(format!("{prefix}-{name}"));
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let (before, after) = (written(input, "before"), written(output, "after"));
    for track in (0..TRACKS.len()).filter(|track| TRACKS[*track].3.is_some()) {
        let (Some(before), Some(after)) = (heard(&before, track), heard(&after, track)) else {
            return println!("ffmpeg is not installed: it was not listened to");
        };
        assert_eq!(after, before, "{:?}", TRACKS[track]);
        assert!(after.starts_with("MD5="), "{after}");
    }
}

/// The hash of a track's samples, as 64 bits each.
fn heard(path: &Path, track: usize) -> Option<String> {
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-v", "error", "-i"]).arg(path);
    ffmpeg.args(["-map", &format!("0:a:{track}"), "-c:a", "pcm_f64le"]);
    let done = ffmpeg.args(["-f", "md5", "-"]).output().ok()?;
    assert!(done.status.success() && done.stderr.is_empty(), "{done:?}");
    Some(String::from_utf8(done.stdout).unwrap())
}

#[test]
fn what_cannot_be_said_of_it_is_left_out() {
    let input = clip("pcm.mov");
    let size = input.len() as u64;
    let sound = demux::open_sound(Cursor::new(input), size, "a.mov").unwrap();
    let number = BIG_FLOAT + 2; // the pictures are the first
    let said = format!("track {number}, sound of the kind \"fl32\"");
    assert_eq!(sound.unwrap().left_out(), [said]);
}

#[test]
fn of_mp4_it_is_no_part() {
    let (_server, store) = start();
    put(&store, "in/pcm.mov", &clip("pcm.mov"));
    for format in ["mp4", "fmp4"] {
        let output = copy(&store, "out/a.mp4", &["--copy", "--format", format]);
        assert_eq!(kinds(&read(&output, "a.mp4")), TRACKS[8..]);
        accepted(&output, "a.mp4");
    }
}

/// Damaged files may be refused or misread, but must not panic or hang.
#[test]
fn damaged_files() {
    let whole = clip("pcm.mov");
    let index = whole.windows(4).position(|it| it == b"moov").unwrap();
    for at in (index..whole.len()).step_by(13) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0xff;
        let size = damaged.len() as u64;
        if let Ok(Some(mut sound)) = demux::open_sound(Cursor::new(damaged), size, "it") {
            while let Ok(Some(_)) = sound.next() {}
        }
    }
}
