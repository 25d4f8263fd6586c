//! Streams. Work put on one is done at once, so there is nothing to wait for but callbacks.

use nvenc_sys::{CUevent, CUresult, CUstream};
use std::ffi::{c_int, c_uint, c_void};

use super::{
    callback::{self, Call},
    context, event,
    ffi::{Out, Outcome, exports},
    handles::Table,
    status::{INVALID_HANDLE, INVALID_VALUE},
};
use crate::{
    ledger::{self, Kind},
    watch,
};

pub(super) struct Stream {
    pub(super) context: usize,
    flags: c_uint,
    priority: c_int,
}

pub(super) static STREAMS: Table<Stream> = Table::new();

/// The default stream, the legacy one and the thread's own have reserved handles.
const RESERVED: std::ops::RangeInclusive<usize> = 0..=2;

/// Refuses a handle that is no stream of the current context's device.
pub(super) fn check(stream: CUstream) -> Outcome {
    context::current()?;
    watch::about(stream as usize);
    let known = RESERVED.contains(&(stream as usize)) || STREAMS.holds(stream as usize);
    known.then_some(()).ok_or(INVALID_HANDLE)
}

fn create(stream: Out<CUstream>, flags: c_uint, priority: c_int) -> Outcome {
    let context = context::current()?;
    stream.check()?;
    if flags > 1 {
        return Err(INVALID_VALUE);
    }
    let handle = STREAMS.insert(Stream {
        context,
        flags,
        priority,
    });
    ledger::begin(Kind::Stream, handle, context);
    stream.put(handle as CUstream)
}

fn destroy(stream: CUstream) -> Outcome {
    context::current()?;
    watch::about(stream as usize);
    STREAMS.remove(stream as usize).ok_or(INVALID_HANDLE)?;
    ledger::end(Kind::Stream, stream as usize);
    Ok(())
}

fn ask<T>(stream: CUstream, reserved: T, question: impl FnOnce(&Stream) -> T) -> Outcome<T> {
    check(stream)?;
    if RESERVED.contains(&(stream as usize)) {
        return Ok(reserved);
    }
    STREAMS
        .with(stream as usize, |stream| question(stream))
        .ok_or(INVALID_HANDLE)
}

exports! {
    fn cuStreamCreate(stream: Out<CUstream>, flags: c_uint) {
        create(stream, flags, 0)
    }

    fn cuStreamCreateWithPriority(stream: Out<CUstream>, flags: c_uint, priority: c_int) {
        create(stream, flags, priority.clamp(-5, 0))
    }

    fn cuStreamDestroy(stream: CUstream) {
        destroy(stream)
    }

    fn cuStreamDestroy_v2(stream: CUstream) {
        destroy(stream)
    }

    fn cuStreamQuery(stream: CUstream) {
        check(stream)?;
        callback::idle().then_some(()).ok_or(CUresult::CUDA_ERROR_NOT_READY)
    }

    fn cuStreamSynchronize(stream: CUstream) {
        check(stream)?;
        callback::wait();
        Ok(())
    }

    fn cuStreamGetFlags(stream: CUstream, flags: Out<c_uint>) {
        flags.put(ask(stream, 0, |stream| stream.flags)?)
    }

    fn cuStreamGetPriority(stream: CUstream, priority: Out<c_int>) {
        priority.put(ask(stream, 0, |stream| stream.priority)?)
    }

    fn cuStreamGetCtx(stream: CUstream, context: Out<nvenc_sys::CUcontext>) {
        let handle = ask(stream, context::current()?, |stream| stream.context)?;
        context.put(handle as nvenc_sys::CUcontext)
    }

    fn cuStreamIsCapturing(stream: CUstream, status: Out<c_uint>) {
        check(stream)?;
        status.put(0)
    }

    fn cuStreamWaitEvent(stream: CUstream, event: CUevent, _flags: c_uint) {
        check(stream)?;
        event::check(event)
    }

    fn cuStreamAttachMemAsync(
        stream: CUstream,
        _address: nvenc_sys::CUdeviceptr,
        _bytes: usize,
        _flags: c_uint,
    ) {
        check(stream)
    }

    fn cuStreamAddCallback(
        stream: CUstream,
        function: Option<unsafe extern "C" fn(CUstream, CUresult, *mut c_void)>,
        data: *mut c_void,
        flags: c_uint,
    ) {
        check(stream)?;
        if flags != 0 {
            return Err(INVALID_VALUE);
        }
        callback::queue(Call::stream(stream, function.ok_or(INVALID_VALUE)?, data));
        Ok(())
    }

    fn cuLaunchHostFunc(
        stream: CUstream,
        function: Option<unsafe extern "C" fn(*mut c_void)>,
        data: *mut c_void,
    ) {
        check(stream)?;
        callback::queue(Call::host(function.ok_or(INVALID_VALUE)?, data));
        Ok(())
    }
}
