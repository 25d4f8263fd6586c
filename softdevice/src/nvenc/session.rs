//! Sessions: one per open encoder, found by a handle that is never followed.

use nvenc_sys::{
    CUcontext, CUdevice, NV_ENC_DEVICE_TYPE, NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS, NVENCSTATUS,
};
use std::{
    collections::{BTreeMap, BTreeSet, HashMap, VecDeque},
    ffi::{CStr, CString, c_char, c_void},
    ptr,
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError},
    thread::ThreadId,
};

use super::{
    buffers::Input,
    output::{Meta, Output},
    reserved::Reserved as _,
    resources::{Mapped, Registered},
    setup::Stage,
    status::{
        Answer, Refusal, bad_pointer, no_device, not_initialised, out_of_memory, unsupported_device,
    },
    version,
};
use crate::{
    codec::null,
    cuda::{
        context,
        ffi::Out,
        handles::{self, Table},
    },
    ledger::{self, Kind},
    profile::Profile,
};

static SESSIONS: Table<Arc<Session>> = Table::new();

/// Failures of a session whose texts a client may still be reading.
const REMEMBERED: usize = 64;

/// An open encoder.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) handle: usize,
    /// The CUDA context that it was opened on.
    context: usize,
    /// The GPU of that context.
    pub(super) device: CUdevice,
    /// Held while a picture is taken in, so that pictures keep their order.
    submitting: Mutex<()>,
    state: Mutex<State>,
    /// Told whenever the worker finished a job, or a job was given.
    pub(super) changed: Condvar,
    failures: Mutex<VecDeque<CString>>,
}

/// What a session knows, under its lock.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) stage: Option<Stage>,
    pub(super) inputs: BTreeMap<usize, Input>,
    pub(super) outputs: BTreeMap<usize, Output>,
    /// Those of the outputs that are for motion vectors.
    pub(super) vectors: BTreeSet<usize>,
    pub(super) registered: BTreeMap<usize, Registered>,
    pub(super) mapped: BTreeMap<usize, Mapped>,
    /// Outputs that were given to a picture and hold none yet, oldest first.
    pub(super) pending: VecDeque<usize>,
    /// What clients said of pictures that are being coded, by the picture's number.
    pub(super) metas: HashMap<u64, Meta>,
    /// Jobs given to the worker, and done by it.
    pub(super) given: u64,
    pub(super) done: u64,
    /// Pictures taken in, coded, and locked by the client.
    pub(super) pictures: u64,
    pub(super) coded: u64,
    pub(super) locked: u64,
    /// The thread that submits.
    pub(super) submitter: Option<ThreadId>,
    /// Why the codec gave up.
    pub(super) broken: Option<String>,
    pub(super) closing: bool,
    /// Pictures were taken in since the last end of stream.
    pub(super) unended: bool,
}

impl Session {
    /// Refuses work once the session's context was destroyed.
    pub(super) fn check_context(&self) -> Answer {
        let context = ptr::with_exposed_provenance_mut::<c_void>(self.context);
        is_usable(context)
            .then_some(())
            .ok_or_else(|| no_device("the session's context was destroyed before it"))
    }

    /// An object of the session's begins, made by the current call.
    pub(super) fn begin(&self, kind: Kind, handle: usize) {
        ledger::begin(kind, handle, self.handle);
    }

    /// Keeps other pictures out while one is taken in.
    pub(super) fn submit(&self) -> MutexGuard<'_, ()> {
        self.submitting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The same; `None` while a picture is being taken in on another thread.
    pub(super) fn try_submit(&self) -> Option<MutexGuard<'_, ()>> {
        match self.submitting.try_lock() {
            Ok(guard) => Some(guard),
            Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// What the session knows.
    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the session knows, once it was initialised.
    pub(super) fn running(&self) -> Answer<MutexGuard<'_, State>> {
        let state = self.state();
        match state.stage {
            Some(_) => Ok(state),
            None => Err(not_initialised("call nvEncInitializeEncoder first")),
        }
    }

    /// Keeps the text of a failure for `nvEncGetLastErrorString`.
    pub(super) fn remember(&self, function: &str, refusal: &Refusal) {
        if refusal.status == NVENCSTATUS::NV_ENC_ERR_NEED_MORE_INPUT {
            return;
        }
        let text = CString::new(format!("{function}: {}", refusal.text)).unwrap_or_default();
        let mut failures = self.failures();
        failures.truncate(REMEMBERED - 1);
        failures.push_front(text);
    }

    fn failures(&self) -> MutexGuard<'_, VecDeque<CString>> {
        self.failures.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// A new handle for something of this session.
    pub(super) fn handle() -> usize {
        handles::fresh()
    }
}

/// The session that a handle stands for.
pub(super) fn find(encoder: *mut c_void) -> Option<Arc<Session>> {
    SESSIONS.with(encoder as usize, |session| Arc::clone(session))
}

/// The text of the last failure; never null.
pub(super) fn last_failure(encoder: *mut c_void) -> *const c_char {
    const NONE: &CStr = c"";
    let session = find(encoder);
    let text = session.and_then(|session| session.failures().front().map(|it| it.as_ptr()));
    text.unwrap_or(NONE.as_ptr())
}

/// `nvEncOpenEncodeSessionEx`.
pub(super) fn open(
    params: &NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS,
    encoder: Out<*mut c_void>,
) -> Answer {
    version::check_last(params.version)?;
    if encoder.address().is_null() {
        return Err(bad_pointer("nowhere to put the session"));
    }
    encoder.write(ptr::null_mut());
    check_device(params)?;
    version::check_interface(params.apiVersion)?;
    params.check_reserved(params.version)?;
    let handle = insert(params.device.addr())?;
    ledger::begin(Kind::Session, handle, params.device.addr());
    encoder.write(ptr::with_exposed_provenance_mut(handle));
    Ok(())
}

fn check_device(params: &NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS) -> Answer {
    match params.deviceType {
        NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_OPENGL => {
            return Err(unsupported_device("the device has no OpenGL"));
        }
        NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_CUDA
        | NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_DIRECTX => {}
        _ => return Err(bad_pointer("no such kind of device")),
    }
    if params.device.is_null() {
        return Err(bad_pointer("the device is null"));
    }
    if params.deviceType != NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_CUDA {
        return Err(unsupported_device("the device has no DirectX"));
    }
    if !is_usable(params.device) {
        return Err(no_device("the device is no living CUDA context"));
    }
    match Profile::get().encoder {
        Some(_) => Ok(()),
        None => Err(unsupported_device("this GPU has no encoder")),
    }
}

/// Whether a session may work in a context: another libcuda's cannot be checked.
fn is_usable(context: *mut c_void) -> bool {
    null::is_guest() || context::is_live(context.cast::<_>() as CUcontext)
}

fn insert(context: usize) -> Answer<usize> {
    let most = Profile::get().encoder.and_then(|encoder| encoder.sessions);
    let session = |handle| {
        Arc::new(Session {
            handle,
            context,
            device: context::device_of(context),
            submitting: Mutex::new(()),
            state: Mutex::default(),
            changed: Condvar::new(),
            failures: Mutex::default(),
        })
    };
    SESSIONS
        .insert_below(most.unwrap_or(usize::MAX), session)
        .ok_or_else(|| out_of_memory("the driver allows no more sessions"))
}

/// `nvEncDestroyEncoder`: what the client left behind goes with the session.
pub(super) fn destroy(encoder: *mut c_void) -> Answer {
    let Some(session) = SESSIONS.remove(encoder as usize) else {
        return Ok(());
    };
    let stage = {
        let mut state = session.state();
        state.closing = true;
        if state.unended && state.broken.is_none() {
            ledger::violation("nvEncDestroyEncoder came before an end of stream".into());
        }
        state.stage.take()
    };
    session.changed.notify_all();
    if let Some(stage) = stage {
        stage.stop();
    }
    ledger::end_all_of(Kind::Session, session.handle);
    ledger::end(Kind::Session, session.handle);
    Ok(())
}
