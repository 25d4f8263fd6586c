//! Motion estimation: what moved is found, in both codecs' structures.

mod common;

use common::session;
use nvenc::{
    Api, Codec, Encoder, Error, HostFrame, MotionBlock, MotionEstimator, PixelFormat, Size,
};

/// Neither codec's blocks divide it.
const SIZE: Size = Size::new(184, 120);

fn encoder() -> Encoder {
    softdevice::activate().expect("the software device is built with the tests");
    Api::load()
        .unwrap()
        .open(&nvenc::open_device(0).unwrap())
        .unwrap()
}

fn start(codec: Codec) -> MotionEstimator<HostFrame> {
    encoder().motion_estimator(codec, SIZE).start().unwrap()
}

/// Samples of which no two blocks are alike, seen from another place.
fn noise(x: i64, y: i64) -> u8 {
    let mixed =
        (x as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (y as u64).wrapping_mul(0xc2b2_ae3d);
    (mixed.wrapping_mul(0xff51_afd7_ed55_8ccd) >> 56) as u8
}

/// A picture of noise in which each place shows what was `moved` away from it.
fn frame(
    estimator: &mut MotionEstimator<HostFrame>,
    moved: impl Fn(i64, i64) -> (i64, i64),
) -> HostFrame {
    let luma = (0..i64::from(SIZE.width * SIZE.height)).map(|it| {
        let (x, y) = (it % i64::from(SIZE.width), it / i64::from(SIZE.width));
        let (dx, dy) = moved(x, y);
        noise(x + dx, y + dy)
    });
    let luma: Vec<u8> = luma.collect();
    let mut frame = estimator.host_frame().unwrap();
    frame.upload(&[&luma, &luma[..luma.len() / 2]]).unwrap();
    frame
}

/// Blocks far enough from the edges for what they show to be in the other picture.
fn inner(blocks: &[MotionBlock]) -> Vec<MotionBlock> {
    let inside = |it: &&MotionBlock| {
        it.x >= 16
            && it.y >= 16
            && it.x + it.width <= SIZE.width - 16
            && it.y + it.height <= SIZE.height - 16
    };
    blocks.iter().filter(inside).copied().collect()
}

#[test]
fn a_picture_that_moved_did_so_everywhere() {
    for codec in Codec::ALL {
        let mut estimator = start(codec);
        let before = frame(&mut estimator, |_, _| (0, 0));
        let after = frame(&mut estimator, |_, _| (-7, 5));
        let blocks = estimator.estimate(&after, &before).unwrap();
        let inner = inner(blocks);
        assert!(inner.len() > 8, "{codec}: {}", inner.len());
        assert!(
            inner.iter().all(|it| it.vector == Some((-28, 20))),
            "{codec}: {inner:?}"
        );
        let still = estimator.estimate(&before, &before).unwrap();
        assert!(still.iter().all(|it| it.vector == Some((0, 0))), "{codec}");
    }
}

#[test]
fn halves_that_moved_apart_are_told_apart() {
    for codec in Codec::ALL {
        let mut estimator = start(codec);
        let before = frame(&mut estimator, |_, _| (0, 0));
        let after = frame(&mut estimator, |x, _| if x < 88 { (1, 0) } else { (-1, 1) });
        for block in inner(estimator.estimate(&after, &before).unwrap()) {
            let expected = if block.x < 88 { (4, 0) } else { (-4, 4) };
            assert_eq!(block.vector, Some(expected), "{codec}: {block:?}");
        }
    }
}

#[test]
fn blocks_cover_the_picture_once() {
    for codec in Codec::ALL {
        let mut estimator = start(codec);
        let before = frame(&mut estimator, |_, _| (0, 0));
        let after = frame(&mut estimator, |x, y| (x / 9, y / 7));
        let mut seen = vec![0; (SIZE.width * SIZE.height) as usize];
        for block in estimator.estimate(&after, &before).unwrap() {
            for y in block.y..(block.y + block.height).min(SIZE.height) {
                for x in block.x..(block.x + block.width).min(SIZE.width) {
                    seen[(y * SIZE.width + x) as usize] += 1;
                }
            }
        }
        assert!(seen.iter().all(|count| *count == 1), "{codec}");
    }
}

#[test]
fn what_is_like_nothing_has_no_vector() {
    let mut estimator = start(Codec::H264);
    let noise = frame(&mut estimator, |_, _| (0, 0));
    let mut flat = estimator.host_frame().unwrap();
    let grey = vec![90; (SIZE.width * SIZE.height) as usize];
    flat.upload(&[&grey, &grey[..grey.len() / 2]]).unwrap();
    let blocks = estimator.estimate(&flat, &noise).unwrap();
    assert!(blocks.iter().all(|it| it.vector.is_none()));
}

#[test]
fn frames_of_another_size_are_refused_and_nothing_is_left() {
    let mut estimator = start(Codec::Hevc);
    let mut other = session(Codec::Hevc, (320, 192))
        .start::<HostFrame>()
        .unwrap();
    let (one, two) = (estimator.host_frame().unwrap(), other.host_frame().unwrap());
    for (picture, reference) in [(&one, &two), (&two, &one)] {
        let error = estimator.estimate(picture, reference).unwrap_err();
        assert!(matches!(error, Error::FrameMismatch { .. }), "{error}");
    }
    assert!(estimator.estimate(&one, &one).is_ok());
}

#[test]
fn ten_bits_are_refused() {
    let builder = encoder().motion_estimator(Codec::Hevc, SIZE);
    let refused = builder.format(PixelFormat::P010).start::<HostFrame>();
    assert_eq!(
        refused.unwrap_err().to_string(),
        "format for motion estimation is P010: it must be 4:2:0 of 8 bits: convert the pictures"
    );
}

#[test]
fn it_crosses_threads() {
    fn is_send<T: Send>() {}
    is_send::<MotionEstimator<HostFrame>>();
}
