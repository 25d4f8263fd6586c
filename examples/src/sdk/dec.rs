//! `dec`, in the manner of AppDec: a coded video becomes a file of raw pictures.

use std::path::PathBuf;

use clap::Parser;
use nvdec::{Area, Decoder, DecoderBuilder, Frame, Pictures, PixelFormat, Size, StreamInfo};

use super::clip::Clip;
use super::command::Program;
use super::download::Download;
use super::number::general;
use super::output_file::{OutputFile, check_beside};
use super::place::{Place, all_devices};
use super::planar;
use crate::capabilities::DecoderRow;
use crate::error::Result;
use crate::stdout::{self, tell};

/// Decodes a video into a file of raw pictures
#[derive(Debug, Parser)]
#[command(name = "dec", version)]
#[non_exhaustive]
pub struct Dec {
    /// Byte stream of H.264, HEVC, MPEG or VC-1, IVF, WebM, Matroska or MP4
    #[arg(long, visible_alias = "i", value_name = "FILE")]
    input: PathBuf,
    /// The pictures; out.native or out.planar unless given, - for standard output
    #[arg(long, visible_alias = "o", value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write U and V in planes of their own
    #[arg(long)]
    outplanar: bool,
    #[command(flatten)]
    place: Place,
    /// Write only this part of each picture: left, top, right, bottom; the sides must be even
    #[arg(long, value_name = "L,T,R,B", value_parser = area)]
    crop: Option<Area>,
    /// Scale each picture, in the decoder; the sides must be even
    #[arg(long, value_name = "WxH", value_parser = crate::options::size)]
    resize: Option<Size>,
}

impl Program for Dec {
    const NAME: &'static str = "dec";

    fn run(self) -> Result<()> {
        let device = self.place.open_decoder()?;
        let clip = Clip::read(&self.input)?;
        let path = self.path();
        check_beside(&path, &self.input)?;
        stdout::leave_to(&path);
        tell!("GPU in use: {device}\nDecode with demuxing.");
        tell!("Media format: {}", clip.container());
        let decoder = self.decoder(nvdec::Api::load()?.decoder(&device.context, clip.codec()));
        let decoder = decoder.start()?; // before there is a file
        let mut output = Output {
            file: OutputFile::create(&path)?,
            host: Download::new(&device),
            planar: self.outplanar.then(Vec::new),
            frames: 0,
        };
        let format = output.decode(decoder, &clip)?;
        output.file.finish()?;
        tell!("Total frame decoded: {}", output.frames);
        let format = self.format_name(format);
        tell!("Saved in file {} in {format} format", path.display());
        Ok(())
    }

    fn print_capabilities() -> Result<()> {
        for (ordinal, device) in all_devices()?.iter().enumerate() {
            println!(
                "Decoder of {ordinal} {}\n{}",
                device.name,
                DecoderRow::titles()
            );
            for row in DecoderRow::ask_all(&nvdec::Api::load()?, &device.context)? {
                println!("{row}");
            }
        }
        Ok(())
    }
}

impl Dec {
    fn decoder(&self, mut decoder: DecoderBuilder) -> DecoderBuilder {
        if let Some(area) = self.crop {
            decoder = decoder.crop(area);
        }
        if let Some(size) = self.resize {
            decoder = decoder.resize(size);
        }
        decoder
    }

    fn path(&self) -> PathBuf {
        let default = if self.outplanar {
            "out.planar"
        } else {
            "out.native"
        };
        self.output.clone().unwrap_or_else(|| default.into())
    }

    fn format_name(&self, format: PixelFormat) -> &'static str {
        match (format, self.outplanar) {
            (PixelFormat::P010, false) => "p016",
            (PixelFormat::P010, true) => "yuv420p16",
            (PixelFormat::Nv16, false) => "nv16",
            (PixelFormat::Nv16, true) => "yuv422p",
            (PixelFormat::P216, false) => "p216",
            (PixelFormat::P216, true) => "yuv422p16",
            (PixelFormat::Yuv444, _) => "yuv444p",
            (PixelFormat::Yuv444P16, _) => "yuv444p16",
            (_, false) => "nv12",
            (_, true) => "iyuv",
        }
    }
}

/// An area as AppDec takes it.
fn area(text: &str) -> std::result::Result<Area, String> {
    let sides: Option<Vec<u32>> = text.split(',').map(|side| side.parse().ok()).collect();
    match sides.as_deref() {
        Some(&[left, top, right, bottom]) => {
            let area = Area::new(left, top, right, bottom);
            let odd = [left, top, right, bottom].iter().any(|side| side % 2 != 0);
            match odd || left >= right || top >= bottom {
                true => Err("all four must be even, and the area hold something".to_owned()),
                false => Ok(area),
            }
        }
        _ => Err("write left,top,right,bottom, such as 0,0,640,360".to_owned()),
    }
}

/// Where pictures go.
struct Output {
    file: OutputFile,
    host: Download,
    /// Where they are made planar, if that is wanted.
    planar: Option<Vec<u8>>,
    frames: u64,
}

impl Output {
    /// Gives the format of the last picture.
    fn decode(&mut self, mut decoder: Decoder, clip: &Clip) -> Result<PixelFormat> {
        let mut told = false;
        for (packet, timestamp) in clip.packets() {
            self.take(decoder.push(packet, timestamp))?;
            if let Some(info) = decoder.info().filter(|_| !told) {
                print_information(info);
                told = true;
            }
        }
        self.take(decoder.finish())?;
        Ok(decoder.info().map_or(PixelFormat::Nv12, |info| info.format))
    }

    fn take(&mut self, mut pictures: Pictures<'_>) -> Result<()> {
        while let Some(picture) = pictures.next()? {
            self.write(&picture.map()?)?;
            self.frames += 1;
        }
        Ok(())
    }

    fn write(&mut self, frame: &Frame) -> Result<()> {
        let native = self.host.frame(frame)?;
        let picture = match &mut self.planar {
            Some(planar) => planar::of(native, &frame.surface(), planar),
            None => native,
        };
        self.file.write(picture)
    }
}

fn print_information(info: &StreamInfo) {
    let (coded, shown, rate) = (info.coded_size, info.size(), info.frame_rate);
    let sequence = if info.progressive {
        "Progressive"
    } else {
        "Interlaced"
    };
    tell!("Video Input Information");
    tell!("\tCodec        : {}", info.codec);
    match rate.as_f64().is_finite() && rate.num > 0 {
        true => tell!(
            "\tFrame rate   : {}/{} = {} fps",
            rate.num,
            rate.den,
            general(rate.as_f64())
        ),
        false => tell!("\tFrame rate   : the stream does not tell"),
    }
    tell!("\tSequence     : {sequence}");
    tell!("\tCoded size   : [{}, {}]", coded.width, coded.height);
    tell!("\tDisplay size : [{}, {}]", shown.width, shown.height);
    tell!("\tChroma       : YUV {}", info.chroma);
    tell!("\tBit depth    : {}", info.bit_depth);
}
