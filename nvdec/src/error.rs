use crate::{Area, Chroma, Codec};
use nvenc_sys::{CUresult, LoadError, cuda_result_name};
use nvframe::{DeviceError, PixelFormat, Size, cudarc::driver::DriverError};
use std::{fmt, ptr::NonNull};

/// Why something could not be decoded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The driver's decoder library could not be used.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// There is no GPU to decode on.
    #[error(transparent)]
    Device(#[from] DeviceError),
    /// The GPU decodes no stream of this codec.
    #[error("this GPU does not decode {codec}: it has {}", list(.has))]
    UnsupportedCodec {
        /// Coding standard.
        codec: Codec,
        /// Those that it decodes.
        has: Vec<Codec>,
    },
    /// The GPU does not decode this kind of stream.
    #[error(
        "this GPU does not decode {codec} {chroma} at {bit_depth} bits: of {codec} it has {}",
        kinds(.has)
    )]
    UnsupportedStream {
        /// Coding standard.
        codec: Codec,
        /// Chroma sampling.
        chroma: Chroma,
        /// Bits of a sample.
        bit_depth: u8,
        /// What it decodes of that codec.
        has: Vec<(Chroma, u8)>,
    },
    /// The GPU does not give frames of such a stream in the format asked for.
    #[error("this GPU does not give frames of this stream as {format}: it has {}", list(.has))]
    UnsupportedOutput {
        /// What was asked for.
        format: PixelFormat,
        /// What there is.
        has: Vec<PixelFormat>,
    },
    /// The stream's pictures are larger than the decoder was told to take.
    #[error("the stream's pictures are {size}, and the decoder's limit() is {limit}")]
    OverLimit {
        /// The stream's coded size.
        size: Size,
        /// The limit.
        limit: Size,
    },
    /// An area to crop to, or to place the picture in, that no picture has.
    #[error(
        "the area {area} must hold something and begin at an even column and row; a crop() with \
         resize() or place() at multiples of 4"
    )]
    InvalidArea {
        /// What was asked for.
        area: Area,
    },
    /// An area to crop to, or to place the picture in, that is not within the picture.
    #[error("the area {area} is not within the picture of {whole}")]
    AreaOutside {
        /// What was asked for.
        area: Area,
        /// What it is to be in.
        whole: Size,
    },
    /// A size of frames that cannot be.
    #[error("frames cannot be {size}: both sides must be even, from 2 to 32766")]
    InvalidOutputSize {
        /// What was asked for.
        size: Size,
    },
    /// Room is to be made for larger pictures than the GPU decodes.
    #[error("reserve() asks for room for {asked}: this GPU decodes {codec} up to {max}")]
    TooLargeReserve {
        /// Coding standard.
        codec: Codec,
        /// What was asked for.
        asked: Size,
        /// Largest width and largest height.
        max: Size,
    },
    /// The driver lacks a function that newer ones have.
    #[error("the driver has no {call}: {since} or later has it")]
    MissingFunction {
        /// The C function.
        call: &'static str,
        /// The first driver that has it.
        since: &'static str,
    },
    /// The stream samples chroma in a way that is unknown here.
    #[error("the {codec} stream has chroma format {number}, which is unknown")]
    UnknownChroma {
        /// Coding standard.
        codec: Codec,
        /// The driver's number for it.
        number: u32,
    },
    /// More output surfaces are asked for than a decoder can have.
    #[error("{asked} output surfaces are asked for: 1 to {most} can be had")]
    TooManySurfaces {
        /// What was asked for.
        asked: u32,
        /// The most there can be.
        most: u32,
    },
    /// More pictures are to be held back than there can be surfaces for.
    #[error("a display delay of {asked} pictures is asked for: 0 to {most} can be had")]
    TooLongDelay {
        /// What was asked for.
        asked: u32,
        /// The most there can be.
        most: u32,
    },
    /// The stream's pictures are too large or too small for the GPU.
    #[error(
        "this GPU decodes {codec} from {min} to {max} and up to {max_macroblocks} macroblocks, the \
         stream is {size}"
    )]
    UnsupportedSize {
        /// Coding standard.
        codec: Codec,
        /// The stream's coded size.
        size: Size,
        /// Smallest size.
        min: Size,
        /// Largest width and largest height.
        max: Size,
        /// Most macroblocks of 16x16 samples in a picture.
        max_macroblocks: u32,
    },
    /// The decoder was given data but found no picture in it.
    #[error("no {codec} picture in {bytes} bytes of input: is it a {codec} stream?")]
    NoPicture {
        /// Coding standard the decoder was made for.
        codec: Codec,
        /// Bytes pushed.
        bytes: u64,
    },
    /// As many frames exist as the decoder has output surfaces, and none was dropped for long.
    #[error(
        "all {surfaces} output surfaces were in use for {seconds} s: drop frames sooner, or ask for \
         more with output_surfaces()"
    )]
    SurfacesInUse {
        /// The surfaces there are.
        surfaces: u32,
        /// How long was waited.
        seconds: u64,
    },
    /// A plane given to a download has another length than its rows, packed, have together.
    #[error("plane {plane} has {needed} bytes with its rows packed, {given} were given")]
    PlaneLength {
        /// Number of the plane, from 0.
        plane: usize,
        /// Bytes of the plane, rows packed; 0 for a plane too many.
        needed: usize,
        /// Bytes given, 0 for a missing plane.
        given: usize,
    },
    /// A decoder call of the driver failed.
    #[error("{call} failed: {status}")]
    Driver {
        /// The C function.
        call: &'static str,
        /// What it returned.
        status: Status,
    },
    /// A CUDA call failed.
    #[error("{call} failed: {source}")]
    Cuda {
        /// The C function.
        call: &'static str,
        /// What it returned.
        source: DriverError,
    },
    /// A bug in this crate, caught before it could unwind into the driver.
    #[error("internal error while the driver parsed the stream; please report it")]
    Internal,
}

impl Error {
    pub(crate) fn cuda(call: &'static str) -> impl FnOnce(DriverError) -> Self {
        move |source| Self::Cuda { call, source }
    }
}

fn list<T: fmt::Display>(things: &[T]) -> String {
    if things.is_empty() {
        return "nothing".to_owned();
    }
    let things: Vec<String> = things.iter().map(T::to_string).collect();
    things.join(", ")
}

fn kinds(kinds: &[(Chroma, u8)]) -> String {
    let kind = |(chroma, bits): &(Chroma, u8)| format!("{chroma} at {bits} bits");
    list(&kinds.iter().map(kind).collect::<Vec<_>>())
}

/// What a decoder call of the driver returned.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[doc(alias = "CUresult")]
pub struct Status(pub(crate) CUresult);

impl Status {
    /// The number.
    pub fn code(self) -> u32 {
        self.0.0
    }

    /// The header's name for it, if it has one.
    pub fn name(self) -> Option<&'static str> {
        cuda_result_name(self.0)
    }

    pub(crate) fn check(self, call: &'static str) -> Result<(), Error> {
        match self.0 {
            CUresult::CUDA_SUCCESS => Ok(()),
            _ => Err(Error::Driver { call, status: self }),
        }
    }

    /// The object that a call made. A driver that succeeds without one has failed.
    pub(crate) fn made<T>(self, call: &'static str, object: *mut T) -> Result<NonNull<T>, Error> {
        self.check(call)?;
        let status = Self(CUresult::CUDA_ERROR_UNKNOWN);
        NonNull::new(object).ok_or(Error::Driver { call, status })
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} ({})",
            self.name().unwrap_or("unknown status"),
            self.code()
        )
    }
}

impl fmt::Debug for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
