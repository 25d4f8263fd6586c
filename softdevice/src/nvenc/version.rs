//! Version words: which ones the driver takes.

use nvenc_sys::{NV_ENC_CONFIG_VER, Versioned};
use std::sync::atomic::{AtomicU32, Ordering};

use super::status::{Answer, bad_version};
use crate::profile::Profile;

/// Interface versions whose structures are laid out as these bindings have them. SDK 8.2
/// says 8.1.
const SPOKEN: [(u32, u32); 7] = [(8, 0), (8, 1), (9, 0), (9, 1), (10, 0), (11, 0), (11, 1)];

/// Interface bits of a structure's version word.
const INTERFACE: u32 = 0x0f00_ffff;

/// Every version word has this nibble.
const MAGIC: u32 = 0x7000_0000;

/// The interface of the last CreateInstance: the driver has one for the whole process.
static LAST: AtomicU32 = AtomicU32::new(0);

/// Notes the interface that a function list asks for.
pub(super) fn remember(word: u32) -> Answer {
    if word & MAGIC != MAGIC {
        return Err(bad_version("the function list says no version"));
    }
    LAST.store(word & INTERFACE, Ordering::Release);
    Ok(())
}

/// Refuses a structure of an interface other than the last function list's.
pub(super) fn check_last(word: u32) -> Answer {
    (word & INTERFACE == LAST.load(Ordering::Acquire))
        .then_some(())
        .ok_or_else(|| bad_version("another interface than the last CreateInstance's"))
}

/// Refuses a version word that is no structure `T`'s of any interface the driver speaks.
pub(super) fn check<T: Versioned>(word: u32) -> Answer {
    is_spoken(word, T::HEADER_WORD)
        .then_some(())
        .ok_or_else(|| bad_version(format!("no version word of this structure: {word:#010x}")))
}

/// Whether a structure's word is of interface 8.0 or 8.1.
pub(super) fn is_8(word: u32) -> bool {
    word & 0xff == 8
}

/// Refuses an `NVENCAPI_VERSION` that the driver does not speak.
pub(super) fn check_interface(word: u32) -> Answer {
    spoken()
        .any(|(major, minor)| word == major | minor << 24)
        .then_some(())
        .ok_or_else(|| bad_version(format!("an interface the driver lacks: {word:#010x}")))
}

fn is_spoken(word: u32, header: u32) -> bool {
    spoken().any(|version| word == word_of(version, header))
}

fn spoken() -> impl Iterator<Item = (u32, u32)> {
    let newest = Profile::get().api.driver_word();
    SPOKEN
        .into_iter()
        .filter(move |(major, minor)| major << 4 | minor <= newest)
}

fn word_of((major, minor): (u32, u32), header: u32) -> u32 {
    // Of all structures only this one changed its number: 6 in 8.0, 7 ever after.
    let older = header == NV_ENC_CONFIG_VER && (major, minor) == (8, 0);
    let own = header & !INTERFACE;
    let own = if older { own - (1 << 16) } else { own };
    own | major | minor << 24
}

#[cfg(test)]
mod tests {
    use super::*;
    use nvenc_sys::{NV_ENC_INITIALIZE_PARAMS_VER, NV_ENC_LOCK_BITSTREAM_VER};

    #[test]
    fn words_are_the_headers_own() {
        assert_eq!(word_of((8, 1), NV_ENC_CONFIG_VER), 0xf107_0008);
        assert_eq!(word_of((8, 0), NV_ENC_CONFIG_VER), 0xf006_0008);
        assert_eq!(word_of((8, 1), NV_ENC_INITIALIZE_PARAMS_VER), 0xf105_0008);
        assert_eq!(word_of((8, 1), NV_ENC_LOCK_BITSTREAM_VER), 0x7101_0008);
        assert_eq!(word_of((11, 1), NV_ENC_CONFIG_VER), NV_ENC_CONFIG_VER);
    }

    #[test]
    fn only_whole_words_pass() {
        assert!(is_spoken(0xf107_0008, NV_ENC_CONFIG_VER));
        for wrong in [0, 0x7107_0008, 0xf108_0008, 0xf107_000c, 0x0107_0008] {
            assert!(!is_spoken(wrong, NV_ENC_CONFIG_VER), "{wrong:#x}");
        }
    }
}
