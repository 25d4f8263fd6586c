//! What became of the videos of a folder: each job notes its own, and a last job puts that together.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::exit::Exit;
use crate::job::Job;
use crate::json;
use crate::list::List;
use crate::stop;
use crate::store::{Location, Store};

/// What became of one video.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to a file
pub struct Outcome {
    /// The video that was read.
    pub input: String,
    /// Where the result goes.
    pub output: String,
    /// The exit status of a job for this video alone, by its name.
    pub status: Exit,
    /// Frames in the output.
    pub frames: Option<u64>,
    /// How long the job's last try took.
    pub seconds: f64,
    /// Why there is no output.
    pub error: Option<String>,
}

/// What became of all of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to a file
pub struct Summary {
    /// That of the list.
    pub id: String,
    /// The folder of the inputs.
    pub input: String,
    /// The folder of the outputs.
    pub output: String,
    /// How many outputs are complete.
    pub done: usize,
    /// How many are not.
    pub failed: usize,
    /// In the order of the inputs' names.
    pub outcomes: Vec<Outcome>,
}

impl Outcome {
    /// What became of `job`, which took `time` and made so many frames.
    pub fn new(job: &Job, time: Duration, frames: &Result<u64>) -> Self {
        let error = frames.as_ref().err();
        Self {
            input: job.input.to_string(),
            output: job.target().to_string(),
            status: error.map_or(Exit::Done, Error::exit),
            frames: frames.as_ref().ok().copied(),
            seconds: time.as_secs_f64(),
            error: error.map(ToString::to_string),
        }
    }

    /// Notes it for the report on `list`.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, store: &Store, list: &List, number: usize) -> Result<()> {
        json::write(store, &list.outcome(number)?, self)
    }

    fn read(store: &Store, list: &List, number: usize) -> Result<Self> {
        let outcome = json::read(store, &list.outcome(number)?)?;
        Ok(outcome.unwrap_or_else(|| Self {
            input: list.names.get(number).cloned().unwrap_or_default(),
            output: String::new(),
            status: Exit::TryAgain,
            frames: None,
            seconds: 0.0,
            error: Some("its job did not get to its end".to_owned()),
        }))
    }
}

impl Summary {
    /// Puts together what the jobs of the list at `list` have noted, writes that to `report`, and
    /// then removes their notes and the list. Once it is written there is no more to put together.
    ///
    /// # Errors
    /// Something cannot be read or written; nothing is lost then.
    pub fn make(store: &Store, list: &Location, report: &Location) -> Result<Self> {
        let summary = match json::read(store, report)? {
            Some(summary) => summary,
            None => Self::put_together(store, list, report)?,
        };
        let place = List::place_of(&summary.output.parse()?, &summary.id);
        if *list == place {
            store.remove_folder_of(&place)?;
        }
        Ok(summary)
    }

    fn put_together(store: &Store, at: &Location, report: &Location) -> Result<Self> {
        let list = List::read(store, at)?.ok_or_else(|| Error::missing(at))?;
        let mut outcomes = Vec::with_capacity(list.names.len());
        for number in 0..list.names.len() {
            stop::check()?;
            outcomes.push(Outcome::read(store, &list, number)?);
        }
        let done = outcomes.iter().filter(|one| one.error.is_none()).count();
        let summary = Self {
            id: list.id,
            input: list.input,
            output: list.output,
            done,
            failed: outcomes.len() - done,
            outcomes,
        };
        json::write(store, report, &summary)?;
        Ok(summary)
    }

    /// Fails when one of them failed.
    ///
    /// # Errors
    /// [`Error::Several`]
    pub fn check(&self) -> Result<()> {
        let statuses = self.outcomes.iter().map(|outcome| match outcome.status {
            Exit::TryAgain => Exit::WrongResult, // of the input: the report stays as it is
            status => status,
        });
        let failed: Vec<_> = statuses.filter(|status| *status != Exit::Done).collect();
        match failed.is_empty() {
            true => Ok(()),
            false => Err(Error::Several(failed)),
        }
    }
}
