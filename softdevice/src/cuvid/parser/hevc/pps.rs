//! Picture parameter sets.

use super::scaling::Scaling;
use crate::cuvid::parser::bits::BitReader;

/// A picture parameter set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pps {
    pub(super) id: u32,
    pub(super) sps_id: u32,
    pub(super) dependent_slices: bool,
    pub(super) output_flag: bool,
    pub(super) extra_header_bits: u8,
    pub(super) sign_hiding: bool,
    pub(super) cabac_init: bool,
    pub(super) default_refs_minus1: [u8; 2],
    pub(super) init_qp_minus26: i8,
    pub(super) constrained_intra: bool,
    pub(super) transform_skip: bool,
    /// diff_cu_qp_delta_depth, if quantisers differ.
    pub(super) qp_delta_depth: Option<u8>,
    pub(super) chroma_qp_offsets: [i8; 2],
    pub(super) slice_chroma_qp: bool,
    pub(super) weighted: bool,
    pub(super) weighted_bi: bool,
    pub(super) bypass: bool,
    pub(super) tiles: Option<Tiles>,
    pub(super) sync: bool,
    pub(super) filter_across_slices: bool,
    pub(super) deblocking: Deblocking,
    pub(super) scaling: Option<Scaling>,
    pub(super) lists_modification: bool,
    pub(super) merge_level_minus2: u8,
    pub(super) header_extension: bool,
    pub(super) range: Option<Range>,
}

/// How a picture is cut into tiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tiles {
    pub(super) columns_minus1: u8,
    pub(super) rows_minus1: u8,
    /// Widths and heights; `None` for even ones.
    pub(super) sizes_minus1: Option<(Vec<u16>, Vec<u16>)>,
    pub(super) filter_across: bool,
}

/// The loop filter's control.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Deblocking {
    pub(super) overridable: bool,
    pub(super) disabled: bool,
    pub(super) beta_div2: i8,
    pub(super) tc_div2: i8,
}

/// The range extension.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Range {
    pub(super) log2_max_transform_skip_minus2: u8,
    pub(super) cross_component: bool,
    pub(super) offset_lists: Option<OffsetLists>,
    pub(super) log2_sao_scale: (u8, u8),
}

/// Chroma quantiser offsets that coding units choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OffsetLists {
    pub(super) depth: u8,
    pub(super) length_minus1: u8,
    pub(super) cb: [i8; 6],
    pub(super) cr: [i8; 6],
}

impl Pps {
    /// Reads what follows the NAL unit's header.
    pub(super) fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        let mut pps = Self {
            id: bits.ue_max(63)?,
            sps_id: bits.ue_max(15)?,
            dependent_slices: bits.flag()?,
            output_flag: bits.flag()?,
            extra_header_bits: bits.byte(3)?,
            sign_hiding: bits.flag()?,
            cabac_init: bits.flag()?,
            default_refs_minus1: [bits.ue_max(14)? as u8, bits.ue_max(14)? as u8],
            init_qp_minus26: bits.se_byte()?,
            constrained_intra: bits.flag()?,
            transform_skip: bits.flag()?,
            qp_delta_depth: if bits.flag()? {
                Some(bits.ue_byte()?)
            } else {
                None
            },
            chroma_qp_offsets: [bits.se_byte()?, bits.se_byte()?],
            slice_chroma_qp: bits.flag()?,
            weighted: bits.flag()?,
            weighted_bi: bits.flag()?,
            bypass: bits.flag()?,
            tiles: None,
            sync: false,
            filter_across_slices: false,
            deblocking: Deblocking::default(),
            scaling: None,
            lists_modification: false,
            merge_level_minus2: 0,
            header_extension: false,
            range: None,
        };
        pps.read_rest(bits)?;
        Some(pps)
    }

    fn read_rest(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        let has_tiles = bits.flag()?;
        self.sync = bits.flag()?;
        if has_tiles {
            self.tiles = Some(Tiles::read(bits)?);
        }
        self.filter_across_slices = bits.flag()?;
        if bits.flag()? {
            self.deblocking = Deblocking::read(bits)?;
        }
        if bits.flag()? {
            self.scaling = Some(Scaling::read(bits)?);
        }
        self.lists_modification = bits.flag()?;
        self.merge_level_minus2 = bits.ue_max(4)? as u8;
        self.header_extension = bits.flag()?;
        if bits.flag()? && bits.flag()? {
            bits.skip(7)?;
            self.range = Range::read(bits, self.transform_skip);
        }
        Some(())
    }
}

impl Tiles {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        // As many as level 6.2 has.
        let columns_minus1 = bits.ue_max(19)?;
        let rows_minus1 = bits.ue_max(21)?;
        let sizes_minus1 = match bits.flag()? {
            true => None,
            false => Some((
                read_sizes(bits, columns_minus1)?,
                read_sizes(bits, rows_minus1)?,
            )),
        };
        Some(Self {
            columns_minus1: columns_minus1 as u8,
            rows_minus1: rows_minus1 as u8,
            sizes_minus1,
            filter_across: bits.flag()?,
        })
    }
}

fn read_sizes(bits: &mut BitReader<'_>, count: u32) -> Option<Vec<u16>> {
    let size = |_| bits.ue().and_then(|size| size.try_into().ok());
    (0..count).map(size).collect()
}

impl Deblocking {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        let mut control = Self {
            overridable: bits.flag()?,
            disabled: bits.flag()?,
            ..Self::default()
        };
        if !control.disabled {
            control.beta_div2 = bits.se_byte()?;
            control.tc_div2 = bits.se_byte()?;
        }
        Some(control)
    }
}

impl Range {
    fn read(bits: &mut BitReader<'_>, transform_skip: bool) -> Option<Self> {
        let log2_max_transform_skip_minus2 = match transform_skip {
            true => bits.ue_max(3)? as u8,
            false => 0,
        };
        Some(Self {
            log2_max_transform_skip_minus2,
            cross_component: bits.flag()?,
            offset_lists: if bits.flag()? {
                Some(OffsetLists::read(bits)?)
            } else {
                None
            },
            log2_sao_scale: (bits.ue_byte()?, bits.ue_byte()?),
        })
    }
}

impl OffsetLists {
    fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        let mut lists = Self {
            depth: bits.ue_byte()?,
            length_minus1: bits.ue_max(5)? as u8,
            ..Self::default()
        };
        for i in 0..=usize::from(lists.length_minus1) {
            lists.cb[i] = bits.se_byte()?;
            lists.cr[i] = bits.se_byte()?;
        }
        Some(lists)
    }
}
