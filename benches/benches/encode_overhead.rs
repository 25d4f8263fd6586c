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
    let picture = Picture::new(&context);
    let mut group = criterion.benchmark_group("encode_overhead");

    let encoder = Api::load().unwrap().open(&context).unwrap();
    let builder = encoder
        .session(Codec::Hevc, SIZE)
        .in_flight(NonZeroU32::new(DEPTH).unwrap());
    let mut session: Session<Picture> = builder.start().unwrap();
    let mut received = 0;
    group.bench_function("safe session", |bencher| {
        bencher.iter(|| {
            session
                .submit(picture.clone(), nvenc::Picture::default())
                .unwrap();
            while let Some(packet) = session.receive().unwrap() {
                received += packet.len();
            }
        });
    });
    assert!(received > 0, "packets came out");
    drop(session);

    let mut raw = RawSession::new(&context, &picture, DEPTH as usize);
    let mut received = 0;
    group.bench_function("raw C functions", |bencher| {
        bencher.iter(|| received += raw.frame());
    });
    assert!(received > 0, "packets came out");
}

criterion_group!(benches, encode_overhead);
criterion_main!(benches);
