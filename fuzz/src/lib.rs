//! What the fuzz targets share.

use nvdec::{Codec, Error, Pictures};
use std::{io::Cursor, sync::Once};

/// Pictures that one input may show. A few bytes of VP9 show a frame once more.
const MOST_PICTURES: usize = 200;

/// Bytes of a picture that are still copied to the host: more takes time and tells nothing.
const MOST_BYTES: usize = 1 << 20;

/// Makes the software device this process's driver: as a T4, which has B-frames, and with
/// codecs that do nothing, for it is our code that is tried.
pub fn device() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // SAFETY: libFuzzer calls its target on one thread, and no other was started yet.
        unsafe { std::env::set_var("NVSOFT_CODEC", "null") };
        // SAFETY: as above.
        unsafe { std::env::set_var("NVSOFT_GPU", "t4") };
        // SAFETY: as above. The sanitizer refuses to have x264 and x265 opened.
        unsafe { std::env::set_var("NVSOFT_ENCODER", "builtin") };
        softdevice::activate().expect("the software device is built with the targets");
    });
}

/// Nothing is left on the device, and nothing was done wrong.
pub fn assert_clean() {
    let report = softdevice::report();
    assert!(report.is_empty(), "{report}");
}

/// Pushes `pieces`, one after the other, and takes what comes.
pub fn push<'a>(codec: Codec, pieces: impl Iterator<Item = &'a [u8]>) {
    device();
    decode(codec, pieces);
    assert_clean();
}

fn decode<'a>(codec: Codec, pieces: impl Iterator<Item = &'a [u8]>) {
    let gpu = nvdec::open_device(0).unwrap();
    let api = nvdec::Api::load().unwrap();
    let mut decoder = api.decoder(&gpu, codec).start().unwrap();
    let mut left = MOST_PICTURES;
    for (number, piece) in pieces.enumerate() {
        take(decoder.push(piece, number as i64), &mut left);
    }
    take(decoder.finish(), &mut left);
}

/// An error ends a push, and the next one goes on.
fn take(mut pictures: Pictures<'_>, left: &mut usize) {
    while *left > 0 {
        *left -= 1;
        let Ok(Some(picture)) = pictures.next() else {
            return;
        };
        let Ok(frame) = picture.map() else { return };
        let surface = frame.surface();
        let within = surface.byte_len() <= MOST_BYTES;
        let copied = within.then(|| frame.to_vec());
        assert!(!matches!(copied, Some(Err(Error::PlaneLength { .. }))));
    }
}

/// The frames of an IVF file, whatever its header says.
pub fn ivf_frames(mut data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data = data.get(32..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (header, rest) = data.split_at_checked(12)?;
        let length = u32::from_le_bytes(header[..4].try_into().ok()?) as usize;
        let (frame, rest) = rest.split_at(length.min(rest.len()));
        data = rest;
        Some(frame)
    })
}

/// Takes every packet out of a file: of its pictures, and of its sound.
pub fn demux(data: &[u8]) {
    let size = data.len() as u64;
    let file = || Cursor::new(data.to_vec());
    if let Ok(mut pictures) = examples::demux::open(file(), size, "fuzz", None) {
        let packet = || Some(pictures.next().ok()??.data.len());
        assert_bounded(data, std::iter::from_fn(packet));
    }
    if let Ok(Some(mut sound)) = examples::demux::open_sound(file(), size, "fuzz") {
        let packet = || Some(sound.next().ok()??.1.data.len());
        assert_bounded(data, std::iter::from_fn(packet));
    }
}

/// No packet is free: what a few bytes ask for has an end.
fn assert_bounded(data: &[u8], sizes: impl Iterator<Item = usize>) {
    let (packets, bytes) = sizes.fold((0, 0), |(count, sum), size| (count + 1, sum + size));
    assert!(packets <= 8 * data.len() + 8, "{packets} packets");
    assert!(bytes <= 64 * data.len() + (1 << 20), "{bytes} bytes");
}
