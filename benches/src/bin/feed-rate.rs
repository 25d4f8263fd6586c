//! # How fast raw frames get from a file to the GPU
//!
//! 8K frames of a file in the page cache are uploaded as an encoder takes them
//! (`HostFrame::upload_from`), by 1 to 16 threads with a session each. The rival is the fastest way
//! there is for one copy: a `cuMemcpyHtoD` from pinned memory, again and again. Each line says
//! what part of that is reached, and what a frame costs the processors.
//!
//! `benches/null-nvenc feed-rate [SECONDS]`, on a machine with a GPU.

use benches::{SIZE, clock::process_time};
use nvenc::{Codec, DeviceBuffer, HostFrame, PixelFormat, Session, cudarc::driver::CudaContext};
use nvframe::PinnedBuffer;
use std::{
    env,
    error::Error,
    fs::File,
    io::{self, Read, Write as _},
    os::unix::fs::FileExt as _,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Frames in the file: enough that none is in a processor's cache when its turn comes.
const FRAMES: usize = 16;

fn main() -> Result<()> {
    let seconds: f64 = env::args().nth(1).map_or(Ok(3.0), |word| word.parse())?;
    let time = Duration::try_from_secs_f64(seconds)?;
    let gpu = nvenc::open_device(0)?;
    println!("{}: IYUV frames of {SIZE}", gpu.name()?);
    let best = pinned(&gpu, time)?;
    println!("pinned copy          {:6.2} GB/s", best / 1e9);
    let file = raw_file()?;
    for threads in [1, 2, 4, 8, 12, 16] {
        let cpu = process_time();
        let (frames, elapsed) = upload(&gpu, &file, threads, time)?;
        let cpu = (process_time() - cpu).as_secs_f64() * 1e3 / frames as f64;
        let rate = (frames * bytes()) as f64 / elapsed.as_secs_f64();
        println!(
            "file, {threads} thread(s)    {:6.2} GB/s, {:.2} of the pinned copy, {:.1} frames/s, \
             {cpu:.1} ms CPU a frame",
            rate / 1e9,
            rate / best,
            frames as f64 / elapsed.as_secs_f64(),
        );
    }
    Ok(())
}

/// Bytes of a packed frame.
fn bytes() -> usize {
    SIZE.width as usize * SIZE.height as usize * 3 / 2
}

/// Bytes a second of one copy after the other.
fn pinned(gpu: &Arc<CudaContext>, time: Duration) -> Result<f64> {
    let source = PinnedBuffer::new(gpu, bytes())?;
    let mut target = DeviceBuffer::new(gpu, bytes())?;
    target.write(source.as_slice())?;
    let (started, mut copies) = (Instant::now(), 0);
    while started.elapsed() < time {
        target.write(source.as_slice())?;
        copies += 1;
    }
    Ok((copies * bytes()) as f64 / started.elapsed().as_secs_f64())
}

/// A file without a name, just written and so in the page cache.
fn raw_file() -> Result<File> {
    let path = env::temp_dir().join(format!("feed-rate-{}.yuv", std::process::id()));
    let options = File::options()
        .read(true)
        .write(true)
        .create_new(true)
        .open(&path);
    let mut file = options?;
    std::fs::remove_file(&path)?;
    for number in 0..FRAMES {
        file.write_all(&vec![16 + number as u8; bytes()])?;
    }
    Ok(file)
}

/// Frames uploaded by all threads, and how long that took.
fn upload(
    gpu: &Arc<CudaContext>,
    file: &File,
    threads: usize,
    time: Duration,
) -> Result<(usize, Duration)> {
    let sessions = (0..threads)
        .map(|_| session(gpu))
        .collect::<Result<Vec<_>>>()?;
    let started = Instant::now();
    thread::scope(|scope| {
        let work = |(number, session)| scope.spawn(move || feed(session, file, number, time));
        let threads: Vec<_> = sessions.into_iter().enumerate().map(work).collect();
        let mut frames = 0;
        for thread in threads {
            frames += thread.join().map_err(|_| "a thread panicked")??;
        }
        Ok((frames, started.elapsed()))
    })
}

fn session(gpu: &Arc<CudaContext>) -> Result<Session<HostFrame>> {
    let encoder = nvenc::Api::load()?.open(gpu)?;
    Ok(encoder
        .session(Codec::Hevc, SIZE)
        .format(PixelFormat::Iyuv)
        .start()?)
}

/// Uploads every frame of the file in turn, beginning with one of its own.
fn feed(
    mut session: Session<HostFrame>,
    file: &File,
    number: usize,
    time: Duration,
) -> Result<usize> {
    let (started, mut frames) = (Instant::now(), 0);
    while started.elapsed() < time {
        let at = (number + frames) % FRAMES * bytes();
        let mut from = At {
            file,
            offset: at as u64,
        };
        session.host_frame()?.upload_from(&mut from)?;
        frames += 1;
    }
    Ok(frames)
}

/// A file from some place on: threads share it, each with a place of its own.
struct At<'a> {
    file: &'a File,
    offset: u64,
}

impl Read for At<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read_at(buffer, self.offset)?;
        self.offset += read as u64;
        Ok(read)
    }
}
