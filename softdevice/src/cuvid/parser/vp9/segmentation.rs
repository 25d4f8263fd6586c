//! Segmentation parameters; its features last from frame to frame.

use crate::cuvid::parser::bits::BitReader;

/// Quantizer, loop filter, reference frame and skip: bits of a value, and whether signed.
const FEATURES: [(u32, bool); 4] = [(8, true), (6, true), (2, false), (0, false)];

/// Segmentation of a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segmentation {
    pub(super) enabled: bool,
    pub(super) map_update: bool,
    pub(super) temporal_update: bool,
    pub(super) absolute: bool,
    pub(super) tree_probabilities: [u8; 7],
    pub(super) prediction_probabilities: [u8; 3],
    /// By segment and feature.
    pub(super) features: [[Option<i16>; 4]; 8],
}

impl Default for Segmentation {
    fn default() -> Self {
        Self {
            enabled: false,
            map_update: false,
            temporal_update: false,
            absolute: false,
            tree_probabilities: [255; 7],
            prediction_probabilities: [255; 3],
            features: [[None; 4]; 8],
        }
    }
}

impl Segmentation {
    pub(super) fn read(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        self.map_update = false;
        self.temporal_update = false;
        self.enabled = bits.flag()?;
        if !self.enabled {
            return Some(());
        }
        self.map_update = bits.flag()?;
        if self.map_update {
            self.read_map(bits)?;
        }
        if bits.flag()? {
            self.absolute = bits.flag()?;
            self.read_features(bits)?;
        }
        Some(())
    }

    fn read_map(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        for probability in &mut self.tree_probabilities {
            *probability = if bits.flag()? { bits.byte(8)? } else { 255 };
        }
        self.temporal_update = bits.flag()?;
        for probability in &mut self.prediction_probabilities {
            let coded = self.temporal_update && bits.flag()?;
            *probability = if coded { bits.byte(8)? } else { 255 };
        }
        Some(())
    }

    fn read_features(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        for segment in &mut self.features {
            for (feature, (count, signed)) in segment.iter_mut().zip(FEATURES) {
                *feature = match bits.flag()? {
                    true => Some(read_value(bits, count, signed)?),
                    false => None,
                };
            }
        }
        Some(())
    }
}

fn read_value(bits: &mut BitReader<'_>, count: u32, signed: bool) -> Option<i16> {
    let magnitude = bits.bits(count)? as i16;
    let negative = signed && bits.flag()?;
    Some(if negative { -magnitude } else { magnitude })
}
