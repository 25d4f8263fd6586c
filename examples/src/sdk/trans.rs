//! `trans`, in the manner of AppTrans: a coded video becomes another one.

use std::io::Write as _;
use std::num::{NonZeroU32, NonZeroUsize};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, ScopedJoinHandle};
use std::time::Duration;

use clap::Parser;
use nvdec::Frame;
use nvenc::parallel::{Admission, SegmentDrain, SegmentEncoder};
use nvenc::{Picture, PixelFormat, Session, Size};

use super::clip::Clip;
use super::command::Program;
use super::encoding::Encoding;
use super::feed::{self, Feed};
use super::place::Place;
use super::raw_video::Layout;
use super::worker;
use crate::device::Device;
use crate::error::{Error, Result};
use crate::options;

/// How long an output waits for a session.
const PATIENCE: Duration = Duration::from_secs(3600);

/// Decodes a video and encodes it again, to one or several streams
///
/// Pictures stay in device memory. An encoder takes them where the decoder put them; several
/// sessions take copies. Each output has a decoder of its own, as NVDEC scales pictures while it
/// gives them out, to one size for each decoder. Outputs for which the GPU has no session wait
/// until another one is done.
#[derive(Debug, Parser)]
#[command(name = "trans", version)]
#[non_exhaustive]
pub struct Trans {
    /// H.264 or HEVC byte stream, IVF, WebM, Matroska or MP4
    #[arg(long, visible_alias = "i", value_name = "FILE")]
    input: PathBuf,
    /// A stream, scaled if a size is given: out.hevc, 720p.hevc=1280x720; may be repeated;
    /// out.h264 or out.hevc unless given
    #[arg(long, visible_alias = "o", value_name = "FILE[=WIDTHxHEIGHT]")]
    output: Vec<Rung>,
    /// Bits of a sample, 8 or 10; those of the input unless given
    #[arg(long, value_name = "BITS", value_parser = depth)]
    ob: Option<PixelFormat>,
    #[command(flatten)]
    place: Place,
    /// Sessions that encode at the same time, each a segment that begins with an IDR picture
    #[arg(long, value_name = "NUMBER", default_value = "1")]
    sessions: NonZeroUsize,
    #[command(flatten)]
    encoding: Encoding,
}

impl Program for Trans {
    const NAME: &'static str = "trans";

    fn run(self) -> Result<()> {
        self.encoding.check_options()?;
        let device = self.place.open_encoder()?;
        let clip = Clip::read(&self.input)?;
        println!("GPU in use: {device}");
        let work = Work {
            admission: Admission::new(&nvenc::Api::load()?),
            failed: AtomicBool::new(false),
            device,
            clip,
            trans: &self,
        };
        for (rung, output) in work.run(self.rungs())? {
            println!("Total frame transcoded: {}", output.frames);
            println!("Saved in file {}", rung.path.display());
        }
        Ok(())
    }
}

impl Trans {
    fn rungs(&self) -> Vec<Rung> {
        match self.output.is_empty() {
            true => vec![Rung {
                path: format!("out.{}", self.encoding.codec.extension()).into(),
                size: None,
            }],
            false => self.output.clone(),
        }
    }
}

/// A stream to make.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rung {
    path: PathBuf,
    size: Option<Size>,
}

impl FromStr for Rung {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (path, size) = match text.rsplit_once('=') {
            Some((path, size)) => (path, Some(options::size(size)?)),
            None => (text, None),
        };
        let path = path.into();
        Ok(Self { path, size })
    }
}

/// Reads `8` or `10`.
fn depth(text: &str) -> std::result::Result<PixelFormat, String> {
    match text {
        "8" => Ok(PixelFormat::Nv12),
        "10" => Ok(PixelFormat::P010),
        _ => Err("write 8 or 10".to_owned()),
    }
}

/// What all outputs have in common.
struct Work<'a> {
    trans: &'a Trans,
    device: Device,
    clip: Clip,
    admission: Admission,
    /// An output has failed: the others end early.
    failed: AtomicBool,
}

impl Work<'_> {
    fn run(&self, rungs: Vec<Rung>) -> Result<Vec<(Rung, Output)>> {
        // All files before any work.
        let outputs = rungs.iter().map(|rung| Output::create(&rung.path));
        let outputs: Vec<Output> = outputs.collect::<Result<_>>()?;
        thread::scope(|scope| {
            let threads: Vec<_> = rungs
                .into_iter()
                .zip(outputs)
                .map(|(rung, output)| scope.spawn(move || self.transcode(rung, output)))
                .collect();
            threads.into_iter().map(join).collect()
        })
    }

    /// A failed decoder ends the frames early, so its failure is the one to tell.
    fn transcode(&self, rung: Rung, mut output: Output) -> Result<(Rung, Output)> {
        let done = thread::scope(|scope| {
            let (sender, frames) = sync_channel(feed::QUEUE as usize);
            let decoder = scope.spawn(|| self.decode(rung.size, sender));
            let encoded = self.encode(frames, &mut output);
            join(decoder).and(encoded)
        });
        if done.is_err() {
            self.failed.store(true, Relaxed);
        }
        done.map(|()| (rung, output))
    }

    fn decode(&self, size: Option<Size>, frames: SyncSender<Frame>) -> Result<()> {
        let surfaces = self.trans.encoding.frames_held() + feed::SURFACES;
        let mut decoder = nvdec::Api::load()?
            .decoder(&self.device.context, self.clip.codec())
            .output_surfaces(NonZeroU32::MIN.saturating_add(surfaces));
        if let Some(size) = size {
            decoder = decoder.resize(size);
        }
        if let Some(format) = self.trans.ob {
            decoder = decoder.output_format(format);
        }
        Feed::new(&frames).stream(&mut decoder.start()?, &self.clip)
    }

    fn encode(&self, frames: Receiver<Frame>, output: &mut Output) -> Result<()> {
        let Ok(first) = frames.recv() else {
            return Ok(());
        };
        let (size, format) = (first.size(), first.format());
        let layout = Layout { size, format };
        self.trans.encoding.check(layout)?;
        self.trans.encoding.print_parameters(layout);
        let frames = std::iter::once(first).chain(frames);
        let frames = frames.take_while(|_| !self.failed.load(Relaxed));
        match self.trans.sessions.get() {
            1 => output.encode(self.session(layout)?, frames),
            _ => output.encode_by_several(self.segments(layout)?, frames),
        }
    }

    fn session(&self, layout: Layout) -> Result<Session<Frame>> {
        let encoder = self.admission.open(&self.device.context, PATIENCE)?;
        Ok(self.trans.encoding.session(encoder, layout)?.start()?)
    }

    fn segments(&self, layout: Layout) -> Result<SegmentEncoder> {
        let begin = self.trans.encoding.sessions(layout)?;
        let encoder = SegmentEncoder::builder(&nvenc::Api::load()?, &self.device.context);
        Ok(encoder.sessions(self.trans.sessions.get()).start(begin)?)
    }
}

fn join<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    match thread.join() {
        Ok(done) => done,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// The stream, and how many frames are in it.
struct Output {
    writer: worker::Stream,
    frames: u64,
}

impl Output {
    fn create(path: &Path) -> Result<Self> {
        let (writer, frames) = (worker::create(path)?, 0);
        Ok(Self { writer, frames })
    }

    fn encode(
        &mut self,
        mut session: Session<Frame>,
        frames: impl Iterator<Item = Frame>,
    ) -> Result<()> {
        for frame in frames {
            let picture = Picture::at(frame.timestamp());
            session
                .submit(frame, picture)
                .map_err(|failed| failed.error)?;
            while let Some(packet) = session.receive()? {
                self.write(&packet)?;
            }
        }
        let mut drain = session.finish().map_err(|failed| failed.error)?;
        while let Some(packet) = drain.receive()? {
            self.write(&packet)?;
        }
        self.flush()
    }

    fn encode_by_several(
        &mut self,
        mut encoder: SegmentEncoder,
        frames: impl Iterator<Item = Frame>,
    ) -> Result<()> {
        for frame in frames {
            let mut copy = encoder.frame()?;
            copy.copy(&frame)?;
            encoder
                .submit(copy, Picture::at(frame.timestamp()))
                .map_err(|failed| failed.error)?;
            while let Some(packet) = encoder.receive()? {
                self.write(&packet)?;
            }
        }
        let mut drain = encoder.finish();
        while let Some(packet) = drain.receive()? {
            self.write(&packet)?;
        }
        print_underflows(&drain);
        self.flush()
    }

    fn write(&mut self, packet: &[u8]) -> Result<()> {
        self.frames += 1;
        let written = self.writer.write_all(packet);
        written.map_err(Error::system("writing the output"))
    }

    fn flush(&mut self) -> Result<()> {
        let flushed = self.writer.flush();
        flushed.map_err(Error::system("writing the output"))
    }
}

/// Sessions that know nothing of each other can overstep a bit rate where segments meet.
fn print_underflows(drain: &SegmentDrain) {
    let Some(underflows) = drain.underflows() else {
        return;
    };
    if let Some(worst) = underflows.worst {
        println!(
            "Decoder's buffer: {} pictures late, the worst (number {}) by {} bits",
            underflows.count, worst.picture, worst.missing_bits
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outputs_may_have_a_size() {
        let rung = |text: &str| text.parse::<Rung>();
        let size = Some(Size::new(1280, 720));
        let path = PathBuf::from("a=b.hevc");
        assert_eq!(rung("a=b.hevc=1280x720"), Ok(Rung { path, size }));
        let (path, size) = ("out.hevc".into(), None);
        assert_eq!(rung("out.hevc"), Ok(Rung { path, size }));
        assert!(rung("out.hevc=720p").is_err());
    }
}
