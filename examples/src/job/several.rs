//! Encoding by several sessions at the same time.

use std::sync::mpsc::Receiver;
use std::time::Instant;

use nvdec::Frame;
use nvenc::Picture;
use nvenc::parallel::{SegmentEncoder, SegmentFrame, SegmentPacket};

use super::encode::{Output, planes};
use super::{Report, Source};
use crate::error::Result;
use crate::mux::Coded;

/// Several sessions, and where their packets go.
#[derive(Debug)]
pub(super) struct Several<'a> {
    encoder: SegmentEncoder,
    output: Output<'a>,
}

impl<'a> Several<'a> {
    pub(super) fn new(encoder: SegmentEncoder, output: Output<'a>) -> Self {
        Self { encoder, output }
    }

    /// Encodes copies of a decoder's frames.
    pub(super) fn of_decoded(
        mut self,
        first: Frame,
        frames: &Receiver<Frame>,
        timed: bool,
        report: &mut Report,
    ) -> Result<()> {
        for frame in std::iter::once(first).chain(frames) {
            let pts = match timed {
                true => frame.timestamp(),
                false => report.frames as i64,
            };
            self.encode(pts, report, |copy| copy.copy(&frame))?;
        }
        self.drain(report)
    }

    /// Encodes pictures in host memory.
    pub(super) fn of_raw(mut self, mut source: Source, report: &mut Report) -> Result<()> {
        let (size, limit) = (source.info().size, source.limit());
        while report.frames < limit {
            let started = Instant::now();
            let Some(picture) = source.next()? else {
                break;
            };
            report.seconds.read += started.elapsed();
            let planes = planes(picture.data, size);
            self.encode(picture.pts, report, |frame| frame.upload(&planes))?;
        }
        self.drain(report)
    }

    fn encode(
        &mut self,
        pts: i64,
        report: &mut Report,
        fill: impl FnOnce(&mut SegmentFrame) -> std::result::Result<(), nvenc::Error>,
    ) -> Result<()> {
        self.output.expect(pts);
        let started = Instant::now();
        let mut frame = self.encoder.frame()?;
        fill(&mut frame)?;
        self.encoder
            .submit(frame, Picture::at(pts))
            .map_err(|failed| failed.error)?;
        report.seconds.encode += started.elapsed();
        report.add_frame(pts);
        loop {
            let started = Instant::now();
            let packet = self.encoder.receive()?;
            report.seconds.encode += started.elapsed();
            match packet {
                Some(packet) => self.output.write(coded(&packet), report)?,
                None => return Ok(()),
            }
        }
    }

    fn drain(mut self, report: &mut Report) -> Result<()> {
        let mut drain = self.encoder.finish();
        loop {
            let started = Instant::now();
            let packet = drain.receive()?;
            report.seconds.encode += started.elapsed();
            match packet {
                Some(packet) => self.output.write(coded(&packet), report)?,
                None => break,
            }
        }
        report.underflows = drain.underflows();
        Ok(())
    }
}

fn coded<'p>(packet: &'p SegmentPacket<'_>) -> Coded<'p> {
    Coded {
        data: packet,
        pts: packet.timestamp(),
        keyframe: packet.is_keyframe(),
    }
}
