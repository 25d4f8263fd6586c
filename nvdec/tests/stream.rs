//! Cutting, restarting, holding on to frames, and what is refused.

mod common;

use common::{DISPLAY_ORDER, access_units, clip, decoder, each, gpu, md5, nal_units};
use nvdec::{Codec, Error};
use std::num::NonZeroU32;

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
