//! Picture parameter sets.

use super::{scaling::Scaling, sps::Sps};
use crate::cuvid::parser::bits::BitReader;

/// A picture parameter set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pps {
    pub(super) id: u32,
    pub(super) sps_id: u32,
    pub(super) cabac: bool,
    pub(super) order_present: bool,
    pub(super) groups: SliceGroups,
    pub(super) default_refs: [u32; 2],
    pub(super) weighted: bool,
    pub(super) weighted_bi: u8,
    pub(super) init_qp_minus26: i8,
    pub(super) init_qs_minus26: i8,
    pub(super) chroma_qp_offsets: [i8; 2],
    pub(super) deblocking_control: bool,
    pub(super) constrained_intra: bool,
    pub(super) redundant_count: bool,
    pub(super) transform_8x8: bool,
    pub(super) scaling: Scaling,
}

/// Flexible macroblock ordering.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SliceGroups {
    pub(super) count_minus1: u32,
    pub(super) map_type: u32,
    pub(super) change_rate_minus1: u32,
}

impl Pps {
    /// The two identifiers at its start: its own and its sequence's.
    pub(super) fn read_ids(bits: &mut BitReader<'_>) -> Option<(u32, u32)> {
        Some((bits.ue_max(255)?, bits.ue_max(31)?))
    }

    /// Reads what follows the NAL unit's header.
    pub(super) fn read(bits: &mut BitReader<'_>, sps: &Sps) -> Option<Self> {
        let (id, sps_id) = Self::read_ids(bits)?;
        let mut pps = Self {
            id,
            sps_id,
            cabac: bits.flag()?,
            order_present: bits.flag()?,
            groups: SliceGroups::read(bits)?,
            default_refs: [bits.ue_max(31)? + 1, bits.ue_max(31)? + 1],
            weighted: bits.flag()?,
            weighted_bi: bits.byte(2)?,
            init_qp_minus26: bits.se_byte()?,
            init_qs_minus26: bits.se_byte()?,
            chroma_qp_offsets: [bits.se_byte()?; 2],
            deblocking_control: bits.flag()?,
            constrained_intra: bits.flag()?,
            redundant_count: bits.flag()?,
            transform_8x8: false,
            scaling: sps.scaling.clone().unwrap_or(Scaling::FLAT),
        };
        if bits.more_rbsp_data() {
            pps.read_high(bits, sps)?;
        }
        Some(pps)
    }

    fn read_high(&mut self, bits: &mut BitReader<'_>, sps: &Sps) -> Option<()> {
        self.transform_8x8 = bits.flag()?;
        if bits.flag()? {
            let larges = match (self.transform_8x8, sps.chroma.idc) {
                (false, _) => 0,
                (true, 3) => 6,
                (true, _) => 2,
            };
            self.scaling = Scaling::read(bits, larges, sps.scaling.as_ref())?;
        }
        self.chroma_qp_offsets[1] = bits.se_byte()?;
        Some(())
    }
}

impl SliceGroups {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        let count_minus1 = bits.ue_max(7)?;
        if count_minus1 == 0 {
            return Some(Self::default());
        }
        let map_type = bits.ue_max(6)?;
        let mut groups = Self {
            count_minus1,
            map_type,
            change_rate_minus1: 0,
        };
        match map_type {
            0 => skip_codes(bits, count_minus1 + 1)?,
            2 => skip_codes(bits, 2 * count_minus1)?,
            3..=5 => {
                bits.flag()?;
                groups.change_rate_minus1 = bits.ue()?;
            }
            6 => skip_map(bits, count_minus1)?,
            _ => {}
        }
        Some(groups)
    }
}

fn skip_codes(bits: &mut BitReader<'_>, count: u32) -> Option<()> {
    (0..count).try_for_each(|_| bits.ue().map(drop))
}

fn skip_map(bits: &mut BitReader<'_>, count_minus1: u32) -> Option<()> {
    let units = bits.ue()? as usize + 1;
    let width = count_minus1.ilog2() as usize + 1;
    bits.skip(units.checked_mul(width)?)
}
