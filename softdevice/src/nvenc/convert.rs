//! From a surface in memory to the planes that a codec takes.

use nvenc_sys::NV_ENC_BUFFER_FORMAT as Format;

use super::{
    layout::{Layout, Plane, Samples, samples},
    packed::{self, Colour},
    planes,
    status::{Answer, bad_param},
};
use crate::picture::{Chroma, Picture};

/// What a session codes, whatever it is fed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Target {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) chroma: Chroma,
    pub(super) bit_depth: u8,
    pub(super) colour: Colour,
}

/// Whether a session may be fed this format.
pub(super) fn check(format: Format, target: &Target) -> Answer {
    let chroma = match samples(format)?.0 {
        Samples::SemiPlanar | Samples::Planar420 => target.chroma == Chroma::Yuv420,
        Samples::Planar444 => target.chroma == Chroma::Yuv444,
        Samples::Packed => true,
    };
    if !chroma {
        return Err(bad_param(
            "the input's chroma sampling is not the session's",
        ));
    }
    if is_deep(format) && target.bit_depth == 8 {
        return Err(bad_param("the input has 10 bits, the session 8"));
    }
    Ok(())
}

/// Colours of 10 bits are computed with anyway, so they go into any session.
fn is_deep(format: Format) -> bool {
    matches!(
        format,
        Format::NV_ENC_BUFFER_FORMAT_YUV420_10BIT | Format::NV_ENC_BUFFER_FORMAT_YUV444_10BIT
    )
}

/// The upper left of a surface as the session's picture. `bytes` holds the whole layout.
pub(super) fn picture(bytes: &[u8], layout: &Layout, target: &Target) -> Answer<Picture> {
    check(layout.format, target)?;
    let planes = layout.planes()?;
    let (samples, size) = samples(layout.format)?;
    let from = |plane: usize, first, step| Source {
        bytes,
        plane: planes[plane],
        size,
        first,
        step,
    };
    let planes = match samples {
        Samples::Packed => return Ok(packed::picture(bytes, &planes[0], layout.format, target)),
        Samples::SemiPlanar => [from(0, 0, 1), from(1, 0, 2), from(1, 1, 2)],
        // YV12 has V before U.
        _ if layout.format == Format::NV_ENC_BUFFER_FORMAT_YV12 => {
            [from(0, 0, 1), from(2, 0, 1), from(1, 0, 1)]
        }
        _ => [from(0, 0, 1), from(1, 0, 1), from(2, 0, 1)],
    };
    Ok(assemble(target, planes))
}

fn assemble(target: &Target, [y, u, v]: [Source<'_>; 3]) -> Picture {
    let (width, height) = target.chroma.plane_size(target.width, target.height);
    let depth = target.bit_depth;
    Picture {
        width: target.width,
        height: target.height,
        chroma: target.chroma,
        bit_depth: depth,
        planes: [
            y.samples(target.width, target.height, depth),
            u.samples(width, height, depth),
            v.samples(width, height, depth),
        ],
    }
}

/// One component of a surface: every `step`th sample of a plane, from the `first` on.
struct Source<'a> {
    bytes: &'a [u8],
    plane: Plane,
    size: usize,
    first: usize,
    step: usize,
}

impl Source<'_> {
    fn samples(&self, width: usize, height: usize, depth: u8) -> Vec<u8> {
        let wide = usize::from(depth > 8) + 1;
        let mut out = planes::take(width * height * wide);
        for y in 0..height {
            let row = &self.bytes[self.plane.offset + y * self.plane.pitch..];
            self.row(&row[..self.plane.row_bytes], width, depth, &mut out);
        }
        out
    }

    fn row(&self, row: &[u8], width: usize, depth: u8, out: &mut Vec<u8>) {
        let bytes = || {
            row[self.first..]
                .iter()
                .copied()
                .step_by(self.step)
                .take(width)
        };
        match (self.size, depth) {
            (1, 8) if self.step == 1 => out.extend_from_slice(&row[..width]),
            (1, 8) => out.extend(bytes()),
            (1, _) => bytes().for_each(|value| put(out, u16::from(value) << (depth - 8))),
            _ => {
                let words = row.chunks_exact(2).skip(self.first).step_by(self.step);
                // Ten bits stand in the upper ones of sixteen.
                words.take(width).for_each(|word| {
                    put(out, u16::from_le_bytes([word[0], word[1]]) >> (16 - depth));
                });
            }
        }
    }
}

fn put(out: &mut Vec<u8>, value: u16) {
    out.extend_from_slice(&value.to_le_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(chroma: Chroma, bit_depth: u8) -> Target {
        Target {
            width: 2,
            height: 2,
            chroma,
            bit_depth,
            colour: Colour::new(2),
        }
    }

    fn convert(bytes: &[u8], format: Format, pitch: usize, target: &Target) -> [Vec<u8>; 3] {
        let layout = Layout {
            format,
            width: 2,
            height: 2,
            pitch,
        };
        picture(bytes, &layout, target).unwrap().planes
    }

    #[test]
    fn chroma_of_yv12_and_iyuv_is_in_opposite_order() {
        let bytes = [1, 2, 0, 0, 3, 4, 0, 0, 5, 0, 6, 0];
        let target = target(Chroma::Yuv420, 8);
        let iyuv = convert(&bytes, Format::NV_ENC_BUFFER_FORMAT_IYUV, 4, &target);
        assert_eq!(iyuv, [vec![1, 2, 3, 4], vec![5], vec![6]]);
        let yv12 = convert(&bytes, Format::NV_ENC_BUFFER_FORMAT_YV12, 4, &target);
        assert_eq!(yv12, [vec![1, 2, 3, 4], vec![6], vec![5]]);
        let nv12 = [1, 2, 0, 3, 4, 0, 5, 6, 0];
        let nv12 = convert(&nv12, Format::NV_ENC_BUFFER_FORMAT_NV12, 3, &target);
        assert_eq!(nv12, [vec![1, 2, 3, 4], vec![5], vec![6]]);
    }

    #[test]
    fn ten_bits_come_from_the_upper_ones_and_eight_go_there() {
        let words = [1023u16 << 6, 1 << 6, 2 << 6, 3 << 6, 512 << 6, 4 << 6];
        let bytes: Vec<u8> = words.into_iter().flat_map(u16::to_le_bytes).collect();
        let ten = target(Chroma::Yuv420, 10);
        let p010 = convert(&bytes, Format::NV_ENC_BUFFER_FORMAT_YUV420_10BIT, 4, &ten);
        assert_eq!(p010[0], [0xff, 3, 1, 0, 2, 0, 3, 0]);
        assert_eq!(p010[1..], [vec![0, 2], vec![4, 0]]);
        let nv12 = [255, 1, 2, 3, 128, 4];
        let nv12 = convert(&nv12, Format::NV_ENC_BUFFER_FORMAT_NV12, 2, &ten);
        assert_eq!(nv12[1..], [vec![0, 2], vec![16, 0]]);
    }

    #[test]
    fn colours_become_what_the_standards_say() {
        let (white, red) = ([255, 255, 255, 0], [0, 0, 255, 0]);
        let bytes = [white, red, white, red].concat();
        let argb = Format::NV_ENC_BUFFER_FORMAT_ARGB;
        let [y, u, v] = convert(&bytes, argb, 8, &target(Chroma::Yuv444, 8));
        assert_eq!(
            (y, u, v),
            (
                vec![235, 81, 235, 81],
                vec![128, 90, 128, 90],
                vec![128, 240, 128, 240]
            )
        );
        let [_, u, v] = convert(&bytes, argb, 8, &target(Chroma::Yuv420, 8));
        assert_eq!((u, v), (vec![109], vec![184]));
        let abgr = Format::NV_ENC_BUFFER_FORMAT_ABGR;
        let mut wide = target(Chroma::Yuv444, 8);
        wide.colour = Colour::new(1);
        let [y, ..] = convert(&[255, 0, 0, 0].repeat(4), abgr, 8, &wide);
        assert_eq!(y, [63; 4], "red in BT.709");
    }

    #[test]
    fn what_does_not_fit_the_session_is_refused() {
        let eight = target(Chroma::Yuv420, 8);
        assert!(check(Format::NV_ENC_BUFFER_FORMAT_YUV444, &eight).is_err());
        assert!(check(Format::NV_ENC_BUFFER_FORMAT_YUV420_10BIT, &eight).is_err());
        assert!(
            check(
                Format::NV_ENC_BUFFER_FORMAT_NV12,
                &target(Chroma::Yuv444, 8)
            )
            .is_err()
        );
        assert!(
            check(
                Format::NV_ENC_BUFFER_FORMAT_NV12,
                &target(Chroma::Yuv420, 10)
            )
            .is_ok()
        );
    }
}
