//! A job: one video object or file becomes one HEVC or H.264 object or file.

mod copy;
mod decode;
mod encode;
mod owed;
mod part;
mod raw;
mod report;
mod settings;
mod several;
mod signal;
mod source;

use std::time::Instant;

pub(crate) use decode::Decoding;
pub use part::Part;
pub use report::{Report, Seconds};
pub use settings::Settings;
pub use source::Source;
pub(crate) use source::open_sound;

use crate::demux::Codec;
use crate::device::Device;
use crate::error::{Error, Result};
use crate::mux::{Format, Muxer, Video};
use crate::progress::Progress;
use crate::store::{Location, Store};
use encode::Encoding;

/// What to make of what.
#[derive(Clone, Debug)]
#[allow(clippy::exhaustive_structs)] // it is the whole of what a job is
pub struct Job {
    /// The video to read.
    pub input: Location,
    /// Where the result goes, or the folder for it.
    pub output: Location,
    /// How it is decoded and encoded.
    pub settings: Settings,
}

impl Job {
    /// Where the result goes.
    pub fn target(&self) -> Location {
        let (format, codec) = self.kind();
        let end = format.end(codec);
        self.output.clone().for_output_of(&self.input, end)
    }

    /// The container and the codec of the output. A folder's name tells nothing.
    pub(crate) fn kind(&self) -> (Format, nvenc::Codec) {
        match self.output.is_folder() {
            true => self.settings.kind(""),
            false => self.settings.kind(&self.output.name()),
        }
    }

    /// The codec of the output that is made of this input.
    ///
    /// # Errors
    /// [`Error::Usage`]: it is to be a copy, and cannot be one
    pub(crate) fn codec_of(&self, source: &Source) -> Result<nvenc::Codec> {
        let (format, codec) = self.kind();
        if !self.settings.copy {
            return Ok(codec);
        }
        let codec = copy::codec(source, format)?;
        self.settings.check_copy(&self.target().name(), codec)?;
        Ok(codec)
    }

    /// Finds what can be wrong without a look at the input.
    ///
    /// # Errors
    /// [`Error::Usage`]: the settings contradict each other, or the output is the input
    pub fn check(&self) -> Result<()> {
        if self.target().real() == self.input.real() {
            let why = "the output would replace the input";
            return Err(Error::Usage(why.to_owned()));
        }
        self.settings.check_name(&self.target().name())?;
        self.settings.check_copy_to(&self.output)?;
        self.settings.check()
    }

    /// Opens the input.
    ///
    /// # Errors
    /// [`Error::Store`], [`Error::Demux`]: it cannot be read
    pub fn open(&self, store: &Store) -> Result<Source> {
        Source::open(store, &self.input, &self.settings)
    }

    /// Does it, from the input that [`open`](Self::open) opened. The output appears when all of it is there, and not at all after an error.
    ///
    /// Frames go from the decoder to the encoder in device memory. Decoding and encoding have
    /// a thread each. Jobs for which the GPU has no encode session wait for one in their order.
    ///
    /// # Errors
    /// Any; [`Error::exit`] tells what another try is worth.
    pub fn run(&self, source: Source, store: &Store, device: &Device) -> Result<Report> {
        let started = Instant::now();
        let (format, codec) = self.kind();
        let fetched = source.fetched_before();
        let mut report = match self.settings.copy {
            true => self.copy(source, store, format)?,
            false => self.encode(source, store, device, (format, codec))?,
        };
        report.seconds.total = started.elapsed();
        report.fetched_bytes = store.fetched() - fetched;
        Ok(report)
    }

    fn copy(&self, source: Source, store: &Store, format: Format) -> Result<Report> {
        let codec = self.codec_of(&source)?;
        let mut muxer = self.muxer(&source, store, (format, codec))?;
        muxer.show(source.info().appearance);
        let mut report = Report::new(&source, source.frame_rate(None));
        let progress = Progress::start("copy", source.frames());
        copy::run(source, &mut muxer, progress, &mut report)?;
        finish(muxer, &mut report)?;
        Ok(report)
    }

    fn encode(
        &self,
        source: Source,
        store: &Store,
        device: &Device,
        kind: (Format, nvenc::Codec),
    ) -> Result<Report> {
        let encoder = device.wait_for_encoder()?;
        let mut muxer = self.muxer(&source, store, kind)?;
        let rate = source.frame_rate(self.settings.frame_rate);
        let mut report = Report::new(&source, rate);
        let progress = Progress::start("encode", source.frames());
        let encoding = Encoding::new(
            encoder,
            device,
            &self.settings,
            kind.1,
            &source,
            &mut muxer,
            progress,
        );
        match source.info().codec {
            Codec::I420 => encoding.of_raw(source, &mut report)?,
            _ => encode_decoded(encoding, source, device, &mut report)?,
        }
        finish(muxer, &mut report)?;
        Ok(report)
    }

    /// What writes the output, with the sound of the input where it has room for it.
    fn muxer(
        &self,
        source: &Source,
        store: &Store,
        (format, codec): (Format, nvenc::Codec),
    ) -> Result<Muxer> {
        let rate = source.frame_rate(self.settings.frame_rate);
        let video = Video {
            codec,
            time_base: source.time_base(rate),
            frame_rate: rate,
            frames: source.frames(),
        };
        let sound = source.sound(store, &self.input, format)?;
        Muxer::with_sound(store, &self.target(), format, video, sound)
    }
}

/// A failed decoder ends the frames early, so its failure is the one to tell.
fn encode_decoded(
    encoding: Encoding<'_>,
    source: Source,
    device: &Device,
    report: &mut Report,
) -> Result<()> {
    let surfaces = encoding.frames_held() + decode::QUEUE + 1;
    let decoding = Decoding::start(source, device, surfaces)?;
    let encoded = encoding.of_decoded(&decoding, report);
    let seconds = decoding.join()?;
    encoded?;
    (report.seconds.read, report.seconds.decode) = (seconds.read, seconds.decode);
    Ok(())
}

fn no_pictures(name: &str) -> Error {
    Error::BadInput(format!("{name}: there is not one picture in it"))
}

fn finish(muxer: Muxer, report: &mut Report) -> Result<()> {
    let started = Instant::now();
    report.output_bytes = muxer.finish()?;
    report.seconds.write += started.elapsed();
    Ok(())
}
