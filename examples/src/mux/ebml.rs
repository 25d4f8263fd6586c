//! The elements that Matroska files are made of.

/// An element of these bytes.
pub(super) fn element(id: u32, body: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    push(&mut bytes, id, body);
    bytes
}

/// Adds an element.
pub(super) fn push(bytes: &mut Vec<u8>, id: u32, body: &[&[u8]]) {
    let size: usize = body.iter().map(|part| part.len()).sum();
    bytes.reserve(size + 12);
    bytes.extend(id.to_be_bytes().iter().skip_while(|byte| **byte == 0));
    push_size(bytes, size as u64);
    body.iter().for_each(|part| bytes.extend_from_slice(part));
}

/// Adds a size, or another number of this form. The leading zeros of the first byte tell how many
/// bytes follow; all ones mean "unknown".
pub(super) fn push_size(bytes: &mut Vec<u8>, size: u64) {
    let count = (1..8)
        .find(|count| size < (1 << (7 * count)) - 1)
        .unwrap_or(8);
    let marked = size | 1 << (7 * count);
    bytes.extend_from_slice(&marked.to_be_bytes()[8 - count..]);
}

/// An element that is a whole number.
pub(super) fn number(id: u32, value: u64) -> Vec<u8> {
    let unused = (value.leading_zeros() / 8).min(7) as usize;
    element(id, &[&value.to_be_bytes()[unused..]])
}

/// An element that is a floating-point number, of eight bytes.
pub(super) fn float(id: u32, value: f64) -> Vec<u8> {
    element(id, &[&value.to_be_bytes()])
}

/// An element that is text.
pub(super) fn text(id: u32, value: &str) -> Vec<u8> {
    element(id, &[value.as_bytes()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(number(0x83, 1), [0x83, 0x81, 1]);
        assert_eq!(
            number(0x2a_d7b1, 1_000_000),
            [0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40]
        );
        assert_eq!(number(0x9c, 0), [0x9c, 0x81, 0]);
        assert_eq!(text(0x86, "V"), [0x86, 0x81, b'V']);
        assert_eq!(element(0xec, &[&[0; 126]])[..2], [0xec, 0xfe]);
        assert_eq!(element(0xec, &[&[0; 127]])[..3], [0xec, 0x40, 0x7f]);
        assert_eq!(
            element(0xec, &[&[0; 16_383]])[..4],
            [0xec, 0x20, 0x3f, 0xff]
        );
    }
}
