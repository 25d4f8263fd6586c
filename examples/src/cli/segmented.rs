//! The commands of the jobs that one video is spread over.

use clap::Args;

use super::{Place, said_of};
use crate::error::{Error, Result};
use crate::log;
use crate::segmented::{self, Concat as Joined, Plan, Record, Segment as Part, Underflows};
use crate::stop;
use crate::store::{Access, Location, Store};
use crate::summary::Summary;

/// Encode one part of a plan
///
/// Does nothing when that part is complete already.
#[derive(Args, Debug)]
pub(super) struct Segment {
    /// What submit wrote
    #[arg(long)]
    plan: Location,
    /// Number of the part, from 0 on
    #[arg(long, env = "AWS_BATCH_JOB_ARRAY_INDEX", default_value_t)]
    index: usize,
    #[command(flatten)]
    made: Made,
    /// Say what would be encoded, and do nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    place: Place,
}

/// Join the parts of a plan, check the result, and remove them
///
/// Does nothing when the output is complete already.
#[derive(Args, Debug)]
pub(super) struct Concat {
    /// What submit wrote
    #[arg(long)]
    plan: Location,
    #[command(flatten)]
    made: Made,
    /// Check the parts, say what would be joined, and do nothing
    #[arg(long)]
    dry_run: bool,
}

/// What tells that a plan is gone because all of it is done.
#[derive(Args, Debug)]
struct Made {
    /// What the plan makes: when that is complete, and the plan is gone, there is nothing to do
    #[arg(long, requires = "id")]
    output: Option<Location>,
    /// The plan's number: what another plan made does not count
    #[arg(long, requires = "output")]
    id: Option<String>,
}

/// Report what became of the videos of a folder
///
/// It comes after the jobs of all of them, writes the report, removes their notes, and fails if one
/// of them failed.
#[derive(Args, Debug)]
pub(super) struct Report {
    /// What submit wrote
    #[arg(long)]
    list: Location,
    /// Where the report goes
    #[arg(long)]
    report: Location,
}

impl Segment {
    pub(super) fn run(self) -> Result<()> {
        if self.dry_run {
            return self.tell();
        }
        let device = self.place.open()?;
        let store = Store::new(Access::Environment)?;
        let Some(plan) = Plan::read(&store, &self.plan)? else {
            return self.made.without_plan(&store, &self.plan);
        };
        match segmented::segment(&store, &plan, self.index, &device)? {
            Part::Done(_) => log::say(&format!("segment {} is there already", self.index)),
            Part::Made(_, report) => {
                log::report(&format!("{} part {}", plan.input, self.index), &report);
            }
        }
        Ok(())
    }

    fn tell(&self) -> Result<()> {
        stop::watch()?;
        let store = Store::new(Access::Environment)?;
        let Some(plan) = Plan::read(&store, &self.plan)? else {
            return self.made.tell_without_plan(&store, &self.plan);
        };
        let done = segmented::segment_done(&store, &plan, self.index)?;
        let (number, count) = (self.index, plan.parts.len());
        println!(
            "part       {number} of {count}, from 0 on, of {}",
            plan.input
        );
        match done {
            Some(marker) => println!(
                "complete   {} frames, {} bytes",
                marker.frames, marker.bytes
            ),
            None => println!("to encode  {} {}", plan.codec, plan.options.join(" ")),
        }
        Ok(())
    }
}

impl Concat {
    pub(super) fn run(self) -> Result<()> {
        stop::watch()?;
        if self.dry_run {
            return self.tell();
        }
        let store = Store::new(Access::Environment)?;
        let Some(plan) = Plan::read(&store, &self.plan)? else {
            return self.made.without_plan(&store, &self.plan);
        };
        let (Joined::Done(record) | Joined::Made(record)) = segmented::concat(&store, &plan)?;
        if let Some(underflows) = &record.underflows {
            warn_of(underflows, "longer parts (--segment-seconds)");
        }
        log::say(&said_done(&plan.output, &record));
        Ok(())
    }
}

impl Concat {
    fn tell(&self) -> Result<()> {
        let store = Store::new(Access::Environment)?;
        let Some(plan) = Plan::read(&store, &self.plan)? else {
            return self.made.tell_without_plan(&store, &self.plan);
        };
        let (record, markers) = segmented::concat_ready(&store, &plan)?;
        if let Some(record) = record {
            println!("{}", said_done(&plan.output, &record));
            return Ok(());
        }
        let frames: u64 = markers.iter().map(|marker| marker.frames).sum();
        let bytes: u64 = markers.iter().map(|marker| marker.bytes).sum();
        println!(
            "parts      {}, {frames} frames, {bytes} bytes",
            markers.len()
        );
        println!("to join    {}", plan.output);
        Ok(())
    }
}

impl Report {
    pub(super) fn run(self) -> Result<()> {
        stop::watch()?;
        let store = Store::new(Access::Environment)?;
        let summary = Summary::make(&store, &self.list, &self.report)?;
        for outcome in &summary.outcomes {
            if let Some(error) = &outcome.error {
                log::error(&said_of(&outcome.input, error));
            }
        }
        let (done, failed, report) = (summary.done, summary.failed, &self.report);
        log::say(&format!("{done} videos done, {failed} failed: {report}"));
        summary.check()
    }
}

impl Made {
    fn without_plan(&self, store: &Store, plan: &Location) -> Result<()> {
        self.say(plan, |output, id| {
            segmented::done_already(store, plan, output, id)
        })
    }

    fn tell_without_plan(&self, store: &Store, plan: &Location) -> Result<()> {
        self.say(plan, |output, id| Record::find(store, output, id))
    }

    fn say(
        &self,
        plan: &Location,
        find: impl FnOnce(&Location, &str) -> Result<Option<Record>>,
    ) -> Result<()> {
        let (Some(output), Some(id)) = (&self.output, &self.id) else {
            return Err(Error::missing(plan));
        };
        let record = find(output, id)?.ok_or_else(|| Error::missing(plan))?;
        log::say(&said_done(&output.to_string(), &record));
        Ok(())
    }
}

/// A part is encoded without knowledge of the others, and so is what a session encodes.
pub(super) fn warn_of(underflows: &Underflows, remedy: &str) {
    let (pictures, worst) = (underflows.pictures, underflows.worst_picture);
    let bits = underflows.worst_missing_bits;
    log::say(&format!(
        "warning: {pictures} pictures come too late for a decoder that gets no more than the highest \
         bit rate and buffers a second of it; picture {worst} lacks {bits} bits. That matters for \
         broadcasting, not for files: {remedy} or a lower --max-bitrate help"
    ));
}

pub(super) fn said_done(output: &str, record: &Record) -> String {
    let (frames, bytes) = (record.frames, record.output_bytes);
    format!("{output} is complete: {frames} frames, {bytes} bytes")
}
