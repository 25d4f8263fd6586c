//! Streams cut anywhere, and damaged ones.

use nvenc_sys::CUresult;

use crate::{
    clips::{ALL, Clip},
    trace::*,
};

/// A small generator of pseudo-random numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit as u64) as usize
    }
}

fn events(clip: &Clip, mut chunk: impl FnMut() -> usize) -> String {
    let mut client = Client::new(clip.codec, 20, 2);
    let stream = clip.bytes();
    let mut rest = &stream[..];
    while !rest.is_empty() {
        let (now, later) = rest.split_at(chunk().min(rest.len()));
        client.feed(now);
        rest = later;
    }
    client.end();
    format!("{:?}", client.take())
}

#[test]
fn the_callbacks_are_the_same_however_the_stream_is_cut() {
    for clip in ALL.iter().filter(|clip| clip.is_annex_b()) {
        let whole = events(clip, || usize::MAX);
        assert!(events(clip, || 1) == whole, "{} byte by byte", clip.file);
        for seed in 1..20 {
            let mut random = Random(seed);
            let same = events(clip, || 1 + random.below(700)) == whole;
            assert!(same, "{} with seed {seed}", clip.file);
        }
    }
}

fn survive(clip: &Clip, packets: &[Vec<u8>]) {
    let mut client = Client::new(clip.codec, 8, 2);
    for packet in packets {
        assert_eq!(client.parse(packet, TIMESTAMP, 0), CUresult::CUDA_SUCCESS);
    }
    client.end();
    let events = client.take();
    assert!(displays(&events).len() <= decodes(&events).len() + packets.len());
}

#[test]
fn damaged_streams_do_no_harm() {
    let mut random = Random(20_181_124);
    for clip in ALL {
        for _ in 0..200 {
            let mut packets = clip.packets();
            for _ in 0..1 + random.below(40) {
                let packet = random.below(packets.len());
                let byte = random.below(packets[packet].len());
                packets[packet][byte] ^= 1 << random.below(8);
            }
            survive(&clip, &packets);
        }
    }
}

/// Parameter sets and headers are where damage reaches furthest.
#[test]
fn damaged_headers_do_no_harm() {
    let mut random = Random(8_112);
    for clip in ALL {
        for _ in 0..500 {
            let mut packets = clip.packets();
            for packet in &mut packets {
                let length = packet.len().min(64);
                packet[random.below(length)] = random.below(256) as u8;
            }
            survive(&clip, &packets);
        }
    }
}

#[test]
fn truncated_streams_do_no_harm() {
    let mut random = Random(77);
    for clip in ALL {
        for _ in 0..100 {
            let mut packets = clip.packets();
            for packet in &mut packets {
                let length = random.below(packet.len() + 1);
                packet.truncate(length);
            }
            survive(&clip, &packets);
        }
    }
}

#[test]
fn noise_does_no_harm() {
    let mut random = Random(4);
    for clip in ALL {
        let noise = (0..20).map(|_| (0..2000).map(|_| random.below(6) as u8).collect());
        survive(&clip, &noise.collect::<Vec<Vec<u8>>>());
    }
}
