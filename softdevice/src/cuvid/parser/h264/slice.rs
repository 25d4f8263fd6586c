//! Slice headers, as far as the decoded picture buffer needs them.

use super::{
    pps::Pps,
    sps::{Order, Sps},
};
use crate::cuvid::parser::bits::BitReader;

/// A NAL unit's first byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NalHeader {
    pub(super) ref_idc: u8,
    pub(super) kind: u8,
}

/// The part of a slice header that says which picture it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SliceStart {
    pub(super) nal: NalHeader,
    pub(super) first_mb: u32,
    /// 0 to 4: P, B, I, SP, SI.
    pub(super) kind: u32,
    pub(super) pps_id: u32,
    pub(super) frame_num: u32,
    pub(super) structure: Structure,
    idr_pic_id: u32,
    pub(super) order: OrderBits,
    pub(super) redundant: bool,
}

/// What of a frame a picture is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Structure {
    Frame,
    Top,
    Bottom,
}

/// The coded part of picture order counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct OrderBits {
    pub(super) lsb: u32,
    pub(super) delta_bottom: i32,
    pub(super) deltas: [i32; 2],
}

impl NalHeader {
    pub(super) fn new(byte: u8) -> Self {
        Self {
            ref_idc: byte >> 5 & 3,
            kind: byte & 31,
        }
    }

    pub(super) fn is_idr(self) -> bool {
        self.kind == 5
    }
}

impl Structure {
    /// Top 1, bottom 2.
    pub(super) fn fields(self) -> u8 {
        match self {
            Self::Frame => 3,
            Self::Top => 1,
            Self::Bottom => 2,
        }
    }

    pub(super) fn is_field(self) -> bool {
        self != Self::Frame
    }
}

impl SliceStart {
    /// The identifier of the picture parameter set, which is needed to read on.
    pub(super) fn read_pps_id(bits: &mut BitReader<'_>) -> Option<u32> {
        bits.ue()?;
        bits.ue()?;
        bits.ue_max(255)
    }

    /// Reads what follows the NAL unit's header.
    pub(super) fn read(
        bits: &mut BitReader<'_>,
        nal: NalHeader,
        sps: &Sps,
        pps: &Pps,
    ) -> Option<Self> {
        let (first_mb, kind, pps_id) = (bits.ue()?, bits.ue_max(9)? % 5, bits.ue()?);
        if sps.chroma.separate_planes {
            bits.skip(2)?;
        }
        let frame_num = bits.bits(sps.log2_max_frame_num)?;
        let structure = read_structure(bits, sps)?;
        Some(Self {
            nal,
            first_mb,
            kind,
            pps_id,
            frame_num,
            structure,
            idr_pic_id: if nal.is_idr() { bits.ue()? } else { 0 },
            order: OrderBits::read(bits, sps, pps, structure)?,
            redundant: pps.redundant_count && bits.ue()? > 0,
        })
    }

    /// Whether this slice begins another picture than `before` is of (7.4.1.2.4).
    pub(super) fn begins_after(&self, before: &Self) -> bool {
        let same = self.frame_num == before.frame_num
            && self.pps_id == before.pps_id
            && self.structure == before.structure
            && (self.nal.ref_idc == 0) == (before.nal.ref_idc == 0)
            && self.nal.is_idr() == before.nal.is_idr()
            && self.idr_pic_id == before.idr_pic_id
            && self.order == before.order;
        !same && !self.redundant
    }

    pub(super) fn is_reference(&self) -> bool {
        self.nal.ref_idc != 0
    }

    pub(super) fn is_intra(&self) -> bool {
        matches!(self.kind, 2 | 4)
    }
}

impl OrderBits {
    fn read(bits: &mut BitReader<'_>, sps: &Sps, pps: &Pps, structure: Structure) -> Option<Self> {
        let both = pps.order_present && !structure.is_field();
        let mut order = Self::default();
        match &sps.order {
            Order::Lsb { log2_max } => {
                order.lsb = bits.bits(*log2_max)?;
                order.delta_bottom = if both { bits.se()? } else { 0 };
            }
            Order::Cycle(cycle) if !cycle.always_zero => {
                order.deltas[0] = bits.se()?;
                order.deltas[1] = if both { bits.se()? } else { 0 };
            }
            _ => {}
        }
        Some(order)
    }
}

fn read_structure(bits: &mut BitReader<'_>, sps: &Sps) -> Option<Structure> {
    if sps.frames_only || !bits.flag()? {
        return Some(Structure::Frame);
    }
    Some(if bits.flag()? {
        Structure::Bottom
    } else {
        Structure::Top
    })
}
