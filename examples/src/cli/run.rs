//! The command that makes one video of another.

use std::time::Instant;

use clap::parser::ValueSource;
use clap::{ArgMatches, Args};

use super::segmented::warn_of;
use super::{Place, said_of};
use crate::device::Device;
use crate::driver;
use crate::error::{Error, Result};
use crate::exit::Exit;
use crate::job::{Job, Report, Settings};
use crate::list::List;
use crate::log;
use crate::segmented::{Record, Underflows};
use crate::stdout;
use crate::store::{self, Access, Location, Store};
use crate::summary::Outcome;

/// Make HEVC or H.264 of a video in S3 or in a file
///
/// Input: WebM, Matroska, MP4 (fragmented, too) and IVF with VP8, VP9, AV1, H.264 or HEVC, as far as
/// the GPU decodes it; bare H.264 and HEVC streams; Y4M and raw planar video (.yuv, with -s), both
/// 4:2:0 of 8 bits. All are told by what is in them, but raw video.
///
/// Output: MP4 with its index in front (.mp4, .m4v) or in fragments (--format fmp4), QuickTime (.mov),
/// Matroska (.mkv), or a bare stream (.hevc, .h264), whose pictures have no times. The first picture's time
/// is 0. With --copy the pictures of H.264 and HEVC go from one container into another as they are.
/// How pictures are to be shown is carried over: colours, HDR10's metadata, the shape of samples, and
/// quarter turns, which a bare stream has no place for. What the stream says wins over the container.
/// Every track of sound is copied as it is, into MP4 if it is AAC, Opus, AC-3, E-AC-3, FLAC or MP3,
/// into Matroska and QuickTime if it is one of those or uncompressed, and from Matroska to Matroska in
/// any case.
/// What is left out, such as subtitles, is said, and that all pictures are taken where an edit list
/// shows only some of them.
///
/// Beside an output in S3 a record of it is written, OUTPUT.json. While that is there, and the
/// output, the input and the options are the same, a job that is run again has nothing to do.
///
/// S3 is reached as the environment says: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
/// AWS_REGION, AWS_ENDPOINT_URL, an ECS task role or an instance role.
#[derive(Args, Debug)]
pub(super) struct Run {
    /// s3://bucket/key, file:///path or a path; of a folder (with / at the end) all that is in it,
    /// one after the other
    #[arg(long, env = "S3_INPUT", required_unless_present = "list")]
    input: Option<Location>,
    /// The same; for a bucket or a folder (with / at the end) the input's name is added, with
    /// .hevc, .h264, .mp4, .mov or .mkv as --codec and --format say. - is standard output
    #[arg(long, env = "S3_OUTPUT", required_unless_present = "list")]
    output: Option<Location>,
    /// Make only one of the inputs that submit has listed
    #[arg(long)]
    list: Option<Location>,
    /// Which of them, from 0 on
    #[arg(long, value_name = "NUMBER", env = "AWS_BATCH_JOB_ARRAY_INDEX")]
    index: Option<usize>,
    /// How often this job is tried, for an input of a list: the last time a failure is noted for
    /// the report, and only there
    #[arg(long, value_name = "NUMBER", default_value_t = 1, requires = "list")]
    tries: u32,
    /// Which try this is, from 1 on
    #[arg(
        long,
        value_name = "NUMBER",
        env = "AWS_BATCH_JOB_ATTEMPT",
        default_value_t = 1
    )]
    try_number: u32,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
    /// Make the output again if it is there
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    settings: Settings,
}

impl Run {
    pub(super) fn run(self, matches: &ArgMatches) -> Result<()> {
        let options = Settings::words(matches);
        self.check_index(matches)?;
        if let (None, Some(job)) = (&self.list, self.single_job()) {
            job.check()?;
        }
        let device = self.place.open();
        let store = Store::new(Access::Environment)?;
        let runner = device.map(|device| Runner {
            store: &store,
            device,
            options,
            dry_run: self.dry_run,
            force: self.force,
        });
        if let Some(list) = &self.list {
            return self.listed(&store, list, runner);
        }
        match self.single_job() {
            Some(job) if job.input.is_folder() => runner?.all(&job),
            Some(job) => runner?.one(&job).map(drop),
            None => Ok(()), // clap has asked for one of them
        }
    }

    /// Each job of an array would make all of a folder. Of another input only who started it knows.
    fn check_index(&self, matches: &ArgMatches) -> Result<()> {
        let is_told = matches.value_source("index") == Some(ValueSource::CommandLine);
        let is_folder = self.input.as_ref().is_some_and(Location::is_folder);
        if self.list.is_some() || self.index.is_none() || !(is_told || is_folder) {
            return Ok(());
        }
        Err(Error::Usage(
            "--index, or AWS_BATCH_JOB_ARRAY_INDEX, goes with --list: s3-batch submit hands a \
             folder over to an array of jobs"
                .to_owned(),
        ))
    }

    /// What became of an input of a list is noted for the report. So this fails only where another
    /// try may help, and does not keep the report from being written.
    fn listed(&self, store: &Store, list: &Location, runner: Result<Runner<'_>>) -> Result<()> {
        let list = List::read(store, list)?.ok_or_else(|| Error::missing(list))?;
        let index = self.index.unwrap_or(0); // of one input there is no array
        let job = list.job(index, &self.settings)?;
        let started = Instant::now();
        let done = runner.and_then(|runner| runner.one(&job));
        if let Err(error) = &done {
            let is_last = self.try_number >= self.tries && !matches!(error, Error::Stopped);
            if error.exit() == Exit::TryAgain && !is_last {
                return done.map(drop);
            }
            log::error(&said_of(&job.input.to_string(), &error.to_string()));
        }
        match self.dry_run {
            true => Ok(()),
            false => Outcome::new(&job, started.elapsed(), &done).write(store, &list, index),
        }
    }

    fn single_job(&self) -> Option<Job> {
        Some(Job {
            input: self.input.clone()?,
            output: self.output.clone()?,
            settings: self.settings.clone(),
        })
    }
}

struct Runner<'a> {
    store: &'a Store,
    device: Device,
    options: Vec<String>,
    dry_run: bool,
    force: bool,
}

impl Runner<'_> {
    /// Each input of a folder; one that fails does not keep the others from being made.
    fn all(&self, folder: &Job) -> Result<()> {
        let list = List::make(self.store, &folder.input, &folder.output, &folder.settings)?;
        let mut failures = Vec::new();
        for number in 0..list.names.len() {
            let job = list.job(number, &folder.settings)?;
            match self.one(&job) {
                Ok(_) => {}
                Err(Error::Stopped) => return Err(Error::Stopped),
                Err(error) => {
                    log::error(&said_of(&job.input.to_string(), &error.to_string()));
                    failures.push(error.exit());
                }
            }
        }
        let (count, failed) = (list.names.len(), failures.len());
        log::say(&format!(
            "{} of {count} inputs done, {failed} failed",
            count - failed
        ));
        match failures.is_empty() {
            true => Ok(()),
            false => Err(Error::Several(failures)),
        }
    }

    /// How many frames the output has.
    fn one(&self, job: &Job) -> Result<u64> {
        job.check()?;
        let store = self.store;
        let source = job.open(store)?;
        let id = Record::id(job, source.version(), &self.options);
        let target = job.target();
        if let Location::File(path) = &target {
            stdout::leave_to(path);
        }
        if let Some(record) = self.found(&target, &id)? {
            log::say(&format!(
                "{target} is there already; --force makes it again"
            ));
            return Ok(record.frames);
        }
        let device = &self.device;
        log::say(&format!("device     {device}, {}", driver::name(device)));
        if self.dry_run {
            let described = source.describe(store, job)?;
            println!("{} -> {target}\n{described}", job.input);
            return Ok(0);
        }
        let version = source.version().to_owned();
        let report = job.run(source, store, device)?;
        if let Some(underflows) = report.underflows.and_then(Underflows::of) {
            warn_of(&underflows, "--sessions 1");
        }
        if is_recorded(&target) {
            self.record(job, id, version, &report)?;
        }
        log::report(&format!("{} -> {target}", job.input), &report);
        Ok(report.frames)
    }

    fn found(&self, target: &Location, id: &str) -> Result<Option<Record>> {
        if self.force || !is_recorded(target) {
            return Ok(None);
        }
        match Record::find(self.store, target, id) {
            Err(Error::Store(store::Error::Denied { .. })) => Ok(None),
            found => found,
        }
    }

    /// A role that may not read what it wrote cannot have records; its output is there all the same.
    fn record(&self, job: &Job, id: String, input_version: String, report: &Report) -> Result<()> {
        let target = job.target();
        let output_version = match self.store.version(&target) {
            Err(store::Error::Denied { .. }) => return Ok(()),
            version => version?.unwrap_or_default(),
        };
        let record = Record {
            id,
            input: job.input.to_string(),
            input_version,
            options: self.options.clone(),
            output_version,
            output_bytes: report.output_bytes,
            frames: report.frames,
            underflows: report.underflows.and_then(Underflows::of),
        };
        record.write(self.store, &target)
    }
}

/// Files get no second file beside them.
fn is_recorded(target: &Location) -> bool {
    matches!(target, Location::S3 { .. })
}
