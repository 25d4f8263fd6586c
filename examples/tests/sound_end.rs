//! What is not heard at the end of sound: coders take whole packets, and what they had to add to the
//! last one stays silent.

use std::io::Cursor;
use std::process::Command;

use examples::demux;
use support::{accepted, clip, copy, put, start};

mod support;

/// Clips, what of their last packet is not heard, and of how many samples, in one second.
const CLIPS: [(&str, f64, f64, f64); 2] = [
    ("h264-opus.mkv", 648.0, 960.0, 48_000.0),
    ("h264-aac.mp4", 956.0, 1024.0, 44_100.0),
];

/// In seconds, of each packet.
fn cuts(bytes: &[u8], name: &str) -> Vec<f64> {
    let size = bytes.len() as u64;
    let sound = demux::open_sound(Cursor::new(bytes.to_vec()), size, name);
    let mut sound = sound.unwrap().unwrap();
    let mut cuts = Vec::new();
    while let Some((_, packet)) = sound.next().unwrap() {
        cuts.push(packet.cut.as_secs_f64());
    }
    cuts
}

#[test]
fn it_is_told_in_matroska_and_mp4() {
    let (_server, store) = start();
    for (name, cut, _, rate) in CLIPS {
        let input = clip(name);
        put(&store, "in/a", &input);
        copy(&store, "in/a", "out/1.mp4", "mp4");
        copy(&store, "in/a", "out/1.mkv", "mkv");
        for (from, to, format) in [
            ("in/a", "out/2.mp4", "mp4"),
            ("in/a", "out/2.mkv", "mkv"),
            ("out/1.mp4", "out/3.mkv", "mkv"),
            ("out/1.mkv", "out/3.mp4", "mp4"),
            ("out/1.mp4", "out/4.mp4", "mp4"),
        ] {
            let output = copy(&store, from, to, format);
            let told = cuts(&output, to);
            let (last, others) = told.split_last().unwrap();
            let what = format!("{name}: {from} to {to}: {last}");
            assert!((last - cut / rate).abs() * rate < 1.0, "{what}");
            assert!(others.iter().all(|cut| *cut == 0.0), "{what}");
            accepted(&output, to.trim_start_matches("out/"));
            // FFmpeg 5.1 does not know the end of AAC in MP4.
            if format == "mkv" && name.ends_with("mkv") {
                assert_eq!(heard(&output), heard(&input), "{what}");
            }
        }
    }
}

#[test]
fn in_fragments_the_last_packet_is_shorter_too() {
    let (_server, store) = start();
    for (name, cut, full, _) in CLIPS {
        put(&store, "in/a", &clip(name));
        let output = copy(&store, "in/a", "out/a.mp4", "fmp4");
        assert_eq!(f64::from(last_duration(&output)), full - cut, "{name}");
    }
}

/// Of the last fragment's last track, which is the sound's: duration, size and flags of each packet.
fn last_duration(file: &[u8]) -> u32 {
    let at = file.windows(4).rposition(|it| it == b"trun").unwrap();
    let number = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().unwrap());
    let end = at - 4 + number(at - 4) as usize;
    number(end - 12)
}

/// How many bytes FFmpeg hears, where it is installed.
fn heard(bytes: &[u8]) -> Option<usize> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let mut ffmpeg = Command::new("ffmpeg");
    ffmpeg.args(["-v", "error", "-i"]).arg(file.path());
    let done = ffmpeg.args(["-map", "0:a:0", "-f", "s16le", "-"]).output();
    Some(done.ok()?.stdout.len())
}
