//! Video usability information, whole, as extensions of the SPS follow it.

use crate::cuvid::parser::{
    bits::BitReader,
    format::Signal,
    h264::vui::{sample_aspect, signal, skip_chroma_location},
};

/// The parts of it that the parser has a use for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Vui {
    pub(super) sample_aspect: (u32, u32),
    pub(super) signal: Signal,
    /// Frames a second.
    pub(super) frame_rate: (u32, u32),
}

impl Vui {
    pub(super) fn read(bits: &mut BitReader<'_>, max_sub_layers: u32) -> Option<Self> {
        let mut vui = Self::default();
        if bits.flag()? {
            vui.sample_aspect = sample_aspect(bits)?;
        }
        if bits.flag()? {
            bits.flag()?; // overscan_appropriate_flag
        }
        if bits.flag()? {
            vui.signal = signal(bits)?;
        }
        skip_chroma_location(bits)?;
        bits.skip(3)?; // neutral_chroma_indication, field_seq and frame_field_info_present
        if bits.flag()? {
            skip_codes(bits, 4)?; // the default display window, which nobody uses
        }
        if bits.flag()? {
            vui.frame_rate = timing(bits, max_sub_layers)?;
        }
        skip_restriction(bits)?;
        Some(vui)
    }
}

fn timing(bits: &mut BitReader<'_>, max_sub_layers: u32) -> Option<(u32, u32)> {
    let ticks = bits.bits(32)?;
    let scale = bits.bits(32)?;
    if bits.flag()? {
        bits.ue()?;
    }
    if bits.flag()? {
        skip_hrd(bits, max_sub_layers)?;
    }
    Some((scale, ticks))
}

fn skip_restriction(bits: &mut BitReader<'_>) -> Option<()> {
    if bits.flag()? {
        bits.skip(3)?;
        skip_codes(bits, 5)?;
    }
    Some(())
}

/// hrd_parameters with common information (E.2.2).
fn skip_hrd(bits: &mut BitReader<'_>, max_sub_layers: u32) -> Option<()> {
    let (nal, slices) = (bits.flag()?, bits.flag()?);
    let mut sub_pictures = false;
    if nal || slices {
        sub_pictures = bits.flag()?;
        bits.skip(if sub_pictures { 19 } else { 0 })?;
        bits.skip(8)?;
        bits.skip(if sub_pictures { 4 } else { 0 })?;
        bits.skip(15)?;
    }
    for _ in 0..max_sub_layers {
        let buffers = sub_layer_buffers(bits)?;
        let kinds = u32::from(nal) + u32::from(slices);
        for _ in 0..kinds * buffers {
            skip_codes(bits, if sub_pictures { 4 } else { 2 })?;
            bits.flag()?;
        }
    }
    Some(())
}

/// A sub-layer's number of coded picture buffers.
fn sub_layer_buffers(bits: &mut BitReader<'_>) -> Option<u32> {
    let fixed_in_general = bits.flag()?;
    let fixed = fixed_in_general || bits.flag()?;
    let low_delay = match fixed {
        true => {
            bits.ue()?;
            false
        }
        false => bits.flag()?,
    };
    match low_delay {
        true => Some(1),
        false => bits.ue_max(31).map(|count| count + 1),
    }
}

fn skip_codes(bits: &mut BitReader<'_>, count: u32) -> Option<()> {
    (0..count).try_for_each(|_| bits.ue().map(drop))
}
