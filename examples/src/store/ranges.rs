//! Reading an object block by block.
//!
//! One long GET that is read at the encoder's pace would outlive its time limits, so the object
//! is fetched in blocks by ranges, some ahead of their use once reading is sequential. All ranges
//! are of the same version of the object: the one that was there at the start.

use std::collections::VecDeque;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use bytes::Bytes;
use object_store::{GetOptions, ObjectStore as _};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;

use super::s3::{Object, wait};
use super::{Error, Result};

/// Large enough that requests are few, small enough that one ends well within its time limit.
const BLOCK: u64 = 8 << 20;

/// The same where a part of an object is read: what lies around it is not wanted.
const SMALL_BLOCK: u64 = 1 << 20;

/// How many bytes are fetched ahead. It begins with a block, and doubles with each that is used.
const AHEAD: u64 = 32 << 20;

/// How many blocks stay for going back: an index at the end, and the data between two tracks.
const KEPT: usize = 3;

#[derive(Debug)]
pub(super) struct RangeReader {
    object: Object,
    runtime: Arc<Runtime>,
    size: u64,
    e_tag: Option<String>,
    block: u64,
    /// How many blocks are fetched ahead now.
    ahead: u64,
    /// Nothing is fetched ahead from here on.
    end: u64,
    position: u64,
    last: Option<u64>,
    kept: VecDeque<(u64, Bytes)>,
    coming: VecDeque<(u64, JoinHandle<Result<Bytes>>)>,
}

impl RangeReader {
    pub(super) fn new(
        object: Object,
        runtime: Arc<Runtime>,
        size: u64,
        e_tag: Option<String>,
    ) -> Self {
        Self {
            object,
            runtime,
            size,
            e_tag,
            block: BLOCK,
            ahead: 1,
            end: size,
            position: 0,
            last: None,
            kept: VecDeque::with_capacity(KEPT + 1),
            coming: VecDeque::new(),
        }
    }

    /// Reads in small blocks, and ahead no further than `end`.
    pub(super) fn only_a_part(&mut self, end: u64) {
        self.in_small_blocks();
        self.end = end.min(self.size);
    }

    /// Reads in small blocks.
    pub(super) fn in_small_blocks(&mut self) {
        self.block = SMALL_BLOCK;
        self.kept.clear();
        while !self.coming.is_empty() {
            self.drop_first();
        }
    }

    /// Tells this version of the object from others.
    pub(super) fn version(&self) -> Option<&str> {
        self.e_tag.as_deref()
    }

    pub(super) fn size(&self) -> u64 {
        self.size
    }

    fn block(&mut self, index: u64) -> Result<Bytes> {
        if let Some((_, block)) = self.kept.iter().find(|(kept, _)| *kept == index) {
            return Ok(block.clone());
        }
        let block = self.fetch(index)?;
        match self.last.replace(index).map(|last| last + 1) == Some(index) {
            true => self.read_ahead(index),
            false => self.ahead = 1,
        }
        self.keep(index, block.clone());
        Ok(block)
    }

    fn fetch(&mut self, index: u64) -> Result<Bytes> {
        while self.coming.front().is_some_and(|(next, _)| *next != index) {
            self.drop_first();
        }
        if self.coming.is_empty() {
            self.request(index);
        }
        match self.coming.pop_front() {
            Some((_, coming)) => self.wait(coming),
            None => Ok(Bytes::new()),
        }
    }

    fn wait(&self, coming: JoinHandle<Result<Bytes>>) -> Result<Bytes> {
        let joined = wait(&self.runtime, coming)?;
        joined.unwrap_or_else(|error| Err(self.object.failed(error.into())))
    }

    fn read_ahead(&mut self, index: u64) {
        let first = self.coming.back().map_or(index, |(last, _)| *last) + 1;
        let end = (index + 1 + self.ahead).min(self.end.div_ceil(self.block));
        self.ahead = (2 * self.ahead).min(self.most_ahead());
        for ahead in first..end {
            self.request(ahead);
        }
    }

    /// In blocks. Small ones are read where it is not sure that the next one is wanted.
    fn most_ahead(&self) -> u64 {
        (AHEAD / BLOCK).max(AHEAD / 4 / self.block)
    }

    fn request(&mut self, index: u64) {
        let start = index * self.block;
        let range = start..(start + self.block).min(self.size);
        let task = get(self.object.clone(), range, self.e_tag.clone());
        let coming = self.runtime.spawn(task);
        self.coming.push_back((index, coming));
    }

    fn keep(&mut self, index: u64, block: Bytes) {
        self.kept.push_back((index, block));
        if self.kept.len() > KEPT {
            self.kept.pop_front();
        }
    }

    fn drop_first(&mut self) {
        if let Some((_, task)) = self.coming.pop_front() {
            task.abort();
        }
    }
}

impl Drop for RangeReader {
    fn drop(&mut self) {
        while !self.coming.is_empty() {
            self.drop_first();
        }
    }
}

impl Read for RangeReader {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.size {
            return Ok(0);
        }
        let block = self.block(self.position / self.block)?;
        let rest = block
            .get((self.position % self.block) as usize..)
            .unwrap_or(&[]);
        let count = rest.len().min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for RangeReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
            SeekFrom::End(by) => self.size.checked_add_signed(by),
        };
        self.position = position.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}

/// Some stores ignore If-Match, so the answer's own ETag is compared, too.
async fn get(object: Object, range: Range<u64>, e_tag: Option<String>) -> Result<Bytes> {
    let options = GetOptions::new()
        .with_range(Some(range))
        .with_if_match(e_tag.clone());
    let answer = object.client.get_opts(&object.path, options).await;
    let answer = answer.map_err(|error| object.failed(error))?;
    if answer.meta.e_tag != e_tag {
        return Err(Error::Changed {
            location: object.location,
        });
    }
    let bytes = answer.bytes().await;
    let bytes = bytes.map_err(|error| object.failed(error))?;
    object
        .fetched
        .fetch_add(bytes.len() as u64, Ordering::Relaxed);
    Ok(bytes)
}
