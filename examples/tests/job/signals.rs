//! What becomes of a job that is asked to end.

use std::fs::{DirEntry, read_dir};
use std::io;
use std::path::Path;
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::program::Program;
use crate::support::{files, noise, put, start};

/// Noise takes so many bytes that parts of the output are in S3 already.
#[test]
fn a_signal_ends_it_in_good_order() {
    let (server, store) = start();
    put(&store, "in/a.yuv", &noise(400 * 320 * 192 * 3 / 2));
    let before = files(&server);
    let program = Program::new(&server).input("in/a.yuv");
    let child = program.args(&["-s", "320x192", "--qp", "1"]).spawn();
    let started = Instant::now();
    while files(&server) == before {
        assert!(started.elapsed() < Duration::from_secs(120), "no part came");
        sleep(Duration::from_millis(10));
    }
    stop(child);
    assert_eq!(files(&server), before);
}

/// As who presses a key twice, or AWS Batch when its machine is taken, too.
#[test]
fn a_second_signal_leaves_nothing_either() {
    let (server, store) = start();
    put(&store, "in/a.yuv", &noise(400 * 320 * 192 * 3 / 2));
    let folder = tempfile::tempdir().unwrap();
    let child = begun(Program::new(&server), folder.path());
    send(&child, "INT");
    end(child, "TERM");
    assert_eq!(names(folder.path()), [""; 0]);
}

/// The terminal is closed, or the connection to it ends.
#[test]
fn a_hangup_ends_it_in_good_order_too() {
    let (server, store) = start();
    put(&store, "in/a.yuv", &noise(400 * 320 * 192 * 3 / 2));
    let folder = tempfile::tempdir().unwrap();
    let child = begun(Program::new(&server).hup(), folder.path());
    end(child, "HUP");
    assert_eq!(names(folder.path()), [""; 0]);
}

#[test]
fn nohup_has_it_go_on() {
    let (server, store) = start();
    put(&store, "in/a.yuv", &noise(40 * 320 * 192 * 3 / 2));
    let folder = tempfile::tempdir().unwrap();
    let child = begun(Program::new(&server).nohup(), folder.path());
    send(&child, "HUP");
    let done = child.wait_with_output().unwrap();
    assert!(done.status.success(), "{done:?}");
    assert_eq!(names(folder.path()), ["a.hevc"]);
}

/// A job that has begun to write a file in this folder.
fn begun(program: Program, folder: &Path) -> Child {
    let output = folder.join("a.hevc").display().to_string();
    let args = ["-s", "320x192", "--qp", "1", "--output", &output];
    let mut child = program.input("in/a.yuv").args(&args).spawn();
    while names(folder).is_empty() {
        assert!(child.try_wait().unwrap().is_none(), "it wrote nothing");
        sleep(Duration::from_millis(1));
    }
    child
}

fn names(folder: &Path) -> Vec<String> {
    let name = |entry: io::Result<DirEntry>| entry.unwrap().file_name().into_string().unwrap();
    read_dir(folder).unwrap().map(name).collect()
}

/// Asks the program to end, as AWS Batch does, and waits until it has.
fn stop(child: Child) {
    end(child, "TERM");
}

fn send(child: &Child, signal: &str) {
    let kill = format!("kill -{signal} {}", child.id());
    let sent = Command::new("sh").args(["-c", &kill]).status().unwrap();
    assert!(sent.success());
}

fn end(mut child: Child, signal: &str) {
    send(&child, signal);
    // Five seconds, by a clock that is as slow as the machine is busy.
    let nap = || sleep(Duration::from_millis(10));
    let ended = (0..500).any(|_| {
        nap();
        child.try_wait().unwrap().is_some()
    });
    let done = child.wait_with_output().unwrap();
    assert!(ended, "it took more than five seconds: {done:?}");
    assert_eq!(done.status.code(), Some(75), "{done:?}");
}

/// An encoder that takes seconds for a picture must not hold up the end: nobody waits for it.
#[test]
fn a_signal_at_8k_ends_it_at_once() {
    let (server, store) = start();
    let picture = 7680 * 4320 * 3 / 2;
    put(&store, "in/a.yuv", &noise(picture).repeat(6));
    let before = files(&server);
    let args = ["-s", "7680x4320", "--qp", "1"];
    let child = Program::new(&server).input("in/a.yuv").args(&args).spawn();
    let started = Instant::now();
    while files(&server) == before {
        assert!(started.elapsed() < Duration::from_secs(240), "no part came");
        sleep(Duration::from_millis(10));
    }
    stop(child);
    assert_eq!(files(&server), before);
}

/// A GPU takes its time to be opened. A signal that comes meanwhile is one for another try, too.
#[test]
fn a_signal_before_anything_is_begun() {
    let (server, store) = start();
    put(&store, "in/a.yuv", &noise(320 * 192 * 3 / 2));
    let before = files(&server);
    let program = Program::new(&server).input("in/a.yuv");
    let program = program.env("NVSOFT_FAULTS", "cuDevicePrimaryCtxRetain:1=late2000");
    let mut child = program.args(&["-s", "320x192"]).spawn();
    while !waits_for_signals(child.id()) {
        assert!(child.try_wait().unwrap().is_none(), "it did not wait");
        sleep(Duration::from_millis(1));
    }
    stop(child);
    assert_eq!(files(&server), before);
}

/// As the system tells of its main thread.
fn waits_for_signals(process: u32) -> bool {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let blocked = status.lines().find_map(|line| line.strip_prefix("SigBlk:"));
    let blocked = u64::from_str_radix(blocked.unwrap().trim(), 16).unwrap();
    blocked & 1 << (libc::SIGTERM - 1) != 0
}
