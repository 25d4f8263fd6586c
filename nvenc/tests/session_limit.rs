//! A GPU with a limit of sessions, in a process of its own: the software device takes the
//! shape of a GeForce card. What is dropped must be free again.

mod common;

use common::nv12;
use nvenc::{
    Api, Codec, DeviceBuffer, DeviceFrame, Encoder, Error, HostFrame, Owner, Picture, PixelFormat,
    Session, Shortage, Size, Surface,
    cudarc::driver::{CudaContext, DriverError, sys::CUresult},
};
use std::sync::Arc;

const SIZE: Size = Size::new(320, 192);

/// Opens encoders until there are no more.
fn open_all(api: &Api, gpu: &Arc<CudaContext>) -> (Vec<Encoder>, Error) {
    let mut open = Vec::new();
    loop {
        match api.open(gpu) {
            Ok(encoder) => open.push(encoder),
            Err(error) => return (open, error),
        }
    }
}

#[test]
fn sessions_are_free_again_however_they_end() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_GPU", "geforce") };
    softdevice::activate().unwrap();
    let gpu = nvenc::open_device(0).unwrap();
    let api = Api::load().unwrap();

    let (open, error) = open_all(&api, &gpu);
    let limit = open.len();
    assert!(
        limit > 0
            && matches!(
                error,
                Error::NoSession {
                    short_of: Shortage::Sessions,
                    ..
                }
            ),
        "{limit} sessions, {error}"
    );
    drop(open);

    // An error that another part of the program left in the context is none of ours.
    let (open, _) = open_all(&api, &gpu);
    gpu.record_err::<()>(Err(DriverError(CUresult::CUDA_ERROR_UNKNOWN)));
    drop(open);
    assert_eq!(open_all(&api, &gpu).0.len(), limit, "after a stray error");
    let _ = gpu.check_err();

    // Dropped with frames in flight, a packet unread.
    let encoder = api.open(&gpu).unwrap();
    let mut session: Session<HostFrame> = encoder.session(Codec::Hevc, SIZE).start().unwrap();
    for number in 0..4 {
        let (y, uv) = nv12(SIZE, number);
        let mut frame = session.host_frame().unwrap();
        frame.upload(&[&y, &uv]).unwrap();
        session.submit(frame, Picture::default()).unwrap();
    }
    assert!(session.receive().unwrap().is_some());
    drop(session);
    assert_eq!(
        open_all(&api, &gpu).0.len(),
        limit,
        "after a session with frames in flight"
    );

    surfaces_that_cannot_come_again_are_given_up(&api, &gpu);
    a_surface_may_be_in_flight_several_times(&api, &gpu);
}

/// A frame in memory of its own.
struct Single {
    owner: Owner,
    surface: Surface,
    context: Arc<CudaContext>,
}

// SAFETY: the surface lies in the buffer that is the owner, and nobody writes there.
unsafe impl DeviceFrame for Single {
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

fn a_surface_may_be_in_flight_several_times(api: &Api, gpu: &Arc<CudaContext>) {
    let encoder = api.open(gpu).unwrap();
    let mut session: Session<Single> = encoder.session(Codec::Hevc, SIZE).start().unwrap();
    let buffer = Arc::new(DeviceBuffer::new(gpu, 512 * 192 * 3 / 2).unwrap());
    let surface = Surface::new(buffer.address(), 512, SIZE, PixelFormat::Nv12);
    let owner: Owner = buffer;
    let mut packets = 0;
    for _ in 0..10 {
        let frame = Single {
            owner: Arc::clone(&owner),
            surface,
            context: Arc::clone(gpu),
        };
        session.submit(frame, Picture::default()).unwrap();
        while session.receive().unwrap().is_some() {
            packets += 1;
        }
    }
    let mut drain = session.finish().unwrap();
    while drain.receive().unwrap().is_some() {
        packets += 1;
    }
    assert_eq!(packets, 10);
}

fn surfaces_that_cannot_come_again_are_given_up(api: &Api, gpu: &Arc<CudaContext>) {
    let encoder = api.open(gpu).unwrap();
    let mut session: Session<Single> = encoder.session(Codec::Hevc, SIZE).start().unwrap();
    let mut buffers = Vec::new();
    for _ in 0..20 {
        let buffer = Arc::new(DeviceBuffer::new(gpu, 512 * 192 * 3 / 2).unwrap());
        buffers.push(Arc::downgrade(&buffer));
        let surface = Surface::new(buffer.address(), 512, SIZE, PixelFormat::Nv12);
        let frame = Single {
            owner: buffer,
            surface,
            context: Arc::clone(gpu),
        };
        session.submit(frame, Picture::default()).unwrap();
        while session.receive().unwrap().is_some() {}
    }
    let alive = buffers
        .iter()
        .filter(|buffer| buffer.strong_count() > 0)
        .count();
    assert!(
        alive <= session.in_flight() + 2,
        "{alive} of 20 buffers are still allocated"
    );
}
