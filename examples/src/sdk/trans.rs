//! `trans`, in the manner of AppTrans: a coded video becomes another one.

use std::collections::BTreeSet;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use clap::Parser;
use nvenc::PixelFormat;

use super::clip::Clip;
use super::command::Program;
use super::encoding::Encoding;
use super::ladder::Ladder;
use super::output_file::check_beside;
use super::place::Place;
use super::rung::Rung;
use super::transcoded::Transcoded;
use crate::error::{Error, Result};
use crate::stdout::{self, tell};
use crate::store;

/// Decodes a video and encodes it again, to one or several streams
///
/// Pictures stay in device memory. An encoder takes them where the decoder put them; several
/// sessions take copies. Outputs of one size share a decoder, and each size has its own, as NVDEC
/// scales pictures while it gives them out, to one size for each decoder. Outputs for which the
/// GPU has no session wait until another one is done.
#[derive(Debug, Parser)]
#[command(name = "trans", version)]
#[non_exhaustive]
pub struct Trans {
    /// H.264 or HEVC byte stream, IVF, WebM, Matroska or MP4
    #[arg(long, visible_alias = "i", value_name = "FILE")]
    input: PathBuf,
    /// A stream, scaled if a size is given, with a bit rate of its own if one is:
    /// 720p.hevc=1280x720, low.hevc=800k, hd.hevc=1920x1080,5M; may be repeated; out.h264 or
    /// out.hevc unless given
    #[arg(
        long,
        visible_alias = "o",
        value_name = "FILE[=WIDTHxHEIGHT][,BITRATE]"
    )]
    output: Vec<Rung>,
    /// Bits of a sample, 8 or 10; those of the input unless given
    #[arg(long, value_name = "BITS", value_parser = depth)]
    ob: Option<PixelFormat>,
    #[command(flatten)]
    place: Place,
    /// Sessions for each output that encode at the same time, over all GPUs unless -gpu names
    /// one, each a segment that begins with an IDR picture: a GOP if -gop is given, else two
    /// seconds. As many as there are NVENC engines unless given; 1 on the software device (unless
    /// NVSOFT_ENGINES tells), and for each of several outputs
    #[arg(long, value_name = "NUMBER")]
    sessions: Option<NonZeroUsize>,
    #[command(flatten)]
    encoding: Encoding,
}

impl Program for Trans {
    const NAME: &'static str = "trans";

    fn run(self) -> Result<()> {
        let rungs = self.rungs();
        self.check(&rungs)?;
        rungs.iter().for_each(|rung| stdout::leave_to(&rung.path));
        let device = self.place.open_encoder()?;
        let clip = Clip::read(&self.input)?;
        tell!("GPU in use: {device}");
        // All files before any work.
        let outputs: Result<Vec<_>> = rungs.into_iter().map(Transcoded::create).collect();
        let outputs = outputs?;
        let encoding = self.encoding.of(&clip);
        let ladder = Ladder {
            clip,
            device,
            encoding: &encoding,
            format: self.ob,
            sessions: match outputs.len() {
                1 => self.sessions,
                _ => self.sessions.or(Some(NonZeroUsize::MIN)),
            },
            failed: AtomicBool::new(false),
        };
        let mut outputs = ladder.run(outputs)?;
        outputs.sort_by_key(|output| self.output.iter().position(|rung| *rung == output.rung));
        for output in outputs {
            tell!("Total frame transcoded: {}", output.frames);
            tell!("Saved in file {}", output.finish()?.display());
        }
        Ok(())
    }
}

impl Trans {
    fn rungs(&self) -> Vec<Rung> {
        match self.output.is_empty() {
            true => vec![Rung::plain(format!(
                "out.{}",
                self.encoding.codec.extension()
            ))],
            false => self.output.clone(),
        }
    }

    fn check(&self, rungs: &[Rung]) -> Result<()> {
        let mut paths: BTreeSet<PathBuf> = BTreeSet::new();
        for rung in rungs {
            self.encoding.at(rung.bitrate).check_options()?;
            let name = rung.path.display();
            if !paths.insert(store::target(&rung.path)) {
                return Err(Error::Usage(format!("{name} is an output twice")));
            }
            check_beside(&rung.path, &self.input)?;
        }
        Ok(())
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
