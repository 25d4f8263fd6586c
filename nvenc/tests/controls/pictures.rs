//! What is said of single pictures.

use super::*;

#[test]
fn one_picture_can_be_intra_or_carry_headers() {
    for codec in Codec::ALL {
        let picture = |number| match number {
            2 => at(number).force_intra(),
            4 => at(number).with_headers(),
            _ => at(number),
        };
        let coded = encode(session(codec, SIZE).start().unwrap(), 6, picture);
        if has_controls() {
            assert_eq!(coded[2].picture_type, PictureType::I, "{codec}");
        }
        let set = if codec == Codec::H264 { 7 } else { 33 };
        assert!(nal_types(codec, &coded[4].bytes).contains(&set), "{codec}");
        assert!(!nal_types(codec, &coded[3].bytes).contains(&set), "{codec}");
    }
}

#[test]
fn packets_carry_times_and_tags() {
    let builder = session(Codec::H264, SIZE);
    let b_frames = builder.caps().unwrap().max_b_frames.min(2);
    let picture = |number: usize| {
        Picture::at(10 * number as i64)
            .duration(10)
            .tag(number as u64)
    };
    let coded = encode(builder.b_frames(b_frames).start().unwrap(), 9, picture);
    let mut before = i64::MIN;
    for packet in &coded {
        assert_eq!(
            (packet.duration, packet.tag as i64),
            (10, packet.timestamp / 10)
        );
        assert!(packet.decode_timestamp <= packet.timestamp);
        assert!(packet.decode_timestamp > before);
        before = packet.decode_timestamp;
    }
}
