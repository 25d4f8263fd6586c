//! # What the safe session adds to a frame
//!
//! 8K device frames through `nvenc::Session`, against the tightest loop over the C functions that
//! makes the same calls (map, encode, lock, unlock, unmap), four frames in flight, by 1, 2, 4 and
//! 8 sessions with a thread each. The codec behind both does nothing, so all that is measured is
//! the host's work: the calls themselves and what the crate does around them. The difference is
//! what safety costs. A time is that of a frame of each session.

use benches::{
    load::{self, Way},
    null_device,
};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

fn encode_overhead(criterion: &mut Criterion) {
    let context = null_device();
    let mut group = criterion.benchmark_group("encode_overhead");
    for sessions in [1, 2, 4, 8] {
        for way in Way::ALL {
            let id = BenchmarkId::new(way.name(), sessions);
            group.bench_function(id, |bencher| {
                bencher.iter_custom(|frames| load::run(&context, way, sessions, frames));
            });
        }
    }
}

criterion_group!(benches, encode_overhead);
criterion_main!(benches);
