//! The command that splits a video, and starts the jobs of its parts.

use clap::{ArgMatches, Args};

use super::segmented::said_done;
use crate::error::{Error, Result};
use crate::job::{Job, Settings};
use crate::list::List;
use crate::log;
use crate::segmented::{self, Plan, Record, Submission, Work};
use crate::stop;
use crate::store::{Access, Location, Store};

/// Split a video and start an AWS Batch job for each part, and one that joins them
///
/// Only the index of the input is read: of WebM and Matroska the cues, of MP4 that, and of MP4 in
/// fragments the list of them (mfra or sidx) and some of their heads; the pictures of raw video and
/// Y4M are found by their size. IVF, bare streams and files without such an index are one part.
/// Parts begin at key pictures of the input.
///
/// Of a folder (with / at the end) each video gets one job, and none is split. One that fails does
/// not keep the others from being made; a last job writes report-ID.json to the output folder, and
/// fails if one of them failed.
///
/// The parts and plan.json are kept in OUTPUT.work/ until the output is complete. Submitting the
/// same again does nothing while OUTPUT.json says that the output is there.
#[derive(Args, Debug)]
pub(super) struct Submit {
    /// s3://bucket/key, or a file that all jobs reach
    #[arg(long, env = "S3_INPUT")]
    input: Location,
    /// The same; for a bucket or a folder (with / at the end) the input's name is added
    #[arg(long, env = "S3_OUTPUT")]
    output: Location,
    /// Least length of a part in seconds of video
    #[arg(long, value_name = "SECONDS", default_value_t = 30.0, value_parser = seconds)]
    segment_seconds: f64,
    /// Job queue of the parts
    #[arg(
        long,
        value_name = "QUEUE",
        env = "S3_BATCH_QUEUE",
        required_unless_present = "dry_run"
    )]
    queue: Option<String>,
    /// Job definition of the parts
    #[arg(
        long,
        value_name = "DEFINITION",
        env = "S3_BATCH_DEFINITION",
        required_unless_present = "dry_run"
    )]
    definition: Option<String>,
    /// Job queue of the job that joins, which needs no GPU; that of the parts unless given
    #[arg(long, value_name = "QUEUE", env = "S3_BATCH_CONCAT_QUEUE")]
    concat_queue: Option<String>,
    /// Job definition of the job that joins; that of the parts unless given
    #[arg(long, value_name = "DEFINITION", env = "S3_BATCH_CONCAT_DEFINITION")]
    concat_definition: Option<String>,
    /// Write the plan, and print the lines for the AWS CLI instead of submitting
    #[arg(long)]
    print: bool,
    /// Print the plan, and write and submit nothing
    #[arg(long, conflicts_with = "print")]
    dry_run: bool,
    /// Make the output again if it is there
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    settings: Settings,
}

impl Submit {
    pub(super) fn run(self, matches: &ArgMatches) -> Result<()> {
        stop::watch()?;
        let (store, job) = (Store::new(Access::Environment)?, self.job());
        job.check()?;
        if self.settings.frames.is_some() {
            return Err(Error::Usage(
                "--frames goes with run, not submit".to_owned(),
            ));
        }
        let mut options = Settings::words(matches);
        if self.input.is_folder() {
            let force = self.force.then(|| "--force".to_owned());
            options.extend(force);
            return self.start_list(&store, &options);
        }
        let plan = Plan::make(&store, &job, options, self.segment_seconds)?;
        if !plan.has_index {
            log::say(&format!(
                "{} has no index to split it by: it is one part",
                plan.input
            ));
        }
        let done = Record::find(&store, &job.target(), &plan.id)?;
        match done {
            Some(record) if !self.force => println!("{}", said_done(&plan.output, &record)),
            _ if self.dry_run => print_plan(&plan)?,
            _ => self.start(&store, &plan)?,
        }
        Ok(())
    }

    fn job(&self) -> Job {
        Job {
            input: self.input.clone(),
            output: self.output.clone(),
            settings: self.settings.clone(),
        }
    }

    fn start(&self, store: &Store, plan: &Plan) -> Result<()> {
        let to = self.submission();
        if self.force {
            segmented::forget(store, plan)?;
        }
        let (at, work) = (plan.write(store)?, Work::of_plan(plan, &to)?);
        for other in plan.others(store)? {
            log::say(&format!(
                "{other} and the segments beside it are of another input or of other options: \
                 remove that folder, unless jobs work on it"
            ));
        }
        if self.print {
            print!("{}", work.command_lines());
            return Ok(());
        }
        let jobs = work.submit(store)?;
        println!("plan       {at}, {} parts", plan.parts.len());
        println!("segments   job {}", jobs.encoding);
        println!("concat     job {}", jobs.last);
        Ok(())
    }

    fn start_list(&self, store: &Store, options: &[String]) -> Result<()> {
        let list = List::make(store, &self.input, &self.output, &self.settings)?;
        if self.dry_run {
            list.names.iter().for_each(|name| println!("{name}"));
            return Ok(());
        }
        list.check_length()?;
        let work = Work::of_list(&list, options, &self.submission())?;
        let at = list.write(store)?;
        if self.print {
            print!("{}", work.command_lines());
            return Ok(());
        }
        let jobs = work.submit(store)?;
        println!("list       {at}, {} inputs", list.names.len());
        println!("videos     job {}", jobs.encoding);
        println!("report     job {} writes {}", jobs.last, list.report()?);
        Ok(())
    }

    fn submission(&self) -> Submission {
        let queue = self.queue.clone().unwrap_or_default(); // clap has asked for it
        let definition = self.definition.clone().unwrap_or_default();
        Submission {
            concat_queue: self.concat_queue.clone().unwrap_or_else(|| queue.clone()),
            concat_definition: self
                .concat_definition
                .clone()
                .unwrap_or_else(|| definition.clone()),
            queue,
            definition,
        }
    }
}

fn print_plan(plan: &Plan) -> Result<()> {
    let json = serde_json::to_string_pretty(plan);
    println!(
        "{}",
        json.map_err(|error| Error::WrongResult(error.to_string()))?
    );
    Ok(())
}

fn seconds(text: &str) -> std::result::Result<f64, String> {
    let seconds = text.parse().ok();
    let seconds = seconds.filter(|seconds| (0.1..=1e6).contains(seconds));
    seconds.ok_or_else(|| "write seconds, 0.1 or more".to_owned())
}
