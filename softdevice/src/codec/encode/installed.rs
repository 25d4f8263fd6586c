//! What x264 and x265 have in common: how they are found, and how they are told what to do.

use std::ffi::{CStr, CString, c_int};
use std::sync::{Mutex, MutexGuard, PoisonError};

use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};

use crate::codec::{CodecError, Effort, EncoderConfig, RateControl};

/// The library looks its own symbols up in itself first: the program around us may carry
/// another x264 or x265, and export it.
const RTLD_DEEPBIND: c_int = if cfg!(target_os = "linux") { 8 } else { 0 };

/// Opens the library `name`, for good: its threads and tables stay until the program ends.
pub(super) fn open(name: &str) -> Option<&'static Library> {
    let flags = RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND;
    // SAFETY: running the library's initialisers is all that loading does beyond mapping it;
    // x264 and x265 have none with requirements on their caller.
    let library = unsafe { Library::open(Some(name), flags) };
    library.ok().map(|library| &*Box::leak(Box::new(library)))
}

/// To be held while an encoder is opened: the libraries fill tables for the whole process then,
/// and take no care of threads.
pub(super) fn one_at_a_time() -> MutexGuard<'static, ()> {
    static OPENING: Mutex<()> = Mutex::new(());
    OPENING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A name and a value, as for the libraries' command lines.
pub(super) type Setting = (&'static str, String);

/// One access unit for each picture, an IDR only where it is told to be, and nothing decided
/// by looking ahead.
pub(super) fn common(config: &EncoderConfig) -> Vec<Setting> {
    let (num, den) = config.frame_rate;
    let mut settings = vec![
        ("fps", format!("{num}/{den}")),
        ("min-keyint", "1".into()),
        ("scenecut", "0".into()),
        ("bframes", config.b_frames.to_string()),
        ("b-adapt", "0".into()),
        ("open-gop", "0".into()),
        ("annexb", "1".into()),
        ("repeat-headers", "1".into()),
        ("aud", "0".into()),
    ];
    settings.extend(rate(config));
    settings
}

fn rate(config: &EncoderConfig) -> Vec<Setting> {
    match config.rate {
        RateControl::ConstQp { i, p, b } => vec![
            ("qp", p.to_string()),
            ("ipratio", ratio(i, p)),
            ("pbratio", ratio(p, b)),
        ],
        RateControl::Bitrate { average, max, vbv } if max > 0 && vbv > 0 => vec![
            ("bitrate", kilobits(average)),
            ("vbv-maxrate", kilobits(max)),
            ("vbv-bufsize", kilobits(vbv)),
        ],
        RateControl::Bitrate { average, .. } => vec![("bitrate", kilobits(average))],
    }
}

/// The libraries take the ratio of two quantiser *steps*, which double every 6 quantisers.
fn ratio(from: u8, to: u8) -> String {
    format!("{:.6}", ((f64::from(to) - f64::from(from)) / 6.0).exp2())
}

fn kilobits(bits: u32) -> String {
    (bits / 1000).max(1).to_string()
}

pub(super) fn preset(effort: Effort) -> &'static CStr {
    match effort {
        Effort::Fast => c"ultrafast",
        Effort::Normal => c"superfast",
        Effort::Best => c"medium",
    }
}

/// Hands each setting to `parse`, the library's own parser, which gives 0 for success.
pub(super) fn apply(
    settings: &[Setting],
    mut parse: impl FnMut(&CStr, &CStr) -> c_int,
) -> Result<(), CodecError> {
    for (name, value) in settings {
        let refused = || CodecError(format!("the encoder refuses {name}={value}"));
        let text = |s: &str| CString::new(s).map_err(|_| refused());
        if parse(&text(name)?, &text(value)?) != 0 {
            return Err(refused());
        }
    }
    Ok(())
}
