//! The job that encodes one part.

use std::io;

use serde::{Deserialize, Serialize};

use super::Plan;
use super::headers::digest_of_headers;
use crate::demux;
use crate::device::Device;
use crate::error::{Error, Result};
use crate::job::{Part, Report, Source};
use crate::json;
use crate::store::{self, Location, Reader, Store};

/// What tells that a segment is complete, written when it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to a file
pub struct Marker {
    /// Stands for the plan.
    pub plan: String,
    /// Which part it is, from 0 on.
    pub number: usize,
    /// How many pictures there are in it.
    pub frames: u64,
    /// When the first of them is shown, in units of the input's times.
    pub first: i64,
    /// When the last is shown.
    pub last: i64,
    /// The size of the segment in bytes.
    pub bytes: u64,
    /// Which version of the segment this is about.
    pub version: String,
    /// Stands for the parameter sets of its pictures.
    pub headers: String,
}

/// How a part was made.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Segment {
    /// It was there already.
    Done(Marker),
    /// It was encoded now.
    Made(Marker, Report),
}

/// The marker of a part that was encoded before; `None` if it still is to be.
///
/// # Errors
/// * [`Error::Usage`]: there is no part of that number
/// * others: it cannot be read
pub fn segment_done(store: &Store, plan: &Plan, number: usize) -> Result<Option<Marker>> {
    part(plan, number)?;
    Marker::find(store, plan, number)
}

fn part(plan: &Plan, number: usize) -> Result<&Part> {
    let count = plan.parts.len();
    let none = || format!("there is no segment {number}: the plan has {count}, from 0 on");
    plan.parts.get(number).ok_or_else(|| Error::Usage(none()))
}

/// Encodes a part of the plan, unless that was done before.
///
/// # Errors
/// * [`Error::Usage`]: there is no part of that number
/// * [`Error::BadInput`]: the input was replaced since it was split, or is damaged
/// * [`Error::System`]: another job has written the same segment; another try finds it
/// * those of [`Job::run`](crate::job::Job::run)
pub fn segment(store: &Store, plan: &Plan, number: usize, device: &Device) -> Result<Segment> {
    if let Some(marker) = segment_done(store, plan, number)? {
        return Ok(Segment::Done(marker));
    }
    let part = part(plan, number)?;
    let job = plan.job_of(number)?;
    let (size, version) = (job.settings.size, &plan.input_version);
    let source = Source::open_part(store, &job.input, size, version, part)?;
    let report = job.run(source, store, device)?;
    let marker = Marker::of(store, plan, number, &report)?;
    marker.check(plan)?;
    json::write(store, &plan.marker(number)?, &marker)?;
    Ok(Segment::Made(marker, report))
}

impl Marker {
    /// The marker of a segment that is complete, and still the one that it was.
    pub(super) fn find(store: &Store, plan: &Plan, number: usize) -> Result<Option<Self>> {
        let Some(marker) = json::read::<Self>(store, &plan.marker(number)?)? else {
            return Ok(None);
        };
        if marker.plan != plan.work {
            return Ok(None);
        }
        match store.open(&plan.segment(number)?) {
            Ok(segment) => Ok(Some(marker).filter(|marker| marker.is_about(&segment))),
            Err(store::Error::Missing { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Whether this is the segment that it was written for.
    pub(super) fn is_about(&self, segment: &Reader) -> bool {
        segment.version() == self.version && segment.size() == self.bytes
    }

    fn of(store: &Store, plan: &Plan, number: usize, report: &Report) -> Result<Self> {
        let at = plan.segment(number)?;
        let segment = store.open(&at)?;
        if segment.size() != report.output_bytes {
            let what = "another job writes the same segment";
            return Err(Error::system(what)(io::Error::other(at.to_string())));
        }
        let (first, last) = report.shown.unwrap_or_default();
        Ok(Self {
            plan: plan.work.clone(),
            number,
            frames: report.frames,
            first,
            last,
            bytes: report.output_bytes,
            version: segment.version(),
            headers: headers(segment, plan, &at)?,
        })
    }

    /// Whether it holds the part of the plan, and nothing else.
    pub(super) fn check(&self, plan: &Plan) -> Result<()> {
        let part = plan.parts.get(self.number).copied().unwrap_or_default();
        let (number, frames) = (self.number, self.frames);
        if let Some(expected) = part.frames.filter(|expected| *expected != frames) {
            return wrong(format!(
                "segment {number} has {frames} pictures, the input {expected}"
            ));
        }
        if let Some(start) = part.start.filter(|start| start.pts != self.first) {
            let (first, start) = (self.first, start.pts);
            return wrong(format!(
                "segment {number} begins at the time {first}, not {start}"
            ));
        }
        match part.end.filter(|end| end.pts <= self.last) {
            Some(_) => wrong(format!("segment {number} ends after the next begins")),
            None => Ok(()),
        }
    }
}

/// Those of the first picture, as they were written.
fn headers(mut segment: Reader, plan: &Plan, at: &Location) -> Result<String> {
    segment.only_a_part(0);
    let size = segment.size();
    let mut demux = demux::open(segment, size, &at.to_string(), None)?;
    let first = demux
        .next()?
        .ok_or_else(|| Error::WrongResult(format!("{at} is empty")))?;
    Ok(digest_of_headers(plan.codec()?, first.data))
}

fn wrong<T>(why: String) -> Result<T> {
    Err(Error::WrongResult(why))
}
