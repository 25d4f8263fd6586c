use super::*;
use proptest::prelude::*;

/// As an encoder writes it.
fn nal(codec: Codec, messages: &[Sei]) -> Vec<u8> {
    let mut plain = match codec {
        Codec::H264 => vec![6],
        _ => vec![39 << 1, 1],
    };
    for Sei { kind, payload } in messages {
        for mut number in [*kind as usize, payload.len()] {
            while number >= 255 {
                plain.push(255);
                number -= 255;
            }
            plain.push(number as u8);
        }
        plain.extend(payload);
    }
    plain.push(0x80);
    let (mut nal, mut zeros) = (vec![0, 0, 1], 0);
    for byte in plain {
        if zeros == 2 && byte <= 3 {
            nal.push(3);
            zeros = 0;
        }
        zeros = if byte == 0 { zeros + 1 } else { 0 };
        nal.push(byte);
    }
    nal
}

fn sei() -> impl Strategy<Value = Sei> {
    let byte = prop_oneof![Just(0_u8), Just(0xff), any::<u8>()];
    let payload = proptest::collection::vec(byte, 0..600);
    (0..1000_u32, payload).prop_map(|(kind, payload)| Sei { kind, payload })
}

proptest! {
    #[test]
    fn what_was_written_is_read(
        messages in proptest::collection::vec(sei(), 1..5),
        hevc: bool,
    ) {
        let codec = if hevc { Codec::Hevc } else { Codec::H264 };
        let mut reader = Messages::new(true);
        prop_assert!(reader.read(codec, &nal(codec, &messages)));
        reader.begin_picture();
        prop_assert_eq!(reader.of_picture(), messages);
    }

    #[test]
    fn any_bytes_are_read_without_harm(
        mut bytes in proptest::collection::vec(any::<u8>(), 0..300),
        header in prop_oneof![Just(6_u8), Just(39 << 1), Just(40 << 1), any::<u8>()],
    ) {
        bytes.splice(0..0, [0, 0, 1, header, 1]);
        for codec in Codec::ALL {
            let mut reader = Messages::new(true);
            reader.read(codec, &bytes);
            reader.begin_picture();
            let read: usize = reader.of_picture().iter().map(|sei| sei.payload.len()).sum();
            prop_assert!(read <= bytes.len());
        }
    }
}

#[test]
fn messages_without_a_picture_do_not_pile_up() {
    let empty = Sei {
        kind: 4,
        payload: Vec::new(),
    };
    let long = Sei {
        kind: 5,
        payload: vec![7; MOST_BYTES / 3],
    };
    for (sei, kept) in [(empty, MOST_MESSAGES), (long, 3)] {
        let mut reader = Messages::new(true);
        for _ in 0..2 * MOST_MESSAGES {
            reader.read(Codec::Hevc, &nal(Codec::Hevc, std::slice::from_ref(&sei)));
        }
        reader.begin_picture();
        assert_eq!(reader.of_picture().len(), kept);
    }
}

#[test]
fn messages_of_a_picture_that_was_not_decoded_go_with_it() {
    let message = |kind| {
        nal(
            Codec::H264,
            &[Sei {
                kind,
                payload: vec![1],
            }],
        )
    };
    let mut reader = Messages::new(true);
    for kind in [4, 5] {
        reader.read(Codec::H264, &message(kind));
        reader.begin_picture();
    }
    let kinds: Vec<u32> = reader.of_picture().iter().map(|sei| sei.kind).collect();
    assert_eq!(kinds, [5]);
}

#[test]
fn messages_after_a_picture_belong_to_it() {
    let sei = |kind| Sei {
        kind,
        payload: vec![kind as u8],
    };
    let mut reader = Messages::new(true);
    reader.read(Codec::Hevc, &nal(Codec::Hevc, &[sei(1)]));
    reader.begin_picture();
    let mut suffix = nal(Codec::Hevc, &[sei(2)]);
    suffix[3] = 40 << 1;
    reader.read(Codec::Hevc, &suffix);
    reader.read(Codec::Hevc, &nal(Codec::Hevc, &[sei(3)]));
    assert_eq!(reader.of_picture(), [sei(1), sei(2)]);
    reader.begin_picture();
    assert_eq!(reader.of_picture(), [sei(3)]);
}
