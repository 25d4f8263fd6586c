//! Inputs of which pictures cannot be decoded.

use std::io::Cursor;

use examples::demux;
use examples::device::{Choice, Device};
use examples::error::Result;
use examples::exit::Exit;
use examples::job::{Job, Report, Settings};
use examples::store::Store;

use crate::support::{clip, location, put, start};

/// The clip with the beginnings of some packets overwritten, and when those are shown.
fn spoilt(name: &str, packets: &[usize]) -> (Vec<u8>, Vec<i64>) {
    let whole = clip(name);
    let (mut spoilt, mut times, mut number) = (whole.clone(), Vec::new(), 0);
    let mut demux =
        demux::open(Cursor::new(whole.clone()), whole.len() as u64, name, None).unwrap();
    while let Some(packet) = demux.next().unwrap() {
        if packets.contains(&number) {
            let found = whole
                .windows(packet.data.len())
                .position(|bytes| bytes == packet.data);
            let begin = found.unwrap();
            spoilt[begin..begin + 8].fill(0);
            times.push(packet.pts);
        }
        number += 1;
    }
    (spoilt, times)
}

fn run(store: &Store, settings: Settings) -> Result<Report> {
    let device = Device::choose(Choice::Software, 0).unwrap();
    let job = Job {
        input: location("in/a.webm"),
        output: location("out/a.mp4"),
        settings,
    };
    job.run(job.open(store).unwrap(), store, &device)
}

#[test]
fn lost_pictures_are_an_error_unless_they_may_be_missing() {
    let (server, store) = start();
    let output = server.folder().join("clips/out/a.mp4");
    let (spoilt, times) = spoilt("vp9-altref.webm", &[10, 11]);
    put(&store, "in/a.webm", &spoilt);
    let error = run(&store, Settings::default()).unwrap_err();
    assert_eq!(error.exit(), Exit::BadInput);
    let told = format!(
        "2 of its pictures cannot be decoded, the first at the time {}: it is damaged",
        times[0]
    );
    assert!(error.to_string().contains(&told), "{error}");
    assert!(!output.exists());

    let mut settings = Settings::default();
    settings.allow_missing = true;
    assert_eq!(run(&store, settings).unwrap().frames, 23);
    assert!(output.is_file());
}

#[test]
fn a_lost_end_is_an_error_too() {
    let (_server, store) = start();
    let (spoilt, _) = spoilt("vp9-altref.webm", &[24]);
    put(&store, "in/a.webm", &spoilt);
    let error = run(&store, Settings::default()).unwrap_err();
    assert!(error.to_string().contains("1 of its pictures"), "{error}");
    let mut settings = Settings::default();
    settings.frames = Some(24); // what is not wanted is not missed
    assert_eq!(run(&store, settings).unwrap().frames, 24);
}
