//! The command line as the samples have it, and how they end.

use std::env;
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::time::Duration;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Error as ClapError, Parser};

use crate::error::Result;

/// A program in the manner of a sample.
pub trait Program: Parser {
    /// What it is called.
    const NAME: &'static str;

    /// Does what the command line says.
    ///
    /// # Errors
    /// Any, which are told on standard error.
    fn run(self) -> Result<()>;

    /// Prints what `-h` tells of the devices here, after the options.
    ///
    /// # Errors
    /// Any, which are told on standard error.
    fn print_capabilities() -> Result<()> {
        Ok(())
    }
}

/// Runs a program. Like the samples it exits with 0 or 1.
pub fn main<P: Program>() -> ExitCode {
    let arguments: Vec<String> = env::args_os()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let done = match P::try_parse_from(arguments.iter().map(|argument| two_dashes(argument))) {
        Ok(program) => program.run(),
        Err(error) if error.kind() == ErrorKind::DisplayHelp => help::<P>(&error),
        Err(error) => return refuse(&error, &arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}: {error}", P::NAME);
            ExitCode::FAILURE
        }
    }
}

fn help<P: Program>(error: &ClapError) -> Result<()> {
    let _ = error.print(); // there is nobody left to tell
    println!("\nAs in NVIDIA's samples, one dash does for any option, and case does not matter.\n");
    P::print_capabilities()
}

/// `-codec` becomes `--codec`; a number below zero stays what it is.
fn two_dashes(argument: &str) -> String {
    let Some(name) = argument.strip_prefix('-') else {
        return argument.to_owned();
    };
    if !name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '4') {
        return argument.to_owned();
    }
    let (name, value) = name.split_at(name.find('=').unwrap_or(name.len()));
    match name {
        "h" | "H" | "?" => "--help".to_owned(),
        _ => format!("--{}{value}", name.to_ascii_lowercase()),
    }
}

/// Reads how many threads there are to be.
pub(super) fn threads(text: &str) -> std::result::Result<NonZeroUsize, String> {
    number(text, 1024)
}

/// Reads how many frames there are to be.
pub(super) fn frames(text: &str) -> std::result::Result<NonZeroUsize, String> {
    number(text, u32::MAX as usize)
}

fn number(text: &str, most: usize) -> std::result::Result<NonZeroUsize, String> {
    let number = text.parse().ok();
    let number = number.filter(|number: &NonZeroUsize| number.get() <= most);
    number.ok_or_else(|| format!("write a number from 1 to {most}"))
}

/// Reads a time in seconds.
pub(super) fn seconds(text: &str) -> std::result::Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds| *seconds > 0.0);
    let time = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    time.ok_or_else(|| "write seconds, such as 10 or 0.5".to_owned())
}

fn refuse(error: &ClapError, arguments: &[String]) -> ExitCode {
    let unknown = match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(name)) if error.kind() == ErrorKind::UnknownArgument => name,
        _ => return refuse_as_clap(error),
    };
    let written = arguments
        .iter()
        .find(|argument| two_dashes(argument) == *unknown);
    let written = written.unwrap_or(unknown);
    eprintln!("Incorrect parameter: {written}\nTry -h for the options there are.");
    ExitCode::FAILURE
}

fn refuse_as_clap(error: &ClapError) -> ExitCode {
    let _ = error.print(); // there is nobody left to tell
    ExitCode::from(u8::from(error.use_stderr()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_dash_does() {
        let cases = [
            ("-i", "--i"),
            ("-Thread", "--thread"),
            ("-444", "--444"),
            ("-s=64X64", "--s=64X64"),
            ("-h", "--help"),
            ("--json", "--json"),
            ("-1", "-1"),
            ("-", "-"),
            ("In.yuv", "In.yuv"),
        ];
        for (written, meant) in cases {
            assert_eq!(two_dashes(written), meant);
        }
    }
}
