//! `dec-perf`, in the manner of AppDecPerf: how fast streams are decoded.

use std::num::{NonZeroU32, NonZeroUsize};
use std::path::PathBuf;
use std::thread::{self, ScopedJoinHandle};
use std::time::{Duration, Instant};

use clap::Parser;
use nvdec::{Decoder, DecoderGroup, Pictures, StreamInfo};
use serde_json::{Value, json};

use super::clip::Clip;
use super::command::Program;
use super::download::Download;
use super::gauge::{Counter, Gauge, Measured};
use super::number::general;
use super::place::{Place, Spread};
use crate::device::Device;
use crate::error::Result;

/// Measures how fast a video is decoded
///
/// The file is read into memory first. Each thread decodes all of it into device memory, and
/// throws the frames away there.
#[derive(Debug, Parser)]
#[command(name = "dec-perf", version)]
#[non_exhaustive]
pub struct DecPerf {
    /// Byte stream of H.264, HEVC, MPEG or VC-1, IVF, WebM, Matroska or MP4
    #[arg(long, visible_alias = "i", value_name = "FILE")]
    input: PathBuf,
    #[command(flatten)]
    place: Place,
    /// Decoders, each with a thread of its own
    #[arg(
        long,
        visible_alias = "thread",
        value_name = "NUMBER",
        value_parser = super::command::threads,
        default_value = "1"
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
    /// Copy each frame to host memory
    #[arg(long)]
    host: bool,
    /// Decode the file so many times in each thread, as one long stream
    #[arg(long, value_name = "NUMBER", default_value = "1")]
    loops: NonZeroU32,
    /// Decode for so many seconds, and count only what comes while all threads are under way
    #[arg(long, value_parser = super::command::seconds, conflicts_with = "loops")]
    seconds: Option<Duration>,
    /// Frames that each decoder can have mapped at once
    #[arg(long, value_name = "NUMBER", default_value = "2")]
    surfaces: NonZeroU32,
    /// Pictures that each decoder holds back while its engine decodes the next ones
    #[arg(long, value_name = "NUMBER", default_value = "4")]
    delay: u32,
    /// Pictures that the driver is given at most before it has decoded them; unless given 2, and
    /// its own limit with --free
    #[arg(long, value_name = "NUMBER")]
    in_flight: Option<NonZeroU32>,
    /// Leave the pictures in the decoder, which shows what mapping costs
    #[arg(long, conflicts_with = "host")]
    no_map: bool,
    /// Print the results as JSON, too, in the last line
    #[arg(long)]
    json: bool,
}

impl Program for DecPerf {
    const NAME: &'static str = "dec-perf";

    fn run(self) -> Result<()> {
        let begun = Instant::now();
        let device = self.place.open_decoder()?;
        let clip = Clip::read(&self.input)?;
        let spread = Spread::new(device, self.threads, self.single, |_| true)?;
        let free_before = free_memory(&spread.gpus);
        let decoders = self.decoders(&spread.contexts, &clip)?;
        let gauge = Gauge::new(self.threads);
        let results = self.measure(&spread, &clip, &gauge, decoders)?;
        let first_frame = gauge.first_frame().map(|first| first - begun);
        let memory = free_before.zip(results.free_memory);
        let memory = memory.map(|(before, after)| before.saturating_sub(after));
        self.print(&results, &spread, first_frame, memory);
        Ok(())
    }
}

/// What came of a measurement.
struct Results {
    measured: Measured,
    thread_fps: Vec<f64>,
    info: Option<StreamInfo>,
    /// While all decoders were there.
    free_memory: Option<usize>,
}

/// What a thread tells when it is done.
struct Done {
    time: Duration,
    frames: u64,
    decoder: Decoder,
}

impl DecPerf {
    fn decoders(&self, contexts: &[Device], clip: &Clip) -> Result<Vec<Decoder>> {
        let api = nvdec::Api::load()?;
        let group = DecoderGroup::new();
        let start = |device: &Device| {
            let mut decoder = api.decoder(&device.context, clip.codec());
            decoder = decoder.output_surfaces(self.surfaces);
            if !self.free {
                decoder = decoder.group(&group);
            }
            if let Some(pictures) = self.in_flight {
                decoder = decoder.in_flight(pictures);
            }
            Ok(decoder.display_delay(self.delay).start()?)
        };
        let contexts = contexts.iter().cycle();
        contexts.take(self.threads.get()).map(start).collect()
    }

    fn measure(
        &self,
        spread: &Spread,
        clip: &Clip,
        gauge: &Gauge,
        decoders: Vec<Decoder>,
    ) -> Result<Results> {
        let start = gauge.start();
        thread::scope(|scope| {
            let workers = decoders.into_iter().zip(gauge.counters());
            let threads: Vec<_> = workers
                .zip(spread.contexts.iter().cycle())
                .map(|((decoder, counter), device)| {
                    let sink = self.sink(device, counter, gauge);
                    scope.spawn(move || self.work(decoder, clip, sink))
                })
                .collect();
            let steady = self.seconds.map(|time| gauge.measure_steady(time));
            let free_memory = free_memory(&spread.gpus);
            if steady.is_some() {
                gauge.stop();
            }
            let done = join(threads)?;
            let all = gauge.since(&start);
            Ok(results(steady, all, &done, free_memory))
        })
    }

    fn sink<'a>(&self, device: &Device, counter: &'a Counter, gauge: &'a Gauge) -> Sink<'a> {
        Sink {
            host: self.host.then(|| Download::new(device)),
            map: !self.no_map,
            counter,
            gauge,
        }
    }

    /// A failure stops the other threads.
    fn work(&self, mut decoder: Decoder, clip: &Clip, mut sink: Sink<'_>) -> Result<Done> {
        let started = Instant::now();
        let done = self.decode(&mut decoder, clip, &mut sink);
        if done.is_err() {
            sink.gauge.stop();
        }
        done.map(|()| Done {
            time: started.elapsed(),
            frames: sink.counter.frames(),
            decoder,
        })
    }

    fn decode(&self, decoder: &mut Decoder, clip: &Clip, sink: &mut Sink<'_>) -> Result<()> {
        let loops = self.seconds.map_or(self.loops.get(), |_| u32::MAX);
        for _ in 0..loops {
            for (packet, timestamp) in clip.packets() {
                sink.take(decoder.push(packet, timestamp))?;
                if sink.gauge.is_stopped() {
                    return Ok(());
                }
            }
            if sink.counter.frames() == 0 {
                // A stream without a picture is an error at its end only.
                sink.take(decoder.finish())?;
            }
        }
        sink.take(decoder.finish())
    }

    fn print(
        &self,
        results: &Results,
        spread: &Spread,
        first_frame: Option<Duration>,
        memory: Option<usize>,
    ) {
        let measured = &results.measured;
        let (seconds, fps) = (measured.time.as_secs_f64(), measured.fps());
        for (number, fps) in results.thread_fps.iter().enumerate() {
            println!("Thread {number}: FPS={}", general(*fps));
        }
        println!("CPU={} ms a frame", general(measured.cpu_ms()));
        let (time, rate) = (general(seconds), general(fps));
        println!(
            "Total Frames Decoded={}, time={time} seconds, FPS={rate}",
            measured.total()
        );
        if self.json {
            println!("{}", self.json(results, spread, first_frame, memory));
        }
    }

    fn json(
        &self,
        results: &Results,
        spread: &Spread,
        first_frame: Option<Duration>,
        memory: Option<usize>,
    ) -> Value {
        let (measured, info) = (&results.measured, results.info.as_ref());
        json!({
            "program": Self::NAME,
            "devices": spread.names(),
            "codec": info.map(|info| info.codec.to_string()),
            "size": info.map(|info| info.size().to_string()),
            "threads": self.threads,
            "surfaces": self.surfaces,
            "single_context": self.single,
            "free": self.free,
            "delay": self.delay,
            "in_flight": self.in_flight,
            "map": !self.no_map,
            "host": self.host,
            "steady": self.seconds.is_some(),
            "frames": measured.total(),
            "seconds": measured.time.as_secs_f64(),
            "ended_at": measured.ended_at(),
            "fps": measured.fps(),
            "thread_fps": results.thread_fps,
            "cpu_ms_per_frame": measured.cpu_ms(),
            "first_frame_seconds": first_frame.map(|time| time.as_secs_f64()),
            "device_memory_bytes": memory,
        })
    }
}

fn results(
    steady: Option<Measured>,
    all: Measured,
    done: &[Done],
    free_memory: Option<usize>,
) -> Results {
    let own = |done: &Done| done.frames as f64 / done.time.as_secs_f64();
    Results {
        thread_fps: match &steady {
            Some(steady) => steady.thread_fps(),
            None => done.iter().map(own).collect(),
        },
        free_memory: free_memory.filter(|_| steady.is_some()),
        measured: steady.unwrap_or(all),
        info: done.first().and_then(|done| done.decoder.info().cloned()),
    }
}

/// Of all of them; `None` where the driver does not tell.
fn free_memory(gpus: &[Device]) -> Option<usize> {
    let free = |device: &Device| Some(device.context.mem_get_info().ok()?.0);
    gpus.iter().map(free).sum()
}

fn join(threads: Vec<ScopedJoinHandle<'_, Result<Done>>>) -> Result<Vec<Done>> {
    let join = |thread: ScopedJoinHandle<'_, Result<Done>>| match thread.join() {
        Ok(done) => done,
        Err(panic) => std::panic::resume_unwind(panic),
    };
    // Decoders stay until all threads are done: ending one would slow the others down.
    threads.into_iter().map(join).collect()
}

/// Where a thread's frames end.
struct Sink<'a> {
    host: Option<Download>,
    map: bool,
    counter: &'a Counter,
    gauge: &'a Gauge,
}

impl Sink<'_> {
    fn take(&mut self, mut pictures: Pictures<'_>) -> Result<()> {
        while let Some(picture) = pictures.next()? {
            if self.map {
                let frame = picture.map()?;
                if let Some(host) = &mut self.host {
                    host.frame(&frame)?;
                }
            }
            self.counter.count();
            if self.gauge.is_stopped() {
                break;
            }
        }
        Ok(())
    }
}
