//! The encoder options of the samples.

use std::fmt::{self, Display};
use std::num::NonZeroU32;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, ValueEnum};
use nvenc::{Codec, Encoder, PixelFormat, Preset, RateControl, Rational, SessionBuilder};

use super::missing::Missing;
use super::raw_video::Layout;
use crate::error::{Error, Result};
use crate::options::{self, Bitrate};

/// The encoder options of the samples.
#[derive(Args, Clone, Debug)]
#[non_exhaustive]
pub struct Encoding {
    /// What to encode to
    #[arg(long, value_enum, ignore_case = true, default_value_t)]
    pub codec: CodecName,
    /// default, hp, hq, bd, ll, ll_hp, ll_hq, lossless or lossless_hp
    #[arg(long, default_value_t)]
    preset: Preset,
    /// How bits are spent
    #[arg(long, value_enum, ignore_case = true, default_value_t)]
    rc: Mode,
    /// Frames a second, such as 30 or 30000/1001
    #[arg(long, value_name = "RATE", value_parser = options::frame_rate, default_value = "30")]
    fps: Rational,
    /// Frames from one IDR picture to the next; endless unless given
    #[arg(long, value_name = "FRAMES")]
    gop: Option<NonZeroU32>,
    /// B-frames between two others
    #[arg(long, value_name = "FRAMES", default_value_t)]
    bf: u32,
    /// Bits a second for vbr and cbr: 80M, 800K (K is 1000)
    #[arg(long)]
    bitrate: Option<Bitrate>,
    /// Most bits a second for vbr; one and a half times the bit rate unless given
    #[arg(long, value_name = "BITRATE")]
    maxbitrate: Option<Bitrate>,
    /// Quantisers for constqp, 0 to 51: one, or those of P, B and I pictures
    #[arg(long, value_name = "QP or P,B,I", value_parser = quantisers)]
    constqp: Option<[u8; 3]>,
    /// high, high444; main, main10, frext: as the codec and the format make it
    #[arg(long)]
    profile: Option<String>,
    #[command(flatten)]
    missing: Missing,
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

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
enum Mode {
    #[default]
    ConstQp,
    Vbr,
    Cbr,
    #[value(name = "cbr_ll_hq", hide = true)]
    CbrLowLatency,
    #[value(name = "cbr_hq", hide = true)]
    CbrHq,
    #[value(name = "vbr_hq", hide = true)]
    VbrHq,
}

impl Encoding {
    /// Whether all that is asked for is there, and goes together.
    ///
    /// # Errors
    /// [`Error::Usage`]
    pub(super) fn check(&self, layout: Layout) -> Result<()> {
        self.check_options()?;
        self.check_profile(layout.format)?;
        if self.codec == CodecName::H264 && layout.format.bit_depth() > 8 {
            return usage("H.264 takes no format of more than 8 bits: use -codec hevc");
        }
        Ok(())
    }

    /// The same as far as the options tell before a picture is there.
    ///
    /// # Errors
    /// [`Error::Usage`]
    pub(super) fn check_options(&self) -> Result<()> {
        self.missing.check()?;
        self.rate_control().map(drop)
    }

    /// Frames that a session holds at most, with the depth that it has unless told.
    pub(super) fn frames_held(&self) -> u32 {
        self.bf + 4
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
        let (codec, preset) = (self.codec.into(), self.preset);
        let (fps, gop, bf, rate_control) = (self.fps, self.gop, self.bf, self.rate_control()?);
        Ok(move |encoder: Encoder| {
            let session = encoder
                .session(codec, layout.size)
                .format(layout.format)
                .preset(preset)
                .frame_rate(fps)
                .gop(gop)
                .b_frames(bf);
            match rate_control {
                Some(rate_control) => session.rate_control(rate_control),
                None => session,
            }
        })
    }

    /// What the samples print before they begin.
    pub(super) fn print_parameters(&self, layout: Layout) {
        println!("[INFO ][{}] Encoding Parameters:\n{self}", time_of_day());
        println!("\tsize         : {}", layout.size);
        println!("\tformat       : {}", layout.format);
    }

    fn profile_of(&self, format: PixelFormat) -> &'static str {
        match (self.codec, format.is_420(), format.bit_depth()) {
            (CodecName::H264, true, _) => "high",
            (CodecName::H264, false, _) => "high444",
            (CodecName::Hevc, false, _) => "frext",
            (CodecName::Hevc, true, 8) => "main",
            (CodecName::Hevc, true, _) => "main10",
        }
    }

    fn check_profile(&self, format: PixelFormat) -> Result<()> {
        let made = self.profile_of(format);
        match &self.profile {
            Some(asked) if !asked.eq_ignore_ascii_case(made) => usage(format!(
                "-profile {asked} is not there yet: {} of {format} is made in profile {made}",
                self.codec.extension()
            )),
            _ => Ok(()),
        }
    }

    /// `None` to leave it to a lossless preset.
    fn rate_control(&self) -> Result<Option<RateControl>> {
        let (bitrate, max) = (self.bitrate, self.maxbitrate);
        match (self.rc, bitrate, max, self.constqp) {
            (Mode::ConstQp, None, None, None) if self.preset.is_lossless() => Ok(None),
            _ if self.preset.is_lossless() => {
                usage("a lossless preset takes no -rc, -constqp, -bitrate or -maxbitrate")
            }
            (Mode::ConstQp, None, None, qp) => Ok(Some(constant(qp))),
            (Mode::ConstQp, ..) => usage("-bitrate and -maxbitrate go with -rc vbr or -rc cbr"),
            (Mode::Vbr | Mode::Cbr, _, _, Some(_)) => usage("-constqp goes with -rc constqp"),
            (Mode::Vbr | Mode::Cbr, None, ..) => usage("-rc vbr and -rc cbr need -bitrate"),
            (Mode::Cbr, _, Some(_), _) => usage("-maxbitrate goes with -rc vbr"),
            (Mode::Cbr, Some(bitrate), ..) => Ok(Some(RateControl::cbr(bitrate.0))),
            (Mode::Vbr, Some(average), max, _) => Ok(Some(vbr(average, max))),
            (mode, ..) => usage(format!(
                "-rc {} is a mode that is not there yet",
                mode.name()
            )),
        }
    }
}

impl Mode {
    fn name(self) -> &'static str {
        match self {
            Self::ConstQp => "constqp",
            Self::Vbr => "vbr",
            Self::Cbr => "cbr",
            Self::CbrLowLatency => "cbr_ll_hq",
            Self::CbrHq => "cbr_hq",
            Self::VbrHq => "vbr_hq",
        }
    }
}

impl Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "\tcodec        : {}", self.codec.extension())?;
        writeln!(f, "\tpreset       : {}", self.preset)?;
        match self.rate_control() {
            Ok(Some(RateControl::ConstQp { p, b, i, .. })) => {
                writeln!(f, "\trc           : constqp (P,B,I={p},{b},{i})")?;
            }
            Ok(Some(RateControl::Vbr { average, max, .. })) => {
                writeln!(f, "\trc           : vbr ({average}, at most {max} bits/s)")?;
            }
            Ok(None) => writeln!(f, "\trc           : none, as the preset is lossless")?,
            _ => writeln!(f, "\trc           : {}", self.rc.name())?,
        }
        writeln!(f, "\tfps          : {}/{}", self.fps.num, self.fps.den)?;
        let gop = self
            .gop
            .map_or_else(|| "INF".to_owned(), |gop| gop.to_string());
        writeln!(f, "\tgop          : {gop}")?;
        write!(f, "\tbf           : {}", self.bf)
    }
}

fn constant(qp: Option<[u8; 3]>) -> RateControl {
    qp.map_or_else(RateControl::default, |[p, b, i]| {
        RateControl::const_qp_each(p, b, i)
    })
}

fn vbr(average: Bitrate, max: Option<Bitrate>) -> RateControl {
    let default = average.0.saturating_add(average.0 / 2);
    RateControl::vbr(average.0, max.map_or(default, |max| max.0))
}

fn usage<T>(why: impl Into<String>) -> Result<T> {
    Err(Error::Usage(why.into()))
}

/// Reads `28` or `28,31,25`.
fn quantisers(text: &str) -> std::result::Result<[u8; 3], String> {
    let numbers: Option<Vec<u8>> = text
        .split(',')
        .map(|number| number.trim().parse().ok().filter(|qp| *qp <= 51))
        .collect();
    match numbers.as_deref() {
        Some([qp]) => Ok([*qp; 3]),
        Some([p, b, i]) => Ok([*p, *b, *i]),
        _ => Err("write one number, or three as in 28,31,25, of 0 to 51".to_owned()),
    }
}

/// Reads the name of a format.
pub(super) fn format(text: &str) -> std::result::Result<PixelFormat, String> {
    const LATER: [&str; 6] = ["bgra", "bgra10", "argb10", "ayuv", "abgr", "abgr10"];
    match text.to_ascii_lowercase().as_str() {
        "iyuv" => Ok(PixelFormat::Iyuv),
        "nv12" => Ok(PixelFormat::Nv12),
        "yv12" => Ok(PixelFormat::Yv12),
        "yuv444" => Ok(PixelFormat::Yuv444),
        "p010" => Ok(PixelFormat::P010),
        "yuv444p16" => Ok(PixelFormat::Yuv444P16),
        later if LATER.contains(&later) => Err(format!("{later} is not there yet")),
        _ => Err("the formats are iyuv, nv12, yv12, yuv444, p010 and yuv444p16".to_owned()),
    }
}

/// In Greenwich, as the standard library knows no other place.
fn time_of_day() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    let second = since.map_or(0, |since| since.as_secs() % 86_400);
    let (hour, minute) = (second / 3600, second / 60 % 60);
    format!("{hour:02}:{minute:02}:{:02}", second % 60)
}
