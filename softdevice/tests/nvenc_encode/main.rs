//! Pictures through NVENC and back through a decoder.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

#[path = "../common/mod.rs"]
mod common;

mod order;
mod pixels;

use common::*;
use nvenc_sys::*;
use softdevice::codec::{Codec, decoder};

const NV12: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12;
const IYUV: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_IYUV;
const YUV444: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV444;
const P010: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_YUV420_10BIT;
const ARGB: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_ARGB;

const WIDTH: usize = 192;
const HEIGHT: usize = 128;
const SIZE: (u32, u32) = (WIDTH as u32, HEIGHT as u32);

const H264: GUID = NV_ENC_CODEC_H264_GUID;
const HEVC: GUID = NV_ENC_CODEC_HEVC_GUID;

fn codec(guid: GUID) -> Codec {
    if guid == H264 {
        Codec::H264
    } else {
        Codec::Hevc
    }
}

/// Luma of the nth picture: a slope that moves.
fn luma(n: usize) -> Vec<u8> {
    let rows = (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x, y)));
    rows.map(|(x, y)| 40 + ((x + y + n * 3) % 160) as u8)
        .collect()
}

/// The nth picture as NV12, rows of `WIDTH` bytes; U and V differ.
fn nv12(n: usize) -> Vec<u8> {
    let chroma = [100, 150].repeat(WIDTH * HEIGHT / 4);
    [luma(n), chroma].concat()
}

fn psnr(a: &[u8], b: &[u8]) -> f64 {
    assert_eq!(a.len(), b.len());
    let squares = a
        .iter()
        .zip(b)
        .map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2));
    let mean = squares.sum::<f64>() / a.len() as f64;
    10.0 * (255.0 * 255.0 / mean.max(1e-9)).log10()
}

/// Codes pictures of a format and gives the packets in the order of their locks.
fn code(setup: &mut Setup, format: NV_ENC_BUFFER_FORMAT, pictures: &[Vec<u8>]) -> Vec<Packet> {
    let session = Session::start(setup);
    let row = pictures[0].len() / rows(format);
    let buffers: Vec<Handle> = pictures.iter().map(|_| session.output()).collect();
    let outputs: Vec<Handle> = pictures
        .iter()
        .zip(buffers)
        .enumerate()
        .map(|(n, (bytes, output))| {
            let input = session.input(format, SIZE.0, SIZE.1);
            session.fill(input, row, bytes);
            let mut picture = picture(input, output, format, SIZE);
            (picture.inputTimeStamp, picture.inputDuration) = (1000 + n as u64, 7);
            let status = enc!(session, nvEncEncodePicture(&mut picture));
            let fine = [S::NV_ENC_SUCCESS, S::NV_ENC_ERR_NEED_MORE_INPUT].contains(&status);
            assert!(fine, "{}", session.error());
            output
        })
        .collect();
    assert_eq!(session.end(), S::NV_ENC_SUCCESS);
    assert_eq!(session.end(), S::NV_ENC_SUCCESS, "clients send it twice");
    outputs
        .into_iter()
        .map(|output| session.take(output))
        .collect()
}

/// Rows of pitch bytes that a picture takes.
fn rows(format: NV_ENC_BUFFER_FORMAT) -> usize {
    match format {
        YUV444 => HEIGHT * 3,
        ARGB => HEIGHT,
        _ => HEIGHT * 3 / 2,
    }
}

/// Decoded pictures by their number in the source.
fn decode(codec: Codec, packets: &[Packet]) -> Vec<softdevice::picture::Picture> {
    let mut decoder = decoder(codec);
    let mut pictures: Vec<_> = packets
        .iter()
        .map(|packet| (packet.timestamp, decoder.decode(&packet.data).unwrap()))
        .collect();
    pictures.sort_by_key(|(timestamp, _)| *timestamp);
    pictures.into_iter().map(|(_, picture)| picture).collect()
}
