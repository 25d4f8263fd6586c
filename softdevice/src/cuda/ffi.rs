//! Where C meets the device: pointers that clients pass, and functions that never unwind.

use nvenc_sys::CUresult;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::status::{INVALID_VALUE, UNKNOWN};
use crate::watch::Argument;

/// What the body of an exported function gives.
pub(crate) type Outcome<T = ()> = Result<T, CUresult>;

/// An address that a C client wants something written to.
///
/// Values come into being only as arguments of exported functions: there is no constructor.
/// The driver interface's contract is that such an argument is null or valid for a write.
#[repr(transparent)]
#[derive(Debug)]
pub(crate) struct Out<T>(*mut T);

impl<T> Out<T> {
    /// Writes `value`; false for a null address.
    pub(crate) fn write(&self, value: T) -> bool {
        if self.0.is_null() {
            return false;
        }
        // SAFETY: not null, so valid for a write of `T` by the contract of this type.
        unsafe { self.0.write(value) };
        true
    }

    /// Writes `value`, refusing a null address as the driver does.
    pub(crate) fn put(&self, value: T) -> Outcome {
        self.write(value).then_some(()).ok_or(INVALID_VALUE)
    }

    /// Refuses a null address before any work is done.
    pub(crate) fn check(&self) -> Outcome {
        (!self.0.is_null()).then_some(()).ok_or(INVALID_VALUE)
    }

    /// The address.
    pub(crate) fn address(&self) -> *mut T {
        self.0
    }
}

impl<T> Argument for Out<T> {
    fn show(&self, out: &mut String) {
        self.0.show(out);
    }
}

/// Runs the body of an exported function; a panic ends here.
pub(crate) fn answer(body: impl FnOnce() -> Outcome) -> CUresult {
    match catch_unwind(AssertUnwindSafe(body)) {
        Ok(Ok(())) => CUresult::CUDA_SUCCESS,
        Ok(Err(status)) => status,
        Err(_) => UNKNOWN,
    }
}

/// Exported driver functions, each with a body that gives an [`Outcome`].
macro_rules! exports {
    ($($(#[$meta:meta])* fn $name:ident($($argument:ident: $kind:ty),* $(,)?) $body:block)*) => {
        $($(#[$meta])*
        #[unsafe(no_mangle)]
        unsafe extern "C" fn $name($($argument: $kind),*) -> nvenc_sys::CUresult {
            let call = $crate::watch::begin(stringify!($name), |_arguments| {
                $(_arguments.add(stringify!($argument), &$argument);)*
            });
            call.run(|| $crate::cuda::ffi::answer(|| $body))
        })*
    };
}

pub(crate) use exports;
