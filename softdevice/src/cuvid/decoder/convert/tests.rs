//! Small pictures, sample by sample.

use super::*;

fn whole(width: usize, height: usize) -> Rect {
    Rect {
        left: 0,
        top: 0,
        width,
        height,
    }
}

fn geometry(crop: Rect, target: (usize, usize), wide: bool, planar_444: bool) -> Geometry {
    Geometry {
        layout: Layout { wide, planar_444 },
        crop,
        target,
        painted: whole(target.0, target.1),
        deinterlace: false,
    }
}

/// Luma counts up, U is 100, 101, ..., V is 200, 201, ...
fn counting(width: usize, height: usize, chroma: Chroma) -> Surface {
    let (w, h) = chroma.plane_size(width, height);
    let plane = |start: usize, count: usize| (start..start + count).map(|v| v as u8).collect();
    let picture = Picture {
        width,
        height,
        chroma,
        bit_depth: 8,
        planes: [
            plane(0, width * height),
            plane(100, w * h),
            plane(200, w * h),
        ],
    };
    Surface {
        picture: Arc::new(picture),
        origin: (0, 0),
    }
}

fn painted(surface: &Surface, geometry: &Geometry, lines: Lines) -> Vec<u8> {
    let mut out = vec![0; geometry.bytes()];
    paint(surface, geometry, lines, &mut out);
    out
}

#[test]
fn nv12_has_chroma_at_pitch_times_height() {
    let geometry = geometry(whole(4, 4), (4, 4), false, false);
    let out = painted(&counting(4, 4, Chroma::Yuv420), &geometry, Lines::All);
    assert_eq!(out.len(), 256 * 6);
    assert_eq!(out[..4], [0, 1, 2, 3]);
    assert_eq!(out[3 * 256..][..4], [12, 13, 14, 15]);
    assert_eq!(out[4 * 256..][..4], [100, 200, 101, 201]);
    assert_eq!(out[5 * 256..][..4], [102, 202, 103, 203]);
}

#[test]
fn ten_bits_go_to_the_high_end_of_p016() {
    let picture = Picture {
        width: 2,
        height: 2,
        chroma: Chroma::Yuv420,
        bit_depth: 10,
        planes: [
            [1023_u16, 1, 2, 3]
                .iter()
                .flat_map(|v| v.to_le_bytes())
                .collect(),
            512_u16.to_le_bytes().to_vec(),
            513_u16.to_le_bytes().to_vec(),
        ],
    };
    let surface = Surface {
        picture: Arc::new(picture),
        origin: (0, 0),
    };
    let out = painted(
        &surface,
        &geometry(whole(2, 2), (2, 2), true, false),
        Lines::All,
    );
    assert_eq!(out[..4], [0xc0, 0xff, 0x40, 0x00]);
    assert_eq!(out[512..][..4], [0x00, 0x80, 0x40, 0x80]);
    let narrow = painted(
        &surface,
        &geometry(whole(2, 2), (2, 2), false, false),
        Lines::All,
    );
    assert_eq!(narrow[..2], [255, 0]);
}

#[test]
fn planar_444_has_three_full_planes() {
    let geometry = geometry(whole(2, 2), (2, 2), false, true);
    let out = painted(&counting(2, 2, Chroma::Yuv444), &geometry, Lines::All);
    assert_eq!(out[..2], [0, 1]);
    assert_eq!(out[2 * 256..][..2], [100, 101]);
    assert_eq!(out[5 * 256..][..2], [202, 203]);
}

#[test]
fn the_crop_is_in_coded_positions() {
    let crop = Rect {
        left: 4,
        top: 2,
        width: 2,
        height: 2,
    };
    let mut surface = counting(4, 4, Chroma::Yuv420);
    surface.origin = (2, 2);
    let out = painted(&surface, &geometry(crop, (2, 2), false, false), Lines::All);
    assert_eq!([&out[..2], &out[256..258]], [[2, 3], [6, 7]]);
    assert_eq!(out[512..514], [101, 201]);
}

#[test]
fn coded_samples_outside_the_picture_repeat_its_edge() {
    let out = painted(
        &counting(2, 2, Chroma::Yuv420),
        &geometry(whole(4, 4), (4, 4), false, false),
        Lines::All,
    );
    assert_eq!(out[..4], [0, 1, 1, 1]);
    assert_eq!(out[3 * 256..][..4], [2, 3, 3, 3]);
}

#[test]
fn scaling_takes_the_nearest_sample() {
    let source = counting(4, 4, Chroma::Yuv420);
    let half = painted(
        &source,
        &geometry(whole(4, 4), (2, 2), false, false),
        Lines::All,
    );
    assert_eq!([&half[..2], &half[256..258]], [[5, 7], [13, 15]]);
    let double = painted(
        &source,
        &geometry(whole(4, 4), (8, 8), false, false),
        Lines::All,
    );
    assert_eq!(double[..8], [0, 0, 1, 1, 2, 2, 3, 3]);
}

#[test]
fn a_field_fills_the_frame_with_its_lines_doubled() {
    let geometry = geometry(whole(2, 4), (2, 4), false, false);
    let source = counting(2, 4, Chroma::Yuv420);
    let rows = |lines| {
        let out = painted(&source, &geometry, lines);
        [0, 1, 2, 3].map(|row| out[row * 256])
    };
    assert_eq!(rows(Lines::Top), [0, 0, 4, 4]);
    assert_eq!(rows(Lines::Bottom), [2, 2, 6, 6]);
}

#[test]
fn what_the_target_rectangle_leaves_is_black() {
    let mut geometry = geometry(whole(2, 2), (4, 4), false, false);
    geometry.painted = Rect {
        left: 2,
        top: 2,
        width: 2,
        height: 2,
    };
    assert!(!covers(&geometry.painted, geometry.target));
    let mut out = vec![0; geometry.bytes()];
    blacken(&geometry, &mut out);
    paint(
        &counting(2, 2, Chroma::Yuv420),
        &geometry,
        Lines::All,
        &mut out,
    );
    assert_eq!(out[..4], [16; 4]);
    assert_eq!(out[3 * 256..][..4], [16, 16, 2, 3]);
    assert_eq!(out[5 * 256..][..4], [128, 128, 100, 200]);
}
