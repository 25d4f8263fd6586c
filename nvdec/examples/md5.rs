//! Prints the MD5 sum of each frame of a stream, in display order: for comparing devices and
//! decoders (`ffmpeg -i FILE -pix_fmt nv12 -f framemd5 -` prints the same sums).
//!
//! ```sh
//! cargo run --example md5 -- FILE.h264|hevc|m1v|m2v|m4v|ivf
//! ```

use nvdec::{Codec, Decoder, Pictures};
use std::{error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .ok_or("usage: md5 FILE.h264|hevc|m1v|m2v|m4v|ivf")?;
    let data = fs::read(&path)?;
    let codec = codec(Path::new(&path), &data).ok_or("a stream of another kind")?;
    let gpu = nvdec::open_device(0)?;
    let mut decoder = nvdec::Api::load()?.decoder(&gpu, codec).start()?;
    match data.strip_prefix(b"DKIF") {
        Some(_) => decode_ivf(&mut decoder, &data),
        None => print_sums(decoder.push_last(&data, 0)),
    }
}

fn codec(path: &Path, data: &[u8]) -> Option<Codec> {
    Some(match path.extension()?.to_str()? {
        "h264" => Codec::H264,
        "hevc" | "h265" => Codec::Hevc,
        "m1v" => Codec::Mpeg1,
        "m2v" => Codec::Mpeg2,
        "m4v" => Codec::Mpeg4,
        _ => match data.get(8..12)? {
            b"VP80" => Codec::Vp8,
            b"VP90" => Codec::Vp9,
            b"AV01" => Codec::Av1,
            _ => return None,
        },
    })
}

/// An IVF file is a header of 32 bytes and packets with 12 bytes before each.
fn decode_ivf(decoder: &mut Decoder, file: &[u8]) -> Result<(), Box<dyn Error>> {
    let mut rest = file.get(32..).ok_or("not an IVF file")?;
    while let [a, b, c, d, ..] = *rest {
        let end = 12 + u32::from_le_bytes([a, b, c, d]) as usize;
        let packet = rest.get(12..end).ok_or("the IVF file is cut off")?;
        print_sums(decoder.push(packet, 0))?;
        rest = &rest[end..];
    }
    print_sums(decoder.finish())
}

fn print_sums(mut pictures: Pictures<'_>) -> Result<(), Box<dyn Error>> {
    while let Some(picture) = pictures.next()? {
        println!("{:x}", md5::compute(picture.map()?.to_vec()?));
    }
    Ok(())
}
