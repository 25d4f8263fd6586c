//! One thread of `enc-perf`: a session, its pictures and where its stream goes.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::vec;

use nvenc::{Drain, Packet, Picture, Session};

use super::device_video::{DevicePicture, DeviceVideo};
use super::latency::Latencies;
use super::output_file::{OutputFile, check_beside};
use crate::error::Result;

/// What one thread does.
pub(super) struct Job<'v> {
    session: Session<DevicePicture>,
    video: &'v DeviceVideo,
    frames: usize,
    output: Output,
}

/// Where packets go.
struct Output {
    file: Option<OutputFile>,
    latencies: Latencies,
}

impl<'v> Job<'v> {
    pub(super) fn new(
        session: Session<DevicePicture>,
        video: &'v DeviceVideo,
        file: Option<OutputFile>,
        frames: NonZeroUsize,
    ) -> Self {
        let frames = frames.get();
        let latencies = Latencies::new(frames);
        Self {
            session,
            video,
            frames,
            output: Output { file, latencies },
        }
    }
}

/// What is left when a thread is done. To let go of a session would slow the other threads down,
/// and is not what is measured.
pub(super) struct Done {
    pub(super) latencies: Latencies,
    /// The stream, if it is kept. It is not complete unless all threads are done.
    pub(super) file: Option<OutputFile>,
    _session: Drain<DevicePicture>,
}

/// Encodes all frames and waits for the last packet. A failure tells the other threads by
/// `failed`, which end early then.
pub(super) fn run(job: Job<'_>, failed: &AtomicBool) -> Result<Done> {
    let done = encode(job, failed);
    if done.is_err() {
        failed.store(true, Relaxed);
    }
    done
}

fn encode(job: Job<'_>, failed: &AtomicBool) -> Result<Done> {
    let (mut session, mut output) = (job.session, job.output);
    let pictures = (0..job.frames).map_while(|number| job.video.picture(number as u64));
    for (number, frame) in pictures.enumerate() {
        if failed.load(Relaxed) {
            break;
        }
        output.latencies.submit();
        session
            .submit(frame, Picture::at(number as i64))
            .map_err(|failed| failed.error)?;
        while let Some(packet) = session.receive()? {
            output.take(&packet)?;
        }
    }
    let mut drain = session.finish().map_err(|failed| failed.error)?;
    while let Some(packet) = drain.receive()? {
        output.take(&packet)?;
    }
    output.latencies.end();
    Ok(Done {
        latencies: output.latencies,
        file: output.file,
        _session: drain,
    })
}

impl Output {
    fn take(&mut self, packet: &Packet<'_>) -> Result<()> {
        self.latencies.receive(packet.timestamp());
        match &mut self.file {
            Some(file) => file.write(packet),
            None => Ok(()),
        }
    }
}

/// A place for the stream of each thread, if streams are kept.
pub(super) struct Streams(vec::IntoIter<Option<OutputFile>>);

impl Streams {
    /// Creates the files beside the one that is read. With several threads each gets its
    /// thread's number into its name.
    pub(super) fn create(path: Option<&Path>, input: &Path, threads: NonZeroUsize) -> Result<Self> {
        let create = |number| {
            let path = path.map(|path| numbered(path, number, threads));
            path.iter().try_for_each(|path| check_beside(path, input))?;
            path.map(|path| OutputFile::create(&path)).transpose()
        };
        let streams: Result<Vec<_>> = (0..threads.get()).map(create).collect();
        Ok(Self(streams?.into_iter()))
    }
}

impl Iterator for Streams {
    type Item = Option<OutputFile>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next()
    }
}

fn numbered(path: &Path, number: usize, threads: NonZeroUsize) -> PathBuf {
    let Some(extension) = path.extension().filter(|_| threads.get() > 1) else {
        return match threads.get() {
            1 => path.to_owned(),
            _ => path.with_extension(number.to_string()),
        };
    };
    path.with_extension(format!("{number}.{}", extension.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_of_several_threads_have_names_of_their_own() {
        let two = NonZeroUsize::new(2).unwrap();
        let name = |path, threads| numbered(Path::new(path), 1, threads);
        assert_eq!(name("a/out.hevc", two), Path::new("a/out.1.hevc"));
        assert_eq!(name("a/out", two), Path::new("a/out.1"));
        assert_eq!(
            name("a/out.hevc", NonZeroUsize::MIN),
            Path::new("a/out.hevc")
        );
    }
}
