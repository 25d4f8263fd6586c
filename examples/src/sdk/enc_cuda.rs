//! `enc-cuda`, in the manner of AppEncCuda: a file of raw pictures becomes a stream.

use std::path::PathBuf;
use std::thread;

use clap::Parser;
use nvenc::{HostFrame, Packet, Picture, PixelFormat, Session, Size};

use super::command::Program;
use super::encoding::{self, Encoding};
use super::frame_reader::{self, FrameReader};
use super::output_file::{OutputFile, check_beside};
use super::place::{Place, all_devices};
use super::raw_video::{Layout, RawVideo};
use crate::capabilities::EncoderRow;
use crate::error::Result;
use crate::options;
use crate::stdout::{self, tell};

/// Encodes raw pictures of a file
#[derive(Debug, Parser)]
#[command(name = "enc-cuda", version)]
#[non_exhaustive]
pub struct EncCuda {
    /// Raw pictures, one after the other
    #[arg(long, visible_alias = "i", value_name = "FILE")]
    input: PathBuf,
    /// The stream; out.h264 or out.hevc unless given, - for standard output
    #[arg(long, visible_alias = "o", value_name = "FILE")]
    output: Option<PathBuf>,
    /// Columns and rows
    #[arg(long, visible_alias = "s", value_name = "WIDTHxHEIGHT",
        value_parser = options::size, default_value = "1920x1080")]
    size: Size,
    /// iyuv, nv12, yv12, yuv444, p010, yuv444p16, bgra, bgra10, ayuv, abgr or abgr10
    #[arg(long, visible_alias = "if", value_parser = encoding::format, default_value = "iyuv")]
    format: PixelFormat,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    encoding: Encoding,
}

impl Program for EncCuda {
    const NAME: &'static str = "enc-cuda";

    fn run(self) -> Result<()> {
        let (size, format) = (self.size, self.format);
        let layout = Layout { size, format };
        self.encoding.check(layout)?;
        let device = self.place.open_encoder()?;
        let video = RawVideo::open(&self.input, layout)?;
        let default = format!("out.{}", self.encoding.codec.extension());
        let path = self.output.unwrap_or_else(|| default.into());
        check_beside(&path, &self.input)?;
        stdout::leave_to(&path);
        tell!("GPU in use: {device}");
        self.encoding.print_parameters(layout);
        let session = self.encoding.session(device.encoder()?, layout)?;
        let mut output = Output {
            file: OutputFile::create(&path)?,
            frames: 0,
        };
        output.encode(session.start()?, &video)?;
        output.file.finish()?;
        tell!(
            "Total frames encoded: {}\nSaved in file {}",
            output.frames,
            path.display()
        );
        Ok(())
    }

    fn print_capabilities() -> Result<()> {
        println!("{}", EncoderRow::titles());
        for (ordinal, device) in all_devices()?.iter().enumerate() {
            let encoder = device.encoder().ok();
            println!(
                "{}",
                EncoderRow::ask(ordinal, device.name.clone(), encoder.as_ref())?
            );
        }
        Ok(())
    }
}

/// The file, and how many frames are in it.
struct Output {
    file: OutputFile,
    frames: u64,
}

impl Output {
    fn encode(&mut self, session: Session<HostFrame>, video: &RawVideo) -> Result<()> {
        thread::scope(|scope| {
            let reader = FrameReader::start(scope, video, frame_reader::threads());
            self.encode_frames(session, reader)
        })
    }

    fn encode_frames(
        &mut self,
        mut session: Session<HostFrame>,
        mut reader: FrameReader,
    ) -> Result<()> {
        let mut number = 0;
        while let Some(frame) = reader.next(&mut session)? {
            session
                .submit(frame, Picture::at(number))
                .map_err(|failed| failed.error)?;
            number += 1;
            while let Some(packet) = session.receive()? {
                self.write(&packet)?;
            }
        }
        let mut drain = session.finish().map_err(|failed| failed.error)?;
        while let Some(packet) = drain.receive()? {
            self.write(&packet)?;
        }
        Ok(())
    }

    fn write(&mut self, packet: &Packet<'_>) -> Result<()> {
        self.frames += 1;
        self.file.write(packet)
    }
}
