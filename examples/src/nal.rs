//! NAL units of H.264 and HEVC pictures that are in Annex B form.

use memchr::memmem;

/// The units between start codes, without the zeros that may stand behind them.
pub(crate) fn units(stream: &[u8]) -> impl Iterator<Item = &[u8]> {
    const START_CODE: [u8; 3] = [0, 0, 1];
    let starts = memmem::find_iter(stream, &START_CODE).map(|at| at + START_CODE.len());
    let mut starts = starts.peekable();
    let units = std::iter::from_fn(move || {
        let start = starts.next()?;
        let next = starts.peek().map(|next| next - START_CODE.len());
        stream.get(start..next.unwrap_or(stream.len()))
    });
    units.map(without_zeros).filter(|unit| !unit.is_empty())
}

fn without_zeros(unit: &[u8]) -> &[u8] {
    let last = unit.iter().rposition(|byte| *byte != 0);
    &unit[..last.map_or(0, |last| last + 1)]
}

/// `nal_unit_type` of H.264, 7.3.1.
pub(crate) fn h264_kind(unit: &[u8]) -> u8 {
    unit.first().map_or(0, |first| first & 0x1f)
}

/// `nal_unit_type` of HEVC, 7.3.1.2.
pub(crate) fn hevc_kind(unit: &[u8]) -> u8 {
    unit.first().map_or(0, |first| first >> 1 & 0x3f)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(stream: &[u8]) -> Vec<&[u8]> {
        units(stream).collect()
    }

    #[test]
    fn units_lie_between_start_codes() {
        let stream = [0, 0, 0, 1, 9, 0, 0, 1, 8, 7, 0, 0, 0, 1, 6, 1];
        assert_eq!(all(&stream), [&[9][..], &[8, 7], &[6, 1]]);
        assert_eq!(all(&[0, 0, 1, 5, 0, 0, 0]), [[5]], "zeros at the end");
        assert_eq!(all(&[7, 7, 0, 0, 1, 5]), [[5]], "nothing before a code");
        let none: [&[u8]; 0] = [];
        assert_eq!(all(&[0, 0, 1, 0, 0, 1]), none);
        assert_eq!(all(&[]), none);
    }

    #[test]
    fn kinds() {
        assert_eq!(h264_kind(&[0x67, 1]), 7);
        assert_eq!(hevc_kind(&[0x42, 1]), 33);
        assert_eq!(hevc_kind(&[]), 0);
    }
}
