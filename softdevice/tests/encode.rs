//! Encodes moving pictures with each back end of this machine, and decodes them again.

use softdevice::codec::{
    Ask, BackEnd, Codec, Controls, Effort, EncodedFrame, EncoderConfig, Force, FrameType,
    RateControl, back_ends, decoder,
};
use softdevice::picture::{Chroma, Format, Picture};

const FRAMES: usize = 10;

fn config(codec: Codec) -> EncoderConfig {
    EncoderConfig {
        codec,
        width: 320,
        height: 192,
        chroma: Chroma::Yuv420,
        bit_depth: 8,
        frame_rate: (30, 1),
        idr_period: None,
        b_frames: 0,
        rate: RateControl::ConstQp {
            i: 25,
            p: 28,
            b: 31,
        },
        effort: Effort::Fast,
        repeat_headers: true,
        aud: false,
        controls: Controls::default(),
    }
}

/// A texture that glides two columns and one row a frame, so that motion can be found.
fn picture(config: &EncoderConfig, frame: usize) -> Picture {
    let Format {
        width,
        height,
        chroma,
        bit_depth,
    } = config.format();
    let mut picture = Picture::black(config.format());
    let (chroma_width, chroma_height) = chroma.plane_size(width, height);
    let sizes = [
        (width, height),
        (chroma_width, chroma_height),
        (chroma_width, chroma_height),
    ];
    for (number, (plane, (columns, rows))) in picture.planes.iter_mut().zip(sizes).enumerate() {
        let samples = (0..rows).flat_map(|y| (0..columns).map(move |x| (x, y)));
        let values = samples.map(|(x, y)| texture(x + 2 * frame, y + frame, number));
        *plane = match bit_depth {
            8 => values.map(|value| value as u8).collect(),
            depth => values
                .flat_map(|value| (((value * 256.0) as u16) >> (16 - depth)).to_le_bytes())
                .collect(),
        };
    }
    picture
}

fn texture(x: usize, y: usize, plane: usize) -> f64 {
    let (x, y, plane) = (x as f64, y as f64, plane as f64);
    128.0 + 60.0 * (x / (9.0 + plane)).sin() * (y / 7.0).cos() + 40.0 * ((x + y) / 23.0).sin()
}

/// The coded pictures of the whole clip; `forced` names the frames that are forced to be IDRs.
fn encode(back_end: &BackEnd, config: &EncoderConfig, forced: &[usize]) -> Vec<EncodedFrame> {
    let mut encoder = back_end.encoder(config).unwrap();
    let mut frames = Vec::new();
    for frame in 0..FRAMES {
        let force = match forced.contains(&frame) {
            true => Force::Idr,
            false => Force::Nothing,
        };
        frames.extend(
            encoder
                .encode(&picture(config, frame), frame as u64, &force.into())
                .unwrap(),
        );
        assert!(
            config.b_frames > 0 || frames.len() == frame + 1,
            "no delay without B-frames"
        );
    }
    frames.extend(encoder.flush().unwrap());
    assert_eq!(frames.len(), FRAMES);
    frames
}

/// Decodes the clip and gives the worst PSNR of any plane of any picture.
fn worst_psnr(config: &EncoderConfig, frames: &[EncodedFrame]) -> f64 {
    let mut decoder = decoder(config.codec);
    let psnrs = frames.iter().flat_map(|frame| {
        let decoded = decoder.decode(&frame.data).unwrap();
        let original = picture(config, frame.index as usize);
        assert_eq!(
            (decoded.width, decoded.height),
            (original.width, original.height)
        );
        assert_eq!(
            (decoded.chroma, decoded.bit_depth),
            (original.chroma, original.bit_depth)
        );
        [0, 1, 2].map(|plane| psnr(&decoded, &original, plane))
    });
    psnrs.fold(f64::INFINITY, f64::min)
}

fn psnr(a: &Picture, b: &Picture, plane: usize) -> f64 {
    let samples = |p: &Picture| -> Vec<f64> {
        match p.sample_bytes() {
            1 => p.planes[plane].iter().map(|s| f64::from(*s)).collect(),
            _ => p.planes[plane]
                .chunks_exact(2)
                .map(|s| f64::from(u16::from_le_bytes([s[0], s[1]])))
                .collect(),
        }
    };
    let (a_samples, b_samples) = (samples(a), samples(b));
    assert_eq!(a_samples.len(), b_samples.len());
    let squares = a_samples
        .iter()
        .zip(&b_samples)
        .map(|(a, b)| (a - b).powi(2));
    let peak = f64::from((1u32 << a.bit_depth) - 1);
    10.0 * (peak * peak * a_samples.len() as f64 / squares.sum::<f64>()).log10()
}

fn types(frames: &[EncodedFrame]) -> Vec<FrameType> {
    frames.iter().map(|frame| frame.frame_type).collect()
}

fn each(codec: Codec, test: impl Fn(&BackEnd)) {
    if back_ends().len() < 4 {
        println!("x264 or x265 is not installed, or not wanted: it is skipped");
    }
    for back_end in back_ends()
        .iter()
        .filter(|back_end| back_end.codec == codec)
    {
        println!("{codec:?} by {}", back_end.name);
        test(back_end);
    }
}

fn each_codec(test: impl Fn(&BackEnd)) {
    for codec in [Codec::H264, Codec::Hevc] {
        each(codec, &test);
    }
}

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
