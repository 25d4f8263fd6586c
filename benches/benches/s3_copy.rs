//! # An object through `s3-batch --copy`
//!
//! An MP4 of 2 GiB goes from S3 to S3 and becomes another MP4: read by ranges, taken apart into
//! pictures, put together again with its index in front, and uploaded by parts. The S3 server is
//! in this process and takes its share of the processor. The rival is `object_store`, which both
//! use: the same bytes by ranges of 8 MiB, four at a time, into an upload by parts of 8 MiB, and
//! nothing done to them. The two take turns. The result is checked: as many pictures, and as many
//! bytes within a thousandth.
//!
//! Run by `cargo bench --package benches --bench s3_copy`; `-- --test` for a short run.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use examples::device::{Choice, Device};
use examples::job::{Job, Settings};
use examples::mux::{Coded, Format, Muxer, Video};
use examples::s3server::S3Server;
use examples::store::{Location, Store};
use futures_util::{StreamExt as _, TryStreamExt as _, stream};
use nvframe::Rational;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::{ObjectStoreExt as _, WriteMultipart, path};
use tokio::runtime::Runtime;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const BUCKET: &str = "bench";
const RANGE: u64 = 8 << 20;
const AT_A_TIME: usize = 4;
/// Bytes of a picture: 30 of them a second would be 250 Mbit/s.
const PICTURE: usize = 1 << 20;
/// The parameter sets of a clip of the examples, `hevc.mkv`.
#[rustfmt::skip]
const HEADERS: &[u8] = &[
    0, 0, 0, 1, 0x40, 1, 0x0c, 1, 0xff, 0xff, 1, 0x60,
    0, 0, 3, 0, 0x90, 0, 0, 3, 0, 0, 3, 0,
    0x3c, 0x95, 0x94, 9, 0, 0, 0, 1, 0x42, 1, 1, 1,
    0x60, 0, 0, 3, 0, 0x90, 0, 0, 3, 0, 0, 3,
    0, 0x3c, 0xa0, 0x0a, 8, 0x0c, 0x16, 0x59, 0x59, 0x64, 0x93, 0x2b,
    0xc0, 0x5a, 2, 0, 0, 3, 0, 2, 0, 0, 3, 0,
    0x32, 0x10, 0, 0, 0, 1, 0x44, 1, 0xc1, 0x71, 0xa3, 0x12,
];
/// What of the rival's speed is wanted.
const WANTED: f64 = 0.8;
/// Turns of each.
const TURNS: usize = 5;

fn main() -> Result<()> {
    let short = env::args().any(|argument| argument == "--test");
    let (pictures, turns) = if short { (40, 1) } else { (2048, TURNS) };
    let server = S3Server::start(&[BUCKET])?;
    let store = Store::new(server.access())?;
    make(&store, pictures)?;
    let rival = Rival::new(&server)?;
    let mut ratios = Vec::new();
    for _ in 0..turns {
        let theirs = rival.copy("in.mp4", "theirs.mp4")?;
        let ours = ours(&store, pictures as u64)?;
        check_sizes(server.folder())?;
        ratios.push(theirs.as_secs_f64() / ours.as_secs_f64());
        println!(
            "object_store {theirs:.2?}, s3-batch --copy {ours:.2?}: {:.3} of its speed",
            ratios[ratios.len() - 1]
        );
    }
    ratios.sort_by(f64::total_cmp);
    let median = ratios[ratios.len() / 2];
    println!("median {median:.3}, wanted {WANTED}");
    match short || median >= WANTED {
        true => Ok(()),
        false => Err("it is slower than is wanted".into()),
    }
}

fn at(key: &str) -> Result<Location> {
    Ok(format!("s3://{BUCKET}/{key}").parse()?)
}

/// A film of pictures that say how large they are and hold noise; every 32nd is a key picture.
fn make(store: &Store, pictures: usize) -> Result<()> {
    let video = Video {
        codec: nvenc::Codec::Hevc,
        time_base: Rational::new(1, 30),
        frame_rate: Rational::new(30, 1),
        frames: Some(pictures as u64),
    };
    let mut muxer = Muxer::create(store, &at("in.mp4")?, Format::Mp4, video)?;
    let key = [HEADERS, &[0, 0, 0, 1, 0x26, 1], &noise(PICTURE)].concat();
    let other = [&[0, 0, 0, 1, 2, 1], &noise(PICTURE)[..]].concat();
    for number in 0..pictures {
        let keyframe = number.is_multiple_of(32);
        let (data, pts) = (if keyframe { &key[..] } else { &other }, number as i64);
        muxer.expect(pts);
        muxer.write(Coded {
            data,
            pts,
            keyframe,
        })?;
    }
    muxer.finish()?;
    Ok(())
}

/// Bytes among which there is no start code, as there is no zero.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8 | 1
    };
    std::iter::repeat_with(next).take(count).collect()
}

fn ours(store: &Store, pictures: u64) -> Result<Duration> {
    let job = Job {
        input: at("in.mp4")?,
        output: at("ours.mp4")?,
        settings: Settings::of_words(&["--copy".to_owned()])?,
    };
    let device = Device::choose(Choice::Software, 0)?;
    let started = Instant::now();
    let report = job.run(job.open(store)?, store, &device)?;
    let took = started.elapsed();
    assert_eq!(report.frames, pictures);
    Ok(took)
}

/// All of the pictures' bytes are there.
fn check_sizes(folder: &Path) -> Result<()> {
    let size = |name: &str| fs::metadata(folder.join(BUCKET).join(name)).map(|it| it.len());
    let (input, theirs, ours) = (size("in.mp4")?, size("theirs.mp4")?, size("ours.mp4")?);
    assert_eq!(input, theirs);
    assert!(ours.abs_diff(input) < input / 1000, "{ours} of {input}");
    Ok(())
}

struct Rival {
    runtime: Runtime,
    store: Arc<AmazonS3>,
}

impl Rival {
    fn new(server: &S3Server) -> Result<Self> {
        let (access_key, secret_key) = server.keys();
        let store = AmazonS3Builder::new()
            .with_endpoint(server.endpoint())
            .with_allow_http(true)
            .with_region("us-east-1")
            .with_bucket_name(BUCKET)
            .with_access_key_id(access_key)
            .with_secret_access_key(secret_key)
            .build()?;
        Ok(Self {
            runtime: Runtime::new()?,
            store: Arc::new(store),
        })
    }

    fn copy(&self, from: &str, to: &str) -> Result<Duration> {
        let started = Instant::now();
        self.runtime.block_on(self.copy_parts(from, to))?;
        Ok(started.elapsed())
    }

    async fn copy_parts(&self, from: &str, to: &str) -> Result<()> {
        let (from, to) = (path::Path::from(from), path::Path::from(to));
        let size = self.store.head(&from).await?.size;
        let upload = self.store.put_multipart(&to).await?;
        let mut writer = WriteMultipart::new_with_chunk_size(upload, RANGE as usize);
        let starts = (0..size).step_by(RANGE as usize);
        let ranges = starts.map(|start| start..size.min(start + RANGE));
        let get = |range| {
            let (store, from) = (Arc::clone(&self.store), from.clone());
            async move { store.get_range(&from, range).await }
        };
        let mut parts = stream::iter(ranges).map(get).buffered(AT_A_TIME);
        while let Some(part) = parts.try_next().await? {
            writer.wait_for_capacity(AT_A_TIME).await?;
            writer.put(part);
        }
        writer.finish().await?;
        Ok(())
    }
}
