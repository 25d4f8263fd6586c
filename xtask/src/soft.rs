//! Runs any program on the software device: `cargo xtask soft -- ffmpeg ...`.

use std::{
    env,
    ffi::{OsStr, OsString},
    fs, io,
    os::unix::{fs::symlink, process::CommandExt as _},
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

/// The names under which programs look for the driver.
const NAMES: [&str; 4] = [
    "libcuda.so",
    "libcuda.so.1",
    "libnvcuvid.so.1",
    "libnvidia-encode.so.1",
];

/// Becomes `program`, with the software device in the driver's place.
pub(crate) fn run(
    program: &OsStr,
    arguments: impl Iterator<Item = OsString>,
) -> Result<ExitCode, String> {
    let target = target()?;
    build(&target)?;
    let names = link(&target).map_err(|error| format!("cannot make links: {error}"))?;
    let path = search_path(names).map_err(|error| error.to_string())?;
    let error = Command::new(program)
        .args(arguments)
        .env("LD_LIBRARY_PATH", path)
        .exec();
    Err(format!("cannot run {}: {error}", program.display()))
}

/// This program is target/PROFILE/xtask.
fn target() -> Result<PathBuf, String> {
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let target = program.ancestors().nth(2);
    target.map(Path::to_owned).ok_or("no target folder".into())
}

fn build(target: &Path) -> Result<(), String> {
    let built = Command::new(env::var_os("CARGO").unwrap_or("cargo".into()))
        .args(["build", "--quiet", "--release", "--package", "softdevice"])
        .arg("--manifest-path")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml"))
        .arg("--target-dir")
        .arg(target)
        .status()
        .map_err(|error| format!("cannot run cargo: {error}"))?;
    built
        .success()
        .then_some(())
        .ok_or("cannot build the package `softdevice`".into())
}

/// Makes the names, each at once, for another run may be using them.
fn link(target: &Path) -> io::Result<PathBuf> {
    let directory = target.join("soft");
    fs::create_dir_all(&directory)?;
    let library = target.join("release/libsoftdevice.so");
    for name in NAMES {
        let new = directory.join(format!(".{name}.{}", std::process::id()));
        symlink(&library, &new)?;
        fs::rename(&new, directory.join(name))?;
    }
    Ok(directory)
}

fn search_path(first: PathBuf) -> Result<OsString, env::JoinPathsError> {
    let rest = env::var_os("LD_LIBRARY_PATH").unwrap_or_default();
    let rest: Vec<PathBuf> = env::split_paths(&rest).collect();
    env::join_paths([first].into_iter().chain(rest))
}
