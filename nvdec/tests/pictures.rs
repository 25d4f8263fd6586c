//! What a picture tells of itself.

mod common;

use common::{access_units, clip, decoder, each, md5};
use nvdec::{DecodeStatus, Error, Frame};
use std::time::Duration;

#[test]
fn a_picture_tells_of_itself() {
    let clip = clip("h264-b-frames.h264");
    let mut decoder = decoder(clip.codec);
    let mut infos = Vec::new();
    each(decoder.push_last(&clip.data, 0), |frame| {
        infos.push(*frame.info());
    })
    .unwrap();
    for (number, info) in infos.iter().enumerate() {
        assert!(info.progressive);
        assert_eq!((info.fields, info.duration), (2, Some(FRAME)));
        // A key picture every 15.
        assert!(info.intra || number % 15 != 0, "{number}");
    }
    assert_eq!(infos.iter().filter(|info| info.intra).count(), 2);
    assert!(infos.iter().any(|info| !info.reference));
}

const FRAME: Duration = Duration::from_millis(40);

#[test]
fn interlaced_pictures_say_so() {
    let clip = clip("h264-interlaced.h264");
    let mut decoder = decoder(clip.codec);
    each(decoder.push_last(&clip.data, 0), |frame| {
        assert!(!frame.info().progressive);
        assert!(frame.info().top_field_first);
    })
    .unwrap();
    assert!(!decoder.info().unwrap().progressive);
}

/// What was taken of h264-paff.h264, whose fields are access units, pushed in pairs or one by one:
/// timestamps, and which field is first.
fn fields(pushed_at_once: usize) -> Vec<(i64, bool)> {
    let clip = clip("h264-paff.h264");
    let mut decoder = decoder(clip.codec);
    let (mut shown, mut sums) = (Vec::new(), Vec::new());
    let mut take = |frame: Frame| {
        shown.push((frame.timestamp(), frame.info().top_field_first));
        sums.push(md5(&frame));
    };
    // Frames that are no pair of fields are the 7th and the 12th access unit.
    let units = access_units(&clip);
    let frames: Vec<&[&[u8]]> = [0..2, 2..4, 4..6, 6..7, 7..9, 9..11, 11..12, 12..14]
        .map(|units_of| &units[units_of])
        .to_vec();
    for (number, units) in frames.iter().enumerate() {
        for (field, data) in units.chunks(pushed_at_once).enumerate() {
            let timestamp = 10 * number as i64 + field as i64;
            each(decoder.push(&data.concat(), timestamp), &mut take).unwrap();
        }
    }
    each(decoder.finish(), &mut take).unwrap();
    assert_eq!(sums, clip.md5);
    shown
}

#[test]
fn a_pair_of_fields_has_the_timestamp_of_the_first() {
    let order = [0, 20, 10, 40, 30, 50, 70, 60];
    for pushed_at_once in [2, 1] {
        let shown = fields(pushed_at_once);
        let times: Vec<i64> = shown.into_iter().map(|(time, _)| time).collect();
        assert_eq!(times, order, "{pushed_at_once} at once");
    }
}

#[test]
fn the_field_with_the_lower_order_count_is_first() {
    let top_first: Vec<bool> = fields(2).into_iter().map(|(_, first)| first).collect();
    let bottom_first = [5, 7]; // in display order
    let expected: Vec<bool> = (0..8).map(|at| !bottom_first.contains(&at)).collect();
    assert_eq!(top_first, expected);
}

#[test]
fn a_picture_that_is_mapped_twice_is_there_twice() {
    let clip = clip("h264-b-frames.h264");
    let mut decoder = decoder(clip.codec);
    let mut pictures = decoder.push_last(&clip.data, 0);
    let mut sums = Vec::new();
    while let Some(picture) = pictures.next().unwrap() {
        let (first, second) = (picture.map().unwrap(), picture.map().unwrap());
        assert_eq!(picture.status(), Ok(Some(DecodeStatus::Good)));
        let sum = md5(&first);
        drop(first);
        assert_eq!(md5(&second), sum);
        sums.push(sum);
    }
    assert_eq!(sums, clip.md5);
}

#[test]
fn a_damaged_picture_is_told_of() {
    let mut clip = clip("hevc-144x144.hevc");
    let middle = clip.data.len() / 2;
    clip.data.drain(middle..middle + 100);
    let mut decoder = decoder(clip.codec);
    let mut pictures = decoder.push_last(&clip.data, 0);
    let mut statuses = Vec::new();
    while let Some(picture) = pictures.next().unwrap() {
        picture.map().unwrap();
        statuses.push(picture.status().unwrap().unwrap());
    }
    assert!(statuses.contains(&DecodeStatus::Good));
    // What NVDEC makes of it is its own affair.
    let damaged = statuses.iter().filter(|s| **s == DecodeStatus::Damaged);
    assert!(damaged.count() > 0 || !softdevice::is_active());
}

#[test]
fn the_driver_does_not_tell_how_vp9_went() {
    let clip = clip("vp9-odd.ivf");
    let mut decoder = decoder(clip.codec);
    let packets = common::packets(&clip);
    let mut pictures = decoder.push_last(packets[0], 0);
    let picture = pictures.next().unwrap().unwrap();
    picture.map().unwrap();
    assert_eq!(picture.status(), Ok(None));
}

#[test]
fn a_plane_that_is_too_short_is_named() {
    let clip = clip("vp9-odd.ivf");
    let mut decoder = decoder(clip.codec);
    let packet = common::packets(&clip)[0];
    let mut frame = None;
    each(decoder.push_last(packet, 0), |first| frame = Some(first)).unwrap();
    let mut luma = vec![0; 321 * 181];
    let error = frame.unwrap().download(&mut [&mut luma]).unwrap_err();
    let expected = Error::PlaneLength {
        plane: 1,
        needed: 322 * 91,
        given: 0,
    };
    assert_eq!(error, expected);
}
