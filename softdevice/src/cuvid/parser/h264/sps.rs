//! Sequence parameter sets.

use nvenc_sys::cudaVideoCodec;

use super::{scaling::Scaling, vui::Vui};
use crate::cuvid::parser::{
    bits::BitReader,
    format::{Area, Format},
};

/// Macroblocks along a side: 16384 samples.
const MAX_SIDE: u32 = 1024;

/// A sequence parameter set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sps {
    pub(super) id: u32,
    profile: u8,
    constraints: u8,
    level: u8,
    pub(super) chroma: Chroma,
    pub(super) lossless: bool,
    pub(super) scaling: Option<Scaling>,
    pub(super) log2_max_frame_num: u32,
    pub(super) order: Order,
    pub(super) max_refs: u32,
    pub(super) gaps_allowed: bool,
    /// In macroblocks.
    pub(super) width: u32,
    /// Of a frame, in macroblocks.
    pub(super) height: u32,
    pub(super) frames_only: bool,
    pub(super) mbaff: bool,
    pub(super) direct_8x8: bool,
    display: Area,
    pub(super) vui: Vui,
}

/// Chroma sampling and sample depths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chroma {
    pub(super) idc: u32,
    pub(super) separate_planes: bool,
    pub(super) depth_minus8: (u8, u8),
}

/// How picture order counts are coded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Type 0.
    Lsb { log2_max: u32 },
    /// Type 1.
    Cycle(Cycle),
    /// Type 2.
    Decoding,
}

/// Order counts expected from frame numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cycle {
    pub(super) always_zero: bool,
    pub(super) non_ref_offset: i32,
    pub(super) top_to_bottom: i32,
    pub(super) ref_offsets: Vec<i32>,
}

impl Sps {
    /// Reads what follows the NAL unit's header.
    pub(super) fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        let (profile, constraints, level) = (bits.byte(8)?, bits.byte(8)?, bits.byte(8)?);
        let id = bits.ue_max(31)?;
        let high = matches!(
            profile,
            44 | 83 | 86 | 100 | 110 | 118 | 122 | 128 | 134..=139 | 244
        );
        let (chroma, lossless, scaling) = match high {
            true => read_high(bits)?,
            false => (Chroma::BASIC, false, None),
        };
        let log2_max_frame_num = bits.ue_max(12)? + 4;
        let order = Order::read(bits)?;
        let max_refs = bits.ue_max(16)?;
        let gaps_allowed = bits.flag()?;
        let width = bits.ue_max(MAX_SIDE - 1)? + 1;
        let map_units = bits.ue_max(MAX_SIDE - 1)? + 1;
        let frames_only = bits.flag()?;
        let height = map_units * if frames_only { 1 } else { 2 };
        Some(Self {
            id,
            profile,
            constraints,
            level,
            chroma,
            lossless,
            scaling,
            log2_max_frame_num,
            order,
            max_refs,
            gaps_allowed,
            width,
            height,
            frames_only,
            mbaff: !frames_only && bits.flag()?,
            direct_8x8: bits.flag()?,
            display: read_display(bits, (width * 16, height * 16), chroma, frames_only)?,
            vui: read_vui(bits),
        })
    }

    pub(super) fn order_type(&self) -> i32 {
        match self.order {
            Order::Lsb { .. } => 0,
            Order::Cycle(_) => 1,
            Order::Decoding => 2,
        }
    }

    pub(super) fn max_frame_num(&self) -> u32 {
        1 << self.log2_max_frame_num
    }

    /// Frames that the decoded picture buffer holds.
    pub(super) fn buffered_frames(&self) -> u32 {
        let frames = match self.vui.restriction {
            Some(restriction) => restriction.buffered_frames,
            None if self.is_intra_only() => 0,
            None => self.level_frames(),
        };
        frames.max(self.max_refs)
    }

    /// Frames that may wait while others are decoded.
    pub(super) fn reorder_frames(&self) -> u32 {
        match self.vui.restriction {
            Some(restriction) => restriction.reorder_frames,
            None if self.order == Order::Decoding || self.is_intra_only() => 0,
            None => self.buffered_frames(),
        }
    }

    /// A profile of nothing but IDR pictures.
    fn is_intra_only(&self) -> bool {
        let constrained = self.constraints & 0x10 != 0;
        constrained && matches!(self.profile, 44 | 86 | 100 | 110 | 122 | 244)
    }

    /// What the level allows, from MaxDpbMbs of table A-1.
    fn level_frames(&self) -> u32 {
        let macroblocks = match self.level {
            9 | 10 => 396,
            11 if self.constraints & 0x10 != 0 && matches!(self.profile, 66 | 77 | 88) => 396,
            11 => 900,
            12 | 13 | 20 => 2376,
            21 => 4752,
            22 | 30 => 8100,
            31 => 18_000,
            32 => 20_480,
            40 | 41 => 32_768,
            42 => 34_816,
            50 => 110_400,
            51 | 52 => 184_320,
            _ => 696_320,
        };
        (macroblocks / (self.width * self.height)).min(16)
    }

    pub(super) fn format(&self) -> Format {
        Format {
            codec: cudaVideoCodec::cudaVideoCodec_H264,
            // Two fields to a frame.
            frame_rate: self
                .vui
                .timing
                .map_or((0, 0), |(scale, ticks)| halved(scale, ticks)),
            progressive: self.frames_only,
            depth_minus8: self.chroma.depth_minus8,
            surfaces: (self.buffered_frames() + 1) as u8,
            coded: (self.width * 16, self.height * 16),
            display: self.display,
            chroma: self.chroma.idc,
            sample_aspect: self.vui.sample_aspect,
            signal: self.vui.signal,
        }
    }

    /// Where a cropped picture lies in the coded one.
    pub(super) fn origin(&self) -> (usize, usize) {
        self.display.origin()
    }
}

impl Chroma {
    const BASIC: Self = Self {
        idc: 1,
        separate_planes: false,
        depth_minus8: (0, 0),
    };
}

impl Order {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        Some(match bits.ue_max(2)? {
            0 => Self::Lsb {
                log2_max: bits.ue_max(12)? + 4,
            },
            1 => Self::Cycle(Cycle {
                always_zero: bits.flag()?,
                non_ref_offset: bits.se()?,
                top_to_bottom: bits.se()?,
                ref_offsets: (0..bits.ue_max(255)?)
                    .map(|_| bits.se())
                    .collect::<Option<_>>()?,
            }),
            _ => Self::Decoding,
        })
    }
}

/// `scale` over twice `ticks`.
fn halved(scale: u32, ticks: u32) -> (u32, u32) {
    match scale % 2 {
        0 => (scale / 2, ticks),
        _ => (scale, ticks.saturating_mul(2)),
    }
}

fn read_high(bits: &mut BitReader<'_>) -> Option<(Chroma, bool, Option<Scaling>)> {
    let idc = bits.ue_max(3)?;
    let chroma = Chroma {
        idc,
        separate_planes: idc == 3 && bits.flag()?,
        depth_minus8: (bits.ue_max(6)? as u8, bits.ue_max(6)? as u8),
    };
    let lossless = bits.flag()?;
    let larges = if idc == 3 { 6 } else { 2 };
    let scaling = match bits.flag()? {
        true => Some(Scaling::read(bits, larges, None)?),
        false => None,
    };
    Some((chroma, lossless, scaling))
}

fn read_display(
    bits: &mut BitReader<'_>,
    coded: (u32, u32),
    chroma: Chroma,
    frames_only: bool,
) -> Option<Area> {
    if !bits.flag()? {
        return Area::cropped(coded, [0; 4]);
    }
    let x = if matches!(chroma.idc, 1 | 2) { 2 } else { 1 };
    let y = if chroma.idc == 1 { 2 } else { 1 } * if frames_only { 1 } else { 2 };
    let mut side = |unit: u32| bits.ue()?.checked_mul(unit);
    let crop = [side(x)?, side(x)?, side(y)?, side(y)?];
    Area::cropped(coded, crop)
}

/// Damage here hurts no decoding.
fn read_vui(bits: &mut BitReader<'_>) -> Vui {
    match bits.flag() {
        Some(true) => Vui::read(bits).unwrap_or_default(),
        _ => Vui::default(),
    }
}
