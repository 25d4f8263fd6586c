//! Putting the device in the driver's place, also where another driver is about.
//!
//! What a process has loaded stays loaded, so each case runs in a process of its own.

use libloading::os::unix::Library;
use softdevice::ActivateError;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const NAMES: [&str; 4] = [
    "libcuda.so",
    "libcuda.so.1",
    "libnvcuvid.so.1",
    "libnvidia-encode.so.1",
];

/// A folder with something under the driver's names that is not the device.
struct OtherDriver(PathBuf);

impl OtherDriver {
    fn new(test: &str) -> Self {
        let folder = env::temp_dir().join(format!("other-driver-{}-{test}", std::process::id()));
        fs::create_dir(&folder).unwrap();
        for name in NAMES {
            fs::copy(any_library(), folder.join(name)).unwrap();
        }
        Self(folder)
    }

    /// Runs an ignored test of this file where the other driver is found first.
    fn run(&self, test: &str) -> Output {
        Command::new(env::current_exe().unwrap())
            .args(["--ignored", "--exact", test, "--nocapture"])
            .env("LD_LIBRARY_PATH", &self.0)
            .output()
            .unwrap()
    }
}

impl Drop for OtherDriver {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

/// A shared object that every Linux machine with glibc has, as mapped into this process.
fn any_library() -> PathBuf {
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let mut paths = maps
        .lines()
        .filter_map(|line| line.split_whitespace().nth(5));
    let found = paths.find(|path| path.contains("/libgcc_s.so"));
    PathBuf::from(found.unwrap())
}

fn passes(output: &Output) {
    let text = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && text.contains("1 passed"),
        "{text}{errors}"
    );
}

/// Whether what this process finds under a name is the device.
fn is_ours(name: &str) -> bool {
    // SAFETY: neither the device nor the C library's helpers have initialisers that matter.
    let library = unsafe { Library::new(name) }.unwrap();
    // SAFETY: the symbol is looked for and not used.
    unsafe { library.get::<*const ()>("nvsoft_version") }.is_ok()
}

#[test]
fn activating_twice_is_activating_once() {
    softdevice::activate().unwrap();
    softdevice::activate().unwrap();
    assert!(softdevice::is_active());
    assert!(NAMES.iter().all(|name| is_ours(name)));
}

#[test]
fn another_driver_on_the_machine_does_not_matter() {
    let other = OtherDriver::new("present");
    passes(&other.run("present"));
}

#[test]
#[ignore = "run by another_driver_on_the_machine_does_not_matter"]
fn present() {
    assert!(!softdevice::is_active());
    softdevice::activate().unwrap();
    assert!(softdevice::is_active());
    assert!(NAMES.iter().all(|name| is_ours(name)));
}

#[test]
fn another_driver_that_came_first_is_told() {
    let other = OtherDriver::new("first");
    passes(&other.run("first"));
}

#[test]
#[ignore = "run by another_driver_that_came_first_is_told"]
fn first() {
    assert!(!is_ours("libnvcuvid.so.1"));
    // SAFETY: as in `is_ours`.
    let _driver = unsafe { Library::new("libcuda.so") }.unwrap();
    let error = softdevice::activate().unwrap_err();
    assert_eq!(error, ActivateError::DriverLoaded);
    assert!(error.to_string().contains("cargo xtask soft"));
    assert!(!softdevice::is_active());
}

#[test]
fn a_program_can_start_again_on_the_device() {
    let other = OtherDriver::new("again");
    passes(&other.run("again"));
}

#[test]
#[ignore = "run by a_program_can_start_again_on_the_device"]
fn again() {
    if !is_ours("libcuda.so") {
        panic!("{}", softdevice::reexec());
    }
    assert!(NAMES.iter().all(|name| is_ours(name)));
    let path = env::var("LD_LIBRARY_PATH").unwrap();
    let links = Path::new(path.split(':').next().unwrap());
    assert!(
        links
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("softdevice-")
    );
    fs::remove_dir_all(links).unwrap();
}

#[test]
fn another_build_of_the_device_is_told() {
    let this = env::current_exe().unwrap();
    let folder = this.with_file_name(format!("other-build-{}", std::process::id()));
    fs::create_dir_all(folder.join("deps")).unwrap();
    let program = folder.join("program");
    // Not a copy: a program that another test starts meanwhile would keep it open for writing, and
    // what is open for writing is not run.
    fs::hard_link(this, &program).unwrap();
    fs::copy(any_library(), folder.join("deps/libsoftdevice.so")).unwrap();
    let output = Command::new(program)
        .args(["--ignored", "--exact", "other_build", "--nocapture"])
        .output();
    fs::remove_dir_all(&folder).unwrap();
    passes(&output.unwrap());
}

#[test]
#[ignore = "run by another_build_of_the_device_is_told"]
fn other_build() {
    let error = softdevice::activate().unwrap_err();
    assert!(matches!(&error, ActivateError::OtherBuild(_)), "{error:?}");
    assert!(
        error
            .to_string()
            .contains("deps/libsoftdevice.so is another build"),
        "{error}"
    );
}
