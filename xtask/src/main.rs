//! The workspace's chores: `cargo xtask bindings`, `cargo xtask readme`,
//! `cargo xtask coverage`, `cargo xtask soft -- COMMAND`.

mod bindings;
mod coverage;
mod readme;
mod soft;

use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask bindings [--check]        the bindings, from Debian's header package
       cargo xtask readme [--check]          the README's example, from the tested one
       cargo xtask coverage [--check]        what of the driver no safe code reaches, and why
       cargo xtask soft -- PROGRAM [ARGS]    run a program on the software device";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["bindings"] => bindings::write(),
        ["bindings", "--check"] => bindings::check(),
        ["readme"] => readme::write(),
        ["readme", "--check"] => readme::check(),
        ["coverage"] => coverage::print(),
        ["coverage", "--check"] => coverage::check(),
        ["soft", "--", program, ..] => soft::run(program.as_ref(), std::env::args_os().skip(4)),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(code) => code,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
