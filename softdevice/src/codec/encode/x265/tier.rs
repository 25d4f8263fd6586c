//! HEVC's high tier, which the library claims only for bit rates that need it.

use super::super::nal;

const TIER_FLAG: u8 = 0x20;

/// Claims it in the parameter sets among `data`.
pub(super) fn claim(mut data: Vec<u8>) -> Vec<u8> {
    let units: Vec<_> = nal::units(&data).collect();
    for unit in units {
        let unit = &mut data[unit];
        // The byte is over 3 then, so that no start code comes to be.
        let flags = place(unit[0]).and_then(|place| unit.get_mut(place));
        if let Some(flags) = flags {
            *flags |= TIER_FLAG;
        }
    }
    data
}

/// Where a set's profile, tier and level begin, by its first byte: what stands before is of
/// one length in the sets of a stream without layers.
fn place(header: u8) -> Option<usize> {
    match header >> 1 & 0x3f {
        32 => Some(6),
        33 => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_sets_that_tell_of_it_change() {
        let vps = [0, 0, 0, 1, 0x40, 1, 0x0c, 1, 0xff, 0xff, 0x01, 0x60];
        let sps = [0, 0, 0, 1, 0x42, 1, 1, 0x01, 0x60];
        let slice = [0, 0, 0, 1, 0x26, 1, 1, 1, 1, 1, 1, 1];
        let claimed = claim([&vps[..], &sps, &slice].concat());
        let (high_vps, rest) = claimed.split_at(vps.len());
        let (high_sps, rest) = rest.split_at(sps.len());
        assert_eq!((high_vps[10], high_vps[11]), (0x21, 0x60));
        assert_eq!((high_sps[7], high_sps[8]), (0x21, 0x60));
        assert_eq!(rest, slice);
    }
}
