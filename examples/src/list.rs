//! All videos of a folder, one job each.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::error::{Error, Result};
use crate::job::{Job, Settings};
use crate::store::{Location, Store};

/// The inputs of a folder, in the order of their names, and where their outputs go.
///
/// It is written to a file, so that the jobs of an array agree on which of them does which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to a file
pub struct List {
    /// The folder of the inputs.
    pub input: String,
    /// The folder of the outputs.
    pub output: String,
    /// The inputs, without the folder's name.
    pub names: Vec<String>,
}

impl List {
    /// Lists what is in a folder, and in folders in it.
    ///
    /// # Errors
    /// * [`Error::Usage`]: the output is no folder, or two inputs would make one output
    /// * [`Error::BadInput`]: there is nothing in the folder
    /// * others: it cannot be read
    pub fn make(
        store: &Store,
        input: &Location,
        output: &Location,
        settings: &Settings,
    ) -> Result<Self> {
        if !output.is_folder() {
            return Err(Error::Usage(format!(
                "{input} is a folder, so the output must be one, too: write {output}/"
            )));
        }
        let found = store.list(input)?;
        let names = found.iter().filter_map(|object| object.below(input));
        let list = Self {
            input: input.to_string(),
            output: output.to_string(),
            names: names.collect(),
        };
        if list.names.is_empty() {
            return Err(Error::BadInput(format!("there is nothing in {input}")));
        }
        list.check(settings)?;
        Ok(list)
    }

    fn check(&self, settings: &Settings) -> Result<()> {
        let mut made_of = BTreeMap::new();
        for number in 0..self.names.len() {
            let job = self.job(number, settings)?;
            let output = job.target().to_string();
            if let Some(other) = made_of.insert(output.clone(), number) {
                let (one, other) = (&self.names[number], &self.names[other]);
                return Err(Error::Usage(format!(
                    "{other} and {one} would both make {output}"
                )));
            }
        }
        Ok(())
    }

    /// The job of this number.
    ///
    /// # Errors
    /// [`Error::Usage`]: there are not so many
    pub fn job(&self, number: usize, settings: &Settings) -> Result<Job> {
        let (input, output): (Location, Location) = (self.input.parse()?, self.output.parse()?);
        let Some(name) = self.names.get(number) else {
            let count = self.names.len();
            return Err(Error::Usage(format!(
                "there is no input {number}: the list has {count}, from 0 on"
            )));
        };
        let folder = name
            .rsplit_once('/')
            .map(|(folder, _)| format!("{folder}/"));
        Ok(Job {
            input: input.join(name),
            output: output.join(&folder.unwrap_or_default()),
            settings: settings.clone(),
        })
    }

    /// Writes it into the output's folder, and tells where.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, store: &Store) -> Result<Location> {
        let json = serde_json::to_vec_pretty(self);
        let json = json.map_err(|error| Error::WrongResult(error.to_string()))?;
        let digest = Sha256::digest(&json);
        let id: String = digest
            .iter()
            .take(8)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let output: Location = self.output.parse()?;
        let at = output.join(&format!("list.work/{id}.json"));
        store.write(&at, &json)?;
        Ok(at)
    }

    /// Reads one.
    ///
    /// # Errors
    /// It is not there, or no list.
    pub fn read(store: &Store, at: &Location) -> Result<Self> {
        let read = serde_json::from_slice(&store.read(at)?);
        read.map_err(|error| Error::BadInput(format!("{at} is no list of inputs: {error}")))
    }
}
