//! # How sessions add up
//!
//! One sequence of 8192x8192 encoded by 1 to 8 sessions with `nvenc::parallel`, on the software
//! device with three encoder engines of a fixed time for each frame, as a V100 has three. The
//! codec does nothing and frames are not filled, so what is measured is whether the engines are
//! kept busy. The rival is arithmetic: min(sessions, 3) engines at work all the time. The first
//! and the last tenth of the frames are left out, while engines start or run out of work. Each
//! run takes as long as the others, about 5 s: what the system holds a thread up by now and then
//! weighs the same in each, and little.
//!
//! Run by `cargo bench --package benches --bench scaling`; `-- --csv` for the plot, `-- --test`
//! for a short run.

use benches::null_device;
use nvenc::{
    Api, Codec, Picture, Size,
    cudarc::driver::CudaContext,
    parallel::{SegmentEncoder, SegmentPacket},
};
use std::{
    env,
    sync::Arc,
    time::{Duration, Instant},
};

const SIZE: Size = Size::new(8192, 8192);
const ENGINES: usize = 3;
const FRAME: Duration = Duration::from_millis(10);
const SEGMENT: usize = 4;
/// Frames that one engine codes in a run.
const FRAMES: u64 = 480;
/// How far from the rival a result may be.
const TOLERANCE: f64 = 0.03;

fn main() {
    // SAFETY: no other thread is there yet.
    unsafe { env::set_var("NVSOFT_ENGINES", ENGINES.to_string()) };
    // SAFETY: as above.
    unsafe { env::set_var("NVSOFT_FRAME_US", FRAME.as_micros().to_string()) };
    let context = null_device();
    let has = |word: &str| env::args().any(|argument| argument == word);
    if has("--test") {
        for sessions in [1, 4] {
            encode(&context, sessions, 24);
        }
        return println!("scaling: every frame came, in order");
    }
    let csv = has("--csv");
    println!(
        "{}",
        if csv {
            "sessions,fps,expected"
        } else {
            "sessions  fps     expected  ratio"
        }
    );
    let single = 1.0 / FRAME.as_secs_f64();
    let ratios: Vec<f64> = (1..=8)
        .map(|sessions| {
            let engines = sessions.min(ENGINES);
            let fps = encode(&context, sessions, FRAMES * engines as u64);
            let expected = single * engines as f64;
            match csv {
                true => println!("{sessions},{fps:.1},{expected}"),
                false => println!(
                    "{sessions:<9} {fps:<7.1} {expected:<9} {:.3}",
                    fps / expected
                ),
            }
            fps / expected
        })
        .collect();
    let worst = ratios.into_iter().fold(1.0, f64::min);
    assert!(
        worst >= 1.0 - TOLERANCE,
        "{worst:.3} of what the engines could do"
    );
}

/// Frames a second, without the first and the last tenth.
fn encode(context: &Arc<CudaContext>, sessions: usize, frames: u64) -> f64 {
    let mut encoder = SegmentEncoder::builder(&Api::load().unwrap(), context)
        .sessions(sessions)
        .segment(SEGMENT)
        .start(|encoder| encoder.session(Codec::Hevc, SIZE))
        .unwrap();
    // All the memory that it will ever have, for making it is not what is measured.
    let memory: Vec<_> = std::iter::from_fn(|| encoder.frame().ok()).collect();
    assert_eq!(memory.len(), (sessions + 1) * SEGMENT, "as documented");
    drop(memory);
    let mut times = Times::new(frames);
    for number in 0..frames {
        let frame = encoder.frame().unwrap();
        encoder.submit(frame, Picture::at(number as i64)).unwrap();
        while let Some(packet) = encoder.receive().unwrap() {
            times.take(&packet);
        }
    }
    let mut drain = encoder.finish();
    while let Some(packet) = drain.receive().unwrap() {
        times.take(&packet);
    }
    times.fps()
}

/// When each packet came.
struct Times(Vec<Instant>);

impl Times {
    fn new(frames: u64) -> Self {
        Self(Vec::with_capacity(frames as usize))
    }

    fn take(&mut self, packet: &SegmentPacket<'_>) {
        assert_eq!(packet.timestamp(), self.0.len() as i64, "in order");
        self.0.push(Instant::now());
    }

    fn fps(&self) -> f64 {
        assert_eq!(self.0.len(), self.0.capacity(), "a packet for each frame");
        let tenth = self.0.len() / 10;
        slope(&self.0[tenth..self.0.len() - tenth])
    }
}

/// Packets a second by the line that is nearest to all of them: they come in bursts, so the
/// first and the last alone would tell little.
fn slope(times: &[Instant]) -> f64 {
    let seconds = |time: &Instant| (*time - times[0]).as_secs_f64();
    let count = times.len() as f64;
    let mean_number = (count - 1.0) / 2.0;
    let mean_second = times.iter().map(seconds).sum::<f64>() / count;
    let (mut both, mut squares) = (0.0, 0.0);
    for (number, time) in times.iter().enumerate() {
        let (x, y) = (seconds(time) - mean_second, number as f64 - mean_number);
        both += x * y;
        squares += y * y;
    }
    squares / both
}
