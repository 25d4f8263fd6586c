//! Blocks of Matroska that come with more than their data.

use std::ops::Range;
use std::time::Duration;

use mkv_element::io::blocking_impl::ReadFrom as _;
use mkv_element::prelude::{Block, DiscardPadding, Element as _, Header, ReferenceBlock};

use super::Fault;
use super::matroska::{broken, damaged};

/// A block with what is told beside it.
#[derive(Debug, PartialEq)]
pub(super) struct Group {
    /// Where the block lies in it.
    pub(super) block: Range<usize>,
    /// Whether it refers to other blocks.
    pub(super) refers: bool,
    /// How much at its end is not heard.
    pub(super) cut: Duration,
}

impl Group {
    pub(super) fn read(group: &[u8]) -> Result<Self, Fault> {
        let (mut rest, mut block) = (group, None);
        let (mut refers, mut cut) = (false, Duration::ZERO);
        while !rest.is_empty() {
            let header = Header::read_from(&mut rest).map_err(broken)?;
            let start = group.len() - rest.len();
            let size = usize::try_from(*header.size).unwrap_or(usize::MAX);
            let (body, after) = rest
                .split_at_checked(size)
                .ok_or_else(|| damaged("an element is longer than its group"))?;
            rest = after;
            match header.id {
                Block::ID => block = Some(start..start + size),
                ReferenceBlock::ID => refers = true,
                DiscardPadding::ID => cut = nanoseconds(body),
                _ => {}
            }
        }
        let block = block.ok_or_else(|| damaged("a group has no block"))?;
        Ok(Self { block, refers, cut })
    }
}

/// A number with a sign; what is below zero is at the beginning of a block, where nothing is cut.
fn nanoseconds(number: &[u8]) -> Duration {
    let is_negative = number.first().is_some_and(|first| first & 0x80 != 0);
    if is_negative || number.len() > 8 {
        return Duration::ZERO;
    }
    let value = number
        .iter()
        .fold(0, |sum, byte| sum << 8 | u64::from(*byte));
    Duration::from_nanos(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_without_a_block() {
        assert!(Group::read(&[]).is_err());
        assert!(Group::read(&[0xa1, 0x85, 1]).is_err());
        let group = |block, refers, cut| Group {
            block,
            refers,
            cut: Duration::from_nanos(cut),
        };
        let read = |bytes: &[u8]| Group::read(bytes).unwrap();
        assert_eq!(read(&[0xa1, 0x81, 1]), group(2..3, false, 0));
        let referring = [0xfb, 0x81, 1, 0xa1, 0x81, 1];
        assert_eq!(read(&referring), group(5..6, true, 0));
        let cut = [0xa1, 0x81, 1, 0x75, 0xa2, 0x82, 1, 2];
        assert_eq!(read(&cut), group(2..3, false, 0x102));
        let before = [0xa1, 0x81, 1, 0x75, 0xa2, 0x81, 0xff];
        assert_eq!(read(&before), group(2..3, false, 0));
    }
}
