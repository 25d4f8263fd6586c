//! Which GPU the device passes for, and which NVENC interface its driver speaks.
//!
//! `NVSOFT_GPU` is one of `v100` (the default), `t4`, `l4`, `h100` and `geforce`;
//! `NVSOFT_API` is `8.1` or `11.1` (the default); `NVSOFT_DEVICES` is how many there are. All
//! are read once.

use nvenc_sys::ApiVersion;
use std::{env, ffi::c_int, sync::OnceLock};

/// What the device says it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Profile {
    /// As `cuDeviceGetName` gives it.
    pub(crate) name: &'static str,
    /// Major and minor.
    pub(crate) compute_capability: (c_int, c_int),
    /// Bytes of device memory.
    pub(crate) memory: usize,
    /// What its encoder can do; `None` without one.
    pub(crate) encoder: Option<Encoder>,
    /// What its decoder can do.
    pub(crate) decoder: Decoder,
    /// The newest NVENC interface of its driver.
    pub(crate) api: ApiVersion,
}

/// What a GPU's encoder can do beyond what all from Volta on can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Encoder {
    /// Consecutive B-frames in HEVC; H.264 always has 4.
    pub(crate) hevc_b_frames: u32,
    /// Encoder engines on the chip.
    pub(crate) engines: u32,
    /// Sessions at a time, where the driver counts them.
    pub(crate) sessions: Option<usize>,
}

/// What a GPU's decoder can do beyond what all from Volta on can.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decoder {
    /// Decoder engines on the chip.
    pub(crate) engines: u8,
    /// HEVC with 4:4:4 chroma.
    pub(crate) hevc_444: bool,
}

impl Decoder {
    /// From Turing on.
    const fn with_444(engines: u8) -> Self {
        Self {
            engines,
            hevc_444: true,
        }
    }
}

impl Profile {
    /// The profile of this process.
    pub(crate) fn get() -> &'static Self {
        static PROFILE: OnceLock<Profile> = OnceLock::new();
        PROFILE.get_or_init(|| {
            let api = variable("NVSOFT_API", ApiVersion::V11_1, |word| {
                ApiVersion::ALL
                    .into_iter()
                    .find(|api| api.to_string() == word)
            });
            variable("NVSOFT_GPU", v100(api), |word| named(word, api))
        })
    }
}

/// GPUs that one machine can have here.
pub(crate) const MOST_DEVICES: usize = 16;

/// How many GPUs there are, all of the same profile.
pub(crate) fn devices() -> usize {
    static DEVICES: OnceLock<usize> = OnceLock::new();
    *DEVICES.get_or_init(|| {
        variable("NVSOFT_DEVICES", 1, |word| {
            let count = word.parse().ok();
            count.filter(|count| (1..=MOST_DEVICES).contains(count))
        })
    })
}

/// Encoder engines of a GPU: the profile's own, or as `NVSOFT_ENGINES` has it; 0 without an encoder.
pub(crate) fn engines() -> u32 {
    let own = Profile::get().encoder.map_or(0, |encoder| encoder.engines);
    match (own, number("NVSOFT_ENGINES")) {
        (1.., Some(told)) => told.clamp(1, 64) as u32,
        _ => own,
    }
}

/// Whether `NVSOFT_ENGINES` says how many encoder engines a GPU has. Otherwise it has as many as
/// the one whose shape it takes, which says nothing of what this machine encodes at once.
pub fn has_told_engines() -> bool {
    env::var_os("NVSOFT_ENGINES").is_some()
}

/// A variable that is a number.
pub(crate) fn number(name: &str) -> Option<u64> {
    variable(name, None, |word| word.parse().ok().map(Some))
}

/// A misspelt value must not silently test something else, so it is said; a library that is
/// being loaded cannot fail any better.
fn variable<T>(name: &str, default: T, parse: impl FnOnce(&str) -> Option<T>) -> T {
    let Ok(word) = env::var(name) else {
        return default;
    };
    parse(&word).unwrap_or_else(|| {
        eprintln!("softdevice: {name}={word} is not known; using the default");
        default
    })
}

fn named(word: &str, api: ApiVersion) -> Option<Profile> {
    Some(match word {
        "v100" => v100(api),
        "t4" => with_nvenc("Tesla T4", (7, 5), 15_843_721_216, api, (1, 2)),
        "l4" => with_nvenc("NVIDIA L4", (8, 9), 23_675_600_896, api, (2, 4)),
        "h100" => h100(api),
        "geforce" => geforce(api),
        _ => return None,
    })
}

fn v100(api: ApiVersion) -> Profile {
    let encoder = Encoder {
        hevc_b_frames: 0,
        engines: 3,
        sessions: None,
    };
    Profile {
        name: "Tesla V100-SXM2-16GB",
        compute_capability: (7, 0),
        memory: 16_945_512_448,
        encoder: Some(encoder),
        decoder: Decoder {
            engines: 1,
            hevc_444: false,
        },
        api,
    }
}

fn with_nvenc(
    name: &'static str,
    compute_capability: (c_int, c_int),
    memory: usize,
    api: ApiVersion,
    (encoders, decoders): (u32, u8),
) -> Profile {
    let encoder = Encoder {
        hevc_b_frames: 5,
        engines: encoders,
        sessions: None,
    };
    Profile {
        name,
        compute_capability,
        memory,
        encoder: Some(encoder),
        decoder: Decoder::with_444(decoders),
        api,
    }
}

fn h100(api: ApiVersion) -> Profile {
    Profile {
        name: "NVIDIA H100 80GB HBM3",
        compute_capability: (9, 0),
        memory: 85_017_493_504,
        encoder: None,
        decoder: Decoder::with_444(7),
        api,
    }
}

/// The driver lets a GeForce of that age have three sessions.
fn geforce(api: ApiVersion) -> Profile {
    let encoder = Encoder {
        hevc_b_frames: 5,
        engines: 1,
        sessions: Some(3),
    };
    Profile {
        name: "NVIDIA GeForce RTX 2080 Ti",
        compute_capability: (7, 5),
        memory: 11_554_717_696,
        encoder: Some(encoder),
        decoder: Decoder::with_444(1),
        api,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_profile_has_its_name() {
        for (word, name) in [
            ("v100", "Tesla V100-SXM2-16GB"),
            ("t4", "Tesla T4"),
            ("l4", "NVIDIA L4"),
            ("h100", "NVIDIA H100 80GB HBM3"),
            ("geforce", "NVIDIA GeForce RTX 2080 Ti"),
        ] {
            let profile = named(word, ApiVersion::V8_1).unwrap();
            assert_eq!((profile.name, profile.api), (name, ApiVersion::V8_1));
        }
        assert_eq!(named("v1oo", ApiVersion::V8_1), None);
    }

    #[test]
    fn only_the_h100_has_no_encoder() {
        let without = ["v100", "t4", "l4", "h100", "geforce"]
            .into_iter()
            .filter(|word| named(word, ApiVersion::V11_1).unwrap().encoder.is_none());
        assert_eq!(without.collect::<Vec<_>>(), ["h100"]);
    }
}
