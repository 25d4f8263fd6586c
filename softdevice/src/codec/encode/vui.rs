//! How pictures are to be shown (VUI), written into the parameter sets of the built-in
//! encoders, which have no words for it.

use super::nal;
use crate::{
    codec::{Codec, CodecError, EncoderConfig, Vui},
    nal::{append, escaped, unescaped},
};

/// The shape of a sample is given in full, not by a number of the standards' table.
const EXTENDED_SAR: u32 = 255;

/// `data` with the VUI in its sequence parameter sets, which must have none.
pub(super) fn add(data: &[u8], config: &EncoderConfig) -> Result<Vec<u8>, CodecError> {
    let mut out = Vec::with_capacity(data.len() + 32);
    for unit in nal::units(data) {
        let unit = &data[unit];
        match is_sequence_set(config.codec, unit[0]) {
            true => append(&mut out, &extended(unit, config)?),
            false => append(&mut out, unit),
        }
    }
    Ok(out)
}

fn is_sequence_set(codec: Codec, header: u8) -> bool {
    match codec {
        Codec::H264 => header & 0x1f == 7,
        _ => header >> 1 & 0x3f == 33,
    }
}

/// A set ends with a zero where the VUI would stand; HEVC has one more for its extensions.
fn extended(unit: &[u8], config: &EncoderConfig) -> Result<Vec<u8>, CodecError> {
    let mut bits = Bits::of(&unescaped(unit));
    let flags = if config.codec == Codec::H264 { 1 } else { 2 };
    if !bits.take_zeros(flags) {
        return Err(CodecError("the parameter sets have an unknown end".into()));
    }
    bits.flag(true);
    write(&mut bits, config);
    if config.codec != Codec::H264 {
        bits.flag(false);
    }
    Ok(escaped(&bits.bytes()))
}

fn write(bits: &mut Bits, config: &EncoderConfig) {
    let vui = &config.controls.vui;
    write_shape(bits, vui.sample_aspect);
    bits.flag(vui.overscan.is_some());
    if let Some(overscan) = vui.overscan {
        bits.flag(overscan);
    }
    write_signal(bits, vui);
    bits.flag(vui.chroma_location.is_some());
    if let Some(location) = vui.chroma_location {
        bits.code(location);
        bits.code(location);
    }
    match config.codec {
        Codec::H264 => write_h264_timing(bits, config.frame_rate),
        _ => write_hevc_timing(bits, config.frame_rate),
    }
    bits.flag(false); // bitstream restriction
}

fn write_shape(bits: &mut Bits, (width, height): (u32, u32)) {
    let stretched = (width, height) != (1, 1);
    bits.flag(stretched);
    if stretched {
        bits.number(EXTENDED_SAR, 8);
        bits.number(width, 16);
        bits.number(height, 16);
    }
}

fn write_signal(bits: &mut Bits, vui: &Vui) {
    let usual = Vui::default();
    let colour = [vui.primaries, vui.transfer, vui.matrix];
    let coloured = colour != [usual.primaries, usual.transfer, usual.matrix];
    let told = coloured || vui.full_range || vui.video_format != usual.video_format;
    bits.flag(told);
    if told {
        bits.number(vui.video_format, 3);
        bits.flag(vui.full_range);
        bits.flag(coloured);
    }
    if coloured {
        colour.into_iter().for_each(|number| bits.number(number, 8));
    }
}

/// H.264 counts fields, of which a picture has two.
fn write_h264_timing(bits: &mut Bits, (num, den): (u32, u32)) {
    write_rate(bits, num.checked_mul(2), den);
    if num.checked_mul(2).is_some() {
        bits.flag(true); // all pictures last equally long
    }
    bits.number(0, 3); // two buffer descriptions, structure of each picture
}

fn write_hevc_timing(bits: &mut Bits, (num, den): (u32, u32)) {
    bits.number(0, 4); // neutral chroma, fields, structure of each picture, display window
    write_rate(bits, Some(num), den);
    bits.number(0, 2); // picture order as a clock, buffer description
}

fn write_rate(bits: &mut Bits, ticks: Option<u32>, den: u32) {
    bits.flag(ticks.is_some());
    if let Some(ticks) = ticks {
        bits.number(den, 32);
        bits.number(ticks, 32);
    }
}

/// Bits of a parameter set, up to the stop bit.
struct Bits(Vec<bool>);

impl Bits {
    fn of(bytes: &[u8]) -> Self {
        let bit = |byte: &u8, at: u32| byte >> (7 - at) & 1 == 1;
        let bits = bytes
            .iter()
            .flat_map(|byte| (0..8).map(move |at| bit(byte, at)));
        let mut bits: Vec<bool> = bits.collect();
        let stop = bits.iter().rposition(|bit| *bit);
        bits.truncate(stop.unwrap_or(0));
        Self(bits)
    }

    /// Takes `count` bits off the end, if they are all zero.
    fn take_zeros(&mut self, count: usize) -> bool {
        let Some(left) = self.0.len().checked_sub(count) else {
            return false;
        };
        self.0.drain(left..).all(|bit| !bit)
    }

    fn flag(&mut self, value: bool) {
        self.0.push(value);
    }

    fn number(&mut self, value: u32, bits: u32) {
        self.0
            .extend((0..bits).rev().map(|at| value >> at & 1 == 1));
    }

    /// ue(v): an unsigned Exp-Golomb code, of small numbers.
    fn code(&mut self, value: u32) {
        let value = value.saturating_add(1);
        let length = value.ilog2() + 1;
        self.number(0, length - 1);
        self.number(value, length);
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bits = self.0.clone();
        bits.push(true);
        let byte = |bits: &[bool]| {
            let bits = bits.iter().enumerate();
            bits.fold(0, |byte, (at, bit)| byte | u8::from(*bit) << (7 - at))
        };
        bits.chunks(8).map(byte).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_are_written_as_the_standards_have_them() {
        let mut bits = Bits::of(&[0b1010_1000]);
        assert!(!Bits(vec![true]).take_zeros(1) && bits.take_zeros(1));
        for value in [0, 1, 4] {
            bits.code(value);
        }
        // 101 0-, then 1, 010, 00101, and the stop bit.
        assert_eq!(bits.bytes(), [0b1011_0100, 0b0101_1000]);
    }
}
