//! One sequence over two GPUs, in a process of its own: the software device has two.

mod common;

use common::{Coded, luma_psnr, nv12};
use nvenc::{
    Api, Codec, Error, HostFrame, Picture, RateControl, Session, Size, open_device,
    parallel::{Admission, SegmentEncoder},
};
use softdevice::faults;
use std::time::Duration;

const SIZE: Size = Size::new(320, 192);
const FRAMES: i64 = 29;

fn encoder() -> Result<SegmentEncoder, Error> {
    let [one, other] = [open_device(0)?, open_device(1)?];
    let builder = SegmentEncoder::builder(&Api::load()?, &one).gpu(&other);
    builder.sessions(2).segment(4).start(|encoder| {
        let session = encoder.session(Codec::Hevc, SIZE);
        session.rate_control(RateControl::const_qp(26))
    })
}

/// Frames come from GPU 0, as a decoder's there would.
fn encode() -> Result<Vec<Coded>, Error> {
    let source = Api::load()?.open(&open_device(0)?)?;
    let mut source: Session<HostFrame> = source.session(Codec::Hevc, SIZE).start()?;
    let mut encoder = encoder()?;
    let mut all = Vec::new();
    for number in 0..FRAMES {
        let (y, uv) = nv12(SIZE, number as usize);
        let mut decoded = source.host_frame()?;
        decoded.upload(&[&y, &uv])?;
        let mut frame = encoder.frame()?;
        frame.copy(&decoded)?;
        encoder.submit(frame, Picture::at(number))?;
        while let Some(packet) = encoder.receive()? {
            all.push((packet.timestamp(), packet.to_vec()));
        }
    }
    let mut drain = encoder.finish();
    while let Some(packet) = drain.receive()? {
        all.push((packet.timestamp(), packet.to_vec()));
    }
    Ok(all.into_iter().map(coded).collect())
}

fn coded((timestamp, bytes): (i64, Vec<u8>)) -> Coded {
    Coded {
        bytes,
        timestamp,
        picture_type: nvenc::PictureType::P,
        qp: 0,
        decode_timestamp: timestamp,
        duration: 0,
        tag: 0,
    }
}

#[track_caller]
fn check(all: Result<Vec<Coded>, Error>) {
    let all = all.unwrap();
    let numbers: Vec<i64> = all.iter().map(|it| it.timestamp).collect();
    assert_eq!(numbers, (0..FRAMES).collect::<Vec<_>>());
    let psnr = luma_psnr(Codec::Hevc, SIZE, &all);
    assert!(psnr.iter().all(|psnr| *psnr > 30.0), "{psnr:?}");
}

#[test]
fn two_gpus_make_one_stream() {
    // SAFETY: this is the only test of its process, and no thread reads the environment.
    unsafe { std::env::set_var("NVSOFT_DEVICES", "2") };
    softdevice::activate().unwrap();
    check(encode());

    // One GPU's session fails and no other can be opened there: the other GPU does its work,
    // until another try goes well. The sessions before are the source's and one for each GPU.
    let plan = "nvEncEncodePicture:6=10,nvEncOpenEncodeSessionEx:4=10";
    assert!(faults::set(plan));
    check(encode());
    let opened = faults::counts()
        .into_iter()
        .find(|(name, _)| name == "nvEncOpenEncodeSessionEx");
    let opened = opened.map(|(_, count)| count);
    assert_eq!(opened, Some(5), "it was tried, and tried again");
    faults::clear();
    softdevice::forgive();

    memory_is_what_was_said();
    any_gpu_ends_the_wait();
}

fn memory_is_what_was_said() {
    let gpus = [0, 1].map(|gpu| open_device(gpu).unwrap());
    let free = || gpus.each_ref().map(|gpu| gpu.mem_get_info().unwrap().0);
    let mut encoder = encoder().unwrap();
    assert_eq!(encoder.sessions(), 2);
    let before = free();
    let mut held = Vec::new();
    while let Ok(frame) = encoder.frame() {
        held.push(frame);
    }
    // Frames that are held are of one segment after the other, on the GPU of each.
    let taken: usize = before.iter().zip(free()).map(|(b, now)| b - now).sum();
    let frame = encoder.device_bytes() / (2 * 2 * 4);
    assert_eq!(taken, held.len() * frame);
    assert!(taken <= encoder.device_bytes());
}

/// Both GPUs refuse, then the first once more: the session that comes is the other's.
fn any_gpu_ends_the_wait() {
    let refused = [1, 2, 3].map(|call| format!("nvEncOpenEncodeSessionEx:{call}=10"));
    assert!(faults::set(&refused.join(",")));
    let (api, gpus) = (
        Api::load().unwrap(),
        [0, 1].map(|it| open_device(it).unwrap()),
    );
    let builder = SegmentEncoder::builder(&api, &gpus[0]).gpu(&gpus[1]);
    let builder = builder.admission(&Admission::new(&api), Duration::from_secs(60));
    let encoder = builder.sessions(2);
    let encoder = encoder.start(|encoder| encoder.session(Codec::Hevc, SIZE));
    faults::clear();
    softdevice::forgive();
    let mut encoder = encoder.unwrap();
    assert_eq!(encoder.sessions(), 1);
    let free = || gpus.each_ref().map(|gpu| gpu.mem_get_info().unwrap().0);
    let before = free();
    let _frame = encoder.frame().unwrap();
    let after = free();
    assert_eq!(after[0], before[0]);
    assert!(after[1] < before[1], "its frames lie there");
}
