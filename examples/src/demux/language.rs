//! Languages in three letters. ISO 639-2 has two codes for some: Matroska uses those of libraries
//! (B), MP4 those that come from the language's own name (T).

/// B and T, where they differ.
const TWICE: [(&str, &str); 20] = [
    ("alb", "sqi"),
    ("arm", "hye"),
    ("baq", "eus"),
    ("bur", "mya"),
    ("chi", "zho"),
    ("cze", "ces"),
    ("dut", "nld"),
    ("fre", "fra"),
    ("geo", "kat"),
    ("ger", "deu"),
    ("gre", "ell"),
    ("ice", "isl"),
    ("mac", "mkd"),
    ("mao", "mri"),
    ("may", "msa"),
    ("per", "fas"),
    ("rum", "ron"),
    ("slo", "slk"),
    ("tib", "bod"),
    ("wel", "cym"),
];

/// QuickTime's own numbers, from 0 on.
const QUICKTIME: [&str; 24] = [
    "eng", "fra", "deu", "ita", "nld", "swe", "spa", "dan", "por", "nor", "heb", "jpn", "ara",
    "fin", "ell", "isl", "mlt", "tur", "hrv", "zho", "urd", "hin", "tha", "kor",
];

/// From three letters of five bits each; what is below all of them is one of QuickTime's numbers.
pub(super) fn of_mp4(letters: [u8; 3]) -> String {
    let packed = letters.map(|letter| usize::from(letter & 0x1f));
    let number = packed[0] << 10 | packed[1] << 5 | packed[2];
    let told = std::str::from_utf8(&letters).ok();
    let code = QUICKTIME.get(number).copied().or(told);
    of_matroska(code.unwrap_or_default())
}

/// As MP4 has it; `und` for what are no three letters.
pub(super) fn of_matroska(code: &str) -> String {
    let pair = TWICE.iter().find(|(library, _)| *library == code);
    let code = pair.map_or(code, |(_, own)| own);
    match code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_lowercase()) {
        true => code.to_owned(),
        false => "und".to_owned(),
    }
}

/// As Matroska has it, from what MP4 has.
pub(crate) fn for_matroska(code: &str) -> &str {
    let pair = TWICE.iter().find(|(_, own)| *own == code);
    pair.map_or(code, |(library, _)| library)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for (library, own) in TWICE {
            assert_eq!(of_matroska(library), own);
            assert_eq!(for_matroska(own), library);
        }
        assert_eq!(of_matroska("jpn"), "jpn");
        assert_eq!(for_matroska("jpn"), "jpn");
        assert_eq!(of_matroska("de-CH"), "und");
        assert_eq!(of_matroska(""), "und");
    }

    #[test]
    fn numbers_and_letters_of_mp4() {
        assert_eq!(of_mp4(*b"deu"), "deu");
        assert_eq!(of_mp4([0x60, 0x60, 0x60]), "eng");
        assert_eq!(of_mp4([0x60, 0x60, 0x77]), "kor");
        assert_eq!(of_mp4([0x60, 0x60, 0x78]), "und");
        assert_eq!(of_mp4([0x7f, 0x7f, 0x7f]), "und");
    }
}
