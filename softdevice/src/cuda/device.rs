//! The devices, all of one kind: what they say of themselves.

use nvenc_sys::CUdevice;
use std::{
    ffi::{c_char, c_int, c_uint},
    slice,
    sync::atomic::{AtomicBool, Ordering},
};

use super::{
    context,
    ffi::{Out, Outcome, exports},
    memory,
    status::{INVALID_DEVICE, INVALID_VALUE, NOT_INITIALIZED},
};
use crate::profile::{self, Profile};

/// The CUDA version that the driver speaks: 11.4, as drivers of the 470 series do.
const DRIVER_VERSION: c_int = 11040;

static INITIALISED: AtomicBool = AtomicBool::new(false);

/// Refuses any work before `cuInit`.
pub(super) fn initialised() -> Outcome {
    INITIALISED
        .load(Ordering::Acquire)
        .then_some(())
        .ok_or(NOT_INITIALIZED)
}

/// Whether this libcuda was never used: whoever has a context has it from another.
pub(crate) fn is_unused() -> bool {
    initialised().is_err()
}

/// Refuses a device that is not there.
pub(super) fn check(device: CUdevice) -> Outcome {
    initialised()?;
    let known = usize::try_from(device).is_ok_and(|device| device < profile::devices());
    known.then_some(()).ok_or(INVALID_DEVICE)
}

/// Bytes that the next allocations on a device may take together.
pub(super) fn free_memory(device: CUdevice) -> usize {
    let in_use = memory::in_use(device);
    Profile::get().memory.saturating_sub(in_use)
}

exports! {
    fn cuInit(flags: c_uint) {
        if flags != 0 {
            return Err(INVALID_VALUE);
        }
        INITIALISED.store(true, Ordering::Release);
        Ok(())
    }

    fn cuDriverGetVersion(version: Out<c_int>) {
        version.put(DRIVER_VERSION)
    }

    fn cuDeviceGetCount(count: Out<c_int>) {
        initialised()?;
        count.put(profile::devices() as c_int)
    }

    fn cuDeviceGet(device: Out<CUdevice>, ordinal: c_int) {
        check(ordinal)?;
        device.put(ordinal)
    }

    fn cuDeviceGetName(name: Out<c_char>, length: c_int, device: CUdevice) {
        check(device)?;
        put_text(name, length, Profile::get().name)
    }

    fn cuDeviceGetUuid(uuid: Out<[u8; 16]>, device: CUdevice) {
        check(device)?;
        uuid.put(uuid_of(device))
    }

    fn cuDeviceGetUuid_v2(uuid: Out<[u8; 16]>, device: CUdevice) {
        check(device)?;
        uuid.put(uuid_of(device))
    }

    fn cuDeviceTotalMem_v2(bytes: Out<usize>, device: CUdevice) {
        check(device)?;
        bytes.put(Profile::get().memory)
    }

    fn cuMemGetInfo_v2(free: Out<usize>, total: Out<usize>) {
        let device = context::current_device()?;
        free.put(free_memory(device))?;
        total.put(Profile::get().memory)
    }

    fn cuDeviceComputeCapability(major: Out<c_int>, minor: Out<c_int>, device: CUdevice) {
        check(device)?;
        let (first, second) = Profile::get().compute_capability;
        major.put(first)?;
        minor.put(second)
    }

    fn cuDeviceGetAttribute(value: Out<c_int>, attribute: c_uint, device: CUdevice) {
        check(device)?;
        value.put(attribute_value(attribute, device)?)
    }

    fn cuDeviceGetPCIBusId(name: Out<c_char>, length: c_int, device: CUdevice) {
        check(device)?;
        put_text(name, length, &format!("0000:{:02x}:00.0", device + 1))
    }

    fn cuDeviceCanAccessPeer(can: Out<c_int>, device: CUdevice, peer: CUdevice) {
        check(device)?;
        check(peer)?;
        can.put(0)
    }
}

/// No real GPU has one of these, which say what they are.
fn uuid_of(device: CUdevice) -> [u8; 16] {
    let mut uuid = *b"software device\0";
    uuid[15] = device as u8;
    uuid
}

fn put_text(place: Out<c_char>, length: c_int, text: &str) -> Outcome {
    place.check()?;
    let room = usize::try_from(length).map_err(|_| INVALID_VALUE)?;
    let kept = text.len().min(room.checked_sub(1).ok_or(INVALID_VALUE)?);
    // SAFETY: the address is not null, and by the interface's contract `length` bytes, of
    // which `kept + 1` are used, may be written there.
    let place = unsafe { slice::from_raw_parts_mut(place.address().cast::<u8>(), kept + 1) };
    place[..kept].copy_from_slice(&text.as_bytes()[..kept]);
    place[kept] = 0;
    Ok(())
}

/// `CUdevice_attribute`: those of a V100 but for what the profile says. Others known to
/// CUDA 11.4 are things this device cannot do.
fn attribute_value(attribute: c_uint, device: CUdevice) -> Outcome<c_int> {
    let (major, minor) = Profile::get().compute_capability;
    Ok(match attribute {
        1..=3 => 1024,    // threads per block, and its first two sides
        4 => 64,          // third side
        5 => i32::MAX,    // blocks, first side
        6 | 7 => 65_535,  // second and third
        8 => 49_152,      // shared memory per block
        9 => 65_536,      // constant memory
        10 => 32,         // warp
        11 => i32::MAX,   // largest pitch of a copy
        12 => 65_536,     // registers
        13 => 1_530_000,  // clock in kHz
        14 => 512,        // texture alignment
        15 => 1,          // copies and kernels overlap
        16 => 80,         // multiprocessors
        19 => 1,          // maps host memory
        31 => 1,          // concurrent kernels
        32 => 1,          // ECC
        33 => device + 1, // PCI bus
        36 => 877_000,    // memory clock in kHz
        37 => 4096,       // memory bus in bits
        38 => 6 << 20,    // level 2 cache
        39 => 2048,       // threads of a multiprocessor
        40 => 2,          // copy engines
        41 => 1,          // unified addresses
        51 => 32,         // texture pitch alignment
        75 => major,
        76 => minor,
        78 => 1,      // stream priorities
        81 => 98_304, // shared memory of a multiprocessor
        82 => 65_536, // its registers
        83 => 1,      // managed memory
        // Memory pools (115) are not among these: NVENC cannot register such memory.
        known if (1..=124).contains(&known) => 0,
        _ => return Err(INVALID_VALUE),
    })
}
