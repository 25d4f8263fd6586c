//! What a job did, and how long it took.

use std::fmt;
use std::time::Duration;

use nvdec::{Rational, Size};
use nvenc::parallel::Underflows;

use super::Source;

/// The time that each stage took. Stages overlap, so they add up to more than the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Seconds {
    /// Waiting for the input's bytes.
    pub read: Duration,
    /// In the decoder, waiting for it included.
    pub decode: Duration,
    /// In the encoder, waiting for it included.
    pub encode: Duration,
    /// Handing over the output's bytes, and completing it.
    pub write: Duration,
    /// The whole job.
    pub total: Duration,
}

/// What a job did.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Report {
    /// Frames encoded.
    pub frames: u64,
    /// When the first and the last of them are shown, in units of the input's times.
    pub shown: Option<(i64, i64)>,
    /// Columns and rows.
    pub size: Size,
    /// Frames in a second of the video.
    pub frame_rate: Rational,
    /// The size of the input.
    pub input_bytes: u64,
    /// Bytes that were read of it in S3: more than its size where it has sound, which is read apart
    /// from the pictures.
    pub fetched_bytes: u64,
    /// The size of the output.
    pub output_bytes: u64,
    /// Pictures that are late for a decoder's buffer, as sessions know nothing of each other;
    /// `None` for one session, and for constant quality.
    pub underflows: Option<Underflows>,
    /// How long it took.
    pub seconds: Seconds,
}

impl Report {
    pub(super) fn new(source: &Source, frame_rate: Rational) -> Self {
        Self {
            frames: 0,
            shown: None,
            size: source.info().size,
            frame_rate,
            input_bytes: source.bytes(),
            fetched_bytes: 0,
            output_bytes: 0,
            underflows: None,
            seconds: Seconds::default(),
        }
    }

    pub(super) fn add_frame(&mut self, pts: i64) {
        self.frames += 1;
        let (first, last) = self.shown.unwrap_or((pts, pts));
        self.shown = Some((first.min(pts), last.max(pts)));
    }

    /// Frames that were encoded in a second of the job.
    pub fn speed(&self) -> f64 {
        self.frames as f64 / self.seconds.total.as_secs_f64().max(1e-9)
    }

    /// Bits in a second of the output's video.
    pub fn bitrate(&self) -> f64 {
        let seconds = self.frames as f64 / self.frame_rate.as_f64();
        self.output_bytes as f64 * 8.0 / seconds.max(1e-9)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (frames, size, rate) = (self.frames, self.size, self.frame_rate);
        let (total, speed) = (self.seconds.total.as_secs_f64(), self.speed());
        let (bytes, megabits) = (self.output_bytes, self.bitrate() / 1e6);
        writeln!(
            f,
            "frames     {frames} of {size} in {total:.1} s, {speed:.2} frames/s"
        )?;
        match self.fetched_bytes > self.input_bytes {
            true => writeln!(
                f,
                "input      {} bytes, {} read",
                self.input_bytes, self.fetched_bytes
            )?,
            false => writeln!(f, "input      {} bytes", self.input_bytes)?,
        }
        writeln!(
            f,
            "output     {bytes} bytes, {megabits:.2} Mbit/s at {rate} frames/s"
        )?;
        write!(f, "seconds    {}", self.seconds)
    }
}

impl fmt::Display for Seconds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stages = [self.read, self.decode, self.encode, self.write];
        let [read, decode, encode, write] = stages.map(|stage| stage.as_secs_f64());
        write!(
            f,
            "read {read:.1}, decode {decode:.1}, encode {encode:.1}, write {write:.1} (they overlap)"
        )
    }
}
