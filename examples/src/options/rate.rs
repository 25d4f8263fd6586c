//! How bits are spent, as told on a command line.

use clap::{Args, ValueEnum};
use nvenc::{MultiPass, Preset, RateControl};

use super::{Bitrate, quantisers};
use crate::error::{Error, Result};

/// How bits are spent.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Rate {
    /// How bits are spent; vbr when a bit rate or a quality is given, else constqp
    #[arg(long, value_enum, ignore_case = true, value_name = "MODE")]
    rc: Option<Mode>,
    /// Bits a second for all modes but constqp: 80M, 2.5M, 800K (K is 1000)
    #[arg(long)]
    bitrate: Option<Bitrate>,
    /// Most bits a second for vbr and vbr_hq; one and a half times the bit rate unless given
    #[arg(long, visible_alias = "max-bitrate", value_name = "BITRATE")]
    maxbitrate: Option<Bitrate>,
    /// Quantisers for constqp, 0 (best) to 51: one, or those of P, B and I pictures; 28,31,25
    /// unless given
    #[arg(long, visible_alias = "qp", value_name = "QP or P,B,I", value_parser = quantisers)]
    constqp: Option<[u8; 3]>,
    /// A quality to hold with vbr and vbr_hq, 1 (best) to 51, in place of a bit rate
    #[arg(long, value_name = "QUALITY")]
    cq: Option<u8>,
}

/// How bits are spent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "lower")]
enum Mode {
    /// Constant quantisers
    ConstQp,
    /// Variable bit rate
    Vbr,
    /// Constant bit rate
    Cbr,
    /// Constant bit rate, for low latency
    #[value(name = "cbr_ll_hq")]
    CbrLowLatency,
    /// Constant bit rate, in two passes
    #[value(name = "cbr_hq")]
    CbrHq,
    /// Variable bit rate, in two passes
    #[value(name = "vbr_hq")]
    VbrHq,
}

impl Rate {
    /// The same but for the bit rate, if one is given.
    pub(crate) fn at(&self, bitrate: Option<Bitrate>) -> Self {
        Self {
            bitrate: bitrate.or(self.bitrate),
            ..self.clone()
        }
    }

    /// The mode's name.
    pub(crate) fn name(&self) -> &'static str {
        self.mode().name()
    }

    /// What a session is told: `None` to leave it to a lossless preset.
    ///
    /// # Errors
    /// [`Error::Usage`] for options that do not go together.
    pub(crate) fn control(&self, preset: Preset) -> Result<Option<RateControl>> {
        if preset.is_lossless() {
            return self.check_lossless();
        }
        self.check()?;
        let mode = self.mode();
        let average = || match self.bitrate {
            Some(bitrate) => Ok(bitrate.0),
            None => usage(format!("--rc {} needs --bitrate", mode.name())),
        };
        Ok(Some(match (mode, self.cq) {
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

    /// A quality to hold has no mode of its own that codes twice.
    pub(crate) fn passes(&self) -> MultiPass {
        match (self.mode(), self.cq) {
            (Mode::VbrHq, Some(_)) => MultiPass::FullResolution,
            _ => MultiPass::Once,
        }
    }

    fn mode(&self) -> Mode {
        let wanted = self.bitrate.is_some() || self.cq.is_some();
        let implied = if wanted { Mode::Vbr } else { Mode::ConstQp };
        self.rc.unwrap_or(implied)
    }

    fn most(&self, average: u32) -> u32 {
        let usual = average.saturating_add(average / 2);
        self.maxbitrate.map_or(usual, |max| max.0)
    }

    fn check_lossless(&self) -> Result<Option<RateControl>> {
        let bits = self.bitrate.is_some() || self.maxbitrate.is_some();
        let quality = self.constqp.is_some() || self.cq.is_some();
        match self.mode() != Mode::ConstQp || bits || quality {
            true => {
                usage("a lossless preset takes no --rc, --constqp, --cq, --bitrate or --maxbitrate")
            }
            false => Ok(None),
        }
    }

    fn check(&self) -> Result<()> {
        let variable = matches!(self.mode(), Mode::Vbr | Mode::VbrHq);
        let constant = self.mode() == Mode::ConstQp;
        let (average, most) = (self.bitrate, self.maxbitrate);
        let wrong = [
            (
                constant && average.is_some(),
                "--bitrate goes with --rc vbr or --rc cbr",
            ),
            (
                !constant && self.constqp.is_some(),
                "--constqp goes with --rc constqp",
            ),
            (
                !variable && most.is_some(),
                "--maxbitrate goes with --rc vbr",
            ),
            (!variable && self.cq.is_some(), "--cq goes with --rc vbr"),
            (
                self.cq.is_some() && average.is_some(),
                "--cq takes no --bitrate, but a --maxbitrate",
            ),
            (
                average
                    .zip(most)
                    .is_some_and(|(average, most)| most.0 < average.0),
                "--maxbitrate is less than --bitrate",
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

fn constant(qp: Option<[u8; 3]>) -> RateControl {
    qp.map_or_else(RateControl::default, |[p, b, i]| {
        RateControl::const_qp_each(p, b, i)
    })
}

fn usage<T>(why: impl Into<String>) -> Result<T> {
    Err(Error::Usage(why.into()))
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        rate: Rate,
    }

    fn control(line: &str) -> Option<RateControl> {
        let words = std::iter::once("rate").chain(line.split_whitespace());
        let line = Line::try_parse_from(words).ok()?;
        line.rate.control(Preset::Default).ok().flatten()
    }

    #[test]
    fn options_that_agree() {
        assert_eq!(control(""), Some(RateControl::default()));
        assert_eq!(control("--qp 20"), Some(RateControl::const_qp(20)));
        let each = RateControl::const_qp_each(20, 24, 18);
        assert_eq!(control("--constqp 20,24,18"), Some(each));
        let vbr = RateControl::vbr(8_000_000, 12_000_000);
        assert_eq!(control("--bitrate 8M"), Some(vbr));
        let capped = RateControl::vbr_hq(8_000_000, 9_000_000);
        let line = "--rc vbr_hq --bitrate 8M --max-bitrate 9M";
        assert_eq!(control(line), Some(capped));
        let cbr = RateControl::cbr(8_000_000);
        assert_eq!(control("--rc cbr --bitrate 8M"), Some(cbr));
        let quality = RateControl::target_quality(24, None);
        assert_eq!(control("--cq 24"), Some(quality));
    }

    #[test]
    fn options_that_do_not() {
        for line in [
            "--rc constqp --bitrate 8M",
            "--rc vbr",
            "--bitrate 8M --qp 20",
            "--qp 52",
            "--rc cbr --bitrate 8M --maxbitrate 9M",
            "--bitrate 8M --maxbitrate 7M",
            "--cq 24 --bitrate 8M",
        ] {
            assert_eq!(control(line), None, "{line}");
        }
    }
}
