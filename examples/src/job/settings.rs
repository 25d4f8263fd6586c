//! How a job decodes and encodes.

use std::num::{NonZeroU32, NonZeroUsize};

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Args, Parser};
use nvdec::{PixelFormat, Rational, Size};
use nvenc::{Codec, Encoder, SessionBuilder};

use crate::error::{Error, Result};
use crate::mux::Format;
use crate::options::{self, Coding};
use crate::store::Location;

/// How a job decodes and encodes.
#[derive(Args, Clone, Debug, Default)]
#[non_exhaustive]
pub struct Settings {
    /// hevc or h264; as the output's name says (.hevc, .h264) unless given, else hevc
    #[arg(long, value_parser = options::codec)]
    pub codec: Option<Codec>,
    /// The output's container; as its name says (.mp4, .mov, .mkv, .hevc, .h264) unless given, else annexb
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Copy the pictures of H.264 and HEVC as they are coded, into another container
    #[arg(long, conflicts_with_all = ENCODING)]
    pub copy: bool,
    #[command(flatten)]
    pub(crate) coding: Coding,
    /// Frames from one IDR picture to the next
    #[arg(long, value_name = "FRAMES")]
    pub gop: Option<NonZeroU32>,
    /// Frames a second, such as 30 or 30000/1001; as the input says unless given, else 30
    #[arg(long, visible_alias = "fps", value_name = "RATE", value_parser = options::frame_rate)]
    pub frame_rate: Option<Rational>,
    /// Columns and rows of raw video (.yuv), such as 7680x4320
    #[arg(short = 's', long, value_name = "WIDTHxHEIGHT", value_parser = options::size)]
    pub size: Option<Size>,
    /// Sessions that encode at the same time, each a segment that begins with an IDR picture: a
    /// GOP if --gop is given, else two seconds; as many as there are NVENC engines unless given
    /// (the software device: 1, or NVSOFT_ENGINES)
    #[arg(long, value_name = "NUMBER")]
    pub sessions: Option<NonZeroUsize>,
    /// Encode only so many frames
    #[arg(long)]
    pub frames: Option<u64>,
    /// Go on without pictures that cannot be decoded, and tell how many; in a segment they are an
    /// error all the same
    #[arg(long)]
    pub allow_missing: bool,
}

/// What is of no use where nothing is encoded.
const ENCODING: [&str; 23] = [
    "codec",
    "preset",
    "bf",
    "profile",
    "rc",
    "bitrate",
    "maxbitrate",
    "constqp",
    "cq",
    "vbvbufsize",
    "vbvinit",
    "aq",
    "temporalaq",
    "lookahead",
    "qmin",
    "qmax",
    "initqp",
    "gop",
    "frame_rate",
    "size",
    "sessions",
    "frames",
    "allow_missing",
];

/// A command line of settings alone.
#[derive(Debug, Parser)]
struct Alone {
    #[command(flatten)]
    settings: Settings,
}

impl Settings {
    /// Settings as words of a command line: those of `matches` that were given.
    pub fn words(matches: &ArgMatches) -> Vec<String> {
        let command = Self::augment_args(clap::Command::new("settings"));
        let given = command.get_arguments().filter(|arg| {
            let source = matches.value_source(arg.get_id().as_str());
            source.is_some_and(|source| source != ValueSource::DefaultValue)
        });
        given.flat_map(|arg| words(arg, matches)).collect()
    }

    /// Reads what [`words`](Self::words) made.
    ///
    /// # Errors
    /// [`Error::Usage`]
    pub fn of_words(words: &[String]) -> Result<Self> {
        let words = std::iter::once("settings").chain(words.iter().map(String::as_str));
        let read = Alone::try_parse_from(words);
        let read = read.map_err(|error| Error::Usage(error.to_string()))?;
        Ok(read.settings)
    }

    /// Whether the settings agree with each other.
    ///
    /// # Errors
    /// [`Error::Usage`]
    pub fn check(&self) -> Result<()> {
        self.coding.rate_control().map(drop)
    }

    /// The container and the codec of an output of this name.
    pub(super) fn kind(&self, name: &str) -> (Format, Codec) {
        let (named, implied) = Format::of_name(name).unwrap_or((Format::AnnexB, None));
        let format = self.format.unwrap_or(named);
        let codec = self.codec.or(implied.filter(|_| format == Format::AnnexB));
        (format, codec.unwrap_or(Codec::Hevc))
    }

    /// Whether the name tells of another codec or container than the options.
    pub(super) fn check_name(&self, name: &str) -> Result<()> {
        if self.format.is_none() && Format::is_foreign(name) {
            return usage(&format!(
                "{name}: no such file is made here: let it end in .mp4, .mov, .mkv, .hevc or .h264, or \
                 say what is to be in it by --format"
            ));
        }
        let Some((named, implied)) = Format::of_name(name) else {
            return Ok(());
        };
        let (format, codec) = self.kind(name);
        if !format.may_have(named) || implied.is_some_and(|implied| implied != codec) {
            let end = format.end(codec);
            return usage(&format!(
                "--format and --codec make .{end} of what is to be {name}"
            ));
        }
        Ok(())
    }

    /// Whether a copy's codec is the one that the output's name tells.
    pub(super) fn check_copy(&self, name: &str, codec: Codec) -> Result<()> {
        let implied = Format::of_name(name).and_then(|(_, implied)| implied);
        match implied.is_none_or(|implied| implied == codec) {
            true => Ok(()),
            false => usage(&format!(
                "the pictures to copy are {codec:?}: not for {name}"
            )),
        }
    }

    /// Whether a copy has a name; bare streams end as their codec does, which is in the input.
    pub(super) fn check_copy_to(&self, output: &Location) -> Result<()> {
        let bare = matches!(self.format, None | Some(Format::AnnexB));
        match self.copy && output.is_folder() && bare {
            true => usage("--copy into a folder needs --format mp4, fmp4 or mkv"),
            false => Ok(()),
        }
    }

    pub(super) fn session(
        &self,
        encoder: Encoder,
        codec: Codec,
        size: Size,
        format: PixelFormat,
    ) -> Result<SessionBuilder> {
        Ok(self.sessions_of(codec, size, format)?(encoder))
    }

    /// What begins a session, as often as one is wanted.
    pub(super) fn sessions_of(
        &self,
        codec: Codec,
        size: Size,
        format: PixelFormat,
    ) -> Result<impl Fn(Encoder) -> SessionBuilder + Send + Sync + use<>> {
        let (coding, gop) = (self.coding.clone(), self.gop);
        let rate_control = coding.rate_control()?;
        Ok(move |encoder: Encoder| {
            let session = encoder.session(codec, size).format(format);
            let session = coding.tell(session, rate_control);
            match gop {
                Some(_) => session.gop(gop),
                None => session,
            }
        })
    }
}

fn words(arg: &Arg, matches: &ArgMatches) -> Vec<String> {
    let Some(name) = arg.get_long() else {
        return Vec::new();
    };
    let name = format!("--{name}");
    if !arg.get_action().takes_values() {
        return match matches.get_flag(arg.get_id().as_str()) {
            true => vec![name],
            false => Vec::new(), // a variable that says no
        };
    }
    let values = matches.get_raw(arg.get_id().as_str());
    let values = values.into_iter().flatten();
    let values = values.map(|value| format!("{name}={}", value.to_string_lossy()));
    values.collect()
}

fn usage<T>(why: &str) -> Result<T> {
    Err(Error::Usage(why.to_owned()))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;
    use nvenc::RateControl;

    use super::*;

    #[test]
    fn names_and_options() {
        let mut settings = Settings::default();
        assert_eq!(settings.kind("a.h264"), (Format::AnnexB, Codec::H264));
        assert_eq!(settings.kind("a.mp4"), (Format::Mp4, Codec::Hevc));
        assert_eq!(settings.kind("a"), (Format::AnnexB, Codec::Hevc));
        settings.codec = Some(Codec::H264);
        assert_eq!(settings.kind("a.mp4"), (Format::Mp4, Codec::H264));
        assert!(settings.check_name("a.mp4").is_ok());
        assert!(settings.check_name("a.hevc").is_err());
        settings.format = Some(Format::Mp4);
        assert!(settings.check_name("a.h264").is_err());
        assert!(settings.check_name("a").is_ok());
    }

    #[test]
    fn words_are_read_again() {
        let line = [
            "settings",
            "--bitrate",
            "2.5M",
            "--gop",
            "30",
            "-s",
            "64x32",
        ];
        let matches = Alone::command().try_get_matches_from(line).unwrap();
        let words = Settings::words(&matches);
        assert_eq!(words, ["--bitrate=2.5M", "--gop=30", "--size=64x32"]);
        let settings = Settings::of_words(&words).unwrap();
        let rate_control = settings.coding.rate_control().unwrap();
        assert_eq!(rate_control, Some(RateControl::vbr(2_500_000, 3_750_000)));
        assert_eq!(settings.size, Some(Size::new(64, 32)));
        assert!(Settings::of_words(&["--no-such".to_owned()]).is_err());
    }

    #[test]
    fn a_copy_takes_no_option_of_the_encoder() {
        let command = Alone::command();
        let names = command.get_arguments().map(|arg| arg.get_id().as_str());
        let others: Vec<&str> = names.filter(|name| !ENCODING.contains(name)).collect();
        assert_eq!(others, ["format", "copy"]);
    }
}
