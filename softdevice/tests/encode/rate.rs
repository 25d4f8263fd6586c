//! Quantisers and bit rates are those that were asked for.

use super::*;

#[test]
fn constant_quantisers_are_kept_exactly() {
    each_codec(|back_end| {
        for (i, p) in [(25, 28), (30, 27), (26, 26)] {
            let rate = RateControl::ConstQp { i, p, b: 31 };
            let config = EncoderConfig {
                rate,
                idr_period: Some(4),
                ..config(back_end.codec)
            };
            for frame in encode(back_end, &config, &[]) {
                let expected = if frame.frame_type == FrameType::Idr {
                    i
                } else {
                    p
                };
                assert_eq!(frame.qp, u32::from(expected), "frame {}", frame.index);
            }
        }
    });
}

#[test]
fn the_whole_range_of_quantisers_works() {
    each_codec(|back_end| {
        for (i, p, b) in [(51, 51, 51), (1, 1, 1), (20, 32, 40)] {
            let rate = RateControl::ConstQp { i, p, b };
            let config = EncoderConfig {
                rate,
                ..config(back_end.codec)
            };
            let frames = encode(back_end, &config, &[]);
            let qps: Vec<u32> = frames.iter().map(|frame| frame.qp).collect();
            println!("{qps:?}");
            assert_eq!((qps[0], qps[9]), (i.into(), p.into()));
            assert!(worst_psnr(&config, &frames) > if p == 51 { 15.0 } else { 30.0 });
        }
        let rate = RateControl::ConstQp {
            i: 52,
            p: 52,
            b: 52,
        };
        let config = EncoderConfig {
            rate,
            ..config(back_end.codec)
        };
        assert!(back_end.encoder(&config).is_err());
    });
}

#[test]
fn a_bit_rate_is_approached() {
    each_codec(|back_end| {
        let rates = [
            RateControl::Bitrate {
                average: 400_000,
                max: 0,
                vbv: 0,
            },
            RateControl::Bitrate {
                average: 400_000,
                max: 400_000,
                vbv: 400_000,
            },
        ];
        for rate in rates {
            let config = EncoderConfig {
                rate,
                ..config(back_end.codec)
            };
            let mut encoder = back_end.encoder(&config).unwrap();
            let mut bits = 0;
            for frame in 0..60 {
                let frames =
                    encoder.encode(&picture(&config, frame), frame as u64, &Ask::default());
                bits += 8 * frames.unwrap().iter().map(|f| f.data.len()).sum::<usize>();
            }
            println!("{} bits in two seconds", bits);
            assert!((400_000..1_200_000).contains(&bits), "{bits}");
        }
    });
}
