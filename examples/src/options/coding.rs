//! How pictures are coded, as told on a command line.

use clap::Args;
use nvenc::parallel::LeakyBucket;
use nvenc::{Preset, RateControl, Rational, SessionBuilder};

use super::{Bitrate, ProfileName, Quality, Rate};
use crate::error::Result;

/// How pictures are coded: the options that all programs that encode have.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Coding {
    /// default, hp, hq, bd, ll, ll_hp, ll_hq, lossless, lossless_hp; p1 to p7, or with a tuning
    /// p4-hq, p4-ll, p4-ull, p4-lossless
    #[arg(long, default_value_t)]
    preset: Preset,
    /// B-frames between two others
    #[arg(long, value_name = "FRAMES", default_value_t)]
    bf: u32,
    /// baseline, main, high, high444; main, main10, frext
    #[arg(long)]
    profile: Option<ProfileName>,
    #[command(flatten)]
    rate: Rate,
    #[command(flatten)]
    quality: Quality,
}

impl Coding {
    pub(crate) fn preset(&self) -> Preset {
        self.preset
    }

    pub(crate) fn b_frames(&self) -> u32 {
        self.bf
    }

    pub(crate) fn rate(&self) -> &Rate {
        &self.rate
    }

    /// The same but for the bit rate, if one is given.
    pub(crate) fn at(&self, bitrate: Option<Bitrate>) -> Self {
        Self {
            rate: self.rate.at(bitrate),
            ..self.clone()
        }
    }

    /// Frames that wait for others before they are coded.
    pub(crate) fn frames_waiting(&self) -> u32 {
        self.bf.saturating_add(self.quality.lookahead())
    }

    /// What a session is told of its rate: `None` to leave it to a lossless preset.
    ///
    /// # Errors
    /// [`Error::Usage`](crate::error::Error::Usage) for options that do not go together.
    pub(crate) fn rate_control(&self) -> Result<Option<RateControl>> {
        self.rate.control(self.preset)
    }

    /// The buffer that a decoder has for the stream; `None` for constant quality.
    ///
    /// # Errors
    /// [`Error::Usage`](crate::error::Error::Usage) for options that do not go together.
    pub(crate) fn bucket(&self, frame_rate: Rational) -> Result<Option<LeakyBucket>> {
        let (size, initial) = self.quality.vbv();
        let bucket = self
            .rate_control()?
            .and_then(|rate| LeakyBucket::of_rate_control(rate, size, frame_rate));
        Ok(match (bucket, initial) {
            (Some(bucket), Some(bits)) => Some(bucket.initial(bits)),
            (bucket, _) => bucket,
        })
    }

    /// Tells a session, with the [`rate_control`](Self::rate_control) of these options. What else
    /// does not go together, it refuses itself.
    pub(crate) fn tell(
        &self,
        session: SessionBuilder,
        rate_control: Option<RateControl>,
    ) -> SessionBuilder {
        let session = session
            .preset(self.preset)
            .b_frames(self.bf)
            .multi_pass(self.rate.passes());
        let mut session = self.quality.apply(session);
        if let Some(rate_control) = rate_control {
            session = session.rate_control(rate_control);
        }
        match self.profile {
            Some(ProfileName(profile)) => session.profile(profile),
            None => session,
        }
    }
}
