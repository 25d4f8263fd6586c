//! Streams that are damaged, cut off, mixed up or no streams at all: they end in errors or in
//! frames, and leave a decoder that decodes the next stream right.

mod common;

use common::{Clip, clip, decoder, md5, packets};
use nvdec::{Decoder, Error};

const CLIPS: [&str; 4] = [
    "h264-refs.h264",
    "h264-interlaced.h264",
    "hevc-144x144.hevc",
    "vp9-hidden.ivf",
];

/// A generator of numbers that are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

/// Pushes packets whatever comes of it, and maps every picture; gives their number. A picture
/// for each that was decoded is all that may come of it.
fn survive(decoder: &mut Decoder, packets: &[Vec<u8>]) -> usize {
    let mut frames = 0;
    for (number, packet) in packets.iter().enumerate() {
        frames += drain(decoder.push(packet, number as i64));
    }
    frames + drain(decoder.finish())
}

fn drain(mut pictures: nvdec::Pictures<'_>) -> usize {
    let mut frames = 0;
    loop {
        match pictures.next() {
            Ok(Some(picture)) => {
                picture.map().unwrap().to_vec().unwrap();
                frames += 1;
            }
            Ok(None) => return frames,
            Err(Error::SurfacesInUse { .. }) => panic!("frames are dropped at once"),
            Err(_) => {}
        }
    }
}

fn whole(decoder: &mut Decoder, clip: &Clip) {
    let mut sums = Vec::new();
    for packet in packets(clip) {
        common::each(decoder.push(packet, 0), |frame| sums.push(md5(&frame))).unwrap();
    }
    common::each(decoder.finish(), |frame| sums.push(md5(&frame))).unwrap();
    assert_eq!(sums, clip.md5, "after a damaged stream");
}

/// Decodes what `damage` makes of each clip, a few times, and then the clip itself.
fn check(times: usize, mut damage: impl FnMut(&mut Numbers, &mut Vec<Vec<u8>>)) {
    for name in CLIPS {
        let clip = clip(name);
        let mut decoder = decoder(clip.codec);
        let mut numbers = Numbers(20261123);
        for _ in 0..times {
            let mut packets: Vec<Vec<u8>> =
                packets(&clip).into_iter().map(<[u8]>::to_vec).collect();
            damage(&mut numbers, &mut packets);
            let frames = survive(&mut decoder, &packets);
            // Each of three parts that are there twice can double the pictures.
            assert!(frames <= 8 * clip.md5.len(), "{name}: {frames} frames");
        }
        whole(&mut decoder, &clip);
    }
}

#[test]
fn streams_that_are_cut_off() {
    check(25, |numbers, packets| {
        let last = numbers.below(packets.len());
        packets.truncate(last + 1);
        let packet = &mut packets[last];
        packet.truncate(numbers.below(packet.len()));
    });
}

#[test]
fn streams_with_wrong_bits() {
    check(25, |numbers, packets| {
        for _ in 0..1 + numbers.below(30) {
            let packet = numbers.below(packets.len());
            let packet = &mut packets[packet];
            let at = numbers.below(packet.len());
            packet[at] ^= 1 << numbers.below(8);
        }
    });
}

#[test]
fn streams_with_holes() {
    check(25, |numbers, packets| {
        for _ in 0..1 + numbers.below(3) {
            let packet = numbers.below(packets.len());
            let packet = &mut packets[packet];
            let start = numbers.below(packet.len());
            let end = (start + numbers.below(2000)).min(packet.len());
            packet.drain(start..end);
        }
        let dropped = numbers.below(packets.len());
        packets.remove(dropped);
    });
}

#[test]
fn streams_of_which_parts_are_twice_or_out_of_place() {
    check(25, |numbers, packets| {
        for _ in 0..1 + numbers.below(3) {
            let packet = numbers.below(packets.len());
            let packet = &mut packets[packet];
            let start = numbers.below(packet.len());
            let end = (start + numbers.below(3000)).min(packet.len());
            let part = packet[start..end].to_vec();
            let place = numbers.below(packet.len());
            packet.splice(place..place, part);
        }
        let (a, b) = (numbers.below(packets.len()), numbers.below(packets.len()));
        packets.swap(a, b);
    });
}

#[test]
fn noise_with_headers_in_it() {
    check(250, |numbers, packets| {
        for packet in packets.iter_mut() {
            let keep = numbers.below(64);
            for byte in packet.iter_mut().skip(keep) {
                *byte = numbers.below(256) as u8;
            }
            for _ in 0..numbers.below(20) {
                let at = numbers.below(packet.len().saturating_sub(4));
                if let Some(code) = packet.get_mut(at..at + 3) {
                    code.copy_from_slice(&[0, 0, 1]);
                }
            }
        }
    });
}

#[test]
fn every_codec_survives_noise() {
    let mut numbers = Numbers(3);
    let noise: Vec<u8> = (0..20_000).map(|_| numbers.below(256) as u8).collect();
    let gpu = common::gpu();
    let api = nvdec::Api::load().unwrap();
    for codec in api.codecs(&gpu).unwrap() {
        let mut decoder = api.decoder(&gpu, codec).start().unwrap();
        let packets: Vec<Vec<u8>> = noise.chunks(1000).map(<[u8]>::to_vec).collect();
        survive(&mut decoder, &packets);
        survive(&mut decoder, &[Vec::new(), vec![0; 5000], vec![0xff; 5000]]);
    }
}
