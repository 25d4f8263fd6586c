//! Interface versions as values, and the version words that every NVENC call carries.

use crate::bindings::*;
use std::fmt;

/// A version of the NVENC interface.
///
/// Ordered from old to new; printed as in NVIDIA's documents, `8.1`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ApiVersion {
    major: u8,
    minor: u8,
}

impl ApiVersion {
    /// Video Codec SDK 8.1: the presets of the first generation. Drivers 390.25 to 58x.
    pub const V8_1: Self = Self { major: 8, minor: 1 };
    /// Video Codec SDK 11.1: presets P1 to P7. Drivers from 470.57.02 on.
    pub const V11_1: Self = Self {
        major: 11,
        minor: 1,
    };

    /// Every version these bindings can speak, the newest first.
    pub const ALL: [Self; 2] = [Self::V11_1, Self::V8_1];

    /// The newest version that both these bindings and a driver speak, from what
    /// `NvEncodeAPIGetMaxSupportedVersion` gave (`major << 4 | minor`).
    pub fn newest_for(driver: u32) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|version| version.driver_word() <= driver)
    }

    /// Major number.
    pub fn major(self) -> u8 {
        self.major
    }

    /// Minor number.
    pub fn minor(self) -> u8 {
        self.minor
    }

    /// `NVENCAPI_VERSION`, as `NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS::apiVersion` wants it.
    pub const fn word(self) -> u32 {
        self.major as u32 | (self.minor as u32) << 24
    }

    /// The version as `NvEncodeAPIGetMaxSupportedVersion` writes it.
    pub const fn driver_word(self) -> u32 {
        (self.major as u32) << 4 | self.minor as u32
    }

    /// A structure's version word in this dialect, from the `NV_ENC_.._VER` of the header.
    pub const fn struct_word(self, header_word: u32) -> u32 {
        // NVENCAPI_STRUCT_VERSION: interface version in bits 0..7 and 24..27, the
        // structure's own number in 16..23, 7 in 28..30, a flag in bit 31.
        const STRUCTURE: u32 = 0xf0ff_0000;
        header_word & STRUCTURE | self.word()
    }
}

impl fmt::Display for ApiVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// A structure whose first field says its version.
pub trait Versioned: Default {
    /// The header's `NV_ENC_.._VER` for it.
    const HEADER_WORD: u32;

    /// The structure with its version word set and all else zero.
    fn versioned(api: ApiVersion) -> Self;
}

macro_rules! versioned {
    ($($name:ident = $word:ident;)*) => {
        $(impl Versioned for $name {
            const HEADER_WORD: u32 = $word;

            fn versioned(api: ApiVersion) -> Self {
                Self { version: api.struct_word(Self::HEADER_WORD), ..Self::default() }
            }
        })*
    };
}

versioned! {
    NV_ENCODE_API_FUNCTION_LIST = NV_ENCODE_API_FUNCTION_LIST_VER;
    NV_ENC_CAPS_PARAM = NV_ENC_CAPS_PARAM_VER;
    NV_ENC_CONFIG = NV_ENC_CONFIG_VER;
    NV_ENC_CREATE_BITSTREAM_BUFFER = NV_ENC_CREATE_BITSTREAM_BUFFER_VER;
    NV_ENC_CREATE_INPUT_BUFFER = NV_ENC_CREATE_INPUT_BUFFER_VER;
    NV_ENC_CREATE_MV_BUFFER = NV_ENC_CREATE_MV_BUFFER_VER;
    NV_ENC_EVENT_PARAMS = NV_ENC_EVENT_PARAMS_VER;
    NV_ENC_INITIALIZE_PARAMS = NV_ENC_INITIALIZE_PARAMS_VER;
    NV_ENC_LOCK_BITSTREAM = NV_ENC_LOCK_BITSTREAM_VER;
    NV_ENC_LOCK_INPUT_BUFFER = NV_ENC_LOCK_INPUT_BUFFER_VER;
    NV_ENC_MAP_INPUT_RESOURCE = NV_ENC_MAP_INPUT_RESOURCE_VER;
    NV_ENC_MEONLY_PARAMS = NV_ENC_MEONLY_PARAMS_VER;
    NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS = NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS_VER;
    NV_ENC_PIC_PARAMS = NV_ENC_PIC_PARAMS_VER;
    NV_ENC_PRESET_CONFIG = NV_ENC_PRESET_CONFIG_VER;
    NV_ENC_RC_PARAMS = NV_ENC_RC_PARAMS_VER;
    NV_ENC_RECONFIGURE_PARAMS = NV_ENC_RECONFIGURE_PARAMS_VER;
    NV_ENC_REGISTER_RESOURCE = NV_ENC_REGISTER_RESOURCE_VER;
    NV_ENC_SEQUENCE_PARAM_PAYLOAD = NV_ENC_SEQUENCE_PARAM_PAYLOAD_VER;
    NV_ENC_STAT = NV_ENC_STAT_VER;
}
