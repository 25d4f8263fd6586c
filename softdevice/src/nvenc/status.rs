//! What a call gives: success, or the driver's code and a sentence for people.

use nvenc_sys::{NVENCSTATUS, Versioned};
use std::{
    borrow::Cow,
    ffi::c_void,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use super::{
    reserved::Reserved,
    session::{self, Session},
    version,
};
use crate::watch::{self, Argument};

/// What the body of a function gives.
pub(super) type Answer<T = ()> = Result<T, Refusal>;

/// Why a call failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) status: NVENCSTATUS,
    pub(super) text: Cow<'static, str>,
}

macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $status:ident;)*) => {
        $($(#[$doc])*
        pub(super) fn $name(text: impl Into<Cow<'static, str>>) -> Refusal {
            Refusal { status: NVENCSTATUS::$status, text: text.into() }
        })*
    };
}

refusals! {
    no_device = NV_ENC_ERR_INVALID_DEVICE;
    unsupported_device = NV_ENC_ERR_UNSUPPORTED_DEVICE;
    bad_pointer = NV_ENC_ERR_INVALID_PTR;
    bad_param = NV_ENC_ERR_INVALID_PARAM;
    bad_call = NV_ENC_ERR_INVALID_CALL;
    out_of_memory = NV_ENC_ERR_OUT_OF_MEMORY;
    not_initialised = NV_ENC_ERR_ENCODER_NOT_INITIALIZED;
    unsupported = NV_ENC_ERR_UNSUPPORTED_PARAM;
    lock_busy = NV_ENC_ERR_LOCK_BUSY;
    too_small = NV_ENC_ERR_NOT_ENOUGH_BUFFER;
    bad_version = NV_ENC_ERR_INVALID_VERSION;
    map_failed = NV_ENC_ERR_MAP_FAILED;
    /// Not an error: the output comes with a later picture.
    need_more_input = NV_ENC_ERR_NEED_MORE_INPUT;
    generic = NV_ENC_ERR_GENERIC;
    unimplemented = NV_ENC_ERR_UNIMPLEMENTED;
    register_failed = NV_ENC_ERR_RESOURCE_REGISTER_FAILED;
    not_registered = NV_ENC_ERR_RESOURCE_NOT_REGISTERED;
    not_mapped = NV_ENC_ERR_RESOURCE_NOT_MAPPED;
}

/// Something that the interface has, and this device has not.
pub(super) fn absent(what: &str) -> Refusal {
    unsupported(format!("this device has not: {what}"))
}

/// Runs a body that belongs to no session; a panic ends here.
pub(super) fn guard(body: impl FnOnce() -> Answer) -> NVENCSTATUS {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => NVENCSTATUS::NV_ENC_SUCCESS,
        Ok(Err(refusal)) => {
            watch::explain(&refusal.text);
            refusal.status
        }
        Err(_) => NVENCSTATUS::NV_ENC_ERR_GENERIC,
    }
}

/// Runs the body of `name` on the session that `encoder` is, and keeps what went wrong.
pub(super) fn on_session(
    encoder: *mut c_void,
    name: &str,
    body: impl FnOnce(&Arc<Session>) -> Answer,
) -> NVENCSTATUS {
    guard(|| {
        watch::about(encoder.addr());
        let session = session::find(encoder).ok_or(Refusal {
            status: NVENCSTATUS::NV_ENC_ERR_INVALID_ENCODERDEVICE,
            text: "no living session".into(),
        })?;
        let body = || {
            // Destroying is all that is left to do with a session without a context.
            if name != "nvEncDestroyEncoder" {
                session.check_context()?;
            }
            body(&session)
        };
        let done = catch_unwind(AssertUnwindSafe(body))
            .unwrap_or_else(|_| Err(generic("the software device panicked")));
        if let Err(refusal) = &done {
            session.remember(name, refusal);
        }
        done
    })
}

/// A structure that a C client passes, to be read and filled in.
///
/// Values come into being only as arguments of exported functions: there is no constructor.
/// The interface's contract is that such an argument is null or valid, and the callee's
/// alone, until the call returns.
#[repr(transparent)]
#[derive(Debug)]
pub(super) struct Params<T>(*mut T);

impl<T> Argument for Params<T> {
    fn show(&self, out: &mut String) {
        self.0.show(out);
    }
}

impl<T> Params<T> {
    /// The structure, if there is one.
    pub(super) fn get<'a>(self) -> Answer<&'a mut T> {
        // SAFETY: null or valid and unaliased for the whole call, by this type's contract.
        unsafe { self.0.as_mut() }.ok_or_else(|| bad_pointer("the pointer is null"))
    }
}

impl<T: Versioned> Params<T> {
    /// The structure, if there is one, it says a version that the driver speaks, and its
    /// reserved fields are 0.
    pub(super) fn strict<'a>(self) -> Answer<&'a mut T>
    where
        T: Reserved,
    {
        let version = self.version()?;
        let params = self.get()?;
        params.check_reserved(version)?;
        Ok(params)
    }

    /// The structure, if there is one and it says a version that the driver speaks.
    pub(super) fn versioned<'a>(self) -> Answer<&'a mut T> {
        self.version()?;
        self.get()
    }

    /// The version that the structure says, if the driver speaks it.
    fn version(&self) -> Answer<u32> {
        let word = self.0.cast::<u32>();
        // SAFETY: null or valid by this type's contract; the version is the first field of
        // every structure that has one.
        let word = unsafe { word.as_ref() }.ok_or_else(|| bad_pointer("the pointer is null"))?;
        version::check::<T>(*word)?;
        Ok(*word)
    }
}
