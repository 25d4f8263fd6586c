//! What gets to the GPU from host memory, byte for byte.

mod common;

use common::session;
use nvenc::{
    Codec, DeviceFrame as _, HostFrame, PixelFormat, Plane, Planes, Session, Size,
    cudarc::driver::result,
};
use std::{
    io::{self, ErrorKind, Read},
    panic::{AssertUnwindSafe, catch_unwind},
    thread,
};

fn start(size: Size, format: PixelFormat) -> Session<HostFrame> {
    let builder = session(Codec::Hevc, size).format(format);
    builder.start().unwrap()
}

/// A frame's rows, packed, as they are in device memory.
fn rows(frame: &HostFrame) -> Vec<u8> {
    let surface = frame.surface();
    let mut memory = vec![0; surface.byte_len()];
    nvenc::cudarc::driver::CudaContext::bind_to_thread(frame.context()).unwrap();
    // SAFETY: the frame is alive, and its memory as long as its surface says.
    unsafe { result::memcpy_dtoh_sync(&mut memory, surface.address) }.unwrap();
    let rows = |plane: &Plane| {
        let row = |row| memory[plane.offset + row * plane.pitch..][..plane.row_bytes].to_vec();
        (0..plane.rows).flat_map(row).collect::<Vec<u8>>()
    };
    surface.planes().iter().flat_map(rows).collect()
}

/// A packed picture of which no two rows are the same.
fn picture(planes: &Planes, seed: usize) -> Vec<u8> {
    let len = planes.packed_len();
    (0..len).map(|at| ((at + seed) % 251) as u8).collect()
}

/// The planes of a packed picture.
fn split<'p>(planes: &Planes, mut packed: &'p [u8]) -> Vec<&'p [u8]> {
    let mut next = |plane: &Plane| {
        let (first, rest) = packed.split_at(plane.packed_len());
        packed = rest;
        first
    };
    planes.iter().map(&mut next).collect()
}

/// Sizes whose rows follow each other without a gap, do not, and are many parts of a picture.
#[test]
fn a_packed_picture_is_the_same_read_and_given() {
    for size in [(320, 192), (512, 192), (322, 194), (2048, 1026)] {
        let size = Size::from(size);
        for format in [
            PixelFormat::Nv12,
            PixelFormat::Iyuv,
            PixelFormat::P010,
            PixelFormat::Argb,
        ] {
            let mut session = start(size, format);
            let (mut read, mut given) =
                (session.host_frame().unwrap(), session.host_frame().unwrap());
            let planes = given.planes();
            let packed = picture(&planes, 0);
            given.upload(&split(&planes, &packed)).unwrap();
            read.upload_from(&mut &packed[..]).unwrap();
            assert!(rows(&read) == packed, "{size} {format}, read");
            assert!(rows(&given) == packed, "{size} {format}, given");
        }
    }
}

#[test]
fn a_new_frame_is_defined() {
    let mut session = start(Size::new(320, 192), PixelFormat::Nv12);
    let frame = session.host_frame().unwrap();
    assert!(rows(&frame).iter().all(|byte| *byte == 0));
}

/// Reads a while, then fails, unwinds or ends.
struct Failing<'p> {
    picture: &'p [u8],
    ending: fn() -> io::Result<usize>,
}

impl Read for Failing<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.picture.read(buffer)? {
            0 => (self.ending)(),
            read => Ok(read),
        }
    }
}

#[test]
fn after_a_reader_that_fails_the_frame_is_filled_again() {
    let mut session = start(Size::new(2048, 1024), PixelFormat::Nv12);
    let mut frame = session.host_frame().unwrap();
    let packed = picture(&frame.planes(), 0);
    for left_out in [1, 512 << 10, packed.len()] {
        let short = &packed[left_out..];
        let mut failing = |ending| {
            frame.upload_from(&mut Failing {
                picture: short,
                ending,
            })
        };
        let ended = failing(|| Ok(0)).unwrap_err();
        assert_eq!(ended.kind(), ErrorKind::UnexpectedEof);
        let failed = failing(|| Err(ErrorKind::TimedOut.into())).unwrap_err();
        assert_eq!(failed.kind(), ErrorKind::TimedOut);
        let unwinds = || failing(|| panic!("the reader's"));
        catch_unwind(AssertUnwindSafe(unwinds)).unwrap_err();
        frame.upload_from(&mut &packed[..]).unwrap();
        assert!(rows(&frame) == packed, "{left_out} left out");
    }
}

#[test]
fn planes_that_do_not_fit_change_nothing() {
    let mut session = start(Size::new(320, 192), PixelFormat::Nv12);
    let mut frame = session.host_frame().unwrap();
    let packed = picture(&frame.planes(), 0);
    frame.upload_from(&mut &packed[..]).unwrap();
    let (y, uv) = (vec![9; 320 * 192], vec![9; 320 * 96]);
    for planes in [&[&y[..]][..], &[&y, &uv[1..]], &[&y, &uv, &uv], &[]] {
        let refused = frame.upload(planes).unwrap_err();
        assert!(
            matches!(refused, nvenc::Error::PlaneLength { .. }),
            "{refused}"
        );
    }
    assert!(rows(&frame) == packed);
}

#[test]
fn threads_fill_frames_at_the_same_time() {
    let mut session = start(Size::new(2048, 1024), PixelFormat::Iyuv);
    let mut frames: Vec<_> = (0..6).map(|_| session.host_frame().unwrap()).collect();
    thread::scope(|scope| {
        for (seed, frame) in frames.iter_mut().enumerate() {
            scope.spawn(move || {
                let planes = frame.planes();
                for seed in seed..seed + 4 {
                    frame.upload_from(&mut &picture(&planes, seed)[..]).unwrap();
                }
            });
        }
    });
    for (seed, frame) in frames.iter().enumerate() {
        assert!(
            rows(frame) == picture(&frame.planes(), seed + 3),
            "frame {seed}"
        );
    }
}
