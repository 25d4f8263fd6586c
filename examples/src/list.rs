//! All videos of a folder, one job each.

use std::collections::BTreeMap;
use std::process;
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result};
use crate::job::{Job, Settings};
use crate::json;
use crate::segmented::LONGEST_ARRAY;
use crate::store::{Location, Store};

/// The inputs of a folder, in the order of their names, and where their outputs go.
///
/// It is written to a file, so that the jobs of an array agree on which of them does which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to a file
pub struct List {
    /// Tells it from every other list.
    pub id: String,
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
    /// * [`Error::Usage`]: the output is no folder, or the same one, or two inputs would make one
    ///   output
    /// * [`Error::BadInput`]: there is nothing in the folder
    /// * others: it cannot be read
    pub fn make(
        store: &Store,
        input: &Location,
        output: &Location,
        settings: &Settings,
    ) -> Result<Self> {
        check_folders(input, output)?;
        let mut found = store.list(input)?;
        // What was made of a folder is not made of again.
        if let Some(inner) = output.real().below(&input.real()) {
            let made = input.clone().join(&inner);
            found.retain(|object| object.below(&made).is_none());
        }
        let names = found.iter().filter_map(|object| object.below(input));
        let list = Self {
            id: new_id(output),
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

    /// Whether AWS Batch takes an array of so many jobs.
    ///
    /// # Errors
    /// [`Error::Usage`]
    pub fn check_length(&self) -> Result<()> {
        match self.names.len() {
            0..=LONGEST_ARRAY => Ok(()),
            count => Err(Error::Usage(format!(
                "{} has {count} inputs, AWS Batch takes {LONGEST_ARRAY} at once: submit the folders \
                 in it one by one",
                self.input
            ))),
        }
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

    /// Writes it to its place, and tells where that is.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn write(&self, store: &Store) -> Result<Location> {
        let at = self.place()?;
        json::write(store, &at, self)?;
        Ok(at)
    }

    /// Reads one; `None` if it is not there.
    ///
    /// # Errors
    /// It cannot be read, or is no list.
    pub fn read(store: &Store, at: &Location) -> Result<Option<Self>> {
        json::read(store, at)
    }

    /// Where it is written.
    ///
    /// # Errors
    /// The output's name is none.
    pub fn place(&self) -> Result<Location> {
        self.file("list.json")
    }

    /// Where the list of this number is, among the lists for the same folder of outputs.
    pub(crate) fn place_of(output: &Location, id: &str) -> Location {
        Self::work(output, id, "list.json")
    }

    fn work(output: &Location, id: &str, name: &str) -> Location {
        output.clone().join(&format!("list.work/{id}/{name}"))
    }

    /// Where the job of this number notes what became of it.
    pub(crate) fn outcome(&self, number: usize) -> Result<Location> {
        self.file(&format!("{number:05}.json"))
    }

    /// Where the report goes: beside the outputs.
    ///
    /// # Errors
    /// The output's name is none.
    pub fn report(&self) -> Result<Location> {
        let output: Location = self.output.parse()?;
        Ok(output.join(&format!("report-{}.json", self.id)))
    }

    fn file(&self, name: &str) -> Result<Location> {
        Ok(Self::work(&self.output.parse()?, &self.id, name))
    }
}

fn check_folders(input: &Location, output: &Location) -> Result<()> {
    if !output.is_folder() {
        return Err(Error::Usage(format!(
            "{input} is a folder, so the output must be one, too: write {output}/"
        )));
    }
    if output
        .real()
        .below(&input.real())
        .is_some_and(|name| name.is_empty())
    {
        return Err(Error::Usage(format!(
            "the outputs would lie among the inputs and be taken for some the next time: \
                 write another folder, such as {}",
            output.clone().join("encoded/")
        )));
    }
    Ok(())
}

/// What one submission's jobs have noted must not be taken for what another's have.
fn new_id(output: &Location) -> String {
    let time = SystemTime::now().duration_since(UNIX_EPOCH);
    let what = format!("{output} {} {time:?}", process::id());
    let mut id = json::digest(what.as_bytes());
    id.truncate(16);
    id
}

#[cfg(test)]
mod tests {
    use crate::store::Access;

    use super::*;

    /// As when a bucket is encoded into a folder of it.
    #[test]
    fn outputs_are_no_inputs() {
        let folder = tempfile::tempdir().unwrap();
        let input = Location::File(folder.path().to_owned());
        let store = Store::new(Access::Environment).unwrap();
        for name in ["a.webm", "b/c.webm", "out/a.hevc"] {
            store.write(&input.clone().join(name), b"some").unwrap();
        }
        let listed = |output: &Location| {
            let settings = Settings::default();
            List::make(&store, &input, output, &settings).map(|list| list.names)
        };
        let within = listed(&input.clone().join("out/")).unwrap();
        assert_eq!(within, ["a.webm", "b/c.webm"]);
        let beside = tempfile::tempdir().unwrap();
        let all = listed(&Location::File(beside.path().to_owned())).unwrap();
        assert_eq!(all, ["a.webm", "b/c.webm", "out/a.hevc"]);
        let same = listed(&input.clone().join(".")).unwrap_err().to_string();
        assert!(same.ends_with("encoded/"), "{same}");
    }
}
