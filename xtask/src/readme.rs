//! Puts the library example of `examples/src/lib.rs`, which is a test, into the README.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

const BEGIN: &str = "```rust\n";
const END: &str = "```\n";

/// Writes the README.
pub(crate) fn write() -> Result<ExitCode, String> {
    fs::write(file("README.md"), renewed()?).map_err(|e| e.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// Fails when the README's example is not the tested one.
pub(crate) fn check() -> Result<ExitCode, String> {
    if read("README.md")? != renewed()? {
        return Err("the README's example is stale: run `cargo xtask readme`".into());
    }
    Ok(ExitCode::SUCCESS)
}

fn renewed() -> Result<String, String> {
    let readme = read("README.md")?;
    let (before, rest) = readme
        .split_once(BEGIN)
        .ok_or("the README has no ```rust block")?;
    let (_, after) = rest
        .split_once(END)
        .ok_or("the README's example does not end")?;
    Ok(format!("{before}{BEGIN}{}{END}{after}", example()?))
}

/// The doc test as readers see it: without the lines that rustdoc hides.
fn example() -> Result<String, String> {
    let source = read("examples/src/lib.rs")?;
    let lines = source.lines().map(|line| line.trim_start_matches("//!"));
    let block = lines.skip_while(|line| line.trim() != "```").skip(1);
    let block = block.take_while(|line| line.trim() != "```");
    let shown = block.filter(|line| !line.trim_start().starts_with('#'));
    let text: String = shown
        .map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line)))
        .collect();
    if text.is_empty() {
        Err("examples/src/lib.rs has no example".into())
    } else {
        Ok(text)
    }
}

fn read(name: &str) -> Result<String, String> {
    fs::read_to_string(file(name)).map_err(|error| format!("{name}: {error}"))
}

fn file(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(name)
}
