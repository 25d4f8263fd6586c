//! Prints what each GPU encodes and decodes; on a machine without one, what the software
//! device does.

use clap::Parser;
use examples::{
    capabilities::{DecoderRow, EncoderRow},
    device::{ChooseError, Device},
};
use nvenc::cudarc::driver::CudaContext;
use std::process::ExitCode;

/// Prints what each GPU encodes and decodes.
#[derive(Debug, Parser)]
#[command(version)]
struct Options {
    /// Ask the software device even where there is a GPU
    #[arg(long)]
    software: bool,
    /// Print all that each encoder says of itself: profiles, presets, formats, capabilities
    #[arg(long)]
    all: bool,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("caps: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Result<(), Box<dyn std::error::Error>> {
    let devices = devices(options.software)?;
    if devices.iter().any(|device| device.is_software) {
        println!("No GPU: these are the abilities of the software device.\n");
    }
    println!("Encoder\n{}", EncoderRow::titles());
    for (ordinal, device) in devices.iter().enumerate() {
        print_encoder(ordinal, device)?;
    }
    for (ordinal, device) in devices.iter().enumerate().filter(|_| options.all) {
        print_report(ordinal, device)?;
    }
    for (ordinal, device) in devices.iter().enumerate() {
        println!(
            "\nDecoder of {ordinal} {}\n{}",
            device.name,
            DecoderRow::titles()
        );
        for row in DecoderRow::ask_all(&nvdec::Api::load()?, &device.context)? {
            println!("{row}");
        }
    }
    Ok(())
}

fn devices(software: bool) -> Result<Vec<Device>, ChooseError> {
    let first = if software {
        Device::software(0)
    } else {
        Device::any(0)
    }?;
    let count = CudaContext::device_count().unwrap_or(1);
    let others = (1..usize::try_from(count).unwrap_or(1)).map(Device::any);
    std::iter::once(Ok(first)).chain(others).collect()
}

fn print_encoder(ordinal: usize, device: &Device) -> Result<(), nvenc::Error> {
    let encoder = device.encoder();
    println!(
        "{}",
        EncoderRow::ask(ordinal, device.name.clone(), encoder.as_ref().ok())?
    );
    if let Err(error) = encoder {
        println!("   {error}");
    }
    Ok(())
}

/// Nothing for a GPU without an encoder, of which the table has told.
fn print_report(ordinal: usize, device: &Device) -> Result<(), nvenc::Error> {
    let Ok(encoder) = device.encoder() else {
        return Ok(());
    };
    println!("\nEncoder of {ordinal} {}", device.name);
    print!("{}", encoder.report()?);
    Ok(())
}
