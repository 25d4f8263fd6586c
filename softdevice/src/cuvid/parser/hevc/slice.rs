//! Slice segment headers, as far as the decoded picture buffer needs them.

use super::{
    pps::Pps,
    rps::ShortTerm,
    sps::{LongTerm, Sps},
};
use crate::cuvid::parser::bits::BitReader;

/// A NAL unit's header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NalHeader {
    pub(super) kind: u8,
    pub(super) layer: u8,
    pub(super) temporal_id: u8,
}

/// What a picture's first slice segment says.
#[derive(Clone, Debug)]
pub(super) struct SliceHeader {
    pub(super) nal: NalHeader,
    pub(super) first: bool,
    /// It goes on where the slice before it ended, without a header of its own.
    pub(super) dependent: bool,
    pub(super) intra: bool,
    pub(super) output: bool,
    pub(super) lsb: u32,
    pub(super) references: References,
}

/// Which pictures are kept for reference.
#[derive(Clone, Debug, Default)]
pub(super) struct References {
    pub(super) short: ShortTerm,
    /// Bits of the short-term set, if it stands in the header.
    pub(super) short_bits: usize,
    /// Pictures in the set that that one is relative to.
    pub(super) relative_to: usize,
    pub(super) long: Vec<LongReference>,
}

/// A long-term reference.
#[derive(Clone, Copy, Debug)]
pub(super) struct LongReference {
    pub(super) lsb: u32,
    /// How many times the least significant bits have wrapped since, where that matters.
    pub(super) msb_cycle: Option<u32>,
    pub(super) used: bool,
}

impl NalHeader {
    pub(super) fn read(nal: &[u8]) -> Option<Self> {
        let (first, second) = (*nal.first()?, *nal.get(1)?);
        Some(Self {
            kind: first >> 1 & 63,
            layer: (first & 1) << 5 | second >> 3,
            temporal_id: (second & 7).saturating_sub(1),
        })
    }

    pub(super) fn is_slice(self) -> bool {
        matches!(self.kind, 0..=9 | 16..=21)
    }

    pub(super) fn is_irap(self) -> bool {
        matches!(self.kind, 16..=23)
    }

    pub(super) fn is_idr(self) -> bool {
        matches!(self.kind, 19 | 20)
    }

    /// A clean random access picture.
    pub(super) fn is_cra(self) -> bool {
        self.kind == 21
    }

    /// Random access skipped leading.
    pub(super) fn is_rasl(self) -> bool {
        matches!(self.kind, 8 | 9)
    }

    /// Later pictures' counts are relative to this one's.
    pub(super) fn anchors_order(self) -> bool {
        let leading = matches!(self.kind, 6..=9);
        let unreferenced = self.kind < 16 && self.kind.is_multiple_of(2);
        self.temporal_id == 0 && !leading && !unreferenced
    }
}

impl SliceHeader {
    /// The identifier of the picture parameter set, which is needed to read on.
    pub(super) fn read_pps_id(bits: &mut BitReader<'_>, nal: NalHeader) -> Option<u32> {
        bits.skip(if nal.is_irap() { 2 } else { 1 })?;
        bits.ue_max(63)
    }

    /// Reads what follows the NAL unit's header.
    pub(super) fn read(
        bits: &mut BitReader<'_>,
        nal: NalHeader,
        sps: &Sps,
        pps: &Pps,
    ) -> Option<Self> {
        let first = bits.flag()?;
        bits.skip(usize::from(nal.is_irap()))?;
        bits.ue()?; // the picture parameter set, which is `pps`
        let dependent = !first && pps.dependent_slices && bits.flag()?;
        if !first {
            bits.skip(ceil_log2(sps.tree_blocks()) as usize)?;
        }
        let mut header = Self {
            nal,
            first,
            dependent,
            intra: false,
            output: true,
            lsb: 0,
            references: References::default(),
        };
        if !dependent {
            header.read_own(bits, sps, pps)?;
        }
        Some(header)
    }

    fn read_own(&mut self, bits: &mut BitReader<'_>, sps: &Sps, pps: &Pps) -> Option<()> {
        bits.skip(pps.extra_header_bits.into())?;
        self.intra = bits.ue_max(2)? == 2;
        self.output = !pps.output_flag || bits.flag()?;
        if sps.separate_planes {
            bits.skip(2)?;
        }
        if !self.nal.is_idr() {
            self.lsb = bits.bits(sps.log2_max_lsb)?;
            self.references = References::read(bits, sps)?;
        }
        Some(())
    }
}

impl References {
    fn read(bits: &mut BitReader<'_>, sps: &Sps) -> Option<Self> {
        let mut references = Self::default();
        if bits.flag()? {
            let index = bits.bits(ceil_log2(sps.short_terms.len() as u32))?;
            references.short = sps.short_terms.get(index as usize)?.clone();
        } else {
            references.read_short(bits, sps)?;
        }
        if sps.long_terms.is_some() {
            references.long = read_long(bits, sps)?;
        }
        Some(references)
    }

    fn read_short(&mut self, bits: &mut BitReader<'_>, sps: &Sps) -> Option<()> {
        let before = bits.position();
        self.relative_to = relative_to(&mut bits.clone(), sps)?;
        self.short = ShortTerm::read(bits, &sps.short_terms, true)?;
        self.short_bits = bits.position() - before;
        Some(())
    }
}

/// Pictures in the set that the next one is relative to; 0 if it is not.
fn relative_to(bits: &mut BitReader<'_>, sps: &Sps) -> Option<usize> {
    if sps.short_terms.is_empty() || !bits.flag()? {
        return Some(0);
    }
    let back = bits.ue()? as usize + 1;
    let index = sps.short_terms.len().checked_sub(back)?;
    Some(sps.short_terms[index].len())
}

fn read_long(bits: &mut BitReader<'_>, sps: &Sps) -> Option<Vec<LongReference>> {
    let candidates = sps.long_terms.as_deref().unwrap_or_default();
    let known = if candidates.is_empty() {
        0
    } else {
        bits.ue_max(32)?
    };
    let count = known + bits.ue_max(32)?;
    let mut references = Vec::new();
    let mut cycle = 0_u32;
    for i in 0..count {
        let candidates = if i < known { candidates } else { &[] };
        let mut reference = LongReference::read(bits, candidates, sps)?;
        // Cycles are coded as differences, within each of the two kinds (7-52).
        let restart = i == 0 || i == known;
        cycle = if restart { 0 } else { cycle };
        if bits.flag()? {
            cycle = cycle.checked_add(bits.ue()?)?;
            reference.msb_cycle = Some(cycle);
        }
        references.push(reference);
    }
    Some(references)
}

impl LongReference {
    /// Reads one of the SPS's candidates, or one of its own if there are none.
    fn read(bits: &mut BitReader<'_>, candidates: &[LongTerm], sps: &Sps) -> Option<Self> {
        let candidate = match candidates.len() as u32 {
            0 => LongTerm {
                lsb: bits.bits(sps.log2_max_lsb)?,
                used: bits.flag()?,
            },
            count => *candidates.get(bits.bits(ceil_log2(count))? as usize)?,
        };
        Some(Self {
            lsb: candidate.lsb,
            msb_cycle: None,
            used: candidate.used,
        })
    }
}

/// Bits of a number below `count`.
fn ceil_log2(count: u32) -> u32 {
    count.next_power_of_two().trailing_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_of_indexes() {
        assert_eq!([0, 1, 2, 3, 4, 5].map(ceil_log2), [0, 0, 1, 2, 2, 3]);
    }

    #[test]
    fn headers_say_what_a_unit_is() {
        let header = NalHeader::read(&[0x42, 0x01]).unwrap();
        assert_eq!((header.kind, header.layer, header.temporal_id), (33, 0, 0));
        assert!(NalHeader::read(&[0x2a, 0x01]).unwrap().is_cra());
        assert_eq!(NalHeader::read(&[0x42]), None);
    }
}
