//! Every frame of every clip equals what another decoder makes of it.
//!
//! A clip of a kind that the device does not decode is passed over, which is printed.

mod common;

use common::{Clip, clip, decoder, each, gpu, md5, packets};
use nvdec::{Api, Chroma, Codec, Frame, PixelFormat, Size};

/// Decodes a clip of 4:2:0 with 8 bits and compares all of its frames.
fn check(name: &str, size: (u32, u32)) {
    check_kind(name, size, Chroma::Yuv420, 8);
}

fn check_kind(name: &str, (width, height): (u32, u32), chroma: Chroma, bit_depth: u8) {
    let clip = clip(name);
    if !is_decoded(clip.codec, chroma, bit_depth) {
        return println!("{name}: passed over, as this device does not decode that");
    }
    let expected = (Size::new(width, height), format(chroma, bit_depth));
    let mut decoder = decoder(clip.codec);
    let mut found = Found::default();
    let mut take = |frame: Frame| {
        assert_eq!((frame.size(), frame.format()), expected, "{name}");
        found.add(&clip, &frame);
    };
    for packet in packets(&clip) {
        each(decoder.push(packet, 0), &mut take).unwrap();
    }
    each(decoder.finish(), &mut take).unwrap();
    found.compare(&clip, name);
}

fn is_decoded(codec: Codec, chroma: Chroma, bit_depth: u8) -> bool {
    let (gpu, api) = (gpu(), Api::load().unwrap());
    let caps = api.caps(&gpu, codec, chroma, bit_depth).unwrap();
    caps.is_some()
}

fn format(chroma: Chroma, bit_depth: u8) -> PixelFormat {
    match (chroma, bit_depth) {
        (Chroma::Yuv444, 8) => PixelFormat::Yuv444,
        (Chroma::Yuv444, _) => PixelFormat::Yuv444P16,
        (Chroma::Yuv422, 8) => PixelFormat::Nv16,
        (Chroma::Yuv422, _) => PixelFormat::P216,
        (_, 8) => PixelFormat::Nv12,
        _ => PixelFormat::P010,
    }
}

/// What a device made of a clip.
#[derive(Default)]
struct Found {
    md5: Vec<String>,
    means: Vec<u8>,
}

impl Found {
    fn add(&mut self, clip: &Clip, frame: &Frame) {
        match clip.means.is_empty() {
            true => self.md5.push(md5(frame)),
            false => add_means(frame, &mut self.means),
        }
    }

    fn compare(&self, clip: &Clip, name: &str) {
        assert_eq!(self.md5.len(), clip.md5.len(), "{name}: frames");
        let mut pairs = self.md5.iter().zip(&clip.md5);
        let wrong = pairs.position(|(ours, theirs)| ours != theirs);
        assert_eq!(wrong, None, "{name}: the first frame that differs");
        assert_eq!(self.means.len(), clip.means.len(), "{name}: blocks");
        let mut pairs = self.means.iter().zip(&clip.means);
        let wrong = pairs.position(|(ours, theirs)| ours.abs_diff(*theirs) > 2);
        assert_eq!(wrong, None, "{name}: the first block that differs");
        let kind = if self.md5.is_empty() {
            "blocks"
        } else {
            "frames"
        };
        println!("{name}: {} {kind} equal", self.md5.len() + self.means.len());
    }
}

/// The mean of each block of 16x16 samples: of luma, U and V of an NV12 frame.
fn add_means(frame: &Frame, means: &mut Vec<u8>) {
    let picture = frame.to_vec().unwrap();
    let (width, height) = (frame.size().width as usize, frame.size().height as usize);
    let (luma, chroma) = picture.split_at(width * height);
    means.extend(block_means(luma, width, 1));
    means.extend(block_means(chroma, width, 2));
    means.extend(block_means(&chroma[1..], width, 2));
}

/// The means of a plane whose samples are `step` bytes apart.
fn block_means(plane: &[u8], stride: usize, step: usize) -> Vec<u8> {
    let mut means = Vec::new();
    for rows in plane.chunks(16 * stride) {
        for left in (0..stride).step_by(16 * step) {
            let block = rows
                .chunks(stride)
                .flat_map(|row| row[left..].iter().step_by(step).take(16));
            means.push(((block.map(|sample| u32::from(*sample)).sum::<u32>() + 128) / 256) as u8);
        }
    }
    means
}

#[test]
fn h264_with_b_frames() {
    check("h264-b-frames.h264", (320, 192));
}

#[test]
fn h264_of_four_slices_with_cropping() {
    check("h264-slices-cropped.h264", (322, 182));
}

#[test]
fn h264_interlaced() {
    check("h264-interlaced.h264", (320, 192));
}

#[test]
fn h264_of_fields_and_frames_in_turn() {
    check("h264-paff.h264", (64, 64));
}

#[test]
fn h264_with_many_references_and_weights() {
    check("h264-refs.h264", (192, 160));
}

#[test]
fn h264_of_the_smallest_and_the_largest_size() {
    check("h264-48x16.h264", (48, 16));
    check("h264-4096x4096.h264", (4096, 4096));
}

#[test]
fn hevc_with_a_b_pyramid_and_cropping() {
    check("hevc-b-pyramid-cropped.hevc", (322, 182));
    check("hevc-uncropped.hevc", (328, 184));
}

#[test]
fn hevc_of_the_smallest_and_the_largest_size() {
    check("hevc-144x144.hevc", (144, 144));
    check("hevc-8192x8192.hevc", (8192, 8192));
}

#[test]
fn hevc_of_10_and_12_bits() {
    check_kind("hevc-main10.hevc", (320, 192), Chroma::Yuv420, 10);
    check_kind("hevc-main12.hevc", (320, 192), Chroma::Yuv420, 12);
}

#[test]
fn hevc_of_422() {
    check_kind("hevc-422.hevc", (192, 160), Chroma::Yuv422, 8);
    check_kind("hevc-422-10bit.hevc", (192, 160), Chroma::Yuv422, 10);
}

#[test]
fn hevc_of_444() {
    check_kind("hevc-444.hevc", (192, 160), Chroma::Yuv444, 8);
    check_kind("hevc-444-10bit.hevc", (192, 160), Chroma::Yuv444, 10);
    check_kind("hevc-444-12bit.hevc", (192, 160), Chroma::Yuv444, 12);
}

#[test]
fn vp9_with_hidden_frames() {
    check("vp9-hidden.ivf", (320, 180));
}

#[test]
fn vp9_of_odd_and_of_the_smallest_size() {
    check("vp9-odd.ivf", (321, 181));
    check("vp9-128x128.ivf", (128, 128));
}

#[test]
fn vp9_of_10_and_12_bits() {
    check_kind("vp9-10bit.ivf", (320, 192), Chroma::Yuv420, 10);
    check_kind("vp9-12bit.ivf", (320, 192), Chroma::Yuv420, 12);
}

#[test]
fn vp8() {
    check("vp8.ivf", (192, 160));
    check("vp8-odd.ivf", (177, 145));
}

#[test]
fn av1_of_8_and_10_bits() {
    check("av1.ivf", (192, 160));
    check_kind("av1-10bit.ivf", (192, 160), Chroma::Yuv420, 10);
}

#[test]
fn mpeg_1() {
    check("mpeg1.m1v", (192, 160));
}

#[test]
fn mpeg_2_progressive_and_interlaced() {
    check("mpeg2.m2v", (192, 160));
    check("mpeg2-interlaced.m2v", (192, 160));
}

#[test]
fn mpeg_4() {
    check("mpeg4.m4v", (192, 160));
}

#[test]
fn vc_1() {
    check("vc1.vc1", (96, 64));
    check("vc1-cropped.vc1", (90, 58));
}

#[test]
fn jpeg() {
    check("jpeg.mjpeg", (192, 160));
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
