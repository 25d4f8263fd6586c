//! Where an object or a file is.

use std::path::PathBuf;
use std::str::FromStr;
use std::{fmt, fs};

use super::Error;
use super::file::target;

/// `s3://bucket/key`, `file:///path` or a plain path.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Location {
    /// An object in S3, or all that begins with `key` when that is empty or ends in `/`.
    #[non_exhaustive]
    S3 {
        /// The bucket's name.
        bucket: String,
        /// The object's name in the bucket.
        key: String,
    },
    /// A file on this machine.
    File(PathBuf),
}

impl Location {
    /// The last part of the name, as `clip.webm` in `s3://bucket/in/clip.webm`.
    pub fn name(&self) -> String {
        match self {
            Self::S3 { key, .. } => key.rsplit('/').next().unwrap_or(key).to_owned(),
            Self::File(path) => path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        }
    }

    /// Whether this names a place for objects or files, and not one of them.
    pub fn is_folder(&self) -> bool {
        match self {
            Self::S3 { key, .. } => key.is_empty() || key.ends_with('/'),
            Self::File(path) => path.to_string_lossy().ends_with('/') || path.is_dir(),
        }
    }

    /// Where the output goes: here, or in this folder under the input's name with another end.
    #[must_use]
    pub fn for_output_of(self, input: &Self, end: &str) -> Self {
        if !self.is_folder() {
            return self;
        }
        let name = input.name();
        let stem = name
            .rsplit_once('.')
            .map_or(name.as_str(), |(stem, _)| stem);
        self.join(&format!("{stem}.{end}"))
    }

    /// The same name with more at its end.
    #[must_use]
    pub fn with_suffix(&self, suffix: &str) -> Self {
        match self.clone() {
            Self::S3 { bucket, key } => Self::S3 {
                bucket,
                key: key + suffix,
            },
            Self::File(path) => {
                let mut path = path.into_os_string();
                path.push(suffix);
                Self::File(path.into())
            }
        }
    }

    /// The folder that this is in.
    #[must_use]
    pub fn folder(&self) -> Self {
        match self {
            Self::S3 { bucket, key } => {
                let end = key.rfind('/').map_or(0, |slash| slash + 1);
                Self::S3 {
                    bucket: bucket.clone(),
                    key: key[..end].to_owned(),
                }
            }
            Self::File(path) => Self::File(path.parent().unwrap_or(path).to_owned()),
        }
    }

    /// The same place by the name that no other has: a file's without links and dots.
    pub(crate) fn real(&self) -> Self {
        match self {
            Self::File(path) => Self::File(fs::canonicalize(path).unwrap_or_else(|_| target(path))),
            s3 => s3.clone(),
        }
    }

    /// What is called so in this folder.
    #[must_use]
    pub fn join(self, name: &str) -> Self {
        match self {
            Self::S3 { bucket, key } => Self::S3 {
                bucket,
                key: key + name,
            },
            Self::File(path) => Self::File(path.join(name)),
        }
    }

    /// The name of this within the folder, if it is in there.
    pub fn below(&self, folder: &Self) -> Option<String> {
        match (self, folder) {
            (
                Self::S3 { bucket, key },
                Self::S3 {
                    bucket: other,
                    key: folder,
                },
            ) => {
                let name = key.strip_prefix(folder.as_str());
                name.filter(|_| bucket == other).map(str::to_owned)
            }
            (Self::File(path), Self::File(folder)) => {
                let name = path.strip_prefix(folder).ok()?;
                Some(name.to_string_lossy().into_owned())
            }
            _ => None,
        }
    }
}

impl FromStr for Location {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let invalid = |why| Error::Location {
            text: text.to_owned(),
            why,
        };
        match text.split_once("://") {
            _ if text.is_empty() => Err(invalid("it is empty")),
            None => Ok(Self::File(text.into())),
            Some(("s3", rest)) => parse_s3(rest).ok_or_else(|| invalid("it names no bucket")),
            Some(("file", path)) if path.starts_with('/') => Ok(Self::File(path.into())),
            Some(("file", _)) => Err(invalid("write file:///path, with three slashes")),
            Some(_) => Err(invalid("only s3://, file:// and plain paths are known")),
        }
    }
}

fn parse_s3(rest: &str) -> Option<Location> {
    let (bucket, key) = rest.split_once('/').unwrap_or((rest, ""));
    (!bucket.is_empty()).then(|| Location::S3 {
        bucket: bucket.to_owned(),
        key: key.to_owned(),
    })
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::S3 { bucket, key } => write!(f, "s3://{bucket}/{key}"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn location(text: &str) -> Location {
        text.parse().unwrap()
    }

    #[test]
    fn three_forms() {
        assert_eq!(
            location("s3://clips/in/a.webm"),
            Location::S3 {
                bucket: "clips".into(),
                key: "in/a.webm".into()
            }
        );
        assert_eq!(location("file:///tmp/a"), Location::File("/tmp/a".into()));
        assert_eq!(location("a b.mp4"), Location::File("a b.mp4".into()));
    }

    #[test]
    fn others_are_refused_by_name() {
        for text in ["", "s3://", "s3:///key", "http://host/a", "file://host/a"] {
            let refused = text.parse::<Location>().unwrap_err().to_string();
            assert!(refused.contains(&format!("{text:?}")), "{refused}");
        }
    }

    #[test]
    fn the_folder_around() {
        for (inside, folder) in [("s3://a/b/c.mp4", "s3://a/b/"), ("s3://a/c", "s3://a/")] {
            assert_eq!(location(inside).folder(), location(folder));
        }
        assert_eq!(location("/a/b/c.mp4").folder(), location("/a/b"));
    }

    #[test]
    fn names_within_a_folder() {
        let within = |inner: &str, outer: &str| location(inner).below(&location(outer));
        assert_eq!(
            within("s3://a/b/c/d.mp4", "s3://a/b/").as_deref(),
            Some("c/d.mp4")
        );
        assert_eq!(within("s3://other/b/c", "s3://a/b/"), None);
        assert_eq!(within("/a/b/c", "/a").as_deref(), Some("b/c"));
        assert_eq!(within("/ab/c", "/a"), None);
    }

    #[test]
    fn one_file_has_one_real_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| Location::File(folder.path().join(name));
        fs::write(folder.path().join("a"), "some").unwrap();
        std::os::unix::fs::symlink("a", folder.path().join("link")).unwrap();
        for name in ["./a", "link", "../a"] {
            let name = name.replace(
                "..",
                &format!("../{}", folder.path().file_name().unwrap().display()),
            );
            assert_eq!(at(&name).real(), at("a").real(), "{name}");
        }
        assert_eq!(at("./new").real(), at("new").real());
        assert_ne!(at("new").real(), at("a").real());
    }

    #[test]
    fn output_takes_the_inputs_name_in_a_folder() {
        let input = location("s3://in/2026/clip.v2.webm");
        let cases = [
            ("s3://out", "s3://out/clip.v2.hevc"),
            ("s3://out/", "s3://out/clip.v2.hevc"),
            ("s3://out/a/", "s3://out/a/clip.v2.hevc"),
            ("s3://out/a", "s3://out/a"),
            ("/no/such/", "/no/such/clip.v2.hevc"),
            ("/tmp", "/tmp/clip.v2.hevc"),
            ("file:///tmp/x.hevc", "/tmp/x.hevc"),
        ];
        for (output, full) in cases {
            let location = location(output).for_output_of(&input, "hevc");
            assert_eq!(location.to_string(), full);
        }
    }
}
