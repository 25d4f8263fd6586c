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

pub use batch::{Jobs, Submission, Work};
pub use concat::{Concat, concat, concat_ready, done_already};
pub use plan::Plan;
pub use record::{Record, Underflows};
pub use segment::{Marker, Segment, segment, segment_done};

use crate::error::Result;
use crate::store::{Location, Store};

/// AWS Batch takes arrays of this many jobs at most.
pub(crate) const LONGEST_ARRAY: usize = 10_000;

/// Removes what an earlier try of a plan has made, and the record of its output, so that all of it
/// is made again.
///
/// # Errors
/// It cannot be removed.
pub fn forget(store: &Store, plan: &Plan) -> Result<()> {
    Record::remove(store, &plan.target()?)?;
    clean_up(store, &plan.place()?)
}

/// Removes a plan that is done with, and all that is beside it: segments, markers, and what jobs
/// have left that were killed or came too late. The plan goes last: with it this can be done again.
fn clean_up(store: &Store, plan: &Location) -> Result<()> {
    Ok(store.remove_folder_of(plan)?)
}
