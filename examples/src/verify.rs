//! Comparing a job's output with its input, frame by frame.

use std::time::{Duration, Instant};

use nvdec::{Frame, PixelFormat};

use crate::device::Device;
use crate::error::{Error, Result};
use crate::job::{Decoding, Job, Report, Settings, Source};
use crate::progress::Progress;
use crate::store::Store;

/// What [`Quality::check`] demands of the worst frame, in dB.
pub const LEAST_PSNR: f64 = 30.0;

/// Stands for frames without any difference, in dB.
const IDENTICAL: f64 = 100.0;

/// Frames that can exist at once: two waiting, one on its way, one at hand.
const SURFACES: u32 = 4;

/// How like the input the output is.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Quality {
    /// Frames compared.
    pub frames: u64,
    /// The PSNR of luma of the frame that has the lowest, in dB.
    pub worst: f64,
    /// The mean of the frames' PSNR of luma, in dB.
    pub mean: f64,
    /// How long the comparison took.
    pub time: Duration,
}

impl Quality {
    /// Reads the input and the output of `job` and compares them.
    ///
    /// # Errors
    /// * [`Error::WrongResult`]: they have different numbers of frames, or sizes
    /// * others: one of them cannot be read or decoded
    pub fn of(job: &Job, report: &Report, store: &Store, device: &Device) -> Result<Self> {
        let started = Instant::now();
        let input = Source::open(store, &job.input, &job.settings)?;
        let output = Source::open(store, &job.target(), &Settings::default())?;
        let input = Decoding::start(input, device, SURFACES)?;
        let output = Decoding::start(output, device, SURFACES)?;
        let compared = compare(&input, &output, report.frames);
        input.join()?;
        output.join()?;
        compared.map(|values| Self::sum_up(&values, started.elapsed()))
    }

    fn sum_up(values: &[f64], time: Duration) -> Self {
        Self {
            frames: values.len() as u64,
            worst: values.iter().copied().fold(IDENTICAL, f64::min),
            mean: values.iter().sum::<f64>() / values.len().max(1) as f64,
            time,
        }
    }

    /// Whether it is good enough.
    ///
    /// # Errors
    /// [`Error::WrongResult`] when the worst frame is below [`LEAST_PSNR`].
    pub fn check(&self) -> Result<()> {
        if self.worst < LEAST_PSNR {
            return wrong(format!(
                "the worst frame has a PSNR of {:.2} dB, less than {LEAST_PSNR}",
                self.worst
            ));
        }
        Ok(())
    }
}

/// The PSNR of each frame.
fn compare(input: &Decoding, output: &Decoding, expected: u64) -> Result<Vec<f64>> {
    let mut progress = Progress::start("verify", Some(expected));
    let mut values = Vec::new();
    let (mut luma_in, mut luma_out) = (Luma::default(), Luma::default());
    loop {
        match (input.frames().recv(), output.frames().recv()) {
            (Ok(input), Ok(output)) => {
                let input = luma_in.of(&input)?;
                values.push(psnr(input, luma_out.of(&output)?)?);
                progress.frame();
            }
            (Err(_), Err(_)) => break,
            (Ok(_), Err(_)) => return wrong(format!("it ends after {} frames", values.len())),
            (Err(_), Ok(_)) => return wrong(format!("it has more than {} frames", values.len())),
        }
    }
    match values.len() as u64 {
        0 => wrong("it has no frames".to_owned()),
        found if found != expected => wrong(format!("it has {found} frames, not {expected}")),
        _ => Ok(values),
    }
}

/// Memory for a frame, used again for the next.
#[derive(Default)]
struct Luma {
    luma: Vec<u8>,
    chroma: Vec<u8>,
}

impl Luma {
    fn of(&mut self, frame: &Frame) -> Result<&[u8]> {
        if frame.format() != PixelFormat::Nv12 {
            let format = frame.format();
            return wrong(format!(
                "frames of {format} cannot be compared, only of NV12"
            ));
        }
        let planes = frame.surface().planes();
        let sizes = planes.iter().map(|plane| plane.row_bytes * plane.rows);
        for (buffer, size) in [&mut self.luma, &mut self.chroma].into_iter().zip(sizes) {
            buffer.resize(size, 0);
        }
        frame.download(&mut [&mut self.luma, &mut self.chroma])?;
        Ok(&self.luma)
    }
}

fn psnr(a: &[u8], b: &[u8]) -> Result<f64> {
    if a.len() != b.len() {
        return wrong(format!("frames of {} and {} samples", a.len(), b.len()));
    }
    let mean = squared_error(a, b) as f64 / a.len() as f64;
    Ok((10.0 * (255.0 * 255.0 / mean).log10()).min(IDENTICAL))
}

/// In pieces so short that 32 bits hold the sum of one: the compiler makes fast code of that.
fn squared_error(a: &[u8], b: &[u8]) -> u64 {
    const PIECE: usize = 1 << 14;
    let pieces = a.chunks(PIECE).zip(b.chunks(PIECE));
    pieces.map(|(a, b)| u64::from(piece_error(a, b))).sum()
}

fn piece_error(a: &[u8], b: &[u8]) -> u32 {
    let differences = a.iter().zip(b).map(|(a, b)| u32::from(a.abs_diff(*b)));
    differences.map(|difference| difference * difference).sum()
}

fn wrong<T>(why: String) -> Result<T> {
    Err(Error::WrongResult(why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn psnr_by_hand() {
        assert_eq!(psnr(&[7; 99], &[7; 99]).unwrap(), IDENTICAL);
        let one_off = psnr(&[7; 40_000], &[8; 40_000]).unwrap();
        assert!((one_off - 48.130_803).abs() < 1e-5, "{one_off}");
        assert_eq!(psnr(&[0; 40_000], &[255; 40_000]).unwrap(), 0.0);
        assert!(psnr(&[1], &[1, 2]).is_err());
    }

    #[test]
    fn the_worst_frame_decides() {
        let quality = Quality::sum_up(&[40.0, 29.0, 42.0], Duration::ZERO);
        assert_eq!(
            (quality.frames, quality.worst, quality.mean),
            (3, 29.0, 37.0)
        );
        assert!(quality.check().is_err());
        assert!(Quality::sum_up(&[30.0], Duration::ZERO).check().is_ok());
    }
}
