//! One sequence encoded by several sessions into one stream.
//!
//! A session works on one NVENC engine at a time, and a V100 has three. A [`SegmentEncoder`]
//! cuts the sequence into segments, encodes each on the next session that is free, and gives
//! the packets of all in order:
//!
//! ```
//! use nvenc::{Api, Codec, Picture, open_device, parallel::SegmentEncoder};
//!
//! # softdevice::activate().unwrap();
//! let gpu = open_device(0)?;
//! let mut encoder = SegmentEncoder::builder(&Api::load()?, &gpu)
//!     .sessions(2)
//!     .segment(4)
//!     .start(|encoder| encoder.session(Codec::Hevc, (320, 192)))?;
//!
//! let (mut stream, mut keyframes) = (Vec::new(), 0);
//! for number in 0..12 {
//!     let mut frame = encoder.frame()?;
//!     frame.upload(&[&[16 * number; 320 * 192], &[128; 320 * 96]])?;
//!     encoder.submit(frame, Picture::at(number.into()))?;
//!     while let Some(packet) = encoder.receive()? {
//!         keyframes += usize::from(packet.is_keyframe());
//!         stream.extend_from_slice(&packet);
//!     }
//! }
//! let mut drain = encoder.finish();
//! while let Some(packet) = drain.receive()? {
//!     keyframes += usize::from(packet.is_keyframe());
//!     stream.extend_from_slice(&packet);
//! }
//! assert_eq!(keyframes, 3);
//! # Ok::<(), nvenc::Error>(())
//! ```
//!
//! # The stream
//! Each segment begins with an IDR picture and refers to no other, so the stream is one that a
//! single session with IDR pictures at the same places could have made: it plays, seeks and
//! can be cut as any other. Timestamps, tags and durations come back as they went in, and
//! decoding timestamps go on from one segment to the next. With
//! [`Headers::Once`](crate::Headers::Once) each session writes the parameter sets before its
//! first picture; all are the same.
//!
//! With constant quality, which is the default, it does not matter which session encodes what.
//! With a bit rate, sessions know nothing of each other's buffers: the average holds, but a
//! decoder's buffer can run dry where two segments meet.
//! [`underflows`](SegmentDrain::underflows) says whether it would, for the buffer of
//! [`vbv`](crate::SessionBuilder::vbv) and [`vbv_initial`](crate::SessionBuilder::vbv_initial);
//! unless they are said, for one that is full at first and holds a second's bits, or one
//! picture's with [`CbrLowDelayHq`](crate::RateControl::CbrLowDelayHq).
//!
//! # Frames and memory
//! A sequence comes in order, so while one session is in the middle of its segment another
//! can only work if the frames in between are already there. Hence frames wait in device memory,
//! in buffers of the encoder: a decoder's frames are [copied](SegmentFrame::copy) there, which
//! takes a few tenths of a millisecond at 8K and sets the decoder's surface free at once. A
//! segment's frames stay until all of it is coded, as it may take another try.
//!
//! | where | at most |
//! |---|---|
//! | memory of each GPU | (its sessions + 1) x segment frames: [`device_bytes`](SegmentEncoder::device_bytes) |
//! | host memory | the packets of 2 x sessions + 1 segments |
//!
//! The default [segment](SegmentBuilder::segment) is the GOP or two seconds, and chosen so that
//! frames take half of the device memory that is free, at most. Should there be less when they
//! are needed, the encoder makes do with what there is, if that is a segment's frames. Where
//! frames can be read from anywhere, as in a file of raw video, encoding stretches of it by
//! independent [sessions](crate::Session) needs no such memory.
//!
//! # Failures
//! A segment whose session fails is encoded again by another session, on another GPU if need
//! be. The failed session is closed and a new one opened in its place; where the driver gives
//! none, that is tried again later. Nothing of a segment is given before all of it is coded, so
//! a failure leaves no trace in the stream. Only when every session fails a segment (a single
//! session: twice) is its last error the encoder's.
//!
//! # More work than sessions
//! A [`SegmentEncoder`] uses the sessions that it gets at once. Independent work that shares a
//! GPU waits for its turn in an [`Admission`], and [so can](SegmentBuilder::admission) an encoder
//! of several sessions for its first.
//!
//! # B-frames and lookahead
//! With them a session gives the last packets of a segment only at the end of its stream, so
//! each segment gets a session of its own, which costs some ten milliseconds: make segments
//! long.

mod admission;
mod assembly;
mod bucket;
mod builder;
mod encoder;
mod engines;
mod frame;
mod length;
mod packet;
mod pool;
mod schedule;
mod shared;
mod site;
mod worker;

pub use admission::Admission;
pub use bucket::{LeakyBucket, Underflow, Underflows};
pub use builder::SegmentBuilder;
pub use encoder::{SegmentDrain, SegmentEncoder};
pub use engines::engines;
pub use frame::SegmentFrame;
pub use packet::SegmentPacket;
