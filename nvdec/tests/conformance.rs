//! Every frame of every clip equals what another decoder makes of it.

mod common;

use common::{clip, decoder, each, md5, packets};
use nvdec::{Chroma, PixelFormat, Size};

/// Decodes a clip and compares all of its frames.
fn check(name: &str, size: Size, format: PixelFormat) {
    let clip = clip(name);
    let mut decoder = decoder(clip.codec);
    let mut sums = Vec::new();
    let mut take = |frame: nvdec::Frame| {
        assert_eq!((frame.size(), frame.format()), (size, format));
        sums.push(md5(&frame));
    };
    for packet in packets(&clip) {
        each(decoder.push(packet, 0), &mut take).unwrap();
    }
    each(decoder.finish(), &mut take).unwrap();
    assert_eq!(sums.len(), clip.md5.len(), "{name}: frames");
    let wrong = sums
        .iter()
        .zip(&clip.md5)
        .position(|(ours, theirs)| ours != theirs);
    assert_eq!(wrong, None, "{name}: the first frame that differs");
    println!("{name}: {} frames equal", sums.len());
}

#[test]
fn h264_with_b_frames() {
    check("h264-b-frames.h264", Size::new(320, 192), PixelFormat::Nv12);
}

#[test]
fn h264_of_four_slices_with_cropping() {
    check(
        "h264-slices-cropped.h264",
        Size::new(322, 182),
        PixelFormat::Nv12,
    );
}

#[test]
fn h264_interlaced() {
    check(
        "h264-interlaced.h264",
        Size::new(320, 192),
        PixelFormat::Nv12,
    );
}

#[test]
fn hevc_with_a_b_pyramid_and_cropping() {
    check(
        "hevc-b-pyramid-cropped.hevc",
        Size::new(322, 182),
        PixelFormat::Nv12,
    );
}

#[test]
fn hevc_of_10_bits() {
    check("hevc-main10.hevc", Size::new(320, 192), PixelFormat::P010);
}

#[test]
fn vp9_with_hidden_frames() {
    check("vp9-hidden.ivf", Size::new(320, 180), PixelFormat::Nv12);
}

#[test]
fn vp9_of_odd_size() {
    check("vp9-odd.ivf", Size::new(321, 181), PixelFormat::Nv12);
}

#[test]
fn vp9_of_10_bits() {
    check("vp9-10bit.ivf", Size::new(320, 192), PixelFormat::P010);
}

#[test]
fn a_stream_says_what_it_is() {
    let clip = clip("hevc-main10.hevc");
    let mut decoder = decoder(clip.codec);
    assert_eq!(decoder.info(), None);
    drop(decoder.push_last(&clip.data, 0));
    let info = decoder.info().unwrap();
    assert_eq!(
        (info.size(), info.coded_size),
        (Size::new(320, 192), Size::new(320, 192))
    );
    assert_eq!((info.bit_depth, info.chroma), (10, Chroma::Yuv420));
    assert_eq!(info.frame_rate.as_f64(), 25.0);
    assert!(info.progressive);
}
