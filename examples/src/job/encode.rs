//! Encoding, on the thread that runs the job.

use std::num::NonZeroU32;
use std::thread;
use std::time::Instant;

use nvdec::{DeviceFrame, Rational, Size};
use nvenc::parallel::SegmentBuilder;
use nvenc::{Codec, Encoder, HostFrame, Packet, Picture, PixelFormat, Session};

use super::decode::Decoding;
use super::raw::RawReader;
use super::several::Several;
use super::{Report, Settings, Source, no_pictures, signal};
use crate::demux::Appearance;
use crate::device::Device;
use crate::error::Result;
use crate::mux::{Coded, Muxer};
use crate::progress::Progress;

/// Frames that the encoder may hold while it works, beside those that wait for others.
const IN_FLIGHT: NonZeroU32 = NonZeroU32::new(4).unwrap();

/// All that is needed to encode but the frames.
#[derive(Debug)]
pub(super) struct Encoding<'a> {
    encoder: Encoder,
    device: &'a Device,
    settings: &'a Settings,
    codec: Codec,
    frame_rate: Rational,
    /// Whether the input tells when its pictures are shown.
    timed: bool,
    name: String,
    /// How the pictures are to be shown.
    appearance: Appearance,
    output: Output<'a>,
}

/// Where packets go.
#[derive(Debug)]
pub(super) struct Output<'a> {
    muxer: &'a mut Muxer,
    progress: Progress,
}

impl<'a> Encoding<'a> {
    pub(super) fn new(
        encoder: Encoder,
        device: &'a Device,
        settings: &'a Settings,
        codec: Codec,
        source: &Source,
        muxer: &'a mut Muxer,
        progress: Progress,
    ) -> Self {
        Self {
            encoder,
            device,
            settings,
            codec,
            timed: source.info().timed,
            frame_rate: source.frame_rate(settings.frame_rate),
            name: source.name().to_owned(),
            appearance: source.info().appearance,
            output: Output { muxer, progress },
        }
    }

    /// How many frames the encoder and this code keep from being used again.
    pub(super) fn frames_held(&self) -> u32 {
        self.in_flight().get() + 1
    }

    /// Encodes frames of a decoder where they are.
    pub(super) fn of_decoded(mut self, decoding: &Decoding, report: &mut Report) -> Result<()> {
        let frames = decoding.frames();
        let Ok(first) = frames.recv() else {
            return Err(no_pictures(&self.name));
        };
        report.size = first.size();
        if let Some(stream) = decoding.stream() {
            self.appearance = Appearance::of_stream(stream).or(self.appearance);
        }
        let timed = self.timed;
        if let Some(sessions) = self.several()? {
            let several = self.start_several(sessions, first.size(), first.format(), report)?;
            return several.of_decoded(first, frames, timed, report);
        }
        let (mut session, mut output) = self.start(first.size(), first.format(), report)?;
        for frame in std::iter::once(first).chain(frames) {
            let pts = match timed {
                true => frame.timestamp(),
                false => report.frames as i64,
            };
            output.encode(&mut session, frame, pts, report)?;
        }
        output.drain(session, report)
    }

    /// Encodes pictures that are not coded.
    pub(super) fn of_raw(self, source: Source, report: &mut Report) -> Result<()> {
        let size = source.info().size;
        if let Some(sessions) = self.several()? {
            let several = self.start_several(sessions, size, PixelFormat::Iyuv, report)?;
            return several.of_raw(source, report);
        }
        let (mut session, mut output) = self.start::<HostFrame>(size, PixelFormat::Iyuv, report)?;
        thread::scope(|scope| {
            let mut reader = RawReader::start(scope, source, |frame: &mut HostFrame, picture| {
                frame.upload_from(picture)
            });
            while let Some(filled) = reader.next(|| session.host_frame())? {
                report.seconds.read += filled.time;
                output.encode(&mut session, filled.frame, filled.pts, report)?;
            }
            output.drain(session, report)
        })
    }

    fn in_flight(&self) -> NonZeroU32 {
        IN_FLIGHT.saturating_add(self.settings.coding.frames_waiting())
    }

    fn start<I: DeviceFrame>(
        self,
        size: Size,
        format: PixelFormat,
        report: &mut Report,
    ) -> Result<(Session<I>, Output<'a>)> {
        let started = Instant::now();
        let in_flight = self.in_flight();
        let session = self
            .settings
            .session(self.encoder, self.codec, size, format)?
            .frame_rate(self.frame_rate)
            .in_flight(in_flight);
        let session = signal::tell(&self.appearance, session).start()?;
        self.output.muxer.show(self.appearance);
        report.seconds.encode += started.elapsed();
        Ok((session, self.output))
    }

    /// `None` for one session.
    fn several(&self) -> Result<Option<SegmentBuilder>> {
        Ok(self
            .device
            .segments(&self.encoder, self.settings.sessions)?)
    }

    fn start_several(
        self,
        sessions: SegmentBuilder,
        size: Size,
        format: PixelFormat,
        report: &mut Report,
    ) -> Result<Several<'a>> {
        let started = Instant::now();
        drop(self.encoder); // it counts as a session
        let begin = self.settings.sessions_of(self.codec, size, format)?;
        let (rate, appearance) = (self.frame_rate, self.appearance);
        let encoder = sessions
            .start(move |encoder| signal::tell(&appearance, begin(encoder).frame_rate(rate)))?;
        self.output.muxer.show(appearance);
        report.seconds.encode += started.elapsed();
        Ok(Several::new(encoder, self.output))
    }
}

impl Output<'_> {
    fn encode<I: DeviceFrame>(
        &mut self,
        session: &mut Session<I>,
        frame: I,
        pts: i64,
        report: &mut Report,
    ) -> Result<()> {
        self.expect(pts);
        let started = Instant::now();
        session
            .submit(frame, Picture::at(pts))
            .map_err(|failed| failed.error)?;
        report.seconds.encode += started.elapsed();
        report.add_frame(pts);
        loop {
            let started = Instant::now();
            let packet = session.receive()?;
            report.seconds.encode += started.elapsed();
            match packet {
                Some(packet) => self.write(coded(&packet), report)?,
                None => return Ok(()),
            }
        }
    }

    fn drain<I: DeviceFrame>(mut self, session: Session<I>, report: &mut Report) -> Result<()> {
        let started = Instant::now();
        let mut drain = session.finish().map_err(|failed| failed.error)?;
        report.seconds.encode += started.elapsed();
        loop {
            let started = Instant::now();
            let packet = drain.receive()?;
            report.seconds.encode += started.elapsed();
            match packet {
                Some(packet) => self.write(coded(&packet), report)?,
                None => return Ok(()),
            }
        }
    }

    /// A frame is about to be submitted.
    pub(super) fn expect(&mut self, pts: i64) {
        self.muxer.expect(pts);
    }

    pub(super) fn write(&mut self, coded: Coded<'_>, report: &mut Report) -> Result<()> {
        let started = Instant::now();
        self.muxer.write(coded)?;
        report.seconds.write += started.elapsed();
        self.progress.frame();
        Ok(())
    }
}

fn coded<'p>(packet: &'p Packet<'_>) -> Coded<'p> {
    Coded {
        data: packet,
        pts: packet.timestamp(),
        keyframe: packet.is_keyframe(),
    }
}
