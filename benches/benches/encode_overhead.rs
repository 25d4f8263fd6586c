//! # What the safe session adds to a frame
//!
//! 8K device frames through `nvenc::Session`, against the tightest loop over the C functions that
//! makes the same calls (map, encode, lock, unlock, unmap), four frames in flight, by 1, 2, 4 and
//! 8 sessions with a thread each. The codec behind both does nothing, so all that is measured is
//! the host's work: the calls themselves and what the crate does around them. The difference is
//! what safety costs. A time is that of a frame of each session.
//!
//! Criterion's times are by the clock on the wall, one way after the other, which sessions that
//! outnumber the processors, and other programs, upset. The table after them is of many turns of both
//! ways, the lower quartile: the threads' time on processors, of which safety may cost 5 %, or the
//! benchmark fails; and the time on the wall.
//!
//! Run by `cargo bench --package benches --bench encode_overhead`; `-- --cpu` for the table
//! alone, `-- --test` for a short run without a verdict.

use benches::{
    load::{self, Cost, Way},
    null_device,
};
use criterion::{BenchmarkId, Criterion};
use nvenc::cudarc::driver::CudaContext;
use std::{env, process::ExitCode, sync::Arc, time::Duration};

const SESSIONS: [usize; 4] = [1, 2, 4, 8];
/// What safety may cost.
const MOST: f64 = 1.05;
/// Turns of each way, and frames of all sessions in one.
const TURNS: usize = 41;
const FRAMES: u64 = 40_000;

fn main() -> ExitCode {
    let context = null_device();
    let has = |word: &str| env::args().any(|argument| argument == word);
    if !has("--cpu") {
        let mut criterion = Criterion::default().configure_from_args();
        wall_times(&context, &mut criterion);
        criterion.final_summary();
    }
    match has("--test") {
        true => {
            turns(&context, 1, 400);
            ExitCode::SUCCESS
        }
        false => match turns(&context, TURNS, FRAMES) <= MOST {
            true => ExitCode::SUCCESS,
            false => ExitCode::FAILURE,
        },
    }
}

fn wall_times(context: &Arc<CudaContext>, criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("encode_overhead");
    for sessions in SESSIONS {
        for way in Way::ALL {
            let id = BenchmarkId::new(way.name(), sessions);
            group.bench_function(id, |bencher| {
                bencher.iter_custom(|frames| load::run(context, way, sessions, frames).wall);
            });
        }
    }
}

/// Prints the table and gives the worst of its ratios of processor time.
fn turns(context: &Arc<CudaContext>, turns: usize, frames: u64) -> f64 {
    println!("sessions,safe_cpu_ns,raw_cpu_ns,ratio,safe_wall_ns,raw_wall_ns,ratio");
    let ratios = SESSIONS.map(|sessions| {
        let [safe, raw] = turns_of(context, turns, sessions, frames / sessions as u64);
        let cells = [0, 1].map(|clock| {
            let (safe, raw) = (safe[clock], raw[clock]);
            format!("{safe:.0},{raw:.0},{:.3}", safe / raw)
        });
        println!("{sessions},{}", cells.join(","));
        safe[0] / raw[0]
    });
    ratios.into_iter().fold(0.0, f64::max)
}

/// Nanoseconds of a frame, of both ways, on processors and on the wall: what a quarter of the turns
/// stay under, as whatever else the machine does can only add to them.
fn turns_of(
    context: &Arc<CudaContext>,
    turns: usize,
    sessions: usize,
    frames: u64,
) -> [[f64; 2]; 2] {
    let mut costs = [Vec::new(), Vec::new()];
    for _ in 0..turns {
        for (way, costs) in Way::ALL.into_iter().zip(&mut costs) {
            costs.push(load::run(context, way, sessions, frames));
        }
    }
    costs.map(|costs| {
        let clocks = [|cost: &Cost| cost.cpu, |cost: &Cost| cost.wall];
        let quartile = clocks.map(|clock| lower_quartile(costs.iter().map(clock)));
        quartile.map(|time| time.as_nanos() as f64 / (frames * sessions as u64) as f64)
    })
}

fn lower_quartile(times: impl Iterator<Item = Duration>) -> Duration {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    times[times.len() / 4]
}
