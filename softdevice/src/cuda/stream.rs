//! Streams. Work put on one is done at once, so there is nothing to wait for but callbacks and
//! [late](super::late) copies.

use nvenc_sys::{CUevent, CUresult, CUstream};
use std::ffi::{c_int, c_uint, c_void};

use super::{
    callback::{self, Call},
    context, event,
    ffi::{Out, Outcome, exports},
    handles::Table,
    late::{Late, Mark},
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
    late: Late,
    /// An encoder follows it.
    is_followed: bool,
}

impl Stream {
    /// Whether copies may be late: only where nobody relies on the order with the default stream.
    fn may_be_late(&self) -> bool {
        self.flags == NON_BLOCKING && !self.is_followed
    }
}

pub(super) static STREAMS: Table<Stream> = Table::new();

/// The default stream, the legacy one and the thread's own have reserved handles.
const RESERVED: std::ops::RangeInclusive<usize> = 0..=2;

const NON_BLOCKING: c_uint = 1;

/// Refuses a handle that is no stream of the current context's device; does what is on it.
pub(super) fn check(stream: CUstream) -> Outcome {
    if let Some(mark) = mark(stream)? {
        mark.reach();
    }
    Ok(())
}

/// The place in a stream after all that is there; `None` where all is done.
pub(super) fn mark(stream: CUstream) -> Outcome<Option<Mark>> {
    ask(stream, None, |stream| Some(stream.late.mark()))
}

/// Makes a copy from pinned memory: when it is waited for, on a stream that is for such.
pub(super) fn copy_late(stream: CUstream, copy: impl FnOnce() + Send + 'static) -> Outcome {
    let late = |stream: &Stream| stream.may_be_late().then(|| stream.late.clone());
    match ask(stream, None, late)? {
        Some(late) => late.put(copy),
        None => copy(),
    }
    Ok(())
}

/// Makes all late copies: the driver waits for them before it frees memory.
pub(super) fn make_all() {
    let mut all = Vec::new();
    STREAMS.each(|stream| all.push(stream.late.clone()));
    all.iter().for_each(|late| late.mark().reach());
}

/// Work on a stream that an encoder follows is done at once.
pub(crate) fn follow(stream: CUstream) {
    let before = STREAMS.with(stream as usize, |stream| {
        stream.is_followed = true;
        stream.late.mark()
    });
    before.iter().for_each(Mark::reach);
}

fn create(stream: Out<CUstream>, flags: c_uint, priority: c_int) -> Outcome {
    let context = context::current()?;
    stream.check()?;
    if flags > NON_BLOCKING {
        return Err(INVALID_VALUE);
    }
    let handle = STREAMS.insert(Stream {
        context,
        flags,
        priority,
        late: Late::default(),
        is_followed: false,
    });
    ledger::begin(Kind::Stream, handle, context);
    stream.put(handle as CUstream)
}

fn destroy(stream: CUstream) -> Outcome {
    context::current()?;
    watch::about(stream as usize);
    let removed = STREAMS.remove(stream as usize).ok_or(INVALID_HANDLE)?;
    removed.late.mark().reach();
    ledger::end(Kind::Stream, stream as usize);
    Ok(())
}

fn ask<T>(stream: CUstream, reserved: T, question: impl FnOnce(&Stream) -> T) -> Outcome<T> {
    context::current()?;
    watch::about(stream as usize);
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
