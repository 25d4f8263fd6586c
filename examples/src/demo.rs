//! The whole way on one machine: an S3 server in this process, a real 8K clip, and a check of
//! the result.

use std::io::Write as _;

use crate::device::Device;
use crate::driver;
use crate::error::{Error, Result};
use crate::job::{Job, Settings};
use crate::s3server::S3Server;
use crate::store::{Location, Store};
use crate::verify::Quality;

static CLIP: &[u8] = include_bytes!("../clips/demo-8k.webm");

const BUCKET: &str = "demo";

/// What the encoder that is built into the software device does in a minute or two.
const FEW_FRAMES: u64 = 8;

/// Runs the job on the clip and tells how it went on standard output.
///
/// # Errors
/// Those of [`Job::run`], and [`Error::WrongResult`] when a frame is missing or spoilt.
pub fn run(mut settings: Settings, device: &Device) -> Result<()> {
    settings.frames = settings.frames.or_else(|| default_frames(device));
    let server = S3Server::start(&[BUCKET]).map_err(Error::system("starting the S3 server"))?;
    let store = Store::new(server.access())?;
    let job = Job {
        input: location("in/demo-8k.webm")?,
        output: location("out/")?,
        settings,
    };
    upload(&store, &job.input)?;
    println!("device     {device}, {}", driver::name(device));
    println!(
        "job        {} to {}, S3 at {}",
        job.input,
        job.target(),
        server.endpoint()
    );
    let source = job.open(&store)?;
    let report = job.run(source, &store, device)?;
    println!("{report}");
    let quality = Quality::of(&job, &report, &store, device)?;
    println!(
        "quality    luma PSNR {:.2} dB worst, {:.2} dB mean of {} frames; verify {:.1} s",
        quality.worst,
        quality.mean,
        quality.frames,
        quality.time.as_secs_f64()
    );
    quality.check()
}

/// `None` for the whole clip.
fn default_frames(device: &Device) -> Option<u64> {
    let encoder = softdevice::codec::back_end(softdevice::codec::Codec::Hevc);
    let slow = encoder.is_none_or(|encoder| !encoder.name.contains("x265"));
    (device.is_software && slow).then_some(FEW_FRAMES)
}

fn location(key: &str) -> Result<Location> {
    Ok(format!("s3://{BUCKET}/{key}").parse()?)
}

fn upload(store: &Store, to: &Location) -> Result<()> {
    let mut writer = store.create(to)?;
    let written = writer.write_all(CLIP);
    written.map_err(Error::system("uploading the clip"))?;
    writer.finish()?;
    Ok(())
}
