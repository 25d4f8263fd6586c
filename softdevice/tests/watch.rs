//! The null codec, the trace and the faults. Each is for a whole process, so each test runs
//! in one of its own.

#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

mod common;

use common::*;
use nvenc_sys::*;
use std::{
    fs,
    ptr::null_mut,
    sync::Barrier,
    time::{Duration, Instant},
};

const NV12: NV_ENC_BUFFER_FORMAT = NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12;

/// A session with an input and an output.
fn small(size: (u32, u32)) -> (Session, Handle, Handle) {
    let mut setup = Setup::new(NV_ENC_CODEC_HEVC_GUID, size.0, size.1);
    let session = Session::start(&mut setup);
    let input = session.input(NV12, size.0, size.1);
    let output = session.output();
    (session, input, output)
}

fn submit(session: &Session, input: Handle, output: Handle, size: (u32, u32)) -> S {
    let mut picture = picture(input, output, NV12, size);
    enc!(*session, nvEncEncodePicture(&mut picture))
}

#[test]
fn the_null_codec_touches_no_pixels() {
    passes_alone("null", &[("NVSOFT_CODEC", "null")]);
}

/// From here on, touching the whole pages of the picture in `input` ends the process, or no
/// longer does.
fn forbid(session: &Session, input: Handle, size: (u32, u32), access: libc::c_int) {
    const PAGE: usize = 4096;
    let mut lock = NV_ENC_LOCK_INPUT_BUFFER {
        inputBuffer: input,
        ..NV_ENC_LOCK_INPUT_BUFFER::versioned(API)
    };
    gives!(
        NV_ENC_SUCCESS,
        enc!(*session, nvEncLockInputBuffer(&mut lock))
    );
    let start = lock
        .bufferDataPtr
        .wrapping_byte_add(PAGE - 1)
        .map_addr(|at| at & !(PAGE - 1));
    let bytes = (lock.pitch * size.1) as usize - 2 * PAGE;
    // SAFETY: the pages lie wholly in the picture, to which nothing refers between the calls.
    assert_eq!(0, unsafe { libc::mprotect(start, bytes, access) });
    gives!(
        NV_ENC_SUCCESS,
        enc!(*session, nvEncUnlockInputBuffer(input))
    );
}

#[test]
#[ignore = "run with the null codec by the_null_codec_touches_no_pixels"]
fn null() {
    let size = (8192, 4320);
    let (session, input, output) = small(size);
    let forbid = |access| forbid(&session, input, size, access);
    forbid(libc::PROT_NONE);
    let packets: Vec<Packet> = (0..200)
        .map(|_| {
            gives!(NV_ENC_SUCCESS, submit(&session, input, output, size));
            session.take(output)
        })
        .collect();
    forbid(libc::PROT_READ | libc::PROT_WRITE);
    assert_eq!(packets[0].kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_IDR);
    assert_eq!(packets[1].kind, NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_P);
    assert_eq!((packets[1].slices, packets[1].data.len()), (1, 8));
    session.end();
}

#[test]
fn the_trace_has_a_line_for_each_call() {
    let file = std::env::temp_dir().join(format!("nvsoft-trace-{}", std::process::id()));
    passes_alone("traced", &[("NVSOFT_TRACE", file.to_str().unwrap())]);
    let trace = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    let line = |call: &str| {
        let name = format!("\"call\":\"{call}\"");
        trace.lines().find(|line| line.contains(&name)).unwrap()
    };
    let encode = line("nvEncEncodePicture");
    for part in ["{\"us\":", "\"thread\":", "\"input\":\"0x", "\"status\":0}"] {
        assert!(encode.contains(part), "{encode}");
    }
    assert!(line("nvEncLockBitstream").contains("\"size\":"));
    assert!(line("nvEncUnlockBitstream").contains("\"status\":9"));
    assert!(line("cuCtxCreate_v2").contains("\"device\":0"));
}

#[test]
#[ignore = "run with a trace by the_trace_has_a_line_for_each_call"]
fn traced() {
    let (session, input, output) = small((192, 128));
    gives!(NV_ENC_ERR_INVALID_CALL, session.unlock(output));
    gives!(NV_ENC_SUCCESS, submit(&session, input, output, (192, 128)));
    session.take(output);
    session.end();
}

#[test]
fn a_call_fails_as_the_variable_says() {
    let faults = "nvEncEncodePicture:2=20,nvEncLockBitstream:*=late150,cuMemAlloc_v2:1=2";
    passes_alone("faulty", &[("NVSOFT_FAULTS", faults)]);
}

#[test]
#[ignore = "run with faults by a_call_fails_as_the_variable_says"]
fn faulty() {
    let size = (192, 128);
    let (session, input, output) = small(size);
    let mut address = 0u64;
    let place = &raw mut address as u64;
    assert_eq!(cuda("cuMemAlloc_v2", [place, 512, 0]), 2);
    assert_eq!(cuda("cuMemAlloc_v2", [place, 512, 0]), 0);
    gives!(NV_ENC_SUCCESS, submit(&session, input, output, size));
    gives!(NV_ENC_ERR_GENERIC, submit(&session, input, output, size));
    let start = Instant::now();
    session.take(output);
    assert!(start.elapsed().as_millis() >= 150);
    gives!(NV_ENC_SUCCESS, submit(&session, input, output, size));
    session.end();
}

#[test]
fn faults_can_be_set_from_within() {
    passes_alone("set_from_within", &[]);
}

#[test]
#[ignore = "run by faults_can_be_set_from_within"]
fn set_from_within() {
    assert!(!softdevice::faults::set(""), "no device is active yet");
    let (session, input, output) = small((192, 128));
    assert!(softdevice::faults::set("nvEncEncodePicture:1=10"));
    let encode = || submit(&session, input, output, (192, 128));
    gives!(NV_ENC_ERR_OUT_OF_MEMORY, encode());
    gives!(NV_ENC_SUCCESS, encode());
    let counts = softdevice::faults::counts();
    assert_eq!(counts, [("nvEncEncodePicture".to_owned(), 2)]);
    assert!(!softdevice::faults::set("nonsense"));
    softdevice::faults::clear();
    assert!(softdevice::faults::counts().is_empty());
    session.take(output);
}

#[test]
fn what_undoes_does_so_though_it_fails() {
    passes_alone("undone", &[]);
}

#[test]
#[ignore = "run by what_undoes_does_so_though_it_fails"]
fn undone() {
    let (session, input, _) = small((192, 128));
    assert!(softdevice::faults::set("nvEncDestroyInputBuffer:1=20"));
    let destroy = || enc!(session, nvEncDestroyInputBuffer(input));
    gives!(NV_ENC_ERR_GENERIC, destroy());
    gives!(NV_ENC_ERR_INVALID_PARAM, destroy());
    gives!(
        NV_ENC_ERR_INVALID_PTR,
        enc!(session, nvEncDestroyInputBuffer(null_mut()))
    );
}

#[test]
fn engines_are_shared_by_sessions() {
    let variables = [
        ("NVSOFT_CODEC", "null"),
        ("NVSOFT_ENGINES", "3"),
        ("NVSOFT_FRAME_US", "5000"),
    ];
    passes_alone("engines", &variables);
}

/// What an engine takes for a frame, and the frames of a session.
const FRAME: Duration = Duration::from_millis(5);
const FRAMES: u32 = 60;

/// How long so many sessions take together, each with four frames in flight, once all are open.
fn duration(sessions: usize) -> Duration {
    let size = (192, 128);
    let ready = Barrier::new(sessions + 1);
    let run = || {
        let (session, input, first) = small(size);
        let outputs = [first, session.output(), session.output(), session.output()];
        ready.wait();
        for frame in 0..FRAMES as usize {
            let output = outputs[frame % 4];
            if frame >= 4 {
                session.take(output);
            }
            gives!(NV_ENC_SUCCESS, submit(&session, input, output, size));
        }
        outputs
            .iter()
            .for_each(|output| drop(session.take(*output)));
        session.end();
    };
    std::thread::scope(|scope| {
        (0..sessions).for_each(|_| drop(scope.spawn(run)));
        // Before the first frame, whichever thread goes on first.
        let start = Instant::now();
        ready.wait();
        move || start.elapsed()
    })()
}

#[test]
#[ignore = "run with three engines by engines_are_shared_by_sessions"]
fn engines() {
    // That they are not much slower is for the unit tests, which have a clock of their own.
    for (sessions, engines) in [(1, 1), (2, 2), (3, 3), (6, 3)] {
        let least = FRAME * FRAMES * sessions as u32 / engines;
        let took = duration(sessions);
        println!(
            "{sessions} sessions: {:.3} of {least:?}",
            took.as_secs_f64() / least.as_secs_f64()
        );
        assert!(
            took >= least * 99 / 100,
            "{sessions}: {took:?} of {least:?}"
        );
    }
}
