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
use super::place::Place;
use super::raw_video::{Layout, RawVideo};
use super::worker::{self, Job, Streams};
use crate::device::Device;
use crate::error::Result;
use crate::options;

/// Measures how fast raw pictures are encoded
///
/// The file is read into device memory first, once for all threads. Each thread then encodes as
/// many frames as were asked for where they lie, without a copy, going through the file forwards
/// and backwards in turn.
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
        default_value = "1000"
    )]
    frames: NonZeroUsize,
    /// Sessions, each with a thread of its own
    #[arg(
        long,
        visible_alias = "thread",
        value_name = "NUMBER",
        default_value = "2"
    )]
    threads: NonZeroUsize,
    /// One CUDA context for all threads: so it always is here, as contexts take turns
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
        let device = self.place.open_encoder()?;
        let video = RawVideo::open(&self.input, layout)?;
        println!("GPU in use: {device}");
        let video = DeviceVideo::load(&device, &video, self.frames)?;
        self.encoding.print_parameters(layout);
        let sessions = self.sessions(&device, layout)?;
        let streams = Streams::create(self.output.as_deref(), self.threads)?;
        let (time, latencies) = self.measure(&video, sessions, streams)?;
        self.print(&device, time, &latencies);
        Ok(())
    }
}

impl EncPerf {
    /// One after the other: some drivers do not survive it otherwise.
    fn sessions(&self, device: &Device, layout: Layout) -> Result<Vec<Session<DevicePicture>>> {
        let api = nvenc::Api::load()?;
        let start = |_| {
            let encoder = api.open(&device.context)?;
            Ok(self.encoding.session(encoder, layout)?.start()?)
        };
        (0..self.threads.get()).map(start).collect()
    }

    /// Like AppEncPerf it counts the encoding and the end of the streams. There are no copies to
    /// count: pictures are encoded where they lie.
    fn measure(
        &self,
        video: &DeviceVideo,
        sessions: Vec<Session<DevicePicture>>,
        streams: Streams,
    ) -> Result<(Duration, Vec<Latencies>)> {
        let jobs: Vec<Job<'_>> = sessions
            .into_iter()
            .zip(streams)
            .map(|(session, stream)| Job::new(session, video, stream, self.frames))
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
        Ok((time, done.into_iter().map(|done| done.latencies).collect()))
    }

    fn print(&self, device: &Device, time: Duration, latencies: &[Latencies]) {
        let total = self.total();
        let (seconds, all) = (time.as_secs_f64(), Latencies::merge(latencies));
        for (number, thread) in latencies.iter().enumerate() {
            println!(
                "Thread {number}: FPS={}, latency {thread}",
                general(thread.fps())
            );
        }
        println!("Latency of all: {all}");
        let fps = total as f64 / seconds.max(f64::MIN_POSITIVE);
        println!(
            "nTotal={total}, time={} seconds, FPS={}",
            general(seconds),
            general(fps)
        );
        if self.json {
            println!("{}", self.json(device, time, latencies));
        }
    }

    fn json(&self, device: &Device, time: Duration, latencies: &[Latencies]) -> Value {
        let thread_fps: Vec<f64> = latencies.iter().map(Latencies::fps).collect();
        json!({
            "program": Self::NAME,
            "device": device.to_string(),
            "codec": self.encoding.codec.extension(),
            "size": self.size.to_string(),
            "format": self.format.to_string(),
            "threads": self.threads,
            "frames": self.total(),
            "seconds": time.as_secs_f64(),
            "fps": self.total() as f64 / time.as_secs_f64().max(f64::MIN_POSITIVE),
            "thread_fps": thread_fps,
            "latency_ms": Latencies::merge(latencies).json(),
        })
    }

    /// Frames of all threads.
    fn total(&self) -> usize {
        self.frames.get() * self.threads.get()
    }
}

fn join<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    match thread.join() {
        Ok(done) => done,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
