//! `enc-perf`, in the manner of AppEncPerf: how fast pictures in device memory are encoded.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

use clap::Parser;
use nvenc::{PixelFormat, Session, Size};
use serde_json::{Value, json};

use super::command::Program;
use super::device_video::{DevicePicture, DeviceVideo};
use super::encoding::{self, Encoding};
use super::latency::Latencies;
use super::number::general;
use super::place::{Place, Spread};
use super::raw_video::{Layout, RawVideo};
use super::worker::{self, Done, Job, Streams};
use crate::device::Device;
use crate::error::Result;
use crate::options;
use crate::stdout::{self, tell};

/// Measures how fast raw pictures are encoded
///
/// The file is read into device memory first, once for each CUDA context; of a long one as many
/// pictures as half of the free memory holds. Each thread then encodes as many frames as were
/// asked for where they lie, without a copy, going through the pictures forwards and backwards in
/// turn.
#[derive(Debug, Parser)]
#[command(name = "enc-perf", version)]
#[non_exhaustive]
pub struct EncPerf {
    /// Raw pictures, one after the other
    #[arg(long, visible_alias = "i", value_name = "FILE")]
    input: PathBuf,
    /// Keep the stream; that of thread N of several gets .N into its name
    #[arg(long, visible_alias = "o", value_name = "FILE")]
    output: Option<PathBuf>,
    /// Columns and rows
    #[arg(long, visible_alias = "s", value_name = "WIDTHxHEIGHT",
        value_parser = options::size, default_value = "1920x1080")]
    size: Size,
    /// iyuv, nv12, yv12, yuv444, p010, yuv444p16, bgra, bgra10, ayuv, abgr or abgr10
    #[arg(long, visible_alias = "if", value_parser = encoding::format, default_value = "iyuv")]
    format: PixelFormat,
    #[command(flatten)]
    place: Place,
    /// Frames that each thread encodes
    #[arg(
        long,
        visible_alias = "frame",
        value_name = "NUMBER",
        value_parser = super::command::frames,
        default_value = "1000"
    )]
    frames: NonZeroUsize,
    /// Sessions, each with a thread of its own
    #[arg(
        long,
        visible_alias = "thread",
        value_name = "NUMBER",
        value_parser = super::command::threads,
        default_value = "2"
    )]
    threads: NonZeroUsize,
    /// One CUDA context for all threads. Without it each has its own, as in NVIDIA's sample, which
    /// costs hundreds of megabytes of device memory and the pictures once more for each, and
    /// contexts take turns on the GPU: what a program should do is -single
    #[arg(long)]
    single: bool,
    #[command(flatten)]
    encoding: Encoding,
    /// Print the results as JSON, too, in the last line
    #[arg(long)]
    json: bool,
}

impl Program for EncPerf {
    const NAME: &'static str = "enc-perf";

    fn run(self) -> Result<()> {
        let (size, format) = (self.size, self.format);
        let layout = Layout { size, format };
        self.encoding.check(layout)?;
        self.output.iter().for_each(|path| stdout::leave_to(path));
        let device = self.place.open_encoder()?;
        let video = RawVideo::open(&self.input, layout)?;
        let spread = Spread::new(device, self.threads, self.single, Device::encodes)?;
        let videos = self.videos(&spread.contexts, &video)?;
        self.encoding.print_parameters(layout);
        let (sessions, engines) = self.sessions(&spread, layout)?;
        let streams = Streams::create(self.output.as_deref(), &self.input, self.threads)?;
        let (time, latencies) = self.measure(&videos, sessions, streams)?;
        self.print(&Results {
            spread,
            time,
            latencies,
            engines,
            pictures: videos.iter().map(DeviceVideo::len).min().unwrap_or(0),
        });
        Ok(())
    }
}

/// What came of a measurement.
struct Results {
    spread: Spread,
    time: Duration,
    /// Of each thread.
    latencies: Vec<Latencies>,
    /// NVENC engines of all GPUs.
    engines: usize,
    /// Those in device memory.
    pictures: usize,
}

impl EncPerf {
    fn videos(&self, contexts: &[Device], video: &RawVideo) -> Result<Vec<DeviceVideo>> {
        let still_to_load = (1..=contexts.len()).rev();
        let load = |(context, times)| DeviceVideo::load(context, video, self.frames, times);
        contexts.iter().zip(still_to_load).map(load).collect()
    }

    /// One after the other: some drivers do not survive it otherwise. Also tells how many engines
    /// there are for them.
    fn sessions(
        &self,
        spread: &Spread,
        layout: Layout,
    ) -> Result<(Vec<Session<DevicePicture>>, usize)> {
        let (mut sessions, mut engines) = (Vec::new(), 0);
        let contexts = spread.contexts.iter().cycle();
        for (number, device) in contexts.take(self.threads.get()).enumerate() {
            let encoder = device.encoder()?;
            if number < spread.gpus.len() {
                engines += encoder.engines()? as usize; // the first ones are on a GPU each
            }
            sessions.push(self.encoding.session(encoder, layout)?.start()?);
        }
        Ok((sessions, engines))
    }

    /// Like AppEncPerf it counts the encoding and the end of the streams. There are no copies to
    /// count: pictures are encoded where they lie.
    fn measure(
        &self,
        videos: &[DeviceVideo],
        sessions: Vec<Session<DevicePicture>>,
        streams: Streams,
    ) -> Result<(Duration, Vec<Latencies>)> {
        let jobs: Vec<Job<'_>> = sessions
            .into_iter()
            .zip(videos.iter().cycle())
            .zip(streams)
            .map(|((session, video), stream)| Job::new(session, video, stream, self.frames))
            .collect();
        let failed = AtomicBool::new(false);
        let started = Instant::now();
        let done = thread::scope(|scope| {
            let threads: Vec<_> = jobs
                .into_iter()
                .map(|job| scope.spawn(|| worker::run(job, &failed)))
                .collect();
            threads.into_iter().map(join).collect::<Result<Vec<_>>>()
        })?;
        let time = started.elapsed();
        Ok((time, done.into_iter().map(keep).collect::<Result<_>>()?))
    }

    fn print(&self, results: &Results) {
        let (total, seconds) = (self.total(), results.time.as_secs_f64());
        for (number, thread) in results.latencies.iter().enumerate() {
            tell!(
                "Thread {number}: FPS={}, latency {thread}",
                general(thread.fps())
            );
        }
        tell!("Latency of all: {}", Latencies::merge(&results.latencies));
        let (fps, busy) = (self.fps(results), self.busy_engines(results));
        tell!(
            "NVENC engines: {busy} of {} have work, FPS of each={}",
            results.engines,
            general(fps / busy as f64)
        );
        tell!(
            "nTotal={total}, time={} seconds, FPS={}",
            general(seconds),
            general(fps)
        );
        if self.json {
            tell!("{}", self.json(results));
        }
    }

    fn json(&self, results: &Results) -> Value {
        let thread_fps: Vec<f64> = results.latencies.iter().map(Latencies::fps).collect();
        let (fps, busy) = (self.fps(results), self.busy_engines(results));
        json!({
            "program": Self::NAME,
            "devices": results.spread.names(),
            "codec": self.encoding.codec.extension(),
            "size": self.size.to_string(),
            "format": self.format.to_string(),
            "threads": self.threads,
            "single_context": self.single,
            "pictures": results.pictures,
            "frames": self.total(),
            "seconds": results.time.as_secs_f64(),
            "fps": fps,
            "thread_fps": thread_fps,
            "engines": results.engines,
            "engine_fps": fps / busy as f64,
            "latency_ms": Latencies::merge(&results.latencies).json(),
        })
    }

    fn fps(&self, results: &Results) -> f64 {
        self.total() as f64 / results.time.as_secs_f64().max(f64::MIN_POSITIVE)
    }

    /// A session works on one engine at a time, and the driver does not tell on which.
    fn busy_engines(&self, results: &Results) -> usize {
        results.engines.clamp(1, self.threads.get())
    }

    /// Frames of all threads.
    fn total(&self) -> usize {
        self.frames.get() * self.threads.get()
    }
}

/// All threads are done: their streams are complete.
fn keep(done: Done) -> Result<Latencies> {
    if let Some(file) = done.file {
        file.finish()?;
    }
    Ok(done.latencies)
}

fn join<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    match thread.join() {
        Ok(done) => done,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
