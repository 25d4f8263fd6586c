//! Block matching in whole samples: every place within reach is tried.

use crate::picture::Picture;

/// Samples that a macroblock is looked for in each direction.
const REACH: i16 = 16;
/// Samples that its quarters may then differ from it.
const FURTHER: i16 = 3;
/// What four vectors must gain over one.
const FOUR_VECTORS: u32 = 96;

/// The luma of a picture.
pub(super) struct Luma {
    width: usize,
    height: usize,
    samples: Vec<u16>,
}

/// What became of 16x16 samples.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Macroblock {
    /// To where it was in the other picture: one, or one for each quarter.
    pub(super) vectors: [(i16, i16); 4],
    pub(super) split: bool,
    /// Nothing in reach is like it.
    pub(super) intra: bool,
    /// Differences that are left.
    pub(super) cost: u32,
}

#[derive(Clone, Copy)]
struct Block {
    x: usize,
    y: usize,
    size: usize,
}

#[derive(Clone, Copy)]
struct Found {
    vector: (i16, i16),
    cost: u32,
}

impl Luma {
    /// `None` for a picture without samples.
    pub(super) fn new(picture: &Picture) -> Option<Self> {
        let bytes = &picture.planes[0];
        let samples: Vec<u16> = match picture.bit_depth {
            8 => bytes.iter().map(|it| u16::from(*it)).collect(),
            _ => bytes
                .chunks_exact(2)
                .map(|it| u16::from_le_bytes([it[0], it[1]]))
                .collect(),
        };
        let (width, height) = (picture.width, picture.height);
        (!samples.is_empty() && samples.len() == width * height).then_some(Self {
            width,
            height,
            samples,
        })
    }

    /// The sample at a place, or the nearest one to it.
    fn at(&self, x: isize, y: isize) -> u16 {
        let x = x.clamp(0, self.width as isize - 1) as usize;
        let y = y.clamp(0, self.height as isize - 1) as usize;
        self.samples[y * self.width + x]
    }

    /// A row of samples, where all of it is in the picture.
    fn row(&self, x: isize, y: isize, len: usize) -> Option<&[u16]> {
        let (x, y) = (usize::try_from(x).ok()?, usize::try_from(y).ok()?);
        let inside = x + len <= self.width && y < self.height;
        inside.then(|| &self.samples[y * self.width + x..][..len])
    }
}

/// Looks for the macroblock at `x`, `y`.
pub(super) fn macroblock(picture: &Luma, reference: &Luma, x: usize, y: usize) -> Macroblock {
    let whole = Block { x, y, size: 16 };
    let one = best(picture, reference, whole, (0, 0), REACH);
    let quarter = |number: usize| {
        let (x, y) = (x + 8 * (number % 2), y + 8 * (number / 2));
        let block = Block { x, y, size: 8 };
        best(picture, reference, block, one.vector, FURTHER)
    };
    let four = [0, 1, 2, 3].map(quarter);
    let cost = four.iter().map(|it| it.cost).sum::<u32>() + FOUR_VECTORS;
    if deviation(picture, whole) < one.cost.min(cost) {
        return Macroblock {
            vectors: [(0, 0); 4],
            split: false,
            intra: true,
            cost: deviation(picture, whole),
        };
    }
    let split = cost < one.cost;
    let first = [one.vector, (0, 0), (0, 0), (0, 0)];
    Macroblock {
        vectors: if split {
            four.map(|it| it.vector)
        } else {
            first
        },
        split,
        intra: false,
        cost: cost.min(one.cost),
    }
}

/// The best place within `reach` of `centre`; of equals the one nearest to it.
fn best(picture: &Luma, reference: &Luma, block: Block, centre: (i16, i16), reach: i16) -> Found {
    let mut best = Found {
        vector: centre,
        cost: difference(picture, reference, block, centre, u32::MAX),
    };
    if best.cost == 0 {
        return best;
    }
    let mut nearest = 0;
    for y in -reach..=reach {
        for x in -reach..=reach {
            let (vector, distance) = ((centre.0 + x, centre.1 + y), x.abs() + y.abs());
            let cost = difference(picture, reference, block, vector, best.cost);
            if (cost, distance) < (best.cost, nearest) {
                (best, nearest) = (Found { vector, cost }, distance);
            }
        }
    }
    best
}

/// The sum of absolute differences, or something over `enough`.
fn difference(
    picture: &Luma,
    reference: &Luma,
    block: Block,
    (dx, dy): (i16, i16),
    enough: u32,
) -> u32 {
    let (x, dx, dy) = (block.x as isize, isize::from(dx), isize::from(dy));
    let mut sum = 0;
    for row in 0..block.size {
        let y = (block.y + row) as isize;
        let rows = picture.row(x, y, block.size);
        let rows = rows.zip(reference.row(x + dx, y + dy, block.size));
        sum += match rows {
            Some((a, b)) => a
                .iter()
                .zip(b)
                .map(|(a, b)| u32::from(a.abs_diff(*b)))
                .sum(),
            None => (x..x + block.size as isize)
                .map(|x| u32::from(picture.at(x, y).abs_diff(reference.at(x + dx, y + dy))))
                .sum::<u32>(),
        };
        if sum > enough {
            break;
        }
    }
    sum
}

/// Differences from the block's own mean: what it costs without another picture.
fn deviation(picture: &Luma, block: Block) -> u32 {
    let places = (0..block.size * block.size).map(|it| {
        let (x, y) = (block.x + it % block.size, block.y + it / block.size);
        u32::from(picture.at(x as isize, y as isize))
    });
    let mean = places.clone().sum::<u32>() / (block.size * block.size) as u32;
    places.map(|sample| sample.abs_diff(mean)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// No two blocks of it are alike.
    fn noise(width: usize, height: usize) -> Luma {
        let mut state = 7_u32;
        let next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u16
        };
        Luma {
            width,
            height,
            samples: std::iter::repeat_with(next).take(width * height).collect(),
        }
    }

    fn moved(reference: &Luma, moves: impl Fn(isize, isize) -> (isize, isize)) -> Luma {
        let place = |it: usize| {
            (
                (it % reference.width) as isize,
                (it / reference.width) as isize,
            )
        };
        let sample = |it| {
            let (x, y) = place(it);
            let (dx, dy) = moves(x, y);
            reference.at(x + dx, y + dy)
        };
        Luma {
            samples: (0..reference.samples.len()).map(sample).collect(),
            ..*reference
        }
    }

    #[test]
    fn a_block_is_found_where_it_was() {
        let reference = noise(96, 64);
        let picture = moved(&reference, |_, _| (5, -3));
        let found = macroblock(&picture, &reference, 32, 32);
        assert_eq!((found.vectors[0], found.split), ((5, -3), false));
        assert_eq!((found.cost, found.intra), (0, false));
    }

    #[test]
    fn quarters_that_move_apart_have_vectors_of_their_own() {
        let reference = noise(96, 64);
        let picture = moved(&reference, |x, _| if x < 40 { (2, 1) } else { (3, 1) });
        let found = macroblock(&picture, &reference, 32, 32);
        assert!(found.split && !found.intra);
        assert_eq!(found.vectors, [(2, 1), (3, 1), (2, 1), (3, 1)]);
    }

    #[test]
    fn what_was_nowhere_is_intra() {
        let reference = noise(96, 64);
        let flat = Luma {
            samples: vec![90; 96 * 64],
            ..reference
        };
        assert!(macroblock(&flat, &reference, 16, 16).intra);
    }
}
