//! What a decoder costs that is made for each clip, against one that is used again.
//!
//! ```sh
//! short-clips A.hevc [B.mp4...] [TIMES]
//! ```
//! Decodes the clips in turn, each so many times: with a new decoder for each, and with decoders from
//! a `DecoderCache`, which reconfigures one where the clips' sizes differ. Prints the median time from
//! asking for a decoder until it has handed its first picture to the driver, to its first frame, and
//! to the end of the clip with the decoder gone. The first is what using a decoder again saves, and
//! is told of clips in containers only, which keep pictures whole; the others have the decoding in
//! them, too. Frames must be as many both ways. On a GPU the driver's decoders are what is measured;
//! on the software device only that this program works.

use examples::sdk::clip::{BYTE_STREAM, Clip};
use nvdec::{
    Api, Decoder, DecoderBuilder, DecoderCache, Pictures, Size, cudarc::driver::CudaContext,
};
use std::{
    error::Error,
    num::NonZeroUsize,
    ops::DerefMut,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const USAGE: &str = "usage: short-clips FILE... [TIMES]";
/// The driver is given a picture when the next one begins.
const TELLS_FIRST: usize = 1;

/// What came of a clip.
struct Decoded {
    /// `None` where packets are no pictures.
    handed_in: Option<Duration>,
    first_frame: Duration,
    all: Duration,
    frames: usize,
}

fn main() -> Result<()> {
    let (clips, times) = arguments()?;
    let (gpu, api) = (nvdec::open_device(0)?, Api::load()?);
    let reserved = largest(&api, &gpu, &clips)?;
    let builder = |clip: &Clip| api.decoder(&gpu, clip.codec()).reserve(reserved);
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
    let read = |path: &String| Ok(Clip::read(Path::new(path))?);
    let clips: Result<Vec<Clip>> = words.iter().map(read).collect();
    Ok((clips?, times))
}

/// The width and the height of the largest clips.
fn largest(api: &Api, gpu: &Arc<CudaContext>, clips: &[Clip]) -> Result<Size> {
    let mut largest = Size::new(0, 0);
    for clip in clips {
        let mut decoder = api.decoder(gpu, clip.codec()).start()?;
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
    let mut taken = Taken::default();
    let are_pictures = clip.container() != BYTE_STREAM;
    for (number, (packet, timestamp)) in clip.packets().enumerate() {
        let hands_in = are_pictures && number >= TELLS_FIRST;
        taken.take(decoder.push(packet, timestamp), hands_in, begun)?;
    }
    taken.take(decoder.finish(), are_pictures, begun)?;
    Ok(Decoded {
        handed_in: taken.handed_in,
        first_frame: taken.first_frame.ok_or("a clip has no frame")?,
        all: begun.elapsed(),
        frames: taken.frames,
    })
}

/// What has come of a clip so far.
#[derive(Default)]
struct Taken {
    handed_in: Option<Duration>,
    first_frame: Option<Duration>,
    frames: usize,
}

impl Taken {
    /// `hands_in` says that the first picture went to the driver before there was a frame.
    fn take(&mut self, mut pictures: Pictures<'_>, hands_in: bool, begun: Instant) -> Result<()> {
        loop {
            let picture = pictures.next()?;
            if hands_in {
                self.handed_in.get_or_insert_with(|| begun.elapsed());
            }
            let Some(picture) = picture else {
                return Ok(());
            };
            picture.map()?;
            self.first_frame.get_or_insert_with(|| begun.elapsed());
            self.frames += 1;
        }
    }
}

/// A title, and what is shown of a clip.
type Column = (&'static str, fn(&Decoded) -> Option<Duration>);

const COLUMNS: [Column; 3] = [
    ("handed in ms", |one| one.handed_in),
    ("first frame ms", |one| Some(one.first_frame)),
    ("whole clip ms", |one| Some(one.all)),
];

fn print(made: &[Decoded], used: &[Decoded]) {
    let medians = |all: &[Decoded]| COLUMNS.map(|(_, time)| median(all.iter().filter_map(time)));
    let (made, used) = (medians(made), medians(used));
    let ratios = std::array::from_fn(|column| made[column] / used[column]);
    let row = |name: &str, cells: [String; 3]| {
        let [handed_in, first_frame, whole] = cells;
        println!("{name:12} {handed_in:>14} {first_frame:>14} {whole:>14}");
    };
    row("decoder", COLUMNS.map(|(title, _)| title.to_owned()));
    row("new", made.map(|ms| told(ms, 2)));
    row("used again", used.map(|ms| told(ms, 2)));
    row("ratio", ratios.map(|ratio: f64| told(ratio, 1)));
}

fn told(value: f64, digits: usize) -> String {
    match value.is_nan() {
        true => "-".to_owned(),
        false => format!("{value:.digits$}"),
    }
}

fn median(times: impl Iterator<Item = Duration>) -> f64 {
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    let middle = times.get(times.len() / 2);
    middle.map_or(f64::NAN, |time| 1000.0 * time.as_secs_f64())
}
