//! An NVENC client as a C program would be one, for the tests of the encoder's contract.

#![allow(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "each test uses a part of it"
)]
#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

mod cuda;
mod session;

use nvenc_sys::*;
use std::{ffi::c_void, sync::OnceLock};

pub use cuda::{context, copy_to_device, cuda, device_memory};
pub use nvenc_sys::NVENCSTATUS as S;
pub use session::{Packet, Session};

pub type Handle = *mut c_void;

/// The interface that these tests speak.
pub const API: ApiVersion = ApiVersion::V11_1;

/// Calls a function of the session's list.
#[macro_export]
macro_rules! enc {
    ($session:expr, $name:ident($($argument:expr),* $(,)?)) => {{
        let session = &$session;
        let function = session.list().$name.unwrap();
        // SAFETY: the arguments are those of the driver's header; where a test passes what a
        // client must not, the device is documented to refuse it.
        unsafe { function(session.encoder, $($argument),*) }
    }};
}

/// Asserts that a call gave a status.
#[macro_export]
macro_rules! gives {
    ($status:ident, $call:expr) => {
        assert_eq!($call, nvenc_sys::NVENCSTATUS::$status)
    };
}

pub fn library() -> &'static EncodeLibrary {
    static LIBRARY: OnceLock<EncodeLibrary> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        softdevice::activate().unwrap();
        EncodeLibrary::load().unwrap()
    })
}

/// A function list of interface `api`.
pub fn list(api: ApiVersion) -> NV_ENCODE_API_FUNCTION_LIST {
    let mut list = NV_ENCODE_API_FUNCTION_LIST::versioned(api);
    // SAFETY: the list says its version.
    let status = unsafe { (library().create_instance)(&mut list) };
    assert_eq!(status, S::NV_ENC_SUCCESS);
    list
}

pub fn the_list() -> &'static NV_ENCODE_API_FUNCTION_LIST {
    struct Shared(NV_ENCODE_API_FUNCTION_LIST);
    // SAFETY: a list is never changed after it was filled, and its functions are thread-safe.
    unsafe impl Send for Shared {}
    // SAFETY: as above.
    unsafe impl Sync for Shared {}
    static LIST: OnceLock<Shared> = OnceLock::new();
    &LIST.get_or_init(|| Shared(list(API))).0
}

pub fn params(context: Handle) -> NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS {
    NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS {
        deviceType: NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_CUDA,
        device: context,
        apiVersion: API.word(),
        ..NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS::versioned(API)
    }
}

pub fn open(params: &NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS) -> (S, Handle) {
    let mut encoder = 0xdead as Handle;
    let mut params = *params;
    let function = the_list().nvEncOpenEncodeSessionEx.unwrap();
    // SAFETY: both are valid; what they say may be wrong, which the device refuses.
    let status = unsafe { function(&mut params, &mut encoder) };
    (status, encoder)
}

/// Initialisation parameters and the configuration they point at.
pub struct Setup {
    pub params: NV_ENC_INITIALIZE_PARAMS,
    pub config: NV_ENC_CONFIG,
}

impl Setup {
    pub fn new(codec: GUID, width: u32, height: u32) -> Self {
        Self {
            params: NV_ENC_INITIALIZE_PARAMS {
                encodeGUID: codec,
                presetGUID: NV_ENC_PRESET_P1_GUID,
                tuningInfo: NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_HIGH_QUALITY,
                encodeWidth: width,
                encodeHeight: height,
                darWidth: width,
                darHeight: height,
                frameRateNum: 25,
                frameRateDen: 1,
                enablePTD: 1,
                ..NV_ENC_INITIALIZE_PARAMS::versioned(API)
            },
            config: config(),
        }
    }

    pub fn hevc(&mut self) -> &mut NV_ENC_CONFIG_HEVC {
        // SAFETY: every member is plain numbers and pointers, and all of it is initialised.
        unsafe { &mut self.config.encodeCodecConfig.hevcConfig }
    }

    pub fn h264(&mut self) -> &mut NV_ENC_CONFIG_H264 {
        // SAFETY: as for `hevc`.
        unsafe { &mut self.config.encodeCodecConfig.h264Config }
    }
}

/// Constant quantisers, one IDR, no B-frames.
fn config() -> NV_ENC_CONFIG {
    let mut config = NV_ENC_CONFIG {
        profileGUID: NV_ENC_CODEC_PROFILE_AUTOSELECT_GUID,
        gopLength: NVENC_INFINITE_GOPLENGTH,
        frameIntervalP: 1,
        frameFieldMode: NV_ENC_PARAMS_FRAME_FIELD_MODE::NV_ENC_PARAMS_FRAME_FIELD_MODE_FRAME,
        ..NV_ENC_CONFIG::versioned(API)
    };
    config.rcParams.rateControlMode = NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CONSTQP;
    config.rcParams.constQP = NV_ENC_QP {
        qpInterP: 26,
        qpInterB: 28,
        qpIntra: 24,
    };
    config
}

/// A picture for a session of this size and format.
pub fn picture(
    input: Handle,
    output: Handle,
    format: NV_ENC_BUFFER_FORMAT,
    (width, height): (u32, u32),
) -> NV_ENC_PIC_PARAMS {
    NV_ENC_PIC_PARAMS {
        inputBuffer: input,
        outputBitstream: output,
        bufferFmt: format,
        inputWidth: width,
        inputHeight: height,
        pictureStruct: NV_ENC_PIC_STRUCT::NV_ENC_PIC_STRUCT_FRAME,
        ..NV_ENC_PIC_PARAMS::versioned(API)
    }
}

/// Runs an ignored test of the calling file in a process of its own, with variables.
pub fn alone(test: &str, variables: &[(&str, &str)]) -> std::process::Output {
    std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--ignored", "--exact", test, "--nocapture"])
        .envs(variables.iter().copied())
        .output()
        .unwrap()
}

/// Asserts that an ignored test of the calling file passes in a process of its own.
pub fn passes_alone(test: &str, variables: &[(&str, &str)]) {
    let output = alone(test, variables);
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}{errors}"
    );
}
