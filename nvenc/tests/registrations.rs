//! Surfaces are registered once, as many as the driver has room for, and each as what it is now.
//!
//! A process of its own, whose driver calls are counted.

mod common;

use common::session;
use nvenc::{
    Api, Codec, DeviceBuffer, DeviceFrame, Error, Owner, Picture, PixelFormat, Session, Size,
    Surface, cudarc::driver::CudaContext, parallel::SegmentEncoder,
};
use softdevice::faults;
use std::{num::NonZeroU32, ops::Range, sync::Arc};

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
    not_more_than_4096();
    not_more_than_the_driver_has_room_for();
    in_segments();
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

/// Pictures that overlap, as no memory has room for so many that do not.
fn not_more_than_4096() {
    let (mut session, gpu) = start();
    let first = Frame::new(&gpu, BYTES + 4200 * 256);
    let frame = |number: u64| Frame {
        address: first.address + number * 256,
        ..first.clone()
    };
    (0..4100).for_each(|number| encode(&mut session, frame(number)));
    assert_eq!(counts(), (4100, 4));
    // Those used last are known, the first ones are not.
    encode(&mut session, frame(4099));
    encode(&mut session, frame(4));
    assert_eq!(counts(), (4100, 4));
    encode(&mut session, frame(0));
    assert_eq!(counts(), (4101, 5));
}

/// A driver that refuses one registration more is asked again with one less.
fn not_more_than_the_driver_has_room_for() {
    for status in [10, 23] {
        let (mut session, gpu) = start();
        faults::set(&format!("nvEncRegisterResource:71={status}"));
        let frames: Vec<_> = (0..80).map(|_| Frame::new(&gpu, BYTES)).collect();
        let mut encode = |numbers: Range<usize>| {
            let frames = frames[numbers].iter();
            frames.for_each(|frame| encode(&mut session, frame.clone()));
        };
        encode(0..80);
        assert_eq!(counts(), (81, 10), "{status}: one was refused");
        encode(10..80);
        assert_eq!(counts(), (81, 10), "{status}: 70 are known");
    }
}

/// Each session of several registers each frame's memory once, however many segments there are.
fn in_segments() {
    const SEGMENT: usize = 40;
    let (api, gpu) = (Api::load().unwrap(), nvenc::open_device(0).unwrap());
    let builder = SegmentEncoder::builder(&api, &gpu).sessions(3);
    let builder = builder.segment(SEGMENT);
    let encoder = builder.start(|encoder| encoder.session(Codec::Hevc, SIZE));
    let mut encoder = encoder.unwrap();
    faults::set("");
    let mut packets = 0;
    for number in 0..40 * SEGMENT {
        let mut frame = encoder.frame().unwrap();
        frame.upload(&[&[128; 256 * 64], &[128; 256 * 32]]).unwrap();
        encoder.submit(frame, Picture::at(number as i64)).unwrap();
        while encoder.receive().unwrap().is_some() {
            packets += 1;
        }
    }
    let buffers = (3 + 1) * SEGMENT;
    let (registered, given_up) = counts();
    assert!(registered <= 3 * buffers as u64, "{registered}");
    assert_eq!(given_up, 0);
    let mut drain = encoder.finish();
    while drain.receive().unwrap().is_some() {
        packets += 1;
    }
    assert_eq!(packets, 40 * SEGMENT);
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
