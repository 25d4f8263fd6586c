//! Capabilities: what the GPU of the profile has, as far as the codec behind can do it too.

use nvenc_sys::ApiVersion;
use std::ffi::c_int;

use super::status::{Answer, bad_param};
use crate::{
    codec::{Codec, back_end, null},
    profile::{self, Profile},
};

/// Pictures that a codec takes, on this GPU.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sizes {
    pub(super) least: (u32, u32),
    pub(super) most: (u32, u32),
}

/// Smallest and largest width and height.
pub(super) fn sizes(codec: Codec) -> Sizes {
    match codec {
        Codec::H264 => Sizes {
            least: (33, 17),
            most: (4096, 4096),
        },
        _ => Sizes {
            least: (65, 33),
            most: (8192, 8192),
        },
    }
}

/// Most consecutive B-frames.
pub(super) fn b_frames(codec: Codec) -> u32 {
    let gpu = match codec {
        Codec::H264 => 4,
        _ => Profile::get().encoder.map_or(0, |it| it.hevc_b_frames),
    };
    if null::is_chosen() {
        return gpu;
    }
    gpu.min(back_end(codec).map_or(0, |it| it.max_b_frames))
}

/// The value of a capability, by its number in the header.
pub(super) fn value(codec: Codec, number: u32) -> Answer<c_int> {
    if number >= exposed() {
        return Err(bad_param("no capability of this interface has this number"));
    }
    let hevc = codec == Codec::Hevc;
    let sizes = sizes(codec);
    let controls = null::is_chosen() || back_end(codec).is_some_and(|it| it.controls);
    Ok(match number {
        0 => b_frames(codec) as c_int,
        // CONSTQP, and a bit each for VBR, CBR and the three HQ modes.
        1 => 0x3b,
        6..=8 => (!hevc).into(), // direct mode, CABAC, adaptive transform
        13 => {
            if hevc {
                186
            } else {
                51
            }
        } // level 6.2, 5.1
        14 => {
            if hevc {
                30
            } else {
                10
            }
        }
        16 => sizes.most.0 as c_int,
        17 => sizes.most.1 as c_int,
        19 | 20 => 1, // new size, new bit rate
        26 => back_end(codec).is_some_and(|it| it.vbv).into(),
        31 => {
            if hevc {
                262_144
            } else {
                65_536
            }
        }
        32 => 983_040,
        // 4:4:4, lossless, motion estimation only: the GPU's; a session that the codec
        // behind cannot serve is refused.
        33 | 34 | 36 => 1,
        // Intra refresh, look-ahead, weighted prediction.
        25 | 37 | 41 => controls.into(),
        35 | 39 => hevc.into(), // SAO, 10 bits
        // B-frames as references: the middle one of a group.
        43 if controls && b_frames(codec) > 1 && is_turing() => 2,
        42 => 100, // what drivers on Linux say of their free capacity
        45 => sizes.least.0 as c_int,
        46 => sizes.least.1 as c_int,
        49 => profile::engines() as c_int,
        _ => 0,
    })
}

/// Turing's encoder was the first with B-frames that others refer to.
fn is_turing() -> bool {
    Profile::get().compute_capability >= (7, 5)
}

/// How many capabilities the driver's interface has.
fn exposed() -> u32 {
    match Profile::get().api {
        ApiVersion::V8_1 => 45,
        _ => 51,
    }
}
