//! What an uploader puts into device memory, byte for byte, and what it leaves alone.

use cudarc::driver::{CudaContext, sys::CUresult};
use nvframe::{CallError, DeviceBuffer, PixelFormat, Size, Surface, Uploader, cudarc};
use std::{panic, sync::Arc};

/// What is in device memory before, and between the rows afterwards; no picture has it.
const UNTOUCHED: u8 = 255;

fn gpu() -> Arc<CudaContext> {
    softdevice::activate().unwrap();
    nvframe::open_device(0).unwrap()
}

/// Device memory for a surface whose luma has room for two rows more.
fn memory(
    gpu: &Arc<CudaContext>,
    size: Size,
    format: PixelFormat,
    pitch: usize,
) -> (DeviceBuffer, Surface) {
    let rows = size.height as usize + 2;
    let mut surface = Surface::new(0, pitch, size, format).luma_rows(rows);
    let mut memory = DeviceBuffer::new(gpu, surface.byte_len()).unwrap();
    memory.write(&vec![UNTOUCHED; memory.len()]).unwrap();
    surface.address = memory.address();
    (memory, surface)
}

/// Uploads bytes that follow from where they are in the packed picture.
fn upload(uploader: &mut Uploader, surface: &Surface) -> Result<(), CallError> {
    let mut bytes = (0..).map(byte);
    let fill = |room: &mut [u8]| {
        room.fill_with(|| bytes.next().unwrap_or_default());
        Ok(())
    };
    // SAFETY: every test keeps the surface's memory, and nobody else uses it.
    unsafe { uploader.upload(surface, fill) }
}

fn byte(place: usize) -> u8 {
    (place % 251) as u8
}

/// The memory of a surface that holds such a picture.
fn expected(surface: &Surface, len: usize) -> Vec<u8> {
    let mut memory = vec![UNTOUCHED; len];
    let mut bytes = (0..).map(byte);
    for plane in surface.planes().iter() {
        for row in 0..plane.rows {
            let row = &mut memory[plane.offset + row * plane.pitch..][..plane.row_bytes];
            row.fill_with(|| bytes.next().unwrap_or_default());
        }
    }
    memory
}

/// One part, many parts, rows that are parts.
#[test]
fn every_byte_gets_where_it_belongs_and_no_other_is_touched() {
    let gpu = gpu();
    for (width, height) in [(5, 3), (6, 4), (515, 771), (70_001, 5)] {
        let size = Size::new(width, height);
        for format in PixelFormat::ALL {
            let least = format.min_pitch(size).next_multiple_of(2);
            let planes = format.planes(size, least, height as usize);
            let mut uploader = Uploader::new(&gpu, &planes).unwrap();
            for pitch in [least, least + 2, least.next_multiple_of(512)] {
                let (memory, surface) = memory(&gpu, size, format, pitch);
                upload(&mut uploader, &surface).unwrap();
                let mut found = vec![0; memory.len()];
                memory.read(&mut found).unwrap();
                let what = format!("{size} {format}, pitch {pitch}");
                assert!(found == expected(&surface, found.len()), "{what}");
            }
        }
    }
}

#[test]
fn rows_longer_than_a_chunk_are_refused() {
    let gpu = gpu();
    let format = PixelFormat::Nv12;
    let planes = format.planes(Size::new(64, 64), 64, 64);
    let mut uploader = Uploader::new(&gpu, &planes).unwrap();
    let (_memory, surface) = memory(&gpu, Size::new(1 << 20, 2), format, 1 << 20);
    let refused = upload(&mut uploader, &surface).unwrap_err();
    assert_eq!(refused.source.0, CUresult::CUDA_ERROR_INVALID_VALUE);
    let (memory, surface) = self::memory(&gpu, Size::new(64, 64), format, 64);
    upload(&mut uploader, &surface).unwrap();
    let mut found = vec![0; memory.len()];
    memory.read(&mut found).unwrap();
    assert!(
        found == expected(&surface, found.len()),
        "after the refusal"
    );
}

/// No copy of an upload that ended early is made afterwards.
#[test]
fn what_ends_an_upload_ends_its_copies() {
    let gpu = gpu();
    let (mut memory, surface) = memory(&gpu, Size::new(2048, 2048), PixelFormat::Nv12, 2048);
    let mut uploader = Uploader::new(&gpu, &surface.planes()).unwrap();
    for panics in [false, true] {
        let mut parts = 0..4;
        let fill = |room: &mut [u8]| match parts.next() {
            Some(_) => {
                room.fill(1);
                Ok(())
            }
            None if panics => panic!("a reader that panics"),
            None => Err(Refusal),
        };
        // SAFETY: `memory` lives, and nobody else uses it.
        let upload = || unsafe { uploader.upload(&surface, fill) };
        let ended = panic::catch_unwind(panic::AssertUnwindSafe(upload));
        assert!(!matches!(ended, Ok(Ok(()))));
        memory.write(&vec![UNTOUCHED; memory.len()]).unwrap();
        gpu.synchronize().unwrap();
        let mut found = vec![0; memory.len()];
        memory.read(&mut found).unwrap();
        assert!(found.iter().all(|byte| *byte == UNTOUCHED), "{panics}");
    }
}

#[derive(Debug)]
struct Refusal;

impl From<CallError> for Refusal {
    fn from(_: CallError) -> Self {
        Self
    }
}
