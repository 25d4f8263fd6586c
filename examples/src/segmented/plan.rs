//! Splitting a video at its key pictures, by its container's index.

use nvdec::Rational;
use serde::{Deserialize, Serialize};

use super::{LONGEST_ARRAY, Record};
use crate::demux::{Index, KeyPicture};
use crate::error::{Error, Result};
use crate::job::{Job, Part, Settings, Source};
use crate::json;
use crate::mux::Format;
use crate::options;
use crate::store::{self, Location, Store};

/// The file that a plan is written to.
const PLAN: &str = "plan.json";

/// How a video is split, and what is made of it. It is all that the other jobs are told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(clippy::exhaustive_structs)] // it is written to a file
pub struct Plan {
    /// Stands for the input, its version, the output and the options.
    pub id: String,
    /// Stands for the way it is split, too; the folder of the segments has this name.
    pub work: String,
    /// The video to read.
    pub input: String,
    /// The version of it that is split.
    pub input_version: String,
    /// Its size in bytes.
    pub input_bytes: u64,
    /// Where the result goes.
    pub output: String,
    /// hevc or h264.
    pub codec: String,
    /// How it is encoded, as on the command line.
    pub options: Vec<String>,
    /// The unit of the times of `parts` in seconds.
    pub time_base: [u32; 2],
    /// Frames in a second.
    pub frame_rate: [u32; 2],
    /// Whether the input has an index by which it can be split.
    #[serde(default)]
    pub has_index: bool,
    /// What each of the jobs encodes.
    pub parts: Vec<Part>,
}

impl Plan {
    /// Splits the input into parts of at least so many seconds, but for the last.
    ///
    /// Only the container's index is read. A video without one is one part.
    ///
    /// # Errors
    /// The input cannot be read, or is not one that can be encoded.
    pub fn make(store: &Store, job: &Job, options: Vec<String>, seconds: f64) -> Result<Self> {
        let mut source = Source::open_index(store, &job.input, &job.settings)?;
        let version = source.version().to_owned();
        let rate = source.frame_rate(job.settings.frame_rate);
        let time_base = source.time_base(rate);
        let found = source.index()?;
        let has_index = found.is_some();
        let index = found.unwrap_or_default();
        let codec = match job.codec_of(&source)? {
            nvenc::Codec::H264 => "h264",
            _ => "hevc",
        };
        let id = Record::id(job, &version, &options);
        // A copy is as fast as S3 is.
        let cuts = match job.settings.copy {
            true => Vec::new(),
            false => source.exact(split(&index, seconds / time_base.as_f64()))?,
        };
        let parts = parts(&cuts, &index.times);
        Ok(Self {
            work: work(&id, &parts),
            id,
            input: job.input.to_string(),
            input_version: version,
            input_bytes: source.bytes(),
            output: job.target().to_string(),
            codec: codec.to_owned(),
            options,
            time_base: [time_base.num, time_base.den],
            frame_rate: [rate.num, rate.den],
            has_index,
            parts,
        })
    }

    /// Reads a plan.
    ///
    /// # Errors
    /// It is not there, or no plan.
    pub fn read(store: &Store, at: &Location) -> Result<Option<Self>> {
        let Some(plan) = json::read::<Self>(store, at)? else {
            return Ok(None);
        };
        // All that is in that folder is removed at the end.
        if plan.work.is_empty() || !plan.work.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let work = &plan.work;
            return Err(Error::BadInput(format!(
                "{at}: {work:?} is no plan's folder"
            )));
        }
        Ok(Some(plan))
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

    /// Where it is written.
    ///
    /// # Errors
    /// The output's name is none.
    pub fn place(&self) -> Result<Location> {
        self.file(PLAN)
    }

    /// Plans of the same output whose segments are still kept: of an earlier version of the input, of
    /// other options, or of jobs that are at work. None for who may not look.
    ///
    /// # Errors
    /// The folder cannot be listed.
    pub fn others(&self, store: &Store) -> Result<Vec<Location>> {
        let (work, own) = (self.target()?.with_suffix(".work/"), self.place()?);
        let mut plans = match store.list(&work) {
            Err(store::Error::Missing { .. } | store::Error::Denied { .. }) => Vec::new(),
            listed => listed?,
        };
        plans.retain(|at| at.name() == PLAN && *at != own);
        Ok(plans)
    }

    /// The file in which the job keeps what it is working on.
    pub(super) fn file(&self, name: &str) -> Result<Location> {
        Ok(self
            .target()?
            .with_suffix(&format!(".work/{}/{name}", self.work)))
    }

    /// The segment of this number.
    pub(super) fn segment(&self, number: usize) -> Result<Location> {
        self.file(&format!("{number:05}.mp4"))
    }

    /// What is written when the segment is complete.
    pub(super) fn marker(&self, number: usize) -> Result<Location> {
        self.file(&format!("{number:05}.json"))
    }

    /// Where the result goes.
    pub(super) fn target(&self) -> Result<Location> {
        Ok(self.output.parse()?)
    }

    pub(super) fn job(&self) -> Result<Job> {
        Ok(Job {
            input: self.input.parse()?,
            output: self.target()?,
            settings: Settings::of_words(&self.options)?,
        })
    }

    /// The job that makes a segment.
    pub(super) fn job_of(&self, number: usize) -> Result<Job> {
        let mut job = self.job()?;
        job.output = self.segment(number)?;
        job.settings.codec = Some(self.codec()?);
        job.settings.format = Some(Format::Mp4);
        Ok(job)
    }

    pub(super) fn codec(&self) -> Result<nvenc::Codec> {
        options::codec(&self.codec).map_err(Error::BadInput)
    }

    pub(super) fn time_base(&self) -> Rational {
        Rational::new(self.time_base[0], self.time_base[1])
    }

    pub(super) fn frame_rate(&self) -> Rational {
        Rational::new(self.frame_rate[0], self.frame_rate[1])
    }
}

/// Segments of another split must not be taken for those of this one.
fn work(id: &str, parts: &[Part]) -> String {
    let cuts = parts.iter().filter_map(|part| part.start);
    let cuts: Vec<String> = cuts.map(|key| key.pts.to_string()).collect();
    let mut work = json::digest(format!("{id} {}", cuts.join(" ")).as_bytes());
    work.truncate(16);
    work
}

/// Where parts of at least `length`, in the unit of the index, begin, but not too many of them.
fn split(index: &Index, length: f64) -> Vec<KeyPicture> {
    let mut cuts = cuts(&index.keys, length);
    let mut length = length;
    while cuts.len() >= LONGEST_ARRAY {
        length *= 1.2 * cuts.len() as f64 / LONGEST_ARRAY as f64;
        cuts = self::cuts(&index.keys, length);
    }
    cuts
}

/// What lies between the cuts.
fn parts(cuts: &[KeyPicture], times: &[i64]) -> Vec<Part> {
    let starts = std::iter::once(None).chain(cuts.iter().copied().map(Some));
    let ends = cuts.iter().copied().map(Some).chain([None]);
    let parts = starts.zip(ends);
    parts
        .map(|(start, end)| Part {
            start,
            end,
            frames: frames(times, start, end),
        })
        .collect()
}

/// The key pictures that begin a part, but for the first.
fn cuts(keys: &[KeyPicture], length: f64) -> Vec<KeyPicture> {
    let mut keys = keys.iter();
    let Some(mut last) = keys.next() else {
        return Vec::new();
    };
    let mut cuts = Vec::new();
    for key in keys {
        if key.pts > last.pts && (key.pts - last.pts) as f64 >= length {
            cuts.push(*key);
            last = key;
        }
    }
    cuts
}

fn frames(times: &[i64], start: Option<KeyPicture>, end: Option<KeyPicture>) -> Option<u64> {
    if times.is_empty() {
        return None;
    }
    let before = |key: KeyPicture| times.partition_point(|time| *time < key.pts);
    let (start, end) = (start.map_or(0, before), end.map_or(times.len(), before));
    Some((end - start) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(count: i64, distance: i64) -> Index {
        let mut index = Index::default();
        let key = |number: i64| KeyPicture {
            pts: number * distance,
            offset: number as u64,
        };
        index.keys = (0..count).map(key).collect();
        index.times = (0..count * distance).collect();
        index
    }

    #[test]
    fn parts_touch_and_hold_all() {
        let index = index(10, 50);
        let parts = parts(&split(&index, 120.0), &index.times);
        let starts: Vec<_> = parts
            .iter()
            .map(|part| part.start.map(|key| key.pts))
            .collect();
        assert_eq!(starts, [None, Some(150), Some(300), Some(450)]);
        assert!(parts.windows(2).all(|two| two[0].end == two[1].start));
        assert_eq!(parts[3].end, None);
        let frames: Vec<_> = parts.iter().map(|part| part.frames.unwrap()).collect();
        assert_eq!(frames, [150, 150, 150, 50]);
    }

    #[test]
    fn without_an_index_there_is_one_part() {
        let index = Index::default();
        assert_eq!(parts(&split(&index, 1.0), &[]), [Part::default()]);
    }

    #[test]
    fn never_more_than_batch_takes() {
        let count = split(&index(50_000, 1), 1.0).len() + 1;
        assert!(count <= LONGEST_ARRAY && count > 5_000, "{count}");
    }
}
