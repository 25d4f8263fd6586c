//! Motion estimation only: a picture's vectors instead of its bits.

mod search;

use nvenc_sys::{
    NV_ENC_CREATE_MV_BUFFER, NV_ENC_INPUT_PTR, NV_ENC_MEONLY_PARAMS, NV_ENC_OUTPUT_PTR,
    NV_ENC_PIC_PARAMS,
};
use std::ptr;

use super::{
    input,
    output::{Coded, Meta, Output},
    session::{Session, State},
    status::{Answer, absent, bad_call, bad_param, bad_pointer, generic},
};
use crate::{
    codec::{Codec, EncodedFrame, FrameType},
    ledger::{self, Kind},
    picture::Picture,
    watch,
};
use search::{Luma, Macroblock};

/// `nvEncCreateMVBuffer`.
pub(super) fn create(session: &Session, params: &mut NV_ENC_CREATE_MV_BUFFER) -> Answer {
    let mut state = session.running()?;
    check_mode(&state, true)?;
    let handle = State::handle();
    state.outputs.insert(handle, Output::Idle);
    state.vectors.insert(handle);
    session.begin(Kind::MotionBuffer, handle);
    watch::note("made", handle as u64);
    params.mvBuffer = ptr::with_exposed_provenance_mut(handle);
    Ok(())
}

/// `nvEncDestroyMVBuffer`.
pub(super) fn destroy(session: &Session, buffer: NV_ENC_OUTPUT_PTR) -> Answer {
    let mut state = session.running()?;
    let handle = find(&state, buffer)?;
    if matches!(state.outputs.get(&handle), Some(Output::Locked(_))) {
        return Err(bad_call("the buffer is locked"));
    }
    state.outputs.remove(&handle);
    state.vectors.remove(&handle);
    for mapped in state.mapped.values_mut() {
        mapped.outputs.retain(|it| *it != handle);
    }
    ledger::end(Kind::MotionBuffer, handle);
    Ok(())
}

/// `nvEncRunMotionEstimationOnly`. The vectors are there when it returns.
pub(super) fn run(session: &Session, params: &NV_ENC_MEONLY_PARAMS) -> Answer {
    let _order = session.submit();
    let codec = check(session, params)?;
    let picture = read(session, params, params.inputBuffer)?;
    let reference = read(session, params, params.referenceFrame)?;
    let size = (picture.width, picture.height);
    let data = match (Luma::new(&picture), Luma::new(&reference)) {
        (Some(picture), Some(reference)) => vectors(codec, size, &|x, y| {
            search::macroblock(&picture, &reference, x, y)
        }),
        // The null codec looks at no pixels.
        _ => vectors(codec, size, &|_, _| Macroblock::default()),
    };
    deliver(session, params, data)
}

/// Refuses a call that is not for sessions in this mode.
pub(super) fn check_mode(state: &State, wanted: bool) -> Answer {
    let stage = state.stage.as_ref();
    match stage.is_some_and(|stage| stage.motion) == wanted {
        true => Ok(()),
        false if wanted => Err(bad_call("the session is not for motion estimation only")),
        false => Err(bad_call("the session is for motion estimation only")),
    }
}

fn check(session: &Session, params: &NV_ENC_MEONLY_PARAMS) -> Answer<Codec> {
    let state = session.running()?;
    check_mode(&state, true)?;
    if params.inputBuffer.is_null() || params.referenceFrame.is_null() {
        return Err(bad_pointer("it wants a picture and one to refer to"));
    }
    if params.mvBuffer.is_null() {
        return Err(bad_pointer("there is no buffer for the vectors"));
    }
    if !params.completionEvent.is_null() || params.viewID != 0 {
        return Err(bad_param("there are neither events nor second views"));
    }
    if !params.meExternalHints.is_null() {
        return Err(absent("motion hints"));
    }
    let handle = find(&state, params.mvBuffer)?;
    match state.outputs.get(&handle) {
        Some(Output::Idle) => {}
        _ => return Err(bad_param("the buffer is in use: lock and unlock it first")),
    }
    let stage = state.stage.as_ref();
    stage
        .map(|stage| stage.setup.encoder.codec)
        .ok_or_else(|| generic("the session was destroyed meanwhile"))
}

fn find(state: &State, buffer: NV_ENC_OUTPUT_PTR) -> Answer<usize> {
    let handle = buffer.addr();
    watch::about(handle);
    match state.vectors.contains(&handle) {
        true => Ok(handle),
        false => Err(bad_param("no buffer for vectors of this session")),
    }
}

fn read(
    session: &Session,
    params: &NV_ENC_MEONLY_PARAMS,
    input: NV_ENC_INPUT_PTR,
) -> Answer<Picture> {
    let picture = NV_ENC_PIC_PARAMS {
        inputWidth: params.inputWidth,
        inputHeight: params.inputHeight,
        inputBuffer: input,
        bufferFmt: params.bufferFmt,
        ..NV_ENC_PIC_PARAMS::default()
    };
    input::read(session, &picture)
}

fn deliver(session: &Session, params: &NV_ENC_MEONLY_PARAMS, data: Vec<u8>) -> Answer {
    let mut state = session.running()?;
    let handle = find(&state, params.mvBuffer)?;
    let frame = EncodedFrame {
        data,
        frame_type: FrameType::P,
        index: 0,
        qp: 0,
    };
    let meta = Meta::default();
    let ready = Output::Ready(Coded { frame, meta });
    state.outputs.insert(handle, ready);
    for input in [params.inputBuffer, params.referenceFrame] {
        if let Some(mapped) = state.mapped.get_mut(&input.addr()) {
            mapped.outputs.push(handle);
        }
    }
    Ok(())
}

/// Finds the macroblock at a column and row.
type Find<'a> = &'a dyn Fn(usize, usize) -> Macroblock;

fn vectors(codec: Codec, size: (usize, usize), find: Find<'_>) -> Vec<u8> {
    match codec {
        Codec::H264 => of_h264(size, find),
        _ => of_hevc(size, find),
    }
}

/// A structure for each macroblock, row by row: `NV_ENC_H264_MV_DATA`.
fn of_h264((width, height): (usize, usize), find: Find<'_>) -> Vec<u8> {
    let mut data = Vec::new();
    for y in (0..height).step_by(16) {
        for x in (0..width).step_by(16) {
            let block = find(x, y);
            put_vectors(&mut data, &block);
            data.extend([u8::from(!block.intra), u8::from(block.split), 0, 0]);
            data.extend(block.cost.to_ne_bytes());
        }
    }
    data
}

/// Structures for the coding units of each tree of 32x32 samples, row by row:
/// `NV_ENC_HEVC_MV_DATA`.
fn of_hevc((width, height): (usize, usize), find: Find<'_>) -> Vec<u8> {
    let mut data = Vec::new();
    for y in (0..height).step_by(32) {
        for x in (0..width).step_by(32) {
            let places = [(x, y), (x + 16, y), (x, y + 16), (x + 16, y + 16)];
            let inside = places.iter().filter(|(x, y)| *x < width && *y < height);
            let blocks: Vec<_> = inside.map(|(x, y)| find(*x, *y)).collect();
            put_tree(&mut data, &blocks);
        }
    }
    data
}

fn put_tree(data: &mut Vec<u8>, blocks: &[Macroblock]) {
    let alike = |it: &Macroblock| !it.intra && !it.split && it.vectors == blocks[0].vectors;
    if blocks.len() == 4 && blocks.iter().all(alike) {
        put_unit(data, &blocks[0], 2, true);
        return;
    }
    for (number, block) in blocks.iter().enumerate() {
        put_unit(data, block, 1, number + 1 == blocks.len());
    }
}

/// Sizes are 1 for 16x16 and 2 for 32x32.
fn put_unit(data: &mut Vec<u8>, block: &Macroblock, size: u8, last: bool) {
    put_vectors(data, block);
    let quarters = if block.split { 3 } else { 0 };
    data.extend([u8::from(!block.intra), size, quarters, u8::from(last)]);
}

/// In quarters of a sample.
fn put_vectors(data: &mut Vec<u8>, block: &Macroblock) {
    for (x, y) in block.vectors {
        data.extend((4 * x).to_ne_bytes());
        data.extend((4 * y).to_ne_bytes());
    }
}
