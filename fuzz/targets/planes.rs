//! Planes of any number and length, up and down: refused, or all of the picture.
#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary};
use nvenc::{Codec, PixelFormat};

#[derive(Arbitrary, Debug)]
struct Input {
    format: u8,
    size: (u8, u8),
    /// Of each plane: right, or so much more or less.
    lengths: Vec<i8>,
    pitch: u16,
    rows: u16,
}

const FORMATS: [PixelFormat; 8] = [
    PixelFormat::Nv12,
    PixelFormat::P010,
    PixelFormat::Iyuv,
    PixelFormat::Yv12,
    PixelFormat::Yuv444,
    PixelFormat::Yuv444P16,
    PixelFormat::Nv16,
    PixelFormat::P216,
];

libfuzzer_sys::fuzz_target!(|input: Input| {
    fuzz::device();
    layout(&input);
    upload(&input);
    download(&input);
    fuzz::assert_clean();
});

fn format(input: &Input) -> PixelFormat {
    FORMATS[usize::from(input.format) % FORMATS.len()]
}

fn size(input: &Input) -> (u32, u32) {
    (u32::from(input.size.0) + 1, u32::from(input.size.1) + 1)
}

/// Planes lie one behind the other, and within the surface.
fn layout(input: &Input) {
    let (format, size) = (format(input), size(input).into());
    let pitch = format.min_pitch(size).next_multiple_of(2) + 2 * usize::from(input.pitch);
    let rows = size.height as usize + usize::from(input.rows);
    let mut end = 0;
    for plane in format.planes(size, pitch, rows).iter() {
        assert!(plane.offset >= end && plane.row_bytes <= plane.pitch);
        end = plane.offset + plane.pitch * (plane.rows - 1) + plane.row_bytes;
    }
    assert!(end <= format.byte_len(pitch, rows));
}

fn lengths(input: &Input, right: impl Iterator<Item = usize>) -> (Vec<Vec<u8>>, bool) {
    let right: Vec<usize> = right.collect();
    let given = input.lengths.iter().take(8).enumerate();
    let planes: Vec<Vec<u8>> = given
        .map(|(number, more)| {
            let right = right.get(number).copied().unwrap_or_default();
            vec![number as u8; right.saturating_add_signed((*more).into())]
        })
        .collect();
    let fits = planes.iter().map(Vec::len).eq(right);
    (planes, fits)
}

fn upload(input: &Input) {
    let gpu = nvenc::open_device(0).unwrap();
    let encoder = nvenc::Api::load().unwrap().open(&gpu).unwrap();
    let (width, height) = size(input);
    let builder = encoder.session(Codec::Hevc, (width + 143, height + 63));
    let Ok(mut session) = builder.format(format(input)).start() else {
        return;
    };
    let mut frame: nvenc::HostFrame = session.host_frame().unwrap();
    let right = frame.planes();
    let (planes, fits) = lengths(input, right.iter().map(|it| it.row_bytes * it.rows));
    let planes: Vec<&[u8]> = planes.iter().map(Vec::as_slice).collect();
    assert_eq!(frame.upload(&planes).is_ok(), fits);
}

fn download(input: &Input) {
    let clip = include_bytes!("../../softdevice/tests/clips/cuvid/hevc_crop.h265");
    let gpu = nvdec::open_device(0).unwrap();
    let api = nvdec::Api::load().unwrap();
    let mut decoder = api.decoder(&gpu, nvdec::Codec::Hevc).start().unwrap();
    let mut pictures = decoder.push_last(clip, 0);
    let frame = pictures.next().unwrap().unwrap().map().unwrap();
    let right = frame.surface().planes();
    let (mut planes, fits) = lengths(input, right.iter().map(|it| it.row_bytes * it.rows));
    let mut planes: Vec<&mut [u8]> = planes.iter_mut().map(Vec::as_mut_slice).collect();
    assert_eq!(frame.download(&mut planes).is_ok(), fits);
}
