//! Pointers from clients, and the results that only NVCUVID gives.

use nvenc_sys::CUresult;

use crate::{
    cuda::{ffi::Outcome, status::INVALID_VALUE},
    watch::Argument,
};

pub(super) const INVALID_SOURCE: CUresult = CUresult(300);
pub(super) const MAP_FAILED: CUresult = CUresult(205);
pub(super) const ALREADY_MAPPED: CUresult = CUresult(208);
pub(super) const NOT_PERMITTED: CUresult = CUresult(800);

/// A structure that a C client fills in.
///
/// Values come into being only as arguments of exported functions: there is no constructor.
/// The contract of NVCUVID is that such an argument is null or valid for a read.
#[repr(transparent)]
#[derive(Debug)]
pub(super) struct In<T>(*const T);

impl<T: Copy> In<T> {
    /// A copy of it, refusing a null address.
    pub(super) fn get(&self) -> Outcome<T> {
        if self.0.is_null() {
            return Err(INVALID_VALUE);
        }
        // SAFETY: not null, so valid for a read of `T` by the contract of this type.
        Ok(unsafe { self.0.read() })
    }
}

/// A structure that a C client fills in and gets answers in.
#[repr(transparent)]
#[derive(Debug)]
pub(super) struct InOut<T>(*mut T);

impl<T: Copy> InOut<T> {
    /// Lets `work` change a copy, then writes it back. Nothing is written on an error.
    pub(super) fn update(&self, work: impl FnOnce(&mut T) -> Outcome) -> Outcome {
        let mut value = In(self.0.cast_const()).get()?;
        work(&mut value)?;
        // SAFETY: not null, or `get` would have failed; so valid for a write of `T` by the
        // contract of this type, which is that of `In` and `Out` together.
        unsafe { self.0.write(value) };
        Ok(())
    }
}

impl<T> Argument for In<T> {
    fn show(&self, out: &mut String) {
        self.0.show(out);
    }
}

impl<T> Argument for InOut<T> {
    fn show(&self, out: &mut String) {
        self.0.show(out);
    }
}

/// Copies `length` elements from a client's array; `None` for a null address with a length.
///
/// # Safety
/// * `start` is null or valid for reads of `length` elements.
pub(super) unsafe fn array<T: Copy>(start: *const T, length: usize) -> Option<Vec<T>> {
    if length == 0 {
        return Some(Vec::new());
    }
    if start.is_null() {
        return None;
    }
    // SAFETY: the caller's promise, and `start` is not null.
    Some(unsafe { std::slice::from_raw_parts(start, length) }.to_vec())
}
