//! The job that puts the segments together.

use nvenc::parallel::LeakyBucket;

use super::headers::digest_of_headers;
use super::{Marker, Plan, Record, Underflows, clean_up};
use crate::demux::{self, Demux};
use crate::error::{Error, Result};
use crate::job::open_sound;
use crate::mux::{Coded, Muxer, Video};
use crate::progress::Progress;
use crate::stop;
use crate::store::{Location, Store};

/// What was put together.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Concat {
    /// The output was there already.
    Done(Record),
    /// It was made now.
    Made(Record),
}

/// Puts the segments of a plan together, and then removes them and the plan.
///
/// # Errors
/// * [`Error::BadInput`]: segments are missing, or were replaced
/// * [`Error::WrongResult`]: they do not fit together
/// * others: something cannot be read or written
pub fn concat(store: &Store, plan: &Plan) -> Result<Concat> {
    let output = plan.target()?;
    if let Some(record) = Record::find(store, &output, &plan.id)? {
        clean_up(store, &plan.place()?)?;
        return Ok(Concat::Done(record));
    }
    let markers = markers(store, plan)?;
    let frames = markers.iter().map(|marker| marker.frames).sum();
    let (bytes, underflows) = join(store, plan, &markers, frames)?;
    let record = Record {
        id: plan.id.clone(),
        input: plan.input.clone(),
        input_version: plan.input_version.clone(),
        options: plan.options.clone(),
        output_version: store.version(&output)?.unwrap_or_default(),
        output_bytes: bytes,
        frames,
        underflows,
    };
    record.write(store, &output)?;
    clean_up(store, &plan.place()?)?;
    Ok(Concat::Made(record))
}

/// Whether the segments can be put together: the output's record if that was done before, else their
/// markers, checked against the plan and each other.
///
/// # Errors
/// Those of [`concat()`] but for writing.
pub fn concat_ready(store: &Store, plan: &Plan) -> Result<(Option<Record>, Vec<Marker>)> {
    match Record::find(store, &plan.target()?, &plan.id)? {
        Some(record) => Ok((Some(record), Vec::new())),
        None => Ok((None, markers(store, plan)?)),
    }
}

/// The record of an output whose plan, of this number, is gone: the plan is removed last of all, so
/// nothing is left to do for a job that was killed after that, or that came twice. What it left is
/// removed, too.
///
/// # Errors
/// The record cannot be read, or what is left not be removed.
pub fn done_already(
    store: &Store,
    plan: &Location,
    output: &Location,
    id: &str,
) -> Result<Option<Record>> {
    let record = Record::find(store, output, id)?;
    let name = plan.below(&output.with_suffix(".work/"));
    // One folder in there is this plan's, and no other.
    if record.is_some() && name.is_some_and(|name| name.matches('/').count() == 1) {
        clean_up(store, plan)?;
    }
    Ok(record)
}

/// All of them, each checked against the plan and the one before it.
fn markers(store: &Store, plan: &Plan) -> Result<Vec<Marker>> {
    let mut markers: Vec<Marker> = Vec::with_capacity(plan.parts.len());
    for number in 0..plan.parts.len() {
        stop::check()?;
        let Some(marker) = Marker::find(store, plan, number)? else {
            return Err(Error::BadInput(format!(
                "segment {number} is missing or was replaced: run s3-batch segment --plan {} \
                 --index {number}",
                plan.place()?
            )));
        };
        marker.check(plan)?;
        if let Some(before) = markers.last() {
            check_neighbours(before, &marker)?;
        }
        markers.push(marker);
    }
    Ok(markers)
}

fn check_neighbours(before: &Marker, marker: &Marker) -> Result<()> {
    let number = marker.number;
    if before.last >= marker.first {
        return wrong(format!(
            "segment {number} begins before the one before it ends"
        ));
    }
    if before.headers != marker.headers {
        return wrong(format!(
            "segment {number} has other parameter sets than the one before it: encode all of them \
             on GPUs of one kind"
        ));
    }
    Ok(())
}

/// How many bytes it is, and whether the segments fit into a decoder's buffer one after the other.
fn join(
    store: &Store,
    plan: &Plan,
    markers: &[Marker],
    frames: u64,
) -> Result<(u64, Option<Underflows>)> {
    let job = plan.job()?;
    let ((format, _), codec) = (job.kind(), plan.codec()?);
    let time_base = plan.time_base();
    let video = Video {
        codec,
        time_base: nvdec::Rational::new(1, time_base.den),
        frame_rate: plan.frame_rate(),
        frames: Some(frames),
    };
    let output = plan.target()?;
    let sound = open_sound(store, &job.input, &plan.input_version, format)?;
    let mut joined = Joined {
        muxer: Muxer::with_sound(store, &output, format, video, sound)?,
        bucket: job.settings.coding.bucket(plan.frame_rate())?,
        progress: Progress::start("concat", Some(frames)),
        codec,
        scale: i64::from(time_base.num),
    };
    for marker in markers {
        joined.add(store, &plan.segment(marker.number)?, marker)?;
    }
    let underflows = joined.bucket.as_ref().map(LeakyBucket::underflows);
    let underflows = underflows.and_then(Underflows::of);
    Ok((joined.muxer.finish()?, underflows))
}

struct Joined {
    muxer: Muxer,
    bucket: Option<LeakyBucket>,
    progress: Progress,
    codec: nvenc::Codec,
    /// Units of the segments' times in one of the input's.
    scale: i64,
}

impl Joined {
    fn add(&mut self, store: &Store, at: &Location, marker: &Marker) -> Result<()> {
        let mut segment = open(store, at, marker)?;
        if marker.number == 0 {
            self.muxer.show(segment.info().appearance);
        }
        let index = segment.index()?.unwrap_or_default();
        if index.times.len() as u64 != marker.frames {
            return wrong(format!("{at} does not hold what its marker says"));
        }
        let start = marker.first.saturating_mul(self.scale);
        let times = index.times.iter();
        times.for_each(|time| self.muxer.expect(start.saturating_add(*time)));
        let mut is_first = true;
        while let Some(packet) = segment.next()? {
            stop::check()?;
            if is_first && digest_of_headers(self.codec, packet.data) != marker.headers {
                return wrong(format!("{at} does not begin as its marker says"));
            }
            is_first = false;
            if let Some(bucket) = &mut self.bucket {
                bucket.take(packet.data.len());
            }
            self.muxer.write(Coded {
                data: packet.data,
                pts: start.saturating_add(packet.pts),
                keyframe: packet.keyframe,
            })?;
            self.progress.frame();
        }
        Ok(())
    }
}

fn open(store: &Store, at: &Location, marker: &Marker) -> Result<Box<dyn Demux>> {
    let reader = store.open(at)?;
    let bytes = reader.size();
    if !marker.is_about(&reader) {
        return Err(Error::BadInput(format!(
            "{at} was replaced while it was needed: run this job again"
        )));
    }
    Ok(demux::open(reader, bytes, &at.to_string(), None)?)
}

fn wrong<T>(why: String) -> Result<T> {
    Err(Error::WrongResult(why))
}
