//! The programs as processes, and what they work on.

use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::{env, fs};

use nvenc::Size;
use serde_json::Value;
use tempfile::TempDir;

/// The program, on the software device, in a folder of its own.
pub(crate) struct Program {
    command: Command,
    folder: TempDir,
}

/// What a program said.
pub(crate) struct Said {
    status: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
    bytes: Vec<u8>,
    folder: TempDir,
}

impl Program {
    pub(crate) fn new(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut command = Command::new(program(name));
        command
            .env_clear()
            .envs(env::vars().filter(|(name, _)| name.starts_with("NVSOFT_")))
            .env("S3_BATCH_DEVICE", "software")
            .current_dir(folder.path());
        Self { command, folder }
    }

    pub(crate) fn args(mut self, args: &str) -> Self {
        self.command.args(args.split_whitespace());
        self
    }

    /// With the software device as a driver that is its own, and a second copy of it as an
    /// encoder that does nothing, as `benches/null-nvenc` has it on a GPU.
    pub(crate) fn beside_another_driver(mut self) -> Self {
        let device = Path::new(program("trans-perf")).with_file_name("deps/libsoftdevice.so");
        let folder = self.folder.path().to_owned();
        fs::copy(&device, folder.join("libcuda.so")).unwrap();
        for name in ["libcuda.so.1", "libnvcuvid.so.1"] {
            symlink("libcuda.so", folder.join(name)).unwrap();
        }
        fs::copy(&device, folder.join("libnvidia-encode.so.1")).unwrap();
        self.command
            .env("LD_LIBRARY_PATH", folder)
            .env("S3_BATCH_DEVICE", "gpu")
            .env("NVSOFT_CODEC", "null");
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub(crate) fn input(mut self, path: &Path) -> Self {
        self.command.arg("-i").arg(path);
        self
    }

    /// Puts a file into the folder.
    pub(crate) fn file(self, name: &str, bytes: &[u8]) -> Self {
        fs::write(self.folder.path().join(name), bytes).unwrap();
        self
    }

    pub(crate) fn run(mut self) -> Said {
        let Output {
            status,
            stdout,
            stderr,
        } = self.command.output().unwrap();
        Said {
            status: status.code(),
            out: String::from_utf8_lossy(&stdout).into_owned(),
            err: String::from_utf8(stderr).unwrap(),
            bytes: stdout,
            folder: self.folder,
        }
    }

    /// Runs it with its output behind what is in this file.
    pub(crate) fn append(mut self, path: &Path) {
        let file = fs::File::options().append(true).open(path).unwrap();
        let done = self.command.stdout(file).output().unwrap();
        assert!(done.status.success(), "{done:?}");
    }

    /// Runs it beside the test.
    pub(crate) fn start(mut self) -> Running {
        let command = self.command.stdout(Stdio::null()).stderr(Stdio::null());
        Running {
            child: command.spawn().unwrap(),
            folder: self.folder,
        }
    }
}

/// A program that runs.
pub(crate) struct Running {
    child: Child,
    folder: TempDir,
}

impl Running {
    pub(crate) fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Ends it as a system does that wants it gone, and waits until it is.
    pub(crate) fn end(&mut self) {
        let id = i32::try_from(self.child.id()).unwrap();
        // SAFETY: the call touches no memory, and the child has not been waited for: it is that.
        assert_eq!(unsafe { libc::kill(id, libc::SIGTERM) }, 0);
        assert!(!self.child.wait().unwrap().success());
    }

    pub(crate) fn files(&self) -> Vec<String> {
        files(&self.folder)
    }

    pub(crate) fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(name)).unwrap()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill(); // it may have ended
        let _ = self.child.wait();
    }
}

/// The names in a folder, in order.
fn files(folder: &TempDir) -> Vec<String> {
    let entries = fs::read_dir(folder.path()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

impl Said {
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.status, Some(0), "{}\n{}", self.out, self.err);
        self
    }

    /// It exits with 1, as the samples do, and says this.
    #[track_caller]
    pub(crate) fn refused(self, word: &str) {
        assert_eq!(self.status, Some(1), "{}\n{}", self.out, self.err);
        assert!(self.err.contains(word), "{}", self.err);
    }

    #[track_caller]
    pub(crate) fn says(&self, line: &str) {
        assert!(self.out.lines().any(|said| said == line), "{}", self.out);
    }

    pub(crate) fn file(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.path().join(name)).unwrap()
    }

    /// What is in its folder now.
    pub(crate) fn files(&self) -> Vec<String> {
        files(&self.folder)
    }

    /// Its output, text or not.
    #[track_caller]
    pub(crate) fn bytes(self) -> Vec<u8> {
        self.done().bytes
    }

    /// The three numbers of the samples' closing line: frames, seconds, frames a second.
    #[track_caller]
    pub(crate) fn closing(&self, first: &str) -> [f64; 3] {
        let line = self
            .out
            .lines()
            .find(|line| line.starts_with(first))
            .unwrap();
        let (frames, rest) = line[first.len()..].split_once(", time=").unwrap();
        let (seconds, fps) = rest.split_once(" seconds, FPS=").unwrap();
        let numbers: [f64; 3] = [frames, seconds, fps].map(|number| number.parse().unwrap());
        let [frames, seconds, fps] = numbers;
        assert!((fps * seconds / frames - 1.0).abs() < 1e-4, "{line}");
        numbers
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(self.out.lines().last().unwrap()).unwrap()
    }
}

/// Whether x264 and x265 are behind the device.
pub(crate) fn has_encoders() -> bool {
    let encoders = softdevice::codec::back_ends();
    let all = encoders.iter().filter(|it| it.controls).count() == 2;
    if !all {
        println!("SKIPPED: x264 and x265 are not both there");
    }
    all
}

fn program(name: &str) -> &'static str {
    match name {
        "dec" => env!("CARGO_BIN_EXE_dec"),
        "dec-perf" => env!("CARGO_BIN_EXE_dec-perf"),
        "enc-cuda" => env!("CARGO_BIN_EXE_enc-cuda"),
        "enc-perf" => env!("CARGO_BIN_EXE_enc-perf"),
        "trans" => env!("CARGO_BIN_EXE_trans"),
        "trans-perf" => env!("CARGO_BIN_EXE_trans-perf"),
        _ => panic!("no program is called {name}"),
    }
}

/// A clip of the decoder's tests.
pub(crate) fn clip(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../nvdec/tests/clips");
    folder.join(name)
}

/// A clip in a container.
pub(crate) fn contained(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/clips");
    folder.join(name)
}

/// The MD5 of each frame of a clip, as native pictures.
pub(crate) fn sums(clip: &Path) -> Vec<String> {
    let sums = fs::read_to_string(clip.with_extension("md5")).unwrap();
    sums.lines().map(str::to_owned).collect()
}

#[track_caller]
pub(crate) fn assert_pictures(bytes: &[u8], clip: &Path) {
    let expected = sums(clip);
    let pictures = bytes.chunks(bytes.len() / expected.len());
    let found: Vec<String> = pictures
        .map(|picture| format!("{:x}", md5::compute(picture)))
        .collect();
    assert_eq!(found, expected, "{}", clip.display());
}

/// Pictures that differ from each other, in IYUV.
pub(crate) fn raw(size: Size, count: usize) -> Vec<u8> {
    let (width, height) = (size.width as usize, size.height as usize);
    let picture = |number: usize| {
        let luma = (0..width * height).map(move |at| (at % width + at / width + 8 * number) as u8);
        luma.chain((0..width * height / 2).map(move |at| (100 + at % 7 + number) as u8))
    };
    (0..count).flat_map(picture).collect()
}

pub(crate) const SIZE: Size = Size::new(320, 192);

/// Calls of a function of the driver in a trace.
pub(crate) fn calls(trace: &[u8], name: &str) -> usize {
    let trace = String::from_utf8_lossy(trace);
    let of = format!("\"{name}\"");
    trace.lines().filter(|line| line.contains(&of)).count()
}
