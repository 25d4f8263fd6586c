//! Telling containers apart, and naming those that are not read.

use std::io::{Read, Seek};

use super::source::Source;
use super::{Codec, Fault};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Matroska,
    Mp4,
    Ivf,
    Y4m,
    /// Annex B, of H.264 or HEVC.
    Bare(Codec),
    Raw,
}

/// How other files begin that people may well try, and what they are.
const OTHERS: [(&[u8], &str); 9] = [
    (b"RIFF", "an AVI or WAVE file"),
    (b"OggS", "an Ogg file"),
    (b"FLV", "a Flash video file"),
    (b"G@", "an MPEG transport stream"),
    (b"\0\0\0\x01", "a bare stream, but not of H.264 or HEVC"),
    (
        b"\0\0\x01",
        "an MPEG or another bare stream, but not of H.264 or HEVC",
    ),
    (b"\x1f\x8b", "a gzip file"),
    (b"PK\x03\x04", "a zip file"),
    (b"\x89PNG", "a PNG image"),
];

pub(super) fn container<R: Read + Seek>(
    source: &mut Source<R>,
    name: &str,
) -> Result<Container, Fault> {
    let mut head = Vec::new();
    source.read(source.size().min(256), &mut head, "the file")?;
    source.seek(0)?;
    match head.as_slice() {
        [] => Err(Fault::Empty),
        _ if name.to_ascii_lowercase().ends_with(".yuv") => Ok(Container::Raw),
        [0x1a, 0x45, 0xdf, 0xa3, ..] => Ok(Container::Matroska),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => Ok(Container::Mp4),
        [b'D', b'K', b'I', b'F', ..] => Ok(Container::Ivf),
        head if head.starts_with(b"YUV4MPEG2 ") => Ok(Container::Y4m),
        head => bare(head).ok_or_else(|| Fault::Container(describe(head))),
    }
}

/// By the first NAL unit, which is a parameter set or a delimiter.
fn bare(head: &[u8]) -> Option<Container> {
    let (first, second) = match head {
        [0, 0, 0, 1, first, second, ..] | [0, 0, 1, first, second, ..] => (*first, *second),
        _ => return None,
    };
    match (first, second) {
        (0x40 | 0x42 | 0x46 | 0x4e, 1) => Some(Container::Bare(Codec::Hevc)),
        (0x27 | 0x47 | 0x67 | 0x09 | 0x06, _) => Some(Container::Bare(Codec::H264)),
        _ => None,
    }
}

fn describe(head: &[u8]) -> String {
    let known = OTHERS.iter().find(|(magic, _)| head.starts_with(magic));
    match known {
        Some((_, what)) => (*what).to_owned(),
        None if is_text(head) => format!("a text file ({:?}...)", first_line(head)),
        None => format!(
            "an unknown kind of file (first bytes {:02x?})",
            first(head, 8)
        ),
    }
}

/// A character may be cut at the end.
fn is_text(head: &[u8]) -> bool {
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        Err(error) if error.error_len().is_none() => first_valid(head, error.valid_up_to()),
        Err(_) => return false,
    };
    !valid.chars().any(|c| c.is_control() && !c.is_whitespace())
}

fn first_valid(head: &[u8], count: usize) -> &str {
    std::str::from_utf8(first(head, count)).unwrap_or_default()
}

fn first_line(head: &[u8]) -> String {
    let text = String::from_utf8_lossy(head);
    let line = text.lines().next().unwrap_or_default();
    line.chars().take(40).collect()
}

fn first(bytes: &[u8], count: usize) -> &[u8] {
    &bytes[..bytes.len().min(count)]
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn probe(bytes: &[u8], name: &str) -> Result<Container, String> {
        let mut source = Source::new(Cursor::new(bytes.to_vec()), bytes.len() as u64);
        container(&mut source, name).map_err(|fault| fault.to_string())
    }

    #[test]
    fn by_content_not_by_name() {
        let matroska = b"\x1a\x45\xdf\xa3\x01";
        assert_eq!(probe(matroska, "a.mp4"), Ok(Container::Matroska));
        assert_eq!(probe(b"\0\0\0\x18ftypisom", "a"), Ok(Container::Mp4));
        assert_eq!(probe(b"DKIF\0\0", "a"), Ok(Container::Ivf));
        let bare = |codec| Ok(Container::Bare(codec));
        assert_eq!(probe(b"\0\0\0\x01\x40\x01", "a"), bare(Codec::Hevc));
        assert_eq!(probe(b"\0\0\x01\x67\x64", "a"), bare(Codec::H264));
        assert_eq!(probe(b"anything", "A.YUV"), Ok(Container::Raw));
    }

    #[test]
    fn others_are_named() {
        let cases: [(&[u8], &str); 6] = [
            (b"", "empty (0 bytes)"),
            (b"Hello,\nworld", "a text file (\"Hello,\"...)"),
            ("déjà vu".as_bytes(), "a text file"),
            (b"RIFF\0\0", "an AVI or WAVE file"),
            (b"\0\0\x01\xb3\x14", "but not of H.264 or HEVC"),
            (b"\xff\xfe\0\x02", "first bytes [ff, fe, 00, 02]"),
        ];
        for (bytes, said) in cases {
            let refused = probe(bytes, "a.webm").unwrap_err();
            assert!(refused.contains(said), "{refused}");
        }
    }
}
