//! What a client may ask before it begins: codecs, profiles, formats, presets, capabilities.

use nvenc_sys::*;
use std::ffi::c_int;

use super::{
    caps, catalogue, preset,
    status::{Answer, bad_param, bad_pointer},
    version,
};
use crate::{cuda::ffi::Out, profile::Profile};

pub(super) fn profiles(codec: GUID) -> Answer<&'static [GUID]> {
    Ok(catalogue::profiles(catalogue::codec(codec)?))
}

pub(super) fn formats(codec: GUID) -> Answer<&'static [NV_ENC_BUFFER_FORMAT]> {
    Ok(catalogue::formats(catalogue::codec(codec)?))
}

/// Those of the driver's interface version, the same for every codec.
pub(super) fn presets(codec: GUID) -> Answer<Vec<GUID>> {
    catalogue::codec(codec)?;
    let presets = catalogue::presets(Profile::get().api);
    Ok(presets.map(|preset| preset.guid).collect())
}

pub(super) fn capability(codec: GUID, params: &NV_ENC_CAPS_PARAM, value: Out<c_int>) -> Answer {
    let codec = catalogue::codec(codec)?;
    put(value, caps::value(codec, params.capsToQuery.0)?)
}

/// Writes the configuration that a preset stands for.
pub(super) fn preset_config(
    codec: GUID,
    preset: GUID,
    tuning: NV_ENC_TUNING_INFO,
    config: &mut NV_ENC_PRESET_CONFIG,
) -> Answer {
    let word = config.presetCfg.version;
    version::check::<NV_ENC_CONFIG>(word)?;
    config.presetCfg = preset::config(codec, preset, tuning)?;
    config.presetCfg.version = word;
    Ok(())
}

/// Writes how many there are.
pub(super) fn count<T>(place: Out<u32>, all: &[T]) -> Answer {
    put(place, all.len() as u32)
}

/// Writes as many of `all` as there is room for, and how many that were.
pub(super) fn answer<T: Copy>(places: *mut T, room: u32, count: Out<u32>, all: &[T]) -> Answer {
    if places.is_null() {
        return Err(bad_pointer("nowhere to put the answers"));
    }
    if room == 0 {
        return Err(bad_param("there is no room for an answer"));
    }
    let given = all.len().min(room as usize);
    // SAFETY: not null, and the client says that `room` values, at least `given`, fit. The
    // two do not overlap: one is the client's, the other the device's.
    unsafe { places.copy_from_nonoverlapping(all.as_ptr(), given) };
    put(count, given as u32)
}

fn put<T>(place: Out<T>, value: T) -> Answer {
    place
        .write(value)
        .then_some(())
        .ok_or_else(|| bad_pointer("nowhere to put the answer"))
}
