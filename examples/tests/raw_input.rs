//! Raw pictures get from a file to the encoder with one copy on the way, that to pinned memory.
//!
//! In a process of its own, whose allocations and driver calls are counted.

use std::alloc::{GlobalAlloc, Layout, System};
use std::fs;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicUsize, Ordering};

use examples::device::Device;
use examples::job::{Job, Settings};
use examples::store::{Access, Location, Store};
use nvdec::Size;
use softdevice::faults;

/// Remembers the largest allocation. Pinned memory is the device's, which has its own allocator.
struct Largest;

static LARGEST: AtomicUsize = AtomicUsize::new(0);

// SAFETY: `System` keeps the contract; what is remembered does not touch the memory.
unsafe impl GlobalAlloc for Largest {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LARGEST.fetch_max(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the same promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the same promise.
        unsafe { System.dealloc(at, layout) }
    }
}

#[global_allocator]
static LARGEST_OF_ALL: Largest = Largest;

/// A picture is larger than all buffers there are for other things.
const SIZE: Size = Size::new(3840, 2160);
const PICTURE: usize = 3840 * 2160 * 3 / 2;
const PICTURES: usize = 14;

/// Encodes a file; gives the largest allocation and how many parts of pictures were copied to the device.
fn run(folder: &std::path::Path, name: &str, sessions: usize) -> (usize, u64) {
    let mut settings = Settings::default();
    settings.size = name.ends_with(".yuv").then_some(SIZE);
    settings.sessions = NonZeroUsize::new(sessions);
    settings.gop = std::num::NonZeroU32::new(4);
    let location = |name: &str| folder.join(name).display().to_string();
    let location = |name| location(name).parse::<Location>().unwrap();
    let job = Job {
        input: location(name),
        output: location("out.hevc"),
        settings,
    };
    let device = Device::software(0).unwrap();
    let store = Store::new(Access::Environment).unwrap();
    let source = job.open(&store).unwrap();
    faults::set("");
    LARGEST.store(0, Ordering::Relaxed);
    let report = job.run(source, &store, &device).unwrap();
    let largest = LARGEST.load(Ordering::Relaxed);
    let copies = faults::counts();
    faults::clear();
    assert_eq!(
        report.frames, PICTURES as u64,
        "{name}, {sessions} sessions"
    );
    let copies = copies
        .iter()
        .filter(|(name, _)| name.starts_with("cuMemcpy"));
    (largest, copies.map(|(_, count)| *count).sum())
}

#[test]
fn no_picture_is_copied_to_pageable_memory() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_CODEC", "null") };
    let folder = tempfile::tempdir().unwrap();
    let picture = vec![128; PICTURE];
    let framed = [&b"FRAME\n"[..], &picture].concat().repeat(PICTURES);
    let header = &b"YUV4MPEG2 W3840 H2160 F30:1\n"[..];
    fs::write(folder.path().join("in.y4m"), [header, &framed].concat()).unwrap();
    fs::write(folder.path().join("in.yuv"), picture.repeat(PICTURES)).unwrap();
    for name in ["in.yuv", "in.y4m"] {
        for sessions in [1, 3] {
            let (largest, copies) = run(folder.path(), name, sessions);
            let what = format!("{name}, {sessions} sessions");
            assert!(largest < PICTURE, "{what}: {largest} bytes at once");
            // Parts are an eighth of the picture, in whole rows of a plane: 405 rows of luma, and
            // 810 of each chroma plane.
            let parts = 6 + 2 * 2;
            assert_eq!(copies, (parts * PICTURES) as u64, "{what}");
        }
    }
}
