//! Every driver call of uploads fails in turn, or finishes late. In a process of its own: nothing
//! else may use the device meanwhile.

use nvframe::{CallError, DeviceBuffer, PixelFormat, Size, Surface, Uploader};

const SIZE: Size = Size::new(1024, 2048);
const FORMAT: PixelFormat = PixelFormat::Nv12;

/// Uploads pictures of nine parts each, the last one after whatever happened to those before.
fn work() -> Result<(), String> {
    let gpu = nvframe::open_device(0).map_err(|error| opening(&error))?;
    let mut memory = DeviceBuffer::new(&gpu, FORMAT.byte_len(1024, 2048)).map_err(memory_call)?;
    memory.clear().map_err(call)?;
    let surface = Surface::new(memory.address(), 1024, SIZE, FORMAT);
    let mut uploader = Uploader::new(&gpu, &surface.planes()).map_err(call)?;
    let both = (1..=2).try_for_each(|picture| upload(&mut uploader, &surface, picture).map(drop));
    let last = upload(&mut uploader, &surface, 3);
    let parts = last.map_err(|error| match both {
        Ok(()) => call(error),
        Err(_) => format!("not used again: {error}"),
    })?;
    let mut found = vec![0; memory.len()];
    memory.read(&mut found).map_err(memory_call)?;
    let mut rest = &found[..];
    for (part, len) in parts.into_iter().enumerate() {
        let (found, after) = rest.split_at(len);
        assert!(found.iter().all(|found| *found == byte(3, part)), "{part}");
        rest = after;
    }
    both.map_err(call)
}

/// Each part of a picture has bytes of its own. Gives how long the parts are.
fn upload(
    uploader: &mut Uploader,
    surface: &Surface,
    picture: usize,
) -> Result<Vec<usize>, CallError> {
    let mut parts = Vec::new();
    let fill = |room: &mut [u8]| {
        room.fill(byte(picture, parts.len()));
        parts.push(room.len());
        Ok(())
    };
    // SAFETY: `work` keeps the memory of the surface, and nobody else uses it.
    unsafe { uploader.upload(surface, fill) }?;
    Ok(parts)
}

fn byte(picture: usize, part: usize) -> u8 {
    (picture * 16 + part) as u8
}

fn opening(error: &nvframe::DeviceError) -> String {
    format!("{error} {}", softdevice::OPENING_CALLS)
}

fn call(error: CallError) -> String {
    format!("{error} {}", softdevice::BINDING_CALLS)
}

fn memory_call(error: nvframe::cudarc::driver::DriverError) -> String {
    format!(
        "{error} cuMemAlloc cuMemcpyDtoH {}",
        softdevice::BINDING_CALLS
    )
}

fn statuses(function: &str) -> &'static [u32] {
    match function {
        // cudarc keeps the context when asking for an attribute fails.
        "cuDeviceGetAttribute" => &[],
        _ => &[2, 999],
    }
}

#[test]
fn no_call_that_fails_or_is_late_does_harm() {
    softdevice::activate().expect("the software device is built with the tests");
    let mut found = softdevice::sweep(work, statuses);
    found.extend(softdevice::sweep_late(work, 1));
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}
