//! The clips of `tests/clips`, and a device to decode them on.
#![allow(dead_code)] // each test program uses its part

use nvdec::{
    Api, Area, Codec, Decoder, DecoderBuilder, Error, Frame, Pictures, PixelFormat, Size,
    cudarc::driver::CudaContext,
};
use std::{fs, path::Path, sync::Arc};

/// Tests run on the software device, or on a real GPU when this variable is set.
pub(crate) const ON_GPU: &str = "NVCODEC_TEST_ON_GPU";

pub(crate) fn gpu() -> Arc<CudaContext> {
    if std::env::var_os(ON_GPU).is_none() {
        softdevice::activate().expect("the software device is built with the tests");
    }
    nvdec::open_device(0).expect("a device")
}

pub(crate) fn decoder(codec: Codec) -> Decoder {
    let gpu = gpu();
    let api = nvdec::Api::load().unwrap();
    api.decoder(&gpu, codec).start().unwrap()
}

/// A stream, and what its frames are in display order.
pub(crate) struct Clip {
    pub(crate) codec: Codec,
    pub(crate) data: Vec<u8>,
    /// The MD5 sum of each frame; none for codecs whose decoders may differ in the last bits.
    pub(crate) md5: Vec<String>,
    /// For those: the mean of each block of 16x16 samples of each plane of each frame.
    pub(crate) means: Vec<u8>,
}

pub(crate) fn clip(name: &str) -> Clip {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/clips")
        .join(name);
    let data = fs::read(&path).unwrap();
    let sums = fs::read_to_string(path.with_extension("md5")).unwrap_or_default();
    Clip {
        codec: codec(name, &data),
        data,
        md5: sums.lines().map(str::to_owned).collect(),
        means: fs::read(path.with_extension("means")).unwrap_or_default(),
    }
}

fn codec(name: &str, data: &[u8]) -> Codec {
    match name.rsplit('.').next() {
        Some("h264") => Codec::H264,
        Some("hevc") => Codec::Hevc,
        Some("m1v") => Codec::Mpeg1,
        Some("m2v") => Codec::Mpeg2,
        Some("m4v") => Codec::Mpeg4,
        Some("mjpeg") => Codec::Jpeg,
        Some("vc1") => Codec::Vc1,
        _ => match &data[8..12] {
            b"VP80" => Codec::Vp8,
            b"VP90" => Codec::Vp9,
            b"AV01" => Codec::Av1,
            other => panic!("{name}: {other:?}"),
        },
    }
}

/// What is pushed at once: an IVF file's packets, pictures of JPEG and VC-1, or a byte stream whole.
pub(crate) fn packets(clip: &Clip) -> Vec<&[u8]> {
    match clip.codec {
        Codec::Vp8 | Codec::Vp9 | Codec::Av1 => ivf_packets(&clip.data),
        Codec::Jpeg => jpeg_pictures(&clip.data),
        Codec::Vc1 => vc1_pictures(&clip.data),
        _ => vec![&clip.data],
    }
}

fn ivf_packets(data: &[u8]) -> Vec<&[u8]> {
    let mut packets = Vec::new();
    let mut rest = &data[32..];
    while let [a, b, c, d, ..] = *rest {
        let (packet, after) = rest[12..].split_at(u32::from_le_bytes([a, b, c, d]) as usize);
        packets.push(packet);
        rest = after;
    }
    packets
}

/// Cut between an end-of-image marker and the start of the next.
fn jpeg_pictures(data: &[u8]) -> Vec<&[u8]> {
    let starts = |at: &usize| data[*at..].starts_with(&[0xff, 0xd8, 0xff]);
    let mut cuts: Vec<usize> = (0..data.len()).filter(starts).collect();
    cuts.push(data.len());
    cuts.windows(2).map(|cut| &data[cut[0]..cut[1]]).collect()
}

/// Each frame (start code 0x0d) with the headers before it.
fn vc1_pictures(data: &[u8]) -> Vec<&[u8]> {
    let frames = (0..data.len()).filter(|at| data[*at..].starts_with(&[0, 0, 1, 0x0d]));
    let next = |frame: usize| {
        let after = &data[frame + 4..];
        let length = after.windows(3).position(|code| code == [0, 0, 1]);
        frame + 4 + length.unwrap_or(after.len())
    };
    let mut cuts = vec![0];
    cuts.extend(frames.map(next));
    cuts.windows(2).map(|cut| &data[cut[0]..cut[1]]).collect()
}

/// Maps every picture that is due and hands it on.
pub(crate) fn each(mut pictures: Pictures<'_>, mut take: impl FnMut(Frame)) -> Result<(), Error> {
    while let Some(picture) = pictures.next()? {
        take(picture.map()?);
    }
    Ok(())
}

pub(crate) fn md5(frame: &Frame) -> String {
    format!("{:x}", md5::compute(frame.to_vec().unwrap()))
}

/// The access units of a byte stream that begins each with a delimiter (NAL type 9).
pub(crate) fn access_units(clip: &Clip) -> Vec<&[u8]> {
    let begins = |at: &usize| clip.data[*at..].starts_with(&[0, 0, 0, 1, 9]);
    let starts: Vec<usize> = (0..clip.data.len()).filter(begins).collect();
    let ends = starts[1..].iter().copied().chain([clip.data.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(start, end)| &clip.data[*start..end])
        .collect()
}

/// Which access unit of h264-b-frames.h264 is shown first, second and so on.
pub(crate) const DISPLAY_ORDER: [i64; 30] = [
    0, 3, 2, 4, 1, 7, 6, 8, 5, 11, 10, 12, 9, 14, 13, 15, 17, 18, 16, 21, 20, 22, 19, 25, 24, 26,
    23, 28, 29, 27,
];

/// Cut before every `00 00 01`.
pub(crate) fn nal_units(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    let starts = |at: &usize| data[*at..].starts_with(&[0, 0, 1]);
    let mut cuts: Vec<usize> = (0..data.len()).filter(starts).collect();
    cuts.push(data.len());
    let pieces: Vec<&[u8]> = cuts.windows(2).map(|cut| &data[cut[0]..cut[1]]).collect();
    pieces.into_iter()
}

pub(crate) fn builder(codec: Codec) -> DecoderBuilder {
    let gpu = gpu();
    Api::load().unwrap().decoder(&gpu, codec)
}

/// What `take` makes of each frame of a byte stream.
pub(crate) fn frames<T>(
    name: &str,
    change: impl FnOnce(DecoderBuilder) -> DecoderBuilder,
    mut take: impl FnMut(&Frame) -> T,
) -> Result<Vec<T>, Error> {
    let clip = clip(name);
    let mut decoder = change(builder(clip.codec)).start()?;
    let mut taken = Vec::new();
    each(decoder.push_last(&clip.data, 0), |frame| {
        taken.push(take(&frame));
    })?;
    Ok(taken)
}

pub(crate) fn bytes(frame: &Frame) -> Vec<u8> {
    frame.to_vec().unwrap()
}

/// An area with even sides of a picture of `size`.
pub(crate) fn cut(picture: &[u8], size: Size, format: PixelFormat, area: Area) -> Vec<u8> {
    let [left, top, right, bottom] =
        [area.left, area.top, area.right, area.bottom].map(|side| side as usize);
    let pitch = format.min_pitch(size);
    let sample = format.min_pitch(Size::new(2, 1)) / 2;
    let planes = format.planes(size, pitch, size.height as usize);
    let rows = planes.iter().flat_map(|plane| {
        let of_luma = size.height as usize / plane.rows;
        let rows = picture[plane.offset..].chunks(pitch);
        rows.take(bottom / of_luma).skip(top / of_luma)
    });
    rows.flat_map(|row| &row[left * sample..right * sample])
        .copied()
        .collect()
}
