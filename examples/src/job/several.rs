//! Encoding by several sessions at the same time.

use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Instant;

use nvdec::Frame;
use nvenc::Picture;
use nvenc::parallel::{SegmentEncoder, SegmentFrame, SegmentPacket};

use super::encode::Output;
use super::raw::RawReader;
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
            let started = Instant::now();
            let mut copy = self.encoder.frame()?;
            copy.copy(&frame)?;
            drop(frame); // the decoder can use its surface again
            report.seconds.encode += started.elapsed();
            self.encode(copy, pts, report)?;
        }
        self.drain(report)
    }

    /// Encodes pictures that are not coded.
    pub(super) fn of_raw(mut self, source: Source, report: &mut Report) -> Result<()> {
        thread::scope(|scope| {
            let mut reader =
                RawReader::start(scope, source, |frame: &mut SegmentFrame, picture| {
                    frame.upload_from(picture)
                });
            while let Some(filled) = reader.next(|| self.encoder.frame())? {
                report.seconds.read += filled.time;
                self.encode(filled.frame, filled.pts, report)?;
            }
            drop(reader); // with the frames that it was to fill
            self.drain(report)
        })
    }

    fn encode(&mut self, frame: SegmentFrame, pts: i64, report: &mut Report) -> Result<()> {
        self.output.expect(pts);
        let started = Instant::now();
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
