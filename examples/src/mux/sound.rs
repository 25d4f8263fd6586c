//! A track of sound in an output, and its packets.

use std::num::NonZeroU32;
use std::time::Duration;

use super::sound_entry::{entry, rate};
use super::{Format, pcm_entry};
use crate::demux::{SoundCodec, SoundInfo};

use shiguredo_mp4::boxes::SampleEntry;

/// What an output must know of a track of sound.
#[derive(Clone, Debug)]
pub(super) struct Track {
    pub(super) info: SoundInfo,
    /// Samples in a second.
    pub(super) rate: NonZeroU32,
    /// What MP4 says of how it is coded; none for other containers.
    pub(super) entry: Option<SampleEntry>,
}

/// A packet of sound.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) data: Vec<u8>,
    /// When it is heard, in seconds.
    pub(super) time: f64,
    /// How long it is, in samples; 0 if that is not known.
    pub(super) samples: u32,
    /// How much at its end is not heard.
    pub(super) cut: Duration,
}

impl Piece {
    /// How many of its samples are heard, of so many in a second.
    pub(super) fn heard(&self, rate: NonZeroU32) -> u32 {
        let cut = self.cut.as_secs_f64() * f64::from(rate.get());
        self.samples.saturating_sub(cut.round() as u32)
    }

    /// What it takes of memory.
    pub(super) fn bytes(&self) -> usize {
        self.data.len() + size_of::<Self>()
    }
}

impl Track {
    /// A track of this kind, which begins so if that is known, in an output of this kind; else why
    /// not.
    pub(super) fn new(
        info: &SoundInfo,
        first: Option<&Piece>,
        format: Format,
    ) -> Result<Self, String> {
        let rate = rate(info).and_then(NonZeroU32::new);
        let rate = rate.ok_or("what is told of it makes no sense")?;
        let entry = match (info.codec, format) {
            (_, Format::AnnexB | Format::Mkv) => None,
            (SoundCodec::Pcm, Format::Mov) => Some(pcm_entry::entry(info)?),
            (_, Format::Mp4 | Format::Fmp4 | Format::Mov) => {
                Some(entry(info, rate, first.map(|it| &*it.data))?)
            }
        };
        let mut info = info.clone();
        if info.codec == SoundCodec::Opus && info.hidden == 0.0 {
            info.hidden = opus_run_up(&info.config);
        }
        Ok(Self { info, rate, entry })
    }

    /// The samples at the beginning that are not heard.
    pub(super) fn hidden_samples(&self) -> i64 {
        (self.info.hidden * f64::from(self.rate.get())).round() as i64
    }

    /// The bytes of a frame of uncompressed sound, a sample of each channel.
    pub(super) fn frame_bytes(&self) -> Option<NonZeroU32> {
        let bits = self
            .info
            .bit_depth
            .filter(|_| self.info.codec == SoundCodec::Pcm)?;
        NonZeroU32::new(u32::from(bits / 8) * u32::from(self.info.channels))
    }

    /// Whether decoding needs some time before the place to begin with: Opus.
    pub(super) fn is_opus(&self) -> bool {
        self.info.codec == SoundCodec::Opus
    }
}

/// The seconds at the beginning that decoders of Opus throw away, told or not.
fn opus_run_up(head: &[u8]) -> f64 {
    match head.get(10..12) {
        Some([low, high]) => f64::from(u16::from_le_bytes([*low, *high])) / 48_000.0,
        _ => 0.0,
    }
}

/// When the packets of a track begin, in samples: one where the last one ended, as far as the
/// input's times are exact enough to tell.
#[derive(Debug)]
pub(super) struct Clock {
    rate: f64,
    /// So many samples the input's times may be wrong.
    tolerance: i64,
    /// Where the last packet began, and where it ended.
    last: Option<(i64, i64)>,
}

impl Clock {
    pub(super) fn new(track: &Track) -> Self {
        let rate = f64::from(track.rate.get());
        let unit = track.info.time_base.as_f64() * rate; // of the input's times, in samples
        let is_exact = (1.0 / unit).fract() < 1e-9;
        Self {
            rate,
            tolerance: if is_exact {
                0
            } else {
                (2.0 * unit).ceil() as i64
            },
            last: None,
        }
    }

    /// When a packet begins that lasts so many samples and is at this time, in seconds.
    pub(super) fn place(&mut self, time: f64, samples: u32) -> i64 {
        let told = (time * self.rate).round() as i64;
        let at = match self.last {
            Some((_, end)) if told.saturating_sub(end).abs() <= self.tolerance => end,
            Some((start, _)) => told.max(start), // never back
            None => told,
        };
        self.last = Some((at, at.saturating_add(samples.into())));
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clock(tolerance: i64) -> Clock {
        Clock {
            rate: 48_000.0,
            tolerance,
            last: None,
        }
    }

    #[test]
    fn rounded_times_become_exact_again() {
        let mut clock = clock(96);
        let times = [0.0, 0.021, 0.043, 0.064, 0.085];
        let found = times.map(|time| clock.place(time, 1024));
        assert_eq!(found, [0, 1024, 2048, 3072, 4096]);
    }

    #[test]
    fn gaps_stay() {
        let mut clock = clock(96);
        assert_eq!(clock.place(0.0, 1024), 0);
        assert_eq!(clock.place(0.5, 1024), 24_000);
        assert_eq!(clock.place(0.521, 1024), 25_024);
        assert_eq!(clock.place(0.1, 1024), 24_000 + 1024, "never back");
    }

    #[test]
    fn exact_times_are_taken_as_they_are() {
        let mut clock = clock(0);
        assert_eq!(clock.place(0.0, 1024), 0);
        assert_eq!(clock.place(960.0 / 48_000.0, 1024), 960);
    }
}
