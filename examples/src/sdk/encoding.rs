//! The encoder options of the samples.

use std::fmt::{self, Display};
use std::num::NonZeroU32;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, ValueEnum};
use nvenc::{Codec, Encoder, PixelFormat, RateControl, Rational, SessionBuilder};

use super::clip::Clip;
use super::raw_video::Layout;
use crate::error::{Error, Result};
use crate::options::{self, Bitrate, Coding};
use crate::stdout::tell;

/// Frames from one IDR picture to the next where B-frames forbid an endless group.
const GOP_WITH_B_FRAMES: NonZeroU32 = NonZeroU32::new(250).unwrap();

/// The encoder options of the samples.
#[derive(Args, Clone, Debug)]
#[non_exhaustive]
pub struct Encoding {
    /// What to encode to
    #[arg(long, value_enum, ignore_case = true, default_value_t)]
    pub codec: CodecName,
    /// Frames a second, such as 30 or 30000/1001; unless given as the container of a coded input
    /// says, else 30
    #[arg(long, value_name = "RATE", value_parser = options::frame_rate)]
    fps: Option<Rational>,
    /// Frames from one IDR picture to the next; endless unless given, or 250 with B-frames
    #[arg(long, value_name = "FRAMES")]
    gop: Option<NonZeroU32>,
    /// Codes pictures of red, green and blue as 4:4:4
    #[arg(long = "444")]
    rgb_as_444: bool,
    #[command(flatten)]
    coding: Coding,
}

/// What to encode to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[non_exhaustive]
#[value(rename_all = "lower")]
pub enum CodecName {
    /// H.264.
    #[default]
    H264,
    /// HEVC.
    Hevc,
}

impl From<CodecName> for Codec {
    fn from(name: CodecName) -> Self {
        match name {
            CodecName::H264 => Self::H264,
            CodecName::Hevc => Self::Hevc,
        }
    }
}

impl CodecName {
    /// As files of it end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::H264 => "h264",
            Self::Hevc => "hevc",
        }
    }
}

impl Encoding {
    /// Whether all that is asked for is there, and goes together.
    ///
    /// # Errors
    /// [`Error::Usage`]
    pub(super) fn check(&self, layout: Layout) -> Result<()> {
        if self.rgb_as_444 && !layout.format.is_packed() {
            return usage("-444 goes with the formats bgra, bgra10, abgr, abgr10 and ayuv");
        }
        if self.codec == CodecName::H264 && layout.format.bit_depth() > 8 {
            return usage("H.264 takes no format of more than 8 bits: use -codec hevc");
        }
        self.check_options()
    }

    /// The same as far as the options tell before a picture is there.
    ///
    /// # Errors
    /// [`Error::Usage`]
    pub(super) fn check_options(&self) -> Result<()> {
        self.coding.rate_control().map(drop)
    }

    /// The same with the frame rate that this says, unless one is given.
    pub(super) fn of(&self, clip: &Clip) -> Self {
        Self {
            fps: self.fps.or(clip.frame_rate()),
            ..self.clone()
        }
    }

    fn frame_rate(&self) -> Rational {
        self.fps.unwrap_or(Rational::new(30, 1))
    }

    /// The same but for the bit rate, if one is given.
    pub(super) fn at(&self, bitrate: Option<Bitrate>) -> Self {
        Self {
            coding: self.coding.at(bitrate),
            ..self.clone()
        }
    }

    /// Frames that a session holds at most, with the depth that it has unless told.
    pub(super) fn frames_held(&self) -> u32 {
        // What waits for others is held until its own packet and theirs are there.
        2 * self.frames_waiting() + 4
    }

    /// Frames that wait in the encoder for others, as those of B-frames do.
    pub(super) fn frames_waiting(&self) -> u32 {
        self.coding.frames_waiting()
    }

    /// Begins a session. The device may refuse what it cannot do.
    pub(super) fn session(&self, encoder: Encoder, layout: Layout) -> Result<SessionBuilder> {
        Ok(self.sessions(layout)?(encoder))
    }

    /// What begins a session, as often as one is wanted.
    pub(super) fn sessions(
        &self,
        layout: Layout,
    ) -> Result<impl Fn(Encoder) -> SessionBuilder + Send + Sync + use<>> {
        let options = self.clone();
        let rate_control = self.coding.rate_control()?;
        Ok(move |encoder: Encoder| {
            let session = encoder.session(options.codec.into(), layout.size);
            options.tell(session.format(layout.format), rate_control)
        })
    }

    fn tell(&self, session: SessionBuilder, rate_control: Option<RateControl>) -> SessionBuilder {
        let session = session.frame_rate(self.frame_rate()).gop(self.gop());
        let session = self.coding.tell(session, rate_control);
        match self.rgb_as_444 {
            true => session.full_chroma(),
            false => session,
        }
    }

    /// An endless group of pictures goes without B-frames.
    fn gop(&self) -> Option<NonZeroU32> {
        let with_b_frames = (self.coding.b_frames() > 0).then_some(GOP_WITH_B_FRAMES);
        self.gop.or(with_b_frames)
    }

    /// What the samples print before they begin.
    pub(super) fn print_parameters(&self, layout: Layout) {
        tell!("[INFO ][{}] Encoding Parameters:\n{self}", time_of_day());
        tell!("\tsize         : {}", layout.size);
        tell!("\tformat       : {}", layout.format);
    }
}

impl Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\tcodec        : {}", self.codec.extension())?;
        writeln!(f, "\tpreset       : {}", self.coding.preset())?;
        let rate = self.coding.rate().name();
        match self.coding.rate_control() {
            Ok(Some(RateControl::ConstQp { p, b, i, .. })) => {
                writeln!(f, "\trc           : constqp (P,B,I={p},{b},{i})")?;
            }
            Ok(Some(RateControl::Vbr { average, max, .. })) => {
                writeln!(f, "\trc           : vbr ({average}, at most {max} bits/s)")?;
            }
            Ok(Some(RateControl::TargetQuality { quality, .. })) => {
                writeln!(f, "\trc           : {} (quality {quality})", rate)?;
            }
            Ok(None) => writeln!(f, "\trc           : none, as the preset is lossless")?,
            _ => writeln!(f, "\trc           : {}", rate)?,
        }
        let fps = self.frame_rate();
        writeln!(f, "\tfps          : {}/{}", fps.num, fps.den)?;
        let gop = self
            .gop()
            .map_or_else(|| "INF".to_owned(), |gop| gop.to_string());
        writeln!(f, "\tgop          : {gop}")?;
        write!(f, "\tbf           : {}", self.coding.b_frames())
    }
}

fn usage<T>(why: impl Into<String>) -> Result<T> {
    Err(Error::Usage(why.into()))
}

/// Reads the name of a format: `bgra` names the bytes in memory, `argb` the word.
pub(super) fn format(text: &str) -> std::result::Result<PixelFormat, String> {
    match text.to_ascii_lowercase().as_str() {
        "iyuv" => Ok(PixelFormat::Iyuv),
        "nv12" => Ok(PixelFormat::Nv12),
        "yv12" => Ok(PixelFormat::Yv12),
        "yuv444" => Ok(PixelFormat::Yuv444),
        "p010" => Ok(PixelFormat::P010),
        "yuv444p16" => Ok(PixelFormat::Yuv444P16),
        "bgra" | "argb" => Ok(PixelFormat::Argb),
        "bgra10" | "argb10" => Ok(PixelFormat::Argb10),
        "ayuv" => Ok(PixelFormat::Ayuv),
        "abgr" => Ok(PixelFormat::Abgr),
        "abgr10" => Ok(PixelFormat::Abgr10),
        _ => Err(
            "the formats are iyuv, nv12, yv12, yuv444, p010, yuv444p16, bgra, bgra10, ayuv, abgr \
             and abgr10"
                .to_owned(),
        ),
    }
}

/// In Greenwich, as the standard library knows no other place.
fn time_of_day() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let second = since.map_or(0, |since| since.as_secs() % 86_400);
    let (hour, minute) = (second / 3600, second / 60 % 60);
    format!("{hour:02}:{minute:02}:{:02}", second % 60)
}
