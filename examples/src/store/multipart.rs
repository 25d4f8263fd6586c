//! Writing an object part by part, while it is being made.

use std::io::{self, Write};
use std::sync::Arc;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use object_store::{MultipartUpload, ObjectStoreExt as _};
use tokio::runtime::Runtime;
use tokio::task::JoinSet;
use tokio::time::timeout;

use super::Result;
use super::s3::{Object, wait};

/// The size of the first parts; S3 refuses parts of less than 5 MiB, but for the last.
const PART: usize = 8 << 20;

/// How much may be on its way to S3 before writing waits.
const IN_FLIGHT: usize = 64 << 20;

/// How long an upload that is given up waits for the parts that are on their way.
const PATIENCE: Duration = Duration::from_secs(5);

/// An upload that drop aborts, so that no parts stay behind to be paid for.
///
/// An object that fits into one part is put whole at the end.
#[derive(Debug)]
pub(super) struct MultipartWriter {
    object: Object,
    runtime: Arc<Runtime>,
    part: BytesMut,
    upload: Option<Box<dyn MultipartUpload>>,
    parts: JoinSet<object_store::Result<()>>,
    sent: usize,
    written: u64,
}

impl MultipartWriter {
    pub(super) fn new(object: Object, runtime: Arc<Runtime>) -> Self {
        Self {
            object,
            runtime,
            part: BytesMut::new(),
            upload: None,
            parts: JoinSet::new(),
            sent: 0,
            written: 0,
        }
    }

    pub(super) fn finish(mut self) -> Result<u64> {
        let rest = self.part.split().freeze();
        if self.upload.is_none() {
            self.put_whole(rest)?;
            return Ok(self.written);
        }
        if !rest.is_empty() {
            self.send(rest)?;
        }
        self.wait_for_less_than(1)?;
        self.complete()?;
        Ok(self.written)
    }

    fn put_whole(&self, bytes: Bytes) -> Result<()> {
        let object = &self.object;
        let put = object.client.put(&object.path, bytes.into());
        let answer = self.runtime.block_on(put);
        answer.map(drop).map_err(|error| object.failed(error))
    }

    fn send(&mut self, part: Bytes) -> Result<()> {
        self.wait_for_less_than((IN_FLIGHT / part_size(self.sent)).max(1))?;
        let sending = self.upload()?.put_part(part.into());
        self.parts.spawn_on(sending, self.runtime.handle());
        self.sent += 1;
        Ok(())
    }

    fn upload(&mut self) -> Result<&mut Box<dyn MultipartUpload>> {
        let upload = match self.upload.take() {
            Some(upload) => upload,
            None => self.start()?,
        };
        Ok(self.upload.insert(upload))
    }

    fn start(&self) -> Result<Box<dyn MultipartUpload>> {
        let object = &self.object;
        let start = object.client.put_multipart(&object.path);
        let answer = self.runtime.block_on(start);
        answer.map_err(|error| object.failed(error))
    }

    fn wait_for_less_than(&mut self, count: usize) -> Result<()> {
        while self.parts.len() >= count {
            let joined = wait(&self.runtime, self.parts.join_next())?;
            let sent = joined.map_or(Ok(Ok(())), |joined| joined);
            sent.unwrap_or_else(|error| Err(error.into()))
                .map_err(|error| self.object.failed(error))?;
        }
        Ok(())
    }

    fn complete(&mut self) -> Result<()> {
        let Some(upload) = &mut self.upload else {
            return Ok(());
        };
        let answer = self.runtime.block_on(upload.complete());
        answer.map_err(|error| self.object.failed(error))?;
        self.upload = None; // complete, so there is nothing left to abort
        Ok(())
    }
}

impl Drop for MultipartWriter {
    fn drop(&mut self) {
        let Some(mut upload) = self.upload.take() else {
            return;
        };
        let parts = &mut self.parts;
        self.runtime.block_on(async {
            // A part that arrives after the abort would stay for ever.
            let arrived = async { while parts.join_next().await.is_some() {} };
            let _ = timeout(PATIENCE, arrived).await;
            parts.shutdown().await;
            // If S3 is out of reach, the bucket's lifecycle rule must tidy up.
            let _ = timeout(4 * PATIENCE, upload.abort()).await;
        });
    }
}

impl Write for MultipartWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let size = part_size(self.sent);
        self.part.reserve(size.saturating_sub(self.part.len()));
        let taken = bytes.len().min(size - self.part.len());
        self.part.extend_from_slice(&bytes[..taken]);
        self.written += taken as u64;
        if self.part.len() == size {
            let part = self.part.split().freeze();
            self.send(part)?;
        }
        Ok(taken)
    }

    /// Does nothing: S3 refuses small parts.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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
