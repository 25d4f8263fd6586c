//! Choosing what decodes and encodes: an NVIDIA GPU, or the software device.

use std::path::Path;
use std::sync::Arc;

use nvdec::cudarc::driver::CudaContext;

use crate::error::{Error, Result};

/// Which device to use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
#[non_exhaustive]
pub enum Choice {
    /// An NVIDIA GPU with NVENC where there is one, else the software device.
    #[default]
    Auto,
    /// An NVIDIA GPU, or failure.
    Nvidia,
    /// The software device.
    Software,
}

/// The device that was chosen.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Device {
    /// Where decoder and encoder work.
    pub context: Arc<CudaContext>,
    /// The GPU's name, or that of the GPU which the software device passes for.
    pub name: String,
    /// Whose driver it is.
    pub driver: String,
    /// Whether this is the software device.
    pub software: bool,
}

/// Opens GPU number `gpu` of what was chosen. To be called before anything touches CUDA.
///
/// On a machine with a driver but without NVENC, [`Choice::Auto`] may start the program again
/// on the software device.
///
/// # Errors
/// * [`Error::Device`], [`Error::Encode`], [`Error::Decode`]: no NVIDIA GPU that can do it
/// * [`Error::SoftDevice`]: the software device cannot be loaded
pub fn choose(choice: Choice, gpu: usize) -> Result<Device> {
    match choice {
        Choice::Nvidia => nvidia(gpu),
        Choice::Software => software(gpu),
        Choice::Auto if !is_driver_installed() => {
            eprintln!("no NVIDIA driver here: using the software device, which is slow");
            software(gpu)
        }
        Choice::Auto => nvidia(gpu).or_else(again_in_software),
    }
}

/// Does not load it: a process has one libcuda only.
fn is_driver_installed() -> bool {
    Path::new("/dev/nvidiactl").exists()
}

fn nvidia(gpu: usize) -> Result<Device> {
    let device = open(gpu)?;
    nvdec::Api::load()?;
    nvenc::Api::load()?.open(&device.context)?;
    Ok(device)
}

fn software(gpu: usize) -> Result<Device> {
    softdevice::activate().map_err(|error| Error::SoftDevice(error.to_string()))?;
    open(gpu)
}

/// Returns only when it fails: the real libcuda is loaded now, and stays.
fn again_in_software(error: Error) -> Result<Device> {
    if softdevice::is_active() {
        return Err(error);
    }
    eprintln!("{error}: using the software device, which is slow");
    Err(Error::SoftDevice(softdevice::reexec().to_string()))
}

fn open(gpu: usize) -> Result<Device> {
    let context = nvdec::open_device(gpu)?;
    let software = softdevice::is_active();
    Ok(Device {
        name: context.name().unwrap_or_else(|_| "unknown GPU".to_owned()),
        context,
        driver: if software {
            software_driver()
        } else {
            real_driver()
        },
        software,
    })
}

/// Tells which encoder does the work, as that decides the speed.
fn software_driver() -> String {
    let encoder = softdevice::codec::back_end(softdevice::codec::Codec::Hevc);
    let encoder = encoder.map_or("no encoder", |encoder| encoder.name.as_str());
    format!("software device (no GPU at work; HEVC by {encoder})")
}

fn real_driver() -> String {
    let about = std::fs::read_to_string("/proc/driver/nvidia/version").unwrap_or_default();
    let version = about
        .split_whitespace()
        .find(|word| word.split('.').count() > 1 && word.starts_with(|c: char| c.is_ascii_digit()));
    format!("NVIDIA driver {}", version.unwrap_or("of unknown version"))
}
