//! One encode session of the driver, from open to destroy.

use super::{instance::Instance, refusal::refusal, sys::*};
use crate::{Error, Status};
use nvframe::cudarc::driver::CudaContext;
use std::{
    ffi::{CStr, c_void},
    fmt, mem,
    ptr::{self, NonNull},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

/// Opening sessions from several threads at once has crashed drivers.
static OPENING: Mutex<()> = Mutex::new(());

/// How far a submitted picture got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    /// Every picture submitted so far can be locked.
    Ready,
    /// The encoder wants more pictures before it gives this one.
    NeedsMoreInput,
}

/// How often a picture is handed in again to hardware that is busy, and after what time.
const BUSY_TRIES: u32 = 250;
const BUSY_PAUSE: Duration = Duration::from_millis(1);

/// An open session. Its buffers and resources share it, so it is destroyed after them.
pub(crate) struct RawEncoder {
    pub(super) handle: NonNull<c_void>,
    pub(super) instance: Arc<Instance>,
    context: Arc<CudaContext>,
    /// Two threads make calls.
    shared: AtomicBool,
    /// What the hardware may read until the session is destroyed.
    kept: Mutex<Vec<Box<dyn Send>>>,
}

// SAFETY: a session may be used from any thread (NVENC programming guide, "Threading model").
unsafe impl Send for RawEncoder {}
// SAFETY: the driver lets one thread submit while another takes the output (the same), and
// no more than that is done: the public types that make calls are not `Sync`. What two threads
// may not do at once, reading the text of a failure, ends when a session is shared.
unsafe impl Sync for RawEncoder {}

/// Calls a function of the table on a session, with its context current, and turns the status
/// into a result.
macro_rules! call {
    ($encoder:expr, $($rest:tt)*) => {{
        let encoder: &RawEncoder = $encoder;
        match encoder.bind() {
            Ok(()) => $crate::raw::encoder::call_as_is!(encoder, $($rest)*),
            Err(error) => Err(error),
        }
    }};
}
pub(super) use call;

/// The same whichever context is current: for the calls made for each frame, which the
/// SDK's sample programs make from threads without one.
macro_rules! call_as_is {
    ($encoder:expr, $function:ident $(, $argument:expr)* $(,)?) => {{
        let encoder: &RawEncoder = $encoder;
        match encoder.instance.functions.$function {
            None => Err(Error::MissingFunction { call: stringify!($function) }),
            Some(function) => {
                // SAFETY: the session is alive; every pointer argument is to a value of the
                // type that nvEncodeAPI.h declares and outlives the call.
                let status = unsafe { function(encoder.handle.as_ptr() $(, $argument)*) };
                encoder.check(stringify!($function), status)
            }
        }
    }};
}
pub(super) use call_as_is;

impl RawEncoder {
    pub(crate) fn open(instance: Arc<Instance>, context: Arc<CudaContext>) -> Result<Self, Error> {
        const CALL: &str = "nvEncOpenEncodeSessionEx";
        let open = instance.functions.nvEncOpenEncodeSessionEx;
        let open = open.ok_or(Error::MissingFunction { call: CALL })?;
        let mut parameters = NV_ENC_OPEN_ENCODE_SESSION_EX_PARAMS {
            deviceType: NV_ENC_DEVICE_TYPE::NV_ENC_DEVICE_TYPE_CUDA,
            device: context.cu_ctx().cast(),
            apiVersion: instance.version.word(),
            ..Versioned::versioned(instance.version)
        };
        let mut handle = ptr::null_mut();
        let _one_at_a_time = OPENING.lock().unwrap_or_else(PoisonError::into_inner);
        nvframe::bind(&context).map_err(Error::cuda("cuCtxSetCurrent"))?;
        // SAFETY: both pointers are to locals that outlive the call; the context is alive and
        // stays so as long as the session.
        let status = unsafe { open(&mut parameters, &mut handle) };
        // A failed open can leave a handle behind, which must be destroyed all the same.
        let encoder = NonNull::new(handle).map(|handle| Self {
            handle,
            instance,
            context: Arc::clone(&context),
            shared: AtomicBool::new(false),
            kept: Mutex::default(),
        });
        match (status, encoder) {
            (NVENCSTATUS::NV_ENC_SUCCESS, Some(encoder)) => Ok(encoder),
            (NVENCSTATUS::NV_ENC_SUCCESS, None) => Err(Error::no_handle(CALL)),
            (status, _) => Err(refusal(CALL, status, &context)),
        }
    }

    /// From now on two threads make calls.
    pub(crate) fn share(&self) {
        self.shared.store(true, Ordering::Relaxed);
    }

    /// Keeps something until the session is destroyed.
    pub(crate) fn keep(&self, what: impl Send + 'static) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push(Box::new(what));
    }

    pub(crate) fn version(&self) -> ApiVersion {
        self.instance.version
    }

    pub(crate) fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }

    /// Refuses memory of another context than the session's.
    pub(crate) fn check_context(&self, context: &CudaContext) -> Result<(), Error> {
        if context.cu_ctx() == self.context.cu_ctx() {
            return Ok(());
        }
        Err(Error::OtherContext {
            frame: context.ordinal(),
            session: self.context.ordinal(),
        })
    }

    pub(crate) fn initialize(
        &self,
        parameters: &mut NV_ENC_INITIALIZE_PARAMS,
        config: &mut NV_ENC_CONFIG,
    ) -> Result<(), Error> {
        parameters.encodeConfig = config;
        let initialized = call!(self, nvEncInitializeEncoder, &mut *parameters);
        parameters.encodeConfig = ptr::null_mut();
        initialized
    }

    pub(crate) fn reconfigure(
        &self,
        parameters: &NV_ENC_INITIALIZE_PARAMS,
        config: &mut NV_ENC_CONFIG,
        force_idr: bool,
        reset: bool,
    ) -> Result<(), Error> {
        let mut change = NV_ENC_RECONFIGURE_PARAMS {
            reInitEncodeParams: *parameters,
            ..self.versioned()
        };
        change.reInitEncodeParams.encodeConfig = config;
        change.set_forceIDR(force_idr.into());
        change.set_resetEncoder(reset.into());
        call!(self, nvEncReconfigureEncoder, &mut change)
    }

    /// Asks again while the hardware is busy with other sessions, as the driver's documents say.
    #[inline]
    pub(crate) fn encode(&self, picture: &mut NV_ENC_PIC_PARAMS) -> Result<Progress, Error> {
        let mut tries = 0;
        loop {
            match self.try_encode(picture) {
                Err(Error::Driver { status, .. })
                    if status.0 == NVENCSTATUS::NV_ENC_ERR_ENCODER_BUSY && tries < BUSY_TRIES =>
                {
                    tries += 1;
                    thread::sleep(BUSY_PAUSE);
                }
                done => return done,
            }
        }
    }

    #[inline]
    fn try_encode(&self, picture: &mut NV_ENC_PIC_PARAMS) -> Result<Progress, Error> {
        match call_as_is!(self, nvEncEncodePicture, &mut *picture) {
            Ok(()) => Ok(Progress::Ready),
            Err(Error::Driver { status, .. })
                if status.0 == NVENCSTATUS::NV_ENC_ERR_NEED_MORE_INPUT =>
            {
                Ok(Progress::NeedsMoreInput)
            }
            Err(error) => Err(error),
        }
    }

    pub(crate) fn run_motion_estimation(
        &self,
        parameters: &mut NV_ENC_MEONLY_PARAMS,
    ) -> Result<(), Error> {
        call_as_is!(self, nvEncRunMotionEstimationOnly, parameters)
    }

    /// The parameter sets; at most 512 bytes, `NV_MAX_SEQ_HDR_LEN`.
    pub(crate) fn sequence_parameters(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = vec![0; NV_MAX_SEQ_HDR_LEN as usize];
        let mut len = 0;
        let mut payload = NV_ENC_SEQUENCE_PARAM_PAYLOAD {
            inBufferSize: NV_MAX_SEQ_HDR_LEN,
            spsppsBuffer: bytes.as_mut_ptr().cast(),
            outSPSPPSPayloadSize: &mut len,
            ..self.versioned()
        };
        call!(self, nvEncGetSequenceParams, &mut payload)?;
        bytes.truncate(len as usize);
        Ok(bytes)
    }

    /// A structure that says its version in this session's dialect.
    pub(crate) fn versioned<T: Versioned>(&self) -> T {
        T::versioned(self.version())
    }

    pub(super) fn bind(&self) -> Result<(), Error> {
        nvframe::bind(&self.context).map_err(Error::cuda("cuCtxSetCurrent"))
    }

    #[inline]
    pub(super) fn check(&self, call: &'static str, status: NVENCSTATUS) -> Result<(), Error> {
        match status {
            NVENCSTATUS::NV_ENC_SUCCESS => Ok(()),
            status => Err(self.failure(call, status)),
        }
    }

    #[cold]
    fn failure(&self, call: &'static str, status: NVENCSTATUS) -> Error {
        let message = match status {
            // Normal flow, met for each picture: nothing is asked about it.
            NVENCSTATUS::NV_ENC_ERR_NEED_MORE_INPUT | NVENCSTATUS::NV_ENC_ERR_LOCK_BUSY => None,
            _ => self.last_error(),
        };
        Error::Driver {
            call,
            status: Status(status),
            message,
        }
    }

    /// True when the driver has done it.
    fn destroy(&mut self) -> bool {
        let destroy = self.instance.functions.nvEncDestroyEncoder;
        let (Some(destroy), Ok(())) = (destroy, self.bind()) else {
            return false;
        };
        // SAFETY: the session is alive and is destroyed nowhere else, as this is what its drop
        // does; its buffers and resources, which share it, are gone.
        let status = unsafe { destroy(self.handle.as_ptr()) };
        status == NVENCSTATUS::NV_ENC_SUCCESS
    }

    /// What the driver says of the last failure. Some drivers say garbage: only a line of
    /// printable text is passed on; of a shared session nothing, as the other thread's next
    /// call may change it meanwhile.
    fn last_error(&self) -> Option<String> {
        if self.shared.load(Ordering::Relaxed) {
            return None;
        }
        let ask = self.instance.functions.nvEncGetLastErrorString?;
        // SAFETY: the session is alive.
        let text = unsafe { ask(self.handle.as_ptr()) };
        let text = NonNull::new(text.cast_mut())?;
        // SAFETY: the driver gives a C string that is valid until the next call.
        let text = unsafe { CStr::from_ptr(text.as_ptr()) }
            .to_str()
            .ok()?
            .trim();
        let printable = !text.is_empty() && !text.chars().any(char::is_control);
        printable.then(|| text.to_owned())
    }
}

impl Drop for RawEncoder {
    fn drop(&mut self) {
        if !self.destroy() {
            // The hardware may still read it, so that it must not be freed.
            let kept = self.kept.get_mut();
            mem::forget(mem::take(kept.unwrap_or_else(PoisonError::into_inner)));
        }
    }
}

impl fmt::Debug for RawEncoder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RawEncoder({:?})", self.handle)
    }
}
