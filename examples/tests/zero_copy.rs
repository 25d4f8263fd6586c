//! From the decoder to the encoder without a copy.
//!
//! A process of its own, whose driver calls are counted.

use nvdec::Area;
use nvenc::{Picture, RateControl, Session};
use softdevice::faults;
use std::sync::{Mutex, PoisonError};

/// Calls are counted for the whole process.
static COUNTING: Mutex<()> = Mutex::new(());

const CLIP: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../softdevice/tests/clips/h264-high.h264"
);

fn stream() -> Vec<u8> {
    softdevice::activate().unwrap();
    std::fs::read(CLIP).unwrap()
}

/// Decoded and encoded again, or an area of it; gives the packets.
fn transcode(
    stream: &[u8],
    area: Option<Area>,
) -> Result<Vec<Vec<u8>>, Box<dyn std::error::Error>> {
    let gpu = nvenc::open_device(0)?;
    let mut decoder = nvdec::Api::load()?.decoder(&gpu, nvdec::Codec::H264);
    if let Some(area) = area {
        decoder = decoder.crop(area);
    }
    let mut decoder = decoder.start()?;
    let mut pictures = decoder.push_last(stream, 0);
    let first = pictures.next()?.expect("a picture").map()?;
    let encoder = nvenc::Api::load()?.open(&gpu)?;
    let builder = encoder.session(nvenc::Codec::Hevc, first.surface().size);
    let rate = RateControl::const_qp(30);
    let mut session: Session<nvdec::Frame> = builder.rate_control(rate).start()?;
    session.submit(first, Picture::default())?;
    let mut packets = Vec::new();
    while let Some(picture) = pictures.next()? {
        session.submit(picture.map()?, Picture::default())?;
        while let Some(packet) = session.receive()? {
            packets.push(packet.to_vec());
        }
    }
    let mut drain = session.finish()?;
    while let Some(packet) = drain.receive()? {
        packets.push(packet.to_vec());
    }
    Ok(packets)
}

#[test]
fn frames_of_the_decoder_are_encoded_where_they_lie() {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let stream = stream();
    faults::set("");
    let packets = transcode(&stream, None).unwrap();
    let counts = faults::counts();
    faults::clear();
    let frames = std::fs::read_to_string(CLIP.replace(".h264", ".md5")).unwrap();
    let frames = frames.lines().count();
    assert_eq!(packets.len(), frames);
    let count = |function: &str| {
        let found = counts.iter().filter(|(name, _)| name.starts_with(function));
        found.map(|(_, count)| *count).sum::<u64>()
    };
    assert_eq!(count("cuvidMapVideoFrame"), frames as u64);
    assert_eq!(count("nvEncMapInputResource"), frames as u64);
    assert_eq!(count("cuMemcpy"), 0, "copies of pictures: {counts:?}");
    assert!(count("nvEncRegisterResource") < 20, "{counts:?}");
    assert!(softdevice::report().is_empty(), "{}", softdevice::report());
}

/// The luma of each frame.
fn luma(codec: nvdec::Codec, stream: &[u8], area: Option<Area>) -> Vec<Vec<u8>> {
    let gpu = nvdec::open_device(0).unwrap();
    let mut decoder = nvdec::Api::load().unwrap().decoder(&gpu, codec);
    if let Some(area) = area {
        decoder = decoder.crop(area);
    }
    let mut decoder = decoder.start().unwrap();
    let mut pictures = decoder.push_last(stream, 0);
    let mut found = Vec::new();
    while let Some(picture) = pictures.next().unwrap() {
        let frame = picture.map().unwrap();
        let mut luma = frame.to_vec().unwrap();
        luma.truncate(frame.size().pixels() as usize);
        found.push(luma);
    }
    found
}

/// The decoder begins two columns earlier than what is encoded, which lies within its surface.
#[test]
fn an_area_is_encoded_where_it_lies() {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let (stream, area) = (stream(), Some(Area::new(2, 0, 170, 144)));
    let coded = transcode(&stream, area).unwrap().concat();
    let (coded, direct) = (
        luma(nvdec::Codec::Hevc, &coded, None),
        luma(nvdec::Codec::H264, &stream, area),
    );
    assert_eq!(coded.len(), direct.len());
    for (coded, direct) in coded.iter().zip(&direct) {
        let differences = coded.iter().zip(direct).map(|(a, b)| a.abs_diff(*b));
        let sum: u64 = differences.map(u64::from).sum();
        assert!(sum < 4 * direct.len() as u64, "{sum} of {}", direct.len());
    }
    assert!(softdevice::report().is_empty(), "{}", softdevice::report());
}

/// Rows before it would part its luma from its chroma.
#[test]
fn an_area_whose_first_row_is_no_multiple_of_four_is_refused() {
    let _counting = COUNTING.lock().unwrap_or_else(PoisonError::into_inner);
    let refused = transcode(&stream(), Some(Area::new(4, 2, 164, 142))).unwrap_err();
    let said = "the frame has 141 rows of 256 bytes, NVENC needs 160x140 without padding rows";
    assert_eq!(refused.to_string(), said);
}
