//! Where IDR pictures and B-frames are, and what a flush leaves.

use super::*;

#[test]
fn an_idr_comes_first_and_where_it_is_asked_for() {
    use FrameType::{Idr, P};
    each_codec(|back_end| {
        let config = EncoderConfig {
            idr_period: Some(4),
            ..config(back_end.codec)
        };
        let frames = encode(back_end, &config, &[2, 3]);
        // A forced IDR starts a new period.
        assert_eq!(types(&frames), [Idr, P, Idr, Idr, P, P, P, Idr, P, P]);
        assert!(worst_psnr(&config, &frames) > 30.0);
    });
}

#[test]
fn after_a_flush_everything_starts_again() {
    each_codec(|back_end| {
        let config = config(back_end.codec);
        let mut encoder = back_end.encoder(&config).unwrap();
        for _ in 0..2 {
            let first = encoder
                .encode(&picture(&config, 0), 7, &Ask::default())
                .unwrap()
                .remove(0);
            let second = encoder
                .encode(&picture(&config, 1), 8, &Ask::default())
                .unwrap()
                .remove(0);
            assert_eq!((first.frame_type, first.index), (FrameType::Idr, 7));
            assert_eq!((second.frame_type, second.index), (FrameType::P, 8));
            assert_eq!(encoder.flush().unwrap(), []);
            decoder(config.codec).decode(&first.data).unwrap();
        }
    });
}

#[test]
fn b_frames_come_after_what_they_need() {
    each_codec(|back_end| {
        for b_frames in 1..=back_end.max_b_frames {
            let config = EncoderConfig {
                b_frames,
                idr_period: Some(6),
                ..config(back_end.codec)
            };
            let frames = encode(back_end, &config, &[4]);
            assert!(types(&frames).contains(&FrameType::B));
            for frame in &frames {
                let (idr, qp) = match frame.frame_type {
                    FrameType::Idr => (true, 25),
                    FrameType::P => (false, 28),
                    FrameType::B => (false, 31),
                    FrameType::I => panic!("an I-frame that is no IDR"),
                };
                assert_eq!(idr, [0, 4].contains(&frame.index), "frame {}", frame.index);
                assert_eq!(frame.qp, qp, "frame {}", frame.index);
            }
            assert!(worst_psnr(&config, &frames) > 30.0);
        }
    });
}

#[test]
fn too_many_b_frames_are_refused() {
    each_codec(|back_end| {
        let b_frames = back_end.max_b_frames + 1;
        let config = EncoderConfig {
            b_frames,
            ..config(back_end.codec)
        };
        let error = back_end.encoder(&config).err().unwrap();
        assert!(error.0.contains(&back_end.name), "{error}");
    });
}

fn types(frames: &[EncodedFrame]) -> Vec<FrameType> {
    frames.iter().map(|frame| frame.frame_type).collect()
}
