//! More jobs than the GPU has encode sessions, in a process of its own: the software device takes
//! the shape of a GeForce card, with three.

use std::num::{NonZeroU32, NonZeroUsize};
use std::thread;

use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::mux::Format;
use nvenc::Error;
use support::{clip, location, put, start};

mod support;

fn job(number: usize, sessions: usize) -> Job {
    let mut settings = Settings::default();
    settings.sessions = NonZeroUsize::new(sessions);
    settings.gop = NonZeroU32::new(5);
    settings.format = Some(Format::Mp4);
    Job {
        input: location("in/a.mp4"),
        output: location(&format!("out/{number}.mp4")),
        settings,
    }
}

#[test]
fn jobs_wait_for_their_turn() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_GPU", "geforce") };
    let device = Device::choose(Choice::Software, 0).unwrap();
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-aac.mp4"));
    let held: Vec<_> = (0..3).map(|_| device.encoder().unwrap()).collect();
    let refused = device.encoder().unwrap_err();
    assert!(matches!(refused, Error::NoSession { .. }), "{refused}");

    thread::scope(|scope| {
        let run = |number| {
            // Some take one session, the others more than one if nobody waits for it.
            let job = job(number, 1 + number % 3);
            let report = job.run(job.open(&store).unwrap(), &store, &device);
            report.map(|report| report.frames)
        };
        let jobs: Vec<_> = (0..8)
            .map(|number| scope.spawn(move || run(number)))
            .collect();
        drop(held);
        for job in jobs {
            assert_eq!(job.join().unwrap().unwrap(), 25);
        }
    });
    for number in 0..8 {
        assert!(store.open(&location(&format!("out/{number}.mp4"))).is_ok());
    }
    let all: Result<Vec<_>, _> = (0..3).map(|_| device.encoder()).collect();
    assert!(all.is_ok(), "every session is free again");
}
