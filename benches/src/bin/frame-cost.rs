//! The load of the benchmark `encode_overhead`, once: `frame-cost safe|raw SESSIONS FRAMES`.
//!
//! For tools that look at a whole process, such as `benches/instructions`.

use benches::{
    load::{self, Way},
    null_device,
};
use std::{env, process::ExitCode};

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let Some((way, sessions, frames)) = read(&words) else {
        eprintln!("usage: frame-cost safe|raw SESSIONS FRAMES");
        return ExitCode::FAILURE;
    };
    let cost = load::run(&null_device(), way, sessions, frames);
    let [wall, cpu] = [cost.wall, cost.cpu].map(|time| time.as_nanos() as f64 / frames as f64);
    let cpu = cpu / sessions as f64;
    println!(
        "{}, {sessions} sessions: {wall:.0} ns a frame of each, {cpu:.0} ns CPU",
        way.name()
    );
    ExitCode::SUCCESS
}

fn read(words: &[String]) -> Option<(Way, usize, u64)> {
    let [way, sessions, frames] = words else {
        return None;
    };
    let way = match way.as_str() {
        "safe" => Way::Safe,
        "raw" => Way::Raw,
        _ => return None,
    };
    let (sessions, frames) = (sessions.parse().ok()?, frames.parse().ok()?);
    (sessions > 0 && frames > 0).then_some((way, sessions, frames))
}
