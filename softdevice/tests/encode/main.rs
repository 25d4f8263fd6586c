//! Encodes moving pictures with each back end of this machine, and decodes them again.

mod headers;
mod order;
mod pictures;
mod rate;

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
