//! Each control has its effect in the stream, or the device says that it has it not.

#[path = "../common/mod.rs"]
mod common;
mod every;
mod formats;
mod pictures;
mod presets;
mod quality;
mod rate;
mod references;
mod refusals;
mod syntax;
mod third_party;
mod tools;

use common::{Coded, encode, has_controls, nal_types, probe, session};
use nvenc::{
    BReferences, Codec, Colour, ContentLight, Extras, Headers, HostFrame, Level, MasteringDisplay,
    MultiPass, Picture, PictureType, PixelFormat, Preset, Profile, Qp, QpMap, RateControl, Sei,
    Session, SessionBuilder, Size, Slices, Tuning,
};
use std::{env, num::NonZeroU32, process::Command};

/// A process has one dialect: in this one all is done once more.
#[test]
fn all_of_it_in_8_1() {
    if is_8_1() {
        return;
    }
    let output = Command::new(env::current_exe().unwrap())
        .env("NVSOFT_API", "8.1")
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}");
}

fn is_8_1() -> bool {
    env::var("NVSOFT_API").is_ok_and(|it| it == "8.1")
}

const SIZE: Size = Size::new(320, 192);

fn at(number: usize) -> Picture {
    Picture::at(number as i64)
}

fn coded(builder: SessionBuilder, count: usize) -> Vec<Coded> {
    encode(builder.start().unwrap(), count, at)
}

fn bytes(coded: &[Coded]) -> usize {
    coded.iter().map(|it| it.bytes.len()).sum()
}

fn refusal(builder: SessionBuilder) -> String {
    builder.start::<HostFrame>().unwrap_err().to_string()
}

/// Frames whose luma is painted, coded; chroma is grey.
fn painted(
    builder: SessionBuilder,
    count: usize,
    luma: impl Fn(usize, usize, usize) -> u8,
) -> Vec<Coded> {
    let mut session: Session<HostFrame> = builder.start().unwrap();
    let (width, height) = (SIZE.width as usize, SIZE.height as usize);
    let mut coded = Vec::new();
    for number in 0..count {
        let rows = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let luma: Vec<u8> = rows.map(|(x, y)| luma(number, x, y)).collect();
        let mut frame = session.host_frame().unwrap();
        frame.upload(&[&luma, &vec![128; luma.len() / 2]]).unwrap();
        session.submit(frame, at(number)).unwrap();
        while let Some(packet) = session.receive().unwrap() {
            coded.push(Coded::from(&packet));
        }
    }
    let mut drain = session.finish().unwrap();
    while let Some(packet) = drain.receive().unwrap() {
        coded.push(Coded::from(&packet));
    }
    coded
}

/// Holds ffprobe's words against what is expected.
fn says(codec: Codec, coded: &[Coded], expected: &[&str]) {
    if let Some(text) = probe::probe(codec, coded, &["-show_streams"]) {
        for line in expected {
            assert!(text.lines().any(|it| it == *line), "no {line} in {text}");
        }
    }
}

/// Noise that no encoder makes small.
fn noise(session: &mut Session<HostFrame>, number: usize) -> HostFrame {
    let Size { width, height } = session.size();
    let mut state = number as u32 | 1;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8 / 4 + 96
    };
    let luma: Vec<u8> = (0..width * height).map(|_| next()).collect();
    let mut frame = session.host_frame().unwrap();
    frame.upload(&[&luma, &vec![128; luma.len() / 2]]).unwrap();
    frame
}

/// Bytes of each packet of noise.
fn sizes(builder: SessionBuilder, frames: usize) -> Vec<usize> {
    let mut session: Session<HostFrame> = builder.start().unwrap();
    let mut sizes = Vec::new();
    for number in 0..frames {
        let frame = noise(&mut session, number);
        session.submit(frame, at(number)).unwrap();
        while let Some(packet) = session.receive().unwrap() {
            sizes.push(packet.len());
        }
    }
    let mut drain = session.finish().unwrap();
    while let Some(packet) = drain.receive().unwrap() {
        sizes.push(packet.len());
    }
    sizes
}
