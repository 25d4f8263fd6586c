//! The picture in an input buffer, or in device memory that a client has mapped.

use nvenc_sys::{CUdevice, NV_ENC_PIC_PARAMS};
use std::{ptr::NonNull, slice, sync::Arc};

use super::{
    buffers::Memory,
    convert::{self, Target},
    layout::Layout,
    session::{Session, State},
    status::{Answer, bad_param, not_mapped},
};
use crate::{codec::null, cuda::memory, picture::Picture, watch};

/// Reads the picture that the client tells of, as the codec takes it.
pub(super) fn read(session: &Session, params: &NV_ENC_PIC_PARAMS) -> Answer<Picture> {
    let (target, _) = session.target()?;
    let surface = surface(
        &*session.running()?,
        params.inputBuffer as usize,
        session.device,
    )?;
    check_surface(params, &surface.layout, &target)?;
    if null::is_chosen() {
        return Ok(Picture::absent(target.width, target.height));
    }
    let bytes = surface.layout.bytes()?;
    // SAFETY: the buffer or the allocation holds the whole layout; that nobody writes to it
    // before this call returns is the interface's contract.
    let bytes = unsafe { slice::from_raw_parts(surface.address.as_ptr(), bytes) };
    convert::picture(bytes, &surface.layout, &target)
}

/// Where a picture lies; the device's own buffers stay as long as they are read.
struct Surface {
    address: NonNull<u8>,
    layout: Layout,
    _memory: Option<Arc<Memory>>,
}

fn surface(state: &State, handle: usize, device: CUdevice) -> Answer<Surface> {
    watch::about(handle);
    if let Some(input) = state.inputs.get(&handle) {
        if input.locked {
            return Err(bad_param("the input buffer is locked"));
        }
        return Ok(Surface {
            address: input.memory.address(),
            layout: input.layout,
            _memory: Some(Arc::clone(&input.memory)),
        });
    }
    if state.registered.contains_key(&handle) {
        return Err(not_mapped("the resource is registered but not mapped"));
    }
    let mapped = state.mapped.get(&handle);
    let resource = mapped.and_then(|mapped| state.registered.get(&mapped.resource));
    let resource = resource.ok_or_else(|| bad_param("no input of this session"))?;
    let address = match null::is_guest() {
        // It is never looked at.
        true => NonNull::new(resource.address as *mut u8),
        false => memory::host_view(resource.address, resource.layout.bytes()?, device),
    };
    Ok(Surface {
        address: address.ok_or_else(|| bad_param("the resource's memory was freed"))?,
        layout: resource.layout,
        _memory: None,
    })
}

fn check_surface(params: &NV_ENC_PIC_PARAMS, layout: &Layout, target: &Target) -> Answer {
    if params.bufferFmt != layout.format {
        return Err(bad_param("bufferFmt is not the format of the input"));
    }
    let size = (params.inputWidth as usize, params.inputHeight as usize);
    // FFmpeg leaves the size of CUDA frames 0.
    if ![(0, 0), (target.width, target.height)].contains(&size) {
        return Err(bad_param("the input is not of the session's size"));
    }
    if layout.width < target.width || layout.height < target.height {
        return Err(bad_param(
            "the input is smaller than the session's pictures",
        ));
    }
    // The header has clients that do not know the pitch give the width.
    let pitch = params.inputPitch as usize;
    if ![0, size.0, layout.pitch].contains(&pitch) {
        return Err(bad_param("inputPitch is not the input's pitch"));
    }
    convert::check(layout.format, target)
}
