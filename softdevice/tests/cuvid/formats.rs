//! What the sequence callback says.

use nvenc_sys::CUVIDEOFORMAT;

use crate::{
    clips::{Clip, HEVC_CROP, HEVC_MAIN10, HEVC_PYRAMID, MBAFF, PYRAMID, SLICES, VP9_ALTREF},
    trace::*,
};

fn format(clip: Clip) -> CUVIDEOFORMAT {
    let mut client = Client::new(clip.codec, 20, 0);
    clip.packets().iter().for_each(|packet| client.feed(packet));
    client.end();
    sequences(&client.take())[0]
}

fn sizes(format: &CUVIDEOFORMAT) -> ([u32; 2], [i32; 4], [i32; 2]) {
    let (area, ratio) = (format.display_area, format.display_aspect_ratio);
    (
        [format.coded_width, format.coded_height],
        [area.left, area.top, area.right, area.bottom],
        [ratio.x, ratio.y],
    )
}

fn rate(format: &CUVIDEOFORMAT) -> (u32, u32) {
    (format.frame_rate.numerator, format.frame_rate.denominator)
}

#[test]
fn h264_as_measured() {
    let format = format(SLICES);
    assert_eq!(sizes(&format), ([320, 192], [0, 0, 320, 180], [16, 9]));
    assert_eq!(rate(&format), (30, 1));
    let signal = format.video_signal_description;
    assert_eq!(
        (signal.video_format(), signal.video_full_range_flag()),
        (5, 0)
    );
    assert_eq!(
        [
            signal.color_primaries,
            signal.transfer_characteristics,
            signal.matrix_coefficients
        ],
        [2, 2, 2]
    );
    assert_eq!(
        (format.progressive_sequence, format.seqhdr_data_length),
        (1, 0)
    );
    assert_eq!(
        (format.chroma_format.0, format.bit_depth_luma_minus8),
        (1, 0)
    );
    // Three references.
    assert_eq!(format.min_num_decode_surfaces, 4);
}

#[test]
fn surfaces_follow_the_buffers_size() {
    assert_eq!(format(PYRAMID).min_num_decode_surfaces, 5);
    assert!((7..=8).contains(&format(HEVC_PYRAMID).min_num_decode_surfaces));
}

#[test]
fn interlaced_is_not_progressive() {
    assert_eq!(format(MBAFF).progressive_sequence, 0);
    assert_eq!(rate(&format(MBAFF)), (25, 1));
}

#[test]
fn hevc_has_depth_and_colours() {
    let format = format(HEVC_MAIN10);
    assert_eq!(format.bit_depth_luma_minus8, 2);
    assert_eq!(format.bit_depth_chroma_minus8, 2);
    let signal = format.video_signal_description;
    assert_eq!(
        [
            signal.color_primaries,
            signal.transfer_characteristics,
            signal.matrix_coefficients
        ],
        [9, 16, 9]
    );
}

#[test]
fn hevc_has_a_conformance_window() {
    let format = format(HEVC_CROP);
    assert_eq!(sizes(&format), ([192, 160], [0, 0, 182, 150], [91, 75]));
    assert_eq!((rate(&format), format.progressive_sequence), ((24, 1), 1));
}

#[test]
fn vp9_has_sizes_only() {
    let format = format(VP9_ALTREF);
    assert_eq!(sizes(&format), ([160, 144], [0, 0, 160, 144], [10, 9]));
    assert_eq!(rate(&format), (0, 0));
}
