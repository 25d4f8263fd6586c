//! Where parameter sets and delimiters stand.

use super::*;

#[test]
fn parameter_sets_and_delimiters_are_where_they_were_ordered() {
    each_codec(|back_end| {
        for (repeat_headers, aud) in [(true, false), (false, true), (false, false)] {
            let config = EncoderConfig {
                repeat_headers,
                aud,
                idr_period: Some(5),
                ..config(back_end.codec)
            };
            let frames = encode(back_end, &config, &[]);
            for frame in &frames {
                let headers = frame.index == 0 || repeat_headers && frame.index == 5;
                assert_eq!(nal_kinds(&config, frame), expected_kinds(&config, headers));
            }
            assert!(worst_psnr(&config, &frames) > 30.0);
        }
    });
}

#[test]
fn headers_are_the_ones_in_the_stream() {
    each_codec(|back_end| {
        let config = config(back_end.codec);
        let mut encoder = back_end.encoder(&config).unwrap();
        let headers = encoder.headers().unwrap();
        let first = encoder
            .encode(&picture(&config, 0), 0, &Ask::default())
            .unwrap()
            .remove(0);
        assert!(first.data.starts_with(&headers));
        assert_eq!(encoder.headers().unwrap(), headers);
    });
}

/// Types of the NAL units, each kind of slice as 1, and several slices as one.
fn nal_kinds(config: &EncoderConfig, frame: &EncodedFrame) -> Vec<u8> {
    assert!(frame.data.starts_with(&[0, 0, 0, 1]));
    let starts = frame
        .data
        .windows(4)
        .filter(|window| window[..3] == [0, 0, 1]);
    let mut kinds: Vec<u8> = starts
        .map(|window| match config.codec {
            Codec::H264 => {
                if window[3] & 0x1f <= 5 {
                    1
                } else {
                    window[3] & 0x1f
                }
            }
            _ => {
                if window[3] >> 1 < 32 {
                    1
                } else {
                    window[3] >> 1
                }
            }
        })
        .collect();
    kinds.dedup();
    kinds
}

fn expected_kinds(config: &EncoderConfig, headers: bool) -> Vec<u8> {
    let (aud, sets) = match config.codec {
        Codec::H264 => (9, &[7, 8][..]),
        _ => (35, &[32, 33, 34][..]),
    };
    let aud = config.aud.then_some(aud);
    let sets = sets.iter().copied().filter(|_| headers);
    aud.into_iter().chain(sets).chain([1]).collect()
}
