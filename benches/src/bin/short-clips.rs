//! What a decoder costs that is made for each clip, against one that is used again.
//!
//! ```sh
//! short-clips A.hevc [B.hevc...] [TIMES]
//! ```
//! Decodes the clips in turn, each so many times: with a new decoder for each, and with decoders from
//! a `DecoderCache`, which reconfigures one where the clips' sizes differ. Prints the median time from
//! asking for a decoder to its first frame, and to the end of the clip with the decoder gone.
//! Frames must be as many both ways. On a GPU the drivers' decoders are what is measured; on the
//! software device only that this program works.

use nvdec::{Api, Codec, Decoder, DecoderBuilder, DecoderCache, Size, cudarc::driver::CudaContext};
use std::{
    error::Error,
    fs,
    num::NonZeroUsize,
    ops::DerefMut,
    sync::Arc,
    time::{Duration, Instant},
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "usage: short-clips FILE.h264|hevc... [TIMES]";

struct Clip {
    codec: Codec,
    data: Vec<u8>,
}

/// What came of a clip.
struct Decoded {
    first_frame: Duration,
    all: Duration,
    frames: usize,
}

fn main() -> Result<()> {
    let (clips, times) = arguments()?;
    let (gpu, api) = (nvdec::open_device(0)?, Api::load()?);
    let reserved = largest(&api, &gpu, &clips)?;
    let builder = |clip: &Clip| api.decoder(&gpu, clip.codec).reserve(reserved);
    let made = each(&clips, times, |clip| with_new(builder(clip), clip))?;
    let cache = DecoderCache::new(NonZeroUsize::new(2).ok_or(USAGE)?);
    for clip in &clips {
        from(&cache, builder(clip), clip)?; // makes it
    }
    let used = each(&clips, times, |clip| from(&cache, builder(clip), clip))?;
    let frames = |all: &[Decoded]| all.iter().map(|one| one.frames).sum::<usize>();
    if frames(&made) != frames(&used) {
        return Err("there are not as many frames both ways".into());
    }
    print(&made, &used);
    Ok(())
}

fn arguments() -> Result<(Vec<Clip>, usize)> {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let times = match words.last().and_then(|word| word.parse().ok()) {
        Some(times) => {
            words.pop();
            times
        }
        None => 20,
    };
    if words.is_empty() || times == 0 {
        return Err(USAGE.into());
    }
    let clips: Result<Vec<Clip>> = words.iter().map(|path| read(path)).collect();
    Ok((clips?, times))
}

fn read(path: &str) -> Result<Clip> {
    let codec = match path.rsplit('.').next() {
        Some("h264" | "264") => Codec::H264,
        Some("hevc" | "h265" | "265") => Codec::Hevc,
        _ => return Err(USAGE.into()),
    };
    let data = fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    Ok(Clip { codec, data })
}

/// The width and the height of the largest clips.
fn largest(api: &Api, gpu: &Arc<CudaContext>, clips: &[Clip]) -> Result<Size> {
    let mut largest = Size::new(0, 0);
    for clip in clips {
        let mut decoder = api.decoder(gpu, clip.codec).start()?;
        decode(&mut decoder, clip, Instant::now())?;
        let coded = decoder.info().map_or(largest, |info| info.coded_size);
        largest.width = largest.width.max(coded.width);
        largest.height = largest.height.max(coded.height);
    }
    Ok(largest)
}

fn each(
    clips: &[Clip],
    times: usize,
    decode: impl FnMut(&Clip) -> Result<Decoded>,
) -> Result<Vec<Decoded>> {
    let rounds = (0..times).flat_map(|_| clips);
    rounds.map(decode).collect()
}

fn with_new(builder: DecoderBuilder, clip: &Clip) -> Result<Decoded> {
    let begun = Instant::now();
    finish(Box::new(builder.start()?), clip, begun)
}

fn from(cache: &DecoderCache, builder: DecoderBuilder, clip: &Clip) -> Result<Decoded> {
    let begun = Instant::now();
    finish(cache.take(builder)?, clip, begun)
}

/// Decodes a clip and gives the decoder up.
fn finish(
    mut decoder: impl DerefMut<Target = Decoder>,
    clip: &Clip,
    begun: Instant,
) -> Result<Decoded> {
    let decoded = decode(&mut decoder, clip, begun)?;
    drop(decoder);
    let all = begun.elapsed();
    Ok(Decoded { all, ..decoded })
}

fn decode(decoder: &mut Decoder, clip: &Clip, begun: Instant) -> Result<Decoded> {
    let (mut first_frame, mut frames) = (None, 0);
    let mut pictures = decoder.push_last(&clip.data, 0);
    while let Some(picture) = pictures.next()? {
        picture.map()?;
        first_frame.get_or_insert_with(|| begun.elapsed());
        frames += 1;
    }
    Ok(Decoded {
        first_frame: first_frame.ok_or("a clip has no frame")?,
        all: begun.elapsed(),
        frames,
    })
}

fn print(made: &[Decoded], used: &[Decoded]) {
    println!(
        "{:12} {:>14} {:>14}",
        "decoder", "first frame ms", "whole clip ms"
    );
    let row = |all: &[Decoded]| {
        [
            median(all.iter().map(|one| one.first_frame)),
            median(all.iter().map(|one| one.all)),
        ]
    };
    let (made, used) = (row(made), row(used));
    for (name, [first, whole]) in [("new", made), ("used again", used)] {
        println!("{name:12} {first:>14.2} {whole:>14.2}");
    }
    let [first, whole] = [made[0] / used[0], made[1] / used[1]];
    println!("{:12} {first:>14.1} {whole:>14.1}", "ratio");
}

fn median(times: impl Iterator<Item = Duration>) -> f64 {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    let middle = times.get(times.len() / 2);
    middle.map_or(f64::NAN, |time| 1000.0 * time.as_secs_f64())
}
