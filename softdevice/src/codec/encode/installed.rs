//! What x264 and x265 have in common: how they are found, and how they are told what to do.

use std::ffi::{CStr, CString, c_int};
use std::sync::{Mutex, MutexGuard, PoisonError};

use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};

use crate::codec::{CodecError, Effort, EncoderConfig, RateControl, Vui};
use crate::picture::{Format, Picture};

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

/// One access unit for each picture, and an IDR only where it is told to be.
pub(super) fn common(config: &EncoderConfig) -> Vec<Setting> {
    let (num, den) = config.frame_rate;
    let mut settings = vec![
        ("fps", format!("{num}/{den}")),
        // Nearer to an IDR than this, an intra picture is not made one.
        ("min-keyint", (1 << 28).to_string()),
        (
            "scenecut",
            if config.controls.scene_cuts {
                "40"
            } else {
                "0"
            }
            .into(),
        ),
        ("bframes", config.b_frames.to_string()),
        ("b-adapt", u8::from(config.controls.adaptive_b).to_string()),
        ("open-gop", "0".into()),
        ("annexb", "1".into()),
        ("repeat-headers", "1".into()),
        ("aud", "0".into()),
    ];
    settings.extend(rate(config));
    settings.extend(controls(config));
    settings.extend(vui(&config.controls.vui));
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
        RateControl::Quality { qp, max, vbv } => vec![
            ("crf", qp.to_string()),
            ("vbv-maxrate", kilobits(max)),
            ("vbv-bufsize", kilobits(vbv)),
        ],
    }
}

fn controls(config: &EncoderConfig) -> Vec<Setting> {
    let asked = &config.controls;
    let mut settings = Vec::new();
    let mut set = |name, value: Option<u32>| {
        settings.extend(value.map(|value| (name, value.to_string())));
    };
    set("qpmin", asked.qp_range.0.map(u32::from));
    set("qpmax", asked.qp_range.1.map(u32::from));
    set("ref", asked.references.map(|references| references.min(16)));
    // Offsets of quantisers are a part of adaptive quantisation.
    let adaptive = asked.spatial_aq.is_some() || asked.qp_map;
    set("aq-mode", Some(adaptive.into()));
    set("constrained-intra", Some(asked.constrained_intra.into()));
    if let Some(strength) = asked.spatial_aq {
        // The libraries call their usual strength 1, NVENC goes from 1 to 15.
        settings.push(("aq-strength", format!("{}", f32::from(strength) / 8.0)));
    } else if asked.qp_map {
        settings.push(("aq-strength", ALMOST_NONE.into()));
    }
    if let Some(period) = asked.intra_refresh {
        settings.push(("intra-refresh", "1".into()));
        settings.push(("keyint", period.to_string()));
    }
    if asked.no_deblocking {
        settings.push(("no-deblock", "1".into()));
    }
    settings.extend(vbv_initial(config).map(|part| ("vbv-init", format!("{part:.3}"))));
    settings
}

/// Strength of adaptive quantisation that moves no quantiser; 0 would switch it off.
const ALMOST_NONE: &str = "0.0001";

/// Offsets of quantisers as the libraries take them.
pub(super) fn offsets(offsets: &[i8]) -> Vec<f32> {
    offsets.iter().copied().map(f32::from).collect()
}

/// Refuses what the library would read beyond the end of.
pub(super) fn check(format: Format, picture: &Picture, offsets: &[i8]) -> Result<(), CodecError> {
    let failed = |what: &str| Err(CodecError(what.into()));
    if picture.format() != format || !picture.is_whole() {
        return failed("a picture of another format");
    }
    let blocks = format.width.div_ceil(16) * format.height.div_ceil(16);
    if !offsets.is_empty() && offsets.len() != blocks {
        return failed("as many offsets as blocks are needed");
    }
    Ok(())
}

/// A NAL unit as a library hands it out.
pub(super) trait Payload {
    fn payload(&self) -> &[u8];
}

/// Copies the payloads of NAL units.
///
/// # Safety
/// * `nals` is null, or points at `count` NAL units as a call of the encoder gave them.
/// * The encoder is not called until this has returned: that is how long it keeps them.
pub(super) unsafe fn join<N: Payload>(nals: *const N, count: i64) -> Vec<u8> {
    let count = usize::try_from(count).unwrap_or(0);
    if nals.is_null() || count == 0 {
        return Vec::new();
    }
    // SAFETY: not null, so there are as many, and they live; both as the caller promises.
    let nals = unsafe { std::slice::from_raw_parts(nals, count) };
    let payloads: Vec<&[u8]> = nals.iter().map(N::payload).collect();
    payloads.concat()
}

/// How full the buffer is at the start, as a part of one: the libraries take more for kilobits.
fn vbv_initial(config: &EncoderConfig) -> Option<f64> {
    let (RateControl::Bitrate { vbv, .. } | RateControl::Quality { vbv, .. }) = config.rate else {
        return None;
    };
    let initial = config.controls.vbv_initial.filter(|_| vbv > 0)?;
    Some((f64::from(initial) / f64::from(vbv)).min(1.0))
}

/// What H.273 does not name is left out, as the libraries know it by no name.
fn vui(vui: &Vui) -> Vec<Setting> {
    let Vui {
        sample_aspect: (width, height),
        overscan,
        chroma_location,
        ..
    } = *vui;
    let mut settings = Vec::new();
    let mut set = |name, value: Option<&&str>| {
        let named = value.filter(|value| **value != UNSPECIFIED);
        settings.extend(named.map(|value| (name, (*value).to_owned())));
    };
    set("videoformat", FORMATS.get(vui.video_format as usize));
    set("colorprim", PRIMARIES.get(vui.primaries as usize));
    set("transfer", TRANSFERS.get(vui.transfer as usize));
    set("colormatrix", MATRICES.get(vui.matrix as usize));
    if (width, height) != (1, 1) {
        settings.push(("sar", format!("{width}:{height}")));
    }
    settings.extend(overscan.map(|crop| ("overscan", if crop { "crop" } else { "show" }.into())));
    settings.extend(chroma_location.map(|location| ("chromaloc", location.to_string())));
    settings
}

const UNSPECIFIED: &str = "";

/// The libraries' names of the numbers of H.273.
const FORMATS: [&str; 5] = ["component", "pal", "ntsc", "secam", "mac"];
const PRIMARIES: [&str; 13] = [
    UNSPECIFIED,
    "bt709",
    UNSPECIFIED,
    UNSPECIFIED,
    "bt470m",
    "bt470bg",
    "smpte170m",
    "smpte240m",
    "film",
    "bt2020",
    "smpte428",
    "smpte431",
    "smpte432",
];
const TRANSFERS: [&str; 19] = [
    UNSPECIFIED,
    "bt709",
    UNSPECIFIED,
    UNSPECIFIED,
    "bt470m",
    "bt470bg",
    "smpte170m",
    "smpte240m",
    "linear",
    "log100",
    "log316",
    "iec61966-2-4",
    "bt1361e",
    "iec61966-2-1",
    "bt2020-10",
    "bt2020-12",
    "smpte2084",
    "smpte428",
    "arib-std-b67",
];
const MATRICES: [&str; 15] = [
    "gbr",
    "bt709",
    UNSPECIFIED,
    UNSPECIFIED,
    "fcc",
    "bt470bg",
    "smpte170m",
    "smpte240m",
    "ycgco",
    "bt2020nc",
    "bt2020c",
    "smpte2085",
    "chroma-derived-nc",
    "chroma-derived-c",
    "ictcp",
];

/// The libraries take the ratio of two quantiser *steps*, which double every 6 quantisers.
fn ratio(from: u8, to: u8) -> String {
    format!("{:.6}", ((f64::from(to) - f64::from(from)) / 6.0).exp2())
}

fn kilobits(bits: u32) -> String {
    (bits / 1000).max(1).to_string()
}

/// The quantiser that the first picture is told to have.
pub(super) fn initial_qp(config: &EncoderConfig) -> Option<u8> {
    let chosen = matches!(config.rate, RateControl::ConstQp { .. });
    config.controls.initial_qp.filter(|_| !chosen)
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
