//! # How fast raw frames get from a file to the GPU
//!
//! 8K frames of a file in the page cache are uploaded as `enc-cuda` does it
//! (`HostFrame::upload_from`), by 1 to 16 threads with a session each, in each format that `-if`
//! names: the encoder takes all of them, so none is converted on the way. The rival is the fastest
//! way there is for one copy: a `cuMemcpyHtoD` from pinned memory, again and again. Each line says
//! what part of that is reached, and what a frame costs the processors. Before a format is
//! measured, the bytes of its frames are compared with those of the file.
//!
//! `benches/null-nvenc feed-rate [SECONDS]`, on a machine with a GPU; `feed-rate --test` for a
//! short run on the software device.

use benches::{SIZE, clock::process_time};
use nvenc::{
    Codec, DeviceBuffer, DeviceFrame as _, HostFrame, PixelFormat, Session,
    cudarc::driver::{CudaContext, result},
};
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
/// What `-if` takes.
const FORMATS: [PixelFormat; 11] = [
    PixelFormat::Iyuv,
    PixelFormat::Nv12,
    PixelFormat::Yv12,
    PixelFormat::P010,
    PixelFormat::Yuv444,
    PixelFormat::Yuv444P16,
    PixelFormat::Argb,
    PixelFormat::Argb10,
    PixelFormat::Ayuv,
    PixelFormat::Abgr,
    PixelFormat::Abgr10,
];

/// Raw pictures in a file without a name.
struct Video {
    file: File,
    format: PixelFormat,
    frames: usize,
}

fn main() -> Result<()> {
    match env::args().nth(1).as_deref() {
        Some("--test") => test(),
        word => measure(word.map_or(Ok(3.0), str::parse)?),
    }
}

/// Each format once, from end to end.
fn test() -> Result<()> {
    // SAFETY: no other thread is there yet.
    unsafe { env::set_var("NVSOFT_CODEC", "null") };
    softdevice::activate()?;
    let gpu = nvenc::open_device(0)?;
    for format in FORMATS {
        let video = Video::new(format, 2)?;
        video.check(&gpu)?;
        video.measure(&gpu, 2, Duration::from_millis(1))?;
    }
    println!("feed-rate: every byte came, in {} formats", FORMATS.len());
    Ok(())
}

fn measure(seconds: f64) -> Result<()> {
    let time = Duration::try_from_secs_f64(seconds)?;
    let gpu = nvenc::open_device(0)?;
    println!("{}: frames of {SIZE}", gpu.name()?);
    for format in FORMATS {
        let video = Video::new(format, FRAMES)?;
        video.check(&gpu)?;
        let best = pinned(&gpu, video.bytes(), time)?;
        println!("{format}\n  pinned copy          {:6.2} GB/s", best / 1e9);
        for threads in [1, 2, 4, 8, 12, 16] {
            let (fps, cpu) = video.measure(&gpu, threads, time)?;
            let rate = fps * video.bytes() as f64;
            println!(
                "  file, {threads} thread(s)    {:6.2} GB/s, {:.2} of the pinned copy, \
                 {fps:.1} frames/s, {:.1} ms CPU a frame",
                rate / 1e9,
                rate / best,
                cpu.as_secs_f64() * 1e3,
            );
        }
    }
    Ok(())
}

/// Bytes a second of one copy after the other.
fn pinned(gpu: &Arc<CudaContext>, bytes: usize, time: Duration) -> Result<f64> {
    let source = PinnedBuffer::new(gpu, bytes)?;
    let mut target = DeviceBuffer::new(gpu, bytes)?;
    target.write(source.as_slice())?;
    let (started, mut copies) = (Instant::now(), 0);
    while started.elapsed() < time {
        target.write(source.as_slice())?;
        copies += 1;
    }
    Ok((copies * bytes) as f64 / started.elapsed().as_secs_f64())
}

impl Video {
    /// Just written, and so in the page cache. No two frames are the same, and no two rows beside
    /// each other.
    fn new(format: PixelFormat, frames: usize) -> Result<Self> {
        let path = env::temp_dir().join(format!("feed-rate-{}.yuv", std::process::id()));
        let mut options = File::options();
        let file = options
            .read(true)
            .write(true)
            .create_new(true)
            .open(&path)?;
        std::fs::remove_file(&path)?;
        let mut video = Self {
            file,
            format,
            frames,
        };
        for number in 0..frames {
            let some: Vec<u8> = (0..251).map(|at| (at + number) as u8).collect();
            let picture = some.repeat(video.bytes().div_ceil(some.len()));
            video.file.write_all(&picture[..video.bytes()])?;
        }
        Ok(video)
    }

    /// Bytes of a packed frame.
    fn bytes(&self) -> usize {
        let pitch = self.format.min_pitch(SIZE);
        let planes = self.format.planes(SIZE, pitch, SIZE.height as usize);
        planes.packed_len()
    }

    fn frame(&self, number: usize) -> At<'_> {
        let number = number % self.frames;
        At {
            file: &self.file,
            offset: (number * self.bytes()) as u64,
        }
    }

    fn session(&self, gpu: &Arc<CudaContext>) -> Result<Session<HostFrame>> {
        let session = nvenc::Api::load()?.open(gpu)?.session(Codec::Hevc, SIZE);
        Ok(session.format(self.format).start()?)
    }

    /// That every row of a frame is in device memory as it is in the file.
    fn check(&self, gpu: &Arc<CudaContext>) -> Result<()> {
        let session = &mut self.session(gpu)?;
        for number in 0..2 {
            let mut frame = session.host_frame()?;
            frame.upload_from(&mut self.frame(number))?;
            let surface = frame.surface();
            let mut there = vec![!0; surface.byte_len()];
            // SAFETY: the frame is alive, and its memory as long as its surface says.
            unsafe { result::memcpy_dtoh_sync(&mut there, surface.address) }?;
            let mut picture = vec![0; self.bytes()];
            self.frame(number).read_exact(&mut picture)?;
            let mut picture = &picture[..];
            for plane in surface.planes().iter() {
                let (packed, rest) = picture.split_at(plane.packed_len());
                picture = rest;
                let rows = there[plane.offset..].chunks(plane.pitch);
                let mut rows = rows.zip(packed.chunks(plane.row_bytes));
                if !rows.all(|(row, packed)| row[..plane.row_bytes] == *packed) {
                    return Err(format!("{}: frame {number} came otherwise", self.format).into());
                }
            }
        }
        Ok(())
    }

    /// Frames a second of all threads together, and what one costs the processors. Each has
    /// uploaded one before: the making of its buffers is no part of the rate.
    fn measure(
        &self,
        gpu: &Arc<CudaContext>,
        threads: usize,
        time: Duration,
    ) -> Result<(f64, Duration)> {
        let sessions = (0..threads).map(|number| {
            let mut session = self.session(gpu)?;
            session.host_frame()?.upload_from(&mut self.frame(number))?;
            Ok(session)
        });
        let sessions = sessions.collect::<Result<Vec<_>>>()?;
        let (started, before) = (Instant::now(), process_time());
        let frames = thread::scope(|scope| {
            let work = |(number, session)| scope.spawn(move || self.feed(session, number, time));
            let threads: Vec<_> = sessions.into_iter().enumerate().map(work).collect();
            let done = threads.into_iter().map(|thread| {
                let done = thread.join();
                done.map_err(|_| "a thread panicked")?
            });
            done.sum::<Result<usize>>()
        })?;
        let fps = frames as f64 / started.elapsed().as_secs_f64();
        Ok((fps, (process_time() - before) / frames as u32))
    }

    /// Uploads every frame of the file in turn, beginning with one of its own.
    fn feed(&self, mut session: Session<HostFrame>, first: usize, time: Duration) -> Result<usize> {
        let (started, mut frames) = (Instant::now(), 0);
        while frames == 0 || started.elapsed() < time {
            let mut frame = session.host_frame()?;
            frame.upload_from(&mut self.frame(first + frames))?;
            frames += 1;
        }
        Ok(frames)
    }
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
