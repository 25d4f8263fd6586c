//! Each device's primary context, shared by all who retain it.

use nvenc_sys::{CUcontext, CUdevice};
use std::{
    ffi::{c_int, c_uint},
    sync::{Mutex, MutexGuard, PoisonError},
};

use super::{
    context, device,
    ffi::{Out, Outcome, exports},
    handles,
    status::INVALID_CONTEXT,
};
use crate::{
    ledger::{self, Kind},
    profile::MOST_DEVICES,
};

struct Primary {
    /// Given out first when it was first retained; the same one ever after, as on a driver.
    handle: usize,
    users: usize,
    flags: c_uint,
}

/// By the device's number.
static PRIMARIES: [Mutex<Primary>; MOST_DEVICES] = [const {
    Mutex::new(Primary {
        handle: 0,
        users: 0,
        flags: 0,
    })
}; MOST_DEVICES];

/// Whether `handle` is a primary context and somebody retains it.
pub(super) fn is_active(handle: usize) -> bool {
    device_of(handle).is_some_and(|device| lock(device).users > 0)
}

/// The device whose primary context `handle` is, retained or not.
pub(super) fn device_of(handle: usize) -> Option<CUdevice> {
    let mut devices = 0..MOST_DEVICES as CUdevice;
    devices.find(|device| handle != 0 && lock(*device).handle == handle)
}

/// The flags in force.
pub(super) fn flags(device: CUdevice) -> c_uint {
    lock(device).flags
}

/// Sets the flags in force, active or not.
pub(super) fn set_flags(device: CUdevice, flags: c_uint) -> Outcome {
    lock(device).flags = flags;
    Ok(())
}

fn retain(device: CUdevice) -> usize {
    let mut primary = lock(device);
    if primary.handle == 0 {
        primary.handle = handles::fresh();
    }
    if primary.users == 0 {
        ledger::begin(Kind::PrimaryContext, primary.handle, 0);
    }
    primary.users += 1;
    primary.handle
}

fn release(device: CUdevice) -> Outcome {
    device::check(device)?;
    let last = {
        let mut primary = lock(device);
        primary.users = primary.users.checked_sub(1).ok_or(INVALID_CONTEXT)?;
        (primary.users == 0).then_some(primary.handle)
    };
    if let Some(handle) = last {
        context::bury(Kind::PrimaryContext, handle);
    }
    Ok(())
}

fn reset(device: CUdevice) -> Outcome {
    device::check(device)?;
    let handle = {
        let mut primary = lock(device);
        primary.users = 0;
        primary.handle
    };
    context::bury(Kind::PrimaryContext, handle);
    Ok(())
}

/// `device` was checked to be there, or comes from a context that is.
fn lock(device: CUdevice) -> MutexGuard<'static, Primary> {
    PRIMARIES[device as usize]
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
}

exports! {
    fn cuDevicePrimaryCtxRetain(context: Out<CUcontext>, device: CUdevice) {
        device::check(device)?;
        context.check()?;
        context.put(retain(device) as CUcontext)
    }

    fn cuDevicePrimaryCtxRelease(device: CUdevice) {
        release(device)
    }

    fn cuDevicePrimaryCtxRelease_v2(device: CUdevice) {
        release(device)
    }

    fn cuDevicePrimaryCtxReset(device: CUdevice) {
        reset(device)
    }

    fn cuDevicePrimaryCtxReset_v2(device: CUdevice) {
        reset(device)
    }

    fn cuDevicePrimaryCtxSetFlags(device: CUdevice, flags: c_uint) {
        device::check(device)?;
        set_flags(device, flags)
    }

    fn cuDevicePrimaryCtxSetFlags_v2(device: CUdevice, flags: c_uint) {
        device::check(device)?;
        set_flags(device, flags)
    }

    fn cuDevicePrimaryCtxGetState(device: CUdevice, flags: Out<c_uint>, active: Out<c_int>) {
        device::check(device)?;
        let primary = lock(device);
        flags.put(primary.flags)?;
        active.put((primary.users > 0).into())
    }
}
