//! Owners of a stream and of the events on it.

use crate::bind;
use cudarc::driver::{CudaContext, DriverError, result, sys};
use std::{ptr, sync::Arc};

/// A driver call that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{call} failed: {source}")]
#[allow(clippy::exhaustive_structs)] // a call, and what it returned
pub struct CallError {
    /// Its name, without `_v2`.
    pub call: &'static str,
    /// What it returned.
    pub source: DriverError,
}

impl CallError {
    pub(crate) fn of(call: &'static str) -> impl FnOnce(DriverError) -> Self {
        move |source| Self { call, source }
    }
}

/// A stream whose work is in no order with that of any other. Destroyed on drop.
#[derive(Debug)]
pub(crate) struct Stream {
    raw: sys::CUstream,
    context: Arc<CudaContext>,
}

// SAFETY: the driver takes a stream from any thread that has its context bound.
unsafe impl Send for Stream {}

impl Stream {
    pub(crate) fn new(context: &Arc<CudaContext>) -> Result<Self, CallError> {
        bind(context).map_err(CallError::of("cuCtxSetCurrent"))?;
        let flags = sys::CUstream_flags::CU_STREAM_NON_BLOCKING as u32;
        let mut raw = ptr::null_mut();
        // SAFETY: a context is current, and there is room for the handle.
        let created = unsafe { sys::cuStreamCreate(&mut raw, flags) };
        created.result().map_err(CallError::of("cuStreamCreate"))?;
        Ok(Self {
            raw,
            context: Arc::clone(context),
        })
    }

    pub(crate) fn raw(&self) -> sys::CUstream {
        self.raw
    }

    /// Waits for all that was put on it.
    pub(crate) fn wait(&self) -> Result<(), CallError> {
        bind(&self.context).map_err(CallError::of("cuCtxSetCurrent"))?;
        // SAFETY: the stream lives as long as `self`.
        unsafe { result::stream::synchronize(self.raw) }
            .map_err(CallError::of("cuStreamSynchronize"))
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // Binding fails only for a context that is gone, and its streams with it.
        if bind(&self.context).is_ok() {
            // SAFETY: `new` made it, and it is destroyed nowhere else.
            let _ = unsafe { result::stream::destroy(self.raw) };
        }
    }
}

/// A point in a stream that threads can wait for, asleep. Destroyed on drop.
#[derive(Debug)]
pub(crate) struct Event {
    raw: sys::CUevent,
    context: Arc<CudaContext>,
}

// SAFETY: the driver takes an event from any thread that has its context bound.
unsafe impl Send for Event {}

impl Event {
    pub(crate) fn new(context: &Arc<CudaContext>) -> Result<Self, CallError> {
        bind(context).map_err(CallError::of("cuCtxSetCurrent"))?;
        let flags = sys::CUevent_flags::CU_EVENT_BLOCKING_SYNC as u32
            | sys::CUevent_flags::CU_EVENT_DISABLE_TIMING as u32;
        let mut raw = ptr::null_mut();
        // SAFETY: a context is current, and there is room for the handle.
        let created = unsafe { sys::cuEventCreate(&mut raw, flags) };
        created.result().map_err(CallError::of("cuEventCreate"))?;
        Ok(Self {
            raw,
            context: Arc::clone(context),
        })
    }

    /// Puts it on a stream of the same context, which is the current one: after all that is there.
    pub(crate) fn record(&self, on: &Stream) -> Result<(), CallError> {
        // SAFETY: both live as long as the references.
        unsafe { result::event::record(self.raw, on.raw) }.map_err(CallError::of("cuEventRecord"))
    }

    /// Waits until the stream got to where it was put last.
    pub(crate) fn wait(&self) -> Result<(), CallError> {
        bind(&self.context).map_err(CallError::of("cuCtxSetCurrent"))?;
        // SAFETY: the event lives as long as `self`.
        unsafe { result::event::synchronize(self.raw) }.map_err(CallError::of("cuEventSynchronize"))
    }
}

impl Drop for Event {
    fn drop(&mut self) {
        // Binding fails only for a context that is gone, and its events with it.
        if bind(&self.context).is_ok() {
            // SAFETY: `new` made it, and it is destroyed nowhere else.
            let _ = unsafe { result::event::destroy(self.raw) };
        }
    }
}
