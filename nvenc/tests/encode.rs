//! Whole streams, encoded on the software device and decoded again.

mod common;

use common::{encode, has_controls, luma_psnr, session};
use nvenc::{Codec, HostFrame, Picture, PictureType, RateControl, Session, Size, Slices};
use std::num::NonZeroU32;

const SIZE: Size = Size::new(320, 192);
const FRAMES: usize = 12;

fn numbered(number: usize) -> Picture {
    Picture::at(number as i64)
}

#[test]
fn every_frame_comes_out_whole_in_both_codecs() {
    for codec in Codec::ALL {
        let session = session(codec, SIZE).rate_control(RateControl::const_qp(24));
        let coded = encode(session.start().unwrap(), FRAMES, numbered);
        let timestamps: Vec<i64> = coded.iter().map(|coded| coded.timestamp).collect();
        assert_eq!(
            timestamps,
            (0..FRAMES as i64).collect::<Vec<_>>(),
            "{codec}"
        );
        let psnr = luma_psnr(codec, SIZE, &coded);
        assert!(psnr.iter().all(|psnr| *psnr > 32.0), "{codec}: {psnr:?}");
    }
}

#[test]
fn a_gop_begins_with_an_idr_and_so_does_a_forced_one() {
    for codec in Codec::ALL {
        let session = session(codec, SIZE)
            .gop(NonZeroU32::new(5))
            .start()
            .unwrap();
        let picture = |number| match number {
            7 => numbered(number).force_idr(),
            _ => numbered(number),
        };
        let coded = encode(session, FRAMES, picture);
        let idr = |coded: &&common::Coded| coded.picture_type == PictureType::Idr;
        let idrs: Vec<i64> = coded
            .iter()
            .filter(idr)
            .map(|coded| coded.timestamp)
            .collect();
        assert!(idrs.starts_with(&[0, 5, 7]), "{codec}: {idrs:?}");
    }
}

#[test]
fn a_higher_quantiser_makes_fewer_bytes() {
    for codec in Codec::ALL {
        let bytes = |qp| {
            let session = session(codec, SIZE).rate_control(RateControl::const_qp(qp));
            let coded = encode(session.start().unwrap(), 6, numbered);
            assert!(
                coded.iter().all(|coded| coded.qp.abs_diff(qp.into()) <= 1),
                "{codec}"
            );
            coded.iter().map(|coded| coded.bytes.len()).sum::<usize>()
        };
        let (fine, coarse) = (bytes(20), bytes(40));
        assert!(
            2 * coarse < fine,
            "{codec}: {coarse} bytes at QP 40, {fine} at QP 20"
        );
    }
}

#[test]
fn headers_are_those_before_the_first_picture() {
    for codec in Codec::ALL {
        let session = session(codec, SIZE).start().unwrap();
        let headers = session.headers().unwrap();
        assert!(headers.starts_with(&[0, 0, 0, 1]), "{codec}");
        let coded = encode(session, 1, numbered);
        let held = coded[0]
            .bytes
            .windows(headers.len())
            .any(|bytes| bytes == headers);
        assert!(held, "{codec}: the first access unit holds other headers");
    }
}

#[test]
fn b_frames_come_in_coding_order_and_all_of_them() {
    let encoder = session(Codec::H264, SIZE);
    if encoder.caps().unwrap().max_b_frames < 2 {
        println!("this device has no B-frames: nothing to test");
        return;
    }
    let coded = encode(encoder.b_frames(2).start().unwrap(), FRAMES, numbered);
    let mut timestamps: Vec<i64> = coded.iter().map(|coded| coded.timestamp).collect();
    assert_eq!(timestamps[..4], [0, 3, 1, 2], "coding order");
    assert_eq!(coded[2].picture_type, PictureType::B);
    timestamps.sort_unstable();
    assert_eq!(timestamps, (0..FRAMES as i64).collect::<Vec<_>>());
}

#[test]
fn packets_say_how_many_slices_they_have() {
    let count = if has_controls() { 3 } else { 1 };
    for codec in Codec::ALL {
        let mut builder = session(codec, (320, 192));
        if count > 1 {
            builder = builder.slices(Slices::Count(count));
        }
        let mut session: Session<HostFrame> = builder.start().unwrap();
        let frame = session.host_frame().unwrap();
        session.submit(frame, Picture::default()).unwrap();
        let mut drain = session.finish().unwrap();
        assert_eq!(drain.receive().unwrap().unwrap().slices(), count, "{codec}");
    }
}
