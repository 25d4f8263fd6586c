//! Pictures with U and V in planes of their own.

use nvdec::{PixelFormat, Surface};

/// The same picture with U and V in planes of their own. `into` is where it is made, unless
/// it was so already.
///
/// Samples of two bytes stay as they are: the value in the high bits.
pub(super) fn of<'a>(picture: &'a [u8], surface: &Surface, into: &'a mut Vec<u8>) -> &'a [u8] {
    let sample = match surface.format {
        PixelFormat::Nv12 | PixelFormat::Nv16 => 1,
        PixelFormat::P010 | PixelFormat::P216 => 2,
        _ => return picture,
    };
    let luma = surface
        .planes()
        .first()
        .map_or(0, |luma| luma.row_bytes * luma.rows);
    let (luma, chroma) = picture.split_at(luma.min(picture.len()));
    into.clear();
    into.extend_from_slice(luma);
    for first in [0, sample] {
        let pairs = chroma.chunks_exact(2 * sample);
        pairs.for_each(|pair| into.extend_from_slice(&pair[first..first + sample]));
    }
    into
}

#[cfg(test)]
mod tests {
    use super::*;
    use nvdec::Size;

    fn planar(picture: &[u8], size: Size, format: PixelFormat) -> Vec<u8> {
        let surface = Surface::new(0, format.min_pitch(size), size, format);
        of(picture, &surface, &mut Vec::new()).to_vec()
    }

    #[test]
    fn chroma_is_taken_apart() {
        let picture = [0, 1, 2, 3, 10, 20, 11, 21];
        let made = planar(&picture, Size::new(2, 2), PixelFormat::Nv12);
        assert_eq!(made, [0, 1, 2, 3, 10, 11, 20, 21]);
        let picture = [0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 20, 21];
        let made = planar(&picture, Size::new(2, 2), PixelFormat::P010);
        assert_eq!(made, picture, "one chroma sample of each: nothing moves");
    }

    #[test]
    fn chroma_of_all_rows_is_taken_apart() {
        let picture = [0, 1, 2, 3, 10, 20, 11, 21];
        let made = planar(&picture, Size::new(2, 2), PixelFormat::Nv16);
        assert_eq!(made, [0, 1, 2, 3, 10, 11, 20, 21]);
    }

    #[test]
    fn odd_sizes_have_their_chroma_rounded_up() {
        let picture = [0, 1, 2, 10, 20, 11, 21];
        let made = planar(&picture, Size::new(3, 1), PixelFormat::Nv12);
        assert_eq!(made, [0, 1, 2, 10, 11, 20, 21]);
    }

    #[test]
    fn planes_stay() {
        let picture = [1, 2, 3];
        assert_eq!(
            planar(&picture, Size::new(1, 1), PixelFormat::Yuv444),
            picture
        );
    }
}
