//! Video usability information: what of a sequence parameter set is not for decoding.

use crate::cuvid::parser::{bits::BitReader, format::Signal};

/// The parts of it that the parser has a use for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Vui {
    pub(super) sample_aspect: (u32, u32),
    pub(super) signal: Signal,
    /// Ticks a second, and ticks in a field.
    pub(super) timing: Option<(u32, u32)>,
    /// Bits of the two delays in a picture timing message.
    pub(super) delay_bits: Option<(u32, u32)>,
    pub(super) pic_struct_present: bool,
    pub(super) restriction: Option<Restriction>,
}

/// How pictures are buffered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Restriction {
    pub(super) reorder_frames: u32,
    pub(super) buffered_frames: u32,
}

impl Vui {
    pub(super) fn read(bits: &mut BitReader<'_>) -> Option<Self> {
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
        if bits.flag()? {
            vui.timing = Some(timing(bits)?);
        }
        vui.read_hrd(bits)?;
        vui.pic_struct_present = bits.flag()?;
        if bits.flag()? {
            vui.restriction = Some(restriction(bits)?);
        }
        Some(vui)
    }

    fn read_hrd(&mut self, bits: &mut BitReader<'_>) -> Option<()> {
        for _ in ["NAL units", "slices"] {
            if bits.flag()? {
                self.delay_bits = Some(hrd_delay_bits(bits)?);
            }
        }
        if self.delay_bits.is_some() {
            bits.flag()?; // low_delay_hrd_flag
        }
        Some(())
    }
}

/// aspect_ratio_idc and what follows it; the table is HEVC's too.
pub(in crate::cuvid::parser) fn sample_aspect(bits: &mut BitReader<'_>) -> Option<(u32, u32)> {
    const TABLE: [(u32, u32); 17] = [
        (0, 0),
        (1, 1),
        (12, 11),
        (10, 11),
        (16, 11),
        (40, 33),
        (24, 11),
        (20, 11),
        (32, 11),
        (80, 33),
        (18, 11),
        (15, 11),
        (64, 33),
        (160, 99),
        (4, 3),
        (3, 2),
        (2, 1),
    ];
    let index = bits.bits(8)? as usize;
    if index == 255 {
        return Some((bits.bits(16)?, bits.bits(16)?));
    }
    Some(TABLE.get(index).copied().unwrap_or_default())
}

/// From video_format on; the same in HEVC.
pub(in crate::cuvid::parser) fn signal(bits: &mut BitReader<'_>) -> Option<Signal> {
    let mut signal = Signal {
        video_format: bits.byte(3)?,
        full_range: bits.flag()?,
        ..Signal::default()
    };
    if bits.flag()? {
        signal.primaries = bits.byte(8)?;
        signal.transfer = bits.byte(8)?;
        signal.matrix = bits.byte(8)?;
    }
    Some(signal)
}

/// chroma_loc_info; the same in HEVC.
pub(in crate::cuvid::parser) fn skip_chroma_location(bits: &mut BitReader<'_>) -> Option<()> {
    if bits.flag()? {
        bits.ue()?;
        bits.ue()?;
    }
    Some(())
}

/// Ticks a second, and ticks in a field.
fn timing(bits: &mut BitReader<'_>) -> Option<(u32, u32)> {
    let ticks = bits.bits(32)?;
    let scale = bits.bits(32)?;
    bits.flag()?; // fixed_frame_rate_flag
    Some((scale, ticks))
}

fn hrd_delay_bits(bits: &mut BitReader<'_>) -> Option<(u32, u32)> {
    let count = bits.ue_max(31)? + 1;
    bits.skip(8)?;
    for _ in 0..count {
        bits.ue()?;
        bits.ue()?;
        bits.flag()?;
    }
    bits.skip(5)?;
    let delays = (bits.bits(5)? + 1, bits.bits(5)? + 1);
    bits.skip(5)?;
    Some(delays)
}

fn restriction(bits: &mut BitReader<'_>) -> Option<Restriction> {
    bits.flag()?;
    for _ in 0..4 {
        bits.ue()?;
    }
    Some(Restriction {
        reorder_frames: bits.ue_max(16)?,
        buffered_frames: bits.ue_max(16)?,
    })
}
