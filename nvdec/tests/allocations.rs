//! What a picture costs on the heap of the program: nothing, once a stream is under way.
//!
//! In a process of its own, whose allocator counts. The software device is a shared object
//! with an allocator of its own, so only this crate is counted.

mod common;

use common::{clip, decoder, packets};
use nvdec::Decoder;
use softdevice::CountingAllocator;

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator::new();

/// Decodes what is pushed and downloads each frame; gives their number.
fn decode(decoder: &mut Decoder, data: &[&[u8]], planes: &mut [&mut [u8]]) -> usize {
    let mut frames = 0;
    for piece in data {
        let mut pictures = decoder.push(piece, 0);
        while let Some(picture) = pictures.next().unwrap() {
            picture.map().unwrap().download(planes).unwrap();
            frames += 1;
        }
    }
    frames
}

#[test]
fn a_picture_in_steady_state_allocates_nothing() {
    for name in ["hevc-b-pyramid-cropped.hevc", "vp9-hidden.ivf"] {
        let clip = clip(name);
        let data = packets(&clip);
        let mut decoder = decoder(clip.codec);
        decode_all(&mut decoder, name, &data);
    }
}

fn decode_all(decoder: &mut Decoder, name: &str, data: &[&[u8]]) {
    let (width, height) = if name.starts_with("vp9") {
        (320, 180)
    } else {
        (322, 182)
    };
    let (mut y, mut uv) = (vec![0; width * height], vec![0; width * height / 2]);
    let planes: &mut [&mut [u8]] = &mut [&mut y, &mut uv];
    decode(decoder, data, planes);
    let before = ALLOCATOR.count();
    let frames: usize = (0..10).map(|_| decode(decoder, data, planes)).sum();
    assert!(frames > 250, "{name}: {frames} frames");
    assert_eq!(
        ALLOCATOR.count() - before,
        0,
        "{name}: allocations in {frames} frames"
    );
}
