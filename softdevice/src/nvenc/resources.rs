//! Device memory as input: registered once, mapped for each picture.

use nvenc_sys::{
    NV_ENC_BUFFER_USAGE, NV_ENC_INPUT_PTR, NV_ENC_INPUT_RESOURCE_TYPE, NV_ENC_MAP_INPUT_RESOURCE,
    NV_ENC_REGISTER_RESOURCE, NV_ENC_REGISTERED_PTR,
};
use std::ptr;

use super::{
    buffers::check_format,
    layout::Layout,
    session::{Session, State},
    status::{
        Answer, bad_call, bad_param, map_failed, not_mapped, not_registered, register_failed,
        unsupported,
    },
};
use crate::{
    codec::null,
    cuda::memory,
    ledger::{self, Kind},
    watch,
};

/// Device memory that a client named.
#[derive(Clone, Copy, Debug)]
pub(super) struct Registered {
    pub(super) address: u64,
    pub(super) layout: Layout,
    mapped: bool,
}

/// A registered resource while it may be coded from.
#[derive(Clone, Debug)]
pub(super) struct Mapped {
    pub(super) resource: usize,
    /// Outputs of pictures from it that were not locked yet.
    pub(super) outputs: Vec<usize>,
}

/// `nvEncRegisterResource`.
pub(super) fn register(session: &Session, params: &mut NV_ENC_REGISTER_RESOURCE) -> Answer {
    let mut state = session.running()?;
    let kind = NV_ENC_INPUT_RESOURCE_TYPE::NV_ENC_INPUT_RESOURCE_TYPE_CUDADEVICEPTR;
    if params.resourceType != kind {
        return Err(unsupported("only CUdeviceptr resources are supported"));
    }
    if params.bufferUsage != NV_ENC_BUFFER_USAGE::NV_ENC_INPUT_IMAGE {
        return Err(unsupported("resources are for input only"));
    }
    check_format(&state, params.bufferFormat)?;
    let layout = layout(params)?;
    let address = params.resourceToRegister as u64;
    if !null::is_guest() && memory::host_view(address, layout.bytes()?, session.device).is_none() {
        return Err(register_failed(format!(
            "{} bytes from {address:#x} are not within one allocation of the session's GPU",
            layout.bytes()?
        )));
    }
    let handle = State::handle();
    let end = address + layout.bytes()? as u64;
    ledger::begin_at(Kind::Resource, handle, session.handle, address..end);
    watch::note("memory", address);
    watch::note("made", handle as u64);
    let registered = Registered {
        address,
        layout,
        mapped: false,
    };
    state.registered.insert(handle, registered);
    params.registeredResource = ptr::with_exposed_provenance_mut(handle);
    Ok(())
}

fn layout(params: &NV_ENC_REGISTER_RESOURCE) -> Answer<Layout> {
    let layout = Layout {
        format: params.bufferFormat,
        width: params.width as usize,
        height: params.height as usize,
        pitch: params.pitch as usize,
    };
    if layout.width == 0 || layout.height == 0 || layout.width.max(layout.height) > 16_384 {
        return Err(bad_param("no resource can have this size"));
    }
    if layout.pitch < Layout::row_bytes(layout.format, layout.width)? {
        return Err(bad_param("the pitch is less than a row"));
    }
    Ok(layout)
}

/// `nvEncUnregisterResource`.
pub(super) fn unregister(session: &Session, resource: NV_ENC_REGISTERED_PTR) -> Answer {
    let mut state = session.running()?;
    if find(&mut state, resource)?.mapped {
        return Err(bad_call("the resource is mapped"));
    }
    state.registered.remove(&(resource as usize));
    ledger::end(Kind::Resource, resource.addr());
    Ok(())
}

/// `nvEncMapInputResource`.
pub(super) fn map(session: &Session, params: &mut NV_ENC_MAP_INPUT_RESOURCE) -> Answer {
    let mut state = session.running()?;
    let resource = find(&mut state, params.registeredResource)?;
    if resource.mapped {
        return Err(map_failed("the resource is mapped already"));
    }
    resource.mapped = true;
    params.mappedBufferFmt = resource.layout.format;
    let handle = State::handle();
    let addresses = resource.address..resource.address + resource.layout.bytes()? as u64;
    ledger::begin_at(Kind::MappedResource, handle, session.handle, addresses);
    watch::note("resource", params.registeredResource.addr() as u64);
    watch::note("made", handle as u64);
    let mapped = Mapped {
        resource: params.registeredResource as usize,
        outputs: Vec::new(),
    };
    state.mapped.insert(handle, mapped);
    params.mappedResource = ptr::with_exposed_provenance_mut(handle);
    Ok(())
}

/// `nvEncUnmapInputResource`.
pub(super) fn unmap(session: &Session, mapped: NV_ENC_INPUT_PTR) -> Answer {
    let mut state = session.running()?;
    watch::about(mapped.addr());
    let found = state.mapped.get(&(mapped as usize));
    let found = found.ok_or_else(|| not_mapped("nothing is mapped by this handle"))?;
    if !found.outputs.is_empty() {
        return Err(bad_param(
            "the output of a picture from it was not locked yet",
        ));
    }
    let resource = found.resource;
    state.mapped.remove(&(mapped as usize));
    ledger::end(Kind::MappedResource, mapped.addr());
    if let Some(resource) = state.registered.get_mut(&resource) {
        resource.mapped = false;
    }
    Ok(())
}

fn find(state: &mut State, resource: NV_ENC_REGISTERED_PTR) -> Answer<&mut Registered> {
    watch::about(resource.addr());
    let found = state.registered.get_mut(&(resource as usize));
    found.ok_or_else(|| not_registered("no resource registered with this session"))
}
