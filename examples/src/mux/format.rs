//! Which container the output is, by option or by the end of its name.

use std::fmt;

use clap::ValueEnum;
use nvenc::Codec;

/// The container of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
#[value(rename_all = "lower")]
pub enum Format {
    /// None: a bare stream, without times
    #[value(name = "annexb", alias = "raw")]
    AnnexB,
    /// MP4, with its index in front
    Mp4,
    /// MP4 in fragments, each with an index of its own
    Fmp4,
    /// QuickTime: as MP4, and holds uncompressed sound, too
    Mov,
    /// Matroska
    Mkv,
}

/// The ends of names that tell what is in a file.
const ENDS: [(&str, Format, Option<Codec>); 10] = [
    ("hevc", Format::AnnexB, Some(Codec::Hevc)),
    ("h265", Format::AnnexB, Some(Codec::Hevc)),
    ("265", Format::AnnexB, Some(Codec::Hevc)),
    ("h264", Format::AnnexB, Some(Codec::H264)),
    ("264", Format::AnnexB, Some(Codec::H264)),
    ("avc", Format::AnnexB, Some(Codec::H264)),
    ("mp4", Format::Mp4, None),
    ("m4v", Format::Mp4, None),
    ("mov", Format::Mov, None),
    ("mkv", Format::Mkv, None),
];

/// The ends of names of files that are not written here.
const OTHERS: [&str; 18] = [
    "webm", "avi", "ts", "mts", "m2ts", "mpg", "mpeg", "m2v", "flv", "wmv", "mxf", "ogg", "ogv",
    "3gp", "ivf", "av1", "y4m", "yuv",
];

impl Format {
    /// Whether the end of the name tells of a kind of file that is not written here.
    pub fn is_foreign(name: &str) -> bool {
        let end = name.rsplit_once('.').map(|(_, end)| end);
        let is_of = |end: &str| OTHERS.iter().any(|other| other.eq_ignore_ascii_case(end));
        end.is_some_and(is_of)
    }

    /// What the end of a name tells: the container, and for a bare stream its codec.
    pub fn of_name(name: &str) -> Option<(Self, Option<Codec>)> {
        let (_, end) = name.rsplit_once('.')?;
        let known = |known: &&(&str, Self, Option<Codec>)| known.0.eq_ignore_ascii_case(end);
        ENDS.iter()
            .find(known)
            .map(|(_, format, codec)| (*format, *codec))
    }

    /// Whether it is made of the boxes of MP4.
    pub(super) fn is_of_boxes(self) -> bool {
        matches!(self, Self::Mp4 | Self::Fmp4 | Self::Mov)
    }

    /// Whether files of this name may be such files.
    pub fn may_have(self, named: Self) -> bool {
        self == named || (self, named) == (Self::Fmp4, Self::Mp4)
    }

    /// How names of such files end.
    pub fn end(self, codec: Codec) -> &'static str {
        match (self, codec) {
            (Self::Mp4 | Self::Fmp4, _) => "mp4",
            (Self::Mov, _) => "mov",
            (Self::Mkv, _) => "mkv",
            (Self::AnnexB, Codec::H264) => "h264",
            (Self::AnnexB, _) => "hevc",
        }
    }
}

/// What is said of pictures in it.
impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AnnexB => "as a bare stream",
            Self::Mp4 => "in MP4",
            Self::Fmp4 => "in MP4 of fragments",
            Self::Mov => "in QuickTime",
            Self::Mkv => "in Matroska",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_the_end_of_the_name() {
        let hevc = Some((Format::AnnexB, Some(Codec::Hevc)));
        assert_eq!(Format::of_name("a.b.HEVC"), hevc);
        assert_eq!(Format::of_name("a.mp4"), Some((Format::Mp4, None)));
        assert_eq!(Format::of_name("mp4"), None);
        assert_eq!(Format::of_name("a.txt"), None);
        assert!(Format::is_foreign("a.hevc.WebM") && !Format::is_foreign("webm"));
        assert!(
            ENDS.iter()
                .all(|(end, ..)| !Format::is_foreign(&format!("a.{end}")))
        );
    }

    #[test]
    fn ends_are_known_again() {
        for codec in [Codec::Hevc, Codec::H264] {
            for format in Format::value_variants() {
                let name = format!("a.{}", format.end(codec));
                let (named, _) = Format::of_name(&name).unwrap();
                assert!(format.may_have(named), "{name}");
            }
        }
    }
}
