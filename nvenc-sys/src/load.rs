//! Opening the driver's libraries at run time.

use crate::bindings::*;
use libloading::Library;
use std::{error::Error as _, ffi::OsStr, fmt, os::raw::c_int, path::Path};

/// Why a library of the driver could not be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// No file of that name could be opened.
    #[error(
        "cannot load {library} ({}): install NVIDIA's driver with its video libraries; in a \
         container set NVIDIA_DRIVER_CAPABILITIES=compute,video,utility",
        list(tried)
    )]
    NotFound {
        /// The library, as the driver names it.
        library: &'static str,
        /// What was tried, in order.
        tried: Vec<Attempt>,
    },
    /// The library was opened but lacks a function.
    #[error("{library} has no {symbol}: it is not NVIDIA's, or the driver is older than 390.25")]
    MissingSymbol {
        /// The library, as the driver names it.
        library: &'static str,
        /// The function.
        symbol: &'static str,
    },
}

/// One try at opening a library.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// The name or path that was tried.
    pub name: String,
    /// What the dynamic linker said.
    pub reason: String,
}

impl fmt::Display for Attempt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

fn list(tried: &[Attempt]) -> String {
    tried
        .iter()
        .map(Attempt::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

/// `libnvidia-encode`, opened: its two entry points.
///
/// Wraps `NvEncodeAPICreateInstance` and `NvEncodeAPIGetMaxSupportedVersion`. The library
/// stays open as long as this value; the functions of a list it filled die with it.
#[derive(Debug)]
pub struct EncodeLibrary {
    /// Fills a function list whose `version` is set.
    pub create_instance: unsafe extern "C" fn(*mut NV_ENCODE_API_FUNCTION_LIST) -> NVENCSTATUS,
    /// Writes the newest interface version the driver speaks, `major << 4 | minor`.
    pub max_supported_version: unsafe extern "C" fn(*mut u32) -> NVENCSTATUS,
    _library: Library,
}

impl EncodeLibrary {
    const NAME: &str = "libnvidia-encode.so.1";

    /// Opens the driver's library by its usual names.
    ///
    /// # Errors
    /// [`LoadError::NotFound`] without the library, [`LoadError::MissingSymbol`] when it is
    /// not what its name says.
    pub fn load() -> Result<Self, LoadError> {
        Self::resolve(open(Self::NAME, &[Self::NAME, "libnvidia-encode.so"])?)
    }

    /// Opens the library at `path`.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    ///
    /// # Safety
    /// * The file is NVIDIA's `libnvidia-encode` or behaves as it does.
    pub unsafe fn load_from(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        Self::resolve(open(Self::NAME, &[path.as_ref()])?)
    }

    fn resolve(library: Library) -> Result<Self, LoadError> {
        Ok(Self {
            create_instance: required(&library, Self::NAME, "NvEncodeAPICreateInstance")?,
            max_supported_version: required(
                &library,
                Self::NAME,
                "NvEncodeAPIGetMaxSupportedVersion",
            )?,
            _library: library,
        })
    }
}

macro_rules! cuvid_functions {
    (
        required { $($(#[$doc:meta])* $name:ident = $symbol:literal: fn($($argument:ty),*);)* }
        optional { $($(#[$odoc:meta])* $oname:ident = $osymbol:literal: fn($($oargument:ty),*);)* }
    ) => {
        /// `libnvcuvid`, opened: the functions of the decoder and of the stream parser.
        ///
        /// The library stays open as long as this value.
        #[derive(Debug)]
        pub struct CuvidLibrary {
            $($(#[$doc])* pub $name: unsafe extern "C" fn($($argument),*) -> CUresult,)*
            $($(#[$odoc])* pub $oname: Option<unsafe extern "C" fn($($oargument),*) -> CUresult>,)*
            _library: Library,
        }

        impl CuvidLibrary {
            fn resolve(library: Library) -> Result<Self, LoadError> {
                Ok(Self {
                    $($name: required(&library, Self::NAME, $symbol)?,)*
                    $($oname: optional(&library, $osymbol),)*
                    _library: library,
                })
            }
        }
    };
}

cuvid_functions! {
    required {
        /// `cuvidGetDecoderCaps`
        get_decoder_caps = "cuvidGetDecoderCaps": fn(*mut CUVIDDECODECAPS);
        /// `cuvidCreateDecoder`
        create_decoder = "cuvidCreateDecoder": fn(*mut CUvideodecoder, *mut CUVIDDECODECREATEINFO);
        /// `cuvidDestroyDecoder`
        destroy_decoder = "cuvidDestroyDecoder": fn(CUvideodecoder);
        /// `cuvidDecodePicture`
        decode_picture = "cuvidDecodePicture": fn(CUvideodecoder, *mut CUVIDPICPARAMS);
        /// `cuvidMapVideoFrame64`
        map_video_frame = "cuvidMapVideoFrame64":
            fn(CUvideodecoder, c_int, *mut u64, *mut u32, *mut CUVIDPROCPARAMS);
        /// `cuvidUnmapVideoFrame64`
        unmap_video_frame = "cuvidUnmapVideoFrame64": fn(CUvideodecoder, u64);
        /// `cuvidCreateVideoParser`
        create_video_parser = "cuvidCreateVideoParser":
            fn(*mut CUvideoparser, *mut CUVIDPARSERPARAMS);
        /// `cuvidParseVideoData`
        parse_video_data = "cuvidParseVideoData": fn(CUvideoparser, *mut CUVIDSOURCEDATAPACKET);
        /// `cuvidDestroyVideoParser`
        destroy_video_parser = "cuvidDestroyVideoParser": fn(CUvideoparser);
    }
    optional {
        /// `cuvidCtxLockCreate`
        ctx_lock_create = "cuvidCtxLockCreate": fn(*mut CUvideoctxlock, CUcontext);
        /// `cuvidCtxLockDestroy`
        ctx_lock_destroy = "cuvidCtxLockDestroy": fn(CUvideoctxlock);
        /// `cuvidGetDecodeStatus`; drivers from 396.24 on
        get_decode_status = "cuvidGetDecodeStatus":
            fn(CUvideodecoder, c_int, *mut CUVIDGETDECODESTATUS);
        /// `cuvidReconfigureDecoder`; drivers from 396.24 on
        reconfigure_decoder = "cuvidReconfigureDecoder":
            fn(CUvideodecoder, *mut CUVIDRECONFIGUREDECODERINFO);
    }
}

impl CuvidLibrary {
    const NAME: &str = "libnvcuvid.so.1";

    /// Opens the driver's library by its usual names.
    ///
    /// # Errors
    /// [`LoadError::NotFound`] without the library, [`LoadError::MissingSymbol`] when it is
    /// not what its name says.
    pub fn load() -> Result<Self, LoadError> {
        Self::resolve(open(Self::NAME, &[Self::NAME, "libnvcuvid.so"])?)
    }

    /// Opens the library at `path`.
    ///
    /// # Errors
    /// As [`load`](Self::load).
    ///
    /// # Safety
    /// * The file is NVIDIA's `libnvcuvid` or behaves as it does.
    pub unsafe fn load_from(path: impl AsRef<Path>) -> Result<Self, LoadError> {
        Self::resolve(open(Self::NAME, &[path.as_ref()])?)
    }
}

fn open<N: AsRef<OsStr>>(library: &'static str, names: &[N]) -> Result<Library, LoadError> {
    let mut tried = Vec::new();
    for name in names.iter().map(AsRef::as_ref) {
        // SAFETY: opening runs the library's initialisers. The names are those under which
        // NVIDIA's driver installs its libraries, or a path that the caller of an unsafe
        // function answers for.
        match unsafe { Library::new(name) } {
            Ok(opened) => return Ok(opened),
            Err(error) => {
                tried.push(Attempt {
                    name: name.to_string_lossy().into(),
                    reason: said(&error),
                });
            }
        }
    }
    Err(LoadError::NotFound { library, tried })
}

/// What the dynamic linker said, which names the file.
fn said(error: &libloading::Error) -> String {
    error
        .source()
        .map_or_else(|| error.to_string(), ToString::to_string)
}

fn required<T: Copy>(
    opened: &Library,
    library: &'static str,
    symbol: &'static str,
) -> Result<T, LoadError> {
    optional(opened, symbol).ok_or(LoadError::MissingSymbol { library, symbol })
}

fn optional<T: Copy>(opened: &Library, symbol: &'static str) -> Option<T> {
    // SAFETY: each caller's `T` is the C signature that the header of the same name declares
    // for `symbol`, and the pointer is kept only beside the library it came from.
    unsafe { opened.get::<T>(symbol) }
        .ok()
        .map(|function| *function)
}
