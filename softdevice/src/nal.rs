//! How NAL units stand in a byte stream (Annex B of H.264 and H.265).

/// What stands before each.
pub(crate) const START_CODE: [u8; 4] = [0, 0, 0, 1];

/// Appends a NAL unit with its start code.
pub(crate) fn append(stream: &mut Vec<u8>, unit: &[u8]) {
    stream.extend(START_CODE);
    stream.extend(unit);
}

/// The bytes with a 3 wherever they would look like a start code.
pub(crate) fn escaped(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len() + 2);
    for &byte in body {
        if byte <= 3 && out.ends_with(&[0, 0]) {
            out.push(3);
        }
        out.push(byte);
    }
    out
}

/// The bytes without what [`escaped`] put in.
pub(crate) fn unescaped(unit: &[u8]) -> Vec<u8> {
    let (mut zeros, mut body) = (0, Vec::with_capacity(unit.len()));
    for &byte in unit {
        if zeros < 2 || byte != 3 {
            body.push(byte);
        }
        zeros = if byte == 0 { zeros + 1 } else { 0 };
    }
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaping_is_undone() {
        let body = [9, 0, 0, 1, 0, 0, 0, 0, 0, 3, 7];
        let unit = escaped(&body);
        assert_eq!(unit, [9, 0, 0, 3, 1, 0, 0, 3, 0, 0, 3, 0, 3, 7]);
        assert_eq!(unescaped(&unit), body);
    }
}
