//! Surfaces are registered once, not more than so many at a time, and each as what it is now.
//!
//! A process of its own, whose driver calls are counted.

mod common;

use common::session;
use nvenc::{
    Codec, DeviceBuffer, DeviceFrame, Error, Owner, Picture, PixelFormat, Session, Size, Surface,
    cudarc::driver::CudaContext,
};
use softdevice::faults;
use std::{num::NonZeroU32, sync::Arc};

const SIZE: Size = Size::new(256, 64);
const BYTES: usize = 256 * 64 * 3 / 2;

/// A picture that says it lies at the start of a buffer.
#[derive(Clone)]
struct Frame {
    owner: Owner,
    address: u64,
    context: Arc<CudaContext>,
}

impl Frame {
    fn new(context: &Arc<CudaContext>, bytes: usize) -> Self {
        let buffer = DeviceBuffer::new(context, bytes).unwrap();
        Self {
            address: buffer.address(),
            owner: Arc::new(buffer),
            context: Arc::clone(context),
        }
    }
}

// SAFETY: the surface lies in the buffer that is the owner, or is refused for not doing so, and
// nobody writes there.
unsafe impl DeviceFrame for Frame {
    fn surface(&self) -> Surface {
        Surface::new(self.address, 256, SIZE, PixelFormat::Nv12)
    }

    fn owner(&self) -> &Owner {
        &self.owner
    }

    fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }
}

fn start() -> (Session<Frame>, Arc<CudaContext>) {
    let builder = session(Codec::Hevc, SIZE).in_flight(NonZeroU32::MIN);
    let session = builder.start().unwrap();
    faults::set("");
    (session, nvenc::open_device(0).unwrap())
}

fn encode(session: &mut Session<Frame>, frame: Frame) {
    session.submit(frame, Picture::default()).unwrap();
    assert!(session.receive().unwrap().is_some());
}

/// How often surfaces were registered, and unregistered.
fn counts() -> (u64, u64) {
    let counts = faults::counts();
    let count = |function| {
        let found = counts.iter().find(|(name, _)| name == function);
        found.map_or(0, |(_, count)| *count)
    };
    (
        count("nvEncRegisterResource"),
        count("nvEncUnregisterResource"),
    )
}

#[test]
fn surfaces_are_registered_as_few_times_as_can_be() {
    each_surface_once();
    an_address_that_came_back_again();
    not_more_than_64();
    what_is_larger_than_its_memory_is_refused();
    faults::clear();
    assert!(softdevice::report().is_empty(), "{}", softdevice::report());
}

fn each_surface_once() {
    let (mut session, gpu) = start();
    let frames: Vec<_> = (0..4).map(|_| Frame::new(&gpu, BYTES)).collect();
    for frame in frames.iter().cycle().take(20) {
        encode(&mut session, frame.clone());
    }
    assert_eq!(counts(), (4, 0));
}

/// Another buffer at the address of one that was freed is another surface: it is freed only
/// after the session let go of it, so the owner tells them apart.
fn an_address_that_came_back_again() {
    let (mut session, gpu) = start();
    for number in 1..=10 {
        let frame = Frame::new(&gpu, BYTES);
        let memory = Arc::downgrade(&frame.owner);
        encode(&mut session, frame);
        assert!(memory.upgrade().is_some(), "registered, so not freed");
        assert_eq!(counts(), (number, number - 1), "those before were given up");
    }
}

fn not_more_than_64() {
    let (mut session, gpu) = start();
    let frames: Vec<_> = (0..100).map(|_| Frame::new(&gpu, BYTES)).collect();
    frames
        .iter()
        .for_each(|frame| encode(&mut session, frame.clone()));
    assert_eq!(counts(), (100, 36));
    // Those used last are known, the first ones are not.
    encode(&mut session, frames[99].clone());
    encode(&mut session, frames[36].clone());
    assert_eq!(counts(), (100, 36));
    encode(&mut session, frames[0].clone());
    assert_eq!(counts(), (101, 37));
}

fn what_is_larger_than_its_memory_is_refused() {
    let (mut session, gpu) = start();
    let frame = Frame::new(&gpu, BYTES - 1);
    let refused = session.submit(frame, Picture::default()).unwrap_err();
    let expected = Error::FrameBeyondMemory {
        needed: BYTES,
        room: BYTES - 1,
    };
    assert_eq!(refused.error, expected);
    assert_eq!(counts(), (0, 0));
}
