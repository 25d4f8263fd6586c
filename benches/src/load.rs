//! The load of a benchmark: threads with a session each that encode the same frames over and
//! over, by the safe session or by its rival.

use crate::{Picture, SIZE, clock, raw_session::RawSession};
use nvenc::{Api, Codec, Session, cudarc::driver::CudaContext};
use std::{
    num::NonZeroU32,
    sync::{Arc, Barrier},
    thread,
    time::{Duration, Instant},
};

/// Frames in flight in each session.
pub const DEPTH: u32 = 4;

/// What encodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::exhaustive_enums)] // a benchmark has a rival
pub enum Way {
    /// `nvenc::Session`.
    Safe,
    /// The C functions, without a check.
    Raw,
}

impl Way {
    /// Both, the rival last.
    pub const ALL: [Self; 2] = [Self::Safe, Self::Raw];

    /// As reports have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe session",
            Self::Raw => "raw C functions",
        }
    }
}

/// What frames took, from the moment when all sessions were under way.
#[derive(Clone, Copy, Debug)]
#[allow(clippy::exhaustive_structs)] // there are two clocks
pub struct Cost {
    /// By the clock on the wall.
    pub wall: Duration,
    /// On processors, of all sessions' threads together.
    pub cpu: Duration,
}

/// Encodes `frames` frames in each of `sessions` sessions, and tells what they took.
///
/// # Panics
/// When the device refuses anything, or a frame gives no packet.
pub fn run(context: &Arc<CudaContext>, way: Way, sessions: usize, frames: u64) -> Cost {
    let barrier = Barrier::new(sessions + 1);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..sessions)
            .map(|_| scope.spawn(|| encode(context, way, frames, &barrier)))
            .collect();
        barrier.wait();
        let started = Instant::now();
        // A session's end is not what is measured.
        barrier.wait();
        let wall = started.elapsed();
        let times = threads.into_iter().map(|thread| thread.join());
        let cpu = times.map(|time| time.unwrap_or_else(|_| panic!("a thread panicked")));
        Cost {
            wall,
            cpu: cpu.sum(),
        }
    })
}

/// Gives the thread's time on processors.
fn encode(context: &Arc<CudaContext>, way: Way, frames: u64, barrier: &Barrier) -> Duration {
    let pictures: Vec<Picture> = (0..DEPTH).map(|_| Picture::new(context)).collect();
    match way {
        Way::Safe => {
            let mut session = session(context);
            let mut next = pictures.iter().cycle();
            measure(frames, barrier, || {
                next.next()
                    .map_or(0, |picture| frame(&mut session, picture))
            })
        }
        Way::Raw => {
            let mut session = RawSession::new(context, &pictures);
            measure(frames, barrier, || usize::from(session.frame() != 0))
        }
    }
}

fn measure(frames: u64, barrier: &Barrier, mut frame: impl FnMut() -> usize) -> Duration {
    let before: usize = (1..DEPTH).map(|_| frame()).sum();
    assert_eq!(before, 0, "until it is full");
    barrier.wait();
    let started = clock::thread_time();
    let packets: usize = (0..frames).map(|_| frame()).sum();
    let time = clock::thread_time() - started;
    barrier.wait();
    assert_eq!(packets as u64, frames, "a packet for each frame");
    time
}

fn session(context: &Arc<CudaContext>) -> Session<Picture> {
    let depth = NonZeroU32::new(DEPTH).unwrap_or(NonZeroU32::MIN);
    let encoder = Api::load().and_then(|api| api.open(context));
    let session = encoder.and_then(|it| it.session(Codec::Hevc, SIZE).in_flight(depth).start());
    session.unwrap_or_else(|error| panic!("{error}"))
}

fn frame(session: &mut Session<Picture>, picture: &Picture) -> usize {
    let submitted = session.submit(picture.clone(), nvenc::Picture::default());
    submitted.unwrap_or_else(|failed| panic!("{failed}"));
    let mut packets = 0;
    while let Some(packet) = session.receive().unwrap_or_else(|error| panic!("{error}")) {
        assert!(!packet.is_empty());
        packets += 1;
    }
    packets
}
