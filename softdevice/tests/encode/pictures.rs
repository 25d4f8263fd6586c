//! Pictures of every format and size come back, and no other goes in.

use super::*;

#[test]
fn what_is_encoded_can_be_decoded() {
    each_codec(|back_end| {
        for effort in [Effort::Fast, Effort::Normal, Effort::Best] {
            let config = EncoderConfig {
                effort,
                ..config(back_end.codec)
            };
            let frames = encode(back_end, &config, &[]);
            let indices: Vec<u64> = frames.iter().map(|frame| frame.index).collect();
            assert_eq!(indices, Vec::from_iter(0..FRAMES as u64));
            let psnr = worst_psnr(&config, &frames);
            println!("{effort:?}: {psnr:.1} dB");
            assert!(psnr > 30.0, "{psnr}");
        }
    });
}

#[test]
fn other_formats_survive() {
    let formats = [
        (Chroma::Yuv420, 10),
        (Chroma::Yuv444, 8),
        (Chroma::Yuv444, 10),
    ];
    each(Codec::Hevc, |back_end| {
        for (chroma, bit_depth) in formats {
            let config = EncoderConfig {
                chroma,
                bit_depth,
                // The built-in encoder takes its time over 4:4:4.
                width: 96,
                height: 64,
                ..config(Codec::Hevc)
            };
            let psnr = worst_psnr(&config, &encode(back_end, &config, &[]));
            assert!(psnr > 30.0, "{chroma:?} {bit_depth} {psnr}");
        }
    });
    each(Codec::H264, |back_end| {
        let config = EncoderConfig {
            bit_depth: 10,
            ..config(Codec::H264)
        };
        if back_end.ten_bit {
            let frames = encode(back_end, &config, &[]);
            assert!(worst_psnr(&config, &frames) > 30.0);
            assert_eq!((frames[0].qp, frames[1].qp), (25, 28));
        }
    });
}

#[test]
fn sizes_of_no_whole_block_are_cropped() {
    each_codec(|back_end| {
        for (width, height) in [(162, 90), (178, 102), (64, 64), (198, 130)] {
            let config = EncoderConfig {
                width,
                height,
                ..config(back_end.codec)
            };
            assert!(worst_psnr(&config, &encode(back_end, &config, &[])) > 30.0);
        }
    });
}

#[test]
fn a_picture_of_another_format_is_refused() {
    each_codec(|back_end| {
        let config = config(back_end.codec);
        let mut encoder = back_end.encoder(&config).unwrap();
        let other = Picture::black(Format {
            width: 160,
            ..config.format()
        });
        encoder.encode(&other, 0, &Ask::default()).unwrap_err();
        let mut short = picture(&config, 0);
        short.planes[1].pop();
        encoder.encode(&short, 0, &Ask::default()).unwrap_err();
        encoder
            .encode(&picture(&config, 0), 0, &Ask::default())
            .unwrap();
    });
}
