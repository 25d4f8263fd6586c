//! Where the planes of a picture lie, and pictures whose rows follow each other without a gap, as
//! files hold them.

use std::ops::Deref;

/// One plane of a picture in linear memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plane {
    /// Bytes from the picture's address to the plane's first sample.
    pub offset: usize,
    /// Bytes from one row to the next.
    pub pitch: usize,
    /// Bytes of a row that hold samples.
    pub row_bytes: usize,
    /// Rows.
    pub rows: usize,
}

impl Plane {
    /// Bytes of its samples, without gaps between the rows.
    pub const fn packed_len(&self) -> usize {
        self.row_bytes * self.rows
    }

    /// The same plane elsewhere.
    pub(crate) fn at(self, offset: usize) -> Self {
        Self { offset, ..self }
    }

    /// With one chroma sample where there were two.
    pub(crate) fn half_as_wide(self) -> Self {
        Self {
            pitch: self.pitch / 2,
            row_bytes: self.row_bytes / 2,
            ..self
        }
    }
}

/// The one to three planes of a picture; a slice of them, without a heap behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planes {
    planes: [Plane; 3],
    count: usize,
}

impl Planes {
    pub(crate) fn one(only: Plane) -> Self {
        Self {
            planes: [only; 3],
            count: 1,
        }
    }

    pub(crate) fn two(luma: Plane, chroma: Plane) -> Self {
        Self {
            planes: [luma, chroma, chroma],
            count: 2,
        }
    }

    pub(crate) fn three(first: Plane, second: Plane, third: Plane) -> Self {
        Self {
            planes: [first, second, third],
            count: 3,
        }
    }
}

impl Deref for Planes {
    type Target = [Plane];

    fn deref(&self) -> &[Plane] {
        &self.planes[..self.count]
    }
}

impl Planes {
    /// Bytes of a picture without gaps between its rows and planes.
    pub fn packed_len(&self) -> usize {
        self.iter().map(Plane::packed_len).sum()
    }
}
