//! Reserved fields, which the header wants to be 0: bytes that nobody set tell of a
//! structure that was not cleared, and mean something to a newer driver.
//!
//! To a client of interface 8.x the fields that 9.0 and later named are reserved, too.

use nvenc_sys::*;

use super::{
    status::{Answer, bad_param},
    version,
};
use crate::codec::Codec;

/// A structure with reserved fields.
pub(super) trait Reserved {
    /// The name of a reserved field that is not 0, for a client that says `version`.
    fn set(&self, version: u32) -> Option<&'static str>;

    /// Refuses a structure with a reserved field that is not 0.
    fn check_reserved(&self, version: u32) -> Answer {
        match self.set(version) {
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

zero! { u8 u16 u32 i8 }

macro_rules! zero_inside {
    ($($kind:ty)*) => {
        $(impl Zero for $kind {
            fn is_zero(&self) -> bool {
                self.0 == 0
            }
        })*
    };
}

zero_inside! {
    NV_ENC_BFRAME_REF_MODE
    NV_ENC_BUFFER_FORMAT
    NV_ENC_BUFFER_USAGE
    NV_ENC_MULTI_PASS
    NV_ENC_NUM_REF_FRAMES
    NV_ENC_TUNING_INFO
}

impl<T> Zero for *mut T {
    fn is_zero(&self) -> bool {
        self.is_null()
    }
}

impl<T: Zero, const N: usize> Zero for [T; N] {
    fn is_zero(&self) -> bool {
        self.iter().all(Zero::is_zero)
    }
}

/// The reserved fields and bit fields of each structure, and those of later interfaces.
macro_rules! reserved {
    ($($name:ident {
        $($field:ident),* $(; bits $($bits:ident),*)?
        $(; later $($later:ident),* $(; bits $($later_bits:ident),*)?)?
    })*) => {
        $(impl Reserved for $name {
            fn set(&self, version: u32) -> Option<&'static str> {
                let always: &[(bool, &'static str)] = &[
                    $((self.$field.is_zero(), concat!(stringify!($name), ".", stringify!($field))),)*
                    $($((self.$bits().is_zero(), concat!(stringify!($name), ".", stringify!($bits))),)*)?
                ];
                let later: &[(bool, &'static str)] = &[
                    $($((self.$later.is_zero(), concat!(stringify!($name), ".", stringify!($later))),)*
                    $($((self.$later_bits().is_zero(), concat!(stringify!($name), ".", stringify!($later_bits))),)*)?)?
                ];
                let later = if version::is_8(version) { later } else { &[] };
                let mut all = always.iter().chain(later);
                all.find(|(is_zero, _)| !is_zero).map(|(_, name)| *name)
            }
        })*
    };
}

reserved! {
    NV_ENC_CAPS_PARAM { reserved }
    NV_ENC_CONFIG { reserved, reserved2 }
    NV_ENC_CONFIG_H264 {
        reserved1, reserved2; bits reservedBitFields;
        later numRefL0, numRefL1; bits enableFillerDataInsertion, disableSVCPrefixNalu,
            enableScalabilityInfoSEI, singleSliceIntraRefresh
    }
    NV_ENC_CONFIG_H264_VUI_PARAMETERS { reserved }
    NV_ENC_CONFIG_HEVC {
        reserved1, reserved2; bits reserved;
        later useBFramesAsRef, numRefL0, numRefL1; bits enableFillerDataInsertion,
            enableConstrainedEncoding, enableAlphaLayerEncoding, singleSliceIntraRefresh
    }
    NV_ENC_CREATE_BITSTREAM_BUFFER { reserved, reserved1, reserved2 }
    NV_ENC_CREATE_INPUT_BUFFER { reserved, reserved1, reserved2 }
    NV_ENC_CREATE_MV_BUFFER { reserved1, reserved2 }
    NV_ENC_EVENT_PARAMS { reserved, reserved1, reserved2 }
    NV_ENC_INITIALIZE_PARAMS {
        reserved, reserved2; bits reservedBitFields;
        later tuningInfo, bufferFormat; bits enableOutputInVidmem
    }
    NV_ENC_LOCK_BITSTREAM {
        reserved, reserved1, reserved2; bits reservedBitFields; later; bits getRCStats
    }
    NV_ENC_LOCK_INPUT_BUFFER { reserved1, reserved2; bits reservedBitFields }
    NV_ENC_MAP_INPUT_RESOURCE { reserved1, reserved2 }
    NV_ENC_MEONLY_PARAMS { reserved1, reserved2 }
    NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS { reserved, reserved1, reserved2 }
    NV_ENC_PIC_PARAMS {
        reserved1, reserved2, reservedBitFields, reserved3, reserved4;
        later meHintRefPicDist, alphaBuffer
    }
    NV_ENC_PIC_PARAMS_H264 {
        reserved3, reserved, reserved2; bits reservedBitFields;
        later forceIntraSliceCount, forceIntraSliceIdx
    }
    NV_ENC_PIC_PARAMS_HEVC { reserved, reserved2, reserved3; bits reservedBitFields }
    NV_ENC_PRESET_CONFIG { reserved1, reserved2 }
    NV_ENC_RC_PARAMS {
        reserved1, reserved2, reserved; bits reservedBitField1, reservedBitFields;
        later lowDelayKeyFrameScale, multiPass, alphaLayerBitrateRatio, cbQPIndexOffset,
            crQPIndexOffset
    }
    NV_ENC_RECONFIGURE_PARAMS {; bits reserved }
    NV_ENC_REGISTER_RESOURCE {
        reserved1, reserved2; later bufferUsage, pInputFencePoint, pOutputFencePoint
    }
    NV_ENC_SEQUENCE_PARAM_PAYLOAD { reserved, reserved2 }
    NV_ENC_STAT { reserved, reserved1, reserved2; bits reservedBitFields }
}

/// Refuses initialisation parameters whose configuration has reserved fields that are set.
pub(super) fn check_configuration(params: &NV_ENC_INITIALIZE_PARAMS, codec: Codec) -> Answer {
    // SAFETY: null or valid for the call, by the interface's contract.
    let Some(config) = (unsafe { params.encodeConfig.as_ref() }) else {
        return Ok(());
    };
    let version = params.version;
    config.check_reserved(version)?;
    config.rcParams.check_reserved(version)?;
    match codec {
        Codec::H264 => {
            // SAFETY: the codec says which of the two was filled in; both are plain numbers
            // and pointers, for which any bits are valid.
            let own = unsafe { &config.encodeCodecConfig.h264Config };
            own.h264VUIParameters.check_reserved(version)?;
            own.check_reserved(version)
        }
        _ => {
            // SAFETY: as above.
            let own = unsafe { &config.encodeCodecConfig.hevcConfig };
            own.hevcVUIParameters.check_reserved(version)?;
            own.check_reserved(version)
        }
    }
}

/// Refuses a picture whose codec's own part has reserved fields that are set.
pub(super) fn check_picture(params: &NV_ENC_PIC_PARAMS, codec: Codec) -> Answer {
    let own = &params.codecPicParams;
    match codec {
        // SAFETY: as in `check_configuration`.
        Codec::H264 => unsafe { &own.h264PicParams }.check_reserved(params.version),
        // SAFETY: as above.
        _ => unsafe { &own.hevcPicParams }.check_reserved(params.version),
    }
}
