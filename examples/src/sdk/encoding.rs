//! The encoder options of the samples.

use std::fmt::{self, Display};
use std::num::NonZeroU32;
use std::str::FromStr;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, ValueEnum};
use nvenc::{
    Codec, Encoder, MultiPass, PixelFormat, Preset, Profile, RateControl, Rational, SessionBuilder,
};

use super::quality::{Quality, quantisers};
use super::raw_video::Layout;
use crate::error::{Error, Result};
use crate::options::{self, Bitrate};

/// Frames from one IDR picture to the next where B-frames forbid an endless group.
const GOP_WITH_B_FRAMES: NonZeroU32 = NonZeroU32::new(250).unwrap();

/// The encoder options of the samples.
#[derive(Args, Clone, Debug)]
#[non_exhaustive]
pub struct Encoding {
    /// What to encode to
    #[arg(long, value_enum, ignore_case = true, default_value_t)]
    pub codec: CodecName,
    /// default, hp, hq, bd, ll, ll_hp, ll_hq, lossless, lossless_hp; p1 to p7, or with a tuning
    /// p4-hq, p4-ll, p4-ull, p4-lossless
    #[arg(long, default_value_t)]
    preset: Preset,
    /// How bits are spent
    #[arg(long, value_enum, ignore_case = true, default_value_t)]
    rc: Mode,
    /// Frames a second, such as 30 or 30000/1001
    #[arg(long, value_name = "RATE", value_parser = options::frame_rate, default_value = "30")]
    fps: Rational,
    /// Frames from one IDR picture to the next; endless unless given, or 250 with B-frames
    #[arg(long, value_name = "FRAMES")]
    gop: Option<NonZeroU32>,
    /// B-frames between two others
    #[arg(long, value_name = "FRAMES", default_value_t)]
    bf: u32,
    /// Bits a second for all modes but constqp: 80M, 800K (K is 1000)
    #[arg(long)]
    bitrate: Option<Bitrate>,
    /// Most bits a second for vbr and vbr_hq; one and a half times the bit rate unless given
    #[arg(long, value_name = "BITRATE")]
    maxbitrate: Option<Bitrate>,
    /// Quantisers for constqp, 0 to 51: one, or those of P, B and I pictures
    #[arg(long, value_name = "QP or P,B,I", value_parser = quantisers)]
    constqp: Option<[u8; 3]>,
    /// A quality to hold with vbr and vbr_hq, 1 (best) to 51, in place of a bit rate
    #[arg(long, value_name = "QUALITY")]
    cq: Option<u8>,
    /// baseline, main, high, high444; main, main10, frext
    #[arg(long)]
    profile: Option<ProfileName>,
    /// Codes pictures of red, green and blue as 4:4:4
    #[arg(long = "444")]
    rgb_as_444: bool,
    #[command(flatten)]
    quality: Quality,
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
    #[value(name = "cbr_ll_hq")]
    CbrLowLatency,
    #[value(name = "cbr_hq")]
    CbrHq,
    #[value(name = "vbr_hq")]
    VbrHq,
}

/// A profile, by the samples' name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ProfileName(Profile);

impl FromStr for ProfileName {
    type Err = String;

    fn from_str(name: &str) -> std::result::Result<Self, String> {
        Ok(Self(match name.to_ascii_lowercase().as_str() {
            "baseline" => Profile::Baseline,
            "main" => Profile::Main,
            "high" => Profile::High,
            "high444" => Profile::High444,
            "main10" => Profile::Main10,
            "frext" => Profile::RangeExtensions,
            _ => {
                return Err(
                    "the profiles are baseline, main, high and high444 of H.264, main, main10 and \
                     frext of HEVC"
                        .to_owned(),
                );
            }
        }))
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
        self.rate_control().map(drop)
    }

    /// The same but for the bit rate, if one is given.
    pub(super) fn at(&self, bitrate: Option<Bitrate>) -> Self {
        Self {
            bitrate: bitrate.or(self.bitrate),
            ..self.clone()
        }
    }

    /// Frames that a session holds at most, with the depth that it has unless told.
    pub(super) fn frames_held(&self) -> u32 {
        // What waits for others is held until its own packet and theirs are there.
        2 * (self.bf + self.quality.lookahead()) + 4
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
        let rate_control = self.rate_control()?;
        Ok(move |encoder: Encoder| {
            let session = encoder.session(options.codec.into(), layout.size);
            options.tell(session.format(layout.format), rate_control)
        })
    }

    fn tell(&self, session: SessionBuilder, rate_control: Option<RateControl>) -> SessionBuilder {
        let session = session
            .preset(self.preset)
            .frame_rate(self.fps)
            .gop(self.gop())
            .b_frames(self.bf)
            .multi_pass(self.passes());
        let mut session = self.quality.apply(session);
        if let Some(rate_control) = rate_control {
            session = session.rate_control(rate_control);
        }
        if let Some(ProfileName(profile)) = self.profile {
            session = session.profile(profile);
        }
        match self.rgb_as_444 {
            true => session.full_chroma(),
            false => session,
        }
    }

    /// An endless group of pictures goes without B-frames.
    fn gop(&self) -> Option<NonZeroU32> {
        let with_b_frames = (self.bf > 0).then_some(GOP_WITH_B_FRAMES);
        self.gop.or(with_b_frames)
    }

    /// A quality to hold has no mode of its own that codes twice.
    fn passes(&self) -> MultiPass {
        match (self.rc, self.cq) {
            (Mode::VbrHq, Some(_)) => MultiPass::FullResolution,
            _ => MultiPass::Once,
        }
    }

    /// What the samples print before they begin.
    pub(super) fn print_parameters(&self, layout: Layout) {
        println!("[INFO ][{}] Encoding Parameters:\n{self}", time_of_day());
        println!("\tsize         : {}", layout.size);
        println!("\tformat       : {}", layout.format);
    }

    /// `None` to leave it to a lossless preset.
    fn rate_control(&self) -> Result<Option<RateControl>> {
        if self.preset.is_lossless() {
            return self.check_lossless();
        }
        self.check_rate_options()?;
        let average = || match self.bitrate {
            Some(bitrate) => Ok(bitrate.0),
            None => usage(format!("-rc {} needs -bitrate", self.rc.name())),
        };
        Ok(Some(match (self.rc, self.cq) {
            (Mode::ConstQp, _) => constant(self.constqp),
            (_, Some(quality)) => {
                RateControl::target_quality(quality, self.maxbitrate.map(|max| max.0))
            }
            (Mode::Vbr, _) => RateControl::vbr(average()?, self.most(average()?)),
            (Mode::VbrHq, _) => RateControl::vbr_hq(average()?, self.most(average()?)),
            (Mode::Cbr, _) => RateControl::cbr(average()?),
            (Mode::CbrHq, _) => RateControl::cbr_hq(average()?),
            (Mode::CbrLowLatency, _) => RateControl::cbr_low_delay_hq(average()?),
        }))
    }

    fn most(&self, average: u32) -> u32 {
        let usual = average.saturating_add(average / 2);
        self.maxbitrate.map_or(usual, |max| max.0)
    }

    fn check_lossless(&self) -> Result<Option<RateControl>> {
        let bits = self.bitrate.is_some() || self.maxbitrate.is_some();
        let quality = self.constqp.is_some() || self.cq.is_some();
        match self.rc != Mode::ConstQp || bits || quality {
            true => usage("a lossless preset takes no -rc, -constqp, -cq, -bitrate or -maxbitrate"),
            false => Ok(None),
        }
    }

    fn check_rate_options(&self) -> Result<()> {
        let variable = matches!(self.rc, Mode::Vbr | Mode::VbrHq);
        let constant = self.rc == Mode::ConstQp;
        let wrong = [
            (
                constant && (self.bitrate.is_some() || self.maxbitrate.is_some()),
                "-bitrate and -maxbitrate go with -rc vbr or -rc cbr",
            ),
            (
                !constant && self.constqp.is_some(),
                "-constqp goes with -rc constqp",
            ),
            (
                !variable && self.maxbitrate.is_some(),
                "-maxbitrate goes with -rc vbr",
            ),
            (!variable && self.cq.is_some(), "-cq goes with -rc vbr"),
            (
                self.cq.is_some() && self.bitrate.is_some(),
                "-cq takes no -bitrate, but a -maxbitrate",
            ),
        ];
        match wrong.into_iter().find(|(wrong, _)| *wrong) {
            Some((_, why)) => usage(why),
            None => Ok(()),
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
            Ok(Some(RateControl::TargetQuality { quality, .. })) => {
                writeln!(f, "\trc           : {} (quality {quality})", self.rc.name())?;
            }
            Ok(None) => writeln!(f, "\trc           : none, as the preset is lossless")?,
            _ => writeln!(f, "\trc           : {}", self.rc.name())?,
        }
        writeln!(f, "\tfps          : {}/{}", self.fps.num, self.fps.den)?;
        let gop = self
            .gop()
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
