//! Loop filter and quantizer parameters.

use crate::cuvid::parser::bits::BitReader;

/// The loop filter; its differences last from frame to frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct LoopFilter {
    pub(super) level: u8,
    pub(super) sharpness: u8,
    pub(super) deltas_enabled: bool,
    /// For intra, last, golden and alternative.
    pub(super) reference_deltas: [i8; 4],
    pub(super) mode_deltas: [i8; 2],
}

/// The quantizer's index, and differences from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Quantizer {
    pub(super) index: u8,
    pub(super) y_dc: i8,
    pub(super) uv_dc: i8,
    pub(super) uv_ac: i8,
}

impl Default for LoopFilter {
    /// What a frame without a past has.
    fn default() -> Self {
        Self {
            level: 0,
            sharpness: 0,
            deltas_enabled: false,
            reference_deltas: [1, 0, -1, -1],
            mode_deltas: [0, 0],
        }
    }
}

impl LoopFilter {
    pub(super) fn read(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        self.level = bits.byte(6)?;
        self.sharpness = bits.byte(3)?;
        self.deltas_enabled = bits.flag()?;
        if self.deltas_enabled && bits.flag()? {
            let deltas = self
                .reference_deltas
                .iter_mut()
                .chain(&mut self.mode_deltas);
            for delta in deltas {
                if bits.flag()? {
                    *delta = signed(bits, 6)?;
                }
            }
        }
        Some(())
    }
}

impl Quantizer {
    pub(super) fn read(bits: &mut BitReader<'_>) -> Option<Self> {
        Some(Self {
            index: bits.byte(8)?,
            y_dc: delta(bits)?,
            uv_dc: delta(bits)?,
            uv_ac: delta(bits)?,
        })
    }
}

fn delta(bits: &mut BitReader<'_>) -> Option<i8> {
    match bits.flag()? {
        true => signed(bits, 4),
        false => Some(0),
    }
}

/// A magnitude, then its sign.
fn signed(bits: &mut BitReader<'_>, count: u32) -> Option<i8> {
    let magnitude = bits.byte(count)? as i8;
    Some(if bits.flag()? { -magnitude } else { magnitude })
}
