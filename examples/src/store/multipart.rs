//! Writing an object part by part, while it is being made.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use object_store::MultipartId;
use object_store::ObjectStoreExt as _;
use object_store::multipart::{MultipartStore as _, PartId};
use tokio::runtime::Runtime;
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::timeout;

use super::s3::{Object, wait};
use super::{Error, Result, patch};
use crate::stop::{self, Undo};

/// The size of the first parts; S3 refuses parts of less than 5 MiB, but for the last.
const PART: usize = 8 << 20;

/// How much may be on its way to S3 before writing waits.
const IN_FLIGHT: usize = 64 << 20;

/// How long an upload that is given up waits for the parts that are on their way.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long the abort may take when the program is about to end.
const LAST_WORD: Duration = Duration::from_millis(1500);

/// An upload that drop aborts, so that no parts stay behind to be paid for.
///
/// An object that fits into one part is put whole at the end. The first part goes last when its
/// beginning may still be patched.
#[derive(Debug)]
pub(super) struct MultipartWriter {
    object: Object,
    runtime: Arc<Runtime>,
    part: BytesMut,
    /// How many bytes at the beginning may be patched.
    patchable: usize,
    /// The first part, where it waits for patches.
    held: Option<BytesMut>,
    upload: Option<Upload>,
    parts: JoinSet<object_store::Result<(usize, PartId)>>,
    arrived: Vec<(usize, PartId)>,
    filled: usize,
    written: u64,
}

/// What S3 knows the upload by, and how it is undone when the program ends at once.
#[derive(Debug)]
struct Upload {
    id: MultipartId,
    sending: Sending,
    _undo: Undo,
}

/// The parts that are on their way.
type Sending = Arc<Mutex<Vec<AbortHandle>>>;

impl MultipartWriter {
    pub(super) fn new(object: Object, runtime: Arc<Runtime>, patchable: usize) -> Self {
        Self {
            object,
            runtime,
            part: BytesMut::new(),
            patchable,
            held: None,
            upload: None,
            parts: JoinSet::new(),
            arrived: Vec::new(),
            filled: 0,
            written: 0,
        }
    }

    /// Replaces bytes that were written already.
    pub(super) fn patch(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        let first = match &mut self.held {
            Some(held) => held,
            None => &mut self.part,
        };
        let first = &mut first[..];
        patch(first, self.patchable, at, bytes)
    }

    pub(super) fn finish(mut self) -> Result<u64> {
        let rest = self.part.split().freeze();
        if self.filled == 0 {
            self.put_whole(rest)?;
            return Ok(self.written);
        }
        if !rest.is_empty() {
            self.send(self.filled, rest)?;
        }
        if let Some(first) = self.held.take() {
            self.send(0, first.freeze())?;
        }
        self.wait_for_less_than(1)?;
        self.complete()?;
        Ok(self.written)
    }

    fn put_whole(&self, bytes: Bytes) -> Result<()> {
        let object = &self.object;
        let put = object.client.put(&object.path, bytes.into());
        let answer = wait(&self.runtime, put)?;
        answer.map(drop).map_err(|error| object.failed(error))
    }

    fn part_is_full(&mut self) -> Result<()> {
        let part = self.part.split();
        let number = self.filled;
        self.filled += 1;
        if number == 0 && self.patchable > 0 {
            self.held = Some(part);
            return Ok(());
        }
        self.send(number, part.freeze())
    }

    fn send(&mut self, number: usize, part: Bytes) -> Result<()> {
        self.wait_for_less_than((IN_FLIGHT / part_size(self.filled)).max(1))?;
        stop::check().map_err(|_| Error::Stopped)?;
        let object = self.object.clone();
        let upload = match &mut self.upload {
            Some(upload) => upload,
            none => none.insert(start(&object, &self.runtime)?),
        };
        let id = upload.id.clone();
        let sending = async move {
            let sent = object
                .client
                .put_part(&object.path, &id, number, part.into());
            Ok((number, sent.await?))
        };
        let task = self.parts.spawn_on(sending, self.runtime.handle());
        remember(&upload.sending, task);
        Ok(())
    }

    fn wait_for_less_than(&mut self, count: usize) -> Result<()> {
        while self.parts.len() >= count {
            let Some(joined) = wait(&self.runtime, self.parts.join_next())? else {
                return Ok(());
            };
            let sent = joined.unwrap_or_else(|error| Err(error.into()));
            self.arrived
                .push(sent.map_err(|error| self.object.failed(error))?);
        }
        Ok(())
    }

    fn complete(&mut self) -> Result<()> {
        let Some(upload) = &self.upload else {
            return Ok(());
        };
        self.arrived.sort_unstable_by_key(|(number, _)| *number);
        let parts = self.arrived.drain(..).map(|(_, part)| part).collect();
        let (object, id) = (&self.object, &upload.id);
        let complete = object.client.complete_multipart(&object.path, id, parts);
        let answer = self.runtime.block_on(complete);
        answer.map_err(|error| not_completed(object, error))?;
        self.upload = None; // complete, so there is nothing left to abort
        Ok(())
    }
}

impl Drop for MultipartWriter {
    fn drop(&mut self) {
        let Some(upload) = self.upload.take() else {
            return;
        };
        let (parts, object) = (&mut self.parts, &self.object);
        self.runtime.block_on(async {
            // A part that arrives after the abort would stay for ever.
            let arrived = async { while parts.join_next().await.is_some() {} };
            let _ = timeout(PATIENCE, arrived).await;
            parts.shutdown().await;
            // If S3 is out of reach, the bucket's lifecycle rule must tidy up.
            let abort = object.client.abort_multipart(&object.path, &upload.id);
            let _ = timeout(4 * PATIENCE, abort).await;
        });
    }
}

/// S3 took the parts, so an upload that it does not know, or allow, now is one that it completed.
fn not_completed(object: &Object, error: object_store::Error) -> Error {
    use object_store::Error as S3;
    match error {
        source @ (S3::NotFound { .. } | S3::PermissionDenied { .. }) => Error::Unconfirmed {
            location: object.location.clone(),
            source,
        },
        error => object.failed(error),
    }
}

fn start(object: &Object, runtime: &Arc<Runtime>) -> Result<Upload> {
    let answer = wait(runtime, object.client.create_multipart(&object.path))?;
    let id = answer.map_err(|error| object.failed(error))?;
    let sending = Sending::default();
    let undo = undo(object.clone(), runtime.clone(), id.clone(), sending.clone());
    Ok(Upload {
        id,
        sending,
        _undo: undo,
    })
}

fn remember(sending: &Sending, task: AbortHandle) {
    if let Ok(mut sending) = sending.lock() {
        sending.retain(|task| !task.is_finished());
        sending.push(task);
    }
}

/// What a program that cannot wait for the writer does instead of dropping it.
fn undo(object: Object, runtime: Arc<Runtime>, id: MultipartId, sending: Sending) -> Undo {
    stop::undo(move || {
        let sending = sending
            .lock()
            .map(|mut sending| std::mem::take(&mut *sending));
        sending.into_iter().flatten().for_each(|task| task.abort());
        let abort = object.client.abort_multipart(&object.path, &id);
        let _ = runtime.block_on(async { timeout(LAST_WORD, abort).await }); // nobody is left to tell
    })
}

impl Write for MultipartWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let size = self.next_size();
        self.part.reserve(size.saturating_sub(self.part.len()));
        let taken = bytes.len().min(size - self.part.len());
        self.part.extend_from_slice(&bytes[..taken]);
        self.written += taken as u64;
        if self.part.len() == size {
            self.part_is_full()?;
        }
        Ok(taken)
    }

    /// Does nothing: S3 refuses small parts.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MultipartWriter {
    /// What may be patched has to fit into the first part.
    fn next_size(&self) -> usize {
        match self.filled {
            0 => PART.max(self.patchable),
            filled => part_size(filled),
        }
    }
}

/// Doubles every 1,000 parts: S3 takes 10,000 at most, and an object of up to 5 TiB.
fn part_size(sent: usize) -> usize {
    PART << (sent / 1000).min(9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_parts_hold_the_largest_object() {
        let most: u64 = (0..10_000).map(|sent| part_size(sent) as u64).sum();
        assert!(most > 5 << 40, "{most}");
        assert!(part_size(9_999) as u64 <= 5 << 30);
    }
}
