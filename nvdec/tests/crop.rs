//! Part of a picture: one asked for, or the visible part that the stream tells.

mod common;

use common::{builder, bytes, clip, cut, frames, md5};
use nvdec::{Area, Codec, Error, Frame, Size};
use std::process::Command;

/// Areas that begin at each column and row that a picture of even sides can begin at, counted
/// from where NVDEC can.
const AREAS: [Area; 4] = [
    Area::new(36, 16, 132, 102),
    Area::new(34, 16, 130, 102),
    Area::new(36, 18, 132, 102),
    Area::new(2, 2, 98, 84),
];

/// Compares areas of a clip's pictures with the whole ones. On a device that lacks the clip's
/// kind there is nothing to compare.
fn check_crop(name: &str) {
    let look = |frame: &Frame| (frame.size(), frame.format(), bytes(frame));
    let whole = match frames(name, |builder| builder, look) {
        Err(Error::UnsupportedStream { .. }) => return println!("{name}: passed over"),
        whole => whole.unwrap(),
    };
    for area in AREAS {
        let part = frames(name, |builder| builder.crop(area), look).unwrap();
        assert_eq!(part.len(), whole.len());
        for ((size, format, whole), (cropped, _, part)) in whole.iter().zip(&part) {
            assert_eq!(*cropped, area.size());
            assert!(*part == cut(whole, *size, *format, area), "{name}: {area}");
        }
    }
}

#[test]
fn a_cropped_picture_is_part_of_the_whole() {
    check_crop("h264-b-frames.h264");
    check_crop("hevc-b-pyramid-cropped.hevc");
    check_crop("hevc-main10.hevc");
    check_crop("hevc-422.hevc");
    check_crop("hevc-422-10bit.hevc");
    check_crop("hevc-444.hevc");
    check_crop("hevc-444-10bit.hevc");
}

/// The visible part of these clips begins where NVDEC does not, be it by columns, by rows or both.
#[test]
fn the_visible_part_begins_where_the_stream_says() {
    for (name, size) in [
        ("h264-window.h264", (186, 152)),
        ("hevc-window.hevc", (136, 140)),
        ("hevc-main12-window.hevc", (318, 180)),
        ("hevc-444-window.hevc", (187, 159)), // at odd ones
    ] {
        let look = |frame: &Frame| (frame.size(), md5(frame));
        let shown = match frames(name, |builder| builder, look) {
            Err(Error::UnsupportedStream { .. }) => continue,
            shown => shown.unwrap(),
        };
        let expected = clip(name).md5.into_iter();
        let expected: Vec<_> = expected.map(|sum| (Size::from(size), sum)).collect();
        assert_eq!(shown, expected, "{name}");
        println!("{name}: {} frames equal", shown.len());
    }
}

/// An area is counted from there.
#[test]
fn part_of_the_visible_part() {
    check_crop("h264-window.h264");
    check_crop("hevc-main12-window.hevc");
}

/// The software device is a GPU without 4:4:4 unless told.
#[test]
fn with_444_too() {
    if std::env::var_os(common::ON_GPU).is_some() {
        return;
    }
    let status = Command::new(std::env::current_exe().unwrap())
        .args(["--skip", "with_444_too"])
        .env("NVSOFT_GPU", "t4")
        .status();
    assert!(status.unwrap().success());
}

#[test]
fn an_area_outside_of_the_picture_is_refused() {
    let area = Area::new(300, 0, 324, 20);
    let error = frames("h264-b-frames.h264", |builder| builder.crop(area), bytes).unwrap_err();
    let whole = Size::new(320, 192);
    assert_eq!(error, Error::AreaOutside { area, whole });
    assert_eq!(
        error.to_string(),
        "the area 300,0,324,20 is not within the picture of 320x192"
    );
    let odd = Area::new(1, 0, 20, 20);
    let error = builder(Codec::H264).crop(odd).start().unwrap_err();
    assert_eq!(error, Error::InvalidArea { area: odd });
    let area = Area::new(2, 0, 20, 20);
    let scaled = builder(Codec::H264).crop(area).resize((64, 64));
    let error = scaled.start().unwrap_err();
    assert_eq!(error, Error::InvalidArea { area });
}
