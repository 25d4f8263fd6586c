//! A picture in host memory, as the codecs behind the device take and give it.

#![expect(
    clippy::exhaustive_enums,
    clippy::exhaustive_structs,
    reason = "used by this crate and its tests only, which want to be told of new cases"
)]

/// How the chroma planes are sampled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chroma {
    /// No chroma planes.
    Monochrome,
    /// Half the width and half the height, rounded up.
    Yuv420,
    /// Half the width, rounded up.
    Yuv422,
    /// As large as luma.
    Yuv444,
}

impl Chroma {
    /// Width and height of one chroma plane for luma of `width` x `height`.
    pub fn plane_size(self, width: usize, height: usize) -> (usize, usize) {
        match self {
            Self::Monochrome => (0, 0),
            Self::Yuv420 => (width.div_ceil(2), height.div_ceil(2)),
            Self::Yuv422 => (width.div_ceil(2), height),
            Self::Yuv444 => (width, height),
        }
    }
}

/// Planar Y, U, V without padding between rows.
///
/// A sample takes one byte at 8 bits, else two (little endian, value in the low bits).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Luma columns.
    pub width: usize,
    /// Luma rows.
    pub height: usize,
    /// Chroma sampling.
    pub chroma: Chroma,
    /// Bits of a sample: 8 to 16.
    pub bit_depth: u8,
    /// Y, U, V; the last two empty for monochrome.
    pub planes: [Vec<u8>; 3],
}

impl Picture {
    /// A picture of nothing but zeros.
    pub fn black(format: Format) -> Self {
        let Format {
            width,
            height,
            chroma,
            bit_depth,
        } = format;
        Self {
            width,
            height,
            chroma,
            bit_depth,
            planes: format.planes().map(|(row, rows)| vec![0; row * rows]),
        }
    }

    /// A picture that nobody looks at.
    pub(crate) fn absent(width: usize, height: usize) -> Self {
        Self {
            width,
            height,
            chroma: Chroma::Monochrome,
            bit_depth: 8,
            planes: [const { Vec::new() }; 3],
        }
    }

    /// What the picture is like.
    pub fn format(&self) -> Format {
        Format {
            width: self.width,
            height: self.height,
            chroma: self.chroma,
            bit_depth: self.bit_depth,
        }
    }

    /// Whether the planes have the sizes that the format asks for.
    pub fn is_whole(&self) -> bool {
        let planes = self.planes.iter().zip(self.format().planes());
        planes
            .into_iter()
            .all(|(plane, (row, rows))| plane.len() == row * rows)
    }

    /// Bytes of one sample.
    pub fn sample_bytes(&self) -> usize {
        self.format().sample_bytes()
    }
}

/// What a picture is like, apart from its samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// Luma columns.
    pub width: usize,
    /// Luma rows.
    pub height: usize,
    /// Chroma sampling.
    pub chroma: Chroma,
    /// Bits of a sample: 8 to 16.
    pub bit_depth: u8,
}

impl Format {
    /// Bytes of one sample.
    pub fn sample_bytes(self) -> usize {
        if self.bit_depth > 8 { 2 } else { 1 }
    }

    /// Bytes of a row, and rows, of each plane.
    pub fn planes(self) -> [(usize, usize); 3] {
        let sample = self.sample_bytes();
        let (width, height) = self.chroma.plane_size(self.width, self.height);
        let chroma = (width * sample, height);
        [(self.width * sample, self.height), chroma, chroma]
    }
}
