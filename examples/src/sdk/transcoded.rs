//! A stream that `trans` makes, and what encodes it.

use std::path::PathBuf;
use std::sync::Arc;

use nvdec::Frame;
use nvenc::parallel::{SegmentDrain, SegmentEncoder};
use nvenc::{Picture, Session};

use super::encoding::Encoding;
use super::output_file::OutputFile;
use super::rung::Rung;
use crate::error::Result;
use crate::stdout::tell;

/// What encodes a stream. Frames are shared with other streams of the same size.
pub(super) enum Coder {
    One(Box<Session<Arc<Frame>>>),
    Several(Box<SegmentEncoder>),
}

impl Coder {
    /// Whether it has a session from its beginning to its end; otherwise only while it has all
    /// frames that the session is for.
    pub(super) fn keeps_session(&self, encoding: &Encoding) -> bool {
        match self {
            Self::One(_) => true,
            Self::Several(_) => encoding.frames_waiting() == 0,
        }
    }
}

/// A stream, and how many frames are in it.
pub(super) struct Transcoded {
    pub(super) rung: Rung,
    pub(super) frames: u64,
    file: OutputFile,
}

impl Transcoded {
    /// Creates the file, which has no name yet.
    pub(super) fn create(rung: Rung) -> Result<Self> {
        Ok(Self {
            file: OutputFile::create(&rung.path)?,
            rung,
            frames: 0,
        })
    }

    pub(super) fn encode(
        mut self,
        coder: Coder,
        frames: impl IntoIterator<Item = Arc<Frame>>,
    ) -> Result<Self> {
        match coder {
            Coder::One(session) => self.by_one(*session, frames),
            Coder::Several(encoder) => self.by_several(*encoder, frames),
        }?;
        Ok(self)
    }

    /// Gives the file its name.
    pub(super) fn finish(self) -> Result<PathBuf> {
        self.file.finish()
    }

    fn by_one(
        &mut self,
        mut session: Session<Arc<Frame>>,
        frames: impl IntoIterator<Item = Arc<Frame>>,
    ) -> Result<()> {
        for frame in frames {
            let picture = Picture::at(frame.timestamp());
            session
                .submit(frame, picture)
                .map_err(|failed| failed.error)?;
            while let Some(packet) = session.receive()? {
                self.write(&packet)?;
            }
        }
        let mut drain = session.finish().map_err(|failed| failed.error)?;
        while let Some(packet) = drain.receive()? {
            self.write(&packet)?;
        }
        Ok(())
    }

    fn by_several(
        &mut self,
        mut encoder: SegmentEncoder,
        frames: impl IntoIterator<Item = Arc<Frame>>,
    ) -> Result<()> {
        for frame in frames {
            let mut copy = encoder.frame()?;
            copy.copy(&frame)?;
            encoder
                .submit(copy, Picture::at(frame.timestamp()))
                .map_err(|failed| failed.error)?;
            drop(frame); // the decoder can use its surface again
            while let Some(packet) = encoder.receive()? {
                self.write(&packet)?;
            }
        }
        let mut drain = encoder.finish();
        while let Some(packet) = drain.receive()? {
            self.write(&packet)?;
        }
        print_underflows(&drain);
        Ok(())
    }

    fn write(&mut self, packet: &[u8]) -> Result<()> {
        self.frames += 1;
        self.file.write(packet)
    }
}

/// Sessions that know nothing of each other can overstep a bit rate where segments meet.
fn print_underflows(drain: &SegmentDrain) {
    let Some(underflows) = drain.underflows() else {
        return;
    };
    if let Some(worst) = underflows.worst {
        tell!(
            "Decoder's buffer: {} pictures late, the worst (number {}) by {} bits",
            underflows.count,
            worst.picture,
            worst.missing_bits
        );
    }
}
