//! Superframes: several frames in one packet, with an index at the end.

/// The frames of a packet.
pub(super) fn frames(packet: &[u8]) -> Vec<&[u8]> {
    let Some(sizes) = index(packet) else {
        return vec![packet];
    };
    let mut rest = packet;
    let mut frames = Vec::new();
    for size in sizes {
        let Some((frame, after)) = rest.split_at_checked(size) else {
            break;
        };
        rest = after;
        frames.push(frame);
    }
    frames
}

/// Sizes of the frames, if there is an index.
fn index(packet: &[u8]) -> Option<Vec<usize>> {
    let marker = *packet.last()?;
    if marker >> 5 != 0b110 {
        return None;
    }
    let frames = usize::from(marker & 7) + 1;
    let bytes = usize::from(marker >> 3 & 3) + 1;
    let start = packet.len().checked_sub(2 + frames * bytes)?;
    let index = packet.get(start..packet.len() - 1)?;
    let (first, sizes) = index.split_first()?;
    (*first == marker).then(|| sizes.chunks_exact(bytes).map(little_endian).collect())
}

fn little_endian(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .rev()
        .fold(0, |value, byte| value << 8 | usize::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packet_without_an_index_is_a_frame() {
        assert_eq!(frames(&[1, 2, 3]), [&[1, 2, 3]]);
    }

    #[test]
    fn an_index_cuts_the_packet() {
        let packet = [1, 2, 2, 0b1100_0001, 1, 2, 0b1100_0001];
        assert_eq!(frames(&packet), [&[1][..], &[2, 2][..]]);
    }

    #[test]
    fn a_damaged_index_gives_what_there_is() {
        let packet = [1, 2, 2, 0b1100_0001, 1, 200, 0b1100_0001];
        assert_eq!(frames(&packet), [&[1]]);
        assert_eq!(frames(&[0b1100_0111]), [&[0b1100_0111]]);
    }
}
