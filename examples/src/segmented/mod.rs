//! One video, many jobs: it is split at key pictures, each part is encoded by a job of its own, and
//! a last job puts them together.
//!
//! ```text
//! submit   reads the index, writes OUTPUT.work/ID/plan.json, starts the others
//! segment  reads its part, writes OUTPUT.work/ID/00042.mp4, and then 00042.json
//! concat   checks all of them, writes OUTPUT, then OUTPUT.json, and then removes OUTPUT.work/ID
//! ```
//!
//! Each step appears whole or not at all, and is only taken as done by the file that is written
//! after it. So any of the jobs may be killed at any moment and run again.

mod batch;
mod concat;
mod headers;
mod plan;
mod record;
mod segment;

pub use batch::{Jobs, Submission, print_commands, print_list_command, submit, submit_list};
pub use concat::{Concat, concat};
pub use plan::Plan;
pub use record::Record;
pub use segment::{Marker, Segment, segment};

use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use crate::error::{Error, Result};
use crate::store::{self, Location, Store};

/// A number that tells this content from others, in hexadecimal digits.
fn digest(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// `None` if nothing is there.
fn read_json<T: DeserializeOwned>(store: &Store, at: &Location) -> Result<Option<T>> {
    let bytes = match store.read(at) {
        Ok(bytes) => bytes,
        Err(store::Error::Missing { .. }) => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let read = serde_json::from_slice(&bytes);
    read.map(Some)
        .map_err(|error| Error::BadInput(format!("{at} was not written by this program: {error}")))
}

fn write_json(store: &Store, at: &Location, value: &impl Serialize) -> Result<()> {
    let json = serde_json::to_vec_pretty(value);
    let json = json.map_err(|error| Error::WrongResult(error.to_string()))?;
    Ok(store.write(at, &json)?)
}
