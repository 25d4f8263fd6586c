//! When pictures come, and with which timestamps.

mod common;

use common::{Clip, DISPLAY_ORDER, access_units, clip, decoder, each, gpu, md5, nal_units};
use nvdec::{Codec, Error};

#[test]
fn each_picture_has_the_timestamp_of_its_own_packet() {
    let clip = clip("h264-b-frames.h264");
    let gpu = gpu();
    let builder = nvdec::Api::load().unwrap().decoder(&gpu, clip.codec);
    let builders = [
        ("as it is", builder.clone()),
        ("low latency", builder.clone().low_latency()),
        ("longest delay", builder.display_delay(11)),
    ];
    for (name, builder) in builders {
        let mut decoder = builder.start().unwrap();
        let mut shown = Vec::new();
        for (number, unit) in access_units(&clip).into_iter().enumerate() {
            each(decoder.push(unit, number as i64), |frame| {
                shown.push(frame.timestamp());
            })
            .unwrap();
        }
        each(decoder.finish(), |frame| shown.push(frame.timestamp())).unwrap();
        assert_eq!(shown, DISPLAY_ORDER, "{name}");
    }
}

/// Which picture of hevc-b-pyramid-cropped.hevc is shown first, second and so on.
const PYRAMID_ORDER: [i64; 30] = [
    0, 3, 4, 2, 5, 1, 8, 7, 6, 11, 10, 9, 14, 13, 15, 12, 18, 17, 19, 16, 22, 21, 20, 25, 24, 23,
    28, 27, 29, 26,
];

#[test]
fn pictures_of_a_pyramid_have_their_own_timestamps() {
    let clip = clip("hevc-b-pyramid-cropped.hevc");
    let mut decoder = decoder(clip.codec);
    let (mut picture, mut shown) = (-1, Vec::new());
    for unit in nal_units(&clip.data) {
        // 7.3.1.2 and 7.3.6.1 of H.265: a slice, and the first of its picture.
        let is_slice = unit[3] >> 1 & 0x3f < 32;
        picture += i64::from(is_slice && unit[5] & 0x80 != 0);
        each(decoder.push(unit, picture), |frame| {
            shown.push(frame.timestamp());
        })
        .unwrap();
    }
    each(decoder.finish(), |frame| shown.push(frame.timestamp())).unwrap();
    assert_eq!(shown, PYRAMID_ORDER);
}

#[test]
fn timestamps_are_carried_and_never_read() {
    let clip = clip("h264-b-frames.h264");
    // None at all, the same for all, backwards, with leaps, and after a flush.
    let ways: [fn(i64) -> i64; 4] = [
        |_| 0,
        |_| i64::MIN,
        |number| -number,
        |number| {
            if number % 7 == 0 {
                i64::MAX - number
            } else {
                3 * number - 50
            }
        },
    ];
    let mut decoder = decoder(clip.codec);
    let units = access_units(&clip);
    for way in ways {
        let mut shown = Vec::new();
        for (number, unit) in units.iter().enumerate() {
            each(decoder.push(unit, way(number as i64)), |frame| {
                shown.push(frame.timestamp());
            })
            .unwrap();
        }
        each(decoder.finish(), |frame| shown.push(frame.timestamp())).unwrap();
        assert_eq!(shown, DISPLAY_ORDER.map(way));
        units[..7]
            .iter()
            .for_each(|unit| drop(decoder.push(unit, 99)));
        decoder.flush();
    }
}

#[test]
fn a_picture_shown_again_comes_in_its_place_with_its_own_timestamp() {
    let clip = clip("vp9-hidden.ivf");
    let mut decoder = decoder(clip.codec);
    let mut shown = Vec::new();
    let packets = common::packets(&clip);
    let mut times: Vec<i64> = (0..packets.len() as i64).collect();
    // A whole packet that shows the picture in slot 0, which the eleventh frame put there or not.
    times.insert(11, 1000);
    for (number, packet) in packets.iter().enumerate() {
        each(decoder.push(packet, number as i64), |frame| {
            shown.push(frame);
        })
        .unwrap();
        shown
            .iter()
            .for_each(|frame| assert_eq!(frame.size().width, 320));
        if number == 10 {
            each(decoder.push(&[0x88], 1000), |frame| shown.push(frame)).unwrap();
        }
        let sums: Vec<(i64, String)> = shown.drain(..).map(|f| (f.timestamp(), md5(&f))).collect();
        check_shown(&clip, &mut times, sums);
    }
    let mut sums = Vec::new();
    each(decoder.finish(), |frame| {
        sums.push((frame.timestamp(), md5(&frame)));
    })
    .unwrap();
    check_shown(&clip, &mut times, sums);
    assert!(times.is_empty(), "not shown: {times:?}");
}

/// Takes the shown pictures' timestamps off the expected ones, and compares their sums.
fn check_shown(clip: &Clip, times: &mut Vec<i64>, sums: Vec<(i64, String)>) {
    for (time, sum) in sums {
        assert_eq!(time, times.remove(0));
        match usize::try_from(time)
            .ok()
            .and_then(|number| clip.md5.get(number))
        {
            Some(expected) => assert_eq!(sum, *expected, "frame {time}"),
            None => assert!(
                clip.md5.contains(&sum),
                "the picture shown again was shown before"
            ),
        }
    }
}

#[test]
fn half_of_the_display_delay_is_held_back_in_a_steady_stream() {
    let clip = clip("h264-b-frames.h264");
    let gpu = gpu();
    let first_shown = |delay| {
        let builder = nvdec::Api::load().unwrap().decoder(&gpu, clip.codec);
        let mut decoder = builder.display_delay(delay).start().unwrap();
        let units = access_units(&clip);
        let shown = |unit| decoder.push(unit, 0).next().unwrap().is_some();
        units.into_iter().position(shown)
    };
    assert_eq!(first_shown(8).unwrap() - first_shown(0).unwrap(), 4);
}

#[test]
fn more_delay_than_there_can_be_is_refused() {
    let gpu = gpu();
    let builder = nvdec::Api::load().unwrap().decoder(&gpu, Codec::Hevc);
    let error = builder.display_delay(12).start().unwrap_err();
    let (asked, most) = (12, 11);
    assert_eq!(error, Error::TooLongDelay { asked, most });
}
