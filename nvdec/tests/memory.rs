//! What a stream can make a decoder keep on the heap of the program: no more than is stated,
//! whatever comes and however much of it.
//!
//! In a process of its own, whose allocator counts. The software device is a shared object
//! with an allocator of its own, so only this crate is counted.

mod common;

use common::{clip, gpu, packets};
use nvdec::{Api, Codec, Decoder, Error};
use softdevice::{CountingAllocator, faults};
use std::sync::{Mutex, MutexGuard, PoisonError};

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator::new();

/// Bytes are counted for the whole process.
static COUNTING: Mutex<()> = Mutex::new(());

/// What `DecoderBuilder::sei` states for a picture; there is one to come, one that the parser
/// gets, and the piece that is being read.
const SEI_LIMIT: usize = 3 * (1 << 20);

fn counting() -> MutexGuard<'static, ()> {
    COUNTING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn decoder(codec: Codec) -> Decoder {
    let gpu = gpu();
    let builder = Api::load().unwrap().decoder(&gpu, codec);
    builder.sei().start().unwrap()
}

/// Pushes what is no stream so often, and gives the most bytes that this held.
fn most_bytes(decoder: &mut Decoder, piece: &[u8], times: usize) -> usize {
    let before = ALLOCATOR.bytes();
    let held = |_| {
        drop(decoder.push(piece, 0));
        ALLOCATOR.bytes().saturating_sub(before)
    };
    (0..times).map(held).max().unwrap_or(0)
}

#[test]
fn messages_without_end_are_not_kept() {
    let _counting = counting();
    // User data of 250 bytes each, and empty ones, which take more memory than input.
    let mut full = vec![5, 250];
    full.extend([7; 250]);
    for (codec, header) in [
        (Codec::H264, &[0, 0, 1, 6][..]),
        (Codec::Hevc, &[0, 0, 1, 78, 1]),
    ] {
        for message in [&full[..], &[4, 0]] {
            let mut piece = header.to_vec();
            (0..200).for_each(|_| piece.extend(message));
            piece.push(0x80);
            let held = most_bytes(&mut decoder(codec), &piece.repeat(10), 200);
            assert!(held <= SEI_LIMIT, "{codec}: {held} bytes");
        }
    }
}

#[test]
fn bytes_without_a_picture_are_not_kept() {
    let _counting = counting();
    for codec in [Codec::H264, Codec::Hevc, Codec::Vp9] {
        let mut decoder = decoder(codec);
        for piece in [
            vec![0x55; 100_000],
            [0, 0, 1].repeat(1000),
            vec![0; 100_000],
        ] {
            let held = most_bytes(&mut decoder, &piece, 20);
            assert!(held <= 100_000, "{codec}: {held} bytes");
        }
    }
}

#[test]
fn pictures_shown_again_without_end_are_shown_and_not_kept() {
    let _counting = counting();
    let clip = clip("vp9-hidden.ivf");
    let mut decoder = decoder(clip.codec);
    faults::set("cuvidDecodePicture:4=999"); // whose display never comes
    for packet in &packets(&clip)[..6] {
        take_all(&mut decoder, packet);
    }
    let before = ALLOCATOR.bytes();
    let shown: usize = (0..2000).map(|_| take_all(&mut decoder, &[0x88])).sum();
    let held = ALLOCATOR.bytes().saturating_sub(before);
    faults::clear();
    // Some are held back while others follow.
    assert!(shown >= 1990, "{shown} shown");
    assert!(held <= 100_000, "{held} bytes");
}

/// Takes and drops what is due; gives the number.
fn take_all(decoder: &mut Decoder, packet: &[u8]) -> usize {
    let mut pictures = decoder.push(packet, 0);
    let mut taken = 0;
    loop {
        match pictures.next() {
            Ok(Some(_)) => taken += 1,
            Ok(None) => return taken,
            Err(Error::Driver { .. }) => {}
            Err(error) => panic!("{error}"),
        }
    }
}
