//! An NVENC client as a C program would be one, for the tests of the encoder's contract.

#![allow(dead_code, unreachable_pub, reason = "each test uses a part of it")]
#![allow(
    clippy::macro_metavars_in_unsafe,
    reason = "`enc!` calls a function, nothing else"
)]

use libloading::os::unix::Library;
use nvenc_sys::*;
use std::{
    ffi::{CStr, c_void},
    ptr::null_mut,
    sync::OnceLock,
};

pub use nvenc_sys::NVENCSTATUS as S;

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

/// Calls a function of libcuda whose arguments are all `u64` or pointers.
pub fn cuda(name: &str, arguments: [u64; 3]) -> u32 {
    type Function = unsafe extern "C" fn(u64, u64, u64) -> u32;
    static CUDA: OnceLock<Library> = OnceLock::new();
    let library = CUDA.get_or_init(|| {
        softdevice::activate().unwrap();
        // SAFETY: the software device has no initialisers.
        unsafe { Library::new("libcuda.so.1") }.unwrap()
    });
    // SAFETY: on x86-64 a function ignores the arguments it has not, and takes an `int` from
    // the lower half of a register.
    let function = unsafe { library.get::<Function>(name) }.unwrap();
    let [a, b, c] = arguments;
    // SAFETY: each caller passes what the function of this name takes.
    unsafe { function(a, b, c) }
}

/// A CUDA context of the calling thread's.
pub fn context() -> Handle {
    let mut context: Handle = null_mut();
    assert_eq!(cuda("cuInit", [0; 3]), 0);
    let place = &raw mut context as u64;
    assert_eq!(cuda("cuCtxCreate_v2", [place, 0, 0]), 0);
    context
}

/// Device memory of the current context.
pub fn device_memory(bytes: usize) -> u64 {
    let mut address = 0u64;
    let place = &raw mut address as u64;
    assert_eq!(cuda("cuMemAlloc_v2", [place, bytes as u64, 0]), 0);
    address
}

pub fn copy_to_device(address: u64, bytes: &[u8]) {
    let from = bytes.as_ptr() as u64;
    assert_eq!(
        cuda("cuMemcpyHtoD_v2", [address, from, bytes.len() as u64]),
        0
    );
}

/// An open session; destroyed when dropped.
pub struct Session {
    pub encoder: Handle,
    pub context: Handle,
}

impl Session {
    pub fn open() -> Self {
        let context = context();
        let (status, encoder) = open(&params(context));
        assert_eq!(status, S::NV_ENC_SUCCESS);
        Self { encoder, context }
    }

    /// Opened and initialised.
    pub fn start(setup: &mut Setup) -> Self {
        let session = Self::open();
        assert_eq!(
            session.initialise(setup),
            S::NV_ENC_SUCCESS,
            "{}",
            session.error()
        );
        session
    }

    pub fn list(&self) -> &'static NV_ENCODE_API_FUNCTION_LIST {
        the_list()
    }

    pub fn initialise(&self, setup: &mut Setup) -> S {
        setup.params.encodeConfig = &raw mut setup.config;
        enc!(*self, nvEncInitializeEncoder(&mut setup.params))
    }

    /// What the driver says of the last failure.
    pub fn error(&self) -> String {
        let text = enc!(*self, nvEncGetLastErrorString());
        // SAFETY: the function gives a string that lives as long as the session.
        let text = unsafe { CStr::from_ptr(text) };
        text.to_str().unwrap().to_owned()
    }

    pub fn input(&self, format: NV_ENC_BUFFER_FORMAT, width: u32, height: u32) -> Handle {
        let mut create = NV_ENC_CREATE_INPUT_BUFFER {
            width,
            height,
            bufferFmt: format,
            ..NV_ENC_CREATE_INPUT_BUFFER::versioned(API)
        };
        let status = enc!(*self, nvEncCreateInputBuffer(&mut create));
        assert_eq!(status, S::NV_ENC_SUCCESS, "{}", self.error());
        create.inputBuffer
    }

    pub fn output(&self) -> Handle {
        let mut create = NV_ENC_CREATE_BITSTREAM_BUFFER::versioned(API);
        let status = enc!(*self, nvEncCreateBitstreamBuffer(&mut create));
        assert_eq!(status, S::NV_ENC_SUCCESS);
        create.bitstreamBuffer
    }

    /// Writes rows of `width` bytes, one after the other, into an input buffer.
    pub fn fill(&self, input: Handle, width: usize, bytes: &[u8]) {
        let mut lock = NV_ENC_LOCK_INPUT_BUFFER {
            inputBuffer: input,
            ..NV_ENC_LOCK_INPUT_BUFFER::versioned(API)
        };
        gives!(NV_ENC_SUCCESS, enc!(*self, nvEncLockInputBuffer(&mut lock)));
        for (y, row) in bytes.chunks(width).enumerate() {
            let place = lock
                .bufferDataPtr
                .wrapping_byte_add(y * lock.pitch as usize);
            // SAFETY: the tests' pictures are as large as the buffers they made for them.
            unsafe { place.cast::<u8>().copy_from(row.as_ptr(), row.len()) };
        }
        gives!(NV_ENC_SUCCESS, enc!(*self, nvEncUnlockInputBuffer(input)));
    }

    pub fn end(&self) -> S {
        let mut picture = NV_ENC_PIC_PARAMS {
            encodePicFlags: 8,
            ..NV_ENC_PIC_PARAMS::versioned(API)
        };
        enc!(*self, nvEncEncodePicture(&mut picture))
    }

    pub fn lock(&self, output: Handle, do_not_wait: bool) -> Result<Packet, S> {
        let mut lock = NV_ENC_LOCK_BITSTREAM {
            outputBitstream: output,
            ..NV_ENC_LOCK_BITSTREAM::versioned(API)
        };
        lock.set_doNotWait(do_not_wait.into());
        match enc!(*self, nvEncLockBitstream(&mut lock)) {
            S::NV_ENC_SUCCESS => {}
            status => return Err(status),
        }
        let size = lock.bitstreamSizeInBytes as usize;
        // SAFETY: a locked buffer holds as many bytes as it says, until it is unlocked.
        let bytes = unsafe { std::slice::from_raw_parts(lock.bitstreamBufferPtr.cast(), size) };
        let data: &[u8] = bytes;
        Ok(Packet {
            data: data.to_vec(),
            kind: lock.pictureType,
            timestamp: lock.outputTimeStamp,
            duration: lock.outputDuration,
            qp: lock.frameAvgQP,
            slices: lock.numSlices,
        })
    }

    pub fn unlock(&self, output: Handle) -> S {
        enc!(*self, nvEncUnlockBitstream(output))
    }

    /// A coded picture, its buffer free again.
    pub fn take(&self, output: Handle) -> Packet {
        let packet = self.lock(output, false);
        let packet = packet.unwrap_or_else(|status| panic!("{status:?}: {}", self.error()));
        assert_eq!(self.unlock(output), S::NV_ENC_SUCCESS);
        packet
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        enc!(*self, nvEncDestroyEncoder());
        cuda("cuCtxDestroy_v2", [self.context as u64, 0, 0]);
    }
}

/// What came out of a lock.
pub struct Packet {
    pub data: Vec<u8>,
    pub kind: NV_ENC_PIC_TYPE,
    pub timestamp: u64,
    pub duration: u64,
    pub qp: u32,
    pub slices: u32,
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
