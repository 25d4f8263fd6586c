//! What a stream says of its colours goes through encoder and decoder, and through both again.

use nvdec::{Colour, ContentLight, MasteringDisplay, StreamInfo};
use nvenc::{Codec, Picture, PixelFormat, RateControl, Sei, cudarc::driver::CudaContext};
use std::{error::Error, sync::Arc};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const SIZE: (u32, u32) = (320, 192);
/// Unregistered user data: a UUID and bytes that need emulation prevention.
const USER_DATA: [u8; 24] = [
    7, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 0, 0, 0, 1, 0, 0, 3, 0,
];

/// What is to be in the stream.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Said {
    colour: Colour,
    display: MasteringDisplay,
    light: ContentLight,
}

fn encode(gpu: &Arc<CudaContext>, codec: Codec, said: Said) -> Result<Vec<u8>> {
    let format = match codec {
        Codec::Hevc => PixelFormat::P010,
        _ => PixelFormat::Nv12,
    };
    let builder = nvenc::Api::load()?.open(gpu)?.session(codec, SIZE);
    let builder = builder
        .format(format)
        .rate_control(RateControl::const_qp(30))
        .colour(said.colour)
        .hdr10(said.display, said.light);
    let mut session = builder.start()?;
    let mut stream = Vec::new();
    for number in 0..4 {
        let mut frame = session.host_frame()?;
        let planes = frame.planes();
        let bytes: Vec<Vec<u8>> = planes
            .iter()
            .map(|plane| vec![number; plane.row_bytes * plane.rows])
            .collect();
        let bytes: Vec<&[u8]> = bytes.iter().map(Vec::as_slice).collect();
        frame.upload(&bytes)?;
        let message = [Sei::new(5, &USER_DATA)];
        session.submit_with(frame, Picture::default(), &message)?;
        while let Some(packet) = session.receive()? {
            stream.extend_from_slice(&packet);
        }
    }
    let mut drain = session.finish()?;
    while let Some(packet) = drain.receive()? {
        stream.extend_from_slice(&packet);
    }
    Ok(stream)
}

/// What the stream says of itself, and the user data with each picture.
fn decode(
    gpu: &Arc<CudaContext>,
    codec: Codec,
    stream: &[u8],
) -> Result<(StreamInfo, Vec<Vec<u8>>)> {
    let codec = match codec {
        Codec::Hevc => nvdec::Codec::Hevc,
        _ => nvdec::Codec::H264,
    };
    let mut decoder = nvdec::Api::load()?.decoder(gpu, codec).sei().start()?;
    let mut data = Vec::new();
    let mut pictures = decoder.push(stream, 0);
    while let Some(picture) = pictures.next()? {
        data.extend(user_data(picture.sei()));
    }
    drop(pictures);
    let info = decoder.info().cloned().ok_or("no sequence header")?;
    let mut pictures = decoder.finish();
    while let Some(picture) = pictures.next()? {
        data.extend(user_data(picture.sei()));
    }
    Ok((info, data))
}

fn user_data(messages: &[nvdec::Sei]) -> impl Iterator<Item = Vec<u8>> {
    let own = messages
        .iter()
        .filter(|sei| sei.kind == 5 && sei.payload.starts_with(&USER_DATA[..16]));
    own.map(|sei| sei.payload.clone())
}

fn said(info: &StreamInfo) -> Option<Said> {
    Some(Said {
        colour: info.colour,
        display: info.mastering_display?,
        light: info.content_light?,
    })
}

#[test]
fn hdr10_and_messages_survive_two_generations() -> Result<()> {
    softdevice::activate()?;
    let gpu = nvenc::open_device(0)?;
    let first = Said {
        colour: Colour::BT2020_PQ,
        display: MasteringDisplay::p3_d65(10_000_000, 50),
        light: ContentLight {
            max_content: 1000,
            max_average: 400,
        },
    };
    for codec in [Codec::Hevc, Codec::H264] {
        let stream = encode(&gpu, codec, first)?;
        let (info, data) = decode(&gpu, codec, &stream)?;
        assert_eq!(said(&info), Some(first), "{codec}");
        assert_eq!(data, vec![USER_DATA.to_vec(); 4], "{codec}");
        let again = said(&info).ok_or("nothing said")?;
        let (info, _) = decode(&gpu, codec, &encode(&gpu, codec, again)?)?;
        assert_eq!(said(&info), Some(first), "{codec}, again");
    }
    Ok(())
}
