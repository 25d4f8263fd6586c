//! `trans-perf`, in the manner of AppTransPerf: how fast streams are decoded and encoded again.

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

use clap::Parser;
use nvdec::{Decoder, DecoderGroup, Frame};
use nvenc::{Drain, Picture};
use serde_json::{Value, json};

use super::clip::Clip;
use super::command::Program;
use super::encoding::Encoding;
use super::feed::{self, Feed, Flow};
use super::gauge::{Counter, Gauge, Measured};
use super::number::general;
use super::place::{Place, Spread};
use super::raw_video::Layout;
use crate::device::Device;
use crate::error::Result;

/// Measures how fast a video is decoded and encoded again
///
/// The file is read into memory first. Each thread decodes all of it and encodes every frame
/// where it lies in device memory; the streams are thrown away.
#[derive(Debug, Parser)]
#[command(name = "trans-perf", version)]
#[non_exhaustive]
pub struct TransPerf {
    /// H.264 or HEVC byte stream, IVF, WebM, Matroska or MP4
    #[arg(long, visible_alias = "i", value_name = "FILE")]
    input: PathBuf,
    #[command(flatten)]
    place: Place,
    /// Decoders with an encoder each, with two threads of their own
    #[arg(
        long,
        visible_alias = "thread",
        value_name = "NUMBER",
        value_parser = super::command::threads,
        default_value = "2"
    )]
    threads: NonZeroUsize,
    /// One CUDA context for all threads. Without it each has its own, as in NVIDIA's sample, which
    /// costs hundreds of megabytes of device memory for each, and contexts take turns on the GPU:
    /// what a program should do is -single
    #[arg(long)]
    single: bool,
    /// Let each decoder run by itself, not in a group with the others
    #[arg(long)]
    free: bool,
    /// Transcode the file so many times in each thread, as one long stream
    #[arg(long, value_name = "NUMBER", default_value = "1")]
    loops: NonZeroU32,
    /// Transcode for so many seconds, and count only what comes while all threads are under way
    #[arg(long, value_parser = super::command::seconds, conflicts_with = "loops")]
    seconds: Option<Duration>,
    #[command(flatten)]
    encoding: Encoding,
    /// Print the results as JSON, too, in the last line
    #[arg(long)]
    json: bool,
}

impl Program for TransPerf {
    const NAME: &'static str = "trans-perf";

    fn run(self) -> Result<()> {
        self.encoding.check_options()?;
        let device = self.place.open_encoder()?;
        let clip = Clip::read(&self.input)?;
        let gauge = Gauge::new(self.threads);
        let spread = Spread::new(device, self.threads, self.single, Device::encodes)?;
        let results = self.measure(&spread.contexts, &clip, &gauge)?;
        self.print(&results, &spread);
        Ok(())
    }
}

/// What came of a measurement.
struct Results {
    measured: Measured,
    thread_fps: Vec<f64>,
}

/// What a thread decodes, and where.
#[derive(Clone, Copy)]
struct Source<'a> {
    device: &'a Device,
    clip: &'a Clip,
    group: Option<&'a DecoderGroup>,
}

/// What a thread is left with. To let go of it would slow the other threads down.
struct Done {
    time: Duration,
    frames: u64,
    _decoder: Decoder,
    _session: Option<Drain<Frame>>,
}

impl TransPerf {
    /// Like AppTransPerf it counts the making of decoders and encoders.
    fn measure(&self, contexts: &[Device], clip: &Clip, gauge: &Gauge) -> Result<Results> {
        let (start, group) = (gauge.start(), DecoderGroup::new());
        let group = (!self.free).then_some(&group);
        thread::scope(|scope| {
            let threads: Vec<_> = gauge
                .counters()
                .iter()
                .zip(contexts.iter().cycle())
                .map(|(counter, device)| {
                    let source = Source {
                        device,
                        clip,
                        group,
                    };
                    scope.spawn(move || self.work(source, counter, gauge))
                })
                .collect();
            let steady = self.seconds.map(|time| gauge.measure_steady(time));
            if steady.is_some() {
                gauge.stop();
            }
            let done = join(threads)?;
            let own = |done: &Done| done.frames as f64 / done.time.as_secs_f64();
            Ok(Results {
                thread_fps: match &steady {
                    Some(steady) => steady.thread_fps(),
                    None => done.iter().map(own).collect(),
                },
                measured: steady.unwrap_or_else(|| gauge.since(&start)),
            })
        })
    }

    /// A failure stops the other threads. That of the decoder is the one to tell: it ends the
    /// encoder's frames.
    fn work(&self, source: Source<'_>, counter: &Counter, gauge: &Gauge) -> Result<Done> {
        let started = Instant::now();
        let done = thread::scope(|scope| {
            let (sender, frames) = sync_channel(feed::QUEUE as usize);
            let decoder = scope.spawn(move || self.decode(source, &sender, gauge));
            let session = self.encode(source, frames, counter);
            if session.is_err() {
                gauge.stop();
            }
            let decoder = join_one(decoder);
            Ok((decoder?, session?))
        });
        if done.is_err() {
            gauge.stop();
        }
        done.map(|(decoder, session)| Done {
            time: started.elapsed(),
            frames: counter.frames(),
            _decoder: decoder,
            _session: session,
        })
    }

    fn decode(
        &self,
        source: Source<'_>,
        frames: &SyncSender<Frame>,
        gauge: &Gauge,
    ) -> Result<Decoder> {
        let surfaces = NonZeroU32::MIN.saturating_add(self.encoding.frames_held() + feed::SURFACES);
        let Source {
            device,
            clip,
            group,
        } = source;
        let mut decoder = nvdec::Api::load()?
            .decoder(&device.context, clip.codec())
            .output_surfaces(surfaces);
        if let Some(group) = group {
            decoder = decoder.group(group);
        }
        let mut decoder = decoder.start()?;
        let loops = self.seconds.map_or(self.loops.get(), |_| u32::MAX);
        let mut output = Feed::new(frames);
        for _ in 0..loops {
            for (packet, timestamp) in clip.packets() {
                let flow = output.take(decoder.push(packet, timestamp))?;
                if flow == Flow::Enough || gauge.is_stopped() {
                    return Ok(decoder);
                }
            }
            if output.given() == 0 {
                // A stream without a picture is an error at its end only.
                output.take(decoder.finish())?;
            }
        }
        output.take(decoder.finish())?;
        Ok(decoder)
    }

    /// Gives the session back, unless there was no frame to make one for.
    fn encode(
        &self,
        source: Source<'_>,
        frames: Receiver<Frame>,
        counter: &Counter,
    ) -> Result<Option<Drain<Frame>>> {
        let Ok(first) = frames.recv() else {
            return Ok(None);
        };
        let (size, format) = (first.size(), first.format());
        let encoder = source.device.encoder()?;
        let encoding = self.encoding.of(source.clip);
        let layout = Layout { size, format };
        encoding.check(layout)?;
        let mut session = encoding.session(encoder, layout)?.start()?;
        for (number, frame) in std::iter::once(first).chain(frames).enumerate() {
            session
                .submit(frame, Picture::at(number as i64))
                .map_err(|failed| failed.error)?;
            while session.receive()?.is_some() {
                counter.count();
            }
        }
        let mut drain = session.finish().map_err(|failed| failed.error)?;
        while drain.receive()?.is_some() {
            counter.count();
        }
        Ok(Some(drain))
    }

    fn print(&self, results: &Results, spread: &Spread) {
        for fps in &results.thread_fps {
            println!("Thread FPS={}", fps.round());
        }
        let measured = &results.measured;
        println!("CPU={} ms a frame", general(measured.cpu_ms()));
        println!(
            "nFrameTransTotal={}, time={} millisec, FPS={}",
            measured.total(),
            measured.time.as_millis(),
            measured.fps().round()
        );
        if self.json {
            println!("{}", self.json(results, spread));
        }
    }

    fn json(&self, results: &Results, spread: &Spread) -> Value {
        let measured = &results.measured;
        json!({
            "program": Self::NAME,
            "devices": spread.names(),
            "codec": self.encoding.codec.extension(),
            "threads": self.threads,
            "single_context": self.single,
            "free": self.free,
            "steady": self.seconds.is_some(),
            "frames": measured.total(),
            "seconds": measured.time.as_secs_f64(),
            "fps": measured.fps(),
            "thread_fps": results.thread_fps,
            "cpu_ms_per_frame": measured.cpu_ms(),
        })
    }
}

fn join(threads: Vec<ScopedJoinHandle<'_, Result<Done>>>) -> Result<Vec<Done>> {
    // Decoders and sessions stay until all threads are done: ending one would slow the others.
    threads.into_iter().map(join_one).collect()
}

fn join_one<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    match thread.join() {
        Ok(done) => done,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
