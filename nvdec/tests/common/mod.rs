//! The clips of `tests/clips`, and a device to decode them on.
#![allow(dead_code)] // each test program uses its part

use nvdec::{Codec, Decoder, Error, Frame, Pictures, cudarc::driver::CudaContext};
use std::{fs, path::Path, sync::Arc};

/// Tests run on the software device, or on a real GPU when this variable is set.
const ON_GPU: &str = "NVCODEC_TEST_ON_GPU";

pub(crate) fn gpu() -> Arc<CudaContext> {
    if std::env::var_os(ON_GPU).is_none() {
        softdevice::activate().expect("the software device is built with the tests");
    }
    nvdec::open_device(0).expect("a device")
}

pub(crate) fn decoder(codec: Codec) -> Decoder {
    let gpu = gpu();
    let api = nvdec::Api::load().unwrap();
    api.decoder(&gpu, codec).start().unwrap()
}

/// A stream, and the MD5 of each of its frames in display order.
pub(crate) struct Clip {
    pub(crate) codec: Codec,
    pub(crate) data: Vec<u8>,
    pub(crate) md5: Vec<String>,
}

pub(crate) fn clip(name: &str) -> Clip {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/clips")
        .join(name);
    let sums = fs::read_to_string(path.with_extension("md5")).unwrap();
    let codec = match path.extension().and_then(|extension| extension.to_str()) {
        Some("h264") => Codec::H264,
        Some("hevc") => Codec::Hevc,
        _ => Codec::Vp9,
    };
    let md5 = sums.lines().map(str::to_owned).collect();
    Clip {
        codec,
        data: fs::read(path).unwrap(),
        md5,
    }
}

/// What is pushed at once: an IVF file's packets, or a byte stream whole.
pub(crate) fn packets(clip: &Clip) -> Vec<&[u8]> {
    if clip.codec != Codec::Vp9 {
        return vec![&clip.data];
    }
    let mut packets = Vec::new();
    let mut rest = &clip.data[32..];
    while let [a, b, c, d, ..] = *rest {
        let (packet, after) = rest[12..].split_at(u32::from_le_bytes([a, b, c, d]) as usize);
        packets.push(packet);
        rest = after;
    }
    packets
}

/// Maps every picture that is due and hands it on.
pub(crate) fn each(mut pictures: Pictures<'_>, mut take: impl FnMut(Frame)) -> Result<(), Error> {
    while let Some(picture) = pictures.next()? {
        take(picture.map()?);
    }
    Ok(())
}

pub(crate) fn md5(frame: &Frame) -> String {
    format!("{:x}", md5::compute(frame.to_vec().unwrap()))
}
