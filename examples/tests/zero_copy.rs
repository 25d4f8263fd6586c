//! From the decoder to the encoder without a copy.
//!
//! A process of its own, whose driver calls are counted.

use nvenc::{Picture, RateControl, Session};
use softdevice::faults;

/// Decoded and encoded again; gives the packets.
fn transcode(stream: &[u8]) -> Result<usize, Box<dyn std::error::Error>> {
    let gpu = nvenc::open_device(0)?;
    let decoder = nvdec::Api::load()?.decoder(&gpu, nvdec::Codec::H264);
    let mut decoder = decoder.start()?;
    let mut pictures = decoder.push_last(stream, 0);
    let first = pictures.next()?.expect("a picture").map()?;
    let encoder = nvenc::Api::load()?.open(&gpu)?;
    let builder = encoder.session(nvenc::Codec::Hevc, first.surface().size);
    let rate = RateControl::const_qp(30);
    let mut session: Session<nvdec::Frame> = builder.rate_control(rate).start()?;
    session.submit(first, Picture::default())?;
    let mut packets = 0;
    while let Some(picture) = pictures.next()? {
        session.submit(picture.map()?, Picture::default())?;
        while session.receive()?.is_some() {
            packets += 1;
        }
    }
    let mut drain = session.finish()?;
    while drain.receive()?.is_some() {
        packets += 1;
    }
    Ok(packets)
}

#[test]
fn frames_of_the_decoder_are_encoded_where_they_lie() {
    softdevice::activate().unwrap();
    let clip = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../softdevice/tests/clips/h264-high.h264"
    );
    let stream = std::fs::read(clip).unwrap();
    faults::set("");
    let packets = transcode(&stream).unwrap();
    let counts = faults::counts();
    faults::clear();
    let frames = std::fs::read_to_string(clip.replace(".h264", ".md5")).unwrap();
    let frames = frames.lines().count();
    assert_eq!(packets, frames);
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
