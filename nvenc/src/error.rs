use crate::Status;
use nvenc_sys::{ApiVersion, LoadError, NVENCSTATUS};
use nvframe::{
    CallError, DeviceError, PixelFormat, Size,
    cudarc::driver::{DriverError, sys::CUresult},
};
use std::{fmt, time::Duration};

/// Why something could not be encoded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The driver's encoder library could not be used.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// There is no GPU to encode on.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// The driver does not speak the interface version.
    #[error(
        "the driver speaks the NVENC interface up to {}.{}, this needs {wanted}: install a newer \
         driver (8.1 needs 390.25, 11.1 needs 470.57.02)", .driver >> 4, .driver & 15
    )]
    DriverTooOld {
        /// The version needed.
        wanted: ApiVersion,
        /// What the driver has, `major << 4 | minor`.
        driver: u32,
    },
    /// Another part of the program uses the driver in another interface version, and the
    /// driver knows only one for each process.
    #[error(
        "this process already speaks NVENC interface {in_use}, so it cannot speak {wanted}: load \
         {in_use} here too, or drop what uses it first"
    )]
    VersionInUse {
        /// The version in use.
        in_use: ApiVersion,
        /// The version asked for.
        wanted: ApiVersion,
    },
    /// The GPU has no NVENC engine.
    #[error(
        "{gpu} has no NVENC: it cannot encode video (data-centre chips such as A100 and H100 lack \
         it; V100, T4, L4, A10G and L40S have it)"
    )]
    NoEncoder {
        /// The GPU's name.
        gpu: String,
    },
    /// The driver gives no further session: the GPU's memory is full or, on GeForce, its
    /// limit of concurrent sessions is reached.
    #[error("{gpu} gives no further encode session: {}", remedy(*.short_of, *.free_bytes))]
    NoSession {
        /// The GPU's name.
        gpu: String,
        /// Bytes of device memory that are free.
        free_bytes: usize,
        /// Which of the two it is.
        short_of: Shortage,
    },
    /// The GPU cannot do what the configuration asks for.
    #[error("{capability}: asked for {asked}, this GPU has {allowed}")]
    Unsupported {
        /// What limits it: the capability, in words.
        capability: &'static str,
        /// What was asked for.
        asked: String,
        /// What there is.
        allowed: String,
    },
    /// A value that no GPU can encode with.
    #[error("{name} is {value}: {rule}")]
    InvalidValue {
        /// The setting.
        name: &'static str,
        /// Its value.
        value: String,
        /// What it must be.
        rule: &'static str,
    },
    /// The fewest frames that a session can do with are over its memory budget.
    #[error(
        "{in_flight} frames in flight, the fewest for these settings, need {needed} bytes of device \
         memory, the budget is {budget}: give more, or use a smaller size, fewer B-frames or a \
         shorter lookahead"
    )]
    OverBudget {
        /// The fewest frames in flight.
        in_flight: u32,
        /// Bytes that they need.
        needed: u64,
        /// Bytes that there may be.
        budget: u64,
    },
    /// A frame that differs from what the session was made for.
    #[error("the frame is {size} {format}, the session encodes {session_size} {session_format}")]
    FrameMismatch {
        /// Size of the frame.
        size: Size,
        /// Format of the frame.
        format: PixelFormat,
        /// Size of the session.
        session_size: Size,
        /// Format of the session.
        session_format: PixelFormat,
    },
    /// A frame that lies in another CUDA context, so perhaps on another GPU.
    #[error(
        "the frame is in the memory of GPU {frame}, the session encodes on GPU {session}, or in \
         another context of it: make it in the context that the encoder was opened with"
    )]
    OtherContext {
        /// Number of the frame's GPU.
        frame: usize,
        /// Number of the session's GPU.
        session: usize,
    },
    /// The planes of a frame lie in memory in a way that NVENC cannot read.
    #[error(
        "the frame has {luma_rows} rows of {pitch} bytes, NVENC needs {size} without padding rows"
    )]
    FrameLayout {
        /// Rows from the start of luma to that of chroma.
        luma_rows: usize,
        /// Bytes from one row to the next.
        pitch: usize,
        /// Size of the session.
        size: Size,
    },
    /// A frame that goes beyond the memory it lies in.
    #[error(
        "the frame needs {needed} bytes of device memory, there are {room} where it lies: its \
         surface() must tell the address, pitch and size that it was allocated with"
    )]
    FrameBeyondMemory {
        /// Bytes from its first to its last.
        needed: usize,
        /// Bytes from its first to the end of the allocation.
        room: usize,
    },
    /// A plane given to an upload has another length than its rows, packed, have together.
    #[error("plane {plane} has {needed} bytes with its rows packed, {given} were given")]
    PlaneLength {
        /// Number of the plane, from 0.
        plane: usize,
        /// Bytes of the plane, rows packed; 0 for a plane too many.
        needed: usize,
        /// Bytes given, 0 for a missing plane.
        given: usize,
    },
    /// Every output buffer is in use: a packet must be received before the next frame.
    #[error("{in_flight} frames are in flight already: receive a packet before submitting more")]
    Full {
        /// Frames in flight.
        in_flight: usize,
    },
    /// The encoder holds as many frames as can be in flight and gives no packet for them.
    #[error(
        "the encoder holds {in_flight} frames without giving a packet: ask for more with in_flight()"
    )]
    NothingReady {
        /// Frames in flight.
        in_flight: usize,
    },
    /// The half of a session that receives was dropped, so nobody takes the packets.
    #[error("the receiving half of the session was dropped: nobody takes the packets")]
    ReceiverDropped,
    /// No packet came in the time given to wait for it.
    #[error(
        "no packet within {timeout:?}: the encoder is busy or hangs; wait again, or drop the session"
    )]
    TimedOut {
        /// How long it was waited for.
        timeout: Duration,
    },
    /// The driver's motion vectors do not fit the picture.
    #[error("the driver gave {bytes} bytes of motion vectors, which are not those of the picture")]
    MotionData {
        /// How many it gave.
        bytes: usize,
    },
    /// An encoder call of the driver failed.
    #[error("{call} failed: {status}{}", explained(message))]
    Driver {
        /// The C function.
        call: &'static str,
        /// What it returned.
        status: Status,
        /// What the driver had to say about it, if anything.
        message: Option<String>,
    },
    /// The driver lacks a function that newer ones have.
    #[error("the driver has no {call}: install a newer one")]
    MissingFunction {
        /// The C function.
        call: &'static str,
    },
    /// A thread of a [`SegmentEncoder`](crate::parallel::SegmentEncoder) could not be started
    /// or did not end well.
    #[error("encoding on several sessions: {reason}")]
    Thread {
        /// What happened.
        reason: String,
    },
    /// A CUDA call failed.
    #[error("{call} failed: {source}")]
    Cuda {
        /// The C function.
        call: &'static str,
        /// What it returned.
        source: DriverError,
    },
}

impl From<CallError> for Error {
    fn from(CallError { call, source }: CallError) -> Self {
        Self::Cuda { call, source }
    }
}

impl Error {
    pub(crate) fn cuda(call: &'static str) -> impl FnOnce(DriverError) -> Self {
        move |source| Self::Cuda { call, source }
    }

    /// A call that succeeded without giving what it is for.
    pub(crate) fn no_handle(call: &'static str) -> Self {
        let message = Some("it succeeded but gave no handle".to_owned());
        Self::Driver {
            call,
            status: Status(NVENCSTATUS::NV_ENC_ERR_GENERIC),
            message,
        }
    }

    /// Whether a session more, or a registration more, would take what there is no more of:
    /// memory, or what the driver counts.
    pub(crate) fn is_shortage(&self) -> bool {
        let full = DriverError(CUresult::CUDA_ERROR_OUT_OF_MEMORY);
        match self {
            Self::NoSession { .. } => true,
            Self::Driver { status, .. } => matches!(
                status.0,
                NVENCSTATUS::NV_ENC_ERR_OUT_OF_MEMORY
                    | NVENCSTATUS::NV_ENC_ERR_RESOURCE_REGISTER_FAILED
            ),
            Self::Cuda { source, .. } => *source == full,
            _ => false,
        }
    }

    pub(crate) fn unsupported(
        capability: &'static str,
        asked: impl fmt::Display,
        allowed: impl fmt::Display,
    ) -> Self {
        Self::Unsupported {
            capability,
            asked: asked.to_string(),
            allowed: allowed.to_string(),
        }
    }

    pub(crate) fn invalid(
        name: &'static str,
        value: impl fmt::Display,
        rule: &'static str,
    ) -> Self {
        Self::InvalidValue {
            name,
            value: value.to_string(),
            rule,
        }
    }
}

fn remedy(short_of: Shortage, free_bytes: usize) -> String {
    match short_of {
        Shortage::Memory => format!(
            "of its memory {} MiB are free; close sessions, or free surfaces",
            free_bytes >> 20
        ),
        Shortage::Sessions => "as many are open as its driver allows (GeForce drivers limit how \
                               many a system has); close sessions"
            .to_owned(),
    }
}

fn explained(message: &Option<String>) -> String {
    message
        .as_ref()
        .map(|text| format!(": {text}"))
        .unwrap_or_default()
}

/// What there is too little of for another session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Shortage {
    /// The driver's limit of concurrent sessions is reached.
    Sessions,
    /// The GPU's memory is full. Drivers give both the same status, so it is told by how much
    /// is free: less than a session takes.
    Memory,
}
