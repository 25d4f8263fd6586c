//! What a frame costs on the heap of the program: nothing, once a session is under way.
//!
//! In a process of its own, whose allocator counts. The software device is a shared object
//! with an allocator of its own, and a codec that does nothing, so only this crate is counted.

mod common;

use common::session;
use nvenc::{
    Api, Codec, DeviceBuffer, DeviceFrame, HostFrame, MotionEstimator, Owner, Picture, PixelFormat,
    Session, SessionBuilder, Size, Surface, cudarc::driver::CudaContext, parallel::SegmentEncoder,
};
use softdevice::CountingAllocator;
use std::sync::{Arc, Barrier};

#[global_allocator]
static ALLOCATOR: CountingAllocator = CountingAllocator::new();

const SIZE: Size = Size::new(320, 192);
/// Frames before those that are counted, and these.
const FRAMES: [i64; 2] = [100, 1000];

/// A picture in device memory, submitted again and again.
#[derive(Clone)]
struct Given {
    surface: Surface,
    owner: Owner,
    context: Arc<CudaContext>,
}

impl Given {
    fn new(context: &Arc<CudaContext>) -> Self {
        let (pitch, format) = (512, PixelFormat::Nv12);
        let buffer = DeviceBuffer::new(context, format.byte_len(pitch, 192)).unwrap();
        Self {
            surface: Surface::new(buffer.address(), pitch, SIZE, format),
            owner: Arc::new(buffer),
            context: Arc::clone(context),
        }
    }
}

// SAFETY: the surface lies in the buffer that is the owner, and nobody writes there.
unsafe impl DeviceFrame for Given {
    fn surface(&self) -> Surface {
        self.surface
    }

    fn owner(&self) -> &Owner {
        &self.owner
    }

    fn context(&self) -> &Arc<CudaContext> {
        &self.context
    }
}

/// Allocations of some work.
fn count(work: impl FnOnce()) -> usize {
    let before = ALLOCATOR.count();
    work();
    ALLOCATOR.count() - before
}

/// That work of so many frames allocates nothing once it was done for some.
fn check(what: &str, mut work: impl FnMut(i64)) {
    work(FRAMES[0]);
    assert_eq!(count(|| work(FRAMES[1])), 0, "{what}");
}

/// Encodes frames that `frame` gives and fills.
fn encode<I: DeviceFrame>(
    session: &mut Session<I>,
    frames: i64,
    mut frame: impl FnMut(&mut Session<I>) -> I,
) {
    for number in 0..frames {
        let frame = frame(session);
        session.submit(frame, Picture::at(number)).unwrap();
        while let Some(packet) = session.receive().unwrap() {
            assert!(!packet.is_empty());
        }
    }
}

fn start<I: DeviceFrame>() -> Session<I> {
    session(Codec::Hevc, SIZE).start().unwrap()
}

fn from_host_memory() {
    let (y, uv) = (vec![16; 320 * 192], vec![128; 320 * 96]);
    let packed = [&y[..], &uv].concat();
    let mut session = start();
    check("planes in host memory", |frames| {
        encode(&mut session, frames, |session| {
            let mut frame = session.host_frame().unwrap();
            frame.upload(&[&y, &uv]).unwrap();
            frame
        });
    });
    check("a reader", |frames| {
        encode(&mut session, frames, |session| {
            let mut frame = session.host_frame().unwrap();
            frame.upload_from(&mut &packed[..]).unwrap();
            frame
        });
    });
}

fn in_device_memory(gpu: &Arc<CudaContext>) {
    let pictures: Vec<Given> = (0..8).map(|_| Given::new(gpu)).collect();
    let mut session = start();
    let mut next = pictures.iter().cycle();
    check("device memory", |frames| {
        encode(&mut session, frames, |_| next.next().unwrap().clone());
    });
}

/// Frames wait for those after them, and come out in another order.
fn with_reordering(builder: SessionBuilder) {
    let mut session: Session<HostFrame> = builder.b_frames(2).start().unwrap();
    check("B-frames", |frames| {
        encode(&mut session, frames, |it| it.host_frame().unwrap());
    });
}

fn in_halves() {
    let (mut submitter, mut receiver) = start::<HostFrame>().split();
    check("halves", |frames| {
        for number in 0..frames {
            let frame = submitter.host_frame().unwrap();
            submitter.submit(frame, Picture::at(number)).unwrap();
            assert!(receiver.receive().unwrap().is_some());
        }
    });
}

fn in_several_sessions() {
    // All are under way; what is counted begins; it has ended; it was counted.
    let steps: [Barrier; 4] = std::array::from_fn(|_| Barrier::new(5));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                let mut session: Session<HostFrame> = start();
                encode(&mut session, FRAMES[0], |it| it.host_frame().unwrap());
                steps[0].wait();
                steps[1].wait();
                encode(&mut session, FRAMES[1], |it| it.host_frame().unwrap());
                steps[2].wait();
                steps[3].wait();
            });
        }
        steps[0].wait();
        let allocations = count(|| {
            steps[1].wait();
            steps[2].wait();
        });
        steps[3].wait();
        assert_eq!(allocations, 0, "four sessions, a thread each");
    });
}

fn motion(gpu: &Arc<CudaContext>) {
    let encoder = nvenc::Api::load().unwrap().open(gpu).unwrap();
    let estimator = encoder.motion_estimator(Codec::H264, SIZE);
    let mut estimator: MotionEstimator<HostFrame> = estimator.start().unwrap();
    let frame = estimator.host_frame().unwrap();
    check("motion estimation", |frames| {
        for _ in 0..frames {
            assert_eq!(estimator.estimate(&frame, &frame).unwrap().len(), 240);
        }
    });
}

/// A segment takes its place in the schedule; its frames take nothing.
fn in_segments(gpu: &Arc<CudaContext>) {
    const SEGMENT: i64 = 50;
    let builder = SegmentEncoder::builder(&Api::load().unwrap(), gpu).sessions(2);
    let builder = builder.segment(SEGMENT as usize);
    let encoder = builder.start(|encoder| encoder.session(Codec::Hevc, SIZE));
    let mut encoder = encoder.unwrap();
    let packed = vec![128; 320 * 192 * 3 / 2];
    let mut encode = |segments| {
        for number in 0..segments * SEGMENT {
            let mut frame = encoder.frame().unwrap();
            frame.upload_from(&mut &packed[..]).unwrap();
            encoder.submit(frame, Picture::at(number)).unwrap();
            while encoder.receive().unwrap().is_some() {}
        }
    };
    // Until each session knows nearly each frame's memory.
    encode(60);
    let allocated = count(|| encode(100));
    // Two for each segment, and who works on which decides when the last buffers are made.
    assert!(allocated < 100 * SEGMENT as usize / 10, "{allocated}");
}

#[test]
fn a_frame_in_steady_state_allocates_nothing() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_CODEC", "null") };
    softdevice::activate().unwrap();
    let gpu = nvenc::open_device(0).unwrap();
    from_host_memory();
    in_device_memory(&gpu);
    with_reordering(session(Codec::H264, SIZE));
    in_halves();
    in_several_sessions();
    motion(&gpu);
    in_segments(&gpu);
}
