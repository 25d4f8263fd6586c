//! Reserved fields, which the header wants to be 0: bytes that nobody set tell of a
//! structure that was not cleared, and mean something to a newer driver.

use nvenc_sys::*;
use std::ffi::c_void;

use super::status::{Answer, bad_param};

/// A structure with reserved fields.
pub(super) trait Reserved {
    /// The name of a reserved field that is not 0.
    fn set(&self) -> Option<&'static str>;

    /// Refuses a structure with a reserved field that is not 0.
    fn check_reserved(&self) -> Answer {
        match self.set() {
            None => Ok(()),
            Some(field) => Err(bad_param(format!("{field} is reserved and not 0"))),
        }
    }
}

trait Zero {
    fn is_zero(&self) -> bool;
}

macro_rules! zero {
    ($($kind:ty)*) => {
        $(impl Zero for $kind {
            fn is_zero(&self) -> bool {
                *self == 0
            }
        })*
    };
}

zero! { u8 u16 u32 }

impl Zero for *mut c_void {
    fn is_zero(&self) -> bool {
        self.is_null()
    }
}

impl<T: Zero, const N: usize> Zero for [T; N] {
    fn is_zero(&self) -> bool {
        self.iter().all(Zero::is_zero)
    }
}

macro_rules! reserved {
    ($($name:ident { $($field:ident),* })*) => {
        $(impl Reserved for $name {
            fn set(&self) -> Option<&'static str> {
                let fields: &[(bool, &str)] = &[
                    $((self.$field.is_zero(), concat!(stringify!($name), ".", stringify!($field)))),*
                ];
                let set = fields.iter().find(|(is_zero, _)| !is_zero);
                set.map(|(_, name)| *name)
            }
        })*
    };
}

reserved! {
    NV_ENC_CAPS_PARAM { reserved }
    NV_ENC_CONFIG { reserved, reserved2 }
    NV_ENC_CREATE_BITSTREAM_BUFFER { reserved, reserved1, reserved2 }
    NV_ENC_CREATE_INPUT_BUFFER { reserved, reserved1, reserved2 }
    NV_ENC_CREATE_MV_BUFFER { reserved1, reserved2 }
    NV_ENC_EVENT_PARAMS { reserved, reserved1, reserved2 }
    NV_ENC_INITIALIZE_PARAMS { reserved, reserved2 }
    NV_ENC_LOCK_BITSTREAM { reserved, reserved1, reserved2 }
    NV_ENC_LOCK_INPUT_BUFFER { reserved1, reserved2 }
    NV_ENC_MAP_INPUT_RESOURCE { reserved1, reserved2 }
    NV_ENC_MEONLY_PARAMS { reserved1, reserved2 }
    NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS { reserved, reserved1, reserved2 }
    NV_ENC_PIC_PARAMS { reserved1, reserved2, reservedBitFields, reserved3, reserved4 }
    NV_ENC_PRESET_CONFIG { reserved1, reserved2 }
    NV_ENC_RECONFIGURE_PARAMS {}
    NV_ENC_REGISTER_RESOURCE { reserved1, reserved2 }
    NV_ENC_SEQUENCE_PARAM_PAYLOAD { reserved, reserved2 }
    NV_ENC_STAT { reserved, reserved1, reserved2 }
}

/// Refuses initialisation parameters whose configuration has reserved fields that are set.
pub(super) fn check_configuration(params: &NV_ENC_INITIALIZE_PARAMS) -> Answer {
    // SAFETY: null or valid for the call, by the interface's contract.
    let config = unsafe { params.encodeConfig.as_ref() };
    config.map_or(Ok(()), Reserved::check_reserved)
}
