//! Sequence parameter sets.

use nvenc_sys::cudaVideoCodec;

use super::{rps::ShortTerm, scaling::Scaling, vui::Vui};
use crate::cuvid::parser::{
    bits::BitReader,
    format::{Area, Format},
};

/// Luma samples along a side.
const MAX_SIDE: u32 = 16_384;

/// A sequence parameter set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sps {
    pub(super) id: u32,
    pub(super) vps_id: u32,
    progressive: bool,
    pub(super) chroma: u32,
    pub(super) separate_planes: bool,
    /// In luma samples.
    pub(super) size: (u32, u32),
    display: Area,
    pub(super) depth_minus8: (u8, u8),
    pub(super) log2_max_lsb: u32,
    pub(super) buffering: Buffering,
    pub(super) blocks: Blocks,
    pub(super) scaling_enabled: bool,
    pub(super) scaling: Scaling,
    pub(super) amp: bool,
    pub(super) sao: bool,
    pub(super) pcm: Option<Pcm>,
    pub(super) short_terms: Vec<ShortTerm>,
    pub(super) long_terms: Option<Vec<LongTerm>>,
    pub(super) temporal_mvp: bool,
    pub(super) strong_smoothing: bool,
    vui: Vui,
    pub(super) range: Option<Range>,
}

/// The decoded picture buffer for the highest sub-layer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Buffering {
    pub(super) pictures_minus1: u32,
    pub(super) reorder: u32,
    pub(super) latency_increase_plus1: u32,
}

/// Sizes of blocks, as logarithms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Blocks {
    pub(super) min_coding_minus3: u8,
    pub(super) coding_difference: u8,
    pub(super) min_transform_minus2: u8,
    pub(super) transform_difference: u8,
    pub(super) depth_inter: u8,
    pub(super) depth_intra: u8,
}

/// Raw samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pcm {
    pub(super) depth_minus1: (u8, u8),
    pub(super) min_minus3: u8,
    pub(super) difference: u8,
    pub(super) filter_disabled: bool,
}

/// A candidate for long-term reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LongTerm {
    pub(super) lsb: u32,
    pub(super) used: bool,
}

/// The range extension's flags, in coded order.
pub(super) type Range = [bool; 9];

impl Sps {
    /// Reads what follows the NAL unit's header.
    pub(super) fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        let vps_id = bits.bits(4)?;
        let max_sub_layers = bits.bits(3)?.min(6) + 1;
        bits.flag()?; // temporal_id_nesting
        let progressive = read_profile(bits, max_sub_layers)?;
        let id = bits.ue_max(15)?;
        let chroma = bits.ue_max(3)?;
        let separate_planes = chroma == 3 && bits.flag()?;
        let size = (read_side(bits)?, read_side(bits)?);
        let display = read_display(bits, size, chroma)?;
        let depth_minus8 = (bits.ue_max(8)? as u8, bits.ue_max(8)? as u8);
        let log2_max_lsb = bits.ue_max(12)? + 4;
        let buffering = Buffering::read(bits, max_sub_layers)?;
        let blocks = Blocks::read(bits)?;
        let scaling_enabled = bits.flag()?;
        let scaling = match scaling_enabled && bits.flag()? {
            true => Scaling::read(bits)?,
            false => Scaling::defaults(),
        };
        let (amp, sao) = (bits.flag()?, bits.flag()?);
        let pcm = if bits.flag()? {
            Some(Pcm::read(bits)?)
        } else {
            None
        };
        let short_terms = read_short_terms(bits)?;
        let long_terms = read_long_terms(bits, log2_max_lsb)?;
        Some(Self {
            id,
            vps_id,
            progressive,
            chroma,
            separate_planes,
            size,
            display,
            depth_minus8,
            log2_max_lsb,
            buffering,
            blocks,
            scaling_enabled,
            scaling,
            amp,
            sao,
            pcm,
            short_terms,
            long_terms,
            temporal_mvp: bits.flag()?,
            strong_smoothing: bits.flag()?,
            vui: read_vui(bits, max_sub_layers),
            range: read_range(bits),
        })
    }

    pub(super) fn format(&self) -> Format {
        Format {
            codec: cudaVideoCodec::cudaVideoCodec_HEVC,
            frame_rate: self.vui.frame_rate,
            progressive: self.progressive,
            depth_minus8: self.depth_minus8,
            // Measured: two more than the pictures that the decoding process needs.
            surfaces: (self.buffering.pictures_minus1 + 3) as u8,
            coded: (
                self.size.0.next_multiple_of(16),
                self.size.1.next_multiple_of(16),
            ),
            display: self.display,
            chroma: self.chroma,
            sample_aspect: self.vui.sample_aspect,
            signal: self.vui.signal,
        }
    }

    /// Where a cropped picture lies in the coded one.
    pub(super) fn origin(&self) -> (usize, usize) {
        self.display.origin()
    }

    /// Coding tree blocks of a picture.
    pub(super) fn tree_blocks(&self) -> u32 {
        let blocks = self.blocks;
        let log2 = u32::from(blocks.min_coding_minus3) + 3 + u32::from(blocks.coding_difference);
        self.size.0.div_ceil(1 << log2) * self.size.1.div_ceil(1 << log2)
    }
}

impl Buffering {
    fn read(bits: &mut BitReader<'_>, max_sub_layers: u32) -> Option<Self> {
        // Either each sub-layer's, or only the highest one's.
        let count = if bits.flag()? { max_sub_layers } else { 1 };
        let mut last = Self::default();
        for _ in 0..count {
            last = Self {
                pictures_minus1: bits.ue_max(15)?,
                reorder: bits.ue_max(15)?,
                latency_increase_plus1: bits.ue()?,
            };
        }
        Some(last)
    }
}

impl Blocks {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        Some(Self {
            min_coding_minus3: bits.ue_max(3)? as u8,
            coding_difference: bits.ue_max(3)? as u8,
            min_transform_minus2: bits.ue_max(3)? as u8,
            transform_difference: bits.ue_max(3)? as u8,
            depth_inter: bits.ue_max(4)? as u8,
            depth_intra: bits.ue_max(4)? as u8,
        })
    }
}

impl Pcm {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        Some(Self {
            depth_minus1: (bits.byte(4)?, bits.byte(4)?),
            min_minus3: bits.ue_max(2)? as u8,
            difference: bits.ue_max(2)? as u8,
            filter_disabled: bits.flag()?,
        })
    }
}

/// profile_tier_level: whether the source is progressive.
fn read_profile(bits: &mut BitReader<'_>, max_sub_layers: u32) -> Option<bool> {
    bits.skip(40)?;
    let (progressive, interlaced) = (bits.flag()?, bits.flag()?);
    bits.skip(46 + 8)?;
    let mut present = Vec::new();
    for _ in 1..max_sub_layers {
        present.push((bits.flag()?, bits.flag()?));
    }
    if max_sub_layers > 1 {
        bits.skip(2 * (9 - max_sub_layers as usize))?;
    }
    for (profile, level) in present {
        bits.skip(if profile { 88 } else { 0 } + if level { 8 } else { 0 })?;
    }
    Some(progressive || !interlaced)
}

fn read_side(bits: &mut BitReader<'_>) -> Option<u32> {
    bits.ue_max(MAX_SIDE).filter(|side| *side > 0)
}

fn read_display(bits: &mut BitReader<'_>, size: (u32, u32), chroma: u32) -> Option<Area> {
    if !bits.flag()? {
        return Area::cropped(size, [0; 4]);
    }
    let x = if matches!(chroma, 1 | 2) { 2 } else { 1 };
    let y = if chroma == 1 { 2 } else { 1 };
    let mut side = |unit: u32| bits.ue()?.checked_mul(unit);
    let crop = [side(x)?, side(x)?, side(y)?, side(y)?];
    Area::cropped(size, crop)
}

fn read_short_terms(bits: &mut BitReader<'_>) -> Option<Vec<ShortTerm>> {
    let count = bits.ue_max(64)?;
    let mut sets = Vec::new();
    for _ in 0..count {
        let set = ShortTerm::read(bits, &sets, false)?;
        sets.push(set);
    }
    Some(sets)
}

fn read_long_terms(bits: &mut BitReader<'_>, log2_max_lsb: u32) -> Option<Option<Vec<LongTerm>>> {
    if !bits.flag()? {
        return Some(None);
    }
    let count = bits.ue_max(32)?;
    let read = |_| {
        Some(LongTerm {
            lsb: bits.bits(log2_max_lsb)?,
            used: bits.flag()?,
        })
    };
    (0..count).map(read).collect::<Option<_>>().map(Some)
}

/// Damage here hurts no decoding.
fn read_vui(bits: &mut BitReader<'_>, max_sub_layers: u32) -> Vui {
    match bits.flag() {
        Some(true) => Vui::read(bits, max_sub_layers).unwrap_or_default(),
        _ => Vui::default(),
    }
}

fn read_range(bits: &mut BitReader<'_>) -> Option<Range> {
    let extended = bits.flag()?;
    let range = extended && bits.flag()?;
    if !range {
        return None;
    }
    bits.skip(7)?;
    let mut flags = [false; 9];
    for flag in &mut flags {
        *flag = bits.flag()?;
    }
    Some(flags)
}
