//! What a slice header says of the references after its picture.

use super::{pps::Pps, slice::SliceStart, sps::Sps};
use crate::cuvid::parser::bits::BitReader;

/// What happens to references after the picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Marking {
    /// All go; the picture itself may be for long.
    Idr { long_term: bool },
    /// The oldest goes if there are too many.
    Sliding,
    /// As told.
    Adaptive(Vec<Command>),
}

/// A memory management control operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    ForgetShort { difference: u32 },
    ForgetLong { number: u32 },
    MakeLong { difference: u32, index: u32 },
    LimitLong { count: u32 },
    ForgetAll,
    CurrentLong { index: u32 },
}

impl Marking {
    /// Reads on from the end of a [`SliceStart`].
    pub(super) fn read(
        bits: &mut BitReader<'_>,
        start: &SliceStart,
        sps: &Sps,
        pps: &Pps,
    ) -> Option<Self> {
        if !start.is_reference() {
            return Some(Self::Sliding);
        }
        skip_to_marking(bits, start, sps, pps)?;
        if start.nal.is_idr() {
            bits.flag()?; // no_output_of_prior_pics_flag
            let long_term = bits.flag()?;
            return Some(Self::Idr { long_term });
        }
        if !bits.flag()? {
            return Some(Self::Sliding);
        }
        let mut commands = Vec::new();
        while let Some(command) = Command::read(bits)? {
            commands.push(command);
        }
        Some(Self::Adaptive(commands))
    }

    pub(super) fn forgets_all(&self) -> bool {
        matches!(self, Self::Adaptive(commands) if commands.contains(&Command::ForgetAll))
    }
}

impl Command {
    /// The next command; the inner `None` at the end of them.
    fn read(bits: &mut BitReader<'_>) -> Option<Option<Self>> {
        Some(Some(match bits.ue_max(6)? {
            0 => return Some(None),
            1 => Self::ForgetShort {
                difference: bits.ue()?.checked_add(1)?,
            },
            2 => Self::ForgetLong { number: bits.ue()? },
            3 => Self::MakeLong {
                difference: bits.ue()?.checked_add(1)?,
                index: bits.ue_max(31)?,
            },
            4 => Self::LimitLong {
                count: bits.ue_max(32)?,
            },
            5 => Self::ForgetAll,
            _ => Self::CurrentLong {
                index: bits.ue_max(31)?,
            },
        }))
    }
}

/// Lists, their changes and their weights.
fn skip_to_marking(
    bits: &mut BitReader<'_>,
    start: &SliceStart,
    sps: &Sps,
    pps: &Pps,
) -> Option<()> {
    let (predicted, bi) = (!start.is_intra(), start.kind == 1);
    if bi {
        bits.flag()?; // direct_spatial_mv_pred_flag
    }
    let mut refs = pps.default_refs;
    if predicted && bits.flag()? {
        refs[0] = bits.ue_max(31)? + 1;
        refs[1] = if bi { bits.ue_max(31)? + 1 } else { refs[1] };
    }
    let lists = usize::from(predicted) + usize::from(bi);
    for _ in 0..lists {
        skip_modification(bits)?;
    }
    let weighted = match bi {
        true => pps.weighted_bi == 1,
        false => predicted && pps.weighted,
    };
    match weighted {
        true => skip_weights(bits, &refs[..lists], sps),
        false => Some(()),
    }
}

fn skip_modification(bits: &mut BitReader<'_>) -> Option<()> {
    if !bits.flag()? {
        return Some(());
    }
    while bits.ue_max(5)? != 3 {
        bits.ue()?;
    }
    Some(())
}

fn skip_weights(bits: &mut BitReader<'_>, refs: &[u32], sps: &Sps) -> Option<()> {
    let has_chroma = sps.chroma.idc != 0 && !sps.chroma.separate_planes;
    bits.ue()?;
    if has_chroma {
        bits.ue()?;
    }
    for _ in 0..refs.iter().sum() {
        skip_weight(bits, 1)?;
        if has_chroma {
            skip_weight(bits, 2)?;
        }
    }
    Some(())
}

/// A weight and an offset for each of `planes`, if they are there.
fn skip_weight(bits: &mut BitReader<'_>, planes: u32) -> Option<()> {
    if bits.flag()? {
        for _ in 0..2 * planes {
            bits.se()?;
        }
    }
    Some(())
}
