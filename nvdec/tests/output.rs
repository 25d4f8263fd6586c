//! What a decoder makes of pictures on their way out: another size, another format.

mod common;

use common::{builder, bytes, clip, cut, frames, gpu};
use nvdec::{
    Api, Area, Chroma, Codec, DecoderBuilder, Deinterlace, Error, Frame, PixelFormat, Size,
};
use std::num::NonZeroU32;

/// The mean of each sixteenth of the luma.
fn means(frame: &Frame) -> Vec<u32> {
    let (width, height) = (frame.size().width as usize, frame.size().height as usize);
    let picture = bytes(frame);
    let mut sums = [0; 16];
    for (y, row) in picture.chunks(width).take(height).enumerate() {
        for (x, sample) in row.iter().enumerate() {
            sums[y * 4 / height * 4 + x * 4 / width] += u32::from(*sample);
        }
    }
    let samples = (width * height / 16) as u32;
    sums.iter().map(|sum| sum / samples).collect()
}

/// Each device has its own filter: what is checked is that everything is in its place.
#[test]
fn a_resized_picture_looks_the_same() {
    let whole = frames("h264-b-frames.h264", |builder| builder, means).unwrap();
    for size in [Size::new(160, 96), Size::new(640, 384), Size::new(320, 96)] {
        let resize = |builder: DecoderBuilder| builder.resize(size);
        let resized = frames("h264-b-frames.h264", resize, |frame| {
            assert_eq!(frame.size(), size);
            means(frame)
        });
        for (whole, resized) in whole.iter().zip(resized.unwrap()) {
            let differences = whole.iter().zip(&resized).map(|(a, b)| a.abs_diff(*b));
            assert!(
                differences.max() <= Some(6),
                "{size}: {whole:?} {resized:?}"
            );
        }
    }
    let size = Size::new(159, 96);
    let error = builder(Codec::H264).resize(size).start().unwrap_err();
    assert_eq!(error, Error::InvalidOutputSize { size });
}

#[test]
fn a_picture_can_be_placed_in_part_of_a_frame() {
    let place = Area::new(64, 0, 256, 96);
    let change = |builder: DecoderBuilder| builder.resize((320, 96)).place(place);
    let placed = frames("h264-b-frames.h264", change, bytes).unwrap();
    let change = |builder: DecoderBuilder| builder.resize(place.size());
    let scaled = frames("h264-b-frames.h264", change, bytes).unwrap();
    for (placed, scaled) in placed.iter().zip(scaled) {
        let part = cut(placed, Size::new(320, 96), PixelFormat::Nv12, place);
        assert_eq!(part, scaled);
    }
}

/// How much neighbouring rows differ, on average in thousandths of a step.
fn combing(frame: &Frame) -> u64 {
    let (width, height) = (frame.size().width as usize, frame.size().height as usize);
    let luma = &bytes(frame)[..width * height];
    let pairs = luma.iter().zip(&luma[width..]);
    let sum: u64 = pairs.map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    1000 * sum / luma.len() as u64
}

#[test]
fn deinterlaced_pictures_are_as_many_and_smoother() {
    let name = "h264-interlaced.h264";
    let woven = frames(name, |builder| builder, combing).unwrap();
    for mode in [Deinterlace::Bob, Deinterlace::Adaptive] {
        let change = |builder: DecoderBuilder| builder.deinterlace(mode);
        let smooth = frames(name, change, combing).unwrap();
        assert_eq!(smooth.len(), woven.len());
        assert!(
            smooth.iter().sum::<u64>() < woven.iter().sum(),
            "{mode:?}: {smooth:?} {woven:?}"
        );
    }
}

#[test]
fn a_picture_is_cropped_deinterlaced_and_resized_at_once() {
    let name = "h264-interlaced.h264";
    let area = Area::new(32, 32, 288, 160);
    let narrow = Size::new(128, 128); // with all rows, so that combing stays to be seen
    let look = |frame: &Frame| (frame.size(), means(frame), combing(frame));
    let cut = |builder: DecoderBuilder| builder.crop(area).resize(narrow);
    let woven = frames(name, cut, look).unwrap();
    let smooth = frames(name, |it| cut(it).deinterlace(Deinterlace::Bob), look).unwrap();
    let whole = frames(name, |builder| builder.crop(area), means).unwrap();
    assert_eq!((smooth.len(), smooth.len()), (woven.len(), whole.len()));
    for ((size, means, _), whole) in smooth.iter().zip(&whole) {
        assert_eq!(*size, narrow);
        let differences = means.iter().zip(whole).map(|(a, b)| a.abs_diff(*b));
        assert!(differences.max() <= Some(6), "{means:?} {whole:?}");
    }
    let combed = |all: &[(Size, Vec<u32>, u64)]| all.iter().map(|one| one.2).sum::<u64>();
    assert!(combed(&smooth) < combed(&woven));
}

#[test]
fn frames_have_the_format_that_was_asked_for() {
    let name = "hevc-main10.hevc";
    let wide = frames(name, |builder| builder, bytes).unwrap();
    let change = |builder: DecoderBuilder| builder.output_format(PixelFormat::Nv12);
    let narrow = frames(name, change, |frame| {
        assert_eq!(frame.format(), PixelFormat::Nv12);
        bytes(frame)
    });
    for (wide, narrow) in wide.iter().zip(narrow.unwrap()) {
        let high = wide.chunks(2).map(|pair| pair[1]);
        let worst = high.zip(narrow).map(|(a, b)| a.abs_diff(b)).max();
        assert!(worst <= Some(1), "{worst:?}");
    }
}

#[test]
fn a_format_that_the_device_lacks_is_refused_with_those_it_has() {
    let change = |builder: DecoderBuilder| builder.output_format(PixelFormat::Yuv444);
    let error = frames("h264-b-frames.h264", change, bytes).unwrap_err();
    let Error::UnsupportedOutput { format, has } = error else {
        panic!("{error}");
    };
    assert_eq!(format, PixelFormat::Yuv444);
    assert!(has.contains(&PixelFormat::Nv12));
}

#[test]
fn a_codec_that_the_device_lacks_is_refused_at_once_with_those_it_has() {
    let (gpu, api) = (gpu(), Api::load().unwrap());
    let codecs = api.codecs(&gpu).unwrap();
    assert!(codecs.contains(&Codec::Hevc));
    for codec in Codec::ALL {
        let started = api.decoder(&gpu, codec).start();
        match codecs.contains(&codec) {
            true => drop(started.unwrap()),
            false => {
                let has = codecs.clone();
                assert_eq!(started.unwrap_err(), Error::UnsupportedCodec { codec, has });
            }
        }
    }
}

#[test]
fn every_kind_that_the_device_has_can_be_asked_for_before() {
    let (gpu, api) = (gpu(), Api::load().unwrap());
    for codec in api.codecs(&gpu).unwrap() {
        let kinds = api.kinds(&gpu, codec).unwrap();
        assert!(!kinds.is_empty(), "{codec}");
        for (chroma, bit_depth) in kinds {
            let caps = api.caps(&gpu, codec, chroma, bit_depth).unwrap().unwrap();
            assert!(
                !caps.output_formats().is_empty(),
                "{codec} {chroma} {bit_depth}"
            );
        }
    }
}

#[test]
fn the_memory_of_a_stream_is_told() {
    let clip = clip("hevc-main10.hevc");
    let change = builder(clip.codec).display_delay(3).resize((160, 96));
    let surfaces = NonZeroU32::new(4).unwrap();
    let mut decoder = change.output_surfaces(surfaces).start().unwrap();
    assert_eq!(decoder.device_bytes(), None);
    drop(decoder.push_last(&clip.data, 0));
    let (decode, output) = (320 * 192 * 3, 160 * 96 * 3);
    let bytes = decoder.device_bytes().unwrap();
    let decode_surfaces = (bytes - 5 * output) / decode;
    assert_eq!(bytes, decode_surfaces * decode + 5 * output);
    // What the stream needs, the delay and one more.
    assert!(
        (1 + 3 + 1..=20 + 3 + 1).contains(&decode_surfaces),
        "{decode_surfaces}"
    );
}

#[test]
fn pictures_over_the_limit_are_refused() {
    let change = |builder: DecoderBuilder| builder.limit((320, 128));
    let error = frames("h264-b-frames.h264", change, bytes).unwrap_err();
    let (size, limit) = (Size::new(320, 192), Size::new(320, 128));
    assert_eq!(error, Error::OverLimit { size, limit });
    let change = |builder: DecoderBuilder| builder.limit((320, 192));
    let taken = frames("h264-b-frames.h264", change, bytes).unwrap();
    assert_eq!(taken.len(), 30);
}

#[test]
fn more_room_than_the_device_has_use_for_is_refused() {
    let asked = Size::new(u32::MAX, 192);
    let change = |builder: DecoderBuilder| builder.reserve(asked);
    let error = frames("h264-b-frames.h264", change, bytes).unwrap_err();
    let (gpu, api) = (gpu(), Api::load().unwrap());
    let caps = api.caps(&gpu, Codec::H264, Chroma::Yuv420, 8).unwrap();
    let (codec, max) = (Codec::H264, caps.unwrap().max_size);
    assert_eq!(error, Error::TooLargeReserve { codec, asked, max });
}

#[test]
fn a_failed_download_leaves_every_plane_as_it_was() {
    let written = frames(
        "h264-48x16.h264",
        |builder| builder,
        |frame| {
            let (mut luma, mut chroma) = (vec![77; 48 * 16], vec![77; 48 * 8 + 1]);
            let planes: &mut [&mut [u8]] = &mut [&mut luma, &mut chroma];
            assert!(frame.download(planes).is_err());
            luma != vec![77; 48 * 16]
        },
    );
    assert!(!written.unwrap().contains(&true));
}
