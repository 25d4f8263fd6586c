//! # A whole job against its slowest stage
//!
//! `s3-batch run` on the software device, whose one encoder engine takes a fixed 20 ms for a
//! picture and codes nothing: an MP4 is read from S3, decoded, encoded and written to S3. If all
//! stages overlap, the job takes what the engine takes, which is the rival, by arithmetic. The
//! result is checked: every picture went through.
//!
//! Run by `cargo bench --package benches --bench s3_pipeline`; `-- --test` for a short run.

use std::env;
use std::error::Error;
use std::io::Cursor;
use std::time::{Duration, Instant};

use examples::demux;
use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::mux::{Coded, Format, Muxer, Video};
use examples::s3server::S3Server;
use examples::store::{Location, Store};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const BUCKET: &str = "bench";
const CLIP: &[u8] = include_bytes!("../../examples/tests/clips/h264-aac.mp4");
/// Pictures of the clip, of which the first is an IDR picture.
const CLIP_PICTURES: u64 = 25;
const PICTURE: Duration = Duration::from_millis(20);
/// What of the engine's time is to be used.
const WANTED: f64 = 0.97;

fn main() -> Result<()> {
    let variables = [
        ("NVSOFT_CODEC", "null".to_owned()),
        ("NVSOFT_ENGINES", "1".to_owned()),
        ("NVSOFT_FRAME_US", PICTURE.as_micros().to_string()),
    ];
    for (name, value) in variables {
        // SAFETY: no other thread is there yet.
        unsafe { env::set_var(name, value) };
    }
    let short = env::args().any(|argument| argument == "--test");
    let rounds = if short { 1 } else { 20 };
    let server = S3Server::start(&[BUCKET])?;
    let store = Store::new(server.access())?;
    make(&store, rounds)?;

    let pictures = rounds * CLIP_PICTURES;
    let took = run(&store, pictures)?;
    let alone = PICTURE * pictures as u32;
    let ratio = alone.as_secs_f64() / took.as_secs_f64();
    println!("the engine alone {alone:.2?}, the job {took:.2?}: {ratio:.3}, wanted {WANTED}");
    match short || ratio >= WANTED {
        true => Ok(()),
        false => Err("the stages do not overlap as is wanted".into()),
    }
}

fn at(key: &str) -> Result<Location> {
    Ok(format!("s3://{BUCKET}/{key}").parse()?)
}

/// The clip, again and again.
fn make(store: &Store, rounds: u64) -> Result<()> {
    let open = || demux::open(Cursor::new(CLIP), CLIP.len() as u64, "the clip", None);
    let info = open()?.info().clone();
    let video = Video {
        codec: nvenc::Codec::H264,
        time_base: info.time_base,
        frame_rate: info.frame_rate.ok_or("the clip tells no frame rate")?,
        frames: Some(rounds * CLIP_PICTURES),
    };
    let length = info.time_base.as_f64() * video.frame_rate.as_f64();
    let length = (CLIP_PICTURES as f64 / length).round() as i64;
    let mut muxer = Muxer::create(store, &at("in.mp4")?, Format::Mp4, video)?;
    for round in 0..rounds as i64 {
        let mut clip = open()?;
        let mut times = Vec::new();
        while let Some(picture) = clip.next()? {
            times.push(round * length + picture.pts);
        }
        times.sort_unstable();
        times.into_iter().for_each(|time| muxer.expect(time));
        let mut clip = open()?;
        while let Some(picture) = clip.next()? {
            muxer.write(Coded {
                data: picture.data,
                pts: round * length + picture.pts,
                keyframe: picture.keyframe,
            })?;
        }
    }
    muxer.finish()?;
    Ok(())
}

fn run(store: &Store, pictures: u64) -> Result<Duration> {
    let job = Job {
        input: at("in.mp4")?,
        output: at("out.hevc")?,
        settings: Settings::default(),
    };
    let device = Device::choose(Choice::Software, 0)?;
    let started = Instant::now();
    let report = job.run(job.open(store)?, store, &device)?;
    let took = started.elapsed();
    assert_eq!(report.frames, pictures);
    Ok(took)
}
