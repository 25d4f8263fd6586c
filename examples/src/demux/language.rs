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
}
