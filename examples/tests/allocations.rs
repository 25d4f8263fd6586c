//! What a frame costs on the heap on its way from the decoder to the encoder: nothing.
//!
//! In a process of its own, whose allocator counts; the software device has its own.

use nvdec::{Decoder, Frame};
use nvenc::{Picture, Session};
use softdevice::CountingAllocator;

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator::new();

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Decodes the stream and encodes its frames where they lie; gives their number.
fn transcode(decoder: &mut Decoder, session: &mut Session<Frame>, stream: &[u8]) -> Result<u32> {
    let (mut frames, mut pictures) = (0, decoder.push(stream, 0));
    while let Some(picture) = pictures.next()? {
        let said = Picture::at(picture.timestamp());
        session.submit(picture.map()?, said)?;
        frames += 1;
        while let Some(packet) = session.receive()? {
            assert!(!packet.is_empty());
        }
    }
    Ok(frames)
}

#[test]
fn a_decoded_frame_is_encoded_without_an_allocation() -> Result<()> {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_CODEC", "null") };
    softdevice::activate()?;
    let clips = concat!(env!("CARGO_MANIFEST_DIR"), "/../softdevice/tests/clips/");
    let stream = std::fs::read(format!("{clips}h264-high.h264"))?;
    let gpu = nvenc::open_device(0)?;
    let mut decoder = nvdec::Api::load()?
        .decoder(&gpu, nvdec::Codec::H264)
        .start()?;
    let size = {
        let mut pictures = decoder.push(&stream, 0);
        let first = pictures.next()?.ok_or("no picture")?;
        nvenc::DeviceFrame::surface(&first.map()?).size
    };
    let encoder = nvenc::Api::load()?.open(&gpu)?;
    let mut session = encoder.session(nvenc::Codec::Hevc, size).start()?;
    for _ in 0..3 {
        transcode(&mut decoder, &mut session, &stream)?;
    }
    let before = ALLOCATOR.count();
    let mut frames = 0;
    for _ in 0..10 {
        frames += transcode(&mut decoder, &mut session, &stream)?;
    }
    let allocations = ALLOCATOR.count() - before;
    assert!(frames >= 100, "{frames} frames");
    assert_eq!(allocations, 0, "in {frames} frames");
    Ok(())
}
