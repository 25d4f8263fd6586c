//! The driver's structures of motion vectors, read without trusting them.

use crate::{Codec, Error};
use nvframe::Size;

/// A block of a picture, and where it was in another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MotionBlock {
    /// Its left column.
    pub x: u32,
    /// Its top row.
    pub y: u32,
    /// Columns. The last block of a row may go beyond the picture.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// From its place in the picture to its place in the reference, to the right and down, in
    /// quarters of a sample; `None` where there was nothing like it.
    #[doc(alias = "NV_ENC_MVECTOR")]
    pub vector: Option<(i16, i16)>,
}

/// `NV_ENC_H264_MV_DATA`: four vectors, type, partition, 2 reserved bytes, cost.
const MACROBLOCK: usize = size_of::<nvenc_sys::NV_ENC_H264_MV_DATA>();
/// `NV_ENC_HEVC_MV_DATA`: four vectors, type, size, partition, and whether it is the last of
/// its coding tree.
const UNIT: usize = size_of::<nvenc_sys::NV_ENC_HEVC_MV_DATA>();

/// Reads what the driver wrote for a picture.
pub(crate) fn read(
    codec: Codec,
    size: Size,
    bytes: &[u8],
    blocks: &mut Vec<MotionBlock>,
) -> Result<(), Error> {
    blocks.clear();
    let read = match codec {
        Codec::H264 => of_h264(size, bytes, blocks),
        Codec::Hevc => of_hevc(size, bytes, blocks),
    };
    read.ok_or(Error::MotionData { bytes: bytes.len() })
}

/// A place and the length of its sides.
#[derive(Clone, Copy)]
struct Square {
    x: u32,
    y: u32,
    side: u32,
}

/// Parts of a square, each in quarters of its side: column, row, width, height.
type Parts = &'static [(u32, u32, u32, u32)];

const WHOLE: Parts = &[(0, 0, 4, 4)];
const UPPER_LOWER: Parts = &[(0, 0, 4, 2), (0, 2, 4, 2)];
const LEFT_RIGHT: Parts = &[(0, 0, 2, 4), (2, 0, 2, 4)];
const QUARTERS: Parts = &[(0, 0, 2, 2), (2, 0, 2, 2), (0, 2, 2, 2), (2, 2, 2, 2)];

/// One macroblock after the other, row by row.
fn of_h264(size: Size, bytes: &[u8], blocks: &mut Vec<MotionBlock>) -> Option<()> {
    let (columns, rows) = (size.width.div_ceil(16), size.height.div_ceil(16));
    let mut entries = bytes.chunks_exact(MACROBLOCK);
    for y in (0..rows).map(|row| 16 * row) {
        for x in (0..columns).map(|column| 16 * column) {
            let entry = entries.next()?;
            let parts = match entry[17] {
                0 => WHOLE,
                1 => QUARTERS,
                2 => UPPER_LOWER,
                3 => LEFT_RIGHT,
                _ => return None,
            };
            // 1 is predicted from one side, 3 from both.
            let predicted = matches!(entry[16], 1 | 3);
            put(blocks, Square { x, y, side: 16 }, parts, entry, predicted);
        }
    }
    entries.next().is_none().then_some(())
}

/// One coding tree after the other, row by row; in each the units as they are coded.
fn of_hevc(size: Size, bytes: &[u8], blocks: &mut Vec<MotionBlock>) -> Option<()> {
    let trees = bytes
        .chunks_exact(UNIT)
        .filter(|unit| unit[19] != 0)
        .count();
    let count = |side: u32| (size.width.div_ceil(side) * size.height.div_ceil(side)) as usize;
    // The size of the trees is not told, but how many there are.
    let side = [64, 32, 16]
        .into_iter()
        .find(|side| count(*side) == trees)?;
    let mut units = bytes.chunks_exact(UNIT).peekable();
    for y in (0..size.height).step_by(side as usize) {
        for x in (0..size.width).step_by(side as usize) {
            let last = tree(size, Square { x, y, side }, &mut units, blocks)?;
            // The last unit says so.
            (last == Some(true)).then_some(())?;
        }
    }
    units.next().is_none().then_some(())
}

/// Reads the units of a square, by quarters where they are smaller; whether the last one read
/// ends its tree, or `None` without one.
fn tree<'b>(
    size: Size,
    square: Square,
    units: &mut std::iter::Peekable<impl Iterator<Item = &'b [u8]>>,
    blocks: &mut Vec<MotionBlock>,
) -> Option<Option<bool>> {
    let Square { x, y, side } = square;
    if x >= size.width || y >= size.height {
        return Some(None);
    }
    let unit = *units.peek()?;
    let of_unit = 8_u32
        .checked_shl(unit[17].into())
        .filter(|it| *it <= side)?;
    if of_unit == side {
        units.next();
        put(blocks, square, partition(unit[18])?, unit, unit[16] == 1);
        return Some(Some(unit[19] != 0));
    }
    let half = side / 2;
    let mut last = None;
    for (x, y) in [(x, y), (x + half, y), (x, y + half), (x + half, y + half)] {
        let quarter = Square { x, y, side: half };
        last = tree(size, quarter, units, blocks)?.or(last);
    }
    Some(last)
}

fn partition(mode: u8) -> Option<Parts> {
    Some(match mode {
        0 => WHOLE,
        1 => UPPER_LOWER,
        2 => LEFT_RIGHT,
        3 => QUARTERS,
        4 => &[(0, 0, 4, 1), (0, 1, 4, 3)],
        5 => &[(0, 0, 4, 3), (0, 3, 4, 1)],
        6 => &[(0, 0, 1, 4), (1, 0, 3, 4)],
        7 => &[(0, 0, 3, 4), (3, 0, 1, 4)],
        _ => return None,
    })
}

fn put(blocks: &mut Vec<MotionBlock>, at: Square, parts: Parts, entry: &[u8], predicted: bool) {
    let quarter = at.side / 4;
    for (number, (x, y, width, height)) in parts.iter().enumerate() {
        blocks.push(MotionBlock {
            x: at.x + x * quarter,
            y: at.y + y * quarter,
            width: width * quarter,
            height: height * quarter,
            vector: predicted.then(|| vector(entry, number)),
        });
    }
}

fn vector(entry: &[u8], number: usize) -> (i16, i16) {
    let at = |place: usize| i16::from_ne_bytes([entry[place], entry[place + 1]]);
    (at(4 * number), at(4 * number + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(vectors: [i16; 8], tail: &[u8]) -> Vec<u8> {
        let mut bytes: Vec<u8> = vectors.iter().flat_map(|it| it.to_ne_bytes()).collect();
        bytes.extend(tail);
        bytes
    }

    fn macroblock(kind: u8, partition: u8) -> Vec<u8> {
        entry(
            [1, 2, 3, 4, 5, 6, 7, 8],
            &[kind, partition, 0, 0, 9, 0, 0, 0],
        )
    }

    fn unit(side: u8, mode: u8, last: bool) -> Vec<u8> {
        entry([1, 2, 3, 4, 5, 6, 7, 8], &[1, side, mode, last.into()])
    }

    fn blocks(codec: Codec, size: (u32, u32), bytes: &[u8]) -> Option<Vec<MotionBlock>> {
        let mut blocks = Vec::new();
        let read = read(codec, size.into(), bytes, &mut blocks);
        read.ok().map(|()| blocks)
    }

    fn places(blocks: &[MotionBlock]) -> Vec<[u32; 4]> {
        let place = |it: &MotionBlock| [it.x, it.y, it.width, it.height];
        blocks.iter().map(place).collect()
    }

    #[test]
    fn macroblocks_are_in_rows_and_in_parts() {
        let bytes = [macroblock(1, 2), macroblock(1, 3), macroblock(0, 0)].concat();
        let blocks = blocks(Codec::H264, (48, 16), &bytes).unwrap();
        let expected = [
            [0, 0, 16, 8],
            [0, 8, 16, 8],
            [16, 0, 8, 16],
            [24, 0, 8, 16],
            [32, 0, 16, 16],
        ];
        assert_eq!(places(&blocks), expected);
        let vectors: Vec<_> = blocks.iter().map(|it| it.vector).collect();
        let (one, two) = (Some((1, 2)), Some((3, 4)));
        assert_eq!(vectors, [one, two, one, two, None]);
    }

    #[test]
    fn coding_units_are_where_their_sizes_put_them() {
        // 48x32: a tree of 32x32 in 16 and 8, and half a tree beyond.
        let units = [
            unit(1, 0, false),
            unit(0, 0, false),
            unit(0, 0, false),
            unit(0, 0, false),
            unit(0, 0, false),
            unit(1, 1, false),
            unit(1, 4, true),
            unit(1, 0, false),
            unit(1, 3, true),
        ];
        let blocks = blocks(Codec::Hevc, (48, 32), &units.concat()).unwrap();
        let places = places(&blocks);
        assert_eq!(places[..3], [[0, 0, 16, 16], [16, 0, 8, 8], [24, 0, 8, 8]]);
        assert_eq!(
            places[5..9],
            [
                [0, 16, 16, 8],
                [0, 24, 16, 8],
                [16, 16, 16, 4],
                [16, 20, 16, 12],
            ]
        );
        assert_eq!(places[9..11], [[32, 0, 16, 16], [32, 16, 8, 8]]);
        assert_eq!(blocks[13].vector, Some((7, 8)));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        let of_h264 = |bytes: &[u8]| blocks(Codec::H264, (16, 16), bytes);
        assert!(of_h264(&macroblock(1, 0)).is_some());
        assert!(of_h264(&macroblock(1, 4)).is_none(), "no such partition");
        assert!(of_h264(&[]).is_none(), "too few");
        assert!(of_h264(&macroblock(1, 0).repeat(2)).is_none(), "too many");
        let of_hevc = |bytes: &[u8]| blocks(Codec::Hevc, (64, 64), bytes);
        assert!(of_hevc(&unit(3, 0, true)).is_some());
        assert!(
            of_hevc(&unit(2, 0, true)).is_none(),
            "a quarter of the tree"
        );
        assert!(of_hevc(&unit(200, 0, true)).is_none(), "no such size");
        assert!(of_hevc(&unit(3, 8, true)).is_none(), "no such partition");
        assert!(of_hevc(&unit(3, 0, false)).is_none(), "no end");
    }
}
