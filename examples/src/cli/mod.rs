//! The command line of `s3-batch`.

mod environment;
mod run;
mod segmented;
mod submit;

use clap::{ArgMatches, Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};

use crate::demo;
use crate::device::{Choice, Device};
use crate::error::Result;
use crate::exit::Exit;
use crate::job::Settings;
use crate::log;
use crate::stop;

/// Encodes video objects in S3 as HEVC or H.264, on NVIDIA GPUs
///
/// Exit status: 0 done; 64 wrong usage; 65 bad input; 66 no such object, or no access to it;
/// 69 no NVENC or NVDEC, or not able to do this; 70 wrong result; 75 try again.
///
/// Each option can be given by the environment, too: --preset by S3_BATCH_PRESET; help names the
/// variables.
#[derive(Debug, Parser)]
#[command(version, name = "s3-batch")]
#[non_exhaustive]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Run(run::Run),
    Submit(submit::Submit),
    Segment(segmented::Segment),
    Concat(segmented::Concat),
    Report(segmented::Report),
    Demo(Demo),
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
    /// Number of the GPU that does all the work, from 0; unless given GPU 0 decodes, and
    /// --sessions are spread over all that encode
    #[arg(long, value_name = "NUMBER")]
    gpu: Option<usize>,
}

impl Place {
    /// Comes before all else: it may start the program again.
    fn open(&self) -> Result<Device> {
        let device = Device::choose(self.device, self.gpu.unwrap_or(0));
        stop::watch()?; // in any case: what failed may still have to be noted
        let mut device = device?;
        device.may_spread = self.gpu.is_none();
        Ok(device)
    }
}

/// Does what the command line says. Errors are told on standard error.
pub fn main() -> Exit {
    stop::hold();
    let matches = environment::fall_back(Cli::command()).try_get_matches();
    let parsed = matches.and_then(|matches| Ok((Cli::from_arg_matches(&matches)?, matches)));
    match parsed {
        Ok((cli, matches)) => cli.run(&matches),
        Err(error) => tell(&error),
    }
}

/// What clap says: of a wrong command line, or the help that was asked for.
fn tell(error: &clap::Error) -> Exit {
    let is_wrong = error.use_stderr();
    match is_wrong && log::is_json() {
        true => log::error(error.to_string().trim_end()),
        false => drop(error.print()), // there is nobody left to tell
    }
    if is_wrong { Exit::Usage } else { Exit::Done }
}

impl Cli {
    fn run(self, matches: &ArgMatches) -> Exit {
        let matches = matches.subcommand().map_or(matches, |(_, matches)| matches);
        let done = match self.command {
            Command::Run(run) => run.run(matches),
            Command::Submit(submit) => submit.run(matches),
            Command::Segment(segment) => segment.run(),
            Command::Concat(concat) => concat.run(),
            Command::Report(report) => report.run(),
            Command::Demo(demo) => demo.run(),
        };
        match done {
            Ok(()) => Exit::Done,
            Err(error) => {
                log::error(&error.to_string());
                error.exit()
            }
        }
    }
}

/// What is said of one input of many, with its name in front unless it is in there.
fn said_of(input: &str, what: &str) -> String {
    match what.contains(input) {
        true => what.to_owned(),
        false => format!("{input}: {what}"),
    }
}

impl Demo {
    fn run(self) -> Result<()> {
        let device = self.place.open()?;
        demo::run(self.settings, &device)
    }
}
