//! Input buffers that the driver allocates and the client fills.

use nvenc_sys::{
    NV_ENC_BUFFER_FORMAT, NV_ENC_CREATE_INPUT_BUFFER, NV_ENC_INPUT_PTR, NV_ENC_LOCK_INPUT_BUFFER,
};
use std::{
    alloc::{Layout as Allocation, alloc_zeroed, dealloc},
    ptr::{self, NonNull},
    sync::Arc,
};

use super::{
    catalogue,
    layout::Layout,
    session::{Session, State},
    status::{Answer, bad_call, bad_param, out_of_memory, unsupported},
};
use crate::{
    ledger::{self, Kind},
    watch,
};

/// Rows begin at multiples of this, so that clients who take the width for the pitch err.
const PITCH_ALIGNMENT: usize = 256;

/// A buffer of a session.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) memory: Arc<Memory>,
    pub(super) layout: Layout,
    pub(super) locked: bool,
}

/// Memory that the client writes to while the buffer is locked, and the device reads while
/// it is not.
#[derive(Debug)]
pub(super) struct Memory {
    address: NonNull<u8>,
    allocation: Allocation,
}

// SAFETY: it is a plain block of memory; who may touch it when is the interface's contract.
unsafe impl Send for Memory {}
// SAFETY: as above.
unsafe impl Sync for Memory {}

impl Memory {
    fn new(bytes: usize) -> Answer<Self> {
        let allocation = Allocation::from_size_align(bytes.max(1), PITCH_ALIGNMENT)
            .map_err(|_| out_of_memory("no buffer can be so large"))?;
        // SAFETY: the layout has at least one byte.
        let address = NonNull::new(unsafe { alloc_zeroed(allocation) })
            .ok_or_else(|| out_of_memory("no memory for the buffer"))?;
        Ok(Self {
            address,
            allocation,
        })
    }

    pub(super) fn address(&self) -> NonNull<u8> {
        self.address
    }
}

impl Drop for Memory {
    fn drop(&mut self) {
        // SAFETY: allocated with this layout, and dropped once.
        unsafe { dealloc(self.address.as_ptr(), self.allocation) };
    }
}

/// Refuses a format that sessions of this codec never take.
pub(super) fn check_format(state: &State, format: NV_ENC_BUFFER_FORMAT) -> Answer {
    let stage = state.stage.as_ref();
    let known =
        stage.is_some_and(|stage| catalogue::formats(stage.setup.encoder.codec).contains(&format));
    known
        .then_some(())
        .ok_or_else(|| bad_param(format!("the codec takes no format {:#x}", format.0)))
}

/// `nvEncCreateInputBuffer`.
pub(super) fn create(session: &Session, params: &mut NV_ENC_CREATE_INPUT_BUFFER) -> Answer {
    let mut state = session.running()?;
    check_format(&state, params.bufferFmt)?;
    let (width, height) = (params.width as usize, params.height as usize);
    if width == 0 || height == 0 || width.max(height) > 16_384 {
        return Err(bad_param("no buffer can have this size"));
    }
    if !params.pSysMemBuffer.is_null() {
        return Err(unsupported(
            "buffers in the client's memory are not supported",
        ));
    }
    let row = Layout::row_bytes(params.bufferFmt, width)?;
    let layout = Layout {
        format: params.bufferFmt,
        width,
        height,
        pitch: row.next_multiple_of(PITCH_ALIGNMENT),
    };
    // Whole rows to the end: clients copy planes by pitch times rows.
    let memory = Arc::new(Memory::new(layout.bytes()? + layout.pitch)?);
    let handle = State::handle();
    state.inputs.insert(
        handle,
        Input {
            memory,
            layout,
            locked: false,
        },
    );
    session.begin(Kind::InputBuffer, handle);
    watch::note("made", handle as u64);
    params.inputBuffer = ptr::with_exposed_provenance_mut(handle);
    Ok(())
}

/// `nvEncDestroyInputBuffer`.
pub(super) fn destroy(session: &Session, buffer: NV_ENC_INPUT_PTR) -> Answer {
    let mut state = session.running()?;
    if find(&mut state, buffer)?.locked {
        return Err(bad_call("the buffer is locked"));
    }
    state.inputs.remove(&(buffer as usize));
    ledger::end(Kind::InputBuffer, buffer.addr());
    Ok(())
}

/// `nvEncLockInputBuffer`.
pub(super) fn lock(session: &Session, params: &mut NV_ENC_LOCK_INPUT_BUFFER) -> Answer {
    let mut state = session.running()?;
    let input = find(&mut state, params.inputBuffer)?;
    if input.locked {
        return Err(bad_call("the buffer is locked already"));
    }
    input.locked = true;
    session.begin(Kind::LockedInput, params.inputBuffer.addr());
    params.bufferDataPtr = input.memory.address().as_ptr().cast();
    params.pitch = input.layout.pitch as u32;
    Ok(())
}

/// `nvEncUnlockInputBuffer`.
pub(super) fn unlock(session: &Session, buffer: NV_ENC_INPUT_PTR) -> Answer {
    let mut state = session.running()?;
    let input = find(&mut state, buffer)?;
    if !input.locked {
        return Err(bad_call("the buffer is not locked"));
    }
    input.locked = false;
    ledger::end(Kind::LockedInput, buffer.addr());
    Ok(())
}

fn find(state: &mut State, buffer: NV_ENC_INPUT_PTR) -> Answer<&mut Input> {
    watch::about(buffer.addr());
    let found = state.inputs.get_mut(&(buffer as usize));
    found.ok_or_else(|| bad_param("no input buffer of this session"))
}
