//! Device memory that is registered as an encoder's input.

use super::{
    encoder::{RawEncoder, call, call_as_is},
    sys::*,
};
use crate::{Error, format::raw_format};
use nvframe::{
    Owner, Surface,
    cudarc::driver::sys::{CUresult, cuMemGetAddressRange_v2},
};
use std::{
    ffi::c_void,
    ptr::{self, NonNull},
    sync::Arc,
};

/// A registered surface. It keeps the owner of the memory alive.
#[derive(Debug)]
pub(crate) struct RawResource {
    handle: NonNull<c_void>,
    surface: Surface,
    owner: Owner,
    encoder: Arc<RawEncoder>,
}

// SAFETY: the handle belongs to the session, which may be used from any thread.
unsafe impl Send for RawResource {}

/// A registered surface, mapped for the encoder to read. [`RawResource::unmap`] ends that.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MappedResource {
    pub(crate) input: NV_ENC_INPUT_PTR,
    pub(crate) format: NV_ENC_BUFFER_FORMAT,
}

// SAFETY: it is a number to the driver, used through the session alone.
unsafe impl Send for MappedResource {}

impl RawResource {
    /// Registers a surface. It is allocated as long as `owner` lives: the caller has both
    /// from one [`nvframe::DeviceFrame`], which promises that.
    pub(crate) fn new(
        encoder: &Arc<RawEncoder>,
        surface: Surface,
        owner: Owner,
    ) -> Result<Self, Error> {
        const CALL: &str = "nvEncRegisterResource";
        encoder.bind()?;
        check_room(&surface)?;
        let mut parameters = NV_ENC_REGISTER_RESOURCE {
            resourceType: NV_ENC_INPUT_RESOURCE_TYPE::NV_ENC_INPUT_RESOURCE_TYPE_CUDADEVICEPTR,
            width: surface.size.width,
            height: surface.size.height,
            pitch: u32::try_from(surface.pitch)
                .map_err(|_| Error::invalid("pitch", surface.pitch, "it must fit in 32 bits"))?,
            resourceToRegister: surface.address as *mut c_void,
            bufferFormat: raw_format(surface.format),
            ..encoder.versioned()
        };
        call!(encoder, nvEncRegisterResource, &mut parameters)?;
        let handle =
            NonNull::new(parameters.registeredResource).ok_or_else(|| Error::no_handle(CALL))?;
        Ok(Self {
            handle,
            surface,
            owner,
            encoder: Arc::clone(encoder),
        })
    }

    /// True when it is this memory, of this very owner, that is registered.
    #[inline]
    pub(crate) fn is_for(&self, surface: &Surface, owner: &Owner) -> bool {
        Arc::ptr_eq(&self.owner, owner) && self.surface == *surface
    }

    pub(crate) fn surface(&self) -> &Surface {
        &self.surface
    }

    pub(crate) fn owner(&self) -> &Owner {
        &self.owner
    }

    /// Maps it; `parameters` is what a session keeps for that.
    #[inline]
    pub(crate) fn map(
        &self,
        parameters: &mut NV_ENC_MAP_INPUT_RESOURCE,
    ) -> Result<MappedResource, Error> {
        parameters.registeredResource = self.handle.as_ptr();
        // What an earlier call left there is another surface's.
        parameters.mappedResource = ptr::null_mut();
        call_as_is!(&self.encoder, nvEncMapInputResource, parameters)?;
        let (input, format) = (parameters.mappedResource, parameters.mappedBufferFmt);
        match input.is_null() {
            true => Err(Error::no_handle("nvEncMapInputResource")),
            false => Ok(MappedResource { input, format }),
        }
    }

    #[inline]
    pub(crate) fn unmap(&self, mapped: MappedResource) -> Result<(), Error> {
        call_as_is!(&self.encoder, nvEncUnmapInputResource, mapped.input)
    }

    fn unregister(&self) -> Result<(), Error> {
        call!(&self.encoder, nvEncUnregisterResource, self.handle.as_ptr())
    }
}

/// Refuses a surface that goes beyond its memory, as far as the driver knows of that.
fn check_room(surface: &Surface) -> Result<(), Error> {
    let (mut start, mut len) = (0, 0);
    // SAFETY: both numbers outlive the call.
    let known = unsafe { cuMemGetAddressRange_v2(&mut start, &mut len, surface.address) };
    let room = (start.saturating_add(len as u64)).saturating_sub(surface.address) as usize;
    let needed = surface.extent();
    if known == CUresult::CUDA_SUCCESS && room < needed {
        return Err(Error::FrameBeyondMemory { needed, room });
    }
    Ok(())
}

impl Drop for RawResource {
    fn drop(&mut self) {
        // Nothing can be done about a failure: the session's end frees its resources.
        let _ = self.unregister();
    }
}
