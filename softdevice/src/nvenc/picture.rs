//! Taking a picture in.

use nvenc_sys::{
    CUdevice, NV_ENC_PIC_PARAMS, NV_ENC_PIC_PARAMS_H264, NV_ENC_PIC_PARAMS_HEVC, NV_ENC_PIC_STRUCT,
};
use std::{
    ptr::NonNull,
    slice,
    sync::{Arc, MutexGuard, PoisonError},
    thread,
};

use super::{
    buffers::Memory,
    convert::{self, Target},
    layout::Layout,
    output::{Meta, Output},
    qp_map, reserved, sei,
    session::{Session, State},
    status::{Answer, bad_param, bad_pointer, generic, need_more_input, not_mapped, unsupported},
    worker::{Engine, Job},
};
use crate::{
    codec::{Ask, Codec, Force, null},
    cuda::memory,
    picture::Picture,
    watch,
};

const FORCE_INTRA: u32 = 1;
const FORCE_IDR: u32 = 2;
const OUTPUT_HEADERS: u32 = 4;
const END_OF_STREAM: u32 = 8;

/// `nvEncEncodePicture`.
pub(super) fn encode(session: &Session, params: &NV_ENC_PIC_PARAMS) -> Answer {
    let _order = session.submit();
    watch::note("input", params.inputBuffer.addr() as u64);
    watch::note("output", params.outputBitstream.addr() as u64);
    watch::note("flags", params.encodePicFlags.into());
    if params.encodePicFlags & END_OF_STREAM != 0 {
        check_end(params)?;
        session.give(Job::Flush)?;
        session.state().unended = false;
        return Ok(());
    }
    check(session, params)?;
    let picture = read(session, params)?;
    let offsets = session.offsets(params)?;
    let sei = sei::read(params, session.target()?.1)?;
    let (index, coded) = reserve(session, params, sei)?;
    session.give(Job::Picture {
        picture,
        index,
        ask: Ask {
            force: force(params.encodePicFlags),
            offsets,
        },
    })?;
    answer(session, coded)
}

impl Session {
    /// Gives the worker a job, waiting for room in its queue.
    pub(super) fn give(&self, job: Job) -> Answer {
        let engine = {
            let mut state = self.running()?;
            if let Some(reason) = &state.broken {
                return Err(generic(format!("the codec failed: {reason}")));
            }
            state.given += 1;
            state.submitter = Some(thread::current().id());
            engine(&state)?
        };
        self.changed.notify_all();
        engine.give(self, job)
    }
}

fn engine(state: &State) -> Answer<Engine> {
    let stage = state.stage.as_ref();
    let engine = stage.map(|stage| stage.engine.clone());
    engine.ok_or_else(|| generic("the session was destroyed meanwhile"))
}

fn force(flags: u32) -> Force {
    match flags {
        _ if flags & FORCE_IDR != 0 => Force::Idr,
        _ if flags & FORCE_INTRA != 0 => Force::Intra,
        _ => Force::Nothing,
    }
}

/// The header wants all else of an end of stream to be 0.
fn check_end(params: &NV_ENC_PIC_PARAMS) -> Answer {
    let handles = [
        params.inputBuffer,
        params.outputBitstream,
        params.completionEvent,
    ];
    match handles.iter().all(|handle| handle.is_null()) {
        true => Ok(()),
        false => Err(bad_param("an end of stream has neither input nor output")),
    }
}

fn check(session: &Session, params: &NV_ENC_PIC_PARAMS) -> Answer {
    let known = FORCE_INTRA | FORCE_IDR | OUTPUT_HEADERS;
    if params.encodePicFlags & !known != 0 {
        return Err(bad_param("no such picture flag"));
    }
    if params.inputBuffer.is_null() || params.outputBitstream.is_null() {
        return Err(bad_pointer("a picture wants an input and an output"));
    }
    if params.pictureStruct != NV_ENC_PIC_STRUCT::NV_ENC_PIC_STRUCT_FRAME {
        return Err(bad_param("the session codes frames, not fields"));
    }
    if !params.completionEvent.is_null() {
        return Err(bad_param("there are no events in synchronous mode"));
    }
    let codec = session.target()?.1;
    reserved::check_picture(params, codec)?;
    match wanted(params, codec) {
        Some(what) => Err(unsupported(format!("this device has not: {what}"))),
        None => Ok(()),
    }
}

impl Session {
    fn target(&self) -> Answer<(Target, Codec)> {
        let state = self.running()?;
        let setup = state.stage.as_ref().map(|stage| &stage.setup);
        let found = setup.map(|setup| (setup.target, setup.encoder.codec));
        found.ok_or_else(|| generic("the session was destroyed meanwhile"))
    }
}

impl Session {
    /// The picture's map, for blocks of 16x16 samples; empty where it has none.
    fn offsets(&self, params: &NV_ENC_PIC_PARAMS) -> Answer<Vec<i8>> {
        let state = self.running()?;
        let setup = state.stage.as_ref().map(|stage| &stage.setup.encoder);
        setup.map_or(Ok(Vec::new()), |config| qp_map::read(params, config))
    }
}

/// What a picture asks for and cannot have.
fn wanted(params: &NV_ENC_PIC_PARAMS, codec: Codec) -> Option<&'static str> {
    let (long_term, refresh, slices) = match codec {
        // SAFETY: the session's codec says which of the two was filled in; both are plain
        // numbers and pointers, for which any bits are valid.
        Codec::H264 => of_h264(unsafe { &params.codecPicParams.h264PicParams }),
        // SAFETY: as above.
        _ => of_hevc(unsafe { &params.codecPicParams.hevcPicParams }),
    };
    let all = [
        (!params.meExternalHints.is_null(), "motion hints"),
        (!params.alphaBuffer.is_null(), "an alpha layer"),
        (long_term, "long-term references"),
        (refresh, "intra refresh"),
        (slices, "new slices for a picture"),
    ];
    all.into_iter()
        .find(|(asked, _)| *asked)
        .map(|(_, what)| what)
}

fn of_h264(own: &NV_ENC_PIC_PARAMS_H264) -> (bool, bool, bool) {
    (
        own.ltrMarkFrame() == 1 || own.ltrUseFrames() == 1,
        own.forceIntraRefreshWithFrameCnt > 0,
        own.sliceModeDataUpdate() == 1 || own.forceIntraSliceCount > 0,
    )
}

fn of_hevc(own: &NV_ENC_PIC_PARAMS_HEVC) -> (bool, bool, bool) {
    (
        own.ltrMarkFrame() == 1 || own.ltrUseFrames() == 1,
        own.forceIntraRefreshWithFrameCnt > 0,
        own.sliceModeDataUpdate() == 1,
    )
}

/// Where a picture lies; the device's own buffers stay as long as they are read.
struct Surface {
    address: NonNull<u8>,
    layout: Layout,
    _memory: Option<Arc<Memory>>,
}

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

/// Takes the output for the next picture; gives the picture's number, and how many pictures
/// were coded by then.
fn reserve(session: &Session, params: &NV_ENC_PIC_PARAMS, sei: Vec<u8>) -> Answer<(u64, u64)> {
    let mut state = session.running()?;
    let handle = params.outputBitstream as usize;
    watch::about(handle);
    match state.outputs.get_mut(&handle) {
        Some(output @ Output::Idle) => *output = Output::Pending,
        Some(_) => return Err(bad_param("the output is in use: lock and unlock it first")),
        None => return Err(bad_param("no bitstream buffer of this session")),
    }
    let index = state.pictures;
    state.pictures += 1;
    state.unended = true;
    state.pending.push_back(handle);
    let meta = Meta {
        frame_index: index as u32,
        timestamp: params.inputTimeStamp,
        duration: params.inputDuration,
        headers: params.encodePicFlags & OUTPUT_HEADERS != 0,
        sei,
    };
    state.metas.insert(index, meta);
    if let Some(mapped) = state.mapped.get_mut(&(params.inputBuffer as usize)) {
        mapped.outputs.push(handle);
    }
    Ok((index, state.coded))
}

/// Without B-frames and lookahead every picture has its output, sooner or later; with them only the codec
/// can say, so it is waited for.
fn answer(session: &Session, coded: u64) -> Answer {
    let state = session.running()?;
    let stage = state.stage.as_ref();
    let held = stage.map_or(0, |stage| stage.setup.held());
    if held == 0 {
        return Ok(());
    }
    let mut state = idle(session, state)?;
    // A client with no buffer left could neither submit nor lock: it is given what there is,
    // at the price of an IDR picture.
    if state.coded == coded && is_starved(&state, held) {
        drop(state);
        session.give(Job::Flush)?;
        state = idle(session, session.running()?)?;
    }
    match state.coded > coded {
        true => Ok(()),
        false => Err(need_more_input("pictures are reordered or looked at")),
    }
}

/// Waits until the worker has done everything.
fn idle<'a>(session: &'a Session, state: MutexGuard<'a, State>) -> Answer<MutexGuard<'a, State>> {
    let busy = |state: &mut State| state.done < state.given && !state.closing;
    let state = session.changed.wait_while(state, busy);
    let state = state.unwrap_or_else(PoisonError::into_inner);
    match &state.broken {
        Some(reason) => Err(generic(format!("the codec failed: {reason}"))),
        None => Ok(state),
    }
}

fn is_starved(state: &State, held: u32) -> bool {
    let pending = |output: &Output| matches!(output, Output::Pending);
    state.outputs.len() > held as usize && state.outputs.values().all(pending)
}
