//! What sessions take of the GPU's memory is what their plans said, to the byte.

mod common;

use common::session;
use nvenc::{Codec, HostFrame, Picture, PixelFormat, Session, Size, cudarc::driver::result};

/// Device memory that is in use.
fn used() -> u64 {
    let (free, total) = result::mem_get_info().unwrap();
    (total - free) as u64
}

/// Encodes until as many frames exist as ever will.
fn keep_full(session: &mut Session<HostFrame>) {
    for number in 0..24 {
        let frame = session.host_frame().unwrap();
        session.submit(frame, Picture::at(number)).unwrap();
        while session.receive().unwrap().is_some() {}
    }
}

#[test]
fn device_memory_grows_by_what_was_planned() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_CODEC", "null") };
    softdevice::activate().unwrap();
    let _gpu = nvenc::open_device(0).unwrap();
    let formats = [PixelFormat::Nv12, PixelFormat::Iyuv, PixelFormat::P010];
    for size in [Size::new(320, 192), Size::new(1920, 1080)] {
        let mut sessions: Vec<Session<HostFrame>> = Vec::new();
        let before = used();
        let mut planned = 0;
        for number in 1..=8 {
            let builder = session(Codec::Hevc, size).format(formats[number % 3]);
            planned += builder.plan().unwrap().device_bytes;
            sessions.push(builder.start().unwrap());
            sessions.iter_mut().for_each(keep_full);
            assert_eq!(used() - before, planned, "{number} sessions of {size}");
        }
        drop(sessions);
        assert_eq!(used(), before, "all of it comes back");
    }
}
