//! An output of `trans`, as the command line has it.

use std::path::PathBuf;
use std::str::FromStr;

use nvenc::Size;

use crate::options::{self, Bitrate};

const FORM: &str = "write FILE, FILE=WIDTHxHEIGHT, FILE=BITRATE or FILE=WIDTHxHEIGHT,BITRATE, \
                    such as hd.hevc=1920x1080,5M";

/// A stream to make.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rung {
    pub(super) path: PathBuf,
    /// To scale to.
    pub(super) size: Option<Size>,
    /// In place of that of all.
    pub(super) bitrate: Option<Bitrate>,
}

impl Rung {
    pub(super) fn plain(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            size: None,
            bitrate: None,
        }
    }

    fn set(&mut self, value: &str) -> Result<(), String> {
        let size = options::size(value).ok().filter(|_| self.size.is_none());
        let bitrate = value.parse().ok().filter(|_| self.bitrate.is_none());
        if size.is_none() && bitrate.is_none() {
            return Err(FORM.to_owned());
        }
        (self.size, self.bitrate) = (self.size.or(size), self.bitrate.or(bitrate));
        Ok(())
    }
}

impl FromStr for Rung {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (path, values) = text.rsplit_once('=').unwrap_or((text, ""));
        if path.is_empty() {
            return Err(FORM.to_owned());
        }
        let mut rung = Self::plain(path);
        for value in values.split(',').filter(|_| path != text) {
            rung.set(value)?;
        }
        Ok(rung)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_may_have_a_size_and_a_bit_rate() {
        let rung = |text: &str| text.parse::<Rung>();
        let of = |path: &str, size, bitrate| {
            Ok(Rung {
                path: path.into(),
                size,
                bitrate,
            })
        };
        let (size, bitrate) = (Some(Size::new(1280, 720)), Some(Bitrate(2_500_000)));
        assert_eq!(rung("out.hevc"), of("out.hevc", None, None));
        assert_eq!(rung("a=b.hevc=1280x720"), of("a=b.hevc", size, None));
        assert_eq!(rung("a=2.5M"), of("a", None, bitrate));
        assert_eq!(rung("a=1280x720,2.5M"), of("a", size, bitrate));
        assert_eq!(rung("a=2500k,1280x720"), of("a", size, bitrate));
        for wrong in ["a=720p", "a=", "=1280x720", "", "a=1M,2M", "a=1x1,1M,2x2"] {
            assert!(rung(wrong).is_err(), "{wrong}");
        }
    }
}
