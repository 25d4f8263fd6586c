//! Taking a picture in.

use nvenc_sys::{NV_ENC_PIC_PARAMS, NV_ENC_PIC_STRUCT};
use std::{
    sync::{MutexGuard, PoisonError},
    thread,
};

use super::{
    absent,
    convert::Target,
    input,
    output::{Meta, Output},
    qp_map, reserved, sei,
    session::{Session, State},
    status::{Answer, bad_param, bad_pointer, generic, need_more_input},
    worker::{Engine, Job},
};
use crate::{
    codec::{Ask, Codec, Force},
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
    let picture = input::read(session, params)?;
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
    absent::check_picture(params, codec)
}

impl Session {
    /// What it codes, and in which codec.
    pub(super) fn target(&self) -> Answer<(Target, Codec)> {
        let state = self.running()?;
        let setup = state.stage.as_ref().map(|stage| &stage.setup);
        let found = setup.map(|setup| (setup.target, setup.encoder.codec));
        found.ok_or_else(|| generic("the session was destroyed meanwhile"))
    }

    /// The picture's map, for blocks of 16x16 samples; empty where it has none.
    fn offsets(&self, params: &NV_ENC_PIC_PARAMS) -> Answer<Vec<i8>> {
        let state = self.running()?;
        let setup = state.stage.as_ref().map(|stage| &stage.setup.encoder);
        setup.map_or(Ok(Vec::new()), |config| qp_map::read(params, config))
    }
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

/// Without B-frames and lookahead every picture has its output, sooner or later; with them only
/// the codec can say, so it is waited for.
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
