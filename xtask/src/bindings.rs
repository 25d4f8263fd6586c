//! Makes `nvenc-sys/src/bindings.rs` again from Debian's package libffmpeg-nvenc-dev.

#[path = "../../nvenc-sys/generate.rs"]
mod generate;

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

const HEADERS: &str = "/usr/include/ffnvcodec";

/// Writes the bindings.
pub(crate) fn write() -> Result<ExitCode, String> {
    fs::write(file(), generated()?).map_err(|e| e.to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// Fails when the checked-in bindings are not what the headers give.
pub(crate) fn check() -> Result<ExitCode, String> {
    let kept = fs::read_to_string(file()).map_err(|e| e.to_string())?;
    if kept != generated()? {
        return Err("nvenc-sys/src/bindings.rs is stale: run `cargo xtask bindings`".into());
    }
    Ok(ExitCode::SUCCESS)
}

fn generated() -> Result<String, String> {
    if !Path::new(HEADERS).is_dir() {
        return Err(format!(
            "{HEADERS} is missing: apt-get install libffmpeg-nvenc-dev libclang-dev"
        ));
    }
    generate::bindings(Path::new(HEADERS))
}

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../nvenc-sys/src/bindings.rs")
}
