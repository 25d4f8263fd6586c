//! Messages of the client (SEI) that go into the stream.

use nvenc_sys::{NV_ENC_PIC_PARAMS, NV_ENC_SEI_PAYLOAD};
use std::slice;

use super::{
    nal,
    status::{Answer, bad_param, bad_pointer},
};
use crate::{
    codec::Codec,
    nal::{START_CODE, escaped},
};

/// A picture's messages as NAL units, one each.
pub(super) fn read(params: &NV_ENC_PIC_PARAMS, codec: Codec) -> Answer<Vec<u8>> {
    let (array, count) = array(params, codec);
    if count == 0 {
        return Ok(Vec::new());
    }
    if array.is_null() {
        return Err(bad_pointer("no array of SEI payloads"));
    }
    // SAFETY: not null, and the client says that it holds as many payloads.
    let payloads = unsafe { slice::from_raw_parts(array, count as usize) };
    let mut units = Vec::new();
    for payload in payloads {
        units.extend(unit(codec, payload.payloadType, bytes(payload)?));
    }
    Ok(units)
}

/// The picture with the messages before its first slice.
pub(super) fn insert(codec: Codec, stream: &[u8], messages: &[u8]) -> Vec<u8> {
    let units = nal::units(stream);
    let slice = units.iter().find(|unit| unit.is_slice(codec));
    let at = slice.map_or(stream.len(), |slice| slice.offset);
    [&stream[..at], messages, &stream[at..]].concat()
}

fn array(params: &NV_ENC_PIC_PARAMS, codec: Codec) -> (*const NV_ENC_SEI_PAYLOAD, u32) {
    match codec {
        Codec::H264 => {
            // SAFETY: the session's codec says which of the two was filled in; both are plain
            // numbers and pointers, for which any bits are valid.
            let own = unsafe { &params.codecPicParams.h264PicParams };
            (own.seiPayloadArray, own.seiPayloadArrayCnt)
        }
        _ => {
            // SAFETY: as above.
            let own = unsafe { &params.codecPicParams.hevcPicParams };
            (own.seiPayloadArray, own.seiPayloadArrayCnt)
        }
    }
}

fn bytes(payload: &NV_ENC_SEI_PAYLOAD) -> Answer<&[u8]> {
    if payload.payloadSize == 0 {
        return Err(bad_param("an SEI payload of no bytes"));
    }
    if payload.payload.is_null() {
        return Err(bad_pointer("an SEI payload is null"));
    }
    // SAFETY: not null, and the client says that it has that many bytes.
    Ok(unsafe { slice::from_raw_parts(payload.payload, payload.payloadSize as usize) })
}

/// Start code, header, type and size by the byte, the message, the stop bit.
fn unit(codec: Codec, kind: u32, message: &[u8]) -> Vec<u8> {
    let header: &[u8] = match codec {
        Codec::H264 => &[6],
        _ => &[39 << 1, 1],
    };
    let mut body = number(kind);
    body.extend(number(message.len() as u32));
    body.extend(message);
    body.push(0x80);
    [&START_CODE[..], header, &escaped(&body)].concat()
}

/// As many bytes of 255 as fit, and the rest.
fn number(value: u32) -> Vec<u8> {
    let mut bytes = vec![255; value as usize / 255];
    bytes.push((value % 255) as u8);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_holds_no_start_code() {
        let unit = unit(Codec::Hevc, 5, &[9, 0, 0, 1, 0, 0, 0]);
        let expected = [0, 0, 0, 1, 78, 1, 5, 7, 9, 0, 0, 3, 1, 0, 0, 3, 0, 128];
        assert_eq!(unit, expected);
    }

    #[test]
    fn large_numbers_take_several_bytes() {
        assert_eq!(number(254), [254]);
        assert_eq!(number(255), [255, 0]);
        assert_eq!(number(600), [255, 255, 90]);
    }

    #[test]
    fn messages_come_before_the_first_slice() {
        let sets = [0, 0, 0, 1, 0x67, 7];
        let slice = [0, 0, 0, 1, 0x65, 9];
        let stream = [sets, slice].concat();
        assert_eq!(
            insert(Codec::H264, &stream, &[5]),
            [&sets[..], &[5], &slice].concat()
        );
    }
}
