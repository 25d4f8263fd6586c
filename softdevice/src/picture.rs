//! A picture in host memory, as the codecs behind the device take and give it.

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
    pub fn black(width: usize, height: usize, chroma: Chroma, bit_depth: u8) -> Self {
        let bytes = if bit_depth > 8 { 2 } else { 1 };
        let (chroma_width, chroma_height) = chroma.plane_size(width, height);
        let plane = |width: usize, height: usize| vec![0; width * height * bytes];
        Self {
            width,
            height,
            chroma,
            bit_depth,
            planes: [
                plane(width, height),
                plane(chroma_width, chroma_height),
                plane(chroma_width, chroma_height),
            ],
        }
    }

    /// Bytes of one sample.
    pub fn sample_bytes(&self) -> usize {
        if self.bit_depth > 8 { 2 } else { 1 }
    }
}
