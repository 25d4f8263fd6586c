//! Making the device the one that this process finds when it looks for the driver.
//!
//! Programs open the driver by bare names: `libcuda.so` or `libcuda.so.1`,
//! `libnvcuvid.so.1`, `libnvidia-encode.so.1`. glibc answers such a call with an object that
//! is loaded already when the name is one that the object is known by: its SONAME, or a name
//! under which it was found before. So, once, before anything touches CUDA:
//!
//! 1. four links to `libsoftdevice.so` are made in a private temporary directory;
//! 2. `libcuda.so.1` is opened there by its full path;
//! 3. the object opens all four names itself. It carries `DT_RPATH $ORIGIN`, which comes
//!    before every other place, so the links are found, and as they are the same file, glibc
//!    notes each name as one more of the object's;
//! 4. the directory is removed: the names are in memory now.
//!
//! Nothing is executed again and no variable is set. This works on a machine with a real
//! driver too, unless the driver was opened first.

use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};
use std::{
    env,
    ffi::c_int,
    fs, io,
    os::unix::{
        fs::{DirBuilderExt as _, symlink},
        process::CommandExt as _,
    },
    path::{Path, PathBuf},
    process::{self, Command},
    sync::OnceLock,
    time::{SystemTime, UNIX_EPOCH},
};

/// The names under which programs look for the driver.
pub(crate) const NAMES: [&str; 4] = [
    "libcuda.so",
    "libcuda.so.1",
    "libnvcuvid.so.1",
    "libnvidia-encode.so.1",
];

/// Why the device could not be put in the driver's place.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ActivateError {
    /// The shared object was not where Cargo leaves it.
    #[error("libsoftdevice.so is in none of {0:?}: build the package `softdevice`")]
    NotFound(
        /// The folders that were looked in.
        Vec<PathBuf>,
    ),
    /// This process has opened another driver already.
    #[error(
        "another libcuda is loaded in this process: call softdevice::activate() before \
         anything touches CUDA, or run the program with `cargo xtask soft -- PROGRAM`"
    )]
    DriverLoaded,
    /// The directory of links could not be made.
    #[error("cannot make the directory of links: {0}")]
    Links(String),
    /// The shared object was made from other sources than this program.
    #[error(
        "{} is another build of the software device than this program's: build the package \
         `softdevice` again, or remove the file", .0.display()
    )]
    OtherBuild(
        /// The shared object.
        PathBuf,
    ),
    /// The dynamic linker refused.
    #[error("cannot load the software device: {0}")]
    Load(String),
}

/// Makes this process find the software device when it looks for the driver.
///
/// Call it before anything opens CUDA, NVCUVID or NVENC. It does its work once; later calls
/// give the first one's answer. Needs glibc.
///
/// # Errors
/// * [`ActivateError::NotFound`]: `libsoftdevice.so` is neither beside the program nor where
///   Cargo built it.
/// * [`ActivateError::DriverLoaded`]: another libcuda came first.
/// * [`ActivateError::OtherBuild`]: an old `libsoftdevice.so` is where the new one should be.
/// * [`ActivateError::Links`], [`ActivateError::Load`]: the system refused.
pub fn activate() -> Result<(), ActivateError> {
    static DONE: OnceLock<Result<(), ActivateError>> = OnceLock::new();
    DONE.get_or_init(try_activate).clone()
}

/// Whether the libcuda of this process is the software device.
///
/// Opens nothing: false, too, when no libcuda was opened yet.
pub fn is_active() -> bool {
    active().is_some()
}

/// The active device, to look functions up in.
pub(crate) fn active() -> Option<Library> {
    loaded("libcuda.so.1").filter(is_ours)
}

/// Runs the current program again, with the same arguments, on the software device.
///
/// For a process in which [`activate`] came too late. Returns only when that failed. The
/// directory of links stays, for nobody is left to remove it.
pub fn reexec() -> io::Error {
    match library().and_then(|library| Links::make(&library)) {
        Ok(links) => run_again(&links.keep()),
        Err(error) => io::Error::other(error),
    }
}

fn try_activate() -> Result<(), ActivateError> {
    if is_active() {
        return Ok(());
    }
    if NAMES.iter().any(|name| loaded(name).is_some()) {
        return Err(ActivateError::DriverLoaded);
    }
    let library = library()?;
    let links = Links::make(&library)?;
    let opened = open(&links.0.join("libcuda.so.1"))?;
    if build_of(&opened) != Some(build()) {
        return Err(ActivateError::OtherBuild(library));
    }
    claim_names(&opened)?;
    // Unloading a driver under its user is never right.
    std::mem::forget(opened);
    Ok(())
}

fn open(path: &Path) -> Result<Library, ActivateError> {
    // SAFETY: the file is this crate's own shared object, which has no initialisers.
    unsafe { Library::open(Some(path), RTLD_NOW | RTLD_LOCAL) }.map_err(load_error)
}

fn build_of(opened: &Library) -> Option<u64> {
    // SAFETY: nvsoft_build of every build that has it has this signature.
    let build = unsafe { opened.get::<extern "C" fn() -> u64>("nvsoft_build") };
    build.ok().map(|build| build())
}

fn claim_names(opened: &Library) -> Result<(), ActivateError> {
    // SAFETY: nvsoft_claim_names of the same file has this signature.
    let claim = unsafe { opened.get::<extern "C" fn() -> c_int>("nvsoft_claim_names") };
    match claim.map_err(load_error)?() {
        0 => Ok(()),
        _ => Err(ActivateError::Load("a name of the driver is taken".into())),
    }
}

fn load_error(error: libloading::Error) -> ActivateError {
    ActivateError::Load(error.to_string())
}

/// Opens the driver's four names from within the shared object; 0 when each gave the object
/// itself. To be called once, by [`activate`], on an object opened from a directory of links.
#[unsafe(no_mangle)]
extern "C" fn nvsoft_claim_names() -> c_int {
    let claimed = NAMES.into_iter().filter(|name| claim(name)).count();
    i32::from(claimed != NAMES.len())
}

fn claim(name: &str) -> bool {
    // SAFETY: the search begins beside this object, where the link to it is; a file that is
    // loaded already runs no initialisers.
    let opened = unsafe { Library::open(Some(name), RTLD_NOW | RTLD_LOCAL) };
    // The answer is used, so the call above is no tail call: glibc tells by the return
    // address whose RPATH to search.
    opened.is_ok_and(|library| is_ours(&library))
}

/// What a client can look up to learn that this is no GPU: the device's version, as
/// major * 10000 + minor * 100 + patch.
#[unsafe(no_mangle)]
extern "C" fn nvsoft_version() -> c_int {
    100
}

/// Tells builds of this crate apart.
#[unsafe(no_mangle)]
extern "C" fn nvsoft_build() -> u64 {
    build()
}

/// A hash of the sources that this copy of the crate was made from; see `build.rs`.
fn build() -> u64 {
    u64::from_str_radix(env!("NVSOFT_BUILD"), 16).unwrap_or(0)
}

fn loaded(name: &str) -> Option<Library> {
    // RTLD_NOLOAD opens only what is loaded already; libloading does not name it.
    const RTLD_NOLOAD: c_int = 4;
    // SAFETY: nothing is loaded, so no initialisers run.
    unsafe { Library::open(Some(name), RTLD_NOW | RTLD_NOLOAD) }.ok()
}

fn is_ours(library: &Library) -> bool {
    // SAFETY: the symbol is only looked for, never used.
    unsafe { library.get::<*const ()>("nvsoft_version") }.is_ok()
}

/// The shared object, beside the running program or where Cargo built this crate.
///
/// `deps` comes first: every build renews the copy there, but the one beside a program only
/// when this very package is built. A doc test runs from a temporary folder, so only the latter finds it there.
fn library() -> Result<PathBuf, ActivateError> {
    let folders = folders();
    let files = folders.iter().map(|folder| folder.join("libsoftdevice.so"));
    let found = files.into_iter().find(|file| file.is_file());
    found.ok_or(ActivateError::NotFound(folders))
}

fn folders() -> Vec<PathBuf> {
    let program = env::current_exe().unwrap_or_default();
    let beside = program.ancestors().skip(1).take(2);
    let beside = beside.flat_map(|folder| [folder.join("deps"), folder.to_owned()]);
    // OUT_DIR is target/PROFILE/build/softdevice-HASH/out.
    let profile = Path::new(env!("OUT_DIR")).ancestors().nth(3);
    let built = profile.into_iter().map(|profile| profile.join("deps"));
    beside.chain(built).collect()
}

/// A private directory with the four names, removed when dropped.
struct Links(PathBuf);

impl Links {
    fn make(library: &Path) -> Result<Self, ActivateError> {
        Self::try_make(library).map_err(|error| ActivateError::Links(error.to_string()))
    }

    fn try_make(library: &Path) -> io::Result<Self> {
        let library = library.canonicalize()?;
        let directory = env::temp_dir().join(unique_name());
        fs::DirBuilder::new().mode(0o700).create(&directory)?;
        let links = Self(directory);
        for name in NAMES {
            symlink(&library, links.0.join(name))?;
        }
        Ok(links)
    }

    fn keep(self) -> PathBuf {
        let mut links = std::mem::ManuallyDrop::new(self);
        std::mem::take(&mut links.0)
    }
}

impl Drop for Links {
    fn drop(&mut self) {
        // A leftover of four links harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn unique_name() -> String {
    let time = SystemTime::now().duration_since(UNIX_EPOCH);
    let nanoseconds = time.unwrap_or_default().as_nanos();
    format!("softdevice-{}-{nanoseconds}", process::id())
}

fn run_again(directory: &Path) -> io::Error {
    let mut path = directory.as_os_str().to_owned();
    if let Some(rest) = env::var_os("LD_LIBRARY_PATH").filter(|rest| !rest.is_empty()) {
        path.push(":");
        path.push(rest);
    }
    match env::current_exe() {
        Ok(program) => Command::new(program)
            .args(env::args_os().skip(1))
            .env("LD_LIBRARY_PATH", path)
            .exec(),
        Err(error) => error,
    }
}
