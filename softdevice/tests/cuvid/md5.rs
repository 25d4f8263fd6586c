//! MD5 (RFC 1321), which ffmpeg's framemd5 has.

pub(crate) fn hex(data: &[u8]) -> String {
    let mut message = data.to_vec();
    message.push(0x80);
    message.resize(
        message.len().next_multiple_of(64) + if message.len() % 64 > 56 { 64 } else { 0 },
        0,
    );
    let length = message.len();
    message[length - 8..].copy_from_slice(&(8 * data.len() as u64).to_le_bytes());
    let state = message.as_chunks().0.iter().fold(START, block);
    let bytes = state.iter().flat_map(|word| word.to_le_bytes());
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

const START: [u32; 4] = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476];

const SHIFTS: [[u32; 4]; 4] = [
    [7, 12, 17, 22],
    [5, 9, 14, 20],
    [4, 11, 16, 23],
    [6, 10, 15, 21],
];

fn block(state: [u32; 4], bytes: &[u8; 64]) -> [u32; 4] {
    let words = bytes.as_chunks().0;
    let [mut a, mut b, mut c, mut d] = state;
    for i in 0..64 {
        let (mix, word) = match i / 16 {
            0 => ((b & c) | (!b & d), i),
            1 => ((d & b) | (!d & c), 5 * i + 1),
            2 => (b ^ c ^ d, 3 * i + 5),
            _ => (c ^ (b | !d), 7 * i),
        };
        let constant =
            ((i as f64 + 1.0).sin().abs() * f64::from(u32::MAX).mul_add(1.0, 1.0)) as u32;
        let sum = a.wrapping_add(mix).wrapping_add(constant);
        let sum = sum.wrapping_add(u32::from_le_bytes(words[word % 16]));
        let turned = sum.rotate_left(SHIFTS[i / 16][i % 4]);
        (a, b, c, d) = (d, b.wrapping_add(turned), b, c);
    }
    let sums = [a, b, c, d];
    std::array::from_fn(|i| state[i].wrapping_add(sums[i]))
}

#[test]
fn the_rfcs_examples() {
    assert_eq!(hex(b""), "d41d8cd98f00b204e9800998ecf8427e");
    assert_eq!(hex(b"abc"), "900150983cd24fb0d6963f7d28e17f72");
    let digits = "1234567890".repeat(8);
    assert_eq!(hex(digits.as_bytes()), "57edf4a22be3c955ac49da2e2107b67a");
}
