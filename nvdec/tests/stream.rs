//! Timestamps, cutting, restarting, holding on to frames, and what is refused.

mod common;

use common::{Clip, clip, decoder, each, gpu, md5};
use nvdec::{Codec, DecodeStatus, Error, Frame};
use std::{num::NonZeroU32, time::Duration};

/// The access units of a byte stream that begins each with a delimiter (NAL type 9).
fn access_units(clip: &Clip) -> Vec<&[u8]> {
    let begins = |at: &usize| clip.data[*at..].starts_with(&[0, 0, 0, 1, 9]);
    let starts: Vec<usize> = (0..clip.data.len()).filter(begins).collect();
    let ends = starts[1..].iter().copied().chain([clip.data.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &clip.data[*start..end])
        .collect()
}

/// Which access unit of h264-b-frames.h264 is shown first, second and so on.
const DISPLAY_ORDER: [i64; 30] = [
    0, 3, 2, 4, 1, 7, 6, 8, 5, 11, 10, 12, 9, 14, 13, 15, 17, 18, 16, 21, 20, 22, 19, 25, 24, 26,
    23, 28, 29, 27,
];

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

/// Cut before every `00 00 01`.
fn nal_units(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    let starts = |at: &usize| data[*at..].starts_with(&[0, 0, 1]);
    let mut cuts: Vec<usize> = (0..data.len()).filter(starts).collect();
    cuts.push(data.len());
    let pieces: Vec<&[u8]> = cuts.windows(2).map(|cut| &data[cut[0]..cut[1]]).collect();
    pieces.into_iter()
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
fn a_byte_stream_may_be_cut_between_any_two_nal_units() {
    let clip = clip("h264-slices-cropped.h264");
    let mut decoder = decoder(clip.codec);
    let mut sums = Vec::new();
    for unit in nal_units(&clip.data) {
        each(decoder.push(unit, 0), |frame| sums.push(md5(&frame))).unwrap();
    }
    each(decoder.finish(), |frame| sums.push(md5(&frame))).unwrap();
    assert_eq!(sums, clip.md5);
}

#[test]
fn a_decoder_takes_another_stream_after_the_end_of_one() {
    let (first, second) = (clip("h264-b-frames.h264"), clip("h264-slices-cropped.h264"));
    let mut decoder = decoder(Codec::H264);
    for clip in [&first, &second, &first] {
        let mut sums = Vec::new();
        each(decoder.push_last(&clip.data, 0), |frame| {
            sums.push(md5(&frame));
        })
        .unwrap();
        assert_eq!(sums, clip.md5);
    }
}

#[test]
fn frames_stay_as_they_are_while_others_are_decoded() {
    let clip = clip("hevc-b-pyramid-cropped.hevc");
    let gpu = gpu();
    let all = NonZeroU32::new(30).unwrap();
    let builder = nvdec::Api::load()
        .unwrap()
        .decoder(&gpu, clip.codec)
        .output_surfaces(all);
    let mut decoder = builder.start().unwrap();
    let mut frames = Vec::new();
    each(decoder.push_last(&clip.data, 0), |frame| frames.push(frame)).unwrap();
    drop(decoder);
    let sums: Vec<String> = frames.iter().map(md5).collect();
    assert_eq!(sums, clip.md5);
}

#[test]
fn a_consumer_in_another_thread_holds_the_decoder_back() {
    let clip = clip("hevc-b-pyramid-cropped.hevc");
    let gpu = gpu();
    let builder = nvdec::Api::load().unwrap().decoder(&gpu, clip.codec);
    let mut decoder = builder.output_surfaces(NonZeroU32::MIN).start().unwrap();
    // Frames pile up before the consumer as far as there are surfaces: one.
    let (sender, frames) = std::sync::mpsc::channel();
    let consumer = std::thread::spawn(move || frames.iter().map(|frame| md5(&frame)).collect());
    each(decoder.push_last(&clip.data, 0), |frame| {
        sender.send(frame).unwrap();
    })
    .unwrap();
    drop(sender);
    let sums: Vec<String> = consumer.join().unwrap();
    assert_eq!(sums, clip.md5);
}

#[test]
fn pictures_that_are_not_taken_are_skipped() {
    let clip = clip("h264-b-frames.h264");
    let mut decoder = decoder(clip.codec);
    let units = access_units(&clip);
    for unit in &units[..15] {
        drop(decoder.push(unit, 0));
    }
    let mut sums = Vec::new();
    for unit in &units[15..] {
        each(decoder.push(unit, 1), |frame| {
            sums.push((frame.timestamp(), md5(&frame)));
        })
        .unwrap();
    }
    each(decoder.finish(), |frame| {
        sums.push((frame.timestamp(), md5(&frame)));
    })
    .unwrap();
    let late: Vec<&String> = sums
        .iter()
        .filter(|(at, _)| *at == 1)
        .map(|(_, sum)| sum)
        .collect();
    assert_eq!(late, clip.md5[15..].iter().collect::<Vec<_>>());
}

#[test]
fn input_without_a_picture_is_an_error_that_says_so() {
    for codec in [Codec::H264, Codec::Hevc] {
        let mut decoder = decoder(codec);
        let error = each(decoder.push_last(b"this is no video at all", 0), drop).unwrap_err();
        assert_eq!(error, Error::NoPicture { codec, bytes: 23 });
        let message = format!("no {codec} picture in 23 bytes of input: is it a {codec} stream?");
        assert_eq!(error.to_string(), message);
    }
}

#[test]
fn a_truncated_stream_gives_the_frames_before_the_cut() {
    let clip = clip("h264-b-frames.h264");
    let mut decoder = decoder(clip.codec);
    let mut sums = Vec::new();
    let half = &clip.data[..clip.data.len() / 2];
    // The picture that is cut through may be an error or may be concealed.
    let _ = each(decoder.push_last(half, 0), |frame| sums.push(md5(&frame)));
    assert!(sums.len() >= 10, "{} frames of half the stream", sums.len());
    assert_eq!(sums[..10], clip.md5[..10]);
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

#[test]
fn decoders_and_frames_cross_threads() {
    fn is_send<T: Send>() {}
    fn is_sync<T: Sync>() {}
    is_send::<nvdec::Decoder>();
    is_send::<nvdec::Frame>();
    is_sync::<nvdec::Frame>();
    is_send::<nvdec::Api>();
    is_sync::<nvdec::Api>();
    is_send::<nvdec::Pictures<'_>>();
    is_send::<nvdec::Picture<'_>>();
    is_send::<nvdec::CachedDecoder<'_>>();
    is_sync::<nvdec::DecoderCache>();
    is_sync::<nvdec::DecoderGroup>();
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
fn an_error_met_while_pictures_are_dropped_is_told_at_the_next_call() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../softdevice/tests/clips/hevc-444.h265"
    );
    let mut decoder = decoder(Codec::Hevc);
    let stream = std::fs::read(path).unwrap();
    drop(decoder.push(&stream, 0));
    // 96x64 samples of 4:4:4: one device has no 4:4:4, another not so small.
    let error = each(decoder.finish(), drop).unwrap_err();
    assert!(
        matches!(
            error,
            Error::UnsupportedStream { .. } | Error::UnsupportedSize { .. }
        ),
        "{error}"
    );
}

#[test]
fn each_stream_of_a_decoder_needs_a_picture() {
    let clip = clip("h264-b-frames.h264");
    let mut decoder = decoder(clip.codec);
    each(decoder.push_last(&clip.data, 0), drop).unwrap();
    let error = each(decoder.push_last(b"this is no video at all", 0), drop).unwrap_err();
    assert_eq!(
        error,
        Error::NoPicture {
            codec: Codec::H264,
            bytes: 23
        }
    );
}

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
fn after_a_flush_a_stream_begins_anew() {
    let clip = clip("h264-b-frames.h264");
    let mut decoder = decoder(clip.codec);
    let units = access_units(&clip);
    for (number, unit) in units[..9].iter().enumerate() {
        each(decoder.push(unit, number as i64), drop).unwrap();
    }
    decoder.flush();
    let mut sums = Vec::new();
    // To the middle of the first group of pictures: what comes is from the second on.
    for (number, unit) in units.iter().enumerate().skip(12) {
        each(decoder.push(unit, number as i64), |frame| {
            sums.push((frame.timestamp(), md5(&frame)));
        })
        .unwrap();
    }
    each(decoder.finish(), |frame| {
        sums.push((frame.timestamp(), md5(&frame)));
    })
    .unwrap();
    let second = DISPLAY_ORDER[15..]
        .iter()
        .copied()
        .zip(clip.md5[15..].iter().cloned());
    assert_eq!(sums, second.collect::<Vec<_>>());
}

#[test]
fn a_flush_forgets_that_there_was_no_picture() {
    let clip = clip("h264-b-frames.h264");
    let mut decoder = decoder(clip.codec);
    each(decoder.push(b"this is no video at all", 0), drop).unwrap();
    decoder.flush();
    each(decoder.push_last(&clip.data, 0), drop).unwrap();
}

#[test]
fn more_delay_than_there_can_be_is_refused() {
    let gpu = gpu();
    let builder = nvdec::Api::load().unwrap().decoder(&gpu, Codec::Hevc);
    let error = builder.display_delay(12).start().unwrap_err();
    let (asked, most) = (12, 11);
    assert_eq!(error, Error::TooLongDelay { asked, most });
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
fn more_surfaces_than_there_can_be_are_refused() {
    let gpu = gpu();
    let builder = nvdec::Api::load().unwrap().decoder(&gpu, Codec::Hevc);
    let error = builder
        .output_surfaces(NonZeroU32::MAX)
        .start()
        .unwrap_err();
    assert_eq!(
        error,
        Error::TooManySurfaces {
            asked: u32::MAX,
            most: 64
        }
    );
}
