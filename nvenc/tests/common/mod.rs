//! Moving pictures to encode, and a look at what became of them.
#![allow(dead_code)] // each test program uses its part

pub(crate) mod probe;

use nvenc::{Codec, Error, HostFrame, Packet, Picture, PictureType, Session, SessionBuilder, Size};
use softdevice::codec::decoder;

/// A coded picture, kept.
#[derive(Clone, Debug)]
pub(crate) struct Coded {
    pub(crate) bytes: Vec<u8>,
    pub(crate) timestamp: i64,
    pub(crate) picture_type: PictureType,
    pub(crate) qp: u32,
    pub(crate) decode_timestamp: i64,
    pub(crate) duration: u64,
    pub(crate) tag: u64,
}

impl From<&Packet<'_>> for Coded {
    fn from(packet: &Packet<'_>) -> Self {
        Self {
            bytes: packet.to_vec(),
            timestamp: packet.timestamp(),
            picture_type: packet.picture_type(),
            qp: packet.average_qp(),
            decode_timestamp: packet.decode_timestamp(),
            duration: packet.duration(),
            tag: packet.tag(),
        }
    }
}

/// Starts building a session on the software device.
pub(crate) fn session(codec: Codec, size: impl Into<Size>) -> SessionBuilder {
    softdevice::activate().expect("the software device is built with the tests");
    let gpu = nvenc::open_device(0).expect("the software device is there");
    nvenc::Api::load()
        .unwrap()
        .open(&gpu)
        .unwrap()
        .session(codec, size)
}

/// Luma and chroma of frame `number`: a gradient that moves and a square that moves faster.
pub(crate) fn nv12(size: Size, number: usize) -> (Vec<u8>, Vec<u8>) {
    let (width, height) = (size.width as usize, size.height as usize);
    let square = |x: usize, y: usize| (x + width - 8 * number % width) % width < 32 && y % 64 < 32;
    let luma = |x: usize, y: usize| match square(x, y) {
        true => 200,
        false => 32 + ((x + y + 2 * number) % 256) as u8 / 2,
    };
    let y = (0..height)
        .flat_map(|y| (0..width).map(move |x| luma(x, y)))
        .collect();
    let uv = vec![(100 + number % 50) as u8; width * height / 2];
    (y, uv)
}

/// Encodes `count` moving frames; the pictures come in coding order.
pub(crate) fn encode(
    mut session: Session<HostFrame>,
    count: usize,
    picture: impl Fn(usize) -> Picture,
) -> Vec<Coded> {
    let mut coded = Vec::new();
    for number in 0..count {
        let (y, uv) = nv12(session.size(), number);
        let mut frame = session.host_frame().unwrap();
        frame.upload(&[&y, &uv]).unwrap();
        session.submit(frame, picture(number)).unwrap();
        while let Some(packet) = session.receive().unwrap() {
            coded.push(Coded::from(&packet));
        }
    }
    let mut drain = session.finish().unwrap();
    while let Some(packet) = drain.receive().unwrap() {
        coded.push(Coded::from(&packet));
    }
    coded
}

/// A frame of any format with a texture that moves.
pub(crate) fn paint(session: &mut Session<HostFrame>, number: usize) -> Result<HostFrame, Error> {
    let mut frame = session.host_frame()?;
    let (size, format) = (session.size(), session.format());
    let layout = format.planes(size, format.min_pitch(size), size.height as usize);
    let byte = |x: usize, y: usize| (64 + (x / 4 + y + 3 * number) % 96 + x * y % 7) as u8;
    let planes: Vec<Vec<u8>> = layout
        .iter()
        .map(|plane| {
            let rows = (0..plane.rows).flat_map(|y| (0..plane.row_bytes).map(move |x| (x, y)));
            rows.map(|(x, y)| byte(x, y)).collect()
        })
        .collect();
    let planes: Vec<&[u8]> = planes.iter().map(Vec::as_slice).collect();
    frame.upload(&planes)?;
    Ok(frame)
}

/// Decodes in coding order and gives the luma PSNR of each picture in dB.
pub(crate) fn luma_psnr(codec: Codec, size: Size, coded: &[Coded]) -> Vec<f64> {
    let codec = match codec {
        Codec::H264 => softdevice::codec::Codec::H264,
        _ => softdevice::codec::Codec::Hevc,
    };
    let mut decoder = decoder(codec);
    let psnr = |coded: &Coded| {
        let picture = decoder
            .decode(&coded.bytes)
            .expect("a decodable access unit");
        assert_eq!(
            (picture.width, picture.height),
            (size.width as usize, size.height as usize)
        );
        let (source, _) = nv12(size, coded.timestamp as usize);
        difference(&source, &picture.planes[0])
    };
    coded.iter().map(psnr).collect()
}

fn difference(a: &[u8], b: &[u8]) -> f64 {
    let squares: u64 = a
        .iter()
        .zip(b)
        .map(|(a, b)| u64::from(a.abs_diff(*b)).pow(2))
        .sum();
    let mean = squares as f64 / a.len() as f64;
    if mean == 0.0 {
        99.0
    } else {
        10.0 * (255.0 * 255.0 / mean).log10()
    }
}

/// Whether the codecs behind the device are x264 and x265, which know all controls.
pub(crate) fn has_controls() -> bool {
    let mut back_ends = softdevice::codec::back_ends().iter();
    let has = back_ends.next().is_some_and(|it| it.controls)
        && back_ends.next().is_some_and(|it| it.controls);
    if !has {
        println!("SKIPPED: x264 and x265 are not both there");
    }
    has
}

/// Types of the NAL units of a packet.
pub(crate) fn nal_types(codec: Codec, bytes: &[u8]) -> Vec<u8> {
    let starts = bytes.windows(4).filter(|it| it[..3] == [0, 0, 1]);
    starts
        .map(|it| match codec {
            Codec::H264 => it[3] & 0x1f,
            _ => it[3] >> 1 & 0x3f,
        })
        .collect()
}
