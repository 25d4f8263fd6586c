//! The command that makes one video of another.

use clap::{ArgMatches, Args};

use super::Place;
use crate::driver;
use crate::error::Result;
use crate::job::{Job, Report, Settings, Source};
use crate::log;
use crate::segmented::Record;
use crate::store::{Access, Location, Store};

/// Make HEVC or H.264 of a video in S3 or in a file
///
/// Input: WebM, Matroska, MP4 (fragmented, too) and IVF with VP9, H.264 or HEVC; bare H.264 and
/// HEVC streams; Y4M and raw planar video (.yuv, with -s), both 4:2:0 of 8 bits. All are told by
/// what is in them, but raw video.
///
/// Output: MP4 with its index in front (.mp4, .m4v, .mov) or in fragments (--format fmp4), Matroska
/// (.mkv), or a bare stream (.hevc, .h264), whose pictures have no times. Only video is written. The
/// first picture's time is 0.
///
/// Beside an output in S3 a record of it is written, OUTPUT.json. While that is there, and the
/// output, the input and the options are the same, a job that is run again has nothing to do.
///
/// S3 is reached as the environment says: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
/// AWS_REGION, AWS_ENDPOINT_URL, an ECS task role or an instance role.
#[derive(Args, Debug)]
pub(super) struct Run {
    /// s3://bucket/key, file:///path or a path
    #[arg(long, env = "S3_INPUT")]
    input: Location,
    /// The same; for a bucket or a folder (with / at the end) the input's name is added, with
    /// .hevc, .h264, .mp4 or .mkv as --codec and --format say
    #[arg(long, env = "S3_OUTPUT")]
    output: Location,
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
        let job = Job {
            input: self.input,
            output: self.output,
            settings: self.settings,
        };
        job.check()?;
        let device = self.place.open()?;
        let store = Store::new(Access::Environment)?;
        let (source, id) = open(&store, &job, &options)?;
        let target = job.target();
        if !self.force && is_done(&store, &target, &id)? {
            log::say(&format!(
                "{target} is there already; --force makes it again"
            ));
            return Ok(());
        }
        log::say(&format!("device     {device}, {}", driver::name(&device)));
        if self.dry_run {
            println!("{} -> {target}\n{}", job.input, source.describe(&job));
            return Ok(());
        }
        let input_version = source.version().to_owned();
        let report = job.run(source, &store, &device)?;
        if is_recorded(&target) {
            record(&job, id, input_version, options, &report, &store)?;
        }
        log::report(&format!("{} -> {target}", job.input), &report);
        Ok(())
    }
}

fn open(store: &Store, job: &Job, options: &[String]) -> Result<(Source, String)> {
    let source = job.open(store)?;
    let id = Record::id(job, source.version(), options);
    Ok((source, id))
}

/// Files get no second file beside them.
fn is_recorded(target: &Location) -> bool {
    matches!(target, Location::S3 { .. })
}

fn is_done(store: &Store, target: &Location, id: &str) -> Result<bool> {
    Ok(is_recorded(target) && Record::find(store, target, id)?.is_some())
}

fn record(
    job: &Job,
    id: String,
    input_version: String,
    options: Vec<String>,
    report: &Report,
    store: &Store,
) -> Result<()> {
    let target = job.target();
    let record = Record {
        id,
        input: job.input.to_string(),
        input_version,
        options,
        output_version: store.version(&target)?.unwrap_or_default(),
        output_bytes: report.output_bytes,
        frames: report.frames,
    };
    record.write(store, &target)
}
