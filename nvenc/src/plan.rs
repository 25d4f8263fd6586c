//! How deep a session is, and what that takes.

use crate::{Error, SessionBuilder, host};
use std::num::NonZeroU32;

/// Frames in flight beyond those that reordering holds: one being coded, one waiting, one
/// being read, one being written.
const IN_FLIGHT: u32 = 4;

/// More would only be a mistake: an encoder has some ten pictures at work at most.
const MOST_IN_FLIGHT: u32 = 1024;

/// What a session will take, as [`SessionBuilder::plan`] reckons it.
///
/// ```
/// # use nvenc::{Api, Codec, open_device};
/// # softdevice::activate().unwrap();
/// # let encoder = Api::load()?.open(&open_device(0)?)?;
/// let builder = encoder.session(Codec::Hevc, (7680, 4320)).memory_budget(300 << 20);
/// let plan = builder.plan()?;
/// assert_eq!((plan.in_flight, plan.frame_bytes), (3, 7680 * 4320 * 3 / 2));
/// assert!(plan.device_bytes + plan.bitstream_bytes <= 300 << 20);
/// # Ok::<(), nvenc::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Plan {
    /// Frames that can be submitted before a packet must be received.
    pub in_flight: u32,
    /// Frames that exist at once while the session is kept full: those in flight, and those
    /// that reordering keeps longer. A frame that the caller holds back comes on top.
    pub frames: u32,
    /// Device memory of one [host frame](crate::HostFrame) of the [largest
    /// size](SessionBuilder::max_size), in bytes; frames of other kinds may have a wider pitch.
    pub frame_bytes: u64,
    /// Device memory of all frames, in bytes. For [host frames](crate::HostFrame) the session
    /// allocates it as they are first used. Pinned host memory is at most 8 MiB for each thread
    /// that fills frames at the same time, or two rows where they are longer.
    pub device_bytes: u64,
    /// Memory of the output buffers, in bytes. The driver allocates them, and does not say
    /// how large: each is reckoned as a picture of the largest size, uncompressed.
    pub bitstream_bytes: u64,
}

impl Plan {
    fn total(&self) -> u64 {
        self.device_bytes.saturating_add(self.bitstream_bytes)
    }
}

impl SessionBuilder {
    /// Frames that can be submitted before a packet must be received: B-frames and lookahead
    /// and 4 more, unless said otherwise; 1024 at most.
    pub fn in_flight(mut self, frames: NonZeroU32) -> Self {
        self.in_flight = Some(frames);
        self
    }

    /// The device memory, in bytes, that frames and output buffers may take; no limit unless
    /// told. Where the usual number of frames in flight takes more, there are fewer.
    pub fn memory_budget(mut self, bytes: u64) -> Self {
        self.memory_budget = Some(bytes);
        self
    }

    /// What the session will take, or why it cannot be: [`start`](Self::start) does the same
    /// checks and keeps to the plan.
    ///
    /// What the driver itself takes (reference pictures, its context) it does not tell, so
    /// that is not in the plan.
    ///
    /// # Errors
    /// * [`Error::OverBudget`] when the fewest frames that it can do with are too many.
    /// * [`Error::Unsupported`] when the GPU cannot do what was asked for, naming the
    ///   capability.
    /// * [`Error::InvalidValue`] when no GPU can.
    /// * [`Error::Driver`], [`Error::Cuda`] when the driver refuses to answer.
    pub fn plan(&self) -> Result<Plan, Error> {
        self.check()?;
        let plan = |depth| self.plan_of(depth);
        let (least, wanted) = self.depths()?;
        let Some(budget) = self.memory_budget else {
            return Ok(plan(wanted));
        };
        let fitting = (least..=wanted).rev().map(plan);
        let mut fitting = fitting.filter(|plan| plan.total() <= budget);
        fitting.next().ok_or_else(|| {
            let Plan { in_flight, .. } = plan(least);
            let needed = plan(least).total();
            Error::OverBudget {
                in_flight,
                needed,
                budget,
            }
        })
    }

    fn plan_of(&self, in_flight: u32) -> Plan {
        let setup = &self.setup;
        let frames = in_flight.saturating_add(setup.reorder() as u32);
        // Reconfiguring to the largest size must not need more than was planned.
        let frame_bytes = host::bytes(setup.format, setup.most()) as u64;
        Plan {
            in_flight,
            frames,
            frame_bytes,
            device_bytes: frame_bytes.saturating_mul(frames.into()),
            bitstream_bytes: frame_bytes.saturating_mul(in_flight.into()),
        }
    }

    /// The fewest frames in flight and those to have if they fit.
    fn depths(&self) -> Result<(u32, u32), Error> {
        // Reordering and lookahead keep frames waiting for those after them.
        let held = self.setup.held();
        // One at a time is what a caller without reordering may want for latency.
        let least = if held == 0 { 1 } else { held + 2 };
        match self.in_flight.map(NonZeroU32::get) {
            None => Ok((least, held + IN_FLIGHT)),
            Some(depth) if depth > MOST_IN_FLIGHT => Err(Error::invalid(
                "frames in flight",
                depth,
                "it must be 1024 at most",
            )),
            Some(depth) if depth >= least => Ok((depth, depth)),
            Some(depth) => Err(Error::invalid(
                "frames in flight",
                depth,
                "it must be over B-frames + lookahead + 1",
            )),
        }
    }
}
