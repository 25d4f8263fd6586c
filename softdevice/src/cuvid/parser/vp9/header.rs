//! Uncompressed headers.

use super::{
    filter::{LoopFilter, Quantizer},
    segmentation::Segmentation,
};
use crate::cuvid::parser::bits::BitReader;

/// What a frame's data begins with.
#[derive(Clone, Debug)]
pub(super) enum Header {
    /// Nothing to decode: the frame in a slot is shown.
    ShowExisting(usize),
    Frame(Box<Frame>),
}

/// A frame to decode.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) profile: u8,
    pub(super) key: bool,
    pub(super) shown: bool,
    pub(super) error_resilient: bool,
    pub(super) intra_only: bool,
    pub(super) reset_context: u8,
    pub(super) color: Color,
    pub(super) size: (u32, u32),
    /// Slots that the frame goes to.
    pub(super) refresh: u8,
    /// Slots of the last, golden and alternative frames, and their sign biases.
    pub(super) references: [(usize, bool); 3],
    pub(super) high_precision: bool,
    pub(super) interpolation: u32,
    pub(super) refresh_context: bool,
    pub(super) parallel: bool,
    pub(super) context: u8,
    pub(super) filter: LoopFilter,
    pub(super) quantizer: Quantizer,
    pub(super) segmentation: Segmentation,
    pub(super) log2_tiles: (u8, u8),
    pub(super) compressed_bytes: u32,
    pub(super) bytes: u32,
}

/// How samples are coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Color {
    pub(super) depth: u8,
    pub(super) space: u8,
    pub(super) full_range: bool,
    pub(super) subsampling: (bool, bool),
}

/// What a header takes over from frames before.
#[derive(Clone, Debug, Default)]
pub(super) struct Past {
    pub(super) color: Color,
    pub(super) filter: LoopFilter,
    pub(super) segmentation: Segmentation,
    /// Sizes of the frames in the slots.
    pub(super) sizes: [Option<(u32, u32)>; 8],
}

impl Default for Color {
    /// What profile 0 has.
    fn default() -> Self {
        Self {
            depth: 8,
            space: 1,
            full_range: false,
            subsampling: (true, true),
        }
    }
}

impl Header {
    pub(super) fn read(data: &[u8], past: &Past) -> Option<Self> {
        let mut bits = BitReader::new(data);
        if bits.bits(2)? != 2 {
            return None;
        }
        let profile = bits.byte(1)? | bits.byte(1)? << 1;
        if profile == 3 && bits.flag()? {
            return None;
        }
        if bits.flag()? {
            return Some(Self::ShowExisting(bits.bits(3)? as usize));
        }
        Frame::read(&mut bits, profile, past).map(|frame| Self::Frame(Box::new(frame)))
    }
}

impl Frame {
    fn read(bits: &mut BitReader<'_>, profile: u8, past: &Past) -> Option<Self> {
        let mut frame = Self::new(profile, past);
        frame.key = !bits.flag()?;
        frame.shown = bits.flag()?;
        frame.error_resilient = bits.flag()?;
        if !frame.key {
            frame.intra_only = !frame.shown && bits.flag()?;
            let resets = !frame.error_resilient;
            frame.reset_context = if resets { bits.byte(2)? } else { 0 };
        }
        match (frame.key, frame.intra_only) {
            (true, _) => frame.read_key(bits)?,
            (_, true) => frame.read_intra(bits)?,
            _ => frame.read_inter(bits, past)?,
        }
        frame.read_rest(bits)?;
        Some(frame)
    }

    fn new(profile: u8, past: &Past) -> Self {
        Self {
            profile,
            key: false,
            shown: false,
            error_resilient: false,
            intra_only: false,
            reset_context: 0,
            color: past.color,
            size: (0, 0),
            refresh: 0xff,
            references: [(0, false); 3],
            high_precision: false,
            interpolation: 0,
            refresh_context: false,
            parallel: true,
            context: 0,
            filter: past.filter.clone(),
            quantizer: Quantizer::default(),
            segmentation: past.segmentation.clone(),
            log2_tiles: (0, 0),
            compressed_bytes: 0,
            bytes: 0,
        }
    }

    /// Whether it refers to no other frame.
    pub(super) fn is_intra(&self) -> bool {
        self.key || self.intra_only
    }

    fn read_key(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        read_sync_code(bits)?;
        self.color = Color::read(bits, self.profile)?;
        self.read_sizes(bits)
    }

    fn read_intra(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        read_sync_code(bits)?;
        self.color = match self.profile {
            0 => Color::default(),
            profile => Color::read(bits, profile)?,
        };
        self.refresh = bits.byte(8)?;
        self.read_sizes(bits)
    }

    fn read_inter(&mut self, bits: &mut BitReader<'_>, past: &Past) -> Option<()> {
        self.refresh = bits.byte(8)?;
        for reference in &mut self.references {
            *reference = (bits.bits(3)? as usize, bits.flag()?);
        }
        self.read_size_with_references(bits, past)?;
        self.high_precision = bits.flag()?;
        self.interpolation = read_interpolation(bits)?;
        Some(())
    }

    /// frame_size and render_size.
    fn read_sizes(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        self.size = read_size(bits)?;
        skip_render_size(bits)
    }

    fn read_size_with_references(&mut self, bits: &mut BitReader<'_>, past: &Past) -> Option<()> {
        for (slot, _) in self.references {
            if bits.flag()? {
                self.size = past.sizes[slot]?;
                return skip_render_size(bits);
            }
        }
        self.read_sizes(bits)
    }

    fn read_rest(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        if !self.error_resilient {
            self.refresh_context = bits.flag()?;
            self.parallel = bits.flag()?;
        }
        self.context = bits.byte(2)?;
        if self.is_intra() || self.error_resilient {
            self.filter = LoopFilter::default();
            self.segmentation = Segmentation::default();
        }
        self.filter.read(bits)?;
        self.quantizer = Quantizer::read(bits)?;
        self.segmentation.read(bits)?;
        self.log2_tiles = read_tiles(bits, self.size.0)?;
        self.compressed_bytes = bits.bits(16)?;
        self.bytes = bits.position().div_ceil(8) as u32;
        Some(())
    }
}

impl Color {
    fn read(bits: &mut BitReader<'_>, profile: u8) -> Option<Self> {
        let depth = match profile >= 2 {
            true if bits.flag()? => 12,
            true => 10,
            false => 8,
        };
        let space = bits.byte(3)?;
        let rgb = space == 7;
        let full_range = rgb || bits.flag()?;
        let subsampling = match (profile & 1, rgb) {
            (1, true) => (false, false),
            (1, false) => (bits.flag()?, bits.flag()?),
            // RGB needs an odd profile.
            (_, true) => return None,
            _ => (true, true),
        };
        if profile & 1 == 1 {
            bits.flag()?;
        }
        Some(Self {
            depth,
            space,
            full_range,
            subsampling,
        })
    }
}

fn read_sync_code(bits: &mut BitReader<'_>) -> Option<()> {
    (bits.bits(24)? == 0x49_8342).then_some(())
}

fn read_size(bits: &mut BitReader<'_>) -> Option<(u32, u32)> {
    let size = (bits.bits(16)? + 1, bits.bits(16)? + 1);
    // As large as the other codecs' pictures.
    (size.0 <= 16_384 && size.1 <= 16_384).then_some(size)
}

fn skip_render_size(bits: &mut BitReader<'_>) -> Option<()> {
    match bits.flag()? {
        true => bits.skip(32),
        false => Some(()),
    }
}

/// As libvpx numbers them: regular, smooth, sharp, bilinear, switchable.
fn read_interpolation(bits: &mut BitReader<'_>) -> Option<u32> {
    if bits.flag()? {
        return Some(4);
    }
    Some([1, 0, 2, 3][bits.bits(2)? as usize])
}

/// Logarithms of columns and rows.
fn read_tiles(bits: &mut BitReader<'_>, width: u32) -> Option<(u8, u8)> {
    let superblocks = width.div_ceil(64);
    let mut columns = (0..6).find(|log2| 64 << log2 >= superblocks)?;
    let max = (1..7).find(|log2| superblocks >> log2 < 4)? - 1;
    while columns < max && bits.flag()? {
        columns += 1;
    }
    let rows = if bits.flag()? { 1 + bits.byte(1)? } else { 0 };
    Some((columns, rows))
}
