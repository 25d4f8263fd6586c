//! What an output was made of, and how, written beside it when it is complete.

use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::job::Job;
use crate::json;
use crate::store::{Location, Store};

/// What an output was made of, and how: `clip.mp4.json` beside `clip.mp4`.
///
/// By it a job that is run again knows that there is nothing left to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to a file
pub struct Record {
    /// Stands for the input, its version, the output and the options.
    pub id: String,
    /// The input.
    pub input: String,
    /// Its version.
    pub input_version: String,
    /// The options.
    pub options: Vec<String>,
    /// The version of the output that this is about.
    pub output_version: String,
    /// Its size in bytes.
    pub output_bytes: u64,
    /// How many pictures there are in it.
    pub frames: u64,
    /// Where parts, or what several sessions made, together do not keep to the bit rate, if one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub underflows: Option<Underflows>,
}

/// How a decoder fares that gets bits at the highest rate asked for and buffers those of a second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to a file
pub struct Underflows {
    /// How many pictures are not all there when they are due.
    pub pictures: u64,
    /// Which lacks most, in the order of decoding, from 0 on.
    pub worst_picture: u64,
    /// How many bits of it.
    pub worst_missing_bits: u64,
}

impl Underflows {
    /// `None` when there are none.
    pub(crate) fn of(underflows: nvenc::parallel::Underflows) -> Option<Self> {
        let worst = underflows.worst?;
        Some(Self {
            pictures: underflows.count,
            worst_picture: worst.picture,
            worst_missing_bits: worst.missing_bits,
        })
    }
}

impl Record {
    /// What stands for a job: the same input, output and options have the same.
    pub fn id(job: &Job, input_version: &str, options: &[String]) -> String {
        let what = [
            job.input.to_string(),
            input_version.to_owned(),
            job.target().to_string(),
            options.join("\n"),
        ];
        let mut id = json::digest(what.join("\0").as_bytes());
        id.truncate(16);
        id
    }

    /// Whether the output is there already, made by the job that `id` stands for.
    ///
    /// # Errors
    /// The record or the output cannot be read.
    pub fn find(store: &Store, output: &Location, id: &str) -> Result<Option<Self>> {
        let record = Self::read(store, output)?;
        Ok(record.filter(|record| record.id == id))
    }

    /// The record of an output; `None` if the output is not the one that it is about.
    ///
    /// # Errors
    /// The record or the output cannot be read.
    pub fn read(store: &Store, output: &Location) -> Result<Option<Self>> {
        let Some(record) = json::read::<Self>(store, &Self::place(output))? else {
            return Ok(None);
        };
        let version = store.version(output)?;
        let same = version.as_deref() == Some(&record.output_version);
        Ok(Some(record).filter(|_| same))
    }

    /// Removes it, so that the output is made again.
    ///
    /// # Errors
    /// It cannot be removed.
    pub fn remove(store: &Store, output: &Location) -> Result<()> {
        Ok(store.remove(&Self::place(output))?)
    }

    /// Writes it beside the output.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, store: &Store, output: &Location) -> Result<()> {
        json::write(store, &Self::place(output), self)
    }

    fn place(output: &Location) -> Location {
        output.with_suffix(".json")
    }
}
