//! Bitstream buffers: what comes out, and when.

use nvenc_sys::{
    NV_ENC_CREATE_BITSTREAM_BUFFER, NV_ENC_LOCK_BITSTREAM, NV_ENC_OUTPUT_PTR, NV_ENC_PIC_STRUCT,
    NV_ENC_PIC_TYPE,
};
use std::{
    ptr,
    sync::{MutexGuard, PoisonError},
    thread,
    time::{Duration, Instant},
};

use super::{
    nal,
    session::{Session, State},
    status::{Answer, bad_call, bad_param, generic, lock_busy},
};
use crate::{
    codec::{Codec, EncodedFrame, FrameType},
    ledger::{self, Kind},
    watch,
};

/// How long a lock waits for another thread to submit the pictures that the codec needs
/// before it gives the one asked for.
const PATIENCE: Duration = Duration::from_secs(3);

/// What a bitstream buffer holds.
#[derive(Debug)]
pub(super) enum Output {
    Idle,
    /// A picture was submitted with it.
    Pending,
    Ready(Coded),
    /// The client reads it.
    Locked(#[expect(dead_code, reason = "kept alive for the client")] Coded),
}

/// A coded picture and what the client said of its input.
#[derive(Debug)]
pub(super) struct Coded {
    pub(super) frame: EncodedFrame,
    pub(super) meta: Meta,
}

/// What a client said of a picture.
#[derive(Clone, Debug, Default)]
pub(super) struct Meta {
    pub(super) frame_index: u32,
    pub(super) timestamp: u64,
    pub(super) duration: u64,
    /// Parameter sets with this picture, whatever it is.
    pub(super) headers: bool,
    /// SEI messages as NAL units.
    pub(super) sei: Vec<u8>,
}

/// `nvEncCreateBitstreamBuffer`.
pub(super) fn create(session: &Session, params: &mut NV_ENC_CREATE_BITSTREAM_BUFFER) -> Answer {
    let mut state = session.running()?;
    let handle = State::handle();
    state.outputs.insert(handle, Output::Idle);
    session.begin(Kind::BitstreamBuffer, handle);
    watch::note("made", handle as u64);
    params.bitstreamBuffer = ptr::with_exposed_provenance_mut(handle);
    Ok(())
}

/// `nvEncDestroyBitstreamBuffer`.
pub(super) fn destroy(session: &Session, buffer: NV_ENC_OUTPUT_PTR) -> Answer {
    let mut state = session.running()?;
    if state.vectors.contains(&buffer.addr()) {
        return Err(bad_param("the buffer is one for motion vectors"));
    }
    match find(&mut state, buffer)? {
        Output::Locked(_) => Err(bad_call("the buffer is locked")),
        Output::Pending => Err(bad_call("a picture is being coded into the buffer")),
        Output::Idle | Output::Ready(_) => {
            state.outputs.remove(&(buffer as usize));
            ledger::end(Kind::BitstreamBuffer, buffer.addr());
            forget(&mut state, buffer as usize);
            Ok(())
        }
    }
}

/// `nvEncLockBitstream`.
pub(super) fn lock(session: &Session, params: &mut NV_ENC_LOCK_BITSTREAM) -> Answer {
    let wait = params.doNotWait() == 0;
    let mut state = wait_until_ready(session, params.outputBitstream, wait)?;
    let (codec, offsets) = match &state.stage {
        Some(stage) => (stage.setup.encoder.codec, stage.setup.report_slice_offsets),
        None => return Err(generic("the session was destroyed meanwhile")),
    };
    let is_motion = state.vectors.contains(&params.outputBitstream.addr());
    let output = find(&mut state, params.outputBitstream)?;
    match std::mem::replace(output, Output::Idle) {
        Output::Ready(coded) => {
            fill(params, &coded, codec, offsets);
            if is_motion {
                params.numSlices = 0;
            }
            *output = Output::Locked(coded);
            state.locked += u64::from(!is_motion);
            session.begin(Kind::LockedBitstream, params.outputBitstream.addr());
            watch::note("output", params.outputBitstream.addr() as u64);
            watch::note("size", params.bitstreamSizeInBytes.into());
        }
        other => *output = other,
    }
    forget(&mut state, params.outputBitstream as usize);
    Ok(())
}

/// `nvEncUnlockBitstream`.
pub(super) fn unlock(session: &Session, buffer: NV_ENC_OUTPUT_PTR) -> Answer {
    let mut state = session.running()?;
    let output = find(&mut state, buffer)?;
    if !matches!(output, Output::Locked(_)) {
        return Err(bad_call("the buffer is not locked"));
    }
    *output = Output::Idle;
    ledger::end(Kind::LockedBitstream, buffer.addr());
    Ok(())
}

/// An input may be unmapped once the output of its picture was locked.
fn forget(state: &mut State, output: usize) {
    let mapped = state.mapped.values_mut();
    mapped.for_each(|mapped| mapped.outputs.retain(|it| *it != output));
}

fn wait_until_ready(
    session: &Session,
    buffer: NV_ENC_OUTPUT_PTR,
    wait: bool,
) -> Answer<MutexGuard<'_, State>> {
    let mut state = session.running()?;
    check_lookahead(&mut state, buffer)?;
    let mut idle_since: Option<Instant> = None;
    loop {
        match find(&mut state, buffer)? {
            Output::Ready(_) => return Ok(state),
            Output::Idle => return Err(bad_param("no picture was submitted with the buffer")),
            Output::Locked(_) => return Err(bad_call("the buffer is locked already")),
            Output::Pending => {}
        }
        check_progress(&state)?;
        if !wait {
            return Err(lock_busy("the picture is not coded yet"));
        }
        let idle = state.done == state.given;
        idle_since = idle.then(|| idle_since.unwrap_or_else(Instant::now));
        // The thread that submits would wait for itself.
        let alone = state.submitter == Some(thread::current().id());
        if idle_since.is_some_and(|since| alone || since.elapsed() >= PATIENCE) {
            return Err(lock_busy(
                "the picture comes only after more pictures, or EOS",
            ));
        }
        let slept = session.changed.wait_timeout(state, PATIENCE / 10);
        state = slept.unwrap_or_else(PoisonError::into_inner).0;
    }
}

/// The pictures that are only looked at have no output before the stream ends.
fn check_lookahead(state: &mut State, buffer: NV_ENC_OUTPUT_PTR) -> Answer {
    let setup = state.stage.as_ref().map(|stage| &stage.setup.encoder);
    let ahead = setup.map_or(0, |setup| u64::from(setup.controls.lookahead));
    if ahead == 0 || !state.unended || state.pictures > state.locked + ahead {
        return Ok(());
    }
    match find(state, buffer)? {
        Output::Pending | Output::Ready(_) => Err(bad_param(
            "the picture is looked at: its output cannot be locked before lookaheadDepth more \
             pictures, or EOS",
        )),
        Output::Idle | Output::Locked(_) => Ok(()),
    }
}

fn check_progress(state: &State) -> Answer {
    match &state.broken {
        Some(reason) => Err(generic(format!("the codec failed: {reason}"))),
        None if state.closing => Err(generic("the session was destroyed meanwhile")),
        None => Ok(()),
    }
}

fn fill(params: &mut NV_ENC_LOCK_BITSTREAM, coded: &Coded, codec: Codec, offsets: usize) {
    let frame = &coded.frame;
    let units = nal::units(&frame.data);
    let slices = || units.iter().filter(|unit| unit.is_slice(codec));
    params.numSlices = slices().count() as u32;
    if !params.sliceOffsets.is_null() {
        for (number, slice) in slices().take(offsets).enumerate() {
            // SAFETY: not null; a client that asks for offsets gives room for as many slices
            // as it configured, and `offsets` is no more.
            let place = unsafe { params.sliceOffsets.add(number) };
            // SAFETY: as above.
            unsafe { place.write(slice.offset as u32) };
        }
    }
    params.frameIdx = coded.meta.frame_index;
    params.hwEncodeStatus = 2; // finished
    params.bitstreamSizeInBytes = frame.data.len() as u32;
    params.outputTimeStamp = coded.meta.timestamp;
    params.outputDuration = coded.meta.duration;
    params.bitstreamBufferPtr = frame.data.as_ptr().cast_mut().cast();
    params.pictureType = picture_type(frame.frame_type);
    params.pictureStruct = NV_ENC_PIC_STRUCT::NV_ENC_PIC_STRUCT_FRAME;
    params.frameAvgQP = frame.qp;
    params.frameSatd = 0;
    params.ltrFrameIdx = 0;
    params.ltrFrameBitmap = 0;
    params.temporalId = 0;
}

fn picture_type(frame_type: FrameType) -> NV_ENC_PIC_TYPE {
    match frame_type {
        FrameType::Idr => NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_IDR,
        FrameType::I => NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_I,
        FrameType::P => NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_P,
        FrameType::B => NV_ENC_PIC_TYPE::NV_ENC_PIC_TYPE_B,
    }
}

fn find(state: &mut State, buffer: NV_ENC_OUTPUT_PTR) -> Answer<&mut Output> {
    watch::about(buffer.addr());
    let found = state.outputs.get_mut(&(buffer as usize));
    found.ok_or_else(|| bad_param("no bitstream buffer of this session"))
}
