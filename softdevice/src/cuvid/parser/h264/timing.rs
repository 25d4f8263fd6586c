//! Picture timing messages: how a frame's fields are shown.

use super::vui::Vui;
use crate::cuvid::parser::bits::BitReader;

/// pic_struct of a message in an SEI NAL unit's payload, if there is one.
pub(super) fn pic_struct(sei: &[u8], vui: &Vui) -> Option<u32> {
    let message = find(sei, 1).filter(|_| vui.pic_struct_present)?;
    let mut bits = BitReader::new(message);
    if let Some((removal, output)) = vui.delay_bits {
        bits.bits(removal)?;
        bits.bits(output)?;
    }
    bits.bits(4)
}

/// The first message of a type.
fn find(mut sei: &[u8], wanted: usize) -> Option<&[u8]> {
    loop {
        let kind = number(&mut sei)?;
        let size = number(&mut sei)?;
        let message = sei.get(..size)?;
        if kind == wanted {
            return Some(message);
        }
        sei = &sei[size..];
    }
}

/// A number in bytes: as many 255 as fit, then the rest.
fn number(sei: &mut &[u8]) -> Option<usize> {
    let mut value = 0;
    loop {
        let (first, rest) = sei.split_first()?;
        *sei = rest;
        value += usize::from(*first);
        if *first < 255 {
            return Some(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_is_found_behind_others() {
        let vui = Vui {
            delay_bits: Some((8, 8)),
            pic_struct_present: true,
            ..Vui::default()
        };
        let sei = [5, 2, 9, 9, 1, 3, 0, 0, 0x30, 0x80];
        assert_eq!(pic_struct(&sei, &vui), Some(3));
        assert_eq!(pic_struct(&sei[..7], &vui), None);
        assert_eq!(pic_struct(&sei, &Vui::default()), None);
    }
}
