//! Sessions that fail while several encode one sequence. In a process of its own, for faults
//! are the device's, and all of them in one test.

mod common;

use common::{Coded, luma_psnr, nv12};
use nvenc::{
    Api, Codec, DeviceFrame, Error, HostFrame, Owner, Picture, PictureType, RateControl, Session,
    Size, Surface,
    cudarc::driver::CudaContext,
    open_device,
    parallel::{SegmentEncoder, SegmentPacket},
};
use softdevice::faults;
use std::sync::Arc;

const SIZE: Size = Size::new(320, 192);

fn coded(packet: &SegmentPacket<'_>) -> Coded {
    Coded {
        bytes: packet.to_vec(),
        timestamp: packet.timestamp(),
        picture_type: packet.picture_type(),
        qp: packet.average_qp(),
        decode_timestamp: packet.decode_timestamp(),
        duration: packet.duration(),
        tag: packet.tag(),
    }
}

/// Every frame is there once, and decodes.
#[track_caller]
fn check(done: Result<Vec<Coded>, Error>) {
    let all = done.unwrap();
    let numbers: Vec<i64> = all.iter().map(|it| it.timestamp).collect();
    assert_eq!(numbers, (0..26).collect::<Vec<_>>());
    let idrs = all.iter().filter(|it| it.picture_type == PictureType::Idr);
    assert_eq!(idrs.count(), 7);
    let psnr = luma_psnr(Codec::Hevc, SIZE, &all);
    assert!(psnr.iter().all(|psnr| *psnr > 30.0), "{psnr:?}");
}

fn encode(sessions: usize) -> Result<Vec<Coded>, Error> {
    let builder = SegmentEncoder::builder(&Api::load()?, &open_device(0)?);
    let mut encoder = builder.sessions(sessions).segment(4).start(|encoder| {
        let session = encoder.session(Codec::Hevc, SIZE);
        session.rate_control(RateControl::const_qp(26))
    })?;
    let mut stream = Vec::new();
    for number in 0..26 {
        let (y, uv) = nv12(SIZE, number);
        let mut frame = encoder.frame()?;
        frame.upload(&[&y, &uv])?;
        encoder.submit(frame, Picture::at(number as i64))?;
        while let Some(packet) = encoder.receive()? {
            stream.push(coded(&packet));
        }
    }
    let mut drain = encoder.finish();
    while let Some(packet) = drain.receive()? {
        stream.push(coded(&packet));
    }
    Ok(stream)
}

fn encode_with(plan: &str, sessions: usize) -> Result<Vec<Coded>, Error> {
    assert!(faults::set(plan), "{plan}");
    let done = encode(sessions);
    faults::clear();
    softdevice::forgive();
    done
}

#[test]
fn a_failed_session_leaves_no_trace() {
    softdevice::activate().unwrap();
    check(encode(1));
    for call in [
        "nvEncEncodePicture:3=10",
        "nvEncLockBitstream:9=8",
        "nvEncMapInputResource:6=16",
        "nvEncRegisterResource:2=23",
        "nvEncUnlockBitstream:5=8",
    ] {
        for sessions in [1, 2, 3] {
            println!("{call} with {sessions}");
            check(encode_with(call, sessions));
        }
    }
    // Two failures are not all of three sessions, even if they meet the same segment.
    let plan = "nvEncEncodePicture:11=20,nvEncEncodePicture:14=20";
    check(encode_with(plan, 3));
    // The session that replaces a failed one cannot be opened: the others do its work.
    let plan = "nvEncEncodePicture:5=10,nvEncOpenEncodeSessionEx:4=10";
    check(encode_with(plan, 3));

    for sessions in [1, 3] {
        let error = encode_with("nvEncEncodePicture:*=20", sessions).unwrap_err();
        let said = error.to_string();
        assert!(said.starts_with("nvEncEncodePicture failed"), "{said}");
    }
    for (plan, sessions) in [
        ("nvEncEncodePicture:5=10,nvEncOpenEncodeSessionEx:2=10", 1),
        ("nvEncOpenEncodeSessionEx:1=10", 2),
    ] {
        let error = encode_with(plan, sessions).unwrap_err();
        assert!(matches!(error, Error::NoSession { .. }), "{error}");
    }
    // Memory for six frames of twelve is enough for segments of four, that for two is not.
    check(encode_with("cuMemAlloc_v2:7=2", 2));
    let error = encode_with("cuMemAlloc_v2:3=2", 2).unwrap_err();
    assert!(matches!(error, Error::Cuda { .. }), "{error}");
    // With the two that there are.
    check(encode_with("nvEncOpenEncodeSessionEx:3=10", 4));
    after_a_failed_copy_frames_can_be_filled();
}

/// A picture whose rows are further apart needs more memory than frames have.
struct Wider(HostFrame);

// SAFETY: the surface lies in the frame's memory, which the frame keeps.
unsafe impl DeviceFrame for Wider {
    fn surface(&self) -> Surface {
        let whole = self.0.surface();
        Surface::new(whole.address, whole.pitch, SIZE, whole.format)
    }

    fn owner(&self) -> &Owner {
        self.0.owner()
    }

    fn context(&self) -> &Arc<CudaContext> {
        self.0.context()
    }
}

fn after_a_failed_copy_frames_can_be_filled() {
    let (api, gpu) = (Api::load().unwrap(), open_device(0).unwrap());
    let opened = api.open(&gpu).unwrap();
    let wide = Size::new(4 * SIZE.width, SIZE.height);
    let mut wide: Session<HostFrame> = opened.session(Codec::Hevc, wide).start().unwrap();
    let wider = Wider(wide.host_frame().unwrap());
    let builder = SegmentEncoder::builder(&api, &gpu).sessions(1);
    let mut encoder = builder
        .start(|encoder| encoder.session(Codec::Hevc, SIZE))
        .unwrap();
    let mut frame = encoder.frame().unwrap();
    assert!(faults::set("cuMemcpy:*=700"));
    let error = frame.copy(&wider).unwrap_err();
    faults::clear();
    assert!(matches!(error, Error::Cuda { .. }), "{error}");
    let (y, uv) = nv12(SIZE, 0);
    frame.upload(&[&y, &uv]).unwrap();
    frame.copy(&wider).unwrap();
}
