//! The pictures of a file on their way to the encoder, several threads ahead of it.
//!
//! One thread copies from the page cache slower than the bus to the GPU takes it. So each of
//! several uploads every so many-th picture, reading some rows while those before are copied to
//! the GPU; they are handed out in the order of the file.

use std::num::NonZeroUsize;
use std::thread::{self, Scope};

use nvenc::{HostFrame, Session};

use super::raw_video::RawVideo;
use crate::error::{Error, Result};
use crate::filler::Filler;

/// Threads at most: more than these fill no bus.
const MOST: NonZeroUsize = NonZeroUsize::new(8).unwrap();

/// Pictures of a file in their order. It holds one frame for each of its threads, no more.
#[derive(Debug)]
pub(super) struct FrameReader {
    threads: Vec<Thread>,
    frames: u64,
    /// Frames that threads were asked to fill.
    asked: u64,
    given: u64,
}

/// It has one frame at a time.
type Thread = Filler<(u64, HostFrame), HostFrame>;

/// As many threads as there are processors, up to 8.
pub(super) fn threads() -> NonZeroUsize {
    thread::available_parallelism().map_or(NonZeroUsize::MIN, |count| count.min(MOST))
}

impl FrameReader {
    /// Starts the threads. They end when the reader is dropped.
    pub(super) fn start<'s>(
        scope: &'s Scope<'s, '_>,
        video: &'s RawVideo,
        threads: NonZeroUsize,
    ) -> Self {
        let useful = usize::try_from(video.frames()).unwrap_or(usize::MAX);
        let threads = 0..threads.get().min(useful);
        Self {
            threads: threads
                .map(|_| Filler::start(scope, 1, |empty| fill(video, empty)))
                .collect(),
            frames: video.frames(),
            asked: 0,
            given: 0,
        }
    }

    /// The next picture, in a frame of the session's; `None` after the last.
    pub(super) fn next(&mut self, session: &mut Session<HostFrame>) -> Result<Option<HostFrame>> {
        while self.asked < self.frames.min(self.given + self.threads.len() as u64) {
            self.thread(self.asked)
                .give((self.asked, session.host_frame()?));
            self.asked += 1;
        }
        if self.given == self.frames {
            return Ok(None);
        }
        let full = self.thread(self.given).take();
        self.given += 1;
        full.map(Some)
    }

    fn thread(&self, number: u64) -> &Thread {
        &self.threads[(number % self.threads.len() as u64) as usize]
    }
}

fn fill(video: &RawVideo, (number, mut frame): (u64, HostFrame)) -> Result<HostFrame> {
    let filled = frame.upload_from(&mut video.picture(number));
    filled.map_err(Error::upload)?;
    Ok(frame)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sdk::raw_video::Layout;
    use nvenc::cudarc::driver::result;
    use nvenc::{Codec, DeviceFrame as _, PixelFormat, Size};
    use std::fs;

    /// 7 pictures of which each byte is the picture's number, and their file.
    fn video(size: Size) -> (tempfile::NamedTempFile, RawVideo) {
        let format = PixelFormat::Iyuv;
        let picture = size.width as usize * size.height as usize * 3 / 2;
        let bytes: Vec<u8> = (0..7).flat_map(|number| vec![number; picture]).collect();
        let file = tempfile::NamedTempFile::new().unwrap();
        fs::write(file.path(), bytes).unwrap();
        let video = RawVideo::open(file.path(), Layout { size, format }).unwrap();
        (file, video)
    }

    fn session(size: Size) -> Session<HostFrame> {
        softdevice::activate().unwrap();
        let gpu = nvenc::open_device(0).unwrap();
        let encoder = nvenc::Api::load().unwrap().open(&gpu).unwrap();
        let builder = encoder.session(Codec::Hevc, size);
        builder.format(PixelFormat::Iyuv).start().unwrap()
    }

    /// The first and the last sample of a frame in device memory.
    fn ends(frame: &HostFrame) -> [u8; 2] {
        let (surface, mut ends) = (frame.surface(), [0; 2]);
        let planes = surface.planes();
        let last = &planes[planes.len() - 1];
        let at = last.offset + (last.rows - 1) * last.pitch + last.row_bytes - 1;
        let places = [surface.address, surface.address + at as u64];
        for (end, place) in ends.chunks_mut(1).zip(places) {
            // SAFETY: the place is within the frame, which is alive.
            unsafe { result::memcpy_dtoh_sync(end, place) }.unwrap();
        }
        ends
    }

    #[test]
    fn pictures_come_whole_and_in_order() {
        for (threads, width) in [(1, 320), (2, 512), (3, 320), (16, 512)] {
            let size = Size::new(width, 192);
            let ((_file, video), mut session) = (video(size), session(size));
            thread::scope(|scope| {
                let threads = NonZeroUsize::new(threads).unwrap();
                let mut reader = FrameReader::start(scope, &video, threads);
                for number in 0..7 {
                    let frame = reader.next(&mut session).unwrap().unwrap();
                    assert_eq!(ends(&frame), [number; 2], "{threads} threads");
                }
                assert!(reader.next(&mut session).unwrap().is_none());
            });
        }
    }

    #[test]
    fn a_file_that_shrinks_is_told_and_ends_all_threads() {
        let size = Size::new(320, 192);
        let ((file, video), mut session) = (video(size), session(size));
        file.as_file().set_len(3 * 320 * 192 * 3 / 2 + 5).unwrap();
        thread::scope(|scope| {
            let mut reader = FrameReader::start(scope, &video, MOST);
            for _ in 0..3 {
                assert!(reader.next(&mut session).unwrap().is_some());
            }
            let error = reader.next(&mut session).unwrap_err().to_string();
            assert!(error.starts_with("reading the input: "), "{error}");
        });
    }
}
