//! Shows which decoders share an engine: a GPU with several NVDEC engines gives each decoder one
//! of them, and does not say which. Two decoders that run together slow each other down when
//! theirs is the same.
//!
//! ```sh
//! cargo run --release --example engines -- FILE.h264|FILE.hevc [DECODERS]
//! ```
//! The table has the throughput of each two decoders together, in percent of what they reach one
//! after the other: about 200 with an engine each, about 100 with one for both.

use nvdec::{Api, Codec, Decoder};
use std::{error::Error, fs, thread, time::Instant};

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> Result<()> {
    let usage = "usage: engines FILE.h264|FILE.hevc [DECODERS]";
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or(usage)?;
    let count = arguments.next().map_or(Ok(8), |count| count.parse())?;
    let codec = if path.ends_with(".h264") {
        Codec::H264
    } else {
        Codec::Hevc
    };
    let stream = fs::read(&path)?;
    let (gpu, api) = (nvdec::open_device(0)?, Api::load()?);
    let mut decoders = Vec::new();
    for number in 0..count {
        let mut decoder = api.decoder(&gpu, codec).start()?;
        decode(&mut decoder, &stream)?; // makes it, and warms it up
        let (frames, seconds) = decode(&mut decoder, &stream)?;
        println!("decoder {number}: {:.1} fps alone", frames / seconds);
        decoders.push((decoder, seconds));
    }
    print_pairs(&mut decoders, &stream)
}

fn print_pairs(decoders: &mut [(Decoder, f64)], stream: &[u8]) -> Result<()> {
    for second in 1..decoders.len() {
        let (firsts, rest) = decoders.split_at_mut(second);
        let (later, alone) = &mut rest[0];
        print!("decoder {second} with 0, 1, ...:");
        for (earlier, other) in firsts {
            let together = decode_both(earlier, later, stream)?;
            print!(" {:3.0}", 100.0 * (*alone + *other) / together);
        }
        println!();
    }
    Ok(())
}

/// Seconds until both are done.
fn decode_both(one: &mut Decoder, other: &mut Decoder, stream: &[u8]) -> Result<f64> {
    let begun = Instant::now();
    thread::scope(|scope| {
        let thread = scope.spawn(|| decode(one, stream));
        decode(other, stream)?;
        thread.join().map_err(|_| "a thread panicked")?
    })?;
    Ok(begun.elapsed().as_secs_f64())
}

/// Decodes all of the stream into device memory; gives the frames and the seconds.
fn decode(decoder: &mut Decoder, stream: &[u8]) -> Result<(f64, f64)> {
    let (begun, mut frames) = (Instant::now(), 0.0);
    let mut pictures = decoder.push_last(stream, 0);
    while let Some(picture) = pictures.next()? {
        picture.map()?;
        frames += 1.0;
    }
    Ok((frames, begun.elapsed().as_secs_f64()))
}
