//! The command line of `s3-batch`.

use clap::{Args, Parser, Subcommand};

use crate::demo;
use crate::device::{Choice, Device};
use crate::driver;
use crate::error::Result;
use crate::exit::Exit;
use crate::job::{Job, Settings};
use crate::stop;
use crate::store::{Access, Location, Store};

/// Encodes video objects in S3 as HEVC or H.264, on NVIDIA GPUs
///
/// Exit status: 0 done; 64 wrong usage; 65 bad input; 66 no such object, or no access to it;
/// 69 no NVENC or NVDEC, or not able to do this; 70 wrong result; 75 try again.
#[derive(Debug, Parser)]
#[command(version, name = "s3-batch")]
#[non_exhaustive]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Run(Run),
    Demo(Demo),
}

/// Make HEVC or H.264 of a video in S3 or in a file
///
/// Input: WebM, Matroska, MP4 (fragmented, too) and IVF with VP9, H.264 or HEVC; bare H.264 and
/// HEVC streams; Y4M and raw planar video (.yuv, with -s), both 4:2:0 of 8 bits. All are told by
/// what is in them, but raw video.
///
/// Output: MP4 with its index in front (.mp4, .m4v, .mov), or a bare stream (.hevc, .h264), whose
/// pictures have no times. Only video is written. In MP4 the first picture's time is 0.
///
/// S3 is reached as the environment says: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
/// AWS_REGION, AWS_ENDPOINT_URL, an ECS task role or an instance role.
#[derive(Args, Debug)]
struct Run {
    /// s3://bucket/key, file:///path or a path
    #[arg(long, env = "S3_INPUT")]
    input: Location,
    /// The same; for a bucket or a folder (with / at the end) the input's name is added, with
    /// .hevc, .h264 or .mp4 as --codec and --format say
    #[arg(long, env = "S3_OUTPUT")]
    output: Location,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    settings: Settings,
}

/// Run a job on an 8K clip and an S3 server that are built in, and check the result
#[derive(Args, Debug)]
struct Demo {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    settings: Settings,
}

/// Where the work is done.
#[derive(Args, Debug)]
struct Place {
    /// What decodes and encodes
    #[arg(long, env = "S3_BATCH_DEVICE", value_enum, default_value_t)]
    device: Choice,
    /// Number of the GPU, from 0
    #[arg(long, value_name = "NUMBER", default_value_t)]
    gpu: usize,
}

impl Place {
    /// Comes before all else: it may start the program again.
    fn open(&self) -> Result<Device> {
        let device = Device::choose(self.device, self.gpu)?;
        stop::watch()?;
        Ok(device)
    }
}

/// Does what the command line says. Errors are told on standard error.
pub fn main() -> Exit {
    match Cli::try_parse() {
        Ok(cli) => cli.run(),
        Err(error) => {
            let _ = error.print(); // there is nobody left to tell
            if error.use_stderr() {
                Exit::Usage
            } else {
                Exit::Done
            }
        }
    }
}

impl Cli {
    fn run(self) -> Exit {
        let done = match self.command {
            Command::Run(run) => run.run(),
            Command::Demo(demo) => demo.run(),
        };
        match done {
            Ok(()) => Exit::Done,
            Err(error) => {
                eprintln!("s3-batch: {error}");
                error.exit()
            }
        }
    }
}

impl Run {
    fn run(self) -> Result<()> {
        let job = Job {
            input: self.input,
            output: self.output,
            settings: self.settings,
        };
        job.check()?;
        let device = self.place.open()?;
        let store = Store::new(Access::Environment)?;
        let source = job.open(&store)?;
        eprintln!("device     {device}, {}", driver::name(&device));
        let report = job.run(source, &store, &device)?;
        println!("{} -> {}\n{report}", job.input, job.target());
        Ok(())
    }
}

impl Demo {
    fn run(self) -> Result<()> {
        let device = self.place.open()?;
        demo::run(self.settings, &device)
    }
}
