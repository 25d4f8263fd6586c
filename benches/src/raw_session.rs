//! The rival: the tightest loop over the C functions that does the same calls, without any of
//! the safe crate's checks.

use crate::{PITCH, SIZE};
use nvenc::{DeviceFrame as _, cudarc::driver::CudaContext};
use nvenc_sys::*;
use std::{ffi::c_void, ptr::null_mut, sync::Arc};

const API: ApiVersion = ApiVersion::V11_1;

/// Calls a function of the table and insists on success.
macro_rules! call {
    ($session:expr, $function:ident $(, $argument:expr)*) => {{
        let function = $session.functions.$function.expect(stringify!($function));
        // SAFETY: the session is alive, and the arguments are those of nvEncodeAPI.h.
        let status = unsafe { function($session.handle $(, $argument)*) };
        assert_eq!(status, NVENCSTATUS::NV_ENC_SUCCESS, stringify!($function));
    }};
}

/// A session over the C functions.
#[derive(Debug)]
pub struct RawSession {
    functions: NV_ENCODE_API_FUNCTION_LIST,
    handle: *mut c_void,
    registered: NV_ENC_REGISTERED_PTR,
    outputs: Vec<NV_ENC_OUTPUT_PTR>,
    pending: Vec<NV_ENC_INPUT_PTR>,
    submitted: usize,
    _library: EncodeLibrary,
    _context: Arc<CudaContext>,
}

impl RawSession {
    /// Opens a session of `depth` frames in flight that encodes `picture` over and over.
    ///
    /// # Panics
    /// When the driver refuses anything.
    pub fn new(context: &Arc<CudaContext>, picture: &crate::Picture, depth: usize) -> Self {
        let library = EncodeLibrary::load().unwrap_or_else(|error| panic!("{error}"));
        let mut functions = NV_ENCODE_API_FUNCTION_LIST::versioned(API);
        // SAFETY: the list outlives the call and says its version.
        let status = unsafe { (library.create_instance)(&mut functions) };
        assert_eq!(status, NVENCSTATUS::NV_ENC_SUCCESS);
        let mut session = Self {
            functions,
            handle: open(&functions, context),
            registered: null_mut(),
            outputs: Vec::new(),
            pending: Vec::new(),
            submitted: 0,
            _library: library,
            _context: Arc::clone(context),
        };
        session.initialize();
        session.register(picture.surface().address);
        session.outputs = (0..depth).map(|_| session.create_output()).collect();
        session.pending = vec![null_mut(); depth];
        session
    }

    fn initialize(&mut self) {
        let tuning = NV_ENC_TUNING_INFO::NV_ENC_TUNING_INFO_HIGH_QUALITY;
        let (codec, preset) = (NV_ENC_CODEC_HEVC_GUID, NV_ENC_PRESET_P4_GUID);
        let mut config = NV_ENC_PRESET_CONFIG::versioned(API);
        config.presetCfg = NV_ENC_CONFIG::versioned(API);
        call!(
            self,
            nvEncGetEncodePresetConfigEx,
            codec,
            preset,
            tuning,
            &mut config
        );
        config.presetCfg.frameIntervalP = 1;
        config.presetCfg.rcParams.rateControlMode = NV_ENC_PARAMS_RC_MODE::NV_ENC_PARAMS_RC_CONSTQP;
        let mut parameters = NV_ENC_INITIALIZE_PARAMS {
            encodeGUID: codec,
            presetGUID: preset,
            encodeWidth: SIZE.width,
            encodeHeight: SIZE.height,
            darWidth: 16,
            darHeight: 9,
            frameRateNum: 30,
            frameRateDen: 1,
            enablePTD: 1,
            encodeConfig: &mut config.presetCfg,
            tuningInfo: tuning,
            ..Versioned::versioned(API)
        };
        call!(self, nvEncInitializeEncoder, &mut parameters);
    }

    fn register(&mut self, address: u64) {
        let mut parameters = NV_ENC_REGISTER_RESOURCE {
            resourceType: NV_ENC_INPUT_RESOURCE_TYPE::NV_ENC_INPUT_RESOURCE_TYPE_CUDADEVICEPTR,
            width: SIZE.width,
            height: SIZE.height,
            pitch: PITCH as u32,
            resourceToRegister: address as *mut c_void,
            bufferFormat: NV_ENC_BUFFER_FORMAT::NV_ENC_BUFFER_FORMAT_NV12,
            ..Versioned::versioned(API)
        };
        call!(self, nvEncRegisterResource, &mut parameters);
        self.registered = parameters.registeredResource;
    }

    fn create_output(&self) -> NV_ENC_OUTPUT_PTR {
        let mut parameters = NV_ENC_CREATE_BITSTREAM_BUFFER::versioned(API);
        call!(self, nvEncCreateBitstreamBuffer, &mut parameters);
        parameters.bitstreamBuffer
    }

    /// Encodes one frame, and when as many are in flight as there may be, reads a packet; gives
    /// the packet's length.
    pub fn frame(&mut self) -> usize {
        let depth = self.outputs.len();
        let slot = self.submitted % depth;
        let mut map = NV_ENC_MAP_INPUT_RESOURCE {
            registeredResource: self.registered,
            ..Versioned::versioned(API)
        };
        call!(self, nvEncMapInputResource, &mut map);
        let mut picture = NV_ENC_PIC_PARAMS {
            inputWidth: SIZE.width,
            inputHeight: SIZE.height,
            inputPitch: PITCH as u32,
            frameIdx: self.submitted as u32,
            inputTimeStamp: self.submitted as u64,
            inputBuffer: map.mappedResource,
            outputBitstream: self.outputs[slot],
            bufferFmt: map.mappedBufferFmt,
            pictureStruct: NV_ENC_PIC_STRUCT::NV_ENC_PIC_STRUCT_FRAME,
            ..Versioned::versioned(API)
        };
        call!(self, nvEncEncodePicture, &mut picture);
        self.pending[slot] = map.mappedResource;
        self.submitted += 1;
        if self.submitted < depth {
            0
        } else {
            self.read(self.submitted % depth)
        }
    }

    fn read(&mut self, slot: usize) -> usize {
        let mut lock = NV_ENC_LOCK_BITSTREAM::versioned(API);
        lock.outputBitstream = self.outputs[slot];
        call!(self, nvEncLockBitstream, &mut lock);
        call!(self, nvEncUnlockBitstream, self.outputs[slot]);
        call!(self, nvEncUnmapInputResource, self.pending[slot]);
        lock.bitstreamSizeInBytes as usize
    }
}

fn open(functions: &NV_ENCODE_API_FUNCTION_LIST, context: &CudaContext) -> *mut c_void {
    let mut parameters = NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS {
        deviceType: NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_CUDA,
        device: context.cu_ctx().cast(),
        apiVersion: API.word(),
        ..Versioned::versioned(API)
    };
    let mut handle = null_mut();
    let function = functions
        .nvEncOpenEncodeSessionEx
        .expect("nvEncOpenEncodeSessionEx");
    // SAFETY: both pointers are to locals that outlive the call; the context is alive.
    let status = unsafe { function(&mut parameters, &mut handle) };
    assert_eq!(status, NVENCSTATUS::NV_ENC_SUCCESS);
    handle
}

impl Drop for RawSession {
    fn drop(&mut self) {
        // The session's end frees its buffers and resources.
        if let Some(destroy) = self.functions.nvEncDestroyEncoder {
            // SAFETY: the session is alive and is used no more.
            unsafe { destroy(self.handle) };
        }
    }
}
