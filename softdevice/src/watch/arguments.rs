//! Arguments of driver calls, as the trace shows them.

use nvenc_sys::GUID;
use std::fmt::Write as _;

/// Arguments of one call: the inside of a JSON object.
#[derive(Default)]
pub(crate) struct Arguments(pub(super) String);

impl Arguments {
    /// Adds one; a leading underscore of its name is Rust's, not the interface's.
    pub(crate) fn add(&mut self, name: &str, value: &impl Argument) {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        // Writing to a string cannot fail.
        let _ = write!(self.0, "\"{}\":", name.trim_start_matches('_'));
        value.show(&mut self.0);
    }
}

/// What an argument can be.
pub(crate) trait Argument {
    /// Appends itself as JSON.
    fn show(&self, out: &mut String);
}

/// Appends an address.
pub(crate) fn address(out: &mut String, address: usize) {
    let _ = write!(out, "\"{address:#x}\"");
}

macro_rules! numbers {
    ($($kind:ty)*) => {
        $(impl Argument for $kind {
            fn show(&self, out: &mut String) {
                let _ = write!(out, "{self}");
            }
        })*
    };
}

numbers! { u8 u16 u32 i32 u64 usize }

impl<T> Argument for *mut T {
    fn show(&self, out: &mut String) {
        address(out, self.addr());
    }
}

impl<T> Argument for *const T {
    fn show(&self, out: &mut String) {
        address(out, self.addr());
    }
}

/// A function of the client's.
impl<T> Argument for Option<T> {
    fn show(&self, out: &mut String) {
        let _ = write!(out, "{}", self.is_some());
    }
}

impl Argument for GUID {
    fn show(&self, out: &mut String) {
        let _ = write!(out, "\"{:08x}\"", self.Data1);
    }
}

macro_rules! newtypes {
    ($($kind:ty)*) => {
        $(impl Argument for $kind {
            fn show(&self, out: &mut String) {
                let _ = write!(out, "{}", self.0);
            }
        })*
    };
}

newtypes! {
    nvenc_sys::CUresult
    nvenc_sys::NV_ENC_TUNING_INFO
    nvenc_sys::NV_ENC_BUFFER_FORMAT
}
