//! From a decoded picture to an output surface: crop, scale, and the output's layout.

use std::sync::Arc;

use super::settings::{Geometry, Layout, Rect};
use crate::picture::{Chroma, Picture};

/// A decoded picture where it lies in the coded one.
#[derive(Clone, Debug)]
pub(super) struct Surface {
    pub(super) picture: Arc<Picture>,
    /// Luma columns and rows that the conformance window cut off at the left and top.
    pub(super) origin: (usize, usize),
}

impl Surface {
    /// What a surface shows when nothing was ever decoded into it.
    pub(super) fn grey() -> Self {
        let picture = Picture {
            width: 1,
            height: 1,
            chroma: Chroma::Monochrome,
            bit_depth: 8,
            planes: [vec![128], Vec::new(), Vec::new()],
        };
        Self {
            picture: Arc::new(picture),
            origin: (0, 0),
        }
    }

    /// The same samples as another picture: one that could not be decoded is still not the
    /// one before it, which may be mapped.
    pub(super) fn again(self) -> Self {
        Self {
            picture: Arc::new(Picture::clone(&self.picture)),
            ..self
        }
    }
}

/// Which lines of the picture go to the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    All,
    /// Those of the top field, each twice.
    Top,
    /// Those of the bottom field, each twice.
    Bottom,
}

/// Paints a picture into an output surface of [`Geometry::bytes`].
pub(super) fn paint(surface: &Surface, geometry: &Geometry, lines: Lines, out: &mut [u8]) {
    let (luma, chroma) = out.split_at_mut(geometry.pitch() * geometry.target.1);
    let painter = Painter {
        surface,
        geometry,
        lines,
    };
    painter.plane(0, luma);
    if geometry.layout.planar_444 {
        let (u, v) = chroma.split_at_mut(chroma.len() / 2);
        painter.plane(1, u);
        painter.plane(2, v);
    } else {
        painter.interleaved(chroma);
    }
}

struct Painter<'a> {
    surface: &'a Surface,
    geometry: &'a Geometry,
    lines: Lines,
}

impl Painter<'_> {
    fn plane(&self, plane: usize, out: &mut [u8]) {
        let halved = plane > 0 && !self.geometry.layout.planar_444;
        let source = Source::new(self, plane, halved);
        let mut line = Vec::new();
        for (out, row) in self.rows(out, halved).zip(&source.rows) {
            source.gather(*row, &mut line);
            store(self.geometry.layout, &line, source.left, 1, out);
        }
    }

    fn interleaved(&self, out: &mut [u8]) {
        let [u, v] = [1, 2].map(|plane| Source::new(self, plane, true));
        let mut line = Vec::new();
        for (out, row) in self.rows(out, true).zip(&u.rows) {
            let layout = self.geometry.layout;
            u.gather(*row, &mut line);
            store(layout, &line, 2 * u.left, 2, out);
            v.gather(*row, &mut line);
            store(layout, &line, 2 * v.left + 1, 2, out);
        }
    }

    /// The rows of the painted part of an output plane.
    fn rows<'o>(&self, out: &'o mut [u8], halved: bool) -> impl Iterator<Item = &'o mut [u8]> {
        let top = self.geometry.painted.top >> u32::from(halved);
        out.chunks_exact_mut(self.geometry.pitch()).skip(top)
    }
}

/// One plane of a picture, with the columns and rows of it that the output takes.
struct Source<'a> {
    samples: &'a [u8],
    depth: u8,
    stride: usize,
    columns: Columns,
    rows: Vec<usize>,
    /// First output column.
    left: usize,
}

/// Indices into a row of samples.
enum Columns {
    Run(std::ops::Range<usize>),
    Any(Vec<usize>),
}

impl<'a> Source<'a> {
    fn new(painter: &Painter<'a>, plane: usize, halved: bool) -> Self {
        let Painter {
            surface,
            geometry,
            lines,
        } = painter;
        let picture = &*surface.picture;
        let (width, height) = plane_size(picture, plane);
        let output_shift = u32::from(halved);
        let (x, y) = shifts(picture.chroma, plane);
        let columns = axis(
            span(geometry.crop.left, geometry.crop.width, surface.origin.0, x),
            geometry.painted.width.div_ceil(1 << output_shift),
            width,
        );
        let rows = axis(
            span(geometry.crop.top, geometry.crop.height, surface.origin.1, y),
            geometry.painted.height.div_ceil(1 << output_shift),
            height,
        );
        Source {
            samples: &picture.planes[plane],
            depth: picture.bit_depth,
            stride: width * picture.sample_bytes(),
            columns: Columns::new(columns),
            rows: rows
                .into_iter()
                .map(|row| lines.pick(row, height))
                .collect(),
            left: geometry.painted.left >> output_shift,
        }
    }

    /// Puts a row's samples into `line`, as 16 bits with the value in the high ones.
    fn gather(&self, row: usize, line: &mut Vec<u16>) {
        line.clear();
        let start = row * self.stride;
        let samples = self.samples.get(start..start + self.stride);
        // Monochrome has no such plane: chroma's middle.
        let Some(samples) = samples.filter(|samples| !samples.is_empty()) else {
            return line.resize(self.columns.len(), 1 << 15);
        };
        let shift = 16 - u32::from(self.depth);
        if self.depth > 8 {
            let wide = |pair: &[u8]| u16::from_le_bytes([pair[0], pair[1]]) << shift;
            self.columns.pick(samples, 2, wide, line);
        } else {
            self.columns
                .pick(samples, 1, |one| u16::from(one[0]) << shift, line);
        }
    }
}

impl Columns {
    fn new(columns: Vec<usize>) -> Self {
        let first = columns.first().copied().unwrap_or(0);
        let run = first..first + columns.len();
        match columns.iter().copied().eq(run.clone()) {
            true => Self::Run(run),
            false => Self::Any(columns),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Run(run) => run.len(),
            Self::Any(columns) => columns.len(),
        }
    }

    fn pick(
        &self,
        samples: &[u8],
        bytes: usize,
        value: impl Fn(&[u8]) -> u16,
        line: &mut Vec<u16>,
    ) {
        match self {
            Self::Run(run) => {
                let run = &samples[run.start * bytes..run.end * bytes];
                line.extend(run.chunks_exact(bytes).map(value));
            }
            Self::Any(columns) => {
                line.extend(
                    columns
                        .iter()
                        .map(|x| value(&samples[x * bytes..][..bytes])),
                );
            }
        }
    }
}

impl Lines {
    fn pick(self, row: usize, height: usize) -> usize {
        match self {
            Self::All => row,
            Self::Top => row & !1,
            Self::Bottom => (row | 1).min(height.saturating_sub(1)),
        }
    }
}

fn plane_size(picture: &Picture, plane: usize) -> (usize, usize) {
    match plane {
        0 => (picture.width, picture.height),
        _ => picture.chroma.plane_size(picture.width, picture.height),
    }
}

/// By how many bits a plane's columns and rows are fewer than luma's.
fn shifts(chroma: Chroma, plane: usize) -> (u32, u32) {
    match (plane, chroma) {
        (0, _) | (_, Chroma::Yuv444) => (0, 0),
        (_, Chroma::Yuv422) => (1, 0),
        (_, Chroma::Yuv420 | Chroma::Monochrome) => (1, 1),
    }
}

/// Start and length of the shown part in a plane of the cropped picture.
fn span(start: usize, length: usize, origin: usize, shift: u32) -> (isize, usize) {
    let start = (start >> shift) as isize - (origin >> shift) as isize;
    (start, length.div_ceil(1 << shift))
}

/// The source position of each of `count` output positions: the nearest, kept within `limit`.
fn axis((start, length): (isize, usize), count: usize, limit: usize) -> Vec<usize> {
    let last = limit.saturating_sub(1) as isize;
    (0..count)
        .map(|i| start + ((2 * i + 1) * length / (2 * count)) as isize)
        .map(|position| position.clamp(0, last) as usize)
        .collect()
}

/// Writes a line at every `step`th sample of `out` from `first` on.
fn store(layout: Layout, line: &[u16], first: usize, step: usize, out: &mut [u8]) {
    if layout.wide {
        let out = out.as_chunks_mut().0;
        for (out, value) in out.iter_mut().skip(first).step_by(step).zip(line) {
            *out = value.to_le_bytes();
        }
    } else {
        for (out, value) in out.iter_mut().skip(first).step_by(step).zip(line) {
            *out = (value >> 8) as u8;
        }
    }
}

/// Fills an output surface with black.
pub(super) fn blacken(geometry: &Geometry, out: &mut [u8]) {
    let (luma, chroma) = out.split_at_mut(geometry.pitch() * geometry.target.1);
    for (plane, value) in [(luma, 16), (chroma, 128)] {
        if geometry.layout.wide {
            plane.as_chunks_mut().0.fill([0, value]);
        } else {
            plane.fill(value);
        }
    }
}

/// A rectangle that is all of the output.
pub(super) fn covers(painted: &Rect, target: (usize, usize)) -> bool {
    (painted.width, painted.height) == target
}

#[cfg(test)]
mod tests;
