//! The video that a job reads, with what its settings say about it.

use std::fmt;

use nvdec::{Rational, Size};

use super::Settings;
use crate::demux::{self, Demux, Packet, VideoInfo};
use crate::error::{Error, Result};
use crate::stop;
use crate::store::{Location, Store};

/// The video that a job reads.
pub struct Source {
    demux: Box<dyn Demux>,
    name: String,
    bytes: u64,
    limit: u64,
}

impl Source {
    pub(crate) fn open(store: &Store, from: &Location, settings: &Settings) -> Result<Self> {
        let reader = store.open(from)?;
        let bytes = reader.size();
        let name = from.to_string();
        let demux = demux::open(reader, bytes, &name, settings.size)?;
        check_even(&name, demux.info().size)?;
        let limit = settings.frames.unwrap_or(u64::MAX);
        Ok(Self {
            demux,
            name,
            bytes,
            limit,
        })
    }

    /// The unit of its times in seconds; where it tells none, a picture counts as one.
    pub(super) fn time_base(&self, rate: Rational) -> Rational {
        match self.info().timed {
            true => self.info().time_base,
            false => Rational::new(rate.den, rate.num),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn info(&self) -> &VideoInfo {
        self.demux.info()
    }

    pub(super) fn bytes(&self) -> u64 {
        self.bytes
    }

    /// How many frames of it are wanted.
    pub(super) fn limit(&self) -> u64 {
        self.limit
    }

    /// How many frames will come, as far as that is known.
    pub(super) fn frames(&self) -> Option<u64> {
        let told = self.info().frames;
        told.map(|frames| frames.min(self.limit))
    }

    /// Thirty a second, where nobody knows.
    pub(super) fn frame_rate(&self, asked: Option<Rational>) -> Rational {
        asked
            .or(self.info().frame_rate)
            .unwrap_or(Rational::new(30, 1))
    }

    pub(super) fn next(&mut self) -> Result<Option<Packet<'_>>> {
        stop::check()?;
        Ok(self.demux.next()?)
    }
}

/// Chroma has half the columns and rows, and neither NVDEC nor NVENC rounds.
fn check_even(name: &str, size: Size) -> Result<()> {
    if size.width.is_multiple_of(2) && size.height.is_multiple_of(2) {
        return Ok(());
    }
    Err(Error::BadInput(format!(
        "{name}: its pictures are {size}; 4:2:0 video needs an even width and height here"
    )))
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({}, {:?})", self.name, self.info())
    }
}
