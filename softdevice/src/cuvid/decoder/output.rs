//! The output surfaces of a decoder, in device memory.

use super::settings::Geometry;
use crate::{
    cuda::{
        ffi::Outcome,
        memory,
        status::{INVALID_HANDLE, OUT_OF_MEMORY},
    },
    cuvid::ffi::{ALREADY_MAPPED, MAP_FAILED},
    ledger::{self, Kind},
    picture::Picture,
};

use nvenc_sys::CUdevice;
use std::sync::Arc;

/// A fixed set of surfaces, so that a client sees the same addresses again.
pub(super) struct Outputs {
    surfaces: Vec<Output>,
    bytes: usize,
    device: CUdevice,
}

struct Output {
    address: u64,
    /// What is mapped there.
    picture: Option<Arc<Picture>>,
}

impl Outputs {
    pub(super) fn allocate(count: usize, geometry: &Geometry, device: CUdevice) -> Outcome<Self> {
        let bytes = geometry.bytes();
        let mut outputs = Self {
            surfaces: Vec::with_capacity(count),
            bytes,
            device,
        };
        for _ in 0..count {
            let address = memory::allocate(bytes, device).ok_or(OUT_OF_MEMORY)?;
            let picture = None;
            outputs.surfaces.push(Output { address, picture });
        }
        Ok(outputs)
    }

    /// The device whose memory they are in.
    pub(super) fn device(&self) -> CUdevice {
        self.device
    }

    /// Whether the surfaces are large enough for `geometry`.
    pub(super) fn hold(&self, geometry: &Geometry) -> bool {
        geometry.bytes() <= self.bytes
    }

    /// Whether a surface is mapped.
    pub(super) fn busy(&self) -> bool {
        self.surfaces.iter().any(|output| output.picture.is_some())
    }

    /// Takes a free surface for a picture, which may not be mapped already: so the real driver
    /// has it (580.159.04).
    pub(super) fn map(&mut self, picture: &Arc<Picture>) -> Outcome<u64> {
        let same = |mapped: &Arc<Picture>| Arc::ptr_eq(mapped, picture);
        if self
            .surfaces
            .iter()
            .flat_map(|output| &output.picture)
            .any(same)
        {
            return Err(ALREADY_MAPPED);
        }
        let free = self
            .surfaces
            .iter_mut()
            .find(|output| output.picture.is_none());
        let output = free.ok_or(MAP_FAILED)?;
        output.picture = Some(Arc::clone(picture));
        Ok(output.address)
    }

    /// Gives a surface back.
    pub(super) fn unmap(&mut self, address: u64) -> Outcome {
        let mapped = |output: &&mut Output| output.picture.is_some() && output.address == address;
        let output = self
            .surfaces
            .iter_mut()
            .find(mapped)
            .ok_or(INVALID_HANDLE)?;
        output.picture = None;
        Ok(())
    }
}

impl Drop for Outputs {
    fn drop(&mut self) {
        for output in &self.surfaces {
            let end = output.address + self.bytes as u64;
            ledger::check_unused(Kind::Resource, output.address..end);
            memory::free(output.address);
        }
    }
}

/// The bytes of a mapped surface.
///
/// # Safety
/// * `address` was mapped from living [`Outputs`] and neither unmapped nor freed while the
///   slice lives.
/// * Nothing else uses that surface meanwhile.
pub(super) unsafe fn bytes<'a>(
    address: u64,
    length: usize,
    device: CUdevice,
) -> Option<&'a mut [u8]> {
    let start = memory::host_view(address, length, device)?;
    // SAFETY: `host_view` found `length` bytes in one living allocation, which are initialised,
    // as memory is allocated zeroed; the rest is the caller's promise.
    Some(unsafe { std::slice::from_raw_parts_mut(start.as_ptr(), length) })
}
