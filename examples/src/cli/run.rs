//! The command that makes one video of another.

use clap::{ArgMatches, Args};

use super::Place;
use crate::device::Device;
use crate::driver;
use crate::error::{Error, Result};
use crate::job::{Job, Report, Settings};
use crate::list::List;
use crate::log;
use crate::segmented::Record;
use crate::store::{self, Access, Location, Store};

/// Make HEVC or H.264 of a video in S3 or in a file
///
/// Input: WebM, Matroska, MP4 (fragmented, too) and IVF with VP9, H.264 or HEVC; bare H.264 and
/// HEVC streams; Y4M and raw planar video (.yuv, with -s), both 4:2:0 of 8 bits. All are told by
/// what is in them, but raw video.
///
/// Output: MP4 with its index in front (.mp4, .m4v, .mov) or in fragments (--format fmp4), Matroska
/// (.mkv), or a bare stream (.hevc, .h264), whose pictures have no times. The first picture's time
/// is 0. The first track of sound is copied to MP4 and Matroska if it is AAC or Opus; nothing else is.
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
    /// .hevc, .h264, .mp4 or .mkv as --codec and --format say
    #[arg(long, env = "S3_OUTPUT", required_unless_present = "list")]
    output: Option<Location>,
    /// Make only one of the inputs that submit has listed
    #[arg(long)]
    list: Option<Location>,
    /// Which of them, from 0 on
    #[arg(
        long,
        value_name = "NUMBER",
        env = "AWS_BATCH_JOB_ARRAY_INDEX",
        default_value_t
    )]
    index: usize,
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
        if let (None, Some(job)) = (&self.list, self.single_job()) {
            job.check()?;
        }
        let device = self.place.open()?;
        let runner = Runner {
            store: Store::new(Access::Environment)?,
            device,
            options,
            dry_run: self.dry_run,
            force: self.force,
        };
        if let Some(list) = &self.list {
            let list = List::read(&runner.store, list)?;
            return runner.one(&list.job(self.index, &self.settings)?);
        }
        match self.single_job() {
            Some(job) if job.input.is_folder() => runner.all(&job),
            Some(job) => runner.one(&job),
            None => Ok(()), // clap has asked for one of them
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

struct Runner {
    store: Store,
    device: Device,
    options: Vec<String>,
    dry_run: bool,
    force: bool,
}

impl Runner {
    /// Each input of a folder; one that fails does not keep the others from being made.
    fn all(&self, folder: &Job) -> Result<()> {
        let list = List::make(&self.store, &folder.input, &folder.output, &folder.settings)?;
        let mut failures = Vec::new();
        for number in 0..list.names.len() {
            let job = list.job(number, &folder.settings)?;
            match self.one(&job) {
                Ok(()) => {}
                Err(Error::Stopped) => return Err(Error::Stopped),
                Err(error) => {
                    log::error(&error.to_string());
                    failures.push(error);
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

    fn one(&self, job: &Job) -> Result<()> {
        job.check()?;
        let store = &self.store;
        let source = job.open(store)?;
        let id = Record::id(job, source.version(), &self.options);
        let target = job.target();
        if !self.force && is_done(store, &target, &id)? {
            log::say(&format!(
                "{target} is there already; --force makes it again"
            ));
            return Ok(());
        }
        let device = &self.device;
        log::say(&format!("device     {device}, {}", driver::name(device)));
        if self.dry_run {
            println!("{} -> {target}\n{}", job.input, source.describe(job));
            return Ok(());
        }
        let version = source.version().to_owned();
        let report = job.run(source, store, device)?;
        if is_recorded(&target) {
            self.record(job, id, version, &report)?;
        }
        log::report(&format!("{} -> {target}", job.input), &report);
        Ok(())
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
        };
        record.write(&self.store, &target)
    }
}

/// Files get no second file beside them.
fn is_recorded(target: &Location) -> bool {
    matches!(target, Location::S3 { .. })
}

fn is_done(store: &Store, target: &Location, id: &str) -> Result<bool> {
    if !is_recorded(target) {
        return Ok(false);
    }
    match Record::find(store, target, id) {
        Err(Error::Store(store::Error::Denied { .. })) => Ok(false),
        found => Ok(found?.is_some()),
    }
}
