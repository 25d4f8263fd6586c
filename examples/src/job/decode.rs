//! Decoding on a thread of its own, into a short queue of frames in device memory.

use std::num::NonZeroU32;
use std::ops::Range;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, OnceLock};
use std::thread::{self, JoinHandle};
use std::time::Instant;

use nvdec::{Decoder, Frame, Pictures, StreamInfo};

use super::owed::{Missing, Owed};
use super::{Seconds, Source};
use crate::demux::Codec;
use crate::device::Device;
use crate::error::{Error, Result};
use crate::log;

/// Decoded frames that wait for their turn. Two hide that times differ from frame to frame.
pub(super) const QUEUE: u32 = 2;

/// A running decoder. Frames end early when it fails; [`join`](Self::join) tells why.
#[derive(Debug)]
pub(crate) struct Decoding {
    frames: Receiver<Frame>,
    stream: Arc<OnceLock<StreamInfo>>,
    thread: JoinHandle<Result<Seconds>>,
}

impl Decoding {
    /// Starts decoding all of `source`. `surfaces` frames can exist at once.
    pub(crate) fn start(source: Source, device: &Device, surfaces: u32) -> Result<Self> {
        let codec = codec(source.info().codec)?;
        let surfaces = NonZeroU32::MIN.saturating_add(surfaces);
        let decoder = nvdec::Api::load()?
            .decoder(&device.context, codec)
            .output_surfaces(surfaces)
            .start()?;
        let (sender, frames) = sync_channel(QUEUE as usize);
        let output = Output::new(sender, &source);
        let stream = output.stream.clone();
        let thread = thread::Builder::new()
            .name("decode".to_owned())
            .spawn(move || decode(source, decoder, output))
            .map_err(Error::system("starting a thread"))?;
        Ok(Self {
            frames,
            stream,
            thread,
        })
    }

    /// The frames, in the order in which they are shown.
    pub(crate) fn frames(&self) -> &Receiver<Frame> {
        &self.frames
    }

    /// What the stream says of itself, once there is a frame.
    pub(super) fn stream(&self) -> Option<&StreamInfo> {
        self.stream.get()
    }

    /// Ends the decoder, if it still runs, and tells how it went.
    pub(crate) fn join(self) -> Result<Seconds> {
        drop(self.frames);
        match self.thread.join() {
            Ok(decoded) => decoded,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    }
}

fn codec(codec: Codec) -> Result<nvdec::Codec> {
    let raw = || Error::BadInput("raw video needs no decoder".to_owned());
    codec.decoded().ok_or_else(raw)
}

fn decode(mut source: Source, mut decoder: Decoder, mut output: Output) -> Result<Seconds> {
    let codec = source.info().codec;
    loop {
        let started = Instant::now();
        let packet = source.next()?;
        output.seconds.read += started.elapsed();
        let Some(packet) = packet else {
            break;
        };
        output.owed.push(codec, &packet, &output.window);
        let pictures = decoder.push(packet.data, packet.pts);
        if output.take(pictures)? == Flow::Enough {
            return output.end(&source);
        }
    }
    if output.take(decoder.finish())? == Flow::More {
        output.owed.end();
    }
    output.end(&source)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Flow {
    More,
    Enough,
}

/// Where frames go, and the time that it took to make them.
struct Output {
    frames: SyncSender<Frame>,
    left: u64,
    /// Which times are wanted.
    window: Range<i64>,
    owed: Owed,
    stream: Arc<OnceLock<StreamInfo>>,
    seconds: Seconds,
}

impl Output {
    fn new(frames: SyncSender<Frame>, source: &Source) -> Self {
        Self {
            frames,
            left: source.limit(),
            window: source.window(),
            owed: Owed::default(),
            stream: Arc::default(),
            seconds: Seconds::default(),
        }
    }

    fn take(&mut self, mut pictures: Pictures<'_>) -> Result<Flow> {
        while self.left > 0 {
            let started = Instant::now();
            let frame = match pictures.next()? {
                Some(picture) if !self.window.contains(&picture.timestamp()) => continue,
                Some(picture) => picture.map()?,
                None => {
                    self.seconds.decode += started.elapsed();
                    return Ok(Flow::More);
                }
            };
            self.seconds.decode += started.elapsed();
            if let (None, Some(stream)) = (self.stream.get(), pictures.stream()) {
                let _ = self.stream.set(stream.clone()); // it is set once
            }
            self.left -= 1;
            self.owed.came(frame.timestamp());
            if self.frames.send(frame).is_err() {
                return Ok(Flow::Enough); // whoever took the frames has given up
            }
        }
        Ok(Flow::Enough)
    }

    /// Nobody would notice later that a video lacks some of its pictures.
    fn end(self, source: &Source) -> Result<Seconds> {
        if self.stream.get().is_some_and(|stream| !stream.progressive) {
            log::say(&format!(
                "warning    {} is coded as interlaced: both fields stay in each picture, in \
                 alternate rows, and the output does not say so; where they are of two times \
                 `ffmpeg -i FILE -vf bwdif -c:a copy OTHER` before makes whole pictures of them",
                source.name()
            ));
        }
        // Two fields may have a packet each, and bare streams have no times.
        let is_told = self.stream.get().is_some_and(|stream| stream.progressive);
        let Missing { pictures, first } = self.owed.missing();
        let Some(first) = first.filter(|_| is_told && source.info().timed) else {
            return Ok(self.seconds);
        };
        let missing = format!(
            "{}: {pictures} of its pictures cannot be decoded, the first at the time {first}",
            source.name()
        );
        if !source.may_lack_pictures() {
            return Err(Error::BadInput(format!(
                "{missing}: it is damaged, and --allow-missing goes on without them"
            )));
        }
        log::say(&format!("warning    {missing}"));
        Ok(self.seconds)
    }
}
