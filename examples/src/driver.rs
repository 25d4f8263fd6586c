//! Whose driver does the work, said so that nobody takes software for a GPU.

use softdevice::codec::{Codec, back_end};

use crate::device::Device;

/// The driver's name and version.
pub fn name(device: &Device) -> String {
    match device.is_software {
        true => format!("no GPU at work (HEVC by {})", software_encoder()),
        false => format!("NVIDIA driver {}", installed_version()),
    }
}

/// What encodes HEVC in the software device: its speed hangs on that.
pub fn software_encoder() -> &'static str {
    back_end(Codec::Hevc).map_or("nothing", |encoder| encoder.name.as_str())
}

fn installed_version() -> String {
    let about = std::fs::read_to_string("/proc/driver/nvidia/version").unwrap_or_default();
    version(&about).unwrap_or("of unknown version").to_owned()
}

/// The first word with a number and a dot, as in
/// `NVRM version: NVIDIA UNIX x86_64 Kernel Module  580.159.04  Tue ...`.
fn version(about: &str) -> Option<&str> {
    let is_version = |word: &&str| {
        let digits = word.chars().all(|c| c.is_ascii_digit() || c == '.');
        digits && word.contains('.')
    };
    about.split_whitespace().find(is_version)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_in_the_kernel_modules_words() {
        let about = "NVRM version: NVIDIA UNIX x86_64 Kernel Module  580.159.04  Tue Nov 4\n\
                     GCC version:  gcc version 12.2.0 (Debian 12.2.0-14)";
        assert_eq!(version(about), Some("580.159.04"));
        assert_eq!(version(""), None);
    }
}
