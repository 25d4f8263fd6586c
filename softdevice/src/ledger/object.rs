//! What a client can make.

use std::{fmt, ops::Range};

use crate::watch;

/// Kinds of objects; what is made of another comes after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Context,
    PrimaryContext,
    Stream,
    Event,
    DeviceMemory,
    PinnedMemory,
    Session,
    InputBuffer,
    LockedInput,
    BitstreamBuffer,
    MotionBuffer,
    LockedBitstream,
    Resource,
    MappedResource,
    ContextLock,
    Parser,
    Decoder,
    MappedFrame,
}

impl Kind {
    /// Whether it goes on, broken, after what it belongs to.
    pub(super) fn outlives_owner(self) -> bool {
        matches!(self, Self::Session | Self::Decoder | Self::PinnedMemory)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Context => "context",
            Self::PrimaryContext => "primary context",
            Self::Stream => "stream",
            Self::Event => "event",
            Self::DeviceMemory => "device memory",
            Self::PinnedMemory => "pinned memory",
            Self::Session => "session",
            Self::InputBuffer => "input buffer",
            Self::LockedInput => "lock of input buffer",
            Self::BitstreamBuffer => "bitstream buffer",
            Self::MotionBuffer => "buffer for motion vectors",
            Self::LockedBitstream => "lock of bitstream buffer",
            Self::Resource => "resource",
            Self::MappedResource => "mapped resource",
            Self::ContextLock => "context lock",
            Self::Parser => "parser",
            Self::Decoder => "decoder",
            Self::MappedFrame => "mapped frame",
        })
    }
}

/// A living object.
pub(super) struct Object {
    pub(super) made_by: &'static str,
    /// The handle of what it belongs to, 0 for nothing.
    pub(super) owner: usize,
    /// The device memory that it stands for.
    addresses: Range<u64>,
}

impl Object {
    pub(super) fn new(owner: usize, addresses: Range<u64>) -> Self {
        Self {
            made_by: watch::current(),
            owner,
            addresses,
        }
    }

    pub(super) fn overlaps(&self, other: &Range<u64>) -> bool {
        self.addresses.start < other.end && other.start < self.addresses.end
    }
}
