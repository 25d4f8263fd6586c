//! Events. What an event waits for is done when it is recorded, so it is a point in time; but for
//! [late](super::late) copies, which are made when it is waited for.

use nvenc_sys::{CUevent, CUstream};
use std::{ffi::c_uint, time::Instant};

use super::{
    callback, context,
    ffi::{Out, Outcome, exports},
    handles::Table,
    late::Mark,
    status::{INVALID_HANDLE, INVALID_VALUE},
    stream,
};
use crate::{
    ledger::{self, Kind},
    watch,
};

pub(super) struct Event {
    pub(super) context: usize,
    timed: bool,
    recorded: Option<Instant>,
    mark: Option<Mark>,
}

pub(super) static EVENTS: Table<Event> = Table::new();

const DISABLE_TIMING: c_uint = 2;

/// Refuses a handle that is no event; does what comes before it.
pub(super) fn check(event: CUevent) -> Outcome {
    context::current()?;
    let mark = EVENTS.with(event as usize, |event| event.mark.clone());
    if let Some(mark) = mark.ok_or(INVALID_HANDLE)? {
        mark.reach();
    }
    Ok(())
}

fn record(event: CUevent, on: CUstream) -> Outcome {
    let mark = stream::mark(on)?;
    EVENTS
        .with(event as usize, |event| {
            event.recorded = Some(Instant::now());
            event.mark = mark;
        })
        .ok_or(INVALID_HANDLE)
}

fn destroy(event: CUevent) -> Outcome {
    context::current()?;
    watch::about(event as usize);
    EVENTS.remove(event as usize).ok_or(INVALID_HANDLE)?;
    ledger::end(Kind::Event, event as usize);
    Ok(())
}

/// When an event was recorded: only one that keeps time and was recorded can say.
fn time(event: CUevent) -> Outcome<Instant> {
    check(event)?;
    EVENTS
        .with(event as usize, |event| {
            event.recorded.filter(|_| event.timed)
        })
        .flatten()
        .ok_or(INVALID_HANDLE)
}

fn elapsed(milliseconds: Out<f32>, start: CUevent, end: CUevent) -> Outcome {
    let (start, end) = (time(start)?, time(end)?);
    let forward = end.saturating_duration_since(start).as_secs_f32();
    let backward = start.saturating_duration_since(end).as_secs_f32();
    milliseconds.put((forward - backward) * 1000.0)
}

exports! {
    fn cuEventCreate(event: Out<CUevent>, flags: c_uint) {
        let context = context::current()?;
        event.check()?;
        if flags > 7 {
            return Err(INVALID_VALUE);
        }
        let timed = flags & DISABLE_TIMING == 0;
        let handle = EVENTS.insert(Event { context, timed, recorded: None, mark: None });
        ledger::begin(Kind::Event, handle, context);
        event.put(handle as CUevent)
    }

    fn cuEventRecord(event: CUevent, on: CUstream) {
        record(event, on)
    }

    fn cuEventRecordWithFlags(event: CUevent, on: CUstream, _flags: c_uint) {
        record(event, on)
    }

    fn cuEventQuery(event: CUevent) {
        check(event)
    }

    fn cuEventSynchronize(event: CUevent) {
        check(event)?;
        callback::wait();
        Ok(())
    }

    fn cuEventElapsedTime(milliseconds: Out<f32>, start: CUevent, end: CUevent) {
        elapsed(milliseconds, start, end)
    }

    fn cuEventDestroy(event: CUevent) {
        destroy(event)
    }

    fn cuEventDestroy_v2(event: CUevent) {
        destroy(event)
    }
}
