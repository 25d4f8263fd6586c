//! One video to several streams: decoded once for each size, as NVDEC scales pictures while it
//! gives them out, to one size for each decoder.

use std::num::{NonZeroU32, NonZeroUsize};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::{self, ScopedJoinHandle};
use std::time::Duration;

use nvdec::Frame;
use nvenc::{PixelFormat, Size};

use super::clip::Clip;
use super::encoding::Encoding;
use super::feed::{self, Feed};
use super::raw_video::Layout;
use super::transcoded::{Coder, Transcoded};
use crate::device::{Device, PATIENCE, admission};
use crate::error::{Error, Result};

/// What all outputs have in common.
pub(super) struct Ladder<'a> {
    pub(super) clip: Clip,
    pub(super) device: Device,
    pub(super) encoding: &'a Encoding,
    /// The format to decode to; the decoder's own unless given.
    pub(super) format: Option<PixelFormat>,
    /// Sessions for each output.
    pub(super) sessions: Option<NonZeroUsize>,
    /// An output has failed: the others end early.
    pub(super) failed: AtomicBool,
}

/// Outputs of one size; `None` for that of the video.
type Group = (Option<Size>, Vec<Transcoded>);
/// An output that has what encodes it.
type Begun = (Transcoded, Coder);

impl Ladder<'_> {
    /// Makes all outputs, those of one size from one decoder.
    pub(super) fn run(&self, outputs: Vec<Transcoded>) -> Result<Vec<Transcoded>> {
        let groups = self.groups(outputs)?;
        let done = thread::scope(|scope| {
            let threads: Vec<_> = groups
                .into_iter()
                .map(|(size, outputs)| scope.spawn(move || self.transcode(size, outputs)))
                .collect();
            threads.into_iter().map(join).collect::<Result<Vec<_>>>()
        })?;
        Ok(done.into_iter().flatten().collect())
    }

    fn groups(&self, outputs: Vec<Transcoded>) -> Result<Vec<Group>> {
        let sizes = outputs.iter().map(|output| output.rung.size);
        let (own, given) = sizes.partition::<Vec<_>, _>(Option::is_none);
        // Who wrote the video's own size meant the same as who wrote none.
        let own = match own.is_empty() || given.is_empty() {
            true => None,
            false => self.own_size()?,
        };
        let mut groups: Vec<Group> = Vec::new();
        for output in outputs {
            let size = output.rung.size.filter(|size| Some(*size) != own);
            match groups.iter_mut().find(|group| group.0 == size) {
                Some((_, members)) => members.push(output),
                None => groups.push((size, vec![output])),
            }
        }
        Ok(groups)
    }

    /// The size of the first picture, for which a few are decoded.
    fn own_size(&self) -> Result<Option<Size>> {
        thread::scope(|scope| {
            let (sender, frames) = sync_channel(0);
            let decoder = scope.spawn(|| self.decode(None, sender));
            let first = frames.recv().ok().map(|frame| frame.size());
            drop(frames);
            join(decoder).map(|()| first)
        })
    }

    /// Decodes once for all of these outputs; again only for those that had to wait for a
    /// session.
    fn transcode(
        &self,
        size: Option<Size>,
        mut outputs: Vec<Transcoded>,
    ) -> Result<Vec<Transcoded>> {
        let mut all = Vec::new();
        while !outputs.is_empty() {
            let (done, later) = self.pass(size, outputs)?;
            all.extend(done);
            outputs = later;
        }
        Ok(all)
    }

    /// A failed decoder ends the frames early, so its failure is the one to tell.
    fn pass(
        &self,
        size: Option<Size>,
        outputs: Vec<Transcoded>,
    ) -> Result<(Vec<Transcoded>, Vec<Transcoded>)> {
        let done = thread::scope(|scope| {
            let (sender, frames) = sync_channel(0);
            let decoder = scope.spawn(move || self.decode(size, sender));
            let encoded = self.encode(frames, outputs);
            join(decoder).and(encoded)
        });
        if done.is_err() {
            self.failed.store(true, Relaxed);
        }
        done
    }

    fn decode(&self, size: Option<Size>, frames: SyncSender<Frame>) -> Result<()> {
        // One more is on its way from the decoder to the encoders.
        let surfaces = self.encoding.frames_held() + feed::SURFACES + 1;
        let mut decoder = nvdec::Api::load()?
            .decoder(&self.device.context, self.clip.codec())
            .output_surfaces(NonZeroU32::MIN.saturating_add(surfaces));
        if let Some(size) = size {
            decoder = decoder.resize(size);
        }
        if let Some(format) = self.format {
            decoder = decoder.output_format(format);
        }
        Feed::new(&frames).stream(&mut decoder.start()?, &self.clip)
    }

    /// Gives back the outputs that are done, and those for which there was no session.
    fn encode(
        &self,
        frames: Receiver<Frame>,
        outputs: Vec<Transcoded>,
    ) -> Result<(Vec<Transcoded>, Vec<Transcoded>)> {
        let Ok(first) = frames.recv() else {
            return Ok((outputs, Vec::new()));
        };
        let (size, format) = (first.size(), first.format());
        let (begun, later) = self.begin(outputs, Layout { size, format })?;
        let frames = std::iter::once(first).chain(frames);
        let frames = frames.take_while(|_| !self.failed.load(Relaxed));
        Ok((share(frames.map(Arc::new), begun)?, later))
    }

    /// Waits for one session.
    fn begin(
        &self,
        outputs: Vec<Transcoded>,
        layout: Layout,
    ) -> Result<(Vec<Begun>, Vec<Transcoded>)> {
        let (mut begun, mut later) = (Vec::new(), Vec::new());
        for output in outputs {
            let encoding = self.encoding.at(output.rung.bitrate);
            match self.coder(&encoding, layout, self.patience(&begun)) {
                Ok(coder) => {
                    encoding.print_parameters(layout);
                    begun.push((output, coder));
                }
                Err(Error::Encode(nvenc::Error::NoSession { .. })) if !begun.is_empty() => {
                    later.push(output);
                }
                Err(error) => return Err(error),
            }
        }
        Ok((begun, later))
    }

    /// Who has a session and waits for another might wait for ever.
    fn patience(&self, begun: &[Begun]) -> Duration {
        let keeps = |(_, coder): &Begun| coder.keeps_session(self.encoding);
        match begun.iter().any(keeps) {
            true => Duration::ZERO,
            false => PATIENCE,
        }
    }

    fn coder(&self, encoding: &Encoding, layout: Layout, patience: Duration) -> Result<Coder> {
        encoding.check(layout)?;
        let line = admission()?;
        let encoder = line.open(&self.device.context, patience)?;
        let Some(several) = self.device.segments(&encoder, self.sessions)? else {
            let session = encoding.session(encoder, layout)?;
            return Ok(Coder::One(Box::new(session.start()?)));
        };
        drop(encoder); // it counts as a session
        let several = several.admission(&line, patience);
        let several = several.start(encoding.sessions(layout)?)?;
        Ok(Coder::Several(Box::new(several)))
    }
}

/// Gives each frame to all outputs, at the pace of the slowest.
fn share(frames: impl Iterator<Item = Arc<Frame>>, outputs: Vec<Begun>) -> Result<Vec<Transcoded>> {
    thread::scope(|scope| {
        let begin = |(output, coder): Begun| {
            let (sender, frames) = sync_channel(feed::QUEUE as usize);
            (sender, scope.spawn(move || output.encode(coder, frames)))
        };
        let (senders, threads): (Vec<_>, Vec<_>) = outputs.into_iter().map(begin).unzip();
        for frame in frames {
            let given = |sender: &SyncSender<_>| sender.send(Arc::clone(&frame)).is_ok();
            if !senders.iter().all(given) {
                break; // that one will say why
            }
        }
        drop(senders);
        threads.into_iter().map(join).collect()
    })
}

fn join<T>(thread: ScopedJoinHandle<'_, Result<T>>) -> Result<T> {
    match thread.join() {
        Ok(done) => done,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}
