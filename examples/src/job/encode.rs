//! Encoding, on the thread that runs the job.

use std::io::Write as _;
use std::sync::mpsc::Receiver;
use std::time::Instant;

use nvdec::{DeviceFrame, Frame, Rational, Size};
use nvenc::{Encoder, HostFrame, Picture, PixelFormat, Session};

use super::{Report, Settings, Source};
use crate::error::{Error, Result};
use crate::progress::Progress;
use crate::store::Writer;

/// Frames that the encoder may hold while it works.
const IN_FLIGHT: u32 = 4;

/// All that is needed to encode but the frames.
#[derive(Debug)]
pub(super) struct Encoding<'a> {
    encoder: Encoder,
    settings: &'a Settings,
    frame_rate: Rational,
    name: String,
    output: Output<'a>,
}

/// Where packets go.
#[derive(Debug)]
struct Output<'a> {
    writer: &'a mut Writer,
    progress: Progress,
}

impl<'a> Encoding<'a> {
    pub(super) fn new(
        encoder: Encoder,
        settings: &'a Settings,
        source: &Source,
        writer: &'a mut Writer,
        progress: Progress,
    ) -> Self {
        Self {
            encoder,
            settings,
            frame_rate: source.frame_rate(settings.frame_rate),
            name: source.name().to_owned(),
            output: Output { writer, progress },
        }
    }

    /// How many frames the encoder and this code keep from being used again.
    pub(super) fn frames_held(&self) -> u32 {
        IN_FLIGHT + 1
    }

    /// Encodes frames of a decoder where they are.
    pub(super) fn of_decoded(self, frames: &Receiver<Frame>, report: &mut Report) -> Result<()> {
        let Ok(first) = frames.recv() else {
            return Err(self.no_pictures());
        };
        report.size = first.size();
        let (mut session, mut output) = self.start(first.size(), first.format(), report)?;
        for frame in std::iter::once(first).chain(frames) {
            let at = Picture::at(frame.timestamp());
            output.encode(&mut session, frame, at, report)?;
        }
        output.drain(session, report)
    }

    /// Encodes pictures in host memory.
    pub(super) fn of_raw(self, mut source: Source, report: &mut Report) -> Result<()> {
        let (size, limit) = (source.info().size, source.limit());
        let (mut session, mut output) = self.start::<HostFrame>(size, PixelFormat::Iyuv, report)?;
        while report.frames < limit {
            let started = Instant::now();
            let Some(picture) = source.next()? else {
                break;
            };
            report.seconds.read += started.elapsed();
            let mut frame = session.host_frame()?;
            frame.upload(&planes(picture.data, size))?;
            let at = Picture::at(picture.pts);
            output.encode(&mut session, frame, at, report)?;
        }
        output.drain(session, report)
    }

    fn start<I: DeviceFrame>(
        self,
        size: Size,
        format: PixelFormat,
        report: &mut Report,
    ) -> Result<(Session<I>, Output<'a>)> {
        let started = Instant::now();
        let session = self
            .settings
            .session(self.encoder, size, format)?
            .frame_rate(self.frame_rate)
            .in_flight(std::num::NonZeroU32::MIN.saturating_add(IN_FLIGHT - 1))
            .start()?;
        report.seconds.encode += started.elapsed();
        Ok((session, self.output))
    }

    fn no_pictures(&self) -> Error {
        Error::BadInput(format!("{}: there is not one picture in it", self.name))
    }
}

impl Output<'_> {
    fn encode<I: DeviceFrame>(
        &mut self,
        session: &mut Session<I>,
        frame: I,
        picture: Picture,
        report: &mut Report,
    ) -> Result<()> {
        let started = Instant::now();
        session
            .submit(frame, picture)
            .map_err(|failed| failed.error)?;
        report.seconds.encode += started.elapsed();
        report.frames += 1;
        loop {
            let started = Instant::now();
            let packet = session.receive()?;
            report.seconds.encode += started.elapsed();
            match packet {
                Some(packet) => self.write(&packet, report)?,
                None => return Ok(()),
            }
        }
    }

    fn drain<I: DeviceFrame>(mut self, session: Session<I>, report: &mut Report) -> Result<()> {
        let started = Instant::now();
        let mut drain = session.finish().map_err(|failed| failed.error)?;
        report.seconds.encode += started.elapsed();
        loop {
            let started = Instant::now();
            let packet = drain.receive()?;
            report.seconds.encode += started.elapsed();
            match packet {
                Some(packet) => self.write(&packet, report)?,
                None => return Ok(()),
            }
        }
    }

    fn write(&mut self, packet: &[u8], report: &mut Report) -> Result<()> {
        let started = Instant::now();
        self.writer
            .write_all(packet)
            .map_err(Error::system("writing the output"))?;
        report.seconds.write += started.elapsed();
        self.progress.frame();
        Ok(())
    }
}

fn planes(picture: &[u8], size: Size) -> [&[u8]; 3] {
    let luma = size.width as usize * size.height as usize;
    let (y, chroma) = picture.split_at(luma.min(picture.len()));
    let (u, v) = chroma.split_at(chroma.len() / 2);
    [y, u, v]
}
