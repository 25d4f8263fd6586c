//! `trans`, in the manner of AppTrans: a coded video becomes another one.

use std::io::Write as _;
use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use clap::Parser;
use nvdec::{Decoder, Frame};
use nvenc::parallel::{SegmentDrain, SegmentEncoder};
use nvenc::{Picture, Session};

use super::clip::Clip;
use super::command::Program;
use super::encoding::Encoding;
use super::feed::{self, Feed};
use super::place::Place;
use super::raw_video::Layout;
use super::worker;
use crate::device::Device;
use crate::error::{Error, Result};

/// Decodes a video and encodes it again
///
/// Pictures stay in device memory. An encoder takes them where the decoder put them; several
/// sessions take copies.
#[derive(Debug, Parser)]
#[command(name = "trans", version)]
#[non_exhaustive]
pub struct Trans {
    /// H.264 or HEVC byte stream, IVF, WebM, Matroska or MP4
    #[arg(long, visible_alias = "i", value_name = "FILE")]
    input: PathBuf,
    /// The stream; out.h264 or out.hevc unless given
    #[arg(long, visible_alias = "o", value_name = "FILE")]
    output: Option<PathBuf>,
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
        let path = self.path();
        let mut output = Output {
            writer: worker::create(&path)?,
            frames: 0,
        };
        self.transcode(&device, &clip, &mut output)?;
        println!("Total frame transcoded: {}", output.frames);
        println!("Saved in file {}", path.display());
        Ok(())
    }
}

impl Trans {
    fn path(&self) -> PathBuf {
        let default = || format!("out.{}", self.encoding.codec.extension()).into();
        self.output.clone().unwrap_or_else(default)
    }

    /// A failed decoder ends the frames early, so its failure is the one to tell.
    fn transcode(&self, device: &Device, clip: &Clip, output: &mut Output) -> Result<()> {
        thread::scope(|scope| {
            let (sender, frames) = sync_channel(feed::QUEUE as usize);
            let decoder = scope.spawn(move || self.decode(device, clip, &sender));
            let encoded = self.encode(device, frames, output);
            match decoder.join() {
                Ok(decoded) => decoded.and(encoded),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        })
    }

    fn decode(&self, device: &Device, clip: &Clip, frames: &SyncSender<Frame>) -> Result<()> {
        let surfaces = self.encoding.frames_held() + feed::SURFACES;
        let mut decoder: Decoder = nvdec::Api::load()?
            .decoder(&device.context, clip.codec())
            .output_surfaces(NonZeroU32::MIN.saturating_add(surfaces))
            .start()?;
        Feed::new(frames).stream(&mut decoder, clip)
    }

    fn encode(&self, device: &Device, frames: Receiver<Frame>, output: &mut Output) -> Result<()> {
        let Ok(first) = frames.recv() else {
            return Ok(());
        };
        let (size, format) = (first.size(), first.format());
        let layout = Layout { size, format };
        self.encoding.check(layout)?;
        self.encoding.print_parameters(layout);
        let frames = std::iter::once(first).chain(frames);
        match self.sessions.get() {
            1 => output.encode(self.session(device, layout)?, frames),
            _ => output.encode_by_several(self.segments(device, layout)?, frames),
        }
    }

    fn session(&self, device: &Device, layout: Layout) -> Result<Session<Frame>> {
        Ok(self.encoding.session(device.encoder()?, layout)?.start()?)
    }

    fn segments(&self, device: &Device, layout: Layout) -> Result<SegmentEncoder> {
        let begin = self.encoding.sessions(layout)?;
        let encoder = SegmentEncoder::builder(&nvenc::Api::load()?, &device.context);
        Ok(encoder.sessions(self.sessions.get()).start(begin)?)
    }
}

/// The stream, and how many frames are in it.
struct Output {
    writer: worker::Stream,
    frames: u64,
}

impl Output {
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
