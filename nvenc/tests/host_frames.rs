//! What gets to the GPU from host memory, byte for byte.

mod common;

use common::session;
use nvenc::{
    Codec, DeviceFrame as _, HostFrame, PixelFormat, Session, Size, cudarc::driver::result,
};
use std::io::ErrorKind;

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
    let rows = |plane: &nvenc::Plane| {
        let row = |row| memory[plane.offset + row * plane.pitch..][..plane.row_bytes].to_vec();
        (0..plane.rows).flat_map(row).collect::<Vec<u8>>()
    };
    surface.planes().iter().flat_map(rows).collect()
}

#[test]
fn a_packed_picture_is_the_same_read_and_given() {
    for size in [Size::new(320, 192), Size::new(512, 192)] {
        for format in [PixelFormat::Nv12, PixelFormat::Iyuv, PixelFormat::P010] {
            let mut session = start(size, format);
            let (mut read, mut given) =
                (session.host_frame().unwrap(), session.host_frame().unwrap());
            let len = read.planes().packed_len();
            let packed: Vec<u8> = (0..len).map(|at| (at % 251) as u8).collect();
            let mut rest = &packed[..];
            let planes = given.planes();
            let planes = planes.iter().map(|plane| {
                let (plane, after) = rest.split_at(plane.row_bytes * plane.rows);
                rest = after;
                plane
            });
            given.upload(&planes.collect::<Vec<_>>()).unwrap();
            read.upload_from(&mut &packed[..]).unwrap();
            assert!(rows(&read) == packed, "{size} {format}, read");
            assert!(rows(&given) == packed, "{size} {format}, given");
        }
    }
}

#[test]
fn a_reader_that_ends_leaves_the_picture_that_was_there() {
    let mut session = start(Size::new(320, 192), PixelFormat::Nv12);
    let mut frame = session.host_frame().unwrap();
    let packed = vec![7; frame.planes().packed_len()];
    frame.upload_from(&mut &packed[..]).unwrap();
    let short = &vec![9; packed.len() - 1][..];
    let ended = frame.upload_from(&mut { short }).unwrap_err();
    assert_eq!(ended.kind(), ErrorKind::UnexpectedEof);
    assert!(rows(&frame) == packed);
}
