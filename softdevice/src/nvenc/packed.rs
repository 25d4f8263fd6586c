//! From packed pixels to planes: red, green and blue become luma and chroma.

use nvenc_sys::NV_ENC_BUFFER_FORMAT as Format;

use super::{convert::Target, layout::Plane};
use crate::picture::{Chroma, Picture};

/// How red, green and blue become luma and chroma.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Colour {
    red: f32,
    blue: f32,
}

impl Colour {
    /// By the numbers of H.264's and HEVC's VUI; what they do not name is BT.601.
    ///
    /// The range is limited whatever the VUI says: the interface promises no other.
    pub(super) fn new(matrix: u32) -> Self {
        let (red, blue) = if matrix == 1 {
            (0.2126, 0.0722)
        } else {
            (0.299, 0.114)
        };
        Self { red, blue }
    }

    /// Luma and chroma of `depth` bits, from parts of one.
    fn code(&self, [r, g, b]: [f32; 3], depth: u8) -> [u16; 3] {
        let scale = f32::from(1u16 << (depth - 8));
        let y = self.red * r + (1.0 - self.red - self.blue) * g + self.blue * b;
        let u = (b - y) / (2.0 * (1.0 - self.blue));
        let v = (r - y) / (2.0 * (1.0 - self.red));
        let most = f32::from((1u16 << depth) - 1);
        [16.0 + 219.0 * y, 128.0 + 224.0 * u, 128.0 + 224.0 * v]
            .map(|value| (value * scale).round().clamp(0.0, most) as u16)
    }
}

/// The upper left of a packed surface as the session's picture.
pub(super) fn picture(bytes: &[u8], plane: &Plane, format: Format, target: &Target) -> Picture {
    let mut planes = [(); 3].map(|()| Vec::with_capacity(target.width * target.height));
    for y in 0..target.height {
        let row = &bytes[plane.offset + y * plane.pitch..][..target.width * 4];
        for pixel in row.as_chunks::<4>().0 {
            let values = pixel_values(*pixel, format, target);
            planes
                .iter_mut()
                .zip(values)
                .for_each(|(plane, value)| plane.push(value));
        }
    }
    let [y, u, v] = planes;
    let size = (target.width, target.height);
    let chroma = |plane: Vec<u16>| match target.chroma {
        Chroma::Yuv420 => halved(&plane, size),
        _ => plane,
    };
    Picture {
        width: size.0,
        height: size.1,
        chroma: target.chroma,
        bit_depth: target.bit_depth,
        planes: [y, chroma(u), chroma(v)].map(|plane| stored(&plane, target.bit_depth)),
    }
}

/// Luma and chroma of one pixel, at the session's depth.
fn pixel_values(pixel: [u8; 4], format: Format, target: &Target) -> [u16; 3] {
    let depth = target.bit_depth;
    let byte = |i: usize| f32::from(pixel[i]) / 255.0;
    let word = u32::from_le_bytes(pixel);
    let ten = |shift: u32| (word >> shift & 0x3ff) as f32 / 1023.0;
    let rgb = match format {
        Format::NV_ENC_BUFFER_FORMAT_AYUV => {
            return [pixel[2], pixel[1], pixel[0]].map(|it| u16::from(it) << (depth - 8));
        }
        Format::NV_ENC_BUFFER_FORMAT_ARGB => [byte(2), byte(1), byte(0)],
        Format::NV_ENC_BUFFER_FORMAT_ABGR => [byte(0), byte(1), byte(2)],
        Format::NV_ENC_BUFFER_FORMAT_ARGB10 => [ten(20), ten(10), ten(0)],
        _ => [ten(0), ten(10), ten(20)],
    };
    target.colour.code(rgb, depth)
}

/// Every 2x2 block as its mean; at an odd edge of what there is.
fn halved(plane: &[u16], (width, height): (usize, usize)) -> Vec<u16> {
    let at = |x: usize, y: usize| u32::from(plane[y.min(height - 1) * width + x.min(width - 1)]);
    let mean = |x: usize, y: usize| {
        let sum = at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1);
        ((sum + 2) / 4) as u16
    };
    let rows = (0..height).step_by(2);
    rows.flat_map(|y| (0..width).step_by(2).map(move |x| mean(x, y)))
        .collect()
}

fn stored(plane: &[u16], depth: u8) -> Vec<u8> {
    match depth {
        8 => plane.iter().map(|&value| value as u8).collect(),
        _ => plane.iter().flat_map(|value| value.to_le_bytes()).collect(),
    }
}
