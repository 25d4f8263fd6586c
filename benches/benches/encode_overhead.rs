//! # What the safe session adds to a frame
//!
//! 8K device frames through `nvenc::Session`, against the tightest loop over the C functions that
//! makes the same calls (map, encode, lock, unlock, unmap), four frames in flight. The codec
//! behind both does nothing, so all that is measured is the host's work: the calls themselves
//! and what the crate does around them. The difference is what safety costs.

use benches::{Picture, SIZE, null_device, raw_session::RawSession};
use criterion::{Criterion, criterion_group, criterion_main};
use nvenc::{Api, Codec, Session};
use std::num::NonZeroU32;

const DEPTH: u32 = 4;

fn encode_overhead(criterion: &mut Criterion) {
    let context = null_device();
    let pictures: Vec<Picture> = (0..DEPTH).map(|_| Picture::new(&context)).collect();
    let mut group = criterion.benchmark_group("encode_overhead");

    let encoder = Api::load().unwrap().open(&context).unwrap();
    let builder = encoder
        .session(Codec::Hevc, SIZE)
        .in_flight(NonZeroU32::new(DEPTH).unwrap());
    let mut session: Session<Picture> = builder.start().unwrap();
    let mut next = pictures.iter().cycle().cloned();
    let mut frame = || {
        let picture = next.next().unwrap();
        session.submit(picture, nvenc::Picture::default()).unwrap();
        let mut packets = 0;
        while let Some(packet) = session.receive().unwrap() {
            assert!(!packet.is_empty());
            packets += 1;
        }
        packets
    };
    let before = (1..DEPTH).map(|_| frame()).sum::<u32>();
    assert_eq!(before, 0, "until it is full");
    group.bench_function("safe session", |bencher| {
        bencher.iter(|| assert_eq!(frame(), 1));
    });
    drop(session);

    let mut raw = RawSession::new(&context, &pictures);
    let before = (1..DEPTH).map(|_| raw.frame()).sum::<usize>();
    assert_eq!(before, 0, "until it is full");
    group.bench_function("raw C functions", |bencher| {
        bencher.iter(|| assert_ne!(raw.frame(), 0));
    });
}

criterion_group!(benches, encode_overhead);
criterion_main!(benches);
