//! One video over four GPUs, in a process of its own: the software device has four.

use std::num::{NonZeroU32, NonZeroUsize};

use examples::device::{Choice, Device};
use examples::job::{Job, Report, Settings};
use examples::mux::Format;
use examples::store::Store;
use examples::verify::Quality;
use softdevice::faults;
use support::{clip, location, put, start};

mod support;

fn job(sessions: usize) -> Job {
    let mut settings = Settings::default();
    settings.sessions = NonZeroUsize::new(sessions);
    settings.gop = NonZeroU32::new(4);
    settings.format = Some(Format::Mp4);
    Job {
        input: location("in/a.mp4"),
        output: location("out/a.mp4"),
        settings,
    }
}

/// How often a function of the driver was called in the last run.
fn calls(name: &str) -> u64 {
    let counts = faults::counts();
    let found = counts.iter().find(|(function, _)| function == name);
    found.map_or(0, |(_, count)| *count)
}

fn run(store: &Store, device: &Device, sessions: usize) -> (Job, Report) {
    let job = job(sessions);
    assert!(faults::set("nothing:1=1"));
    let report = job.run(job.open(store).unwrap(), store, device).unwrap();
    (job, report)
}

#[test]
fn sessions_are_spread_over_all_gpus() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_DEVICES", "4") };
    let mut device = Device::choose(Choice::Software, 0).unwrap();
    let (_server, store) = start();
    put(&store, "in/a.mp4", &clip("h264-aac.mp4"));
    run(&store, &device, 6);
    assert_eq!(
        calls("cuDevicePrimaryCtxRetain"),
        0,
        "it was not allowed to"
    );

    device.may_spread = true;
    let (job, report) = run(&store, &device, 6);
    assert_eq!(report.frames, 25);
    assert_eq!(calls("cuDevicePrimaryCtxRetain"), 3);
    // The job's own, one to see that each of the others encodes, and six to encode.
    assert_eq!(calls("nvEncOpenEncodeSessionEx"), 1 + 3 + 6);
    let quality = Quality::of(&job, &report, &store, &device).unwrap();
    assert_eq!(quality.frames, 25);
    quality.check().unwrap();
}
