//! Maps of quantiser offsets that come with pictures.

use nvenc_sys::NV_ENC_PIC_PARAMS;
use std::slice;

use super::status::{Answer, bad_param};
use crate::codec::{Codec, EncoderConfig};

/// Rows and columns of samples that an offset of the codecs is for.
const BLOCK: usize = 16;

/// The picture's offsets, one for each block of 16x16 samples; empty without a map.
pub(super) fn read(params: &NV_ENC_PIC_PARAMS, config: &EncoderConfig) -> Answer<Vec<i8>> {
    if params.qpDeltaMap.is_null() {
        return Ok(Vec::new());
    }
    if !config.controls.qp_map {
        return Err(bad_param("a quantiser map, though qpMapMode has none"));
    }
    let block = match config.codec {
        Codec::H264 => BLOCK,
        _ => 2 * BLOCK,
    };
    let (columns, rows) = (config.width.div_ceil(block), config.height.div_ceil(block));
    if params.qpDeltaMapSize as usize != columns * rows {
        return Err(bad_param(format!(
            "qpDeltaMapSize is not {columns}x{rows}, a number for each block"
        )));
    }
    // SAFETY: not null; the client says that it holds qpDeltaMapSize numbers, for the call.
    let map = unsafe { slice::from_raw_parts(params.qpDeltaMap.cast_const(), columns * rows) };
    let (out_columns, out_rows) = (config.width.div_ceil(BLOCK), config.height.div_ceil(BLOCK));
    Ok(spread(map, columns, block / BLOCK, (out_columns, out_rows)))
}

/// Each number for `times` columns and rows.
fn spread(map: &[i8], columns: usize, times: usize, out: (usize, usize)) -> Vec<i8> {
    let at = |x: usize, y: usize| map[y / times * columns + x / times];
    let rows = 0..out.1;
    rows.flat_map(|y| (0..out.0).map(move |x| at(x, y)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_blocks_are_several_small_ones() {
        let map = [1, 2, 3, 4];
        let out = spread(&map, 2, 2, (3, 3));
        assert_eq!(out, [1, 1, 2, 1, 1, 2, 3, 3, 4]);
        assert_eq!(spread(&map, 2, 1, (2, 2)), map);
    }
}
